#include "hotkeys.h"

#include "x11.h"

#include <QGuiApplication>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kToCard = u"card"_s;
const auto kCallSelection = u"call-selection"_s;

/// Programs of X11 run there too, but hear no key that is meant for another kind of window.
bool isWaylandSession()
{
    return qEnvironmentVariable("XDG_SESSION_TYPE") == "wayland"_L1 || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           QGuiApplication::platformName().startsWith("wayland"_L1);
}

ui::ShortcutTrouble troubleOf(PortalShortcuts::Standing standing)
{
    switch (standing) {
    case PortalShortcuts::Standing::Asking:
        return ui::ShortcutTrouble::None;
    case PortalShortcuts::Standing::Given:
        return ui::ShortcutTrouble::ByDesktop;
    case PortalShortcuts::Standing::Refused:
        return ui::ShortcutTrouble::Refused;
    case PortalShortcuts::Standing::NotHere:
        return ui::ShortcutTrouble::NotHere;
    }
    Q_UNREACHABLE();
}

} // namespace

Hotkeys::Hotkeys(QObject *parent) : QObject(parent)
{
    connect(&m_x11Card, &GlobalHotkey::pressed, this, &Hotkeys::cardPressed);
    connect(&m_x11Call, &GlobalHotkey::pressed, this, &Hotkeys::callPressed);
    if (!isWaylandSession())
        return;
    m_portal.emplace(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"callcard-shortcuts"_s));
    connect(&*m_portal, &PortalShortcuts::standingChanged, this, &Hotkeys::onPortal);
    connect(&*m_portal, &PortalShortcuts::activated, this, [this](const QString &id) {
        if (id == kToCard)
            Q_EMIT
        cardPressed();
        else if (id == kCallSelection) Q_EMIT
        callPressed();
    });
}

void Hotkeys::set(const QKeySequence &card, const QKeySequence &call)
{
    if (card == m_card && call == m_call)
        return;
    m_card = card;
    m_call = call;
    if (m_portal)
        askPortal();
    else
        askX11();
}

void Hotkeys::askX11()
{
    m_cardTrouble = m_x11Card.set(m_card);
    m_callTrouble = m_x11Call.set(m_call);
    Q_EMIT
    troubleChanged();
}

void Hotkeys::askPortal()
{
    QList<PortalShortcuts::Shortcut> wanted;
    if (!m_card.isEmpty())
        wanted.append({.id = kToCard, .description = tr("Go to the card of the call"), .preferred = m_card});
    if (!m_call.isEmpty())
        wanted.append({.id = kCallSelection, .description = tr("Call the marked number"), .preferred = m_call});
    m_portal->bind(wanted);
    onPortal();
}

void Hotkeys::onPortal()
{
    const ui::ShortcutTrouble trouble = troubleOf(m_portal->standing());
    // Without a portal there are at least the windows of X11.
    if (trouble == ui::ShortcutTrouble::NotHere && x11::connection()) {
        askX11();
        return;
    }
    m_cardTrouble = m_card.isEmpty() ? ui::ShortcutTrouble::None : trouble;
    m_callTrouble = m_call.isEmpty() ? ui::ShortcutTrouble::None : trouble;
    Q_EMIT
    troubleChanged();
}

} // namespace callcard
