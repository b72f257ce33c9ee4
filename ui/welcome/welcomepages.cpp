#include "welcomepages.h"

#include "firebaseform.h"
#include "formparts.h"
#include "previewpane.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/placepicker.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/spoken.h>

#include <QButtonGroup>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPickerWidth = 320;

QButtonGroup *addTiles(QVBoxLayout &column, const QList<RadioTile *> &tiles)
{
    auto *group = new QButtonGroup(column.parentWidget());
    for (RadioTile *tile : tiles) {
        group->addButton(tile, group->buttons().size());
        column.addWidget(tile);
    }
    tiles.first()->setChecked(true);
    return group;
}

void addSwitchRow(QVBoxLayout &rows, const QString &title, QWidget *detail, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(18, 12, 18, 12);
    row->setSpacing(space::l);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new Label(title, Type::BodyMedium));
    texts->addWidget(detail);
    row->addLayout(texts, 1);
    row->addWidget(control, 0, Qt::AlignVCenter);
    rows.addLayout(row);
}

} // namespace

QVBoxLayout *beginPage(QWidget &page, const QString &question, const QString &why)
{
    speakAsGroup(&page, question);
    page.setAccessibleDescription(why);
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *heading = new PlainText(question, Type::Page, &Colors::text);
    column->addWidget(heading);
    column->addWidget(new PlainText(why, Type::Body));
    column->addSpacing(space::m);
    return column;
}

ServicePage::ServicePage(QWidget *parent) : QWidget(parent)
{
    QVBoxLayout *column =
        beginPage(*this, tr("Where do your calls come from?"),
                  tr("Callcard listens for your own calls and shows who it is. It carries no audio, so closing it never drops a call."));
    m_group = addTiles(
        *column,
        {new RadioTile(u"phone-ringing"_s, u"RingCentral"_s, tr("Sign in with your browser. Cards appear on the first ring.")),
         new RadioTile(u"cloud"_s, tr("JustCall through your team’s relay"),
                       tr("Cards appear on the first ring. Ask your administrator for the address.")),
         new RadioTile(u"sync"_s, tr("JustCall with the account’s key"), tr("For accounts of one person. Finished calls and texts only.")),
         new RadioTile(u"plus"_s, tr("Both"), tr("RingCentral and JustCall together; the same call is shown once."))});
    column->addStretch();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT
        chosen(static_cast<CallService>(id));
    });
}

CallService ServicePage::service() const
{
    return static_cast<CallService>(m_group->checkedId());
}

void ServicePage::setService(CallService service)
{
    m_group->button(static_cast<int>(service))->setChecked(true);
}

void ServicePage::focusFirst()
{
    m_group->checkedButton()->setFocus(Qt::OtherFocusReason);
}

CustomersPage::CustomersPage(QWidget *parent)
    : QWidget(parent)
    , m_forms(new QStackedWidget)
    , m_firebase(new FirebaseForm)
    , m_choice(new QWidget)
    , m_preview(new PreviewPane)
    , m_outcome(new OutcomeLine)
{
    QVBoxLayout *column =
        beginPage(*this, tr("Who are your customers?"),
                  tr("They are copied to this computer, so that a name is there before the first ring ends, also offline."));
    column->addWidget(m_outcome); // above everything: below, it could be out of sight
    auto *choices = new QVBoxLayout(m_choice);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(space::s);
    m_group = addTiles(
        *choices, {new RadioTile(u"cloud"_s, tr("The team’s Firestore"), tr("Your own accounts first; the rest only if you ask for it.")),
                   new RadioTile(u"people"_s, u"Copper"_s, tr("With the key from your settings there.")),
                   new RadioTile(u"import"_s, tr("A file"), tr("CSV or vCard. You see what it would bring before anything is kept."))});
    m_forms->addWidget(m_firebase);
    m_forms->addWidget(makeCopper());
    m_forms->addWidget(makeFile());
    choices->addSpacing(space::xs);
    choices->addWidget(m_forms);
    column->addWidget(m_choice);
    column->addWidget(m_preview);
    column->addStretch();
    offer(false);
    connect(m_preview, &PreviewPane::keepRequested, this, &CustomersPage::keepRequested);
    connect(m_preview, &PreviewPane::otherRequested, this, [this] {
        offer(false);
        m_outcome->showNothing();
        focusFirst();
        Q_EMIT
        otherRequested();
    });
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on)
            return;
        m_forms->setCurrentIndex(id);
        m_outcome->showNothing();
    });
}

