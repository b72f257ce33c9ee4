#include "collectionqueries.h"
#include "documentname.h"

#include <QSet>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kReadAPage = 300;
constexpr int kMostPeople = 20'000; ///< Of a few companies.
constexpr int kNamesAtOnce = 100;

} // namespace

QCoro::Task<Answer<qint64>> newestStamp(Client &client, QString collection, QString stamp, std::stop_token stop)
{
    const Query newest{.collection = collection, .orderBy = stamp, .descending = true, .select = {stamp}, .limit = 1};
    const Answer<QList<Document>> top = co_await client.page(newest, stop);
    if (!top)
        co_return tl::unexpected(top.error());
    if (!top->isEmpty()) {
        const Timestamp *when = field(top->constFirst().fields, stamp).as<Timestamp>();
        co_return when != nullptr ? when->micros : 0;
    }
    const Query any{.collection = collection, .select = {u"__name__"_s}, .limit = 1};
    const Answer<QList<Document>> one = co_await client.page(any, stop);
    if (!one)
        co_return tl::unexpected(one.error());
    if (one->isEmpty())
        co_return faulty({.kind = ErrorKind::Refused, .detail = u"there is nothing in the collection %1"_s.arg(collection)},
                         Refusal::Missing);
    co_return qint64(0);
}

QCoro::Task<Answer<QList<Document>>> peopleOf(Client &client, QString collection, QList<Document> companies, std::stop_token stop)
{
    List links, ids;
    for (const Document &company : std::as_const(companies)) {
        bool isNumber = false;
        const qint64 id = lastSegment(company.path).toLongLong(&isNumber);
        if (isNumber) {
            links.push_back(id);
            ids.push_back(id);
            ids.push_back(QString::number(id));
        }
        for (const QString &name : {u"name"_s, u"Name"_s}) {
            if (const QString text = plainText(field(company.fields, name)); !text.isEmpty()) {
                links.push_back(text);
                break;
            }
        }
    }
    QList<Filter> filters;
    if (!links.empty())
        filters.append({.field = u"companyId"_s, .comparison = Comparison::In, .value = links});
    if (!ids.empty())
        filters.append({.field = quotedField(u"Company Id"_s), .comparison = Comparison::In, .value = ids});
    QList<Document> people;
    for (const Filter &filter : std::as_const(filters)) {
        const Query query{.collection = collection, .where = {filter}, .limit = kReadAPage};
        const Answer<QList<Document>> found = co_await client.all(query, kMostPeople, stop);
        if (!found)
            co_return found;
        people += *found;
    }
    co_return people;
}

QCoro::Task<Answer<QStringList>> vanishedOf(Client &client, QString collection, QStringList ids, std::stop_token stop)
{
    QStringList vanished;
    for (qsizetype from = 0; from < ids.size(); from += kNamesAtOnce) {
        const QStringList some = ids.mid(from, kNamesAtOnce);
        QStringList paths;
        for (const QString &id : some)
            paths.append(QString(collection + u'/' + id));
        const Answer<QList<Document>> found = co_await client.getMany(paths, stop);
        if (!found && found.error().refusal == Refusal::None)
            co_return tl::unexpected(found.error());
        if (!found)
            co_return QStringList();
        QSet<QString> there;
        for (const Document &document : *found)
            there.insert(lastSegment(document.path));
        for (const QString &id : some) {
            if (!there.contains(id))
                vanished.append(id);
        }
    }
    co_return vanished;
}

} // namespace callcard::firestore
