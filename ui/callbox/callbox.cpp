#include <callcard/ui/callbox.h>

#include "callboxdelegate.h"
#include "callboxfooter.h"
#include "callboxmodel.h"

#include <callcard/ui/dialtexts.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 440;
constexpr int kInput = 56;
constexpr int kFooter = 40;
constexpr int kSide = 18;
constexpr int kNothing = 64;
constexpr int kBanner = 42;
constexpr int kBannerSide = 12;
constexpr int kBannerGap = 8;
constexpr int kMostRows = 6;
constexpr double kTopShare = 0.22;
constexpr int kLongestQuery = 10'000; // what is pasted is read, and refused in words beyond

int shadow()
{
    return Theme::current().compositing ? size::cardShadowMargin : 0;
}

/// With several warnings the text names all of them: whoever goes on accepts them all.
DialNotice warningsText(const DialPlan &plan, const DialRules &rules)
{
    QStringList strong;
    QStringList rest;
    for (const DialWarning warning : plan.warnings) {
        const DialNotice one = warningText(warning, plan, rules);
        strong.append(one.strong);
        rest.append(one.rest);
    }
    return {strong.join(u' '), rest.join(u' ')};
}

} // namespace

CallBox::CallBox(QWidget *parent)
    : QWidget(parent, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::NoDropShadowWindowHint)
    , m_input(new QLineEdit(this))
    , m_model(new CallBoxModel(this))
    , m_list(new QListView(this))
    , m_nothing(new QWidget(this))
    , m_nothingTitle(new Label({}, Type::BodyMedium))
    , m_nothingDetail(new Label({}, Type::Small, &Colors::textSecondary))
    , m_banner(new Banner(StateLook::Warning, this))
    , m_footer(new CallBoxFooter(this))
{
    setAttribute(Qt::WA_TranslucentBackground, Theme::current().compositing);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Call or find"));

    m_input->setObjectName(u"callBoxInput"_s);
    m_input->setFrame(false);
    m_input->setMaxLength(kLongestQuery + 1);
    m_input->setPlaceholderText(tr("Number or name"));
    m_input->setAccessibleName(tr("Number or name to call"));
    m_input->setAccessibleDescription(tr("Esc closes"));
    m_input->installEventFilter(this);
    setFocusProxy(m_input);
    m_footer->setObjectName(u"callBoxFooter"_s);
    connect(m_input, &QLineEdit::textChanged, this, [this](const QString &text) {
        setNotice({}, {});
        Q_EMIT
        queryChanged(text);
    });

    connect(m_footer, &CallBoxFooter::wayRequested, this, &CallBox::offerWays);
    connect(m_footer, &CallBoxFooter::callerRequested, this, &CallBox::offerCallers);

    m_list->setObjectName(u"callBoxRows"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CallBoxDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(m_input); // whose arrows choose in it
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->installEventFilter(this);
    m_list->setAccessibleName(tr("Who can be called"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CallBox::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        // The keyboard stays in the field, so the view itself would not say who is chosen now.
        QAccessibleEvent chosen(m_list, QAccessible::Focus);
        chosen.setChild(current.row());
        if (current.isValid() && m_input->hasFocus())
            QAccessible::updateAccessibility(&chosen);
    });
    connect(m_list, &QListView::clicked, this, [this] { call(false); });

    auto *nothing = new QVBoxLayout(m_nothing);
    nothing->setContentsMargins(kSide + size::avatarM + 12, 10, kSide, 10);
    nothing->setSpacing(0);
    nothing->addWidget(m_nothingTitle);
    nothing->addWidget(m_nothingDetail);
    refresh();
}

void CallBox::open(const QString &text, QScreen *screen)
{
    m_screen = screen;
    setNotice({}, {}); // of another call
    m_input->setText(cleaned(text, kLongestQuery + 1));
    m_input->selectAll();
    layOut();
    place();
    show();
    raise();
    activateWindow();
    m_input->setFocus(Qt::PopupFocusReason);
}

QString CallBox::query() const
{
    return m_input->text();
}

void CallBox::setOffer(const CallBoxOffer &offer)
{
    if (offer.query != m_input->text())
        return;
    m_offer = offer;
    if (m_offer.rows.size() > kMostRows)
        m_offer.rows.resize(kMostRows);
    m_model->setRows(m_offer.rows);
    // Nobody asked for anybody yet: Enter must not call whoever happens to stand first.
    const bool asked = !m_offer.query.trimmed().isEmpty();
    m_list->setCurrentIndex(asked && !m_offer.rows.isEmpty() ? m_model->index(0) : QModelIndex());
    refresh();
}

void CallBox::setNotice(const QString &strong, const QString &rest)
{
    m_noticeStrong = strong;
    m_noticeRest = rest;
    refresh();
}

const CallBoxRow *CallBox::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->row(index.row()) : nullptr;
}

