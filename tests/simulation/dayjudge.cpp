// What must be true in the evening: the log and the figures are the provider's, and nothing is left over.
#include "providerlog.h"
#include "simulatedday.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QDate>
#include <QMap>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace callcard::simulation {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kZone = "America/Denver"; // the demo's rep's

/// A day's figures by the paper, from the provider's rows and nothing else.
struct Figures {
    int calls{};
    int talkSeconds{};
    int texts{};
};

QMap<QDate, Figures> figuresOf(const ProviderDay &log)
{
    const QTimeZone zone(kZone);
    QMap<QDate, Figures> days;
    for (const ProviderRow &row : log.calls) {
        Figures &day = days[row.startedAt.toTimeZone(zone).date()];
        ++day.calls;
        day.talkSeconds += row.talkSeconds;
    }
    for (const ProviderText &text : log.texts)
        days[text.sentAt.toTimeZone(zone).date()].texts += text.outbound ? 1 : 0;
    return days;
}

QString difference(const LogEntry &entry, const ProviderRow &row)
{
    const Call &call = entry.call;
    if (call.isLive())
        return u"still "_s + callStateName(call.state);
    if ((call.direction == CallDirection::Inbound) != row.inbound)
        return u"the wrong way"_s;
    if (std::abs(call.startedAt.secsTo(row.startedAt)) > 2)
        return u"begun at %1 instead of %2"_s.arg(call.startedAt.toString(Qt::ISODate), row.startedAt.toString(Qt::ISODate));
    if (call.wasAnswered() != row.talked)
        return row.talked ? u"not answered"_s : u"answered"_s;
    if (row.talked && call.talkTime.value_or(std::chrono::seconds(-1)).count() != row.talkSeconds)
        return u"%1 s of talk instead of %2"_s.arg(call.talkTime.value_or(std::chrono::seconds(-1)).count()).arg(row.talkSeconds);
    const QString number = call.remote.number ? call.remote.number->e164() : QString();
    if (!call.internal && row.number.startsWith(u'+') && !number.isEmpty() && number != row.number)
        return u"with %1 instead of %2"_s.arg(number, row.number);
    if (row.inbound && !row.talked && entry.isMissed() != (call.reason == EndReason::Missed || call.reason == EndReason::Voicemail))
        return u"missed or not"_s;
    return {};
}

} // namespace

void SimulatedDay::judge()
{
    if (!m_engine || !m_engine->callBook().log())
        return complain(u"there is no log"_s);
    if (!m_engine->tracker().liveCalls().isEmpty())
        complain(u"%1 calls still live in the evening"_s.arg(m_engine->tracker().liveCalls().size()));
    for (const Card &card : m_engine->screenPop().openCards()) {
        if (card.call.isLive())
            complain(u"a card of a live call in the evening"_s);
    }
    judgeLog();
    judgeFigures();
    judgeRecords();
    judgeNotes();
    const Json journal = control("journal", {{"limit", 5000}});
    QByteArrayList lines;
    for (const Json &entry : journal.at("requests")) {
        const std::string target = entry.at("target").get<std::string>();
        lines.append(QByteArray::fromStdString(entry.at("at").dump() + entry.at("method").get<std::string>() +
                                               target.substr(0, target.find('?')) + entry.at("status").dump()));
    }
    std::sort(lines.begin(), lines.end()); // of those on their way together either may come first
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(lines.join('\n'));
    m_trace = hash.result().toHex();
    const Json counters = control("counters").at("counters");
    for (const auto &[service, counts] : counters.items())
        m_tally.requests += counts.value("requests", 0);
}

void SimulatedDay::judgeLog()
{
    const QDateTime since = QDateTime::fromSecsSinceEpoch(m_plan.begins, Qt::UTC).addDays(-2);
    const std::optional<ProviderDay> provider = readProvider(m_cloud, m_order.source, since);
    if (!provider)
        return complain(u"the provider's log cannot be read"_s);
    QHash<QString, ProviderRow> rows;
    for (const ProviderRow &row : provider->calls) {
        for (const QString &session : row.sessions)
            rows.insert(session, row);
    }
    const CallLog &log = *m_engine->callBook().log();
    HistoryQuery query{.from = since};
    query.limit = 500;
    QHash<QString, int> seen;
    for (bool more = true; more;) {
        const Result<HistoryPage> page = log.history(query);
        if (!page)
            return complain(u"the log cannot be read"_s);
        for (const LogEntry &shown : page->entries) {
            query.before = shown.place;
            const Result<std::optional<LogEntry>> entry = log.entry(shown.call.id);
            if (!entry || !*entry) {
                complain(u"an entry vanished"_s);
                continue;
            }
            const QString session = (*entry)->call.sessionId;
            m_logged.insert(session, **entry);
            const auto row = rows.constFind(session);
            if (++seen[row == rows.constEnd() ? session : row->id] == 2)
                complain(u"the call %1 is there twice"_s.arg(session));
            if (row == rows.constEnd()) {
                if (!(*entry)->countedAs.isEmpty())
                    complain(u"the call %1 counts here, and the provider has none"_s.arg(session));
                else if ((*entry)->call.isLive())
                    complain(u"the call %1 lives on in the log"_s.arg(session));
                continue;
            }
            if ((*entry)->countedAs.size() != 1)
                complain(u"the call %1 counts %2 times"_s.arg(session).arg((*entry)->countedAs.size()));
            if (const QString differs = difference(**entry, *row); !differs.isEmpty())
                complain(u"the call %1 (%2) is %3"_s.arg(session, row->result, differs));
        }
        more = page->more && !page->entries.isEmpty();
    }
    for (const ProviderRow &row : provider->calls) {
        if (!seen.contains(row.id))
            complain(u"the call %1 (%2) is lost"_s.arg(row.sessions.constFirst(), row.result));
    }
}

