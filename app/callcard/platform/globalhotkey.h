#pragma once

#include <QAbstractNativeEventFilter>
#include <QKeySequence>
#include <QObject>

#include <cstdint>
#include <vector>

namespace callcard {

/// One key combination that works in every program, on X11. Elsewhere, or when another program has it, isGrabbed() is false.
class GlobalHotkey final : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit GlobalHotkey(QObject *parent = nullptr);
    ~GlobalHotkey() override;

    /// Empty: none. Takes the place of the one before.
    void set(const QKeySequence &keys);
    [[nodiscard]] bool isGrabbed() const { return !m_grabs.empty(); }

    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

Q_SIGNALS:
    void pressed();

private:
    struct Grab {
        std::uint8_t key;
        std::uint16_t modifiers;
    };
    void release();
    std::vector<Grab> m_grabs;
    std::uint16_t m_modifiers = 0;
};

} // namespace callcard