QWidget *CustomersPage::makeCopper()
{
    auto *panel = new QWidget;
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    m_copperEmail = addField(*left, tr("Your e-mail address in Copper"));
    m_copperKey = addField(*right, tr("API key"), {}, true);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
    column->addLayout(row);
    QPushButton *test = plainButton(tr("Test and fetch"));
    column->addWidget(test, 0, Qt::AlignLeading);
    column->addStretch();
    connect(test, &QPushButton::clicked, this, [this] {
        Q_EMIT
        copperRequested(copper());
    });
    for (const QLineEdit *field : {m_copperEmail, m_copperKey}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_copperUntried = true;
            Q_EMIT
            edited();
        });
    }
    return panel;
}

CopperEntry CustomersPage::copper() const
{
    return {.email = m_copperEmail->text().trimmed(), .apiKey = m_copperKey->text().trimmed()};
}

bool CustomersPage::tryUntried()
{
    if (isOffering()) {
        if (m_preview->isEnabled())
            Q_EMIT
        keepRequested();
        return true;
    }
    switch (service()) {
    case CustomerService::Firestore:
        if (m_firebase->isUntried())
            Q_EMIT
        m_firebase->signInRequested(m_firebase->entry(), false);
        return m_firebase->isUntried();
    case CustomerService::Copper:
        if (m_copperUntried)
            Q_EMIT
        copperRequested(copper());
        return m_copperUntried;
    case CustomerService::File:
        break;
    }
    return false;
}

bool CustomersPage::isOffering() const
{
    return m_preview->isVisibleTo(this);
}

void CustomersPage::offer(bool offered)
{
    m_preview->setVisible(offered);
    m_preview->setEnabled(true);
    m_choice->setVisible(!offered);
}

QWidget *CustomersPage::makeFile()
{
    auto *panel = new QWidget;
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *choose = plainButton(tr("Choose a file…"), u"import"_s);
    row->addWidget(choose, 0, Qt::AlignTop);
    row->addStretch();
    connect(choose, &QPushButton::clicked, this, &CustomersPage::askForFile);
    return panel;
}

void CustomersPage::askForFile()
{
    auto *dialog = new QFileDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Customers (*.csv *.tsv *.txt *.vcf)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CustomersPage::chooseFile);
    dialog->open();
}

void CustomersPage::chooseFile(const QString &file)
{
    offer(false);
    Q_EMIT
    fileChosen(file);
}

CustomerService CustomersPage::service() const
{
    return static_cast<CustomerService>(m_group->checkedId());
}

void CustomersPage::prefillCopper(const QString &email)
{
    fillField(*m_copperEmail, email);
}

void CustomersPage::lockCopper()
{
    lockField(*m_copperEmail);
}

void CustomersPage::showBrowserWaiting(bool opened)
{
    m_firebase->setWaiting(true);
    WaitingRow::tell(*m_outcome, opened);
}

void CustomersPage::showPreview(const DirectoryPreview &preview)
{
    QStringList said;
    const QString customers = countText(preview.customers);
    const QString numbers = countText(preview.numbers);
    //: %1, %2: amounts, already written with their separators
    said.append(preview.kept   ? tr("%1 customers with %2 numbers are on this computer.").arg(customers, numbers)
                : preview.part ? tr("The first %1 customers with %2 numbers were looked at; there are more.").arg(customers, numbers)
                               : tr("%1 customers with %2 numbers can be read.").arg(customers, numbers));
    if (preview.refused > 0)
        said.append(tr("%1 more cannot be used.").arg(countText(preview.refused)));
    if (preview.unreadable > 0)
        said.append(tr("%1 numbers cannot be read as a phone number.").arg(countText(preview.unreadable)));
    if (preview.callersKnown == CallersKnown::NotYet)
        said.append(tr("Looking who called last month…"));
    else if (preview.callers > 0)
        said.append(tr("%1 of the %2 who called last month are among them.").arg(countText(preview.known), countText(preview.callers)));
    else if (!preview.kept)
        said.append(tr("Nobody called last month whom they could be compared with."));
    if (preview.callersKnown == CallersKnown::Partly)
        said.append(tr("Not every phone service could be asked who called."));
    m_outcome->showGood(said.join(u' '));
    const bool isNew = !isOffering();
    if (!preview.kept)
        m_preview->setPreview(preview);
    offer(!preview.kept);
    if (!preview.kept && isNew)
        m_preview->focusKeep();
}

void CustomersPage::showBusy(const QString &text)
{
    m_preview->setEnabled(false); // said once is enough
    m_outcome->showBusy(text);
}

void CustomersPage::showTrouble(const QString &text, const QString &button)
{
    offer(false);
    m_outcome->showTrouble(text, button);
}

