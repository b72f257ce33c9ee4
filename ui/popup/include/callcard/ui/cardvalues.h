#pragma once

#include <callcard/customer.h>
#include <callcard/message.h>
#include <callcard/screenpop.h>
#include <callcard/ui/timetexts.h>

#include <QHash>
#include <QStringList>

#include <optional>

namespace callcard::ui {

/// Something the provider can really do with this call. Two lines in the menu: its name, and its true effect.
struct CardAction {
    QString id{};
    QString icon{};
    QString name{};
    QString effect{};
    bool operator==(const CardAction &) const = default;
};

/// The action of that name ("ignore", "send-to-voicemail", "answer-on-device", "hang-up", "hold", "resume",
/// "transfer", "start-recording", "stop-recording"), worded. Nothing for a name
/// that has no words: what cannot be explained is not offered.
[[nodiscard]] std::optional<CardAction> cardAction(const QString &id);
/// Offered as outcomes until the rep's own or the provider's are known.
[[nodiscard]] QStringList usualOutcomes();

enum class LegState { Waiting, Ringing, Up };

/// Both ends of a call being placed: my device first, then the other side.
struct CallLegs {
    QString device{}; ///< "Desk phone 214", by the provider; empty: my phone.
    LegState mine{};
    LegState theirs{};
    bool operator==(const CallLegs &) const = default;
};

/// Somebody a call can be handed to.
struct TransferTarget {
    QString id{};      ///< As the provider wants it: "+13035550142", "102".
    QString name{};    ///< From outside. Empty: the number is the name.
    QString company{}; ///< Likewise.
    QString number{};  ///< Readable, "extension 102".
    bool operator==(const TransferTarget &) const = default;
};
struct TransferOffer {
    QString query{}; ///< For which text; an offer for another one is passed over.
    QList<TransferTarget> targets{};
    bool operator==(const TransferOffer &) const = default;
};

/// What a card shows beside the call and who it is. `app` fills it in; what is impossible stays empty and is then absent.
struct CardExtras {
    QList<CardAction> actions{};
    QString note{};    ///< As stored.
    bool noteSaved{};  ///< Says "Saved" under the note.
    QString outcome{}; ///< One of outcomesOf() the call.
    std::optional<CallLegs> legs{};
    bool cancellable{}; ///< The provider can stop a call that is being placed.
    TransferOffer transfer{};
    bool recording{};    ///< The call is being recorded just now.
    QString typeAfter{}; ///< Of an outgoing call: what the rep types when the other side answers, "12".
    bool operator==(const CardExtras &) const = default;
};

/// What all cards have in common.
struct CardOptions {
    QString homeRegion{QStringLiteral("US")};
    QString ownEmail{};
    QStringList lines{};                         ///< The place in this list gives a line its colour.
    QStringList outcomes{};                      ///< At most nine: each has its digit.
    QHash<QString, QStringList> theirOutcomes{}; ///< By source: instead of those, where the service takes only its own.
    bool canCall{true};
    bool canRemind{true};
    bool crm{};          ///< A URL template is set: "Open in CRM".
    bool screenShared{}; ///< Others look on: initials only.
    std::chrono::milliseconds endedStays{6'000};
    TimeTexts times{};
};

[[nodiscard]] QStringList outcomesOf(const CardOptions &options, const QString &source);

/// What a person wished by click or key. Popup turns these into signals of their own.
enum class Wish {
    OpenCustomer,
    OpenInCrm,
    Note,
    CopyNumber,
    AddCustomer,
    LinkExisting,
    CallBack,
    Remind,
    Choose,
    MoreChoices,
    NoneOfThese,
    UndoChoice,
    CancelCall,
    Action,
    FindTransfer,
    Transfer,
    Outcome,
    Promise,
    EditNote,
    Pin,
    Unpin,
    Dismiss,
    LeaveKeyboard,
    CardAbove,
    CardBelow,
};

struct CardWish {
    Wish wish{};
    CallId call{};
    CustomerId customer{}; ///< Of OpenCustomer, OpenInCrm and Choose.
    QString text{};        ///< The note, the promise, the outcome, the action's id, whom to hand it to or how to find them.
    int days{-1};          ///< From today until the promise is due; -1: no day.
};

/// A text that came in, with whom it is from.
struct TextToast {
    Message message{};
    CustomerId customer{};
    QString name{}; ///< Empty: nobody we know.
    QString company{};
    QString lineName{};
    bool canReply{};
    QStringList templates{}; ///< What the rep often answers.
    int longestReply{1600};  ///< Characters; what the provider takes.
    QString draft{};         ///< What was written before and could not be sent.
    QString problem{};       ///< Why it was not.
};

/// What happened while no card was allowed.
struct QuietDigest {
    QDateTime from{};
    QDateTime until{};
    QList<DigestLine> calls{};
    QList<TextToast> texts{};
};

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::CardWish)
