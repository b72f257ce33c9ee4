#pragma once

#include <callcard/ui/cardvalues.h>

#include <QObject>

#include <memory>

class QRect;
class QWidget;

namespace callcard {
class Clock;
}

namespace callcard::ui {

class CardStack;

enum class PopupCorner { TopLeft, TopRight, BottomLeft, BottomRight };
enum class PopupScreen { Active, Primary, All }; ///< Active: where the pointer is when the first card comes.

/// What only one window system can do for a card. Without one of its own, Qt's way is tried.
class CardPlatform
{
public:
    virtual ~CardPlatform();
    /// Gives the window the keyboard, after the hotkey or a click into a field. X11: an override-redirect window needs xcb for it.
    virtual void takeKeyboard(QWidget &window);
    /// Back to whom it belonged before.
    virtual void returnKeyboard(QWidget &window);
    /// X11: an input region of the card without its shadow. `body` is in the window's coordinates.
    virtual void restrictInput(QWidget &window, const QRect &body);
};

/// All cards on the screen. Shows what it is told and closes it at once when told; everything a person does comes out as a signal.
/// Never takes the focus unless takeKeyboard() is called or a field is clicked.
class Popup final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    explicit Popup(const Clock &clock, QObject *parent = nullptr);
    Popup(const Clock &clock, CardPlatform &platform, QObject *parent = nullptr);
    ~Popup() override;

    /// Makes the windows and paints them once, hidden, so that the first call need not wait for fonts and icons.
    void prepare();
    void setOptions(const CardOptions &options);
    void setCorner(PopupCorner corner);
    void setScreen(PopupScreen screen);

    void show(const callcard::Card &card);   ///< Also brings a card back that is there already.
    void update(const callcard::Card &card); ///< Nothing for a card that is not there.
    /// The card goes on as another call's; where that has one too they become one. A hand that writes in it goes on writing.
    void rename(const callcard::CallId &from, const callcard::CallId &into);
    void close(const callcard::CallId &id);
    void closeAll();
    /// Many changes at once, arranged once: what a storm of events comes to within one frame.
    struct Changes {
        QList<CallId> closed{};
        QList<Card> changed{};
        QList<Card> opened{}; ///< Oldest first.
    };
    void apply(const Changes &changes);
    void setExtras(const callcard::CallId &id, const callcard::ui::CardExtras &extras); ///< Kept until the card closes.
    [[nodiscard]] CardExtras extras(const CallId &id) const;

    /// One at a time; who comes meanwhile waits. The one that is there already, by its message, takes what is new in it.
    void showText(const TextToast &toast);
    /// Its reply was sent: the next one can come.
    void closeText(const callcard::MessageId &message);
    /// Of the texts that are there; new ones bring theirs.
    void setTemplates(const QStringList &templates);
    /// When the pointer has been still for two seconds, or at once.
    void setDigest(const QuietDigest &digest, bool atOnce = false);

    /// The hotkey: the newest card has the keyboard, or gives it back. False: there is no card.
    bool takeKeyboard();
    [[nodiscard]] int count() const; ///< Cards, shown or behind the counter.

Q_SIGNALS:
    void openCustomer(const callcard::CustomerId &customer);
    void openInCrm(const callcard::CustomerId &customer);
    void noteChanged(const callcard::CallId &id, const QString &note);                ///< At every keystroke.
    void outcomeChosen(const callcard::CallId &id, const QString &outcome);           ///< Empty: taken back.
    void promiseRequested(const callcard::CallId &id, const QString &text, int days); ///< See CardWish::days.
    void copyNumber(const callcard::CallParty &party);
    void callBack(const callcard::CallId &id, const callcard::CallParty &party);
    void cancelCall(const callcard::CallId &id);
    void remindRequested(const callcard::CallId &id);
    void actionRequested(const callcard::CallId &id, const QString &action);
    /// Whoever hears it answers with CardExtras::transfer.
    void transferSearched(const callcard::CallId &id, const QString &text);
    void transferRequested(const callcard::CallId &id, const QString &target); ///< TransferTarget::id
    void addCustomer(const callcard::CallId &id, const callcard::CallParty &party);
    void linkExisting(const callcard::CallId &id, const callcard::CallParty &party); ///< Also "None of these" and the longer list.
    void chosen(const callcard::CallId &id, const callcard::CustomerId &customer);
    void choiceUndone(const callcard::CallId &id);
    void dismissed(const callcard::CallId &id);
    void pinned(const callcard::CallId &id, bool pinned);
    void hovered(const callcard::CallId &id, bool hovered);
    void painted(const callcard::CallId &id); ///< A card that was shown stands on the screen now.
    /// The toast waits with the text until closeText(), or showText() with what went wrong.
    void replySent(const callcard::MessageId &message, const QString &text);
    void templateKept(const QString &text);
    void templateDropped(const QString &text);
    void callBackInOrder();
    void showMissed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
