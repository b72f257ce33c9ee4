#include <callcard/historyrows.h>

namespace callcard {

using namespace std::chrono_literals;

HistoryRow historyRow(const HistoricCall &row)
{
    return {.rowId = row.rowId,
            .call = callOf(row),
            .userDay = row.userDay,
            .outcomeWord = row.outcomeWord,
            .inProgress = row.inProgress,
            .note = row.notes,
            .disposition = row.disposition,
            .tags = {},
            .rating = {},
            .recordingUrl = row.recordingUrl,
            .transcription = row.transcription,
            .modifiedAt = {}};
}

CountedCall countedCall(const HistoricCall &row)
{
    return {.source = row.event.source,
            .rowId = row.rowId,
            .agentEmail = row.event.agentEmail,
            .direction = row.event.direction,
            .outcomeWord = row.outcomeWord,
            .inProgress = row.inProgress,
            .startedAt = row.event.time,
            .userDay = row.userDay,
            .talkTime = row.event.talkTime.value_or(0s),
            .holdTime = row.event.holdTime.value_or(0s),
            .modifiedAt = {}};
}

CountedCall countedCall(const CountableCall &row)
{
    return {.source = row.source,
            .rowId = row.rowId,
            .agentEmail = row.agentEmail,
            .direction = row.direction,
            .outcomeWord = row.outcomeWord,
            .inProgress = row.inProgress,
            .startedAt = row.startedAt,
            .userDay = row.userDay,
            .talkTime = row.talkTime,
            .holdTime = row.holdTime,
            .modifiedAt = row.modifiedAt};
}

CountedText countedText(const Message &text)
{
    return {.source = text.source,
            .rowId = text.id.text(),
            .agentEmail = text.agentEmail,
            .direction = text.direction,
            .sentAt = text.sentAt,
            .userDay = text.userDay,
            .deleted = text.deleted,
            .modifiedAt = {}};
}

QString emailOfRow(const QString &rowEmail, const Agent &agent, const QString &repEmail)
{
    const bool isAgents = rowEmail.trimmed().isEmpty() || belongsTo({.email = agent.email, .zone = {}}, rowEmail);
    return isAgents ? repEmail : rowEmail;
}

QList<CountedCall> settledCalls(const Countables &countables)
{
    QList<CountedCall> calls;
    calls.reserve(countables.calls.size());
    for (const CountableCall &call : countables.calls) {
        if (!call.provisional)
            calls.append(countedCall(call));
    }
    return calls;
}

QList<CountedText> countedTexts(const Countables &countables)
{
    QList<CountedText> texts;
    texts.reserve(countables.texts.size());
    for (const Message &text : countables.texts)
        texts.append(countedText(text));
    return texts;
}

} // namespace callcard
