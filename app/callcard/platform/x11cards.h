#pragma once

#include <callcard/ui/popup.h>

#include <QHash>
#include <QRect>

#include <cstdint>

namespace callcard {

/// What cards need from X11 beyond Qt: the keyboard for a window that is not the window manager's, and clicks that fall through the
/// shadow. On any other window system it does what Qt can do.
class X11Cards final : public ui::CardPlatform
{
public:
    void takeKeyboard(QWidget &window) override;
    void returnKeyboard(QWidget &window) override;
    void restrictInput(QWidget &window, const QRect &body) override;

private:
    std::uint32_t m_before = 0; ///< Whose keyboard it was.
    QHash<std::uint64_t, QRect> m_input;
};

} // namespace callcard
