#include "apiwire.h"

#include <wire/wirejson.h>

#include <QUrl>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;

namespace {

using Items = QList<std::pair<QString, QString>>;

constexpr int kMostUserPages = 100;

/// What an ISO time with T or Z does here is nobody's wish: the filter is silently dropped.
QString filterTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

template <typename Query>
Items spanItems(const Query &query)
{
    Items items{{u"sort"_s, query.newestFirst ? u"id"_s : u"datetime"_s},
                {u"order"_s, query.newestFirst ? u"desc"_s : u"asc"_s},
                {u"page"_s, QString::number(query.page)},
                {u"per_page"_s, QString::number(query.perPage)}};
    if (query.from.isValid())
        items.append({u"from_datetime"_s, filterTime(query.from)});
    if (query.to.isValid())
        items.append({u"to_datetime"_s, filterTime(query.to)});
    return items;
}

template <typename Row, typename Reader>
Result<Listed<Row>> listedFrom(const ApiAnswer &answer, bool skipsUnreadable, Reader read)
{
    const Result<Page> page = pageFrom(answer.body);
    if (!page)
        return tl::unexpected(page.error());
    Listed<Row> listed{.page = *page, .budget = answer.budget, .serverTime = answer.serverTime};
    for (const Json &json : wire::array(answer.body, "data")) {
        Result<Row> row = read(json);
        if (row)
            listed.rows.append(*std::move(row));
        else if (!skipsUnreadable)
            return tl::unexpected(row.error());
        else
            listed.unreadable.append({.place = static_cast<int>(listed.rows.size() + listed.unreadable.size()), .text = wire::dump(json)});
    }
    return listed;
}

} // namespace

QCoro::Task<Result<Listed<CallRow>>> fetchPage(JustCallContext context, CallQuery query, std::stop_token stop)
{
    ApiRequest request{.path = u"/calls"_s, .query = spanItems(query)};
    if (!query.agentId.isEmpty())
        request.query.append({u"agent_id"_s, query.agentId});
    const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto read = [&query](const Json &json) -> Result<CallRow> {
        Result<CallRow> row = callRowFrom(json, query.region);
        if (row && (row->call.rowId.isEmpty() || !row->call.event.time.isValid()))
            return failure(ErrorKind::BadPayload, u"a call without an id or a time"_s);
        if (row && query.keepsRaw)
            row->raw = wire::dump(json);
        return row;
    };
    co_return listedFrom<CallRow>(*answer, query.skipsUnreadable, read);
}

QCoro::Task<Result<Listed<TextRow>>> fetchPage(JustCallContext context, TextQuery query, std::stop_token stop)
{
    ApiRequest request{.path = u"/texts"_s, .query = spanItems(query)};
    if (!query.contactNumber.isEmpty()) // with the plus here, unlike calls
        request.query.append({u"contact_number"_s, query.contactNumber});
    if (query.onlySent)
        request.query.append({u"sms_direction"_s, u"outgoing"_s});
    const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto read = [&query](const Json &json) {
        Result<TextRow> row = textRowFrom(json, query.region);
        if (row && query.keepsRaw)
            row->raw = wire::dump(json);
        return row;
    };
    co_return listedFrom<TextRow>(*answer, query.skipsUnreadable, read);
}

namespace {

QCoro::Task<Result<QList<UserRow>>> listUsers(JustCallContext context, QString email, std::stop_token stop)
{
    QList<UserRow> users;
    for (int page = 0; page < kMostUserPages; ++page) {
        ApiRequest request{.path = u"/users"_s,
                           .query = {{u"page"_s, QString::number(page)}, {u"per_page"_s, QString::number(kRowsAPage)}}};
        if (!email.isEmpty())
            request.query.append({u"email"_s, email});
        const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        const Result<Listed<UserRow>> listed = listedFrom<UserRow>(*answer, false, userRowFrom);
        if (!listed)
            co_return tl::unexpected(listed.error());
        users.append(listed->rows);
        const bool known = listed->page.total && users.size() >= *listed->page.total;
        if (listed->rows.isEmpty() || (!listed->page.linksOn && (known || listed->rows.size() < kRowsAPage)))
            co_return users;
    }
    co_return failure(ErrorKind::BadPayload, u"a list of users without an end"_s);
}

} // namespace

QCoro::Task<Result<QList<UserRow>>> fetchUsers(JustCallContext context, QString email, std::stop_token stop)
{
    const QString wanted = email.trimmed();
    const auto pick = [&wanted](const QList<UserRow> &rows) {
        QList<UserRow> picked;
        for (const UserRow &user : rows) {
            if (wanted.isEmpty() || user.agent.email.compare(wanted, Qt::CaseInsensitive) == 0)
                picked.append(user);
        }
        return picked;
    };
    const Result<QList<UserRow>> users = co_await listUsers(context, wanted, stop);
    if (!users)
        co_return users;
    QList<UserRow> picked = pick(*users);
    if (!picked.isEmpty() || wanted.isEmpty())
        co_return picked;
    // The filter may mind the letters' case, and addresses with a capital exist: so look for ourselves, once.
    const Result<QList<UserRow>> all = co_await listUsers(context, QString(), stop);
    if (!all)
        co_return all;
    co_return pick(*all);
}

QCoro::Task<Result<std::optional<CallRow>>> fetchCall(JustCallContext context, QString id, std::stop_token stop)
{
    const QString path = u"/calls/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
    ApiRequest request{.path = path};
    const Result<ApiAnswer> answer = co_await ask(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->notFound)
        co_return std::optional<CallRow>();
    const Result<CallRow> row = callRowFrom(objectIn(answer->body), context.region);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return std::optional(*row);
}

QCoro::Task<Result<>> changeCall(JustCallContext context, QString id, CallChange change, std::stop_token stop)
{
    Json body = Json::object();
    if (change.notes)
        body["notes"] = change.notes->toStdString();
    if (change.disposition)
        body["disposition_code"] = change.disposition->toStdString();
    if (change.rating)
        body["rating"] = *change.rating;
    ApiRequest request{
        .method = HttpMethod::Put, .path = u"/calls/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)), .body = wire::dump(body)};
    const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return {};
}

QCoro::Task<Result<TextRow>> postText(JustCallContext context, QString fromNumber, QString toNumber, QString body, std::stop_token stop)
{
    const Json json{
        {"justcall_number", fromNumber.toStdString()}, {"contact_number", toNumber.toStdString()}, {"body", body.toStdString()}};
    // A person waits: "try again in 40 s" is better than a text that leaves in 40 s.
    ApiRequest request{.method = HttpMethod::Post, .path = u"/texts/new"_s, .body = wire::dump(json), .patience = Patience::FailsFast};
    const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return textRowFrom(objectIn(answer->body), context.region);
}

QCoro::Task<Result<Listed<ContactRow>>> fetchContacts(JustCallContext context, ContactQuery query, std::stop_token stop)
{
    ApiRequest request{.path = u"/contacts"_s,
                       .query = {{u"across_team"_s, u"true"_s},
                                 {u"order"_s, u"asc"_s},
                                 {u"page"_s, QString::number(query.page)},
                                 {u"per_page"_s, QString::number(query.perPage)}}};
    const Result<ApiAnswer> answer = co_await askForKnown(context, std::move(request), stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const auto read = [&query](const Json &json) { return contactRowFrom(json, query.region); };
    co_return listedFrom<ContactRow>(*answer, true, read);
}

} // namespace callcard::justcall
