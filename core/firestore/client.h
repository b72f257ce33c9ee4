#pragma once

#include "fault.h"
#include "request.h"
#include "requestwire.h"

#include <callcard/firestore.h>

namespace callcard::firestore {

/// Asks one project's Firestore as the signed-in rep. An expired token is replaced once, inside; nothing else is tried twice.
class Client
{
public:
    explicit Client(FirestoreContext context);

    [[nodiscard]] const QString &projectId() const { return m_context.projectId; }
    [[nodiscard]] TokenKeeper &tokens() const { return m_context.tokens; }
    [[nodiscard]] Clock &clock() const { return m_context.clock; }
    /// The uid. Signs in first where that needs nobody.
    [[nodiscard]] QCoro::Task<Answer<QString>> whoAmI(std::stop_token stop);

    /// One page; fewer rows than its limit means the last.
    [[nodiscard]] QCoro::Task<Answer<QList<Document>>> page(Query query, std::stop_token stop);
    /// All pages. More than `most` rows are a fault, never a part.
    [[nodiscard]] QCoro::Task<Answer<QList<Document>>> all(Query query, int most, std::stop_token stop);
    /// By name: only where the rules allow that also for what is not there.
    [[nodiscard]] QCoro::Task<Answer<Document>> get(QString path, std::stop_token stop);
    /// Those that exist, in any order.
    [[nodiscard]] QCoro::Task<Answer<QList<Document>>> getMany(QStringList paths, std::stop_token stop);
    /// All or nothing, at most kMostWrites. TimedOut may mean that it was carried out.
    [[nodiscard]] QCoro::Task<Answer<>> commit(QList<Write> writes, std::stop_token stop);

private:
    [[nodiscard]] QUrl url(const QString &path, const QString &method) const;
    [[nodiscard]] QCoro::Task<Answer<QByteArray>> ask(HttpRequest request, std::stop_token stop);

    FirestoreContext m_context;
};

} // namespace callcard::firestore
