#include "tabwalk.h"

#include "controls.h"
#include "shown.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QDateTimeEdit>
#include <QImage>
#include <QKeyEvent>
#include <QPointer>
#include <QScrollArea>
#include <QSet>
#include <QWidget>

#include <algorithm>

namespace callcard::gallery {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostStops = 400;
constexpr int kMostArrows = 24;
constexpr int kMostSections = 5; ///< Of a field for a day or a time.
constexpr int kLeastPixels = 12; ///< That differ where the keyboard is.
constexpr int kRingRoom = 6;

void press(QWidget &window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QCoreApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QCoreApplication::sendEvent(QApplication::focusWidget() ? QApplication::focusWidget() : &window, &up);
    QCoreApplication::sendPostedEvents();
}

int differingPixels(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return kLeastPixels;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

class TabWalk
{
public:
    TabWalk(QString state, QWidget &window) : m_state(std::move(state)), m_window(window) {}

    QStringList faults()
    {
        if (QWidget *focused = m_window.focusWidget()) // from the beginning, wherever the state has it
            focused->clearFocus();
        // As it is now: an arrow may choose something and bring other things into sight.
        QList<QPointer<QWidget>> controls;
        for (QWidget *widget : m_window.findChildren<QWidget *>()) {
            if (widget->isVisibleTo(&m_window) && widget->isEnabled() && isControl(widget) && !isPart(widget) && isWorthIt(*widget))
                controls += widget;
        }
        goRound();
        goBack();
        lookAgain();
        tryArrows();
        for (const QPointer<QWidget> &widget : std::as_const(controls)) {
            if (widget && !isReached(*widget))
                fault(*widget, u"is not reached by Tab or arrows"_s);
        }
        m_faults.removeDuplicates();
        return m_faults;
    }

private:
    void fault(const QWidget &widget, const QString &what)
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
        m_faults += u"%1: %2 %3 \"%4\" %5"_s.arg(m_state, QString::fromLatin1(widget.metaObject()->className()).remove(u"callcard::ui::"_s),
                                                 widget.objectName(), spoken ? spoken->text(QAccessible::Name).left(40) : QString(), what);
    }

    /// A list without rows and a picture without figures have nothing to be reached.
    static bool isWorthIt(const QWidget &widget)
    {
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
            return view->model() && view->model()->rowCount() > 0;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
        return !widget.inherits("callcard::ui::Chart") || (spoken && (spoken->childCount() > 0 || spoken->role() != QAccessible::List));
    }

    [[nodiscard]] bool isReached(const QWidget &widget) const
    {
        return m_reached.contains(&widget) || (widget.focusProxy() && m_reached.contains(widget.focusProxy()));
    }

    [[nodiscard]] QRect placeOf(const QWidget &widget) const { return QRect(widget.mapTo(&m_window, QPoint()), widget.size()); }

    /// The ring lies outside its widget.
    [[nodiscard]] QImage pictureOf(const QWidget &widget) const
    {
        const QRect place = placeOf(widget).adjusted(-kRingRoom, -kRingRoom, kRingRoom, kRingRoom).intersected(m_window.rect());
        return m_window.grab(place).toImage();
    }

    void checkOrder(const QWidget &from, const QWidget &to)
    {
        const QRect a = placeOf(from);
        const QRect b = placeOf(to);
        const bool mirrored = m_window.layoutDirection() == Qt::RightToLeft;
        const bool before = mirrored ? b.left() >= a.right() : b.right() <= a.left();
        const bool after = mirrored ? b.right() <= a.left() : b.left() >= a.right();
        const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
        const bool sameLine = shared > std::min(a.height(), b.height()) / 2;
        if (b.bottom() <= a.top() && !after)
            fault(to, u"comes after what stands below it"_s + nameOf(from));
        else if (sameLine && before && std::min(a.height(), b.height()) * 3 > std::max(a.height(), b.height()))
            fault(to, u"comes after what stands behind it on the line"_s + nameOf(from));
    }

    static QString nameOf(const QWidget &widget)
    {
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
        return u" ("_s + (spoken ? spoken->text(QAccessible::Name).left(40) : widget.objectName()) + u')';
    }

    void goRound()
    {
        for (int i = 0; i < kMostStops; ++i) {
            QWidget *before = QApplication::focusWidget();
            press(m_window, Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            for (int section = 0; now && now == before && section < kMostSections && qobject_cast<QDateTimeEdit *>(now); ++section) {
                press(m_window, Qt::Key_Tab); // from the hours to the minutes, and then out
                now = QApplication::focusWidget();
            }
            if (!now || m_reached.contains(now)) {
                if (now && now == before && m_stops.size() > 1)
                    fault(*now, u"holds the keyboard fast"_s);
                break;
            }
            if (!m_stops.isEmpty())
                checkOrder(*m_stops.last(), *now);
            m_stops += now;
            m_reached.insert(now);
            m_seen += pictureOf(*now);
            if (before && m_stops.size() > 1)
                checkSeen(m_stops.size() - 2);
        }
        if (m_stops.size() > 1)
            checkSeen(m_stops.size() - 1);
    }

    /// The keyboard has moved on: what is different there now showed where it was.
    void checkSeen(qsizetype stop)
    {
        if (!m_stops.at(stop))
            return;
        const QWidget &widget = *m_stops.at(stop);
        if (QApplication::focusWidget() != &widget && differingPixels(m_seen.at(stop), pictureOf(widget)) < kLeastPixels)
            m_doubtful += m_stops.at(stop);
    }

    /// Again and at rest, for what was on its way into sight at the first time.
    void lookAgain()
    {
        for (const QPointer<QWidget> &widget : std::as_const(m_doubtful)) {
            if (!widget || !widget->isVisibleTo(&m_window))
                continue;
            for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(parent))
                    area->ensureWidgetVisible(widget);
            }
            widget->setFocus(Qt::TabFocusReason);
            settle();
            const QImage with = pictureOf(*widget);
            widget->clearFocus();
            settle();
            if (differingPixels(with, pictureOf(*widget)) < kLeastPixels)
                fault(*widget, u"does not show that it has the keyboard"_s);
        }
    }

