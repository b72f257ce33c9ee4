#include "traymenu.h"

#include <callcard/ui/outsidetext.h>
#include <callcard/ui/tray.h>

#include <QSystemTrayIcon>
#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
/// A panel may start after us; afterwards, one may crash. Waiting is cheap and rare, being there is hardly worth a wake-up.
constexpr int kLookWhileAbsent = 3000; // a panel that is just starting
constexpr int kSoonLooks = 20;
constexpr int kLookWhileLongAbsent = 30000;
constexpr int kLookWhilePresent = 60000;

bool coloursByDefault()
{
#ifdef Q_OS_WIN
    return true;
#else
    return false;
#endif
}
} // namespace

class Tray::Private
{
public:
    explicit Private(Tray &tray) : menu(tray) {}

    void repaint()
    {
        const bool colour = colours == TrayColours::Colour || (colours == TrayColours::ByPlatform && coloursByDefault());
        icon.setIcon(trayIcon(state.look, colour ? TrayInk::colour(darkPanel) : TrayInk::mono(darkPanel)));
    }

    TrayMenu menu; // before the icon: it must outlive its user
    QSystemTrayIcon icon;
    QTimer look;
    TrayState state;
    TrayColours colours{};
    bool darkPanel{true};
    bool wanted{};
    int absentLooks = 0;
    bool available{};
};

Tray::Tray(QObject *parent) : QObject(parent), d(std::make_unique<Private>(*this))
{
    d->icon.setContextMenu(&d->menu);
    connect(&d->icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT
        flyoutRequested(d->icon.geometry());
        else if (reason == QSystemTrayIcon::MiddleClick) Q_EMIT
        callBoxRequested();
    });
    d->look.setTimerType(Qt::VeryCoarseTimer);
    connect(&d->look, &QTimer::timeout, this, [this] { show(); });
    d->repaint();
    d->icon.setToolTip(toolTip());
}

Tray::~Tray() = default;

void Tray::setState(const TrayState &state)
{
    if (state == d->state)
        return;
    const bool lookChanged = !(state.look == d->state.look);
    d->state = state;
    if (lookChanged) // a new icon is a message to the panel: only for a new picture
        d->repaint();
    d->icon.setToolTip(toolTip());
    d->menu.setState(state);
}

const TrayState &Tray::state() const
{
    return d->state;
}

void Tray::setColours(TrayColours colours)
{
    if (std::exchange(d->colours, colours) != colours)
        d->repaint();
}

void Tray::setDarkPanel(bool dark)
{
    if (std::exchange(d->darkPanel, dark) != dark)
        d->repaint();
}

// Also the regular look: without a tray isVisible() would claim true all the same, so only isSystemTrayAvailable() is believed.
void Tray::show()
{
    d->wanted = true;
    const bool available = QSystemTrayIcon::isSystemTrayAvailable();
    if (available && !d->available) {
        d->icon.hide(); // shown before there was a tray, Qt does not register again by itself
        d->icon.show();
    }
    d->absentLooks = available ? 0 : d->absentLooks + 1;
    d->look.start(available ? kLookWhilePresent : d->absentLooks > kSoonLooks ? kLookWhileLongAbsent : kLookWhileAbsent);
    if (available == d->available)
        return;
    d->available = available;
    Q_EMIT
    availableChanged(available);
}

void Tray::hide()
{
    d->wanted = false;
    d->look.stop();
    d->icon.hide();
    if (std::exchange(d->available, false))
        Q_EMIT
    availableChanged(false);
}

bool Tray::isAvailable() const
{
    return d->available;
}

QString Tray::toolTip() const
{
    //: First line of the tray's tool tip. %1: "connected", "partly connected"
    QString text = d->state.headline.isEmpty() ? tr("Callcard") : tr("Callcard: %1").arg(cleaned(d->state.headline));
    const QString second = d->state.look.mark == TrayMark::Connected && !d->state.look.quiet && !d->state.figures.isEmpty()
                               ? d->state.figures + u" · "_s + d->state.detail
                               : d->state.detail;
    if (!second.isEmpty())
        text += u'\n' + cleaned(second);
    return text;
}

QString Tray::accessibleName() const
{
    QString name = tr("Callcard, %1").arg(d->state.headline);
    if (d->state.look.missed > 0)
        name += u", "_s + tr("%n missed call(s)", nullptr, d->state.look.missed);
    if (d->state.look.ringing)
        name += u", "_s + tr("ringing");
    return name;
}

QMenu *Tray::menu() const
{
    return &d->menu;
}

} // namespace callcard::ui
