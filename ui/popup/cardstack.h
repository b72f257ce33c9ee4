#pragma once

#include <callcard/ui/callcard.h>
#include <callcard/ui/popup.h>

#include <QBasicTimer>
#include <QPointer>
#include <QScreen>

#include <memory>
#include <vector>

namespace callcard::ui {

class CounterPill;
class DigestCard;
class FloatingWindow;
class TextCard;
class Toast;

/// The cards of one screen: who is shown in full, who small, who waits behind the counter, and where. Windows are made once and reused.
class CardStack final : public QObject
{
    Q_OBJECT

public:
    CardStack(const Clock &clock, CardPlatform &platform, QObject *parent);
    ~CardStack() override;

    void prepare();
    void setOptions(const CardOptions &options);
    void setCorner(PopupCorner corner);
    void setScreen(QScreen *screen);
    [[nodiscard]] QScreen *screen() const { return m_screen; }

    void show(const Card &card, const CardExtras &extras);
    void update(const Card &card, const CardExtras &extras);
    void setExtras(const CallId &id, const CardExtras &extras);
    void rename(const CallId &from, const CallId &into, const CardExtras &extras);
    void close(const CallId &id);
    void closeAll();
    /// Several changes follow: arranged once, at their end.
    void holdStill(bool still);
    void showText(const TextToast &toast);
    void closeText(const MessageId &message);
    void setTemplates(const QStringList &templates);
    void showDigest(const QuietDigest &digest, const QDateTime &now);
    bool takeKeyboard();
    void leaveKeyboard();
    [[nodiscard]] bool hasKeyboard() const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }

Q_SIGNALS:
    void wished(const callcard::ui::CardWish &wish, const callcard::Card &card);
    void hovered(const callcard::CallId &id, bool hovered); ///< By the pointer, or a hand is at it.
    void painted(const callcard::CallId &id);
    void replySent(const callcard::MessageId &message, const QString &text);
    void templateKept(const QString &text);
    void templateDropped(const QString &text);
    void openCustomer(const callcard::CustomerId &customer);
    void callBackInOrder();
    void showMissed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Entry {
        CallId call{}; ///< Empty: a text or the digest.
        Card card{};
        CardExtras extras{};
        FloatingWindow *window{}; ///< Null: behind the counter.
        bool hovered{};
        bool held{}; ///< As it was last told.
    };
    [[nodiscard]] Entry *find(const CallId &id);
    [[nodiscard]] Entry *entryOf(const FloatingWindow *window);
    [[nodiscard]] CallCard *cardOf(const Entry &entry) const;
    [[nodiscard]] Toast *toastOf(const Entry &entry) const;
    [[nodiscard]] bool hasHand(const Entry &entry) const; ///< Somebody writes in it, or has the keyboard there.
    FloatingWindow *freeCardWindow();
    FloatingWindow *makeCardWindow();
    void bind(Entry &entry);
    void unbind(Entry &entry);
    void settleHeld(Entry &entry);
    void arrange();
    void makePill();
    void showPill(const QRect &rect, int hidden, bool ringing);
    void onHovered(FloatingWindow *window, bool on);
    void onWish(const CardWish &wish);
    void moveKeyboard(FloatingWindow *from, int step);
    void takeKeyboardFrom(Entry &entry);
    void giveKeyboard(Entry &entry);
    void waitWith(const TextToast &toast);
    void removeToast(FloatingWindow *window);
    void addToast(FloatingWindow *window);
    void bindToast(FloatingWindow *window, Toast *toast);
    [[nodiscard]] static bool isBehindCounter(const Entry &entry);
    void turnOver();

    const Clock &m_clock;
    CardPlatform &m_platform;
    CardOptions m_options;
    PopupCorner m_corner{PopupCorner::TopRight};
    QPointer<QScreen> m_screen;
    std::vector<Entry> m_entries; // newest first
    std::vector<std::unique_ptr<FloatingWindow>> m_cardWindows;
    std::unique_ptr<FloatingWindow> m_textWindow;
    std::unique_ptr<FloatingWindow> m_digestWindow;
    std::unique_ptr<FloatingWindow> m_pillWindow;
    CounterPill *m_pill{};
    TextCard *m_text{};
    DigestCard *m_digest{};
    QBasicTimer m_textStays;
    QList<TextToast> m_waitingTexts;
    bool m_arranging{};
    bool m_still{};
};

} // namespace callcard::ui