    void goBack()
    {
        QSet<const QWidget *> back;
        for (qsizetype i = 0; i < m_stops.size() * kMostSections; ++i) {
            press(m_window, Qt::Key_Backtab, Qt::ShiftModifier);
            if (const QWidget *now = QApplication::focusWidget())
                back.insert(now);
        }
        for (const QPointer<QWidget> &stop : std::as_const(m_stops)) {
            if (stop && !back.contains(stop))
                fault(*stop, u"is not reached by Shift+Tab"_s);
        }
    }

    /// Inside a group arrows lead on.
    void tryArrows()
    {
        // From the end: what stands first often chooses what stands behind it.
        for (qsizetype i = m_stops.size() - 1; i >= 0; --i) {
            const QPointer<QWidget> stop = m_stops.at(i);
            const auto *choice = qobject_cast<QAbstractButton *>(stop.data());
            if (!choice || !choice->isCheckable()) // others pass the arrows on, to anywhere
                continue;
            for (const int key : {Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Up}) {
                if (!stop || !stop->isVisibleTo(&m_window))
                    break;
                stop->setFocus(Qt::TabFocusReason);
                for (int step = 0; step < kMostArrows; ++step) {
                    QWidget *before = QApplication::focusWidget();
                    press(m_window, key);
                    QWidget *now = QApplication::focusWidget();
                    if (!now || !stop || now == before || now->parentWidget() != stop->parentWidget())
                        break;
                    m_reached.insert(now);
                }
            }
        }
    }

    const QString m_state;
    QWidget &m_window;
    QList<QPointer<QWidget>> m_stops; // an arrow may choose something and build anew
    QList<QImage> m_seen;
    QList<QPointer<QWidget>> m_doubtful;
    QSet<const QWidget *> m_reached;
    QStringList m_faults;
};

} // namespace

QStringList unreachable(const QString &state, const Entry &entry)
{
    const std::unique_ptr<QWidget> window = shown(entry);
    return TabWalk(state, *window).faults();
}

} // namespace callcard::gallery
