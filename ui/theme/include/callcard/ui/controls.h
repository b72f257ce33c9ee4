#pragma once

#include <callcard/ui/theme.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

class QButtonGroup;
class QToolButton;

namespace callcard::ui {

/// The kinds of buttons, ready made. An icon alone always needs its name: it is tool tip and accessible name at once.
[[nodiscard]] QPushButton *primaryButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *plainButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *quietButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *dangerButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *linkButton(const QString &text, QWidget *parent = nullptr);
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent = nullptr); ///< No frame, 28.
[[nodiscard]] QToolButton *framedIconButton(const QString &icon, const QString &name,
                                            QWidget *parent = nullptr); ///< As high as its neighbours.
/// 26 instead of 32.
template <typename Button>
Button *smaller(Button *button)
{
    button->setProperty("small", true);
    button->updateGeometry();
    return button;
}
/// Shows the key that presses it; empty hides it again. Used while a card has the keyboard.
void setKeycap(QAbstractButton *button, const QString &key);

/// On or off at once, no OK.
class Switch final : public QCheckBox
{
    Q_OBJECT

public:
    explicit Switch(const QString &accessibleName, QWidget *parent = nullptr);
};

/// A field with the magnifier at its start and a cross that empties it. Esc empties too, and only then goes on to the parent.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    void setTall(bool tall); ///< 36 instead of 32.

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

/// A choice of a few, in one frame. Left and right move, as with radio buttons.
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr);
    int addSegment(const QString &text);
    void setCount(int index, int count); ///< A figure beside the word, hidden at 0.
    [[nodiscard]] int current() const;
    void setCurrent(int index); ///< Emits nothing.

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace callcard::ui
