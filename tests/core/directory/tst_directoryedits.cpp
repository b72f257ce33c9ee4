#include "people.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An outbox that remembers, and can be full.
class ListedOutlet final : public CustomerOutlet
{
public:
    Result<> put(const LocalCustomer &customer) override
    {
        if (full)
            return failure(ErrorKind::Storage);
        waiting.insert(customer.localId, customer);
        return {};
    }
    Result<> withdraw(const QString &localId) override
    {
        waiting.remove(localId);
        return {};
    }
    QMap<QString, LocalCustomer> waiting;
    bool full = false;
};

QStringList numbersOf(const Customer &customer)
{
    QStringList list;
    for (const CustomerNumber &number : customer.numbers)
        list.append(number.number ? number.number->e164() : number.text);
    list.sort();
    return list;
}

} // namespace

/// Customers that a person makes or changes on this computer.
class tst_DirectoryEdits : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    QString folder() const { return m_folder->filePath(u"d"_s); }
    std::unique_ptr<Directory> opened() const { return Directory::open(folder(), m_clock).value(); }
    static CustomerDraft draft(const QString &name, const QStringList &numbers = {})
    {
        CustomerDraft draft{.name = name};
        for (const QString &text : numbers)
            draft.numbers.append(stored(text));
        return draft;
    }
    static CustomerDraft draftOf(const Customer &customer)
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
    static Customer one(const Directory &directory, const char *number)
    {
        const auto facts = directory.whoIs(caller(QString::fromUtf8(number))).facts;
        return facts.size() == 1 ? facts.constFirst().customer : Customer{};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNewCustomerIsThereAtOnceAndForEver()
    {
        const auto directory = opened();
        QSignalSpy changed(directory.get(), &Directory::generationChanged);
        const auto id = directory->save(draft(u"  Sarah Lee "_s, {u"303-555-0142"_s, u"(303) 555 0142"_s}));
        QVERIFY(id);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(one(*directory, "303-555-0142").name, u"Sarah Lee"_s);
        QCOMPARE(one(*directory, "303-555-0142").numbers.size(), 1); // typed twice
        QCOMPARE(one(*directory, "303-555-0142").id, *id);
        QCOMPARE(names(directory->search(u"sar"_s).value()), QStringList{u"Sarah Lee"_s});
        // Even if everything else is imported anew.
        QFile file(m_folder->filePath(u"list.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write("Name,Phone\nOmar,303-555-0143\n") > 0);
        file.close();
        QVERIFY(directory->importNow({.file = file.fileName(), .region = u"US"_s}));
        QCOMPARE(one(*directory, "303-555-0142").name, u"Sarah Lee"_s);
        QCOMPARE(directory->stats()->customers, 2);
    }

    void nobodyIsRefused()
    {
        const auto directory = opened();
        QCOMPARE(directory->save(draft(u" \t"_s, {u"303-555-0142"_s})).error().kind, ErrorKind::Refused);
        CustomerDraft gone = draft(u"Sarah"_s);
        gone.edits = CustomerId(u"firestore:copper_people/1"_s);
        QCOMPARE(directory->save(gone).error().kind, ErrorKind::Refused);
        QCOMPARE(directory->stats()->customers, 0);
    }

    void anEditSaysOnlyWhatDiffers()
    {
        const auto directory = opened();
        SourceRecord sarah = person(u"7"_s, u"Sarah Lee"_s, {u"303-555-0142"_s, u"303-555-0143"_s}, u"Acme"_s);
        sarah.customer.emails = {u"sarah@acme.example"_s};
        sarah.customer.title = u"Buyer"_s;
        QVERIFY(directory->apply(u"crm"_s, {sarah}));
        CustomerDraft edit = draftOf(one(*directory, "303-555-0142"));
        edit.title = u"Head of purchasing"_s;
        edit.numbers.removeLast();
        edit.numbers.append(stored(u"303-555-0144"_s));
        edit.emails = {u"lee@acme.example"_s};
        QVERIFY(directory->save(edit));

        const Customer now = one(*directory, "303-555-0144");
        QCOMPARE(now.id, CustomerId(u"crm/7"_s)); // who it is has not changed
        QCOMPARE(now.name, u"Sarah Lee"_s);
        QCOMPARE(now.title, u"Head of purchasing"_s);
        QCOMPARE(numbersOf(now), (QStringList{u"+13035550142"_s, u"+13035550144"_s}));
        QCOMPARE(now.emails, QStringList{u"lee@acme.example"_s});
        QVERIFY(directory->whoIs(caller(u"303-555-0143"_s)).facts.isEmpty()); // taken away: identifies nobody
        QCOMPARE(directory->stats()->customers, 1);

        // What the source changes later comes through; what was changed here stays.
        sarah.customer.name = u"Sarah Lee-Brandt"_s;
        sarah.customer.title = u"Purchasing"_s;
        sarah.customer.numbers.append(stored(u"303-555-0145"_s));
        QVERIFY(directory->apply(u"crm"_s, {sarah}));
        const Customer later = one(*directory, "303-555-0145");
        QCOMPARE(later.name, u"Sarah Lee-Brandt"_s);
        QCOMPARE(later.title, u"Head of purchasing"_s);
        QCOMPARE(numbersOf(later), (QStringList{u"+13035550142"_s, u"+13035550144"_s, u"+13035550145"_s}));

        // And is taken back in one step.
        QVERIFY(directory->discard(later.id));
        const Customer back = one(*directory, "303-555-0143");
        QCOMPARE(back.title, u"Purchasing"_s);
        QCOMPARE(numbersOf(back), (QStringList{u"+13035550142"_s, u"+13035550143"_s, u"+13035550145"_s}));
        QCOMPARE(directory->discard(later.id).error().kind, ErrorKind::Refused);
    }

    void whatWasEmptiedStaysEmpty()
    {
        const auto directory = opened();
        SourceRecord acme{.sourceId = u"c"_s, .customer = {.kind = CustomerKind::Company, .name = u"Acme"_s}};
        SourceRecord sarah = person(u"7"_s, u"Sarah Lee"_s, {u"303-555-0142"_s});
        sarah.customer.title = u"Buyer"_s;
        sarah.customer.note = u"Call in May"_s;
        sarah.completedBy = {recordKey(u"crm"_s, u"c"_s)};
        QVERIFY(directory->apply(u"crm"_s, {acme, sarah}));
        CustomerDraft edit = draftOf(one(*directory, "303-555-0142"));
        QCOMPARE(edit.company, u"Acme"_s);
        edit.company.clear();
        edit.title.clear();
        edit.note.clear();
        QVERIFY(directory->save(edit));
        for (int turn = 0; turn < 2; ++turn) {
            const Customer now = one(*directory, "303-555-0142");
            QCOMPARE(now.company + now.title + now.note, QString());
            sarah.customer.title = u"Head of purchasing"_s; // news of what nobody wants to see
            QVERIFY(directory->apply(u"crm"_s, {sarah}));
        }
        edit.title = u"Boss"_s;
        QVERIFY(directory->save(edit));
        QCOMPARE(one(*directory, "303-555-0142").title, u"Boss"_s);
        QCOMPARE(one(*directory, "303-555-0142").company, QString());
        QVERIFY(directory->discard(edit.edits));
        QCOMPARE(one(*directory, "303-555-0142").company, u"Acme"_s);
        QCOMPARE(one(*directory, "303-555-0142").note, u"Call in May"_s);
    }

    void editedTwiceIsOneEdit()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"7"_s, u"Sarah Lee"_s, {u"303-555-0142"_s})}));
        for (const QString &title : {u"Buyer"_s, u"Boss"_s}) {
            CustomerDraft edit = draftOf(one(*directory, "303-555-0142"));
            edit.title = title;
            QVERIFY(directory->save(edit));
        }
        const Customer now = one(*directory, "303-555-0142");
        QCOMPARE(now.title, u"Boss"_s);
        QCOMPARE(now.origins.size(), 2);
        QCOMPARE(directory->unsent()->size(), 1);
    }

    void aChangeOfSomebodyWhoIsGoneIsNobody()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"7"_s, u"Sarah Lee"_s, {u"303-555-0142"_s})}));
        CustomerDraft edit = draftOf(one(*directory, "303-555-0142"));
        edit.numbers.append(stored(u"303-555-0144"_s));
        QVERIFY(directory->save(edit));
        QVERIFY(directory->apply(u"crm"_s, {}, {u"7"_s}));
        QVERIFY(directory->whoIs(caller(u"303-555-0144"_s)).facts.isEmpty());
    }

    void linksANumberToACustomer()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s,
                                 {person(u"7"_s, u"Sarah Lee"_s, {u"303-555-0142"_s}), person(u"8"_s, u"Omar"_s, {u"303-555-0149"_s})}));
        QVERIFY(directory->link(stored(u"303-555-0149"_s), CustomerId(u"crm/7"_s)));
        WhoIs shared = directory->whoIs(caller(u"303-555-0149"_s));
        QCOMPARE(names(shared.facts), (QStringList{u"Sarah Lee"_s, u"Omar"_s}));
        QVERIFY(shared.learned);
        QCOMPARE(numbersOf(*directory->customer(CustomerId(u"crm/7"_s)).value()), (QStringList{u"+13035550142"_s, u"+13035550149"_s}));
        QVERIFY(directory->unlink(number(u"303-555-0149"_s), CustomerId(u"crm/7"_s)));
        shared = directory->whoIs(caller(u"303-555-0149"_s));
        QCOMPARE(names(shared.facts), QStringList{u"Omar"_s});
        QVERIFY(!shared.learned);
        QCOMPARE(directory->link({.text = u"desk"_s}, CustomerId(u"crm/7"_s)).error().kind, ErrorKind::Refused);
        QCOMPARE(directory->link(stored(u"303-555-0149"_s), CustomerId(u"crm/9"_s)).error().kind, ErrorKind::Refused);
    }

    void theOutletGetsEverythingOnce()
    {
        ListedOutlet outlet;
        const auto directory = opened();
        const auto before = directory->save(draft(u"Before"_s));
        directory->setOutlet(&outlet);
        QCOMPARE(outlet.waiting.size(), 1);
        outlet.full = true;
        const auto id = directory->save(draft(u"Sarah"_s, {u"303-555-0142"_s}));
        QVERIFY(id); // kept here whatever the outbox says
        QCOMPARE(directory->unsent()->size(), 1);
        outlet.full = false;
        outlet.waiting.clear();
        directory->setOutlet(&outlet);
        QCOMPARE(outlet.waiting.size(), 1);
        const LocalCustomer sent = outlet.waiting.first();
        QCOMPARE(recordKey(u"local"_s, sent.localId), id->text());
        QCOMPARE(sent.customer.name, u"Sarah"_s);
        QVERIFY(sent.edits.isEmpty());
        QVERIFY(directory->unsent()->isEmpty());
        QVERIFY(directory->discard(*id));
        QVERIFY(outlet.waiting.isEmpty());
        QVERIFY(directory->customer(*before).value());
        directory->setOutlet(nullptr);
    }

    void aRunningImportHoldsNobodyUp()
    {
        QFile file(m_folder->filePath(u"list.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("Name,Phone\n");
        for (int i = 0; i < 5000; ++i)
            file.write("Customer " + QByteArray::number(i) + ",+1416555" + QByteArray::number(i).rightJustified(4, '0') + "\n");
        file.close();
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"7"_s, u"Omar"_s, {u"303-555-0143"_s})}));
        std::optional<Result<ImportReport>> report;
        TaskScope scope;
        scope.start(importInto(*directory, {.file = file.fileName(), .region = u"US"_s}, report));
        QVERIFY(!report);
        QVERIFY(directory->save(draft(u"Sarah"_s, {u"303-555-0142"_s})));
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(*report);
        QCOMPARE(one(*directory, "303-555-0142").name, u"Sarah"_s);
        QCOMPARE(directory->stats()->customers, 5002);
    }

    void killedAnywhereOldOrNew()
    {
        for (const auto kind : {StoreFaults::After::Heals, StoreFaults::After::Dies}) {
            bool saved = false;
            const int failed = failEveryStatement(
                kind,
                [&] {
                    {
                        const StoreFaults none(1'000'000);
                        QDir(folder()).removeRecursively();
                        if (!opened()->apply(u"crm"_s, {person(u"7"_s, u"Omar"_s, {u"303-555-0143"_s})}))
                            qFatal("no beginning");
                    }
                    saved = false;
                    if (auto directory = Directory::open(folder(), m_clock))
                        saved = (*directory)->save(draft(u"Sarah"_s, {u"303-555-0142"_s})).has_value();
                },
                [&](bool) {
                    const auto directory = opened();
                    QCOMPARE(one(*directory, "303-555-0143").name, u"Omar"_s);
                    const bool there = one(*directory, "303-555-0142").name == u"Sarah"_s;
                    // What was said to be kept is there; otherwise all of it or nothing.
                    QVERIFY(there || !saved);
                    QCOMPARE(directory->stats()->customers, there ? 2 : 1);
                    QCOMPARE(directory->unsent()->size(), there ? 1 : 0);
                });
            QVERIFY(failed > 20);
        }
    }

private:
    static QCoro::Task<> importInto(Directory &directory, ImportRequest request, std::optional<Result<ImportReport>> &report)
    {
        const std::stop_token never;
        report = co_await directory.importFile(request, never);
    }
};

QTEST_GUILESS_MAIN(tst_DirectoryEdits)
#include "tst_directoryedits.moc"