void CustomersPage::forgetKeys()
{
    if (service() == CustomerService::Firestore)
        m_firebase->forgetKeys();
    if (service() != CustomerService::Copper)
        return;
    m_copperKey->clear();
    m_copperUntried = false;
}

void CustomersPage::focusFirst()
{
    if (isOffering())
        return m_preview->focusKeep();
    m_group->checkedButton()->setFocus(Qt::OtherFocusReason);
}

RegionPage::RegionPage(QWidget *parent)
    : QWidget(parent), m_region(new PlacePicker(PlacePicker::Kind::Country)), m_zone(new PlacePicker(PlacePicker::Kind::TimeZone))
{
    QVBoxLayout *column = beginPage(
        *this, tr("Where are you?"),
        tr("Numbers without a country are read as your country’s, and your day begins and ends in your time zone. Both are guessed "
           "from this computer."));
    const auto add = [column](const QString &label, PlacePicker *picker) {
        picker->setAccessibleName(label);
        picker->setFixedWidth(Theme::current().px(kPickerWidth));
        column->addWidget(new Label(label, Type::BodyMedium));
        column->addWidget(picker);
        column->addSpacing(space::m);
    };
    add(tr("Country"), m_region);
    add(tr("Time zone"), m_zone);
    column->addStretch();
    connect(m_region, &PlacePicker::chosen, this, &RegionPage::regionChosen);
    connect(m_zone, &PlacePicker::chosen, this, &RegionPage::zoneChosen);
}

void RegionPage::lock(bool region, bool zone)
{
    if (region)
        lockField(*m_region);
    if (zone)
        lockField(*m_zone);
}

void RegionPage::setPlace(const QString &region, const QString &zone)
{
    m_region->setValue(region);
    m_zone->setValue(zone);
}

QString RegionPage::summary() const
{
    const QString country = m_region->currentText().section(u" ("_s, 0, 0);
    return QStringList{country, m_zone->currentText().section(u'/', -1)}.join(u" · "_s);
}

void RegionPage::focusFirst()
{
    m_region->setFocus(Qt::OtherFocusReason);
}

ComputerPage::ComputerPage(QWidget *parent)
    : QWidget(parent)
    , m_autostart(new Switch(tr("Start when I sign in")))
    , m_links(new Switch(tr("Open phone links with Callcard")))
    , m_owner(new PlainText)
    , m_outcome(new OutcomeLine)
{
    QVBoxLayout *column = beginPage(*this, tr("On this computer"), tr("Callcard stays in the tray and is silent until the phone rings."));
    auto *tile = new Tile;
    tile->setContentsMargins(0, 0, 0, 0);
    auto *rows = new QVBoxLayout(tile);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    addSwitchRow(*rows, tr("Start when I sign in"), new PlainText(tr("Hidden, in the tray.")), m_autostart);
    addSwitchRow(*rows, tr("Open phone links with Callcard"), m_owner, m_links);
    QPushButton *test = plainButton(tr("Send a test call"), u"phone-ringing"_s);
    addSwitchRow(*rows, tr("See a card"), new PlainText(tr("A make-believe caller rings for a few seconds, in the corner you chose.")),
                 test);
    column->addWidget(tile);
    column->addWidget(m_outcome);
    column->addStretch();
    connect(m_autostart, &QCheckBox::toggled, this, &ComputerPage::autostartChosen);
    connect(m_links, &QCheckBox::toggled, this, &ComputerPage::linksChosen);
    connect(test, &QPushButton::clicked, this, &ComputerPage::testCallRequested);
}

void ComputerPage::setAutostart(bool on, bool locked)
{
    const QSignalBlocker quiet(m_autostart);
    m_autostart->setChecked(on);
    m_autostart->setEnabled(!locked);
}

void ComputerPage::setLinks(bool on, bool locked, const QString &owner)
{
    const QSignalBlocker quiet(m_links);
    m_links->setChecked(on);
    m_links->setEnabled(!locked);
    //: %1: the name of another program
    m_owner->setText(on                ? tr("A click on a number in any program opens the call box.")
                     : owner.isEmpty() ? tr("No program opens them at the moment.")
                                       : tr("%1 opens them at the moment. It stays so unless you switch this on.").arg(isolated(owner)));
}

void ComputerPage::showTestCall()
{
    m_outcome->showGood(tr("The test call rings now. This is all there is to know: the card comes, and it goes."));
}

void ComputerPage::showTrouble(const QString &text)
{
    m_outcome->showTrouble(text);
}

void ComputerPage::focusFirst()
{
    m_autostart->setFocus(Qt::OtherFocusReason);
}

} // namespace callcard::ui
