#pragma once

#include <callcard/ui/cardvalues.h>

#include <QWidget>

#include <memory>

namespace callcard {
class Clock;
}

namespace callcard::ui {

enum class CardForm {
    Full,
    Small,   ///< In a stack: band and identity.
    Compact, ///< 288 × 56.
};

/// One call's card, without its window. Shows what it is given and emits wishes. For 400 ms after it appears, or after what it offers
/// changes, it hears no click and no key that would act: the button somebody meant may have become another one.
class CallCard final : public QWidget
{
    Q_OBJECT

public:
    explicit CallCard(const Clock &clock, QWidget *parent = nullptr); ///< The clock outlives us.
    ~CallCard() override;

    void setOptions(const CardOptions &options);
    void setCard(const Card &card, const CardExtras &extras = {});
    void setExtras(const CardExtras &extras);
    /// The call goes on under another name: nothing that is written or pointed at changes.
    void rename(const CallId &into);
    [[nodiscard]] const Card &card() const;
    void setForm(CardForm form);
    [[nodiscard]] CardForm form() const;
    /// The keyboard is in the card: its keys are shown and heard.
    void setKeyboard(bool on);
    [[nodiscard]] bool hasKeyboard() const;
    /// Facts go first, then the note of last time, then rows of the list.
    void setHeightLimit(int height);
    /// What goes by itself shows how long it stays; not while the pointer is over it.
    void setHovered(bool hovered);
    [[nodiscard]] bool isWriting() const; ///< Somebody's hand is in the note: the card must not go.
    [[nodiscard]] bool hasHand() const { return hasKeyboard() || isWriting(); }
    [[nodiscard]] bool isNoteOpen() const;
    [[nodiscard]] bool isMenuOpen() const;
    void restartGuard();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void wished(const callcard::ui::CardWish &wish);
    void keyboardWanted(); ///< A click into the note.
    void handChanged();    ///< hasHand() may be another.
    void sizeChanged();
    void menuClosed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
