#pragma once

#include "cardface.h"

#include <QWidget>

#include <array>

class QMenu;
class QPushButton;
class QToolButton;

namespace callcard::ui {

/// The buttons at the bottom and the menu behind ⋯. A button that has no room goes into the menu, none is squeezed.
class ActionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionRow(QWidget *parent);
    void setButtons(const QList<CardButton> &buttons, bool primary, const QList<CardButton> &menu);
    void setPrimaryText(const QString &text);
    void setKeycaps(bool shown);
    [[nodiscard]] bool isEmpty() const { return m_buttons.isEmpty() && m_menu.isEmpty(); }
    [[nodiscard]] int wantedHeight() const;
    [[nodiscard]] QAbstractButton *first() const; ///< The primary one, or what stands first.
    [[nodiscard]] bool offers(Wish wish) const;
    void pressPrimary();
    void openMenu(QWidget *below);
    [[nodiscard]] bool isMenuOpen() const;
    [[nodiscard]] bool hasMenu() const { return !m_menu.isEmpty(); }

Q_SIGNALS:
    void pressed(const callcard::ui::CardButton &button);
    void menuClosed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] QAbstractButton *widgetOf(qsizetype index) const;

    QPushButton *m_primary;
    std::array<QPushButton *, 3> m_plain{};
    QToolButton *m_icon;
    QToolButton *m_more;
    QMenu *m_popup{};
    QList<CardButton> m_buttons;
    QList<CardButton> m_overflow;
    QList<CardButton> m_menu;
    bool m_hasPrimary{};
    bool m_keycaps{};
};

} // namespace callcard::ui
