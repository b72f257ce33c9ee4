#include <callcard/ui/directorypage.h>

#include "choicespane.h"
#include "customerform.h"
#include "importpane.h"
#include "listpane.h"
#include "recordpane.h"
#include "refusedpane.h"

#include <callcard/ui/theme.h>

#include <QFileDialog>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kListWidth = 344;
/// Of the page: with the narrow side bar, a window of 980.
constexpr int kOneBelow = 980 - 56;
constexpr int kChoicesAtOnce = 100;

CustomerDraft draftOf(const Customer &customer)
{
    return {.edits = customer.id,
            .kind = customer.kind,
            .name = customer.name,
            .company = customer.company,
            .title = customer.title,
            .numbers = customer.numbers,
            .emails = customer.emails,
            .note = customer.note};
}
} // namespace

class DirectoryPage::Private
{
public:
    ListPane *list{};
    QStackedWidget *detail{};
    RecordPane *record{};
    CustomerForm *form{};
    ImportPane *import{};
    ChoicesPane *choices{};
    RefusedPane *refused{};
    DirectoryOptions options;
    bool detailWanted = false; ///< In a narrow window: the detail is in front of the list.
    bool narrow = false;
};

DirectoryPage::DirectoryPage(const Clock &clock, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->list = new ListPane(clock, this);
    d->detail = new QStackedWidget(this);
    d->record = new RecordPane(clock);
    d->form = new CustomerForm;
    d->import = new ImportPane(clock);
    d->choices = new ChoicesPane(clock);
    d->refused = new RefusedPane;
    for (QWidget *pane : {static_cast<QWidget *>(d->record), static_cast<QWidget *>(d->form), static_cast<QWidget *>(d->import),
                          static_cast<QWidget *>(d->choices), static_cast<QWidget *>(d->refused)})
        d->detail->addWidget(pane);

    connect(d->list, &ListPane::searchChanged, this, &DirectoryPage::searchChanged);
    connect(d->list, &ListPane::moreWanted, this, &DirectoryPage::moreWanted);
    connect(d->list, &ListPane::customerChosen, this, &DirectoryPage::customerChosen);
    connect(d->list, &ListPane::syncRequested, this, &DirectoryPage::syncRequested);
    connect(d->list, &ListPane::connectRequested, this, &DirectoryPage::connectRequested);
    connect(d->list, &ListPane::importRequested, this, &DirectoryPage::chooseFile);
    connect(d->list, &ListPane::callUsual, d->record, &RecordPane::callUsual);
    connect(d->list, &ListPane::callText, this, [this](const PhoneNumber &number) {
        Q_EMIT
        callRequested(number, {});
    });
    connect(d->list, &ListPane::opened, this, [this] {
        if (areChoicesShown() || areRefusedShown())
            d->detail->setCurrentWidget(d->record);
        if (d->detail->currentWidget() == d->record) {
            showDetail(true);
            if (!d->narrow)
                return;
            d->record->focusFirst();
        }
    });
    connect(d->list, &ListPane::addRequested, this, [this](const QString &typed) { addCustomer({.name = typed}); });

    connect(d->record, &RecordPane::callRequested, this, &DirectoryPage::callRequested);
    connect(d->record, &RecordPane::mailRequested, this, &DirectoryPage::mailRequested);
    connect(d->record, &RecordPane::crmRequested, this, &DirectoryPage::crmRequested);
    connect(d->record, &RecordPane::eventChosen, this, &DirectoryPage::eventChosen);
    connect(d->record, &RecordPane::noteEditRequested, this, &DirectoryPage::noteEditRequested);
    connect(d->record, &RecordPane::promiseDone, this, &DirectoryPage::promiseDone);
    connect(d->record, &RecordPane::discardRequested, this, &DirectoryPage::discardRequested);
    connect(d->record, &RecordPane::linkRequested, this, &DirectoryPage::linkRequested);
    connect(d->record, &RecordPane::unlearnRequested, this, &DirectoryPage::unlearnRequested);
    connect(d->record, &RecordPane::companyRequested, this, [this](const QString &company) {
        showDetail(false);
        search(company);
    });
    connect(d->record, &RecordPane::backRequested, this, [this] { showDetail(false); });
    connect(d->record, &RecordPane::editRequested, this, [this] {
        if (d->record->record())
            addCustomer(draftOf(d->record->record()->customer));
    });
    connect(d->form, &CustomerForm::saved, this, [this](const CustomerDraft &draft) {
        d->detail->setCurrentWidget(d->record);
        d->list->focusList();
        Q_EMIT
        saveRequested(draft);
    });
    connect(d->form, &CustomerForm::cancelled, this, [this] {
        d->detail->setCurrentWidget(d->record);
        showDetail(!d->list->chosen().isEmpty() && d->detailWanted);
        d->list->focusSearch();
    });
    connect(d->import, &ImportPane::requested, this, &DirectoryPage::importRequested);
    connect(d->import, &ImportPane::cancelled, this, &DirectoryPage::importCancelled);
    connect(d->import, &ImportPane::closed, this, [this] {
        setImport({});
        d->list->focusSearch();
    });
    connect(d->list, &ListPane::choicesRequested, this, &DirectoryPage::showChoices);
    connect(d->choices, &ChoicesPane::undoRequested, this, &DirectoryPage::unlearnRequested);
    connect(d->choices, &ChoicesPane::moreRequested, this, [this] {
        Q_EMIT
        choicesRequested(d->choices->shown() + kChoicesAtOnce);
    });
    connect(d->list, &ListPane::refusedRequested, this, &DirectoryPage::showRefused);
    const auto backToList = [this] {
        d->detail->setCurrentWidget(d->record);
        showDetail(false);
        d->list->focusSearch();
    };
    connect(d->choices, &ChoicesPane::closed, this, backToList);
    connect(d->refused, &RefusedPane::closed, this, backToList);
    place();
}

