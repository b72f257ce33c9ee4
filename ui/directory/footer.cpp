#include "footer.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/terms.h>

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFooterHeight = 36;
constexpr int kProgress = 2;
} // namespace

ListFooter::ListFooter(QWidget *parent)
    : QWidget(parent), m_count(new Label({}, Type::Small, &Colors::textTertiary)), m_sync(new Label({}, Type::Small, &Colors::textTertiary))
{
    auto *menu = new QMenu(this);
    QAction *add = menu->addAction(lineIcon(u"person-add"_s), tr("New customer"));
    add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    add->setShortcutContext(Qt::WidgetShortcut); // shown here; the page hears the key
    connect(add, &QAction::triggered, this, &ListFooter::addRequested);
    connect(menu->addAction(lineIcon(u"import"_s), tr("Import a file…")), &QAction::triggered, this, &ListFooter::importRequested);
    connect(menu->addAction(lineIcon(u"people"_s), tr("Numbers you chose…")), &QAction::triggered, this, &ListFooter::choicesRequested);
    m_refused = menu->addAction(lineIcon(u"warning"_s), {});
    m_refused->setVisible(false);
    connect(m_refused, &QAction::triggered, this, &ListFooter::refusedRequested);
    m_syncNow = menu->addAction(lineIcon(u"sync"_s), tr("Sync now"));
    connect(m_syncNow, &QAction::triggered, this, &ListFooter::syncRequested);
    QToolButton *more = iconButton(u"more"_s, tr("More for all customers"));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::s, 0);
    row->setSpacing(space::s);
    m_count->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_count->setTabular(true);
    m_sync->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // an age never elides
    row->addWidget(m_count, 1);
    row->addSpacing(Theme::current().iconPx());
    row->addWidget(m_sync);
    row->addWidget(more);
    setFixedHeight(Theme::current().px(kFooterHeight));
}

void ListFooter::setCount(const QString &text)
{
    m_count->setText(text);
}

void ListFooter::setRefused(qint64 count, bool known)
{
    m_refused->setVisible(count > 0 || !known);
    //: %1: how many
    m_refused->setText(known ? tr("Records refused: %1…").arg(countText(count)) : tr("Records refused: not known yet…"));
}

void ListFooter::setSync(const SyncState &sync, const QDateTime &lastSync, const DirectoryOptions &options, const QDateTime &now)
{
    m_running = sync.running;
    m_failed = sync.error.has_value();
    m_syncNow->setVisible(options.canSync);
    m_syncNow->setEnabled(!sync.running);
    QString text;
    QString whole;
    if (sync.running) {
        //: %1: how many customers have come so far
        text = sync.fetched > 0 ? tr("Syncing, %1").arg(countText(sync.fetched)) : tr("Syncing");
    } else if (sync.error) {
        text = tr("Not synced");
        whole = errorText(*sync.error, serviceName(sync.errorSource), now, options.times).sentences();
    } else if (lastSync.isValid()) {
        //: %1: a moment, "2:11 PM"
        text = tr("Synced %1").arg(options.times.moment(lastSync, now));
    }
    m_sync->setText(text);
    m_sync->setState(m_failed ? std::optional(StateLook::Warning) : std::nullopt);
    setSpokenToolTip(m_sync, whole);
    update();
}

void ListFooter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme.color.border);
    // How many there are is not known before the last page, so the line is whole: work is being done, not so much of it.
    if (m_running)
        painter.fillRect(QRect(0, 0, width(), kProgress), theme.color.accent);
    if (m_sync->text().isEmpty())
        return;
    const int icon = theme.iconPx();
    const QRect word = m_sync->geometry();
    const int x = layoutDirection() == Qt::LeftToRight ? word.left() - icon - 4 : word.right() + 5;
    drawIcon(painter, QRect(x, (height() - icon) / 2, icon, icon), m_failed ? u"warning"_s : u"sync"_s,
             m_failed ? theme.state(StateLook::Warning).text : theme.color.textTertiary, layoutDirection());
}

} // namespace callcard::ui
