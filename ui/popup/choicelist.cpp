#include "choicelist.h"
#include "wrappedtext.h"

#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kChoiceListTop = 8;
constexpr int kChoiceListSide = 6;
constexpr int kChoiceListRow = 48;
constexpr int kMoreRow = 32;
constexpr int kChoiceListPadding = 12;
} // namespace

ChoiceRow::ChoiceRow(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRadius", radius::row);
}

void ChoiceRow::setChoice(const CardChoice &choice, const QString &key)
{
    m_choice = choice;
    m_key = key;
    m_more.clear();
    QStringList spoken{choice.name, choice.company, choice.reason};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_s));
    setAccessibleDescription(key);
    update();
}

void ChoiceRow::setMore(int count)
{
    m_more = tr("%n more…", nullptr, count);
    setAccessibleName(m_more);
    update();
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    if (isChecked())
        drawPanel(painter, rect(), radius::row, theme.color.selection, theme.highContrast ? theme.color.border : QColor());
    else if (underMouse())
        drawPanel(painter, rect(), radius::row, theme.color.hover);
    const QColor ink = isChecked() ? theme.color.selectionText : theme.color.text;
    const QColor faint = isChecked() && theme.highContrast ? theme.color.selectionText : theme.color.textSecondary;
    const int avatar = theme.px(size::avatarS);
    const int left = kChoiceListPadding + avatar + kChoiceListPadding;
    if (!m_more.isEmpty()) {
        drawElided(painter, visual(QRect(left, 0, width() - left - kChoiceListPadding, height())), m_more, {.color = theme.color.link});
        return;
    }
    drawAvatar(painter, visual(QRect(kChoiceListPadding, (height() - avatar) / 2, avatar, avatar)), m_choice.person);
    const QSize key = keycapSize(m_key);
    const int width = this->width() - left - kChoiceListPadding - key.width() - 8;
    const int line = theme.lineHeight(Type::Body);
    const int second = theme.lineHeight(Type::Small);
    const int y = (height() - line - second) / 2;
    QList<Run> runs{Run{m_choice.name, {}, Type::BodyMedium, ink, false, true}};
    if (!m_choice.company.isEmpty())
        runs += Run{m_choice.company, {}, Type::Body, faint, false, true};
    drawRuns(painter, visual(QRect(left, y, width, line)), runs, layoutDirection(), faint);
    drawElided(painter, visual(QRect(left, y + line, width, second)), m_choice.reason, {.type = Type::Small, .color = faint});
    drawKeycap(painter,
               visual(QRect(this->width() - kChoiceListPadding - key.width(), (height() - key.height()) / 2, key.width(), key.height())),
               m_key);
}

ChoiceList::ChoiceList(QWidget *parent) : QWidget(parent)
{
    for (int i = 0; i < kMostRows; ++i) {
        auto *row = new ChoiceRow(this);
        speakAsChoice(row, true);
        row->setObjectName(u"choice%1"_s.arg(i + 1));
        connect(row, &ChoiceRow::clicked, this, [this, i] { choose(i); });
        m_rows[static_cast<size_t>(i)] = row;
    }
    m_more = new ChoiceRow(this);
    m_more->setCheckable(false);
    m_more->setObjectName(u"moreChoices"_s);
    connect(m_more, &ChoiceRow::clicked, this, &ChoiceList::moreRequested);
}

void ChoiceList::setChoices(const QList<CardChoice> &choices, const CustomerId &selected)
{
    m_choices = choices;
    m_selected = 0;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices[i].customer == selected)
            m_selected = static_cast<int>(i);
    }
    refresh();
}

void ChoiceList::setMost(int rows)
{
    m_most = std::clamp(rows, 1, kMostRows);
    refresh();
}

const CardChoice *ChoiceList::selected() const
{
    return m_selected < m_choices.size() ? &m_choices[m_selected] : nullptr;
}

bool ChoiceList::choose(int index)
{
    if (index < 0 || index >= m_choices.size() || index >= m_most)
        return false;
    m_selected = index;
    refresh();
    Q_EMIT
    chosen(m_choices[index].customer);
    return true;
}

int ChoiceList::wantedHeight() const
{
    if (m_choices.isEmpty())
        return 0;
    const Theme &theme = Theme::current();
    const int rows = std::min(m_most, static_cast<int>(m_choices.size()));
    return kChoiceListTop + rows * theme.px(kChoiceListRow) + (m_choices.size() > rows ? theme.px(kMoreRow) : 0);
}

void ChoiceList::refresh()
{
    const Theme &theme = Theme::current();
    const int shown = std::min(m_most, static_cast<int>(m_choices.size()));
    int y = kChoiceListTop;
    for (int i = 0; i < kMostRows; ++i) {
        ChoiceRow *row = m_rows[static_cast<size_t>(i)];
        row->setVisible(i < shown);
        if (i >= shown)
            continue;
        row->setChoice(m_choices[i], QString::number(i + 1));
        row->setChecked(i == m_selected);
        row->setGeometry(kChoiceListSide, y, width() - 2 * kChoiceListSide, theme.px(kChoiceListRow));
        y += theme.px(kChoiceListRow);
    }
    const int more = static_cast<int>(m_choices.size()) - shown;
    m_more->setVisible(more > 0);
    if (more > 0) {
        m_more->setMore(more);
        m_more->setGeometry(kChoiceListSide, y, width() - 2 * kChoiceListSide, theme.px(kMoreRow));
    }
}

void ChoiceList::resizeEvent(QResizeEvent *)
{
    refresh();
}

} // namespace callcard::ui
