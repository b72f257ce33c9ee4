#include "people.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <generationwriter.h>
#include <schema.h>

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

/// Who is calling: what the directory must find, and above all what it must not.
class tst_Directory : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<Directory> opened() const { return Directory::open(m_folder->filePath(u"d"_s), m_clock).value(); }
    std::unique_ptr<Directory> with(const QList<SourceRecord> &records) const
    {
        auto directory = opened();
        if (const auto applied = directory->apply(u"test"_s, records); !applied)
            qFatal("%s", qPrintable(applied.error().detail));
        return directory;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void emptyKnowsNobody()
    {
        const auto directory = opened();
        QCOMPARE(directory->whoIs(caller(u"(303) 555-0142"_s)), WhoIs());
        QCOMPARE(directory->stats().value(), DirectoryStats());
        QVERIFY(directory->search(u"sarah"_s).value().isEmpty());
        QVERIFY(!directory->customer(CustomerId(u"test/1"_s)).value());
    }

    void everyFormOfANumberMatches_data()
    {
        QTest::addColumn<QString>("storedForm");
        QTest::addColumn<QStringList>("dialled");
        const QStringList forms{u"+1 303-555-0142"_s, u"(303) 555 0142"_s,          u"3035550142"_s,   u"1-303-555-0142"_s,
                                u"303.555.0142"_s,    u"tel:+1-303-555-0142"_s,     u"+13035550142"_s, u"1 (303) 555-0142"_s,
                                u"303 555 0142"_s,    u"\u202a+13035550142\u202c"_s};
        for (const QString &one : forms)
            QTest::addRow("%s", qPrintable(one)) << one << forms;
    }
    void everyFormOfANumberMatches()
    {
        QFETCH(QString, storedForm);
        QFETCH(QStringList, dialled);
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {storedForm})});
        for (const QString &form : dialled) {
            const WhoIs who = directory->whoIs(caller(form));
            QCOMPARE(names(who.facts), QStringList{u"Sarah Lee"_s});
            QCOMPARE(who.facts.constFirst().confidence, Confidence::Exact);
            QCOMPARE(who.facts.constFirst().reason, RankReason::None);
            QCOMPARE(who.facts.constFirst().customer.id, CustomerId(u"test/1"_s));
            QCOMPARE(who.facts.constFirst().customer.numbers.constFirst().text, storedForm);
        }
    }

    void nearMissesNeverMatch()
    {
        auto random = QRandomGenerator(20261120);
        QList<SourceRecord> records;
        QSet<QString> known;
        for (int i = 0; i < 400; ++i) {
            const QString text = u"303555%1"_s.arg(random.bounded(10000), 4, 10, QChar(u'0'));
            known.insert(text);
            records.append(person(QString::number(i), u"Customer %1"_s.arg(i), {text}));
        }
        const auto directory = with(records);
        int asked = 0;
        for (const QString &text : std::as_const(known)) {
            QStringList near;
            for (qsizetype at = 0; at < text.size(); ++at) {
                QString changed = text;
                changed[at] = QChar(u'0' + (text.at(at).digitValue() + 1) % 10);
                near.append(changed);
                if (at > 0) {
                    QString swapped = text;
                    std::swap(swapped[at - 1], swapped[at]);
                    near.append(swapped);
                }
            }
            near << text.mid(3) << text.mid(1) << text.left(9) << u"416"_s + text.mid(3) << u"+44"_s + text;
            for (const QString &other : std::as_const(near)) {
                if (known.contains(other))
                    continue;
                QVERIFY2(directory->whoIs(caller(other)).facts.isEmpty(), qPrintable(other));
                ++asked;
            }
        }
        QVERIFY(asked > 5000);
    }

    void nobodyAndJunk_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", " ", "anonymous", "Unknown", "private number", "911", "12345", "7", "0", "+", "266696687", "0000000",
                                 "2222222222", "1.2E+10", "sip:anonymous@anonymous.invalid", "n/a", "x12"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void nobodyAndJunk()
    {
        QFETCH(QString, text);
        // Even when the very same text stands in the directory.
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {text, u"303-555-0142"_s})});
        QCOMPARE(directory->whoIs(caller(text)), WhoIs());
    }

    void literalTextMatchesItselfOnly()
    {
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {u"999 000 11223344"_s})});
        const WhoIs who = directory->whoIs(caller(u" 999 000 11223344"_s));
        QCOMPARE(names(who.facts), QStringList{u"Sarah Lee"_s});
        QCOMPARE(who.facts.constFirst().confidence, Confidence::Literal);
        QVERIFY(directory->whoIs(caller(u"99900011223344"_s)).facts.isEmpty());
    }

    void extensionsAreKeptApart()
    {
        const auto directory =
            with({person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142 x12"_s}), person(u"2"_s, u"Omar Diaz"_s, {u"303-555-0142 x34"_s})});
        const WhoIs who = directory->whoIs(caller(u"303-555-0142 x34"_s));
        QCOMPARE(names(who.facts), (QStringList{u"Omar Diaz"_s, u"Sarah Lee"_s}));
        QCOMPARE(who.facts.at(0).confidence, Confidence::Exact);
        QCOMPARE(who.facts.at(1).confidence, Confidence::OtherExtension);
        QCOMPARE(who.facts.at(1).reason, RankReason::OtherExtension);
        QCOMPARE(who.facts.at(1).reasonText, u"12"_s);
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)).facts.size(), 2);
    }

    void emailWhenTheNumberIsUnknown()
    {
        SourceRecord sarah = person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s});
        sarah.customer.emails = {u"Sarah.Lee@Riverside.example"_s};
        const auto directory = with({sarah});
        CallParty party = caller(u"416-555-0199"_s);
        party.email = u"sarah.lee@riverside.EXAMPLE "_s;
        const WhoIs who = directory->whoIs(party);
        QCOMPARE(names(who.facts), QStringList{u"Sarah Lee"_s});
        QCOMPARE(who.facts.constFirst().confidence, Confidence::Email);
    }

    void ownLinesIdentifyNobody()
    {
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s})});
        directory->setOwnLines({number(u"303-555-0142"_s)});
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)), WhoIs());
    }

    void aNumberOfEverybodyIdentifiesNobody()
    {
        QList<SourceRecord> records;
        for (int i = 0; i < 300; ++i)
            records.append(person(QString::number(i), u"Customer %1"_s.arg(i), {u"303-555-0142"_s}));
        const auto directory = with(records);
        QVERIFY(directory->whoIs(caller(u"303-555-0142"_s)).facts.isEmpty());
        QCOMPARE(directory->stats()->shared, 1);
    }

    void ranksAndSaysWhy()
    {
        const QString shared = u"303-555-0142"_s;
        SourceRecord lead = person(u"a"_s, u"Lead"_s, {shared});
        lead.customer.kind = CustomerKind::Lead;
        SourceRecord company = person(u"b"_s, u"Company"_s, {shared});
        company.customer.kind = CustomerKind::Company;
        const SourceRecord plain = person(u"c"_s, u"Person"_s, {shared});
        SourceRecord active = person(u"d"_s, u"Active"_s, {shared});
        active.customer.active = true;
        SourceRecord recent = person(u"e"_s, u"Recent"_s, {shared});
        recent.customer.lastContact = m_clock.now().addDays(-3);
        SourceRecord mine = person(u"f"_s, u"Mine"_s, {shared});
        mine.customer.ownerEmail = u"Dana@Office.example"_s;
        QList<SourceRecord> records{lead, company, plain, active, recent, mine};
        const QStringList expected{u"Mine"_s, u"Recent"_s, u"Active"_s, u"Person"_s, u"Company"_s, u"Lead"_s};
        // Whatever the order of import.
        for (int shuffle = 0; shuffle < 4; ++shuffle) {
            std::rotate(records.begin(), records.begin() + 1 + shuffle, records.end());
            QDir(m_folder->filePath(u"d"_s)).removeRecursively();
            const auto directory = with(records);
            directory->setMe({.email = u"dana@office.example"_s});
            const WhoIs who = directory->whoIs(caller(shared));
            QCOMPARE(names(who.facts), expected);
            QCOMPARE(who.facts.at(0).reason, RankReason::YourAccount);
            QCOMPARE(who.facts.at(1).reason, RankReason::RecentContact);
            QCOMPARE(who.facts.at(1).reasonTime, recent.customer.lastContact);
            QCOMPARE(who.facts.at(2).reason, RankReason::ActiveCustomer);
            QCOMPARE(who.facts.at(3).reason, RankReason::NoRecentContact);
            QVERIFY(!who.learned);
        }
    }

    void learnsAndForgets()
    {
        const QString shared = u"303-555-0142"_s;
        const CustomerId omar(u"test/2"_s);
        {
            const auto directory = with({person(u"1"_s, u"Sarah"_s, {shared}), person(u"2"_s, u"Omar"_s, {shared})});
            QSignalSpy learned(directory.get(), &Directory::learnedChanged);
            QCOMPARE(names(directory->whoIs(caller(shared)).facts).constFirst(), u"Sarah"_s);
            QVERIFY(directory->learn(number(shared), omar));
            QCOMPARE(learned.size(), 1);
        }
        const auto directory = opened(); // after a restart, and after the customers were fetched anew
        QVERIFY(directory->apply(u"test"_s, {person(u"2"_s, u"Omar Diaz"_s, {shared})}));
        const WhoIs who = directory->whoIs(caller(shared));
        QCOMPARE(names(who.facts), (QStringList{u"Omar Diaz"_s, u"Sarah"_s}));
        QVERIFY(who.learned);
        QCOMPARE(who.facts.at(0).reason, RankReason::PickedLastTime);
        QCOMPARE(who.facts.at(0).reasonTime, m_clock.now());
        QCOMPARE(directory->learned().value(), (QList<LearnedChoice>{{number(shared), omar, m_clock.now()}}));
        QVERIFY(directory->unlearn(number(shared)));
        QCOMPARE(names(directory->whoIs(caller(shared)).facts).constFirst(), u"Sarah"_s);
        QVERIFY(directory->learned()->isEmpty());
    }

    void linksAnUnknownNumber()
    {
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s})});
        QVERIFY(directory->learn(number(u"416-555-0100"_s), CustomerId(u"test/1"_s)));
        const WhoIs who = directory->whoIs(caller(u"+1 416 555 0100"_s));
        QCOMPARE(names(who.facts), QStringList{u"Sarah Lee"_s});
        QVERIFY(who.learned);
    }

    void switchboardIsAGuess()
    {
        QList<SourceRecord> staff{person(u"1"_s, u"Ann"_s, {u"303-555-0101"_s}, u"Acme, Inc."_s),
                                  person(u"2"_s, u"Bob"_s, {u"303-555-0102"_s}, u"ACME"_s)};
        {
            const auto directory = with(staff);
            QVERIFY(directory->whoIs(caller(u"303-555-0177"_s)).guesses.isEmpty()); // two are too few
            QVERIFY(directory->apply(u"test"_s, {person(u"3"_s, u"Cid"_s, {u"303-555-0103"_s}, u"Acme Inc"_s)}));
            const WhoIs who = directory->whoIs(caller(u"303-555-0177"_s));
            QVERIFY(who.facts.isEmpty());
            QCOMPARE(names(who.guesses), QStringList{u"Acme, Inc."_s});
            QCOMPARE(who.guesses.constFirst().confidence, Confidence::Switchboard);
            QCOMPARE(who.guesses.constFirst().customer.kind, CustomerKind::Company);
            QVERIFY(directory->whoIs(caller(u"303-555-0277"_s)).guesses.isEmpty()); // the next block
            // Somebody else has a number there: no guess any more.
            QVERIFY(directory->apply(u"test"_s, {person(u"4"_s, u"Stranger"_s, {u"303-555-0188"_s})}));
            QVERIFY(directory->whoIs(caller(u"303-555-0177"_s)).guesses.isEmpty());
            QVERIFY(directory->apply(u"test"_s, {}, {u"4"_s}));
            SourceRecord acme = person(u"9"_s, u"Acme Incorporated"_s, {u"303-555-0100"_s});
            acme.customer.kind = CustomerKind::Company;
            QVERIFY(directory->apply(u"test"_s, {acme}));
            QCOMPARE(directory->whoIs(caller(u"303-555-0177"_s)).guesses.constFirst().customer.id, CustomerId(u"test/9"_s));
        }
    }

    void nameIsAGuess()
    {
        const auto directory = with({person(u"1"_s, u"Sarah Johnson"_s, {u"303-555-0142"_s})});
        CallParty party = caller(u"416-555-0199"_s);
        for (const auto &name : {u"JOHNSON SARAH"_s, u"Sarah Jonhson"_s, u"sara johnson"_s}) {
            party.name = name;
            const WhoIs who = directory->whoIs(party);
            QVERIFY(who.facts.isEmpty());
            QCOMPARE(names(who.guesses), QStringList{u"Sarah Johnson"_s});
            QCOMPARE(who.guesses.constFirst().confidence, Confidence::Name);
        }
        for (const auto &name : {u"Johnson"_s, u"Sarah Jackson"_s, u"Mary Johnson"_s, u"WIRELESS CALLER"_s, u"Sarah Johnson Smith"_s}) {
            party.name = name;
            QVERIFY2(directory->whoIs(party).guesses.isEmpty(), qPrintable(name));
        }
    }

    void oneCustomerOfTwoSources()
    {
        const auto directory = with({person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s}), person(u"2"_s, u"Omar Diaz"_s)});
        SourceRecord other = person(u"x"_s, u"LEE, Sarah"_s, {u"+1 303 555 0142"_s, u"416-555-0100"_s}, u"Riverside"_s);
        QVERIFY(directory->apply(u"more"_s, {other, person(u"y"_s, u"Omar Diaz"_s, {u"416-555-0111"_s})}));
        const WhoIs who = directory->whoIs(caller(u"303-555-0142"_s));
        QCOMPARE(who.facts.size(), 1);
        const Customer both = who.facts.constFirst().customer;
        QCOMPARE(both.id, CustomerId(u"more/x"_s));
        QCOMPARE(both.company, u"Riverside"_s);
        QCOMPARE(both.numbers.size(), 2);
        QCOMPARE(both.origins, (QList<CustomerOrigin>{{u"more"_s, u"x"_s}, {u"test"_s, u"1"_s}}));
        QCOMPARE(directory->customer(CustomerId(u"test/1"_s)).value().value(), both); // the old id still finds it
        QCOMPARE(directory->search(u"omar diaz"_s)->size(), 2);                       // a name alone merges nobody
        QCOMPARE(directory->stats()->customers, 3);
        QCOMPARE(directory->stats()->shared, 0);
        // One source changes its mind, and they fall apart again.
        QVERIFY(directory->apply(u"more"_s, {person(u"x"_s, u"Sarah Lee"_s, {u"416-555-0100"_s})}));
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)).facts.constFirst().customer.id, CustomerId(u"test/1"_s));
        QCOMPARE(directory->stats()->customers, 4);
        QVERIFY(directory->apply(u"more"_s, {}, {u"x"_s, u"y"_s}));
        QVERIFY(directory->whoIs(caller(u"416-555-0100"_s)).facts.isEmpty());
        QCOMPARE(directory->stats()->customers, 2);
    }

    void linksBringOwnerAndMoney()
    {
        SourceRecord sarah = person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s});
        sarah.completedBy = {u"companies/7"_s};
        SourceRecord company{.sourceId = u"7"_s, .customer = {.kind = CustomerKind::Company, .name = u"Riverside"_s, .active = true}};
        company.completedBy = {u"sales/70"_s, u"companies/7"_s, u"test/1"_s}; // in circles, too
        SourceRecord erp{.sourceId = u"e"_s, .customer = {.kind = CustomerKind::Company, .ownerEmail = u"dana@office.example"_s}};
        erp.sameAs = u"companies/7"_s;
        SourceRecord sales{.sourceId = u"70"_s,
                           .customer = {.lastOrder = QDate(2026, 10, 2), .salesThisYearCents = 123456, .salesTwelveMonthsCents = 654321},
                           .factsOnly = true};
        const auto directory = with({sarah});
        QVERIFY(directory->apply(u"companies"_s, {company}));
        QVERIFY(directory->apply(u"erp"_s, {erp}));
        QVERIFY(directory->apply(u"sales"_s, {sales}));
        const Customer found = directory->whoIs(caller(u"303-555-0142"_s)).facts.constFirst().customer;
        QCOMPARE(found.company, u"Riverside"_s);
        QCOMPARE(found.ownerEmail, u"dana@office.example"_s);
        QCOMPARE(found.salesThisYearCents, 123456);
        QCOMPARE(found.salesTwelveMonthsCents, 654321);
        QCOMPARE(found.lastOrder, QDate(2026, 10, 2));
        QVERIFY(found.active);
        QCOMPARE(directory->stats()->customers, 2);
    }

    void killedAnywhereOldOrNew()
    {
        const QList<SourceRecord> before{person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s}), person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})};
        const QList<SourceRecord> after{person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0144"_s}), person(u"3"_s, u"Ann"_s, {u"303-555-0145"_s})};
        const auto state = [&](const Directory &directory) -> QString {
            QStringList all;
            for (const char *text : {"303-555-0142", "303-555-0143", "303-555-0144", "303-555-0145"})
                all += names(directory.whoIs(caller(QString::fromUtf8(text))).facts);
            return all.join(u',') + u'|' + names(directory.search(u"sarah"_s).value()).join(u',') +
                   QString::number(directory.stats()->customers);
        };
        for (const auto kind : {StoreFaults::After::Heals, StoreFaults::After::Dies}) {
            int olds = 0;
            const int failed = failEveryStatement(
                kind,
                [&] {
                    {
                        const StoreFaults none(1'000'000); // the beginning is not what is tried
                        QDir(m_folder->filePath(u"d"_s)).removeRecursively();
                        (void)with(before);
                    }
                    if (auto directory = Directory::open(m_folder->filePath(u"d"_s), m_clock))
                        (void)(*directory)->apply(u"test"_s, after, {u"2"_s});
                },
                [&](bool fired) {
                    const QString found = state(*opened());
                    const bool old = found == u"Sarah,Omar|Sarah2"_s;
                    olds += old;
                    QVERIFY2(old || found == u"Sarah Lee,Ann|Sarah Lee2"_s, qPrintable(found));
                    QVERIFY(fired || !old);
                });
            QVERIFY(failed > 30);
            QVERIFY(olds > 20);
        }
    }

    /// A number that all of one source share costs nothing when twins are looked for, and looking for them can be stopped.
    void twinsAreLookedForWhereTwoSourcesMeet()
    {
        for (const bool stops : {false, true}) {
            auto store = Store::open(m_folder->filePath(stops ? u"stopped.db"_s : u"whole.db"_s), directorySchema()).value();
            QVERIFY(store->run(u"DROP INDEX record_name"_s));
            GenerationWriter writer(*store, true);
            for (int i = 0; i < 40; ++i)
                QVERIFY(writer.put(u"crm"_s, person(QString::number(i), u"Customer %1"_s.arg(i), {u"303-555-0100"_s}),
                                   GenerationWriter::Clash::Replace));
            for (const QString &source : {u"crm"_s, u"erp"_s})
                QVERIFY(writer.put(source, person(u"s"_s, u"Sarah"_s, {u"303-555-0142"_s}), GenerationWriter::Clash::Replace));
            int asked = 0;
            const Result<> finished = writer.finish([&] {
                ++asked;
                return stops;
            });
            QVERIFY2(asked < 10, qPrintable(QString::number(asked)));
            QCOMPARE(finished.has_value(), !stops);
            QVERIFY(!stops || finished.error().kind == ErrorKind::Cancelled);
            const auto twins = store->first(u"SELECT count(*) FROM twin"_s, [](const Row &row) { return row.integer(0); });
            QCOMPARE(**twins, stops ? 0 : 2);
        }
    }

    void damagedNewGenerationGivesWay()
    {
        (void)with({person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0142"_s})});
        QFile damaged(m_folder->filePath(u"d/directory-2.db"_s));
        QVERIFY(damaged.open(QFile::WriteOnly) && damaged.write("this is no database, whatever its name says, and long enough") > 0);
        damaged.close();
        QFile leftover(m_folder->filePath(u"d/directory-9.db.building"_s));
        QVERIFY(leftover.open(QFile::WriteOnly));
        leftover.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        const auto directory = opened();
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)).facts.size(), 1);
        QVERIFY(!leftover.exists());
        QVERIFY(directory->damages().isEmpty());
        // It stands in nobody's way.
        QVERIFY(directory->importNow({.file = list("Name,Phone\nOmar,303-555-0143\n"), .region = u"US"_s}));
        QCOMPARE(directory->whoIs(caller(u"303-555-0143"_s)).facts.size(), 1);
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)).facts.size(), 1);
        QCOMPARE(QDir(m_folder->filePath(u"d"_s)).entryList({u"directory-2.db.damaged-*"_s}).size(), 1);
    }

    void damagedOnlyGenerationIsSaidAndReplaced()
    {
        QVERIFY(opened()->save({.name = u"Sarah Lee"_s, .numbers = {stored(u"303-555-0142"_s)}}));
        QFile damaged(m_folder->filePath(u"d/directory-1.db"_s));
        QVERIFY(damaged.open(QFile::WriteOnly) && damaged.write("this is no database, whatever its name says, and long enough") > 0);
        damaged.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        const auto directory = opened();
        QCOMPARE(directory->damages().size(), 1);
        QCOMPARE(directory->damages().constFirst().what, DamagedFile::What::Customers);
        QVERIFY(QFile::exists(directory->damages().constFirst().aside));
        QCOMPARE(directory->whoIs(caller(u"303-555-0142"_s)).facts.size(), 1); // what was written here is kept elsewhere as well
        QVERIFY(!directory->whoIs(caller(u"303-555-0142"_s)).problem);
        QVERIFY(directory->whoIs(caller(u"303-555-0143"_s)).problem); // no stranger: they may have been among those that are lost
        QVERIFY(directory->importNow({.file = list("Name,Phone\nOmar,303-555-0143\n"), .region = u"US"_s}));
        QVERIFY(directory->damages().isEmpty());
        QCOMPARE(directory->stats()->customers, 2);
        QCOMPARE(directory->whoIs(caller(u"303-555-0199"_s)), WhoIs());
    }

    /// What the disk does not give is neither somebody nor a stranger.
    void aDiskThatFailsMakesNobodyAStranger()
    {
        const auto directory = with({person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})});
        for (const QString &text : {u"303-555-0142"_s, u"303-555-0199"_s}) {
            const StoreFaults faults(0, StoreFaults::After::Heals, StorageFault::Other);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a look-up failed"_s));
            const WhoIs who = directory->whoIs(caller(text));
            QVERIFY(faults.fired());
            QVERIFY(who.facts.isEmpty() && who.guesses.isEmpty());
            QCOMPARE(who.problem.value_or(Error{}).kind, ErrorKind::Storage);
        }
        QVERIFY(!directory->whoIs(caller(u"303-555-0142"_s)).problem);
        QCOMPARE(directory->whoIs(caller(u"303-555-0199"_s)), WhoIs());
    }

    void damagedPersonalFilesKeepNobodyOut_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("isHole"); // found when it is read, and not when it is opened
        for (const QString &file : {u"choices.db"_s, u"local.db"_s}) {
            QTest::addRow("%s, no database", qPrintable(file)) << file << false;
            QTest::addRow("%s, a hole", qPrintable(file)) << file << true;
        }
    }
    void damagedPersonalFilesKeepNobodyOut()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, isHole);
        const bool isChoices = file == "choices.db"_L1;
        constexpr int kMade = 40;
        const QString path = m_folder->filePath(u"d/"_s + file);
        {
            const auto directory = with({person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s}), person(u"2"_s, u"Omar"_s, {u"303-555-0142"_s})});
            for (int i = 0; i < kMade; ++i)
                QVERIFY(directory->save({.name = u"Made %1"_s.arg(i),
                                         .numbers = {stored(u"416-555-01%1"_s.arg(i, 2, 10, QChar(u'0')))},
                                         .note = QString(400, u'x')}));
        }
        {
            auto store = Store::open(m_folder->filePath(u"d/choices.db"_s), choicesSchema()).value();
            QVERIFY(store->transact([&]() -> Result<> {
                for (int i = 0; i < 2000; ++i) {
                    const auto put = store->run(u"INSERT INTO choice(e164, customer, at) VALUES(?, ?, ?)"_s,
                                                number(u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))).toInteger(), u"test/2"_s, m_clock.now());
                    if (!put)
                        return tl::unexpected(put.error());
                }
                return {};
            }));
        }
        if (isHole) {
            punch(path);
        } else {
            QFile damaged(path);
            QVERIFY(damaged.open(QFile::WriteOnly) && damaged.write("this is no database, whatever its name says, and long enough") > 0);
        }
        const auto directory = opened();
        QSignalSpy found(directory.get(), &Directory::damageFound);
        // Whoever called before has a name, whatever became of the choice.
        const QStringList both = names(directory->whoIs(caller(u"303-555-0142"_s)).facts);
        QCOMPARE(both.size(), 2);
        const auto learned = directory->learned();
        const auto unsent = directory->unsent();
        QVERIFY(learned && unsent);
        QCOMPARE(directory->damages().size(), 1);
        const DamagedFile damage = directory->damages().constFirst();
        QCOMPARE(damage.what, isChoices ? DamagedFile::What::Choices : DamagedFile::What::MadeHere);
        QVERIFY2(QFileInfo(damage.aside).fileName().startsWith(file + u".damaged-"_s), qPrintable(damage.aside));
        QCOMPARE(directory->filesSetAside(), QStringList{QFileInfo(damage.aside).fileName()});
        if (isHole && isChoices)
            QTRY_COMPARE(found.size(), 1); // what is found while it is opened is there to be seen
        if (isChoices) {
            QVERIFY(isHole ? learned->size() > 100 && learned->size() < 2000 : learned->isEmpty());
            QCOMPARE(unsent->size(), kMade);
        } else {
            QCOMPARE(learned->size(), 2000);
            QCOMPARE(unsent->size(), kMade); // the directory had them as well
        }
        QVERIFY(directory->learn(number(u"303-555-0142"_s), CustomerId(u"test/2"_s)));
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts).constFirst(), u"Omar"_s);
        QVERIFY(directory->save({.name = u"One more"_s, .numbers = {stored(u"604-555-0100"_s)}}));
        // A directory that is lost in its turn has them from the file.
        QVERIFY(directory->importNow({.file = list("Name,Phone\nAnn,303-555-0143\n"), .region = u"US"_s}));
        QCOMPARE(directory->stats()->customers, kMade + 4);
        QCOMPARE(names(directory->whoIs(caller(u"416-555-0107"_s)).facts), QStringList{u"Made 7"_s});
    }

    /// A program that only looks leaves everything where it is.
    void damageIsNotTouchedByWhoeverReads()
    {
        (void)with({person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})});
        QFile damaged(m_folder->filePath(u"d/choices.db"_s));
        QVERIFY(damaged.open(QFile::WriteOnly) && damaged.write("this is no database, whatever its name says, and long enough") > 0);
        damaged.close();
        const auto directory = Directory::open(m_folder->filePath(u"d"_s), m_clock, Directory::Access::ReadOnly).value();
        QCOMPARE(names(directory->whoIs(caller(u"303-555-0142"_s)).facts), QStringList{u"Sarah"_s});
        QCOMPARE(directory->damages().size(), 1);
        QCOMPARE(directory->damages().constFirst().aside, QString());
        QVERIFY(damaged.exists());
        QVERIFY(!directory->learn(number(u"303-555-0142"_s), CustomerId(u"test/1"_s)));
    }

    void aHoleInTheDirectoryIsNobodysSilence()
    {
        constexpr int kMany = 3000;
        QList<SourceRecord> records;
        for (int i = 0; i < kMany; ++i)
            records.append(person(QString::number(i), u"Customer %1"_s.arg(i), {u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))}));
        {
            const auto directory = with(records);
            QVERIFY(directory->save({.name = u"Made here"_s, .numbers = {stored(u"416-555-0100"_s)}}));
        }
        punch(m_folder->filePath(u"d/directory-1.db"_s));
        const auto directory = opened();
        QVERIFY(directory->damages().isEmpty()); // a check of everything takes longer than a start may
        QSignalSpy found(directory.get(), &Directory::damageFound);
        QSignalSpy changed(directory.get(), &Directory::generationChanged);
        for (int i = 0; i < kMany && directory->damages().isEmpty(); ++i) {
            const WhoIs who = directory->whoIs(caller(u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))));
            QVERIFY2(names(who.facts) == QStringList{u"Customer %1"_s.arg(i)} || !directory->damages().isEmpty(),
                     qPrintable(QString::number(i)));
        }
        QCOMPARE(directory->damages().size(), 1);
        QCOMPARE(directory->damages().constFirst().what, DamagedFile::What::Customers);
        QVERIFY(QFile::exists(directory->damages().constFirst().aside));
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(names(directory->whoIs(caller(u"416-555-0100"_s)).facts), QStringList{u"Made here"_s});
        QCOMPARE(directory->stats()->customers, 1);
        QVERIFY(directory->apply(u"test"_s, {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}));
        QCOMPARE(directory->stats()->customers, 2);
        QCOMPARE(directory->damages().size(), 1); // a card alone brings nobody back
    }

    /// An import copies everybody else's customers, and meets what no look-up has met yet.
    void anImportUponAHoleBeginsWithoutIt()
    {
        QList<SourceRecord> records;
        for (int i = 0; i < 3000; ++i)
            records.append(person(QString::number(i), u"Customer %1"_s.arg(i), {u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))}));
        {
            const auto directory = with(records);
            QVERIFY(directory->save({.name = u"Made here"_s, .numbers = {stored(u"416-555-0100"_s)}}));
        }
        punch(m_folder->filePath(u"d/directory-1.db"_s));
        const auto directory = opened();
        QSignalSpy found(directory.get(), &Directory::damageFound);
        const auto report = directory->importNow({.file = list("Name,Phone\nAnn,604-555-0143\n"), .region = u"US"_s});
        QVERIFY(report && report->inForce);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(directory->filesSetAside().size(), 1);
        QCOMPARE(names(directory->whoIs(caller(u"604-555-0143"_s)).facts), QStringList{u"Ann"_s});
        QCOMPARE(names(directory->whoIs(caller(u"416-555-0100"_s)).facts), QStringList{u"Made here"_s});
        QCOMPARE(directory->stats()->customers, 2);
    }

private:
    QString list(const QByteArray &content) const
    {
        QFile file(m_folder->filePath(u"list.csv"_s));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }
};

QTEST_GUILESS_MAIN(tst_Directory)
#include "tst_directory.moc"
