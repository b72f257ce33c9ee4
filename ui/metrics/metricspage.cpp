#include "figuredetails.h"
#include "metricspage_p.h"

#include <callcard/ui/numbertexts.h>

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTwoColumns = 760;
constexpr int kCustomersShown = 5;
} // namespace

MetricsPage::~MetricsPage()
{
    // A date that is still being typed is chosen when its field goes, and by then there is nothing left of us to hear it.
    d->range->disconnect(this);
}

QString MetricsPage::title()
{
    return tr("Metrics");
}

void MetricsPage::setOptions(const MetricsOptions &options)
{
    d->options = options;
    refresh();
}

void MetricsPage::setPeople(const QList<PanelPerson> &people, const UserId &current)
{
    d->people = people;
    QMenu *menu = d->person->menu();
    menu->clear();
    for (const PanelPerson &person : people) {
        const QString name = person.isSelf ? tr("You") : person.name;
        QString escaped = name;
        menu->addAction(escaped.replace(u'&', u"&&"_s), this, [this, id = person.id] {
            Q_EMIT
            personChosen(id);
        });
        if (person.id == current) {
            d->person->setText(name);
            //: %1: whose figures are shown
            d->person->setAccessibleName(tr("Figures of %1").arg(name));
        }
    }
    d->person->setVisible(people.size() > 1);
}

void MetricsPage::setFacts(const PanelFacts &facts)
{
    d->facts = facts;
    refresh();
}

void MetricsPage::setNow(const QDateTime &now)
{
    d->facts.now = now;
    refresh();
}

void MetricsPage::setCustomers(const QList<PanelCustomer> &customers)
{
    d->customers = customers;
    d->customerRows->setCustomers(customers.first(std::min<qsizetype>(kCustomersShown, customers.size())), d->figures.today,
                                  d->options.times);
    d->customerRows->setVisible(!customers.isEmpty());
    d->noCustomers->setVisible(customers.isEmpty());
    d->mostLine->setVisible(!customers.isEmpty());
    if (customers.isEmpty())
        return;
    const PanelCustomer &first = customers.first();
    //: The customer with most calls
    d->most->setText(tr("Most with %1").arg(first.customer.company.isEmpty() ? first.name : first.customer.company));
    d->mostCalls->setText(callsWords(first.calls));
}

void MetricsPage::setDetails(const FigureDetails &details)
{
    if (!d->popover->isVisible() || d->asked != details.figure || d->askedRange != details.range)
        return;
    if (details.problem) {
        const QString before = details.recorded ? d->popover->note() + u'\n' : QString();
        return d->popover->answer(d->popover->rows(), before + details.problem->sentences());
    }
    const QList<FactRow> rows = rowsOf(details, d->options, d->facts.now);
    if (details.recorded && rows.isEmpty())
        return; // their days stand there, and why there are no calls
    QString note = d->popover->note();
    if (details.recorded)
        note = tr("From the team’s call records, which may be fewer than the calls that were counted.");
    else if (details.all > rows.size())
        note = FigurePopover::tr("The newest %1 of %2").arg(rows.size()).arg(details.all);
    else if (rows.isEmpty() && note.isEmpty())
        note = FigurePopover::tr("No calls");
    d->popover->answer(rows, note, details.calls.isEmpty() || details.recorded ? QString() : FigurePopover::tr("All in history"));
}

void MetricsPage::setSyncing(bool on)
{
    d->sync->setEnabled(!on);
    d->sync->setToolTip(on ? tr("Reading the phone service…") : tr("Read the phone service now (F5)"));
}

void MetricsPage::setProblem(const std::optional<ErrorText> &problem)
{
    d->problem = problem;
    refreshFoot();
}

const PanelChoice &MetricsPage::choice() const
{
    return d->choice;
}

const PanelFacts &MetricsPage::facts() const
{
    return d->facts;
}

const PanelFigures &MetricsPage::figures() const
{
    return d->figures;
}

void MetricsPage::choose(const PanelChoice &choice)
{
    if (choice == d->choice)
        return;
    d->choice = choice;
    d->spans->setCurrent(static_cast<int>(choice.span));
    refresh();
    Q_EMIT
    choiceChanged(choice);
}

void MetricsPage::step(int by)
{
    choose(beside(d->choice, by, d->figures.today));
}

QSize MetricsPage::paperSize() const
{
    return QSize(d->content->width(), d->header->height() + d->content->height());
}

void MetricsPage::paintPaper(QPainter &painter)
{
    const Theme &theme = Theme::current();
    painter.fillRect(QRect(QPoint(), paperSize()), theme.color.window);
    const QRect head(space::xl, 0, d->content->width() - 2 * space::xl, d->header->height());
    painter.setFont(theme.font(Type::Page));
    painter.setPen(theme.color.text);
    const QString words = title() + u" · "_s + spanWords(d->choice, d->figures, d->options.times);
    painter.drawText(head, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter), words);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.color.textSecondary);
    painter.drawText(head, static_cast<int>(Qt::AlignTrailing | Qt::AlignVCenter),
                     QLocale().toString(d->facts.now.toTimeZone(d->facts.zone), QLocale::ShortFormat));
    d->content->render(&painter, QPoint(0, d->header->height()), {}, QWidget::DrawChildren);
}

void MetricsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= Theme::current().px(kTwoColumns);
    if (std::exchange(d->wide, wide) != wide)
        arrange();
}

void MetricsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_BracketLeft)
        step(-1);
    else if (event->key() == Qt::Key_BracketRight)
        step(1);
    else if (event->key() == Qt::Key_E && event->modifiers() == Qt::ControlModifier)
        d->exporting->showMenu();
    else if (event->key() == Qt::Key_T && event->modifiers() == Qt::ControlModifier)
        showTable(qobject_cast<Chart *>(focusWidget()));
    else
        QWidget::keyPressEvent(event);
}

} // namespace callcard::ui
