#pragma once

#include <callcard/ui/theme.h>

#include <QStringList>
#include <QWidget>

namespace callcard::ui {

/// A picture made of things that can be pointed at, reached by the arrow keys and heard: bars, cells, rows, or itself as a whole. Its
/// accessible name says what is shown; each thing says its value in a sentence, which is its tool tip too. Nothing in it moves by itself.
class Chart : public QWidget
{
    Q_OBJECT

public:
    explicit Chart(QWidget *parent = nullptr);
    ~Chart() override;

    [[nodiscard]] int count() const { return static_cast<int>(m_sayings.size()); }
    [[nodiscard]] QString saying(int item) const { return m_sayings.value(item); }
    /// Where it is painted; empty while it is scrolled out of sight.
    [[nodiscard]] virtual QRectF placeOf(int item) const = 0;
    [[nodiscard]] int itemAt(const QPointF &point) const; ///< -1: none.

    /// Whether a press leads anywhere; the others are only looked at and heard.
    [[nodiscard]] virtual bool isPressable(int item) const;

    /// The thing the keyboard is at; -1 before it came here.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int item);
    void press(int item); ///< As a click does.
    void askForMenu();    ///< As the menu key does.
    [[nodiscard]] bool hasMenu() const;

Q_SIGNALS:
    void chosen(int item);
    /// What else can be done with the picture, or with the thing that is current in it.
    void menuRequested(const QPoint &onScreen);

protected:
    void setSayings(const QStringList &sayings);
    /// Where an arrow leads from there; the same item where it leads nowhere. At first: along the line, mirrored with the text.
    [[nodiscard]] virtual int beside(int item, int key) const;
    virtual void reveal(int item);
    /// The ring around the current thing, painted last.
    void drawCurrent(QPainter &painter, qreal radius) const;
    [[nodiscard]] int hovered() const { return m_hovered; }
    [[nodiscard]] QRectF visual(const QRectF &logical) const; ///< Mirrored in right-to-left layouts.

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList m_sayings;
    int m_current = -1;
    int m_hovered = -1;
    bool m_byKeyboard = false;
};

} // namespace callcard::ui
