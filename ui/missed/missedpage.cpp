#include <callcard/ui/missedpage.h>

#include "queuelist.h"
#include "queuemodel.h"
#include "undobar.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Which keys do what, below the list.
class KeyHints final : public QWidget
{
public:
    KeyHints()
    {
        setFixedHeight(Theme::current().px(36));
        QStringList said;
        for (const auto &[keys, words] : hints()) {
            for (const QString &key : keys)
                said += spokenKey(key);
            said.last() += u": "_s + words;
        }
        say(this, spokenParts(said) + u". "_s + promise());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = Theme::current();
        const QFontMetrics metrics(theme.font(Type::Small));
        int x = 24;
        const auto put = [&](const QStringList &keys, const QString &words) {
            for (const QString &key : keys) {
                const QSize size = keycapSize(key);
                drawKeycap(painter, mirrored({x, (height() - size.height()) / 2, size.width(), size.height()}), key);
                x += size.width() + 6;
            }
            const int width = metrics.horizontalAdvance(words) + 4;
            drawElided(painter, mirrored({x, 0, width, height()}), words, {.type = Type::Small, .role = &Colors::textSecondary});
            x += width + 12;
        };
        for (const auto &[keys, words] : hints())
            put(keys, words);
        const int room = width() - 24 - x;
        if (metrics.horizontalAdvance(promise()) <= room)
            drawElided(painter, mirrored({x, 0, room, height()}), promise(),
                       {.type = Type::Small, .role = &Colors::textTertiary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
    }

private:
    static QList<std::pair<QStringList, QString>> hints()
    {
        return {{{u"↑"_s, u"↓"_s}, MissedPage::tr("choose")},
                {{u"↵"_s}, MissedPage::tr("call back")},
                {{u"L"_s}, MissedPage::tr("later")},
                {{u"D"_s}, MissedPage::tr("done")},
                {{u"S"_s}, MissedPage::tr("skip")}};
    }
    static QString promise() { return MissedPage::tr("A call settles itself when anyone on the team reaches the customer."); }
    [[nodiscard]] QRect mirrored(const QRect &part) const { return QStyle::visualRect(layoutDirection(), rect(), part); }
};

QString orderWord(QueueOrder order)
{
    switch (order) {
    case QueueOrder::Value:
        return MissedPage::tr("By value");
    case QueueOrder::Waiting:
        return MissedPage::tr("By waiting time");
    case QueueOrder::Time:
        return MissedPage::tr("Newest first");
    }
    Q_UNREACHABLE();
}

} // namespace

MissedPage::MissedPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(title()))
    , m_orderButton(plainButton(orderWord(m_order)))
    , m_inOrder(primaryButton(tr("Call back in order"), u"phone"_s))
    , m_problem(new Banner(StateLook::Warning))
    , m_body(new QStackedWidget)
    , m_model(new QueueModel(this))
    , m_list(new QueueList)
    , m_empty(new EmptyState(u"check-circle"_s, tr("Nobody is waiting.")))
    , m_skeleton(new SkeletonRows)
    , m_undo(new UndoBar)
    , m_hints(new KeyHints)
{
    auto *orders = new QMenu(m_orderButton);
    for (const QueueOrder order : {QueueOrder::Value, QueueOrder::Waiting, QueueOrder::Time}) {
        connect(orders->addAction(orderWord(order)), &QAction::triggered, this, [this, order] {
            setOrder(order);
            Q_EMIT
            orderChosen(order);
        });
    }
    m_orderButton->setMenu(orders);
    m_orderButton->setAccessibleDescription(tr("The order of the callers"));
    m_header->addAction(m_orderButton);
    m_header->addAction(m_inOrder);
    m_list->setModel(m_model);
    setFocusProxy(m_list); // Enter calls back, as soon as the window is there
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    m_body->addWidget(m_skeleton);
    m_problem->hide();
    auto *banner = new QHBoxLayout;
    banner->setContentsMargins(24, 0, 24, 0);
    banner->addWidget(m_problem);
    auto *undo = new QHBoxLayout;
    undo->setContentsMargins(24, 4, 24, 4);
    undo->addWidget(m_undo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(banner);
    column->addWidget(m_body, 1);
    column->addLayout(undo);
    column->addWidget(m_hints);
    settleBody();

    connect(m_inOrder, &QPushButton::clicked, this, &MissedPage::callInOrder);
    connect(m_undo, &UndoBar::undone, this, &MissedPage::undoRequested);
    connect(m_problem, &Banner::buttonClicked, this, &MissedPage::retryRequested);
    connect(m_list, &QueueList::buttonPressed, this, [this](const QModelIndex &index, QueueButton button) {
        const QueueRow *row = m_model->rowAt(index);
        if (row == nullptr)
            return;
        const WaitingCaller caller = row->caller;
        if (button == QueueButton::Call)
            dial(caller);
        else if (button == QueueButton::Done)
            done(caller);
        else
            askLater(caller, m_list->viewport()->mapToGlobal(
                                 QueueDelegate::buttonRect(button, m_list->visualRect(index), layoutDirection()).bottomLeft()));
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        const QueueRow *row = m_model->rowAt(index);
        if (row != nullptr && !row->title && row->section != QueueSection::Settled)
            Q_EMIT
        customerRequested(WaitingCaller(row->caller));
        else if (row != nullptr && !row->title) Q_EMIT
        callChosen(CallId(row->settled.missed.call.id));
    });
}

MissedPage::~MissedPage() = default;

QString MissedPage::title()
{
    return tr("Missed");
}

void MissedPage::setOptions(const MissedOptions &options)
{
    m_options = options;
    m_model->setOptions(options);
    m_list->setCanCall(options.canCall);
    settleHeader();
}

void MissedPage::setQueue(const CallBackQueue &queue, const QDateTime &now)
{
    m_queue = queue;
    m_now = now;
    m_read = true;
    m_loading = false;
    const QString before = chosenPerson();
    m_model->setRows(queueRows(queue), now);
    if (m_walking) {
        // Who was reached left the queue; the next one stands ready under Enter.
        const QModelIndex next = m_model->indexOf(m_walk.current(queue.waiting));
        m_walking = next.isValid();
        if (next.isValid() && chosenPerson() != before)
            m_list->setCurrentIndex(next);
    }
    m_list->chooseFirst();
    settleBody();
    settleHeader();
}

void MissedPage::setLoading(bool loading)
{
    m_loading = loading;
    settleBody();
}

void MissedPage::setProblem(const std::optional<ErrorText> &problem)
{
    m_problem->setVisible(problem.has_value());
    if (problem) {
        m_problem->setTexts(problem->happened, problem->remedy);
        m_problem->setButton(problem->button);
        m_loading = false;
    }
    settleBody();
}

void MissedPage::setOrder(QueueOrder order)
{
    m_order = order;
    m_orderButton->setText(orderWord(order));
}

void MissedPage::settleBody()
{
    const bool empty = m_model->rowCount() == 0;
    const bool waits = !m_read && !m_problem->isVisibleTo(this);
    m_skeleton->setLoading(empty && (m_loading || waits));
    QWidget *shown = m_list;
    if (empty && (m_loading || waits))
        shown = m_skeleton;
    else if (empty && m_read)
        shown = m_empty;
    m_body->setCurrentWidget(shown);
    m_hints->setVisible(shown == m_list);
}

void MissedPage::settleHeader()
{
    const auto longest = std::min_element(m_queue.waiting.begin(), m_queue.waiting.end(),
                                          [](const WaitingCaller &left, const WaitingCaller &right) { return left.since < right.since; });
    QString context;
    if (longest != m_queue.waiting.end()) {
        const QString wait = summedLength(std::chrono::seconds(std::max<qint64>(0, longest->since.secsTo(m_now))));
        context = tr("%n to call back", nullptr, static_cast<int>(m_queue.waiting.size()));
        //: After "2 to call back, "; %1: the time for which somebody waits, "44 min"
        context += QString(u", "_s + tr("longest waits %1").arg(wait));
    }
    m_header->setContext(context);
    m_inOrder->setVisible(m_options.canCall);
    m_inOrder->setEnabled(!m_queue.waiting.isEmpty());
}

std::optional<WaitingCaller> MissedPage::current() const
{
    const QueueRow *row = m_model->rowAt(m_list->currentIndex());
    return row != nullptr && !row->title && row->section != QueueSection::Settled ? std::optional(row->caller) : std::nullopt;
}

QString MissedPage::chosenPerson() const
{
    const std::optional<WaitingCaller> caller = current();
    return caller ? caller->person : QString();
}

void MissedPage::dial(const WaitingCaller &caller)
{
    if (!m_options.canCall || !caller.newest.call.remote.number)
        return;
    m_walk.goTo(caller.person);
    Q_EMIT
    dialRequested(caller);
}

void MissedPage::done(const WaitingCaller &caller)
{
    const QueueText text = queueText({.section = QueueSection::ToCallBack, .caller = caller}, m_options, m_now);
    m_undo->offer(caller, text.name);
    Q_EMIT
    doneRequested(caller);
}

void MissedPage::callInOrder()
{
    m_walk.restart();
    m_walking = true;
    const QModelIndex first = m_model->indexOf(m_walk.current(m_queue.waiting));
    if (!first.isValid())
        return;
    m_list->setCurrentIndex(first);
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (const std::optional<WaitingCaller> caller = current())
        dial(*caller);
}

void MissedPage::skip()
{
    if (!chosenPerson().isEmpty())
        m_walk.goTo(chosenPerson());
    m_walk.skip(m_queue.waiting);
    m_walking = true;
    if (const QModelIndex next = m_model->indexOf(m_walk.current(m_queue.waiting)); next.isValid())
        m_list->setCurrentIndex(next);
}

void MissedPage::askLater(const WaitingCaller &caller, const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QDateTime local = m_now.toTimeZone(m_options.zone);
    const QDateTime morning = QDateTime(local.date().addDays(1), QTime(9, 0), m_options.zone).toUTC();
    const std::array<std::pair<QString, QDateTime>, 4> choices{{{tr("&1  In 30 minutes"), m_now.addSecs(30 * 60)},
                                                                {tr("&2  In 1 hour"), m_now.addSecs(60 * 60)},
                                                                {tr("&3  In 3 hours"), m_now.addSecs(3 * 60 * 60)},
                                                                {tr("&4  Tomorrow at 9"), morning}}};
    for (const auto &[text, due] : choices) {
        const QDateTime when = due;
        connect(menu->addAction(text), &QAction::triggered, this, [this, caller, when] {
            Q_EMIT
            laterRequested(caller, when);
        });
    }
    menu->popup(where);
    menu->setActiveAction(menu->actions().constFirst());
}

void MissedPage::keyPressEvent(QKeyEvent *event)
{
    const std::optional<WaitingCaller> caller = current();
    if (event->matches(QKeySequence::Undo)) {
        m_undo->undo();
        return;
    }
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (const QueueRow *row = m_model->rowAt(m_list->currentIndex());
        !caller && row != nullptr && !row->title && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT
        callChosen(CallId(row->settled.missed.call.id));
        return;
    }
    if (!caller) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QRect row = m_list->visualRect(m_list->currentIndex());
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        dial(*caller);
        break;
    case Qt::Key_L:
        askLater(*caller,
                 m_list->viewport()->mapToGlobal(QueueDelegate::buttonRect(QueueButton::Later, row, layoutDirection()).bottomLeft()));
        break;
    case Qt::Key_D:
        done(*caller);
        break;
    case Qt::Key_S:
        skip();
        break;
    case Qt::Key_O:
        Q_EMIT
        customerRequested(*caller);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MissedPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color.window);
}

} // namespace callcard::ui
