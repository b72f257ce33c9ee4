#include "wire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::member;
using wire::text;

namespace {

constexpr int kMostMedia = 10;

/// What was sent besides words stays reachable: one link a line.
QString bodyOf(const Json &info)
{
    QString body = plainText(text(info, "body", 4000));
    int media = 0;
    for (const Json &item : wire::array(info, "mms")) {
        const QString link = text(item, "media_url", 2048);
        if (link.isEmpty() || ++media > kMostMedia)
            continue;
        body += (body.isEmpty() ? u""_s : u"\n"_s) + link;
    }
    return body;
}

} // namespace

Result<TextRow> textRowFrom(const Json &row, const QString &region)
{
    TextRow result;
    Message &message = result.message;
    const QString id = text(row, "id", 64);
    const QString direction = text(row, "direction", 32).trimmed().toLower();
    message.sentAt = civilTime(text(row, "sms_date", 40), text(row, "sms_time", 40));
    const bool out = direction.startsWith("out"_L1);
    if (id.isEmpty() || !message.sentAt.isValid() || (!out && !direction.startsWith("in"_L1)))
        return failure(ErrorKind::BadPayload, u"a text without id, time or direction"_s);
    message.id = MessageId(u"justcall:"_s + id);
    message.source = u"justcall"_s;
    message.direction = out ? CallDirection::Outbound : CallDirection::Inbound;

    const QString number = text(row, "contact_number", 128);
    const WrittenNumber remote = readWrittenNumber(number, region);
    const QString name = plainText(text(row, "contact_name", 512));
    message.remote = {.number = remote.number,
                      .rawNumber = number,
                      .extension = remote.extension,
                      .name = name == number ? QString() : name,
                      .email = text(row, "contact_email", 320)};
    const QString line = text(row, "justcall_number", 128);
    message.local = {
        .number = readWrittenNumber(line, region).number, .rawNumber = line, .name = plainText(text(row, "justcall_line_name", 256))};
    message.agentEmail = text(row, "agent_email", 320).trimmed();
    message.text = bodyOf(member(row, "sms_info"));
    message.deleted = wire::flag(row, "is_deleted");
    result.agentId = text(row, "agent_id", 64);
    result.userStart = civilTime(text(row, "sms_user_date", 40), text(row, "sms_user_time", 40));
    message.userDay = result.userStart.isValid() ? result.userStart.date() : QDate();
    return result;
}

} // namespace callcard::justcall
