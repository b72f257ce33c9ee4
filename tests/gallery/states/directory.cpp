#include "registry.h"

#include <callcard/phone.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/ui/directorypage.h>
#include <callcard/ui/shell.h>

#include <QListView>

using namespace callcard;
using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
const QDateTime kNow(QDate(2026, 11, 20), QTime(19, 15, 7), Qt::UTC); // 2:15 PM in Toronto

testing::FakeClock &clock()
{
    static testing::FakeClock clock(kNow);
    return clock;
}

DirectoryOptions options()
{
    DirectoryOptions options;
    options.me = {.email = u"rm@callcard.example"_s, .name = u"Rosa Marin"_s};
    options.crmTemplate = u"https://crm.example/people/{id}"_s;
    options.sendsNewOnes = true;
    options.zone = QTimeZone("America/Toronto");
    options.times = TimeTexts(QLocale(), options.zone);
    return options;
}

CustomerNumber phoneNumber(const QString &text, const QString &label = {})
{
    CustomerNumber number{.text = text, .label = label};
    if (const auto parsed = parsePhone(text, u"US"_s)) {
        number.number = parsed->number;
        number.extension = parsed->extension;
    }
    return number;
}

FoundCustomer row(const QString &name, const QString &company, const QString &number, int daysAgo, bool similar = false)
{
    FoundCustomer found{.similar = similar};
    found.customer.id = CustomerId(u"crm/"_s + name);
    found.customer.origins = {{u"crm"_s, name}};
    found.customer.name = name;
    found.customer.company = company;
    found.customer.numbers = {phoneNumber(number)};
    if (daysAgo >= 0)
        found.customer.lastContact = kNow.addDays(-daysAgo).addSecs(-360);
    return found;
}

FoundCustomers nor()
{
    FoundCustomers found{
        .customers = {row(u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, u"416-555-0142"_s, 0),
                      row(u"Theo Northcott"_s, u"Bellweather Supply"_s, u"312-555-0125"_s, 0),
                      row(u"Nora Thorne"_s, u"Thorne & Daughters"_s, u"604-555-0109"_s, 8),
                      row(u"Eleanor Voss"_s, u"Northgate Dental Group"_s, u"403-555-0184"_s, 21),
                      row(u"Daniel Okafor"_s, u"Northgate Dental Group"_s, u"403-555-0185"_s, 49),
                      row(u"Henrik Sølve"_s, u"Nordhavn Import"_s, u"206-555-0151"_s, 93),
                      row(u"Ines Monteiro"_s, u"Norwood Paper"_s, u"718-555-0133"_s, -1),
                      row(u"Lena Norberg-Achterberg"_s, u"Gesellschaft für Kältetechnik Norderstedt"_s, u"437-555-0192"_s, -1),
                      row(u"Caleb Nunn"_s, u"Kenora Hardware"_s, u"807-555-0104"_s, -1),
                      row(u"Quentin Norris"_s, u"Norris & Vale Interiors"_s, u"613-555-0138"_s, -1),
                      row(u"Nour Haddad"_s, u"Cedar Line Foods"_s, u"514-555-0120"_s, 3, true),
                      row(u"Naomi Roy"_s, u"Lakeside Bakehouse"_s, u"416-555-0179"_s, 3, true)}};
    found.count = 212;
    found.more = true;
    return found;
}

LogEntry entry(CallDirection direction, EndReason reason, int daysAgo, int talk, const QString &note)
{
    LogEntry entry;
    entry.call.id = CallId(u"demo:%1"_s.arg(daysAgo));
    entry.call.direction = direction;
    entry.call.state = CallState::Ended;
    entry.call.reason = reason;
    entry.call.startedAt = kNow.addDays(-daysAgo).addSecs(-360);
    if (talk > 0) {
        entry.call.answeredAt = entry.call.startedAt.addSecs(5);
        entry.call.talkTime = std::chrono::seconds(talk);
    }
    entry.note = note;
    return entry;
}

