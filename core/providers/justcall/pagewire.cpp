#include "wire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::member;
using wire::text;

namespace {

constexpr int kMostNumbers = 100;

std::optional<bool> yesOrNo(const Json &row, const char *key)
{
    const Json &value = member(row, key);
    if (value.is_boolean())
        return value.get<bool>();
    const QString word = wire::asText(value, 16).trimmed().toLower();
    if (word == "yes"_L1)
        return true;
    return word == "no"_L1 ? std::optional(false) : std::nullopt;
}

} // namespace

Result<Page> pageFrom(const Json &envelope)
{
    const Json &data = member(envelope, "data");
    if (!data.is_array())
        return failure(ErrorKind::BadPayload, u"a list without data"_s);
    Page page{.rows = static_cast<qsizetype>(data.size()), .total = wire::integer(envelope, "total_count")};
    if (!page.total)
        page.total = wire::integer(envelope, "total_texts");
    if (page.total && *page.total < 0)
        page.total.reset();
    page.linksOn = !text(envelope, "next_page_link", 4096).isEmpty();
    return page;
}

const Json &objectIn(const Json &answer)
{
    const Json &data = member(answer, "data");
    if (data.is_array() && !data.empty())
        return data.front();
    return data.is_object() ? data : answer;
}

Result<UserRow> userRowFrom(const Json &row)
{
    UserRow user{.agent = {.id = text(row, "id", 64),
                           .name = plainText(text(row, "name", 256)),
                           .email = text(row, "email", 320).trimmed(),
                           .timeZone = text(row, "timezone", 64),
                           .onCall = yesOrNo(row, "on_call"),
                           .available = yesOrNo(row, "available")}};
    if (user.agent.id.isEmpty())
        return failure(ErrorKind::BadPayload, u"a user without an id"_s);
    for (const char *key : {"owned_numbers", "shared_numbers"}) {
        for (const Json &number : wire::array(row, key)) {
            const WrittenNumber read = readWrittenNumber(wire::asText(number, 64), {});
            if (read.number && user.numbers.size() < kMostNumbers)
                user.numbers.append(read.number->e164());
        }
    }
    return user;
}

} // namespace callcard::justcall
