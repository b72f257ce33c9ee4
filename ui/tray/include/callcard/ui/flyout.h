#pragma once

#include <callcard/result.h>
#include <callcard/ui/tray.h>

#include <QDateTime>
#include <QWidget>

#include <memory>
#include <optional>

namespace callcard::ui {

/// A goal of today in the flyout.
struct FlyoutGoal {
    QString name{}; ///< "Calls"
    std::optional<double> value{};
    std::optional<double> target{};
    double share{};
    std::optional<double> pace{};
    bool operator==(const FlyoutGoal &) const = default;
};

struct FlyoutState {
    TrayMark mark{};
    QString headline{}; ///< "Connected"
    QString age{};      ///< "4 s ago"
    bool quiet{};
    QList<FlyoutGoal> goals{};
    QDateTime now{};
    QDateTime readAt{};           ///< When the phone service was read last: the age of the figures.
    std::optional<Error> error{}; ///< Why figures or calls cannot be shown, or get no younger.
    QString errorSource{};        ///< Whose fault it is, as people name it; empty: this computer's.
    bool stale{};                 ///< The figures are old.
    QList<TrayCall> missed{};     ///< To call back; the first two are shown.
    int waiting{};                ///< All of them.
    QList<TrayCall> recent{};
};

/// Today at a glance, one click from the tray: how it stands, who waits, the last calls, a field to call from. Esc or a click elsewhere
/// closes it.
class Flyout final : public QWidget
{
    Q_OBJECT

public:
    explicit Flyout(QWidget *parent = nullptr);
    ~Flyout() override;
    void setState(const FlyoutState &state);
    [[nodiscard]] const FlyoutState &state() const;
    /// Beside the icon, inside the work area.
    void showBeside(const QRect &icon);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void callBackRequested(const QString &id);
    void callRequested(const QString &id); ///< A recent one: show it.
    void missedRequested();
    void callBoxRequested();
    void metricsRequested();
    void settingsRequested();
    void quietRequested(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void leave();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
