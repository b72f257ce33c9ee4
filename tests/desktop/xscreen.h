#pragma once

#include <QImage>
#include <QList>
#include <QRect>

#include <cstdint>
#include <memory>

struct xcb_connection_t;

namespace callcard::testing {

/// A window as the X server knows it: what a person sees, whatever a program claims.
struct XWindow {
    std::uint32_t id{};
    QRect rect{}; ///< On the screen.
    QByteArray program{};
    bool overrideRedirect{};
};

class XScreen
{
public:
    explicit XScreen(const QByteArray &display = {}); ///< Empty: the one of the environment.
    ~XScreen();

    /// Mapped windows of the program (the class of WM_CLASS), at any depth.
    [[nodiscard]] QList<XWindow> windows(const QByteArray &program) const;
    /// Of them, cards: not the window manager's, and as large as one.
    [[nodiscard]] QList<XWindow> cards() const;
    /// Those that sit in a panel.
    [[nodiscard]] QList<XWindow> trayIcons() const;
    [[nodiscard]] std::uint32_t focus() const;
    [[nodiscard]] QImage picture(const QRect &rect = {}) const; ///< Empty: everything.
    [[nodiscard]] QRgb pixel(const QPoint &place) const;        ///< In microseconds.
    [[nodiscard]] QSize size() const;

private:
    void collect(std::uint32_t window, const QPoint &origin, QList<XWindow> &found) const;
    xcb_connection_t *m_x;
    std::uint32_t m_root;
    QSize m_size;
};

} // namespace callcard::testing
