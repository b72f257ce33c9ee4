#include <callcard/metrics.h>

#include <QHash>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Word { Answered, Unanswered, Voicemail, Elsewhere, Failed, InProgress };

/// JustCall's words and RingCentral's, lower-cased and whole.
const QHash<QString, Word> &words()
{
    static const QHash<QString, Word> table{
        {u"answered"_s, Word::Answered},
        {u"accepted"_s, Word::Answered},
        {u"call connected"_s, Word::Answered},
        {u"missed"_s, Word::Unanswered},
        {u"unanswered"_s, Word::Unanswered},
        {u"no answer"_s, Word::Unanswered},
        {u"abandoned"_s, Word::Unanswered},
        {u"abandoned before ringing"_s, Word::Unanswered},
        {u"busy"_s, Word::Unanswered},
        {u"hang up"_s, Word::Unanswered},
        {u"rejected"_s, Word::Unanswered},
        {u"declined"_s, Word::Unanswered},
        {u"cancelled"_s, Word::Unanswered},
        {u"canceled"_s, Word::Unanswered},
        {u"answered not accepted"_s, Word::Unanswered},
        {u"voicemail"_s, Word::Voicemail},
        {u"sent to voicemail"_s, Word::Voicemail},
        {u"answered elsewhere"_s, Word::Elsewhere},
        {u"failed"_s, Word::Failed},
        {u"blocked"_s, Word::Failed},
        {u"restricted"_s, Word::Failed},
        {u"call failed"_s, Word::Failed},
        {u"call failure"_s, Word::Failed},
        {u"wrong number"_s, Word::Failed},
        {u"internal error"_s, Word::Failed},
        {u"international disabled"_s, Word::Failed},
        {u"international restricted"_s, Word::Failed},
        {u"restricted number"_s, Word::Failed},
        {u"no calling credit"_s, Word::Failed},
        {u"not allowed"_s, Word::Failed},
        {u"suspended account"_s, Word::Failed},
        {u"ip phone offline"_s, Word::Failed},
        {u"carrier is not active"_s, Word::Failed},
        {u"edge trunk misconfigured"_s, Word::Failed},
        {u"stopped"_s, Word::Failed},
        {u"in progress"_s, Word::InProgress},
    };
    return table;
}

} // namespace

Outcome outcomeOf(const CountedCall &call)
{
    const auto word = words().constFind(call.outcomeWord.simplified().toLower());
    const bool known = word != words().constEnd();
    if (call.inProgress || (known && *word == Word::InProgress))
        return Outcome::InProgress;
    // Somebody talked: whatever the word says about how it ended.
    if (call.talkTime.count() > 0 || (known && *word == Word::Answered))
        return Outcome::Connected;
    if (!known)
        return Outcome::Unknown;
    const bool incoming = call.direction == CallDirection::Inbound;
    switch (*word) {
    case Word::Unanswered:
        return incoming ? Outcome::Missed : Outcome::NotConnected;
    case Word::Voicemail:
        return incoming ? Outcome::Voicemail : Outcome::NotConnected;
    case Word::Elsewhere:
        return Outcome::Elsewhere;
    default:
        return Outcome::Failed;
    }
}

QString statusLabel(const QString &word)
{
    constexpr qsizetype kLongest = 64; // text from outside becomes a key of maps and documents
    QString label = word.simplified().left(kLongest).toLower();
    if (label.isEmpty())
        return u"Unknown"_s;
    label[0] = label[0].toUpper();
    return label;
}

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::InProgress:
        return u"in-progress"_s;
    case Outcome::Connected:
        return u"connected"_s;
    case Outcome::Missed:
        return u"missed"_s;
    case Outcome::Voicemail:
        return u"voicemail"_s;
    case Outcome::NotConnected:
        return u"not-connected"_s;
    case Outcome::Elsewhere:
        return u"answered-elsewhere"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

} // namespace callcard