void CallBox::refresh()
{
    const CallBoxRow *row = current();
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
    const bool asked = !m_input->text().trimmed().isEmpty();
    m_nothingTitle->setText(!asked            ? tr("Type a number or a name")
                            : m_offer.problem ? phoneProblemText(*m_offer.problem)
                                              : tr("Nobody by that name, and no number"));
    m_nothingDetail->setText(asked ? tr("Searched %1 customers").arg(countText(m_offer.searched))
                                   : tr("A number in any form, pasted or typed"));

    refreshNotice(row);
    refreshFooter(row);
    layOut();
    update();
}

void CallBox::refreshNotice(const CallBoxRow *row)
{
    DialNotice notice{m_noticeStrong, m_noticeRest};
    if (notice.strong.isEmpty() && row && row->plan.obstacle)
        notice = obstacleText(*row->plan.obstacle);
    else if (notice.strong.isEmpty() && row && !row->plan.warnings.isEmpty())
        notice = warningsText(row->plan, m_offer.rules);
    m_banner->setVisible(!notice.strong.isEmpty());
    const bool onlyLate = row && row->plan.warnings == QList{DialWarning::NightThere};
    m_banner->setLook(StateLook::Warning, onlyLate ? u"clock"_s : u"warning"_s);
    m_banner->setTexts(notice.strong, notice.rest);
}

void CallBox::refreshFooter(const CallBoxRow *row)
{
    const int rows = m_model->rowCount();
    const bool waysDiffer = rows > 0 && !m_model->row(0).way.isEmpty();
    if (rows == 0) {
        //: Behind the keys Ctrl and V
        m_footer->showHints({.keys = {tr("Ctrl"), u"V"_s}, .text = tr("paste a number in any form")});
    } else if (rows > 1 && !waysDiffer) {
        FooterHint record;
        if (row && !row->customer.isEmpty())
            record = {.keys = {tr("Ctrl"), u"O"_s}, .text = tr("Open the record")};
        //: Behind the arrow keys
        m_footer->showHints({.keys = {u"↑"_s, u"↓"_s}, .text = tr("choose")}, record);
    } else {
        const DialRoute route = row ? row->plan.route : m_offer.rules.route;
        const QString first = row ? cleaned(row->name, 60).section(u' ', 0, 0) : QString();
        //: Which of my lines the other side sees. %1: "Sales Toronto"
        const QString line =
            m_offer.callerLine.isEmpty() || route != DialRoute::Provider ? QString() : tr("as %1").arg(isolated(m_offer.callerLine));
        m_footer->showEffect(dialRouteEffect(route, first), line,
                             {.ways = m_offer.ways.size() > 1 && !waysDiffer, .callers = m_offer.callers.size() > 1});
    }
}

void CallBox::call(bool knowing)
{
    const CallBoxRow *row = current();
    if (!row || row->plan.obstacle || (!row->plan.warnings.isEmpty() && !knowing))
        return;
    const DialPlan plan = row->plan;
    Q_EMIT
    callRequested(plan, plan.warnings);
}

bool CallBox::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    const int rows = m_model->rowCount();
    const int at = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (rows > 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(at + (key == Qt::Key_Down ? 1 : -1), 0, rows - 1)));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        call(modifiers.testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_O:
        if (!modifiers.testFlag(Qt::ControlModifier))
            return false;
        if (const CallBoxRow *row = current(); row && !row->customer.isEmpty()) {
            const CustomerId customer = row->customer;
            hide();
            Q_EMIT
            recordRequested(customer);
        }
        return true;
    default:
        return false;
    }
}

/// Each says what it really does.
void CallBox::offerWays(QWidget *above)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"callBoxWays"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const CallBoxRow *row = current();
    const DialRoute now = row ? row->plan.route : m_offer.rules.route;
    for (const DialRoute route : std::as_const(m_offer.ways)) {
        QAction *action = menu->addAction(QString(dialRouteLabel(route) + u'\n' + dialRouteEffect(route)));
        action->setCheckable(true);
        action->setChecked(route == now);
        connect(action, &QAction::triggered, this, [this, route] {
            Q_EMIT
            wayChosen(route);
        });
    }
    openMenu(menu, above);
}

void CallBox::offerCallers(QWidget *above)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"callBoxCallers"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CallBoxLine &line : std::as_const(m_offer.callers)) {
        QString words = line.words;
        words.replace(u'&', u"&&"_s);
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(line.number == m_offer.rules.callerId);
        connect(action, &QAction::triggered, this, [this, number = line.number] {
            Q_EMIT
            callerChosen(number);
        });
    }
    openMenu(menu, above);
}

void CallBox::openMenu(QMenu *menu, const QWidget *above)
{
    // Where it closes, typing goes on in the field.
    connect(menu, &QMenu::aboutToHide, m_input, [this] { m_input->setFocus(Qt::PopupFocusReason); });
    const QSize wanted = menu->sizeHint();
    menu->popup(above->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? above->width() - wanted.width() : 0, -wanted.height())));
}

void CallBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

/// A click on "Call anyway" accepts the warnings; it has to have been there before the mouse went down.
bool CallBox::onMouse(QEvent *event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
    const bool onWords = mouse->button() == Qt::LeftButton && index.isValid() && index == m_list->currentIndex() &&
                         !m_model->row(index.row()).plan.warnings.isEmpty() &&
                         CallBoxDelegate::keyRect(m_list->visualRect(index), m_model->row(index.row()), layoutDirection())
                             .contains(mouse->position().toPoint());
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressedAnyway = onWords ? index.row() : -1;
        return false;
    }
    if (std::exchange(m_pressedAnyway, -1) != index.row() || !onWords)
        return false;
    call(true);
    return true;
}

bool CallBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && onMouse(event))
        return true;
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return onKey(key->key(), key->modifiers());
    }
    return QWidget::eventFilter(watched, event);
}

void CallBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && isVisible() && !QApplication::activePopupWidget())
        hide(); // looking elsewhere closes it, as with every menu
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void CallBox::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    Q_EMIT
    closed();
}

int CallBox::bannerHeight() const
{
    if (m_banner->isHidden())
        return 0;
    const Theme &theme = Theme::current();
    return std::max(theme.px(kBanner), m_banner->heightForWidth(theme.px(kWidth) - 2 * kBannerSide)) + kBannerGap;
}

QSize CallBox::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int rowHeight = theme.px(size::rowTwo) + 4;
    const int middle = m_model->rowCount() > 0 ? m_model->rowCount() * rowHeight + 8 : theme.px(kNothing);
    const int banner = bannerHeight();
    return {theme.px(kWidth) + 2 * shadow(), theme.px(kInput) + middle + banner + theme.px(kFooter) + 2 * shadow()};
}

void CallBox::layOut()
{
    const Theme &theme = Theme::current();
    const QSize wanted = sizeHint();
    if (size() != wanted)
        resize(wanted);
    const QRect body = QRect(QPoint(), wanted).adjusted(shadow(), shadow(), -shadow(), -shadow());
    const auto visual = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), body, logical); };
    const int input = theme.px(kInput);
    const int footer = theme.px(kFooter);
    QFont font = theme.font(Type::Name);
    font.setWeight(QFont::Normal);
    m_input->setFont(font);
    const int escape = keycapSize(tr("Esc")).width();
    m_input->setGeometry(
        visual({body.left() + kSide + size::icon + 10, body.top() + 1, body.width() - 2 * kSide - size::icon - 20 - escape, input - 2}));
    int y = body.top() + input;
    const int footerTop = body.bottom() + 1 - footer;
    const int banner = bannerHeight();
    m_list->setGeometry(body.left() + 1, y + 4, body.width() - 2, footerTop - y - banner - 4);
    m_nothing->setGeometry(body.left(), y, body.width(), footerTop - y - banner);
    m_banner->setGeometry(body.left() + kBannerSide, footerTop - banner, body.width() - 2 * kBannerSide, banner - kBannerGap);
    m_footer->setGeometry(body.left() + 1, footerTop, body.width() - 2, footer - 1);
}

void CallBox::place()
{
    if (!m_screen)
        return;
    const QRect area = m_screen->availableGeometry();
    move(area.left() + (area.width() - width()) / 2, area.top() + int(area.height() * kTopShare) - shadow());
}

void CallBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect body = rect().adjusted(shadow(), shadow(), -shadow(), -shadow());
    drawFloating(painter, body, theme.color.surface, radius::card);
    const auto visual = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), body, logical); };
    const int input = theme.px(kInput);
    const int px = theme.iconPx();
    drawIcon(painter, visual({body.left() + kSide, body.top() + (input - px) / 2, px, px}), u"phone"_s, theme.color.textSecondary,
             layoutDirection());
    const QSize cap = keycapSize(tr("Esc"));
    drawKeycap(painter, visual({body.right() - kSide - cap.width(), body.top() + (input - cap.height()) / 2, cap.width(), cap.height()}),
               tr("Esc"));
    painter.fillRect(QRect(body.left() + 1, body.top() + input - 1, body.width() - 2, 1), theme.color.border);
    if (!m_nothing->isHidden()) {
        const int avatar = theme.px(size::avatarM);
        const QRect circle = visual({body.left() + kSide, m_nothing->y() + (m_nothing->height() - avatar) / 2, avatar, avatar});
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color.sunken);
        painter.drawEllipse(circle);
        drawIcon(painter, QRect(circle.center() - QPoint(px / 2, px / 2), QSize(px, px)), u"search"_s, theme.color.textSecondary);
    }
}

} // namespace callcard::ui
