#include "panelreader.h"

#include <callcard/historyrows.h>
#include <callcard/textreplies.h>

#include <QSet>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

PanelReader::PanelReader(const CallLog &log, std::shared_ptr<const CallFigures> more, Rep rep, QStringList sources)
    : m_log(log), m_more(std::move(more)), m_rep(std::move(rep)), m_sources(std::move(sources))
{
}

Result<> PanelReader::readCoverage()
{
    m_coverage.clear();
    // Also of a provider that is not set up any more: its days were read.
    QSet<QString> asked{u"ringcentral"_s, u"justcall"_s};
    asked.unite(QSet<QString>(m_sources.begin(), m_sources.end()));
    for (const QString &source : std::as_const(asked)) {
        Result<QList<ReadSpan>> spans = m_log.readSpans(source, m_rep.email);
        if (!spans)
            return tl::unexpected(spans.error());
        if (!spans->isEmpty())
            m_coverage.insert(source, *spans);
    }
    return {};
}

ui::Reading PanelReader::readingOf(const QDate &day, const QDate &today, bool hasRows) const
{
    const QDateTime start = dayStart(day, m_rep.zone);
    const QDateTime stop = dayStart(day.addDays(1), m_rep.zone);
    const auto isWhole = [&](const QString &source) {
        QDateTime at = start;
        const QList<ReadSpan> spans = m_coverage.value(source);
        for (const ReadSpan &span : spans) { // ordered by their beginning
            if (span.from <= at && span.to > at)
                at = span.to;
        }
        // Today is not over: what was read of it, and its age, are all there can be.
        return at >= stop || (day == today && at > start);
    };
    const auto isTouched = [&](const QList<ReadSpan> &spans) {
        return std::any_of(spans.begin(), spans.end(), [&](const ReadSpan &span) { return span.from < stop && span.to > start; });
    };
    const QStringList needed = m_sources.isEmpty() ? m_coverage.keys() : m_sources;
    if (!needed.isEmpty() && std::all_of(needed.begin(), needed.end(), isWhole))
        return ui::Reading::Whole;
    return hasRows || std::any_of(m_coverage.begin(), m_coverage.end(), isTouched) ? ui::Reading::Partly : ui::Reading::None;
}

QList<CountedCall> PanelReader::countedCalls(const Countables &found) const
{
    QList<CountedCall> calls;
    calls.reserve(found.calls.size());
    for (const CountableCall &row : found.calls) {
        CountedCall call = countedCall(row);
        if (row.provisional && call.agentEmail.isEmpty())
            call.agentEmail = m_rep.email; // seen on this rep's own line
        calls.append(call);
    }
    return calls;
}

Result<PanelSlice> PanelReader::read(const DayRange &range, const QDate &today) const
{
    const Result<Countables> found = m_log.countables(m_rep.email, range.from, range.to);
    const Result<QList<CalledBack>> back = m_more->calledBack(dayStart(range.from, m_rep.zone), dayStart(range.to.addDays(1), m_rep.zone));
    if (!found || !back)
        return tl::unexpected(!found ? found.error() : back.error());
    const QList<CountedCall> calls = countedCalls(*found);
    const QList<CountedText> texts = countedTexts(*found);
    PanelSlice slice;
    for (QDate day = range.from; day <= range.to; day = day.addDays(1))
        slice.days.append({.day = day});
    const auto at = [&](const QDate &day) -> ui::PanelDay * {
        const qint64 place = range.from.daysTo(day);
        return place >= 0 && place < slice.days.size() ? &slice.days[place] : nullptr;
    };
    for (const DailyMetrics &day : dailyMetrics(calls, texts, m_rep, range.from, range.to))
        at(day.day)->sources.append(day);
    for (const CallMix &mix : callMixes(calls, m_rep, range.from, range.to))
        at(mix.day)->mixes.append(mix);
    const QMap<QDate, TextReplies> replies = textReplies(found->texts, m_rep.zone);
    for (auto reply = replies.cbegin(); reply != replies.cend(); ++reply) {
        if (ui::PanelDay *day = at(reply.key())) {
            day->asked = reply->asked;
            day->replied = reply->replied;
        }
    }
    for (const CalledBack &one : *back) {
        if (ui::PanelDay *day = at(dayOf(one.missedAt)); day != nullptr && one.reachedAt >= one.missedAt) {
            ++day->calledBack;
            day->calledBackAfter += std::chrono::seconds(one.missedAt.secsTo(one.reachedAt));
        }
    }
    for (const CountableCall &row : found->calls) {
        if (!row.provisional || row.inProgress)
            continue;
        if (ui::PanelDay *day = at(civilDay(row.userDay, row.startedAt, m_rep.zone)))
            ++day->provisional;
    }
    for (ui::PanelDay &day : slice.days)
        day.reading = readingOf(day.day, today, !day.sources.isEmpty());
    if (range.to == today && range.from.daysTo(today) >= kUsualReach)
        slice.usual = usualDay(calls, texts, m_rep, today);
    return slice;
}

Result<QList<CallId>> PanelReader::callsBehind(const DayRange &range, const std::function<bool(const CountedCall &)> &counts) const
{
    const Result<Countables> found = m_log.countables(m_rep.email, range.from, range.to);
    if (!found)
        return tl::unexpected(found.error());
    const QList<CountedCall> calls = countedCalls(*found);
    QList<std::pair<QDateTime, CallId>> behind;
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const QDate day = civilDay(calls[i].userDay, calls[i].startedAt, m_rep.zone);
        if (day >= range.from && day <= range.to && belongsTo(m_rep, calls[i].agentEmail) && counts(calls[i]))
            behind.append({calls[i].startedAt, found->calls[i].call});
    }
    std::sort(behind.begin(), behind.end(), [](const auto &left, const auto &right) { return left > right; });
    QList<CallId> ids;
    for (const auto &[at, id] : std::as_const(behind))
        ids.append(id);
    return ids;
}

Result<QList<PersonEntry>> PanelReader::busiest(const DayRange &range, int limit) const
{
    return m_more->busiest(dayStart(range.from, m_rep.zone), dayStart(range.to.addDays(1), m_rep.zone), limit);
}

Result<QList<Message>> PanelReader::textsBehind(const DayRange &range) const
{
    Result<QList<Message>> texts = m_more->texts(m_rep.email, range.from, range.to);
    if (!texts)
        return tl::unexpected(texts.error());
    texts->removeIf([&](const Message &text) {
        const QDate day = civilDay(text.userDay, text.sentAt, m_rep.zone);
        return text.deleted || day < range.from || day > range.to || !belongsTo(m_rep, text.agentEmail);
    });
    return texts;
}

} // namespace callcard
