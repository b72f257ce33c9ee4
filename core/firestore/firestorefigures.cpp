#include "client.h"
#include "figurerows.h"

#include <callcard/firestorefigures.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

constexpr int kFiguresAPage = 500;
constexpr int kMostFigureRows = 100'000;
constexpr int kMostUsers = 10'000;
constexpr int kMostGoals = 2000;

class FirestoreFigures final : public FiguresStore
{
public:
    FirestoreFigures(const FirestoreContext &context, QTimeZone zone) : m_client(context), m_zone(std::move(zone)) {}

    [[nodiscard]] QCoro::Task<Result<QList<StoredFigure>>> figures(UserId user, DayRange range, std::stop_token stop) override
    {
        const QDate first = range.from.addDays(-1);
        const QDate behind = range.to.addDays(2);
        // Kinds of values do not mix in a range, and some writers stored text.
        const List timestamps{Timestamp::of(QDateTime(first, QTime(0, 0), Qt::UTC)),
                              Timestamp::of(QDateTime(behind, QTime(0, 0), Qt::UTC))};
        const List texts{first.toString(Qt::ISODate), behind.toString(Qt::ISODate)};
        const QList<List> kinds{timestamps, texts};
        QList<Document> rows;
        for (const List &bounds : kinds) {
            const Query query{.collection = u"metrics"_s,
                              .where = {{.field = u"userId"_s, .value = user.text()},
                                        {.field = u"date"_s, .comparison = Comparison::GreaterOrEqual, .value = bounds.at(0)},
                                        {.field = u"date"_s, .comparison = Comparison::LessOrEqual, .value = bounds.at(1)}},
                              .orderBy = u"date"_s,
                              .limit = kFiguresAPage};
            const Answer<QList<Document>> found = co_await m_client.all(query, kMostFigureRows, stop);
            if (!found)
                co_return tl::unexpected(found.error().error);
            rows += *found;
        }
        co_return figuresFrom(rows, range, m_zone);
    }

    [[nodiscard]] QCoro::Task<Result<QList<Goal>>> goals(UserId user, std::stop_token stop) override
    {
        const Query query{.collection = u"goals"_s, .where = {{.field = u"userId"_s, .value = user.text()}}};
        const Answer<QList<Document>> rows = co_await m_client.all(query, kMostGoals, stop);
        if (!rows)
            co_return tl::unexpected(rows.error().error);
        QList<Goal> goals;
        for (const Document &row : *rows) {
            if (const auto goal = goalFrom(row.fields))
                goals.append(*goal);
        }
        co_return goals;
    }

    /// Everybody for an admin, the own team for a manager, oneself for a rep: the rules allow no wider question.
    [[nodiscard]] QCoro::Task<Result<QList<TeamMember>>> team(std::stop_token stop) override
    {
        const Answer<QString> me = co_await m_client.whoAmI(stop);
        if (!me)
            co_return tl::unexpected(me.error().error);
        const Answer<Document> own = co_await m_client.get(QString(u"users/"_s + *me), stop);
        if (!own)
            co_return tl::unexpected(own.error().error);
        const QString role = plainText(field(own->fields, u"role"_s), 40);
        const QString team = plainText(field(own->fields, u"team"_s), 200);
        QList<TeamMember> members;
        if (role != "admin"_L1 && role != "manager"_L1) {
            members.append(memberFrom(*own));
            co_return members;
        }
        Query query{.collection = u"users"_s};
        if (role == "manager"_L1)
            query.where.append({.field = u"team"_s, .value = team});
        const Answer<QList<Document>> rows = co_await m_client.all(query, kMostUsers, stop);
        if (!rows && rows.error().refusal == Refusal::Denied)
            co_return failure(ErrorKind::Refused, u"your administrator must deploy the rules (%1)"_s.arg(rows.error().error.detail));
        if (!rows)
            co_return tl::unexpected(rows.error().error);
        for (const Document &row : *rows)
            members.append(memberFrom(row));
        std::sort(members.begin(), members.end(), [](const TeamMember &a, const TeamMember &b) { return a.email < b.email; });
        co_return members;
    }

    [[nodiscard]] QCoro::Task<Result<BusinessHours>> businessHours(std::stop_token stop) override
    {
        const Answer<Document> document = co_await m_client.get(u"settings/business"_s, stop);
        if (!document && document.error().refusal == Refusal::Missing)
            co_return BusinessHours();
        if (!document)
            co_return tl::unexpected(document.error().error);
        co_return hoursFrom(document->fields);
    }

private:
    Client m_client;
    const QTimeZone m_zone;
};

} // namespace

std::unique_ptr<FiguresStore> makeFirestoreFigures(const FirestoreContext &context, const QTimeZone &zone)
{
    return std::make_unique<FirestoreFigures>(context, zone);
}

} // namespace callcard
