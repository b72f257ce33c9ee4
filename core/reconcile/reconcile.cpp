#include <callcard/reconcile.h>

#include "comparedocuments.h"
#include "comparelogs.h"

#include <callcard/goalprogress.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString differenceReasonName(DifferenceReason reason)
{
    switch (reason) {
    case DifferenceReason::MissingHere:
        return u"missing-here"_s;
    case DifferenceReason::MissingThere:
        return u"missing-there"_s;
    case DifferenceReason::InProgress:
        return u"in-progress"_s;
    case DifferenceReason::OtherDay:
        return u"other-day"_s;
    case DifferenceReason::OtherOutcome:
        return u"other-outcome"_s;
    case DifferenceReason::OtherDuration:
        return u"other-duration"_s;
    case DifferenceReason::OtherAgent:
        return u"other-agent"_s;
    case DifferenceReason::ProviderCountsOther:
        return u"provider-counts-other"_s;
    case DifferenceReason::NotWritten:
        return u"not-written"_s;
    case DifferenceReason::WaitingToBeSent:
        return u"waiting-to-be-sent"_s;
    case DifferenceReason::ChangedSinceWritten:
        return u"changed-since-written"_s;
    case DifferenceReason::OtherCalls:
        return u"other-calls"_s;
    case DifferenceReason::OtherClient:
        return u"other-client"_s;
    case DifferenceReason::DuplicateDocument:
        return u"duplicate-document"_s;
    }
    Q_UNREACHABLE();
}

namespace {

using DaySource = std::pair<QDate, QString>;
using Days = std::map<DaySource, DailyMetrics>;

Days daysOf(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep, const DayRange &range)
{
    Days days;
    for (const DailyMetrics &day : dailyMetrics(calls, texts, rep, range.from, range.to))
        days.insert_or_assign({day.day, day.source}, day);
    return days;
}

double figure(const Days &days, const DaySource &key, const QString &type)
{
    const auto day = days.find(key);
    return day == days.end() ? 0.0 : figureOf(day->second, type).value_or(0);
}

class Reconciling
{
public:
    explicit Reconciling(const ReconcileInput &input) : m_input(input), m_ours(daysOf(input.calls, input.texts, input.rep, input.range))
    {
        for (const ProviderLog &log : input.providers) {
            m_asked.insert_or_assign(log.source, log.days);
            m_theirs.merge(daysOf(log.calls, log.texts, input.rep, input.range));
            m_parted.merge(compareLogs(input, log));
        }
        for (const ProviderCount &count : input.analytics)
            m_published[{count.day, count.source}] = count.calls;
        for (const StoredFigure &document : input.stored.value_or(QList<StoredFigure>())) {
            if (document.user == input.user && input.sources.contains(document.source) && figureTypes().contains(document.type) &&
                document.day >= input.range.from && document.day <= input.range.to)
                m_documents[{document.day, document.source, document.type}].append(document);
        }
        for (const CountedCall &call : newestReports(input.calls)) {
            if (belongsTo(input.rep, call.agentEmail))
                m_calls[{civilDay(call.userDay, call.startedAt, input.rep.zone), call.source}].append(call);
        }
    }

    QList<ReconciledFigure> run()
    {
        std::map<FigureKey, bool> keys;
        for (const Days *days : {&m_ours, static_cast<const Days *>(&m_theirs)}) {
            for (const auto &[key, day] : *days) {
                for (const QString &type : figureTypes())
                    keys[{key.first, key.second, type}] = true;
            }
        }
        for (const auto &[key, documents] : m_documents)
            keys[key] = true;
        for (const auto &[key, calls] : m_published) {
            if (calls > 0)
                keys[{key.first, key.second, kCallsType.toString()}] = true;
        }
        QList<ReconciledFigure> result;
        for (const auto &[key, isThere] : keys) {
            if (m_input.sources.contains(std::get<1>(key)))
                result.append(figureOfKey(key));
        }
        return result;
    }

private:
    ReconciledFigure figureOfKey(const FigureKey &key)
    {
        const auto &[day, source, type] = key;
        ReconciledFigure result{.day = day, .source = source, .type = type, .ours = figure(m_ours, {day, source}, type)};
        if (m_input.stored) {
            const auto own = m_ours.find({day, source});
            const DocumentedFigure documented = compareDocuments(m_input, result, m_documents[key], m_calls[{day, source}],
                                                                 own == m_ours.end() ? QString() : own->second.callIdsDigest);
            result.firestore = documented.value;
            result.differences = documented.differences;
        }
        if (const auto asked = m_asked.find(source); asked != m_asked.end() && day >= asked->second.from && day <= asked->second.to) {
            result.provider = figure(m_theirs, {day, source}, type);
            result.differences += m_parted[key];
        }
        comparePublished(result);
        return result;
    }

    /// Which calls the provider left out or counted twice nobody can tell from a sum; its own log is the nearer witness.
    void comparePublished(ReconciledFigure &figure) const
    {
        const auto published = m_published.find({figure.day, figure.source});
        if (figure.type != kCallsType || published == m_published.end())
            return;
        figure.analytics = published->second;
        const double counted = figure.provider.value_or(figure.ours);
        if (*figure.analytics != counted)
            figure.differences.append(
                {.callId = {}, .reason = DifferenceReason::ProviderCountsOther, .amount = *figure.analytics - counted, .documentId = {}});
    }

    const ReconcileInput &m_input;
    const Days m_ours;
    Days m_theirs;
    std::map<QString, DayRange> m_asked;
    DifferencesByFigure m_parted;
    std::map<DaySource, int> m_published;
    std::map<FigureKey, QList<StoredFigure>> m_documents;
    std::map<DaySource, QList<CountedCall>> m_calls;
};

} // namespace

QList<ReconciledFigure> reconcile(const ReconcileInput &input)
{
    return Reconciling(input).run();
}

} // namespace callcard
