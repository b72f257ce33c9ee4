#include "registry.h"

#include <callcard/ui/flyout.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/tray.h>

#include <QMenu>
#include <QPainter>
#include <QWidget>

using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
/// As in the design's tray-and-menu picture: four panels, six states, in the size of a large and a small panel.
class TraySheet final : public QWidget
{
public:
    TraySheet() { setFixedSize(880, 400); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Theme::current().color.wall);
        const std::array<std::pair<TrayInk, bool>, 4> panels{
            {{TrayInk::colour(false), false}, {TrayInk::mono(false), false}, {TrayInk::colour(true), true}, {TrayInk::mono(true), true}}};
        const std::array<TrayLook, 6> looks{
            {{}, {.mark = TrayMark::Degraded}, {.mark = TrayMark::Offline}, {.quiet = true}, {.missed = 2}, {.ringing = true}}};
        int y = 12;
        for (const auto &[ink, dark] : panels) {
            drawPanel(painter, QRect(12, y, 856, 84), 10, colors(dark ? Scheme::Dark : Scheme::Light).window);
            int x = 140;
            for (const TrayLook &look : looks) {
                const auto place = [&](int side, int left) {
                    // A panel hands out a pixmap; drawing straight here would cut holes into this sheet.
                    const qreal dpr = devicePixelRatioF();
                    QImage image(QSize(side, side) * dpr, QImage::Format_ARGB32_Premultiplied);
                    image.setDevicePixelRatio(dpr);
                    image.fill(Qt::transparent);
                    QPainter icon(&image);
                    drawTrayIcon(icon, side, look, ink);
                    icon.end();
                    painter.drawImage(QPointF(left, y + 42 - side / 2), image);
                };
                place(44, x);
                place(22, x + 54);
                place(16, x + 84);
                x += 118;
            }
            y += 94;
        }
    }
};

QWidget *menu()
{
    auto *holder = new QWidget;
    auto *tray = new Tray(holder);
    TrayState state;
    state.look.missed = 2;
    state.headline = u"Connected"_s;
    state.detail = u"Last event 4 s ago"_s;
    state.figures = u"38 calls · 96 min · 21 texts today"_s;
    state.syncedAt = u"2:13 PM"_s;
    state.hasLastCard = true;
    tray->setState(state);
    const QPixmap picture = tray->menu()->grab();
    class Picture final : public QWidget
    {
    public:
        explicit Picture(QPixmap pixmap) : m_pixmap(std::move(pixmap)) { setFixedSize(m_pixmap.deviceIndependentSize().toSize()); }

    protected:
        void paintEvent(QPaintEvent *) override { QPainter(this).drawPixmap(0, 0, m_pixmap); }

    private:
        QPixmap m_pixmap;
    };
    delete holder;
    return new Picture(picture);
}

const State sheet(u"tray/icons"_s, [] { return new TraySheet; });
const State trayMenu(u"tray/menu"_s, menu, true);

QWidget *flyout()
{
    auto *flyout = new Flyout;
    flyout->setState(
        {.headline = QObject::tr("Connected"),
         .age = QObject::tr("4 s ago"),
         .goals = {{.name = QObject::tr("Calls"), .value = 38, .target = 50, .share = 0.76, .pace = 0.72},
                   {.name = QObject::tr("Minutes"), .value = 96, .target = 150, .share = 0.64, .pace = 0.69},
                   {.name = QObject::tr("Texts"), .value = 21, .target = 30, .share = 0.7, .pace = 0.6}},
         .missed =
             {{.id = u"1"_s,
               .name = u"Marcus Oyelaran"_s,
               .detail = QObject::tr("3 calls"),
               .icon = u"phone-missed"_s,
               .below = u"Bellweather Supply"_s},
              {.id = u"2"_s, .name = u"Priya Raman"_s, .detail = u"1:31 PM"_s, .icon = u"voicemail"_s, .below = u"Tidewater Grocers"_s}},
         .waiting = 2,
         .recent = {
             {.id = u"3"_s,
              .name = u"Sarah Lindqvist"_s,
              .detail = u"2:09 PM"_s,
              .icon = u"phone-in"_s,
              .below = u"Freight approved at $310"_s},
             {.id = u"4"_s, .name = u"Ana Beltrán"_s, .detail = u"11:48 AM"_s, .icon = u"phone-out"_s, .below = u"Order placed"_s}}});
    return flyout;
}

QWidget *quietFlyout()
{
    auto *flyout = new Flyout;
    flyout->setState({.mark = TrayMark::Offline, .headline = QObject::tr("Offline since 2:04 PM"), .age = {}, .quiet = true});
    return flyout;
}

const State today(u"tray/flyout"_s, flyout, true);
const State nothing(u"tray/flyout-empty"_s, quietFlyout, true);
} // namespace