CustomerRecord sarah()
{
    CustomerRecord record;
    Customer &customer = record.customer;
    customer = nor().customers.constFirst().customer;
    customer.title = u"Head of purchasing"_s;
    customer.numbers = {phoneNumber(u"416-555-0142"_s, u"mobile"_s), phoneNumber(u"416-555-0100 x12"_s, u"work"_s)};
    customer.emails = {u"s.lindqvist@northlight.example"_s};
    customer.ownerEmail = options().me.email;
    customer.active = true;
    customer.customerSince = QDate(2019, 3, 1);
    customer.salesThisYearCents = 4'820'000;
    customer.lastOrder = QDate(2026, 11, 3);
    record.promise = Promise{.id = 1, .text = u"Send the freight quote"_s, .due = QDate(2026, 11, 20)};
    record.usualNumber = customer.numbers.constFirst().number;
    record.lastNote = u"Freight approved at $310. Ship Monday, she calls the dock ahead."_s;
    record.lastNoteAt = kNow.addSecs(-120);
    record.lastNoteBy = options().me.email;
    record.lastNoteOf = CallId(u"demo:0"_s);
    LogEntry missed = entry(CallDirection::Inbound, EndReason::Missed, 11, 0, {});
    missed.settlement = {.how = Settling::Colleague, .by = u"Dana"_s};
    Message text{.direction = CallDirection::Inbound, .text = u"Sample box arrived, thank you!"_s, .sentAt = kNow.addDays(-15)};
    record.events = {
        {.entry = entry(CallDirection::Inbound, EndReason::HungUp, 0, 222, u"Freight approved at $310. Ship Monday."_s)},
        {.entry = entry(CallDirection::Outbound, EndReason::HungUp, 3, 370, u"Wants 40 cases before December, waiting on freight."_s)},
        {.entry = missed},
        {.text = text}};
    record.eventCount = 37;
    record.eventsSince = QDate(2019, 3, 4);
    return record;
}

DirectoryPage *pageWith(const FoundCustomers &found, qint64 customers)
{
    auto *page = new DirectoryPage(clock());
    page->setOptions(options());
    page->setStats({.customers = customers, .numbers = customers + customers / 2, .lastSync = kNow.addSecs(-240)});
    page->setFound(found);
    page->resize(984, 700);
    return page;
}

/// In the window, as a person meets it.
QWidget *inShell(DirectoryPage *page, QSize size = {1192, 736})
{
    auto *shell = new Shell;
    shell->addPage(u"missed"_s, u"phone-missed"_s, QObject::tr("Missed"), new QWidget);
    shell->addPage(u"history"_s, u"history"_s, QObject::tr("History"), new QWidget);
    shell->addPage(u"directory"_s, u"book"_s, DirectoryPage::title(), page);
    shell->setCount(u"missed"_s, 2);
    shell->setConnection(ConnectionTone::Good, QObject::tr("Connected"), QObject::tr("Last event 4 s ago"));
    shell->showPage(u"directory"_s);
    shell->resize(size);
    return shell;
}

