#include "factstrip.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFactHeight = 54;
constexpr int kPadding = 14;
constexpr int kNarrowest = 112;

bool isMe(const Customer &customer, const Me &me)
{
    if (!customer.ownerEmail.isEmpty() && !me.email.isEmpty())
        return customer.ownerEmail.compare(me.email, Qt::CaseInsensitive) == 0;
    return !customer.ownerName.isEmpty() && customer.ownerName.compare(me.name, Qt::CaseInsensitive) == 0;
}
} // namespace

QList<FactStrip::Fact> FactStrip::factsOf(const Customer &customer, const DirectoryOptions &options, const QDateTime &now)
{
    QList<Fact> facts;
    const auto add = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.append({label, value});
    };
    const QString owner = customer.ownerName.isEmpty() ? customer.ownerEmail : customer.ownerName;
    //: Who looks after the customer
    add(tr("Owner"), isMe(customer, options.me) ? tr("You") : cleaned(owner, 80));
    add(tr("Status"), !customer.status.isEmpty() ? cleaned(customer.status, 80) : customer.active ? tr("Active") : QString());
    add(tr("Customer since"), customer.customerSince.isValid() ? QLocale().toString(customer.customerSince, u"MMMM yyyy"_s) : QString());
    //: What they bought this year
    add(tr("This year"), customer.salesThisYearCents ? moneyText(*customer.salesThisYearCents) : QString());
    add(tr("Last order"), customer.lastOrder.isValid() ? options.times.shortDate(customer.lastOrder, now.toLocalTime().date()) : QString());
    if (customer.doNotCall)
        add(tr("Calls"), tr("Does not want calls"));
    add(tr("Place"), facts.size() < 5 ? cleaned(customer.city, 80) : QString());
    return facts;
}

FactStrip::FactStrip(const QList<Fact> &facts, QWidget *parent) : QWidget(parent), m_facts(facts)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QStringList spoken;
    for (const Fact &fact : facts)
        spoken.append(fact.label + u": "_s + fact.value);
    say(this, spoken.join(u", "_s));
}

int FactStrip::columns(int width) const
{
    const int fit = std::max(1, width / Theme::current().px(kNarrowest));
    return std::min<int>(fit, static_cast<int>(m_facts.size()));
}

int FactStrip::heightForWidth(int width) const
{
    if (m_facts.isEmpty())
        return 0;
    const int across = columns(width);
    const int lines = (static_cast<int>(m_facts.size()) + across - 1) / across;
    return lines * Theme::current().px(kFactHeight);
}

QSize FactStrip::sizeHint() const
{
    return QSize(Theme::current().px(kNarrowest), heightForWidth(std::max(width(), Theme::current().px(kNarrowest))));
}

QRect FactStrip::cell(int index, int width) const
{
    const int across = columns(width);
    const int height = Theme::current().px(kFactHeight);
    const int column = index % across;
    const int left = width * column / across;
    return QRect(left, index / across * height, width * (column + 1) / across - left, height);
}

void FactStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    drawPanel(painter, rect(), radius::tile, theme.color.surface, theme.color.border);
    const int caption = theme.lineHeight(Type::Caption);
    const int body = theme.lineHeight(Type::Body);
    for (int i = 0; i < m_facts.size(); ++i) {
        const QRect place = cell(i, width());
        const auto visual = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
        if (place.left() > 0)
            painter.fillRect(visual(QRect(place.left(), place.top(), 1, place.height())), theme.color.border);
        if (place.top() > 0)
            painter.fillRect(visual(QRect(place.left(), place.top(), place.width(), 1)), theme.color.border);
        const QRect inner = place.adjusted(kPadding, (place.height() - caption - body) / 2, -kPadding / 2, 0);
        drawElided(painter, visual(QRect(inner.left(), inner.top(), inner.width(), caption)), m_facts.at(i).label,
                   {.type = Type::Caption, .role = &Colors::textTertiary});
        drawElided(painter, visual(QRect(inner.left(), inner.top() + caption, inner.width(), body)), m_facts.at(i).value,
                   {.type = Type::Body});
    }
}

bool FactStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        for (int i = 0; i < m_facts.size(); ++i) {
            if (QStyle::visualRect(layoutDirection(), rect(), cell(i, width())).contains(help->pos()))
                QToolTip::showText(help->globalPos(), plainToolTip(isolated(m_facts.at(i).value)), this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace callcard::ui
