#pragma once

#include <callcard/ui/settingspage.h>

#include <QAbstractNativeEventFilter>
#include <QKeySequence>
#include <QObject>

#include <cstdint>
#include <vector>

namespace callcard {

/// One key combination that works in every program, on X11. Elsewhere, or when another program has it, it does nothing, which set() tells.
class GlobalHotkey final : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    explicit GlobalHotkey(QObject *parent = nullptr);
    ~GlobalHotkey() override;

    /// Empty: none. Takes the place of the one before.
    [[nodiscard]] ui::ShortcutTrouble set(const QKeySequence &keys);

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