void SimulatedDay::judgeFigures()
{
    const QTimeZone zone(kZone);
    const QDateTime begins = QDateTime::fromSecsSinceEpoch(m_plan.begins, Qt::UTC);
    const QDate first = begins.toTimeZone(zone).date().addDays(-1);
    const QDate last = begins.addDuration(m_elapsed).toTimeZone(zone).date();
    const std::optional<ProviderDay> provider = readProvider(m_cloud, m_order.source, first.startOfDay(zone).toUTC());
    if (!provider)
        return complain(u"the provider's log cannot be read"_s);
    const QMap<QDate, Figures> expected = figuresOf(*provider);
    const Json company = control("company");
    const std::string user = company.at("reps").at(0).at("firebaseUid").get<std::string>();
    const std::string source = m_order.source == "ringcentral"_L1 ? "ringcentral" : "justcall";
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        const Figures figures = expected.value(day);
        const std::map<std::string, qint64> values{{"phone_call_quantity", figures.calls},
                                                   {"talk_time_minutes", qRound64(figures.talkSeconds / 60.0)},
                                                   {"sms_quantity", figures.texts}};
        for (const auto &[type, value] : values) {
            const std::string id = user + '_' + type + '_' + day.toString(Qt::ISODate).toStdString() + '_' + source;
            const Json document = control("document.get", {{"service", "firestore"}, {"path", "metrics/" + id}}).at("document");
            const QString where = QString::fromStdString(type) + u' ' + day.toString(Qt::ISODate);
            if (document.is_null()) {
                if (value != 0)
                    complain(u"%1 is not in Firestore instead of %2"_s.arg(where).arg(value));
                continue;
            }
            const Json &stored = document.at("fields").at("value");
            const qint64 is = stored.contains("integerValue") ? std::stoll(stored.at("integerValue").get<std::string>()) : -1;
            if (is != value)
                complain(u"%1 is %2 in Firestore instead of %3"_s.arg(where).arg(is).arg(value));
        }
    }
}

/// Every call that was seen here while it lived has its record, and the record knows how it ended.
void SimulatedDay::judgeRecords()
{
    const std::string user = control("company").at("reps").at(0).at("firebaseUid").get<std::string>();
    const Json documents =
        control("documents", {{"service", "firestore"}, {"collection", "calls"}, {"limit", 10'000}}).value("documents", Json::array());
    for (const Json &document : documents) {
        const Json &fields = document.at("fields");
        if (fields.at("userId").value("stringValue", std::string()) != user)
            continue;
        const QString session = QString::fromStdString(fields.at("callId").value("stringValue", std::string()));
        const QString status = QString::fromStdString(fields.at("status").value("stringValue", std::string()));
        const auto entry = m_logged.constFind(session);
        if (entry != m_logged.constEnd() && entry->call.reason == EndReason::Unknown)
            continue; // nobody knows, neither the provider's log nor we
        if (status == "queued"_L1 || status == "ringing"_L1 || status == "in-progress"_L1)
            complain(u"the record of %1 says %2 in the evening"_s.arg(session, status));
        else if (entry != m_logged.constEnd() && entry->call.wasAnswered() != (status == "completed"_L1))
            complain(u"the record of %1 says %2"_s.arg(session, status));
    }
}

void SimulatedDay::judgeNotes()
{
    for (const auto &[call, note] : m_notes.asKeyValueRange()) {
        const Json played = control("call.get", {{"call", m_played[call].number}}).value("call", Json::object());
        if (played.value("notes", std::string()) != note && !played.value("deleted", false))
            complain(u"the note on %1 did not arrive"_s.arg(QString::fromStdString(m_played[call].sid)));
    }
}

} // namespace callcard::simulation
