#include "agentbook.h"

#include <callcard/historyrows.h>

#include <QDataStream>
#include <QIODevice>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::hours kFresh{24};

QString normalised(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

QString byHand(const HistorySource &source, const QString &email)
{
    for (auto entry = source.agentIds.cbegin(); entry != source.agentIds.cend(); ++entry) {
        if (normalised(entry.key()) == normalised(email))
            return entry.value().trimmed();
    }
    return {};
}

QByteArray toBytes(const QList<Agent> &agents, const QDateTime &learnedAt)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << learnedAt << static_cast<qint32>(agents.size());
    for (const Agent &agent : agents)
        stream << agent.id << agent.name << agent.email << agent.timeZone;
    return bytes;
}

} // namespace

QList<Agent> agentsWithEmail(const QList<Agent> &agents, const HistorySource &source, const QString &email)
{
    const QString id = byHand(source, email);
    QList<Agent> found;
    for (const Agent &agent : agents) {
        const bool isMatch = id.isEmpty() ? !normalised(email).isEmpty() && normalised(agent.email) == normalised(email) : agent.id == id;
        if (isMatch)
            found.append(agent);
    }
    return found;
}

std::optional<AgentBook::Known> AgentBook::known(const QString &key) const
{
    const Result<std::optional<QByteArray>> bytes = m_log.kept(key);
    if (!bytes || !*bytes)
        return std::nullopt; // what cannot be read is asked again
    QDataStream stream(**bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    Known known;
    qint32 count = 0;
    stream >> known.learnedAt >> count;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Agent agent;
        stream >> agent.id >> agent.name >> agent.email >> agent.timeZone;
        known.agents.append(agent);
    }
    if (stream.status() != QDataStream::Ok || known.agents.isEmpty())
        return std::nullopt;
    return known;
}

QCoro::Task<Result<QList<Agent>>> agentsOfRep(HistorySource source, QString email, std::stop_token stop)
{
    // As an argument of the awaited call, g++ 12 would release it twice.
    const QString whom = byHand(source, email).isEmpty() ? email.trimmed() : QString();
    const Result<QList<Agent>> asked = co_await source.history->agents(whom, stop);
    if (!asked)
        co_return asked;
    const QList<Agent> found = agentsWithEmail(*asked, source, email);
    if (found.isEmpty())
        co_return failure(ErrorKind::Refused, u"no user there has this e-mail; map it by hand (metrics/agents)"_s);
    co_return found;
}

QCoro::Task<Result<QList<Agent>>> AgentBook::agentsOf(HistorySource source, QString email, std::stop_token stop)
{
    const QString hand = byHand(source, email);
    const QString key = u"agents/%1/%2/%3"_s.arg(source.id, normalised(email), hand);
    const std::optional<Known> remembered = known(key);
    if (remembered && remembered->learnedAt.secsTo(m_clock.now()) < std::chrono::seconds(kFresh).count() &&
        remembered->learnedAt <= m_clock.now())
        co_return remembered->agents;

    const Result<QList<Agent>> asked = co_await agentsOfRep(source, email, stop);
    if (!asked) {
        // People change less often than networks.
        if (remembered && asked.error().isTransient())
            co_return remembered->agents;
        co_return tl::unexpected(asked.error());
    }
    if (const Result<> kept = m_log.keep(key, toBytes(*asked, m_clock.now())); !kept)
        co_return tl::unexpected(kept.error());
    co_return *asked;
}

} // namespace callcard
