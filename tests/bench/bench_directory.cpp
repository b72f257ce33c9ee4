#include "linearscan.h"
#include "percentiles.h"
#include "syntheticcustomers.h"
#include "table.h"

#include <callcard/directory.h>
#include <callcard/phone.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRuns = 3;

int customersWanted()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("CALLCARD_BENCH_CUSTOMERS", &isNumber);
    return isNumber ? wanted : 1'000'000;
}

double megabytes(qint64 bytes)
{
    return static_cast<double>(bytes) / 1024 / 1024;
}

/// Of this process, in kilobytes.
qint64 proportionalMemory()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QFile::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

CallParty caller(const PhoneNumber &number)
{
    return {.number = number, .rawNumber = number.e164()};
}

/// The kernel forgets what it knows of a file.
void dropPages(const QString &folder)
{
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
        const int handle = ::open(QFile::encodeName(file.filePath()).constData(), O_RDONLY | O_CLOEXEC);
        if (handle < 0)
            continue;
        ::fsync(handle);
        ::posix_fadvise(handle, 0, 0, POSIX_FADV_DONTNEED);
        ::close(handle);
    }
}

/// A source that says the same as the file, half of it changed.
class SyntheticSource final : public CustomerSource
{
public:
    explicit SyntheticSource(const SyntheticCustomers &customers) : m_customers(customers) {}
    QString name() const override { return u"bench"_s; }
    QCoro::Task<Result<SourcePage>> page(SyncScope, QByteArray cursor, std::stop_token) override
    {
        constexpr int kPage = 500;
        const int from = cursor.toInt();
        SourcePage page{.cursor = QByteArray::number(from + kPage)};
        for (int i = from; i < std::min(from + kPage, m_customers.count()); ++i) {
            SourceRecord record{.sourceId = QString::number(i)};
            record.customer.name = QString::fromLatin1(m_customers.firstName(i) + ' ' + m_customers.lastName(i));
            const PhoneNumber number = SyntheticCustomers::number(i);
            record.customer.numbers.append({.number = number, .text = number.e164()});
            page.changed.append(record);
        }
        page.last = from + kPage >= m_customers.count();
        page.everything = page.last;
        co_return page;
    }

private:
    const SyntheticCustomers &m_customers;
};

QCoro::Task<> importInto(Directory &directory, ImportRequest request, std::optional<Result<ImportReport>> &report)
{
    const std::stop_token never;
    report = co_await directory.importFile(std::move(request), never);
}

QCoro::Task<> syncInto(Directory &directory, QList<CustomerSource *> sources, std::optional<Result<SyncReport>> &report)
{
    const QList<SyncScope> scopes{SyncScope::Everything};
    const std::stop_token never;
    report = co_await directory.sync(std::move(sources), scopes, never);
}

} // namespace

