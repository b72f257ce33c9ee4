#include "people.h"

#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <schema.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A source with scripted pages; the cursor is the number of the next one.
class ScriptedSource final : public CustomerSource
{
public:
    explicit ScriptedSource(QString name) : m_name(std::move(name)) {}
    QString name() const override { return m_name; }
    QByteArray fromTheBeginning(const QByteArray &cursor) const override
    {
        begunAnewAfter.append(QString::fromLatin1(cursor));
        return {};
    }
    QCoro::Task<Result<SourceAccount>> account(std::stop_token) override { co_return whose; }
    QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        asked.append(QString::number(static_cast<int>(scope)) + u':' + QString::fromLatin1(cursor));
        if (stop.stop_requested())
            co_return failure(ErrorKind::Cancelled);
        if (refused == scope)
            co_return failure(ErrorKind::Refused, u"nobody knows who you are"_s);
        const int index = cursor.toInt();
        if (index == failAt)
            co_return tl::unexpected(fault);
        if (hold) {
            const Result<> waited = co_await hold->wait(stop);
            if (!waited)
                co_return tl::unexpected(waited.error());
        }
        if (index >= pages.size())
            co_return SourcePage{.cursor = cursor, .last = true};
        SourcePage page = pages.at(index);
        page.cursor = QByteArray::number(index + 1);
        co_return page;
    }

    QList<SourcePage> pages;
    QStringList asked;
    mutable QStringList begunAnewAfter;
    SourceAccount whose;
    std::optional<SyncScope> refused;
    int failAt = -1;
    Error fault{.kind = ErrorKind::Offline};
    std::unique_ptr<Completion<>> hold;

private:
    const QString m_name;
};

} // namespace

