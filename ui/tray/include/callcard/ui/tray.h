#pragma once

#include <callcard/ui/trayicon.h>

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QRect>

#include <memory>

class QMenu;

namespace callcard::ui {

/// One line of a submenu: a call that can be opened.
struct TrayCall {
    QString id{};
    QString name{};   ///< From outside.
    QString detail{}; ///< "1:52 PM", "3 calls"
    QString icon{};   ///< "phone-in", "phone-missed" …
    QString below{};  ///< Company, outcome or note: a second line, where there is room for one.
    bool operator==(const TrayCall &) const = default;
};

/// What the menu may offer. An entry that could do nothing is absent, never grey.
struct TrayOffers {
    bool calls{true}; ///< Missed and recent ones.
    bool quiet{true};
    bool sync{true};
    bool metrics{true};
    bool directory{true};
    bool diagnostics{true};
    bool operator==(const TrayOffers &) const = default;
};

/// Everything the tray shows. Worded by ui/texts already.
struct TrayState {
    TrayLook look{};
    QString headline{};   ///< "Partly connected"
    QString detail{};     ///< The reason and what still works, or the last event.
    QString figures{};    ///< "38 calls · 96 min · 21 texts today"
    QString syncedAt{};   ///< "2:13 PM"
    QString syncing{};    ///< "12 of 30" while a sync runs: the entry stops it.
    QString quietUntil{}; ///< "3:00 PM" while quiet.
    QList<TrayCall> missed{};
    QList<TrayCall> recent{};
    TrayOffers offers{};
    bool canDial{true};
    bool hasLastCard{};
    bool operator==(const TrayState &) const = default;
};

enum class TrayColours { ByPlatform, Mono, Colour };

/// The icon in the panel with its menu. Says the truth, asks by intent, decides nothing.
/// Where there is no tray it waits for one: watch availableChanged() and show the main window meanwhile.
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    void setState(const TrayState &state);
    [[nodiscard]] const TrayState &state() const;
    void setColours(TrayColours colours);
    void setDarkPanel(bool dark); ///< Panels do not say which colour they have; dark is what most of them are.

    void show();
    void hide();
    [[nodiscard]] bool isAvailable() const; ///< A tray exists and shows us.
    [[nodiscard]] QString toolTip() const;
    [[nodiscard]] QString accessibleName() const; ///< "Callcard, partly connected, 2 missed calls"
    [[nodiscard]] QMenu *menu() const;

Q_SIGNALS:
    void availableChanged(bool available);
    void flyoutRequested(const QRect &iconGeometry); ///< Left click; an empty rectangle where the tray gives no position.
    void callBoxRequested();
    void lastCardRequested();
    void missedRequested();
    void callRequested(const QString &id); ///< A line of Missed or Recent was chosen.
    void historyRequested();
    void quietRequested(bool on); ///< For an hour, or end it now.
    void syncRequested();
    void syncStopRequested();
    void metricsRequested();
    void directoryRequested();
    void diagnosticsRequested();
    void settingsRequested();
    void quitRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
