#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

#include <cstdint>

namespace callcard {

/// Whether windows may be translucent: on X11 somebody owns the compositor's selection; on Wayland always. Follows it coming and going.
class CompositorWatch final : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit CompositorWatch(QObject *parent = nullptr);
    ~CompositorWatch() override;
    [[nodiscard]] bool isRunning() const { return m_running; }

    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

Q_SIGNALS:
    void changed(bool running);

private:
    void look();
    std::uint32_t m_selection = 0;
    std::uint32_t m_manager = 0;
    std::uint32_t m_owner = 0;
    bool m_running = false;
};

} // namespace callcard
