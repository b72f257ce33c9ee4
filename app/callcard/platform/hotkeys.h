#pragma once

#include "globalhotkey.h"
#include "portalshortcuts.h"

#include <optional>

namespace callcard {

/// The two keys that work in every program: into the card, and calling what is marked. X11 gives keys to whoever asks first; elsewhere
/// the desktop's portal hands them out, where there is one.
class Hotkeys final : public QObject
{
    Q_OBJECT

public:
    explicit Hotkeys(QObject *parent = nullptr);

    /// Empty: none.
    void set(const QKeySequence &card, const QKeySequence &call);
    [[nodiscard]] ui::ShortcutTrouble cardTrouble() const { return m_cardTrouble; }
    [[nodiscard]] ui::ShortcutTrouble callTrouble() const { return m_callTrouble; }

Q_SIGNALS:
    void cardPressed();
    void callPressed();
    void troubleChanged();

private:
    void askX11();
    void askPortal();
    void onPortal();

    GlobalHotkey m_x11Card;
    GlobalHotkey m_x11Call;
    std::optional<PortalShortcuts> m_portal; ///< Where X11 is not the desktop.
    QKeySequence m_card;
    QKeySequence m_call;
    ui::ShortcutTrouble m_cardTrouble{};
    ui::ShortcutTrouble m_callTrouble{};
};

} // namespace callcard
