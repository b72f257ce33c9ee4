#include "sidebar.h"

#include <callcard/ui/shell.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/theme.h>

#include <QCloseEvent>
#include <QDataStream>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIODevice>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr QSize kMinimum(880, 560);
constexpr QSize kFirst(1192, 760);
constexpr int kNarrowBelow = 1040;
constexpr int kRest = 500; // a drag is over when nothing moved for this long
constexpr quint32 kStateMagic = 0x43436C79;
constexpr quint16 kStateVersion = 1;
constexpr int kLargestState = 4096;
constexpr int kVisibleEnough = 64;
} // namespace

class Shell::Private
{
public:
    Sidebar *sidebar{};
    QStackedWidget *stack{};
    QStringList ids; ///< In the order of the stack.
    QStringList main;
    QStringList withheld; ///< There, but not for this person.
    QTimer *rest{};

    [[nodiscard]] QStringList offered() const
    {
        QStringList pages = main;
        pages.removeIf([this](const QString &id) { return withheld.contains(id); });
        return pages;
    }
};

Shell::Shell(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    setWindowTitle(u"Callcard"_s);
    setMinimumSize(kMinimum);
    d->sidebar = new Sidebar(this);
    d->stack = new QStackedWidget(this);
    d->rest = new QTimer(this);
    d->rest->setSingleShot(true);
    d->rest->setInterval(kRest);
    connect(d->rest, &QTimer::timeout, this, &Shell::layoutStateChanged);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(d->sidebar);
    row->addWidget(d->stack, 1);

    connect(d->sidebar, &Sidebar::chosen, this, &Shell::showPage);
    connect(d->sidebar->callField(), &QAbstractButton::clicked, this, &Shell::callBoxRequested);
    connect(d->sidebar->connectionLine(), &QAbstractButton::clicked, this, &Shell::connectionsRequested);
    addShortcuts();
    resize(kFirst);
}

Shell::~Shell() = default;

void Shell::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, const std::function<void()> &what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, what);
    };
    for (int i = 0; i < 5; ++i)
        on(QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + i))), [this, i] { showPage(d->offered().value(i)); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPage(u"settings"_s); });
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        Q_EMIT
        callBoxRequested();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        Q_EMIT
        searchRequested();
    });
    on(QKeySequence(Qt::Key_F5), [this] {
        Q_EMIT
        syncRequested();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_W), [this] { close(); });
}

void Shell::addPage(const QString &id, const QString &icon, const QString &title, QWidget *page, PagePlace place)
{
    Q_ASSERT(!d->ids.contains(id));
    speakAsGroup(page, title);
    page->setWindowTitle(title);
    d->stack->addWidget(page);
    d->ids += id;
    if (place == PagePlace::Main)
        d->main += id;
    d->sidebar->addEntry(id, icon, title, place);
    if (d->ids.size() == 1)
        showPage(id);
}

void Shell::showPage(const QString &id)
{
    const qsizetype index = d->ids.indexOf(id);
    if (index < 0 || d->withheld.contains(id))
        return;
    d->sidebar->setCurrent(id);
    d->stack->setCurrentIndex(static_cast<int>(index));
    // The title of the page alone: the desktop adds the program's name where it wants to.
    setWindowTitle(d->stack->currentWidget()->windowTitle());
    Q_EMIT
    pageShown(id);
    d->rest->start();
}

void Shell::focusPage()
{
    const QWidget *page = d->stack->currentWidget();
    if (page && page->focusProxy() && !page->isAncestorOf(focusWidget()))
        page->focusProxy()->setFocus(Qt::ActiveWindowFocusReason);
}

void Shell::setPageOffered(const QString &id, bool offered)
{
    if (!d->ids.contains(id) || offered != d->withheld.contains(id))
        return;
    if (offered)
        d->withheld.removeAll(id);
    else
        d->withheld += id;
    d->sidebar->setOffered(id, offered);
    if (!offered && currentPage() == id)
        showPage(d->offered().value(0));
}

QString Shell::currentPage() const
{
    return d->ids.value(d->stack->currentIndex());
}

void Shell::setCount(const QString &id, int count)
{
    d->sidebar->setCount(id, count);
}

void Shell::setConnection(ConnectionTone tone, const QString &headline, const QString &detail)
{
    d->sidebar->connectionLine()->setConnection(tone, headline, detail);
}

bool Shell::isNarrow() const
{
    return d->sidebar->isNarrow();
}

QSize Shell::sizeHint() const
{
    return kFirst;
}

QByteArray Shell::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateMagic << kStateVersion << saveGeometry() << currentPage();
    return state;
}

bool Shell::restoreLayoutState(const QByteArray &state)
{
    if (state.size() > kLargestState)
        return false;
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint16 version = 0;
    QByteArray geometry;
    QString page;
    stream >> magic >> version >> geometry >> page;
    if (stream.status() != QDataStream::Ok || magic != kStateMagic || version != kStateVersion || !restoreGeometry(geometry))
        return false;
    // The screen it was on may be gone: a title bar must stay within reach.
    const QRect mine = frameGeometry();
    const QRect title(mine.topLeft(), QSize(mine.width(), kVisibleEnough));
    bool reachable = false;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect common = screen->availableGeometry().intersected(title);
        reachable = reachable || (common.width() >= kVisibleEnough && common.height() >= kVisibleEnough / 2);
    }
    if (!reachable && QGuiApplication::primaryScreen()) {
        const QRect area = QGuiApplication::primaryScreen()->availableGeometry();
        resize(size().boundedTo(area.size()));
        move(area.center() - rect().center());
    }
    showPage(page);
    return true;
}

void Shell::settleWidth()
{
    d->sidebar->setNarrow(width() < kNarrowBelow - size::sidebar + Theme::current().px(size::sidebar));
}

void Shell::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settleWidth();
    d->rest->start();
}

void Shell::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    d->rest->start();
}

void Shell::closeEvent(QCloseEvent *event)
{
    // Never an unreachable program: without a tray the window is the only way back.
    event->ignore();
    if (m_trayAvailable)
        hide();
    else
        showMinimized();
    Q_EMIT
    layoutStateChanged();
}

void Shell::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color.window);
}

void Shell::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