DirectoryPage::~DirectoryPage() = default;

QString DirectoryPage::title()
{
    return tr("Directory");
}

void DirectoryPage::setOptions(const DirectoryOptions &options)
{
    d->options = options;
    d->list->setOptions(options);
    d->record->setOptions(options);
    d->form->setOptions(options);
    d->import->setOptions(options);
    d->choices->setOptions(options);
}

void DirectoryPage::setFound(const FoundCustomers &found)
{
    d->list->setFound(found);
}

void DirectoryPage::appendFound(const FoundCustomers &found)
{
    d->list->appendFound(found);
}

void DirectoryPage::setStats(const DirectoryStats &stats)
{
    d->list->setStats(stats);
}

void DirectoryPage::setRecord(const std::optional<CustomerRecord> &record)
{
    d->record->setRecord(record);
    if (!record && d->detail->currentWidget() == d->record)
        showDetail(false);
}

void DirectoryPage::setSync(const SyncState &sync)
{
    d->list->setSync(sync);
}

void DirectoryPage::setTrouble(const std::optional<Error> &error)
{
    d->list->setTrouble(error);
}

void DirectoryPage::setImport(const ImportState &state)
{
    d->import->setState(state);
    const bool shown = state.phase != ImportState::Phase::None;
    if (shown)
        d->detail->setCurrentWidget(d->import);
    else if (d->detail->currentWidget() == d->import)
        d->detail->setCurrentWidget(d->record);
    showDetail(shown);
}

void DirectoryPage::setChoices(const QList<ChosenNumber> &choices, qint64 count)
{
    d->choices->setChoices(choices, count);
}

bool DirectoryPage::areChoicesShown() const
{
    return d->detail->currentWidget() == d->choices;
}

void DirectoryPage::showChoices()
{
    d->detail->setCurrentWidget(d->choices);
    showDetail(true);
    Q_EMIT
    choicesRequested(std::max(kChoicesAtOnce, d->choices->shown()));
    d->choices->focusFirst();
}

void DirectoryPage::setRefused(const QList<RefusedRecords> &sources)
{
    d->refused->setRefused(sources);
}

bool DirectoryPage::areRefusedShown() const
{
    return d->detail->currentWidget() == d->refused;
}

void DirectoryPage::showRefused()
{
    d->detail->setCurrentWidget(d->refused);
    showDetail(true);
    Q_EMIT
    refusedRequested();
    d->refused->focusFirst();
}

QString DirectoryPage::searchText() const
{
    return d->list->text();
}

CustomerFilter DirectoryPage::filter() const
{
    return d->list->filter();
}

CustomerId DirectoryPage::chosen() const
{
    return d->list->chosen();
}

void DirectoryPage::search(const QString &text)
{
    d->list->search(text);
}

void DirectoryPage::focusSearch()
{
    showDetail(false);
    d->list->focusSearch();
}

void DirectoryPage::addCustomer(const CustomerDraft &draft)
{
    // A form that somebody is writing in is not wiped by the next wish.
    if (d->detail->currentWidget() != d->form || !d->form->isChanged())
        d->form->setDraft(draft);
    d->detail->setCurrentWidget(d->form);
    showDetail(true);
}

void DirectoryPage::setLinking(const std::optional<CustomerNumber> &number)
{
    if (number) // somebody began to write a form: it waits behind the search
        d->detail->setCurrentWidget(d->record);
    d->record->setLinking(number);
}

void DirectoryPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import customers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Customers (*.csv *.tsv *.txt *.vcf *.vcard)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        Q_EMIT
        importRequested({.file = file, .region = d->options.homeRegion, .dryRun = true});
    });
    dialog->open();
}

void DirectoryPage::showDetail(bool shown)
{
    d->detailWanted = shown;
    place();
}

void DirectoryPage::place()
{
    d->narrow = width() < Theme::current().px(kOneBelow); // larger letters need more room, or both are cut off
    const int listWidth = d->narrow ? width() : Theme::current().px(kListWidth);
    const auto visual = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    d->list->setGeometry(visual(QRect(0, 0, listWidth, height())));
    d->list->setVisible(!d->narrow || !d->detailWanted);
    d->detail->setGeometry(visual(d->narrow ? rect() : QRect(listWidth, 0, width() - listWidth, height())));
    d->detail->setVisible(!d->narrow || d->detailWanted);
    d->record->setBackShown(d->narrow);
}

void DirectoryPage::resizeEvent(QResizeEvent *)
{
    place();
}

void DirectoryPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::ControlModifier) {
        addCustomer({});
    } else if (event->key() == Qt::Key_Escape) {
        setLinking({});
        focusSearch();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::ControlModifier) {
        d->record->callUsual();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void DirectoryPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().color.surface);
}

} // namespace callcard::ui