/// Customers fetched page by page.
class tst_DirectorySync : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
    std::unique_ptr<Directory> opened() const { return Directory::open(m_folder->filePath(u"d"_s), m_clock).value(); }
    static QCoro::Task<> into(Directory &directory, QList<CustomerSource *> sources, QList<SyncScope> scopes, std::stop_token stop,
                              std::optional<Result<SyncReport>> &report)
    {
        report = co_await directory.sync(sources, scopes, stop);
    }
    static Result<SyncReport> synced(Directory &directory, QList<CustomerSource *> sources, QList<SyncScope> scopes = {SyncScope::Own})
    {
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(into(directory, sources, scopes, {}, report));
        return QTest::qWaitFor([&] { return report.has_value(); }, 60'000) ? *report : Result<SyncReport>(failure(ErrorKind::TimedOut));
    }
    static QString who(const Directory &directory, const char *number)
    {
        return names(directory.whoIs(caller(QString::fromUtf8(number))).facts).join(u',');
    }

    /// "crm 2: 7 no-name, #3 no-id"
    static QStringList refused(const Directory &directory)
    {
        const auto sources = directory.refused();
        if (!sources)
            return {u"failed"_s};
        QStringList all;
        for (const RefusedRecords &one : *sources) {
            QStringList records;
            for (const RefusedRecord &record : one.first)
                records += (record.sourceId.isEmpty() ? u"#%1"_s.arg(record.place) : record.sourceId) + u' ' + record.reason;
            all += u"%1 %2: %3"_s.arg(one.source).arg(one.count).arg(records.join(u", "_s));
        }
        return all;
    }

    void spoil(const QString &name) const
    {
        for (const QString &companion : {u"-wal"_s, u"-shm"_s})
            QFile::remove(m_folder->filePath(name) + companion);
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write("this is no database, whatever its name says, and long enough") <= 0)
            qFatal("cannot write");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void fetchesAllPagesAndThenOnlyNews()
    {
        const auto directory = opened();
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}},
                        {.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true}};
        const auto first = synced(*directory, {&source});
        QVERIFY(first);
        QCOMPARE(first->sources.constFirst().changed, 2);
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
        QCOMPARE(directory->stats()->lastSync, m_clock.now());
        source.pages.append({.changed = {person(u"1"_s, u"Sarah Lee"_s, {u"303-555-0144"_s})}, .removed = {u"2"_s, u"99"_s}, .last = true});
        source.asked.clear();
        const auto second = synced(*directory, {&source});
        QVERIFY(second);
        QCOMPARE(source.asked, QStringList{u"0:2"_s});
        QCOMPARE(second->sources.constFirst().changed, 1);
        QCOMPARE(second->sources.constFirst().removed, 1);
        QCOMPARE(who(*directory, "303-555-0143"), QString());
        QCOMPARE(who(*directory, "303-555-0142"), QString());
        QCOMPARE(who(*directory, "303-555-0144"), u"Sarah Lee"_s);
    }

    void halfAPassLeavesTheOldInForceAndGoesOn()
    {
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}},
                        {.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}},
                        {.changed = {person(u"3"_s, u"Ann"_s, {u"303-555-0144"_s})}, .last = true}};
        source.failAt = 2;
        {
            const auto directory = opened();
            const auto failed = synced(*directory, {&source});
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, ErrorKind::Offline);
            QCOMPARE(directory->stats()->generation, 0);
            QCOMPARE(who(*directory, "303-555-0142"), QString());
        }
        // After a restart the pages that were there are not asked for again.
        source.failAt = -1;
        source.asked.clear();
        const auto directory = opened();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, QStringList{u"0:2"_s});
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0144"), u"Ann"_s);
    }

    void ownAccountsOfAllFirst()
    {
        const auto directory = opened();
        ScriptedSource people(u"people"_s);
        ScriptedSource companies(u"companies"_s);
        QStringList order;
        connect(directory.get(), &Directory::syncProgressed, this, [&](const QString &source) { order.append(source); });
        people.pages = companies.pages = {{.changed = {person(u"1"_s, u"A"_s)}, .last = true}};
        QVERIFY(synced(*directory, {&people, &companies}, {SyncScope::Own, SyncScope::Active}));
        QCOMPARE(order, (QStringList{u"people"_s, u"companies"_s, u"people"_s, u"companies"_s}));
        QCOMPARE(people.asked, (QStringList{u"0:"_s, u"1:"_s}));
    }

    void aDeniedSourceDoesNotFailTheOthers()
    {
        const auto directory = opened();
        ScriptedSource good(u"good"_s);
        good.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true}};
        ScriptedSource denied(u"denied"_s);
        denied.failAt = 0;
        denied.fault = {.kind = ErrorKind::Refused};
        const auto report = synced(*directory, {&denied, &good});
        QVERIFY(report);
        QCOMPARE(report->sources.at(0).error->kind, ErrorKind::Refused);
        QVERIFY(!report->sources.at(1).error);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QVERIFY(!synced(*directory, {&denied}));
    }

    void aWholePassRemovesWhatItDoesNotMention()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"9"_s, u"Gone"_s, {u"303-555-0149"_s})}));
        QVERIFY(directory->apply(u"local"_s, {person(u"1"_s, u"Mine"_s, {u"303-555-0148"_s})}));
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true, .everything = true}};
        QVERIFY(synced(*directory, {&source}, {SyncScope::Everything}));
        QCOMPARE(who(*directory, "303-555-0149"), QString());
        QCOMPARE(who(*directory, "303-555-0148"), u"Mine"_s);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QCOMPARE(directory->stats()->generation, 2);
    }

    void ownAccountsAreNotAllThereAre()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"crm"_s, {person(u"9"_s, u"Omar"_s, {u"303-555-0149"_s})}));
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true, .everything = true}};
        const QList<SyncScope> scopes{SyncScope::Own, SyncScope::Active};
        QVERIFY(synced(*directory, {&source}, scopes));
        QCOMPARE(who(*directory, "303-555-0149"), u"Omar"_s); // somebody else's customer stays
        // Where own ones are all that is wanted, others go.
        QVERIFY(directory->apply(u"other"_s, {person(u"9"_s, u"Lin"_s, {u"303-555-0147"_s})}));
        ScriptedSource other(u"other"_s);
        other.pages = source.pages;
        QVERIFY(synced(*directory, {&other}, {SyncScope::Own}));
        QCOMPARE(who(*directory, "303-555-0147"), QString());
    }

    void anotherAccountBeginsAnew_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("omar"); // whom the first one had fetched
        QTest::newRow("the same") << u"acme"_s << u"dana"_s << u"0:2"_s << u"Omar"_s;
        QTest::newRow("another rep") << u"acme"_s << u"lin"_s << u"0:"_s << u"Omar"_s;
        QTest::newRow("another project") << u"globex"_s << u"dana"_s << u"0:"_s << QString();
    }
    void anotherAccountBeginsAnew()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, person);
        QFETCH(const QString, asked);
        QFETCH(const QString, omar);
        ScriptedSource source(u"crm"_s);
        source.whose = {.place = u"acme"_s, .person = u"dana"_s, .name = {}};
        source.pages = {{.changed = {people::person(u"9"_s, u"Omar"_s, {u"303-555-0149"_s})}}, {.last = true}};
        const auto directory = opened();
        QVERIFY(directory->apply(u"local"_s, {people::person(u"1"_s, u"Mine"_s, {u"303-555-0148"_s})}));
        QVERIFY(synced(*directory, {&source}, {SyncScope::Own, SyncScope::Active}));
        source.whose = {.place = place, .person = person, .name = {}};
        source.asked.clear();
        // The first page of the rest is no news of the second account: nobody in it is anybody's.
        source.pages[0].changed = {people::person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})};
        QVERIFY(synced(*directory, {&source}, {SyncScope::Own, SyncScope::Active}));
        QCOMPARE(source.asked.value(0), asked);
        QCOMPARE(who(*directory, "303-555-0149"), omar);
        QCOMPARE(who(*directory, "303-555-0142"), asked == u"0:2"_s ? QString() : u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0148"), u"Mine"_s);
    }

    void halfAPassOfAnotherAccountIsGivenUp()
    {
        ScriptedSource source(u"crm"_s);
        source.whose = {.place = u"acme"_s, .person = u"dana"_s, .name = {}};
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}},
                        {.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true}};
        source.failAt = 1;
        const auto directory = opened();
        QVERIFY(!synced(*directory, {&source}));
        source.whose.person = u"lin"_s;
        source.failAt = -1;
        source.asked.clear();
        source.pages[0].changed.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, (QStringList{u"0:"_s, u"0:1"_s}));
        QCOMPARE(who(*directory, "303-555-0142"), QString());
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
    }

    void halfAPassDoesNotOutliveWhatItContinues()
    {
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true},
                        {.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}},
                        {.changed = {person(u"3"_s, u"Ann"_s, {u"303-555-0144"_s})}, .last = true}};
        {
            const auto directory = opened();
            QVERIFY(synced(*directory, {&source}));
            source.failAt = 2;
            QVERIFY(!synced(*directory, {&source}));
        }
        spoil(u"d/directory-1.db"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        source.failAt = -1;
        source.asked.clear();
        const auto directory = opened();
        QVERIFY(!directory->damages().isEmpty());
        QVERIFY(synced(*directory, {&source}));
        QVERIFY(directory->damages().isEmpty());
        QCOMPARE(source.asked.value(0), u"0:"_s);
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(directory->stats()->customers, 3);
    }

    /// A hole in the file is met when the news are put in: half of what was there must not pass for all of it.
    void aHoleInWhatIsInForceIsFetchedAnew()
    {
        ScriptedSource source(u"crm"_s);
        for (int page = 0; page < 8; ++page) {
            SourcePage next{.last = page == 7};
            for (int i = 0; i < 250; ++i)
                next.changed.append(person(QString::number(page * 250 + i), u"Customer %1"_s.arg(page * 250 + i),
                                           {u"303555%1"_s.arg(page * 250 + i, 4, 10, QChar(u'0'))}));
            source.pages.append(next);
        }
        {
            const auto directory = opened();
            QVERIFY(synced(*directory, {&source}));
            QCOMPARE(directory->stats()->customers, 2000);
        }
        punch(m_folder->filePath(u"d/directory-1.db"_s));
        const auto directory = opened();
        QSignalSpy found(directory.get(), &Directory::damageFound);
        SourcePage news{.last = true};
        for (int i = 0; i < 2000; i += 3)
            news.changed.append(person(QString::number(i), u"Changed %1"_s.arg(i)));
        source.pages.append(news);
        QVERIFY(!synced(*directory, {&source}));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(directory->damages().size(), 1);
        QVERIFY(!directory->isBusy());
        source.asked.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked.value(0), u"0:"_s);
        QVERIFY(synced(*directory, {&source})); // the scripted source ends its pass once before the news
        QVERIFY(directory->damages().isEmpty());
        QCOMPARE(directory->stats()->customers, 2000);
        QCOMPARE(who(*directory, "303-555-0001"), u"Customer 1"_s);
    }

    void whatIsRefusedIsKeptWithItsReason()
    {
        ScriptedSource source(u"crm"_s);
        ScriptedSource other(u"other"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})},
                         .removed = {u"7"_s},
                         .refused = {{.sourceId = u"7"_s, .reason = u"no-name"_s}, {.place = 3, .reason = u"no-id"_s}}},
                        {.refused = {{.sourceId = u"9"_s, .reason = u"empty"_s}}, .last = true}};
        other.pages = {{.changed = {person(u"1"_s, u"Omar"_s)}, .refused = {{.sourceId = u"7"_s, .reason = u"empty"_s}}, .last = true}};
        {
            const auto directory = opened();
            const auto report = synced(*directory, {&source, &other});
            QVERIFY(report);
            QCOMPARE(report->sources.constFirst().refused, 3);
            QCOMPARE(report->sources.constFirst().changed, 1);
        }
        const auto directory = opened();
        QCOMPARE(refused(*directory), (QStringList{u"crm 3: 7 no-name, #3 no-id, 9 empty"_s, u"other 1: 7 empty"_s}));
        QCOMPARE(directory->stats()->refused, 4);
        // News: one is somebody now, one is gone, one is new. What has no id is told of by the last pass alone.
        source.pages += {.changed = {person(u"7"_s, u"Ann"_s)},
                         .removed = {u"9"_s},
                         .refused = {{.sourceId = u"5"_s, .reason = u"no-name"_s}},
                         .last = true};
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(refused(*directory), (QStringList{u"crm 1: 5 no-name"_s, u"other 1: 7 empty"_s}));
        // Others make a new file, and take along what is not theirs.
        QFile csv(m_folder->filePath(u"list.csv"_s));
        QVERIFY(csv.open(QFile::WriteOnly) && csv.write("Name,Phone\nPat,303-555-0149\n") > 0);
        csv.close();
        QVERIFY(directory->importNow({.file = csv.fileName(), .region = u"US"_s}));
        QCOMPARE(refused(*directory).size(), 2);
        // A source that was read as a whole has no more than it told of.
        source.pages += {.changed = {person(u"1"_s, u"Sarah"_s)},
                         .refused = {{.sourceId = u"6"_s, .reason = u"empty"_s}},
                         .last = true,
                         .everything = true};
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(refused(*directory), (QStringList{u"crm 1: 6 empty"_s, u"other 1: 7 empty"_s}));
    }

    void twoPagesThatOverlapTellOfARecordOnce()
    {
        RecordMarks marks;
        const QString nobody = marks.markOf("{\"name\":\"Nobody\"}");
        const QString alike = marks.markOf("{\"name\":\"Nobody\"}"); // the same text, and another record
        QVERIFY(nobody != alike);
        QCOMPARE(RecordMarks().markOf("{\"name\":\"Nobody\"}"), nobody);
        ScriptedSource source(u"crm"_s);
        source.pages = {
            {.refused = {{.place = 3, .reason = u"no-id"_s, .mark = nobody}, {.place = 4, .reason = u"no-id"_s, .mark = alike}}},
            {.refused = {{.place = 2, .reason = u"no-id"_s, .mark = nobody}}, .last = true}};
        const auto directory = opened();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(refused(*directory), QStringList{u"crm 2: #2 no-id, #4 no-id"_s});
        QFile csv(m_folder->filePath(u"list.csv"_s));
        QVERIFY(csv.open(QFile::WriteOnly) && csv.write("Name,Phone\nPat,303-555-0149\n") > 0);
        csv.close();
        QVERIFY(directory->importNow({.file = csv.fileName(), .region = u"US"_s})); // into another file
        QCOMPARE(refused(*directory), QStringList{u"crm 2: #2 no-id, #4 no-id"_s});
    }

    /// It passed over what it could not use, and nobody must take that for having none.
    void whatAnEarlierProgramPassedOverIsNotKnownBeforeTheNextPass()
    {
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s)}, .refused = {{.sourceId = u"7"_s, .reason = u"no-name"_s}}, .last = true}};
        QVERIFY(synced(*opened(), {&source}, {SyncScope::Own, SyncScope::Active}));
        {
            const auto store = Store::open(m_folder->filePath(u"d/directory-1.db"_s), directorySchema()).value();
            const auto nothing = [](const Row &) { return false; };
            for (const QString &statement :
                 {u"DELETE FROM refused"_s, u"DROP INDEX refused_mark"_s, u"ALTER TABLE refused DROP COLUMN mark"_s,
                  u"ALTER TABLE cursor DROP COLUMN told"_s, u"PRAGMA user_version=4"_s})
                QVERIFY2(store->each(statement, nothing), qPrintable(statement));
        }
        const auto directory = opened();
        const auto isKnown = [&] {
            const auto all = directory->refused();
            return all && std::all_of(all->cbegin(), all->cend(), [](const RefusedRecords &one) { return one.isKnown; });
        };
        QVERIFY(!isKnown());
        QVERIFY(!directory->stats()->refusedKnown);
        QVERIFY(directory->stats()->lastSync.isValid());
        QCOMPARE(refused(*directory), QStringList{u"crm 0: "_s});
        // An import makes another file of it, and knows no more.
        QFile csv(m_folder->filePath(u"list.csv"_s));
        QVERIFY(csv.open(QFile::WriteOnly) && csv.write("Name,Phone\nPat,303-555-0149\n") > 0);
        csv.close();
        QVERIFY(directory->importNow({.file = csv.fileName(), .region = u"US"_s}));
        QVERIFY(!isKnown());
        // A pass that fails does not either. One that asks for less is enough: nobody waits for the others.
        source.failAt = 0;
        QVERIFY(!synced(*directory, {&source}));
        QVERIFY(!isKnown());
        source.failAt = -1;
        source.asked.clear();
        source.begunAnewAfter.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, QStringList{u"0:"_s});
        QCOMPARE(source.begunAnewAfter, QStringList{u"1"_s}); // what the cursor knew is not forgotten
        QVERIFY(isKnown());
        QCOMPARE(refused(*directory), QStringList{u"crm 1: 7 no-name"_s});
        QVERIFY(directory->stats()->refusedKnown);
        source.asked.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, QStringList{u"0:1"_s});
    }

    /// The later page of a pass is right, and what was fetched before a failure is not forgotten.
    void whatIsRefusedWaitsForItsPass()
    {
        ScriptedSource source(u"crm"_s);
        source.pages = {{.refused = {{.sourceId = u"1"_s, .reason = u"empty"_s},
                                     {.sourceId = u"2"_s, .reason = u"empty"_s},
                                     {.sourceId = u"3"_s, .reason = u"empty"_s}}},
                        {.changed = {person(u"1"_s, u"Sarah"_s)}, .removed = {u"2"_s}},
                        {.refused = {{.sourceId = u"3"_s, .reason = u"no-name"_s}}, .last = true}};
        source.failAt = 2;
        QVERIFY(!synced(*opened(), {&source}));
        const auto directory = opened();
        QCOMPARE(refused(*directory), QStringList());
        source.failAt = -1;
        source.asked.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, QStringList{u"0:2"_s});
        QCOMPARE(refused(*directory), QStringList{u"crm 1: 3 no-name"_s});
        QCOMPARE(directory->stats()->customers, 1);
    }

    void theFirstThousandIsListedAndTheRestCounted()
    {
        ScriptedSource source(u"crm"_s);
        SourcePage page{.last = true};
        for (int i = 0; i < 1205; ++i)
            page.refused.append({.sourceId = QString::number(i), .reason = u"empty"_s});
        source.pages = {page};
        const auto directory = opened();
        QVERIFY(synced(*directory, {&source}));
        const auto sources = directory->refused();
        QVERIFY(sources && sources->size() == 1);
        QCOMPARE(sources->constFirst().count, 1205);
        QCOMPARE(sources->constFirst().first.size(), 1000);
        QCOMPARE(sources->constFirst().first.constLast().sourceId, u"999"_s);
    }

    void aDamagedHalfPassIsFetchedAgain()
    {
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}},
                        {.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true}};
        source.failAt = 1;
        const auto directory = opened();
        QVERIFY(!synced(*directory, {&source}));
        spoil(u"d/incoming.db"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
        source.failAt = -1;
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(directory->stats()->customers, 2);
    }

    /// Who inherits what is not in it, and nobody knows whose it is.
    void anEarlierFileIsMadeAnewOnce()
    {
        ScriptedSource source(u"crm"_s);
        SourceRecord acme{.sourceId = u"a"_s, .customer = {.kind = CustomerKind::Company, .name = u"Acme"_s, .active = true}};
        SourceRecord sarah = person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s});
        sarah.completedBy = {recordKey(u"crm"_s, u"a"_s)};
        source.pages = {{.changed = {acme, sarah}, .last = true}};
        QVERIFY(synced(*opened(), {&source}));
        {
            const auto store = Store::open(m_folder->filePath(u"d/directory-1.db"_s), directorySchema()).value();
            const auto nothing = [](const Row &) { return false; };
            for (const QString &statement :
                 {u"DROP TABLE refused"_s, u"DROP TABLE link"_s, u"DROP TABLE inherited"_s, u"DELETE FROM meta WHERE key='links'"_s,
                  u"ALTER TABLE cursor DROP COLUMN place"_s, u"ALTER TABLE cursor DROP COLUMN person"_s,
                  u"ALTER TABLE cursor DROP COLUMN name"_s, u"ALTER TABLE cursor DROP COLUMN told"_s, u"PRAGMA user_version=1"_s})
                QVERIFY2(store->each(statement, nothing), qPrintable(statement));
        }
        source.pages.append({.changed = {person(u"2"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true});
        const auto directory = opened();
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        QVERIFY(synced(*directory, {&source})); // from the beginning
        QCOMPARE(directory->stats()->generation, 2);
        QCOMPARE(directory->find({.filter = CustomerFilter::Active})->customers.size(), 2);
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(who(*directory, "303-555-0143"), u"Omar"_s);
        QCOMPARE(directory->stats()->generation, 2);
    }

    void theSourcesKnowTheRepsName()
    {
        ScriptedSource source(u"crm"_s);
        source.whose = {.place = u"acme"_s, .person = u"dana"_s, .name = u"Dana Reed"_s};
        SourceRecord mine = person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s});
        mine.customer.ownerName = u"Reed, Dana"_s; // an export that has no addresses of owners
        SourceRecord byMail = person(u"2"_s, u"Ann"_s, {u"303-555-0143"_s});
        byMail.customer.ownerEmail = u"Dana@callcard.example"_s;
        SourceRecord others = person(u"3"_s, u"Omar"_s, {u"303-555-0144"_s});
        others.customer.ownerName = u"Lin Wu"_s;
        source.pages = {{.changed = {mine, byMail, others}, .last = true}};
        {
            const auto directory = opened();
            directory->setMe({.email = u"dana@callcard.example"_s, .name = {}});
            QVERIFY(synced(*directory, {&source}));
            QCOMPARE(directory->me().name, u"Dana Reed"_s);
        }
        const auto directory = opened();
        directory->setMe({.email = u"dana@callcard.example"_s, .name = {}});
        QCOMPARE(directory->me().name, u"Dana Reed"_s);
        QStringList found;
        const auto mineOnly = directory->find({.filter = CustomerFilter::Mine});
        for (const FoundCustomer &one : mineOnly->customers)
            found.append(one.customer.name);
        QCOMPARE(found, (QStringList{u"Ann"_s, u"Sarah"_s}));
        QCOMPARE(directory->find({.text = u"sar"_s, .filter = CustomerFilter::Mine})->customers.size(), 1);
        QCOMPARE(directory->find({.text = u"omar"_s, .filter = CustomerFilter::Mine})->customers.size(), 0);
        directory->setMe({.email = u"lin@callcard.example"_s, .name = u"Lin Wu"_s}); // what was set comes first
        QCOMPARE(directory->me().name, u"Lin Wu"_s);
    }

    void nobodyAtAllIsNotBelieved()
    {
        const auto directory = opened();
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true, .everything = true}};
        ScriptedSource other(u"other"_s);
        other.pages = {{.last = true, .everything = true}}; // never had anybody
        QVERIFY(synced(*directory, {&source, &other}, {SyncScope::Everything}));
        source.pages = {{}, {.last = true, .everything = true}};
        const auto report = synced(*directory, {&source, &other}, {SyncScope::Everything});
        QVERIFY(report);
        QVERIFY(report->sources.at(0).error);
        QCOMPARE(report->sources.at(0).error->kind, ErrorKind::BadPayload);
        QVERIFY(!report->sources.at(1).error);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        // The next time it is asked from the beginning, or goes on where it was before.
        source.pages = {{.changed = {person(u"2"_s, u"Ann"_s, {u"303-555-0143"_s})}},
                        {.changed = {person(u"3"_s, u"Omar"_s, {u"303-555-0144"_s})}, .last = true, .everything = true}};
        QVERIFY(synced(*directory, {&source}, {SyncScope::Everything}));
        QCOMPARE(who(*directory, "303-555-0144"), u"Omar"_s);
    }

    void whatIsRefusedMayBeGivenInAWiderScope()
    {
        const auto directory = opened();
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s, {u"303-555-0142"_s})}, .last = true}};
        source.refused = SyncScope::Own;
        const auto some = synced(*directory, {&source}, {SyncScope::Own, SyncScope::Active});
        QVERIFY(!some); // the only source, and what was asked for first is missing
        QCOMPARE(some.error().kind, ErrorKind::Refused);
        QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
        const auto all = synced(*directory, {&source}, {SyncScope::Own, SyncScope::Active, SyncScope::Everything});
        QVERIFY(all);
        QVERIFY(!all->sources.constFirst().error);
    }

    void aCustomerMadeDuringASyncIsThereAtOnceAndStays()
    {
        const auto directory = opened();
        ScriptedSource big(u"big"_s);
        SourcePage page{.last = true};
        for (int i = 0; i < 500; ++i)
            page.changed.append(person(QString::number(i), u"Customer %1"_s.arg(i), {u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))}));
        big.pages = {page};
        ScriptedSource slow(u"slow"_s);
        slow.pages = {{.last = true}};
        slow.hold = std::make_unique<Completion<>>();
        std::optional<Result<CustomerId>> made;
        QString known;
        // There is no generation yet, and the first one is being built.
        connect(directory.get(), &Directory::syncProgressed, this, [&](const QString &source) {
            if (source == u"big"_s)
                QTimer::singleShot(0, directory.get(), [&] {
                    made = directory->save({.name = u"Sarah"_s, .numbers = {stored(u"416-555-0142"_s)}});
                    known = who(*directory, "416-555-0142");
                });
        });
        QStringList seen;
        connect(directory.get(), &Directory::generationChanged, this, [&] { seen.append(who(*directory, "416-555-0142")); });
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(into(*directory, {&big, &slow}, {SyncScope::Own}, {}, report));
        QTRY_VERIFY_WITH_TIMEOUT(directory->stats()->customers > 500, 60'000);
        QVERIFY(made && *made);
        QCOMPARE(known, u"Sarah"_s);
        QVERIFY(!report);
        QCOMPARE(who(*directory, "416-555-0142"), u"Sarah"_s);
        slow.hold->complete();
        QTRY_VERIFY_WITH_TIMEOUT(report, 60'000);
        QVERIFY(*report);
        QCOMPARE(who(*directory, "416-555-0142"), u"Sarah"_s);
        QCOMPARE(who(*directory, "303-555-0499"), u"Customer 499"_s);
        seen.removeAll(u"Sarah"_s);
        QCOMPARE(seen, QStringList()); // nobody was told of a directory without her
    }

    void manyChangesMakeANewGeneration()
    {
        const auto directory = opened();
        QVERIFY(directory->apply(u"local"_s, {person(u"1"_s, u"Mine"_s, {u"416-555-0100"_s})}));
        ScriptedSource source(u"crm"_s);
        SourcePage page{.last = true};
        for (int i = 0; i < 6000; ++i)
            page.changed.append(person(QString::number(i), u"Customer %1"_s.arg(i), {u"303555%1"_s.arg(i, 4, 10, QChar(u'0'))}));
        source.pages = {page};
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(directory->stats()->generation, 2);
        QCOMPARE(directory->stats()->customers, 6001);
        QCOMPARE(who(*directory, "416-555-0100"), u"Mine"_s);
        QCOMPARE(QDir(m_folder->filePath(u"d"_s)).entryList({u"directory-1.db*"_s}), QStringList());
        // The cursor came along.
        source.asked.clear();
        QVERIFY(synced(*directory, {&source}));
        QCOMPARE(source.asked, QStringList{u"0:1"_s});
    }

    /// The statements of this thread (staging, cursors, taking over what the worker built) fail one after another.
    void killedAnywhereOldOrNew()
    {
        for (const auto kind : {StoreFaults::After::Heals, StoreFaults::After::Dies}) {
            const int failed = failEveryStatement(
                kind,
                [&] {
                    ScriptedSource source(u"crm"_s);
                    {
                        const StoreFaults none(1'000'000);
                        QDir(m_folder->filePath(u"d"_s)).removeRecursively();
                        source.pages = {{.changed = {person(u"1"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true}};
                        const auto directory = opened();
                        if (!synced(*directory, {&source}))
                            qFatal("no beginning");
                    }
                    source.pages += {.changed = {person(u"2"_s, u"Sarah"_s, {u"303-555-0142"_s})}};
                    source.pages += {.changed = {person(u"1"_s, u"Omar Diaz"_s, {u"303-555-0144"_s})},
                                     .refused = {{.sourceId = u"3"_s, .reason = u"empty"_s}},
                                     .last = true};
                    if (auto directory = Directory::open(m_folder->filePath(u"d"_s), m_clock))
                        (void)synced(**directory, {&source});
                },
                [&](bool fired) {
                    const auto directory = opened();
                    const QString state =
                        who(*directory, "303-555-0142") + u'|' + who(*directory, "303-555-0143") + u'|' + who(*directory, "303-555-0144");
                    const bool old = state == u"|Omar|"_s;
                    QVERIFY2(old || state == u"Sarah||Omar Diaz"_s, qPrintable(state));
                    QVERIFY(fired || !old);
                    QCOMPARE(refused(*directory), old ? QStringList() : QStringList{u"crm 1: 3 empty"_s});
                    // And the next sync ends where an undisturbed one does.
                    ScriptedSource source(u"crm"_s);
                    source.pages = {{.changed = {person(u"1"_s, u"Omar"_s, {u"303-555-0143"_s})}, .last = true},
                                    {.changed = {person(u"2"_s, u"Sarah"_s, {u"303-555-0142"_s})}},
                                    {.changed = {person(u"1"_s, u"Omar Diaz"_s, {u"303-555-0144"_s})}, .last = true}};
                    const StoreFaults none(1'000'000);
                    QVERIFY(synced(*directory, {&source}));
                    QCOMPARE(who(*directory, "303-555-0142"), u"Sarah"_s);
                    QCOMPARE(who(*directory, "303-555-0144"), u"Omar Diaz"_s);
                });
            QVERIFY(failed > 10);
        }
    }

    void cancelledOrGoneInTheMiddle()
    {
        auto directory = opened();
        ScriptedSource source(u"crm"_s);
        source.pages = {{.changed = {person(u"1"_s, u"Sarah"_s)}, .last = true}};
        source.hold = std::make_unique<Completion<>>();
        std::optional<Result<SyncReport>> report;
        std::stop_source stop;
        TaskScope scope;
        scope.start(into(*directory, {&source}, {SyncScope::Own}, stop.get_token(), report));
        QVERIFY(!report);
        QCOMPARE(directory->apply(u"local"_s, {}).error().kind, ErrorKind::Refused); // one at a time
        stop.request_stop();
        QVERIFY(report);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
        source.hold = std::make_unique<Completion<>>();
        report.reset();
        scope.start(into(*directory, {&source}, {SyncScope::Own}, {}, report));
        directory.reset();
        QVERIFY(report);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(tst_DirectorySync)
#include "tst_directorysync.moc"
