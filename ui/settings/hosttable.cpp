#include "hosttable.h"

#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/timetexts.h>

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kHostRow = 36;
constexpr int kHostSide = 18;
constexpr int kHostColumn = 112;
} // namespace

HostTable::HostTable(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setProperty("focusRadius", radius::row);
    speakAs(this, QAccessible::StaticText);
}

void HostTable::setHosts(const QList<HostContact> &hosts, const QDateTime &now)
{
    const bool resized = hosts.size() != m_hosts.size();
    m_hosts = hosts;
    m_now = now;
    QStringList spoken;
    for (const HostContact &host : hosts)
        //: For screen readers. %1: a host's name, %2, %3: amounts like "12 kB", %4: an age, "7 min ago"
        spoken.append(tr("%1, sent %2, received %3, last %4")
                          .arg(host.host, locale().formattedDataSize(static_cast<qint64>(host.sent)),
                               locale().formattedDataSize(static_cast<qint64>(host.received)), TimeTexts().age(host.last, now)));
    setAccessibleName(tr("Hosts contacted"));
    setAccessibleDescription(spoken.join(u"; "_s));
    if (resized)
        updateGeometry();
    update();
}

QSize HostTable::sizeHint() const
{
    return QSize(400, Theme::current().px(kHostRow) * static_cast<int>(m_hosts.size() + 1));
}

void HostTable::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int row = theme.px(kHostRow);
    const int column = theme.px(kHostColumn);
    const TimeTexts times;
    const auto line = [&](int y, const QStringList &cells, const TextLook &look) {
        int right = width() - kHostSide;
        for (int i = 3; i >= 0; --i) {
            const int left = i == 0 ? kHostSide : right - column;
            TextLook cell = look;
            if (i > 0)
                cell.alignment = Qt::AlignTrailing | Qt::AlignVCenter;
            const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(left, y, right - left, row));
            drawElided(painter, place, cells.at(i), cell);
            right = left - space::m;
        }
    };
    line(0, {tr("Host"), tr("Sent"), tr("Received"), tr("Last")}, {.type = Type::Small, .role = &Colors::textTertiary});
    int y = row;
    for (const HostContact &host : m_hosts) {
        painter.fillRect(1, y, width() - 2, 1, theme.color.border);
        line(y,
             {numberRun(host.host), locale().formattedDataSize(static_cast<qint64>(host.sent)),
              locale().formattedDataSize(static_cast<qint64>(host.received)), times.age(host.last, m_now)},
             {.type = Type::Body});
        y += row;
    }
}

} // namespace callcard::ui