DirectoryPage *searching()
{
    DirectoryPage *page = pageWith({}, 128'406);
    page->search(u"nor"_s);
    page->setFound(nor());
    page->setRecord(sarah());
    return page;
}

FoundCustomers many(int rows, qint64 count)
{
    FoundCustomers found{.count = count, .more = rows < count};
    for (int i = 0; i < rows; ++i) {
        found.customers.append(row(u"Customer %1"_s.arg(i + 1, 4, 10, QChar(u'0')), u"Company %1"_s.arg(i / 3),
                                   u"303-555-0%1"_s.arg(i % 200, 3, 10, QChar(u'0')), i % 5 == 0 ? i % 90 : -1));
    }
    return found;
}

ImportState imported(ImportState::Phase phase)
{
    ImportState state{.phase = phase, .file = u"/srv/People from Copper.csv"_s, .progress = {.rows = 41'200, .part = 0.54}};
    ImportReport &report = state.report;
    report.rows = 75'712;
    report.kept = 75'690;
    report.updated = 1204;
    report.removed = 17;
    report.refusedRows = 22;
    report.numbers = 148'933;
    report.unparseable = 411;
    report.shared = 2017;
    report.format = u"csv"_s;
    report.encoding = u"utf-8"_s;
    report.preset = u"copper-people"_s;
    report.columns = {{u"Copper ID"_s, u"id"_s},    {u"First Name"_s, u"firstName"_s}, {u"Last Name"_s, u"lastName"_s},
                      {u"Company"_s, u"company"_s}, {u"Phone Number"_s, u"phone"_s},   {u"Main Phone cf_699010"_s, u"phone"_s},
                      {u"Favourite Colour"_s, {}}};
    report.refused = {{.line = 318, .reason = u"quote-never-closed"_s}, {.line = 9022, .reason = u"no-name"_s}};
    report.numberProblems = {{.line = 77, .field = u"Phone Number"_s, .reason = u"scientific-notation"_s},
                             {.line = 1450, .field = u"Main Phone cf_699010"_s, .reason = u"several-numbers"_s}};
    return state;
}

const State window(u"directory/window"_s, [] { return inShell(searching()); });
const State narrowList(u"directory/narrow-list"_s, [] { return inShell(searching(), {900, 600}); });
const State narrowRecord(u"directory/narrow-record"_s, [] {
    DirectoryPage *page = searching();
    QWidget *shell = inShell(page, {900, 600});
    const auto lists = page->findChildren<QListView *>();
    for (QListView *list : lists)
        Q_EMIT
    list->clicked(list->currentIndex());
    return shell;
});
const State nobody(u"directory/empty"_s, [] { return pageWith({}, 0); });
const State awaited(u"directory/waits-for-yes"_s, [] {
    DirectoryPage *page = pageWith({}, 0);
    DirectoryOptions changed = options();
    changed.awaitsFirst = true;
    page->setOptions(changed);
    page->setStats({});
    return page;
});
const State first(u"directory/first-sync"_s, [] {
    DirectoryPage *page = pageWith({}, 0);
    page->setSync({.running = true, .fetched = 1500});
    return page;
});
const State one(u"directory/one"_s, [] {
    FoundCustomers found{.customers = {nor().customers.at(2)}, .count = 1};
    DirectoryPage *page = pageWith(found, 1);
    CustomerRecord record;
    record.customer = found.customers.constFirst().customer;
    page->setRecord(record);
    return page;
});
const State twoThousand(u"directory/two-thousand"_s, [] {
    DirectoryPage *page = pageWith(many(2000, 2000), 2000);
    (void)page->grab(); // before it has its place there is nothing to scroll
    const auto lists = page->findChildren<QListView *>();
    for (QListView *list : lists)
        list->scrollTo(list->model()->index(1500, 0));
    return page;
});
const State million(u"directory/million"_s, [] {
    FoundCustomers found = many(200, 1000);
    found.countIsLeast = true;
    DirectoryPage *page = pageWith({}, 1'000'000);
    page->search(u"cust"_s);
    page->setFound(found);
    page->setSync({.running = true, .fetched = 412'500});
    return page;
});
const State nothing(u"directory/nothing-found"_s, [] {
    DirectoryPage *page = pageWith({}, 128'406);
    page->search(u"Zzyzx"_s);
    page->setFound({});
    return page;
});
const State stranger(u"directory/unknown-number"_s, [] {
    DirectoryPage *page = pageWith({}, 128'406);
    page->search(u"647 555 0118"_s);
    page->setFound({});
    page->setTrouble(Error{.kind = ErrorKind::Storage});
    return page;
});
DamagedFile damagedFile(DamagedFile::What what)
{
    return {.what = what, .error = {.kind = ErrorKind::Storage}, .aside = u"/d/directory-7.db.damaged-20261120-191400"_s};
}

/// Found in the middle of the day: only what was made here is left, and the sources are asked already.
const State damaged(u"directory/damaged"_s, [] {
    FoundCustomers found{.customers = {nor().customers.at(2), nor().customers.at(9)}, .count = 2};
    DirectoryPage *page = pageWith(found, 2);
    DirectoryOptions changed = options();
    changed.damages = {damagedFile(DamagedFile::What::Customers)};
    page->setOptions(changed);
    CustomerRecord record;
    record.customer = found.customers.constFirst().customer;
    page->setRecord(record);
    page->setSync({.running = true, .fetched = 1500});
    return page;
});
const State damagedFiles(u"directory/damaged-files"_s, [] {
    DirectoryPage *page = searching();
    DirectoryOptions changed = options();
    changed.damages = {damagedFile(DamagedFile::What::Choices), damagedFile(DamagedFile::What::MadeHere)};
    page->setOptions(changed);
    return page;
});
const State choices(u"directory/choices"_s, [] {
    DirectoryPage *page = searching();
    page->showChoices();
    const auto chosen = [](const QString &number, const QString &name, const QString &company, int daysAgo) {
        return ChosenNumber{.choice = {*phoneNumber(number).number, CustomerId(u"crm/"_s + name), kNow.addDays(-daysAgo).addSecs(-360)},
                            .name = name,
                            .company = company};
    };
    page->setChoices({chosen(u"416-555-0100"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee Roasters"_s, 0),
                      chosen(u"905-555-0117"_s, u"Lena Norberg-Achterberg"_s, u"Gesellschaft für Kältetechnik Norderstedt"_s, 3),
                      chosen(u"604-555-0109"_s, u"Nora Thorne"_s, {}, 40), chosen(u"+44 117 496 0123"_s, {}, {}, 400)},
                     130);
    return page;
});
const State noChoices(u"directory/choices-empty"_s, [] {
    DirectoryPage *page = searching();
    page->showChoices();
    page->setChoices({}, 0);
    return page;
});
const State refused(u"directory/refused"_s, [] {
    DirectoryPage *page = pageWith(nor(), 128'406);
    page->showRefused();
    const auto record = [](const QString &id, const QString &reason) { return RefusedRecord{.sourceId = id, .reason = reason}; };
    page->setRefused({{.source = u"firestore:copper_people"_s,
                       .count = 1240,
                       .first = {record(u"148201734"_s, u"no-name"_s), record(u"148201802"_s, u"empty"_s),
                                 record(u"mW3bX0pQ7dQvYp2cT1kRz9LsJgH4uNeA8fVx5oCiB6DqEwK"_s, u"no-name"_s)}},
                      {.source = u"justcall"_s, .count = 1, .first = {{.place = 512, .reason = u"no-id"_s}}}});
    return page;
});
const State noneRefused(u"directory/refused-none"_s, [] {
    DirectoryPage *page = pageWith(nor(), 128'406);
    page->showRefused();
    page->setRefused({});
    return page;
});
const State refusedLater(u"directory/refused-not-known"_s, [] {
    DirectoryPage *page = pageWith(nor(), 128'406);
    page->showRefused();
    page->setRefused(
        {{.source = u"firestore:copper_people"_s, .isKnown = false}, {.source = u"firestore:copper_companies"_s, .isKnown = false}});
    return page;
});
const State resumed(u"directory/import-goes-on"_s, [] {
    DirectoryPage *page = searching();
    ImportState state = imported(ImportState::Phase::Keeping);
    state.progress.resumedAt = 30'208;
    page->setImport(state);
    return page;
});
const State learned(u"directory/learned"_s, [] {
    DirectoryPage *page = searching();
    CustomerRecord record = sarah();
    record.learned = {{.number = *phoneNumber(u"416-555-0100"_s).number, .customer = record.customer.id, .at = kNow},
                      {.number = *phoneNumber(u"905-555-0117"_s).number, .customer = record.customer.id, .at = kNow}};
    record.changedHere = true;
    record.waiting = true;
    record.customer.numbers.append({.text = u"desk by the door"_s, .label = u"other"_s});
    record.promise->due = QDate(2026, 11, 18);
    page->setRecord(record);
    page->setSync({.error = Error{.kind = ErrorKind::Offline}, .errorSource = u"firestore"_s});
    return page;
});
const State linking(u"directory/linking"_s, [] {
    DirectoryPage *page = searching();
    page->setLinking(phoneNumber(u"647-555-0118"_s));
    return page;
});
const State adding(u"directory/add"_s, [] {
    DirectoryPage *page = searching();
    page->addCustomer({.name = u"Nils Aberg"_s, .numbers = {phoneNumber(u"647-555-0118"_s, u"mobile"_s), {.text = u"647 55"_s}}});
    return page;
});
const State reading(u"directory/import-reading"_s, [] {
    DirectoryPage *page = searching();
    page->setImport(imported(ImportState::Phase::Reading));
    return page;
});
const State report(u"directory/import-report"_s, [] {
    DirectoryPage *page = searching();
    page->setImport(imported(ImportState::Phase::Report));
    page->resize(984, 980);
    return page;
});
const State failedImport(u"directory/import-failed"_s, [] {
    DirectoryPage *page = searching();
    ImportState state = imported(ImportState::Phase::Failed);
    state.error = Error{.kind = ErrorKind::BadPayload};
    page->setImport(state);
    return page;
});
} // namespace
