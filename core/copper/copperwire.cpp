#include "copperwire.h"

#include <wire/wirejson.h>

#include <algorithm>

namespace callcard::copper {

using namespace Qt::Literals::StringLiterals;
using wire::Json;

namespace {

constexpr qsizetype kLongestNote = 4000;

QString text(const Json &object, const char *key, qsizetype longest = 500)
{
    return wire::text(object, key, longest).simplified();
}

/// A flag as true, "true" or 1.
bool isTrue(const Json &value)
{
    return value.is_boolean() ? value.get<bool>() : value.is_number() ? value != 0 : wire::asText(value, 10).toLower() == "true"_L1;
}

const Json &customField(const Json &record, qint64 id)
{
    for (const Json &field : wire::array(record, "custom_fields")) {
        if (wire::integer(field, "custom_field_definition_id") == id)
            return wire::member(field, "value");
    }
    return wire::member(record, "");
}

void addEmail(Customer &customer, const Json &entry)
{
    const QString email = wire::text(entry, "email", 320).trimmed();
    if (email.contains(u'@') && !customer.emails.contains(email, Qt::CaseInsensitive) && customer.emails.size() < 12)
        customer.emails.append(email);
}

QDateTime secondsIn(const Json &record, const char *key)
{
    const auto seconds = wire::integer(record, key);
    return seconds && *seconds > 0 && *seconds < 100'000'000'000 ? QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC) : QDateTime();
}

const Json &fieldAt(const Json &record, const QString &path)
{
    bool isId = false;
    const qint64 id = path.section(u"cf_"_s, -1).toLongLong(&isId);
    if (isId && path.contains(u"cf_"_s))
        return customField(record, id);
    const qsizetype dot = path.indexOf(u'.');
    const Json &inner = wire::member(record, path.left(dot).toUtf8().constData());
    return dot < 0 ? inner : fieldAt(inner, path.mid(dot + 1));
}

/// One text, or of a list each of its elements.
QStringList textsIn(const Json &value)
{
    QStringList texts;
    const auto add = [&](const Json &one) {
        const QString said = one.is_boolean() ? (one.get<bool>() ? u"yes"_s : u"no"_s) : wire::asText(one, kLongestNote).trimmed();
        if (!said.isEmpty())
            texts.append(said);
    };
    if (value.is_array()) {
        for (const Json &one : value)
            add(one);
    } else {
        add(value);
    }
    return texts;
}

/// The team's own word about one of its fields.
void obey(RecordDraft &draft, const FieldRule &rule, const Json &json)
{
    const QStringList texts = textsIn(fieldAt(json, rule.field));
    if (texts.isEmpty())
        return;
    if (rule.target == "companyId"_L1) {
        draft.record.completedBy = {recordKey(u"copper:companies"_s, texts.constFirst().left(40))};
    } else if (rule.target == "phone"_L1 || rule.target == "email"_L1) {
        for (auto it = texts.crbegin(); it != texts.crend(); ++it)
            applyRule(draft, rule, *it);
    } else {
        applyRule(draft, rule, texts.constFirst());
    }
}

tl::expected<SourceRecord, QString> recordFrom(const Json &json, Kind kind, const CopperCustomers &customers,
                                               const QHash<qint64, QString> &owners)
{
    RecordDraft draft;
    draft.record.sourceId = text(json, "id", 40);
    Customer &customer = draft.record.customer;
    customer.kind = kind == Kind::People ? CustomerKind::Person : kind == Kind::Leads ? CustomerKind::Lead : CustomerKind::Company;
    if (kind == Kind::Companies) {
        customer.name = text(json, "name");
        customer.active = isTrue(customField(json, customers.activeCustomer));
    } else {
        draft.firstName = text(json, "first_name", 200);
        draft.lastName = text(json, "last_name", 200);
        if (draft.firstName.isEmpty() && draft.lastName.isEmpty())
            customer.name = text(json, "name");
        customer.title = text(json, "title");
        customer.company = text(json, "company_name");
        if (const QString company = text(json, "company_id", 40); !company.isEmpty())
            draft.record.completedBy.append(recordKey(u"copper:companies"_s, company));
    }
    for (const Json &number : wire::array(json, "phone_numbers")) {
        if (draft.phones.size() < 40)
            draft.phones.append({wire::text(number, "number", 100), text(number, "category", 40)});
    }
    addEmail(customer, wire::member(json, "email"));
    for (const Json &email : wire::array(json, "emails"))
        addEmail(customer, email);
    customer.ownerEmail = owners.value(wire::integer(json, "assignee_id").value_or(0));
    customer.status = text(json, "status", 100);
    customer.note = wire::text(json, "details", kLongestNote).trimmed();
    customer.lastContact = secondsIn(json, "date_last_contacted");
    const Json &address = wire::member(json, "address");
    draft.country = text(address, "country", 60);
    customer.city = text(address, "city", 100);
    for (const FieldRule &rule : customers.rules)
        obey(draft, rule, json);
    return finished(std::move(draft), customers.region);
}

User userIn(const Json &json)
{
    return {
        .id = wire::integer(json, "id").value_or(0), .email = wire::text(json, "email", 320).trimmed(), .name = text(json, "name", 200)};
}

Json idsJson(const QStringList &ids)
{
    Json json = Json::array();
    for (const QString &id : ids)
        json.push_back(id.toStdString());
    return json;
}

QStringList idsIn(const Json &json, const char *key)
{
    QStringList ids;
    for (const Json &id : wire::array(json, key))
        ids.append(wire::asText(id, 40));
    return ids;
}

} // namespace

QByteArray placeText(const Place &place)
{
    return wire::dump({{"v", 1},
                       {"since", place.since},
                       {"page", place.page},
                       {"listedAt", place.listedAt},
                       {"known", idsJson(place.known)},
                       {"seen", idsJson(place.seen)}});
}

std::optional<Place> placeFrom(const QByteArray &text)
{
    const auto json = wire::parse(text);
    if (!json || wire::integer(*json, "v") != 1)
        return std::nullopt;
    return Place{.since = wire::integer(*json, "since").value_or(0),
                 .page = static_cast<int>(std::clamp<qint64>(wire::integer(*json, "page").value_or(1), 1, 1'000'000)),
                 .listedAt = wire::integer(*json, "listedAt").value_or(0),
                 .known = idsIn(*json, "known"),
                 .seen = idsIn(*json, "seen")};
}

QByteArray idsBody(const QStringList &ids)
{
    Json numbers = Json::array();
    for (const QString &id : ids)
        numbers.push_back(id.toLongLong());
    return wire::dump({{"page_number", 1}, {"page_size", ids.size()}, {"ids", numbers}});
}

QByteArray searchBody(const Place &place, qint64 assignee, int pageSize)
{
    Json body{{"page_number", place.page}, {"page_size", pageSize}, {"sort_by", "date_modified"}, {"sort_direction", "asc"}};
    if (place.since > 0)
        body["minimum_modified_date"] = place.since;
    if (assignee != 0)
        body["assignee_ids"] = Json::array({assignee});
    return wire::dump(body);
}

Result<Found> foundFrom(QByteArrayView body, Kind kind, const CopperCustomers &customers, const QHash<qint64, QString> &owners)
{
    const Result<Json> json = wire::parse(body);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_array())
        return failure(ErrorKind::BadPayload, u"a search that answers no list"_s);
    Found found;
    RecordMarks marks;
    for (const Json &row : *json) {
        if (!row.is_object())
            return failure(ErrorKind::BadPayload, u"a record that is none"_s);
        ++found.rows;
        found.newest = std::max(found.newest, wire::integer(row, "date_modified").value_or(0));
        const QString id = text(row, "id", 40);
        if (id.isEmpty())
            found.nobody.append({.place = found.rows, .reason = u"no-id"_s, .mark = marks.markOf(wire::dump(row))});
        else if (auto record = recordFrom(row, kind, customers, owners))
            found.records.append(*std::move(record));
        else // somebody took the name and the numbers out of it
            found.nobody.append({.sourceId = id, .reason = record.error()});
    }
    return found;
}

Result<User> userFrom(QByteArrayView body)
{
    const Result<Json> json = wire::parse(body);
    if (!json)
        return tl::unexpected(json.error());
    const User user = userIn(*json);
    return user.id != 0 ? Result<User>(user) : failure(ErrorKind::BadPayload, u"a user without an id"_s);
}

Result<QString> accountFrom(QByteArrayView body)
{
    const Result<Json> json = wire::parse(body);
    if (!json)
        return tl::unexpected(json.error());
    const QString id = text(*json, "id", 40);
    return id.isEmpty() ? Result<QString>(failure(ErrorKind::BadPayload, u"an account without an id"_s)) : id;
}

Result<QList<User>> usersFrom(QByteArrayView body)
{
    const Result<Json> json = wire::parse(body);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->is_array())
        return failure(ErrorKind::BadPayload, u"a search that answers no list"_s);
    QList<User> users;
    for (const Json &row : *json) {
        if (const User user = userIn(row); user.id != 0)
            users.append(user);
    }
    return users;
}

} // namespace callcard::copper
