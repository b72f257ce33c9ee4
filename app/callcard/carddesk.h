#pragma once

#include "cardframes.h"
#include "outcomelists.h"
#include "platform/x11cards.h"
#include "textdesk.h"

#include <callcard/callprovider.h>
#include <callcard/callrecords.h>
#include <callcard/screenpop.h>
#include <callcard/task.h>
#include <callcard/ui/nativecards.h>
#include <callcard/ui/popup.h>

#include <QObject>
#include <QTimer>

#include <stop_token>

namespace callcard {

class Engine;

/// Puts the cards on the screen, as windows of our own or, where a window cannot choose its place, as notifications of the desktop,
/// and carries out what people do with them.
class CardDesk final : public QObject
{
    Q_OBJECT

public:
    explicit CardDesk(Engine &engine, QObject *parent = nullptr); ///< The engine outlives us.

    /// Calls show as notifications of the desktop, because it gives no window of ours a place; until it turns out that it has none.
    [[nodiscard]] bool isNative() const { return m_native; }
    /// Windows are made and painted once, unseen.
    void prepare();
    /// The hotkey: into the newest card, or out of it. Brings the last card back where none is open.
    void onHotkey();
    void hideAll();
    /// What happened while nobody listened.
    void tellMissedWhileAway(int calls);
    /// How far a call is that is being placed, and what is left to type when it is.
    struct Placing {
        std::optional<ui::CallLegs> legs{};
        bool cancellable{};
        QString typeAfter{};
    };
    void setPlacing(const CallId &call, const std::optional<Placing> &placing);
    void tell(const QString &happened, const QString &remedy) { m_notifications.tell(happened, remedy); }
    /// A text to whoever that call was with.
    void writeText(const LogEntry &entry) { m_texts.write(entry); }
    /// By call control.
    void hangUp(const CallId &call);
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void customerRequested(const callcard::CustomerId &customer);
    void addCustomerRequested(const callcard::CallId &call, const callcard::CallParty &party);
    void linkRequested(const callcard::CallId &call, const callcard::CallParty &party);
    void noteRequested(const callcard::CallId &call); ///< A notification has no room to write.
    void missedRequested();
    void callBackInOrderRequested();
    void dialRequested(const callcard::CallParty &party);
    void cancelRequested(const callcard::CallId &call);

private:
    void wireCards();
    void wireIntents();
    void applySettings();
    void noteLine(const QString &line);
    [[nodiscard]] ui::CardOptions options() const;
    [[nodiscard]] ui::CardExtras extrasOf(const Call &call) const;
    void openCard(const Card &card);
    void openWindowsInstead();
    void renameCard(const CallId &from, const CallId &into);
    void takeWritten(const CallId &id);
    void showDigest();
    void tellHeld();
    [[nodiscard]] QList<Reminder> stillThere(QList<Reminder> reminders) const;
    void choose(const CallId &id, const CustomerId &customer);
    void undoChoice(const CallId &id);
    void openInCrm(const CustomerId &customer);
    void keepNote(const CallId &id, const QString &note);
    void keepPromise(const CallId &id, const QString &text, int days);
    void remindLater(const CallId &id);
    [[nodiscard]] std::optional<Card> card(const CallId &id) const;
    [[nodiscard]] ui::CardExtras noteOf(const CallId &id) const;
    void tellFailure(const QString &source, const Error &error);
    [[nodiscard]] std::optional<Call> call(const CallId &id) const;
    void offerTransfer(const CallId &id, const QString &text);
    QCoro::Task<> learnColleagues(Call call);
    QCoro::Task<> act(Call call, CallAction action, QString target);

    Engine &m_engine;
    X11Cards m_platform;
    bool m_native; ///< Notifications instead of windows.
    ui::Popup m_popup;
    ui::NativeCards m_notifications;
    CardFrames m_frames;
    TextDesk m_texts;
    OutcomeLists m_outcomes;
    QStringList m_lines;   ///< In the order in which they were first heard of: each keeps its colour.
    int m_away = 0;        ///< Calls while offline that were not told yet.
    QList<Reminder> m_due; ///< Likewise.
    QTimer m_tellSoon;
    std::stop_source m_asking; ///< Of providers, which do not live as long as we.
    QHash<CallId, Placing> m_placing;
    QList<Colleague> m_colleagues;
    QString m_colleaguesOf; ///< Which source's: asked for once.
    TaskScope m_scope;
};

} // namespace callcard