/// The directory with a million customers, beside what older systems do. Figures of a debug build are of no use: build with the
/// bench preset. CALLCARD_BENCH_CUSTOMERS makes it smaller.
class bench_Directory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<QTemporaryDir>();
        std::printf("%d customers, %d numbers; best of %d runs, for others use this machine too\n", m_customers.count(),
                    m_customers.numberCount(), kRuns);
        printHead();
        QVERIFY(m_customers.writeCsv(csv()));
    }

    void imports()
    {
        std::optional<ImportReport> best;
        for (int run = 0; run < kRuns; ++run) {
            QDir(folder()).removeRecursively();
            const auto directory = Directory::open(folder(), m_clock).value();
            std::optional<Result<ImportReport>> report;
            TaskScope scope;
            scope.start(importInto(*directory, request(), report));
            QTRY_VERIFY_WITH_TIMEOUT(report, 600'000);
            QVERIFY(*report);
            QCOMPARE((*report)->kept, m_customers.count());
            QCOMPARE((*report)->numbers, m_customers.numberCount());
            if (!best || (*report)->spent.total < best->spent.total)
                best = **report;
        }
        const auto rate = [&](std::chrono::milliseconds time) {
            return m_customers.count() * 1000.0 / static_cast<double>(std::max<qint64>(1, time.count()));
        };
        const auto seconds = [](std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; };
        const double total = rate(best->spent.total);
        printRow("import, parsed, stored, indexed", "105,000 no/s", "50,000/s", total, "/s", total / 50'000, "of the budget");
        printRow("  of it: reading and parsing (one thread)", "-", "-", seconds(best->spent.reading), "s",
                 seconds(best->spent.reading) / seconds(best->spent.total), "of all");
        printRow("  of it: storing (the other thread)", "230,000 rows/s", "-", seconds(best->spent.storing), "s",
                 seconds(best->spent.storing) / seconds(best->spent.total), "of all");
        printRow("  then: sorting, joining, counting", "-", "-", seconds(best->spent.indexing), "s",
                 seconds(best->spent.indexing) / seconds(best->spent.total), "of all");
        printRow("  then: onto the disk, put in force", "-", "-", seconds(best->spent.publishing), "s",
                 seconds(best->spent.publishing) / seconds(best->spent.total), "of all");

        // What it costs that a kill loses three seconds only.
        std::chrono::milliseconds inOnePiece{};
        for (int run = 0; run < kRuns; ++run) {
            QDir(folder()).removeRecursively();
            const auto directory = Directory::open(folder(), m_clock).value();
            ImportRequest wanted = request();
            wanted.pointEvery = std::chrono::hours(24);
            std::optional<Result<ImportReport>> report;
            TaskScope scope;
            scope.start(importInto(*directory, wanted, report));
            QTRY_VERIFY_WITH_TIMEOUT(report, 600'000);
            QVERIFY(*report);
            if (run == 0 || (*report)->spent.total < inOnePiece)
                inOnePiece = (*report)->spent.total;
        }
        printRow("  if nothing were kept meanwhile", "-", "-", rate(inOnePiece), "/s", seconds(best->spent.total) / seconds(inOnePiece),
                 "times its time");
    }

    void sizeAndOpening()
    {
        qint64 bytes = 0;
        for (const QFileInfo &file : QDir(folder()).entryInfoList({u"directory-*.db"_s}, QDir::Files))
            bytes += file.size();
        const double each = static_cast<double>(bytes) / m_customers.count();
        printRow("bytes a customer, all indexes", "-", "600", each, "B", each / 600, "of the budget");
        const Percentiles opening = bestOf(kRuns, [&] {
            Percentiles times;
            for (int i = 0; i < 50; ++i)
                times.time([&] { QVERIFY(Directory::open(folder(), m_clock)); });
            return times;
        });
        printRow("opening", "1 ms", "5 ms", opening.median() / 1000, "ms", opening.median() / 5000, "of the budget");
    }

    void lookUps()
    {
        const auto directory = Directory::open(folder(), m_clock).value();
        const Percentiles warm = bestOf(kRuns, [&] { return lookUpTimes(*directory, 100'000); });
        printRow("look-up, warm, p50", "10 us", "-", warm.median(), "us", warm.median() / 10, "of attainable");
        printRow("look-up, warm, p99", "15 us", "40 us", warm.at(99), "us", warm.at(99) / 40, "of the budget");

        const Percentiles strangers = bestOf(kRuns, [&] {
            Percentiles times;
            for (int i = 0; i < 50'000; ++i) {
                const CallParty stranger = caller(SyntheticCustomers::number(2'000'000 + i * 7));
                times.time([&] { QVERIFY(directory->whoIs(stranger).facts.isEmpty()); });
            }
            return times;
        });
        printRow("look-up of a stranger, p99", "15 us", "40 us", strangers.at(99), "us", strangers.at(99) / 40, "of the budget");

        const Percentiles cold = bestOf(kRuns, [&] {
            Percentiles times;
            QRandomGenerator random(42);
            for (int i = 0; i < 300; ++i) {
                const CallParty known = caller(SyntheticCustomers::number(random.bounded(m_customers.numberCount())));
                dropPages(folder());
                times.time([&] { QCOMPARE(directory->whoIs(known).facts.size(), 1); });
            }
            return times;
        });
        printRow("look-up, cold pages, p50", "0.17 ms", "-", cold.median() / 1000, "ms", cold.median() / 170, "of attainable");
        printRow("look-up, cold pages, p99", "0.17 ms", "1 ms", cold.at(99) / 1000, "ms", cold.at(99) / 1000, "of the budget");
    }

    void searches()
    {
        const auto directory = Directory::open(folder(), m_clock).value();
        directory->setMe({.email = u"rep1@callcard.example"_s});
        directory->setRegion(u"US"_s);
        const auto measured = [&](const char *what, const char *attainable, double budgetMs, const auto &text, bool finds = true) {
            const Percentiles times = bestOf(kRuns, [&] {
                Percentiles run;
                QRandomGenerator random(7);
                int found = 0;
                for (int i = 0; i < 1000; ++i) {
                    const QString query = QString::fromLatin1(text(static_cast<int>(random.bounded(m_customers.count()))));
                    run.time([&] { found += directory->search(query).value().isEmpty() ? 0 : 1; });
                }
                if (finds && found < 990)
                    qWarning("%s: only %d of 1000 found anything", what, found);
                return run;
            });
            printRow(what, attainable, qPrintable(u"%1 ms"_s.arg(budgetMs)), times.at(99) / 1000, "ms", times.at(99) / 1000 / budgetMs,
                     "of the budget");
        };
        for (const int letters : {1, 2, 3, 4, 5}) {
            const QByteArray what = "search, first 50, " + QByteArray::number(letters) + " letters, p99";
            measured(what.constData(), "0.2 ms", 5, [&](int customer) { return m_customers.lastName(customer).left(letters).toLower(); });
        }
        measured("search, first 50, two words, p99", "1.7 ms", 5, [&](int customer) {
            return QByteArray(m_customers.firstName(customer).left(3) + ' ' + m_customers.lastName(customer).left(4));
        });
        measured("search, whole name, p99", "1.7 ms", 5,
                 [&](int customer) { return QByteArray(m_customers.lastName(customer) + ' ' + m_customers.firstName(customer)); });
        measured("search, part of a number, p99", "-", 5, [&](int customer) { return SyntheticCustomers::digits(customer).mid(3); });
        measured(
            "search, with a typo, p99", "5.1 ms", 10, [&](int customer) { return mistyped(m_customers.lastName(customer)); }, false);
        measured(
            "search, two words, one with a typo, p99", "5.1 ms", 10,
            [&](int customer) { return QByteArray(m_customers.firstName(customer) + ' ' + mistyped(m_customers.lastName(customer))); },
            false);
    }

    void memory()
    {
        const auto measured = [&](const char *what, const char *mode, double budget) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--memory"_s, QString::fromLatin1(mode), folder()});
            QVERIFY(child.waitForFinished(600'000));
            const QList<QByteArray> figures = child.readAllStandardOutput().trimmed().split(' ');
            QCOMPARE(figures.size(), 2);
            const double most = megabytes(figures.at(0).toLongLong() * 1024);
            const double after = megabytes(figures.at(1).toLongLong() * 1024);
            printRow(what, "-", qPrintable(u"+%1 MB"_s.arg(budget)), most, "MB", most / budget, "of the budget");
            printRow("  a minute later", "-", "+8 MB", after, "MB", after / 8, "of the budget");
        };
        measured("memory, opened and 100,000 look-ups", "lookups", 8);
        measured("memory, typo search", "typos", 24);
    }

    void lookUpsMeanwhile()
    {
        const auto directory = Directory::open(folder(), m_clock).value();
        std::optional<Result<ImportReport>> imported;
        TaskScope scope;
        scope.start(importInto(*directory, request(), imported));
        const Percentiles importing = lookUpsUntil(*directory, imported);
        QVERIFY(*imported);
        printRow("look-up during a full import, p99", "15 us", "1 ms", importing.at(99), "us", importing.at(99) / 1000, "of the budget");
        printRow("  the slowest of them", "-", "-", importing.at(100) / 1000, "ms", importing.at(100) / 1000, "ms");

        SyntheticSource source(m_customers);
        std::optional<Result<SyncReport>> synced;
        scope.start(syncInto(*directory, {&source}, synced));
        const Percentiles syncing = lookUpsUntil(*directory, synced);
        QVERIFY(*synced);
        printRow("look-up during a full sync, p99", "15 us", "1 ms", syncing.at(99), "us", syncing.at(99) / 1000, "of the budget");
        printRow("  the slowest of them", "-", "-", syncing.at(100) / 1000, "ms", syncing.at(100) / 1000, "ms");
    }

    void besideALinearScan()
    {
        LinearScan scan;
        for (int i = 0; i < m_customers.numberCount(); ++i) {
            const QByteArray ten = SyntheticCustomers::digits(i);
            scan.add('(' + ten.left(3) + ") " + ten.mid(3, 3) + '-' + ten.mid(6), i);
        }
        QRandomGenerator random(3);
        const Percentiles scanned = bestOf(kRuns, [&] {
            Percentiles times;
            for (int i = 0; i < 20; ++i) {
                const int wanted = static_cast<int>(random.bounded(m_customers.numberCount()));
                times.time([&] { QCOMPARE(scan.find(SyntheticCustomers::digits(wanted)), wanted); });
            }
            return times;
        });
        const auto directory = Directory::open(folder(), m_clock).value();
        const Percentiles ours = lookUpTimes(*directory, 20'000);
        printRow("peer: scan of cleaned digits, p50", "-", "-", scanned.median() / 1000, "ms", scanned.median() / ours.median(), "ours");
    }

    void besideEvolutionDataServer()
    {
        const QString program = qEnvironmentVariable("EDS_PHONE_QUERY");
        if (program.isEmpty())
            QSKIP("evolution-data-server is not measured: its development package (group \"long\") is not installed.");
        // Its import is what takes the time: 6,000 contacts a second.
        const SyntheticCustomers some(std::min(100'000, m_customers.count()));
        const QString cards = m_home->filePath(u"some.vcf"_s);
        QVERIFY(some.writeVcards(cards));
        const auto directory = Directory::open(m_home->filePath(u"some"_s), m_clock).value();
        QVERIFY(directory->importNow({.file = cards, .region = u"US"_s}));
        QRandomGenerator random(5);
        QByteArray wanted;
        Percentiles ours;
        for (int i = 0; i < 200; ++i) {
            const PhoneNumber number = SyntheticCustomers::number(static_cast<int>(random.bounded(some.numberCount())));
            wanted += number.e164().toLatin1() + '\n';
            ours.time([&] { QCOMPARE(directory->whoIs(caller(number)).facts.size(), 1); });
        }
        for (const bool indexed : {false, true}) {
            QProcess peer;
            peer.start(program,
                       {cards, m_home->filePath(indexed ? u"eds-indexed.db"_s : u"eds.db"_s), indexed ? u"indexed"_s : u"plain"_s});
            peer.write(wanted);
            peer.closeWriteChannel();
            QVERIFY(peer.waitForFinished(900'000));
            QCOMPARE(peer.exitCode(), 0);
            const QList<QByteArray> figures = peer.readAllStandardOutput().trimmed().split(' ');
            QCOMPARE(figures.size(), 2); // contacts a second, microseconds of a look-up (median)
            printRow(indexed ? "peer: evolution-data-server, indexed, 100,000" : "peer: evolution-data-server, default, 100,000",
                     indexed ? "0.16 ms" : "2,088 ms", "-", figures.at(1).toDouble() / 1000, "ms", figures.at(1).toDouble() / ours.median(),
                     "ours");
            printRow("  its import", "6,000/s", "-", figures.at(0).toDouble(), "/s", figures.at(0).toDouble() / 50'000, "of our budget");
        }
    }

public:
    /// In a process of its own: what this one has done already would be counted. Prints the most and what is left, in kilobytes.
    static int measureMemory(const QString &mode, const QString &folder)
    {
        SystemClock clock;
        const SyntheticCustomers customers(customersWanted());
        {
            // What the program has anyway: the libraries' own tables.
            QTemporaryDir empty;
            const auto directory = Directory::open(empty.path(), clock).value();
            (void)parsePhone(u"+13035550142"_s, u"US"_s);
            (void)directory->whoIs(caller(SyntheticCustomers::number(1)));
        }
        const qint64 before = proportionalMemory();
        const auto directory = Directory::open(folder, clock).value();
        QRandomGenerator random(9);
        qint64 most = 0;
        for (int i = 0; i < (mode == "lookups"_L1 ? 100'000 : 2000); ++i) {
            const int who = static_cast<int>(random.bounded(customers.count()));
            if (mode == "lookups"_L1)
                (void)directory->whoIs(caller(SyntheticCustomers::number(who)));
            else
                (void)directory->search(QString::fromLatin1(customers.firstName(who) + ' ' + mistyped(customers.lastName(who))));
            if (i % 100 == 0)
                most = std::max(most, proportionalMemory() - before);
        }
        QElapsedTimer waited;
        waited.start();
        while (!waited.hasExpired(60'000) && proportionalMemory() - before > 8 * 1024)
            QTest::qWait(500);
        std::printf("%lld %lld\n", static_cast<long long>(most), static_cast<long long>(proportionalMemory() - before));
        return 0;
    }

private:
    static QByteArray mistyped(QByteArray word)
    {
        if (word.size() > 3)
            std::swap(word[2], word[3]);
        return word;
    }

    QString folder() const { return m_home->filePath(u"directory"_s); }
    QString csv() const { return m_home->filePath(u"customers.csv"_s); }
    ImportRequest request() const { return {.file = csv(), .region = u"US"_s}; }

    Percentiles lookUpTimes(const Directory &directory, int times) const
    {
        Percentiles measured;
        QRandomGenerator random(11);
        for (int i = 0; i < times; ++i) {
            const CallParty known = caller(SyntheticCustomers::number(static_cast<int>(random.bounded(m_customers.numberCount()))));
            measured.time([&] { QCOMPARE(directory.whoIs(known).facts.size(), 1); });
        }
        return measured;
    }

    template <typename Report>
    Percentiles lookUpsUntil(const Directory &directory, const std::optional<Report> &done) const
    {
        Percentiles times;
        QRandomGenerator random(13);
        while (!done) {
            const CallParty known = caller(SyntheticCustomers::number(static_cast<int>(random.bounded(m_customers.numberCount()))));
            times.time([&] { (void)directory.whoIs(known); });
            QTest::qWait(2); // calls are rare, and the workers' results come through the event loop
        }
        return times;
    }

    const SyntheticCustomers m_customers{customersWanted()};
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--memory"_L1)
        return bench_Directory::measureMemory(arguments.at(2), arguments.at(3));
    bench_Directory bench;
    return QTest::qExec(&bench, argc, argv);
}

#include "bench_directory.moc"
