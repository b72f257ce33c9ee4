#include <callcard/directory.h>
#include <callcard/phone.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

/// A million customers (CALLCARD_BENCH_CUSTOMERS: fewer) with half as many numbers again: how long an import, a look-up and a search
/// take. Fails where a budget is missed.
class bench_Directory : public QObject
{
    Q_OBJECT

private:
    struct Spread {
        double median{};
        double slow{}; ///< 99th of a hundred
    };
    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Directory> m_directory;
    QRandomGenerator m_random{20261120};
    int m_customers =
        qEnvironmentVariableIsSet("CALLCARD_BENCH_CUSTOMERS") ? qEnvironmentVariableIntValue("CALLCARD_BENCH_CUSTOMERS") : 1'000'000;

    static QString syllables(quint32 seed, int count)
    {
        static const QStringList parts{u"ba"_s,  u"den"_s, u"cor"_s, u"lin"_s,  u"mar"_s,  u"to"_s,  u"ves"_s,
                                       u"ri"_s,  u"ham"_s, u"sel"_s, u"wick"_s, u"os"_s,   u"jen"_s, u"kal"_s,
                                       u"fer"_s, u"gus"_s, u"ni"_s,  u"pol"_s,  u"quin"_s, u"zar"_s};
        QString word;
        for (int i = 0; i < count; ++i, seed /= 20)
            word += parts.at(seed % 20);
        word[0] = word.at(0).toUpper();
        return word;
    }
    static QString firstName(int i) { return syllables(static_cast<quint32>(i) * 7919U % 400U, 2); }
    static QString lastName(int i) { return syllables(static_cast<quint32>(i) * 104729U % 160000U, 4); }
    static QString company(int i)
    {
        return syllables(static_cast<quint32>(i) * 15485863U % 8000U, 3) + u' ' + syllables(static_cast<quint32>(i) % 400U, 2);
    }
    /// Scattered over the area codes, each once.
    static QString number(int i)
    {
        const auto place = static_cast<quint64>(i) * 2654435761ULL % 6'400'000'000ULL;
        return u"%1%2%3"_s.arg(200 + place / 8'000'000 % 700).arg(200 + place / 10'000 % 800).arg(place % 10'000, 4, 10, QChar(u'0'));
    }
    template <typename Work>
    Spread measured(int times, Work work)
    {
        std::vector<double> micros;
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            work();
            micros.push_back(static_cast<double>(timer.nsecsElapsed()) / 1000);
        }
        std::sort(micros.begin(), micros.end());
        return {micros.at(micros.size() / 2), micros.at(micros.size() * 99 / 100)};
    }
    static void tell(const char *what, const Spread &spread)
    {
        qInfo("%-34s p50 %9.1f us   p99 %9.1f us", what, spread.median, spread.slow);
    }

private Q_SLOTS:
    void import()
    {
        QFile file(m_folder.filePath(u"customers.csv"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("Id,Name,Company,Email,Phone,Phone 2,Owner,Status\n");
        for (int i = 0; i < m_customers; ++i) {
            const QString second = i % 2 == 0 ? number(m_customers + i) : QString();
            file.write(u"%1,%2 %3,%4,%3%1@%5.example,%6,%7,Rep %8,Retail\n"_s
                           .arg(QString::number(i), firstName(i), lastName(i), company(i), company(i).section(u' ', 0, 0).toLower(),
                                number(i), second, QString::number(i % 40))
                           .toUtf8());
        }
        file.close();
        m_directory = Directory::open(m_folder.filePath(u"d"_s), m_clock).value();
        QElapsedTimer timer;
        timer.start();
        std::optional<Result<ImportReport>> report;
        TaskScope scope;
        scope.start(into(*m_directory, {.file = file.fileName(), .region = u"US"_s}, report));
        QTRY_VERIFY_WITH_TIMEOUT(report, 800'000);
        QVERIFY(*report);
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        qInfo("import: %lld kept in %.1f s = %.0f customers/s, %lld numbers, %lld shared", static_cast<long long>((*report)->kept), seconds,
              m_customers / seconds, static_cast<long long>((*report)->numbers), static_cast<long long>((*report)->shared));
        qint64 bytes = 0;
        for (const QFileInfo &info : QDir(m_folder.filePath(u"d"_s)).entryInfoList(QDir::Files))
            bytes += info.size();
        qInfo("on disk: %.0f bytes a customer", static_cast<double>(bytes) / m_customers);
        QVERIFY(bytes < 600LL * m_customers);
    }

    void opens()
    {
        const auto spread = measured(20, [&] { m_directory = Directory::open(m_folder.filePath(u"d"_s), m_clock).value(); });
        tell("open", spread);
        QVERIFY(spread.median < 5000);
    }

    void looksUp()
    {
        m_directory->setMe({.name = u"Rep 7"_s});
        int found = 0;
        const auto known = [&] {
            found +=
                !m_directory->whoIs({.number = PhoneNumber::fromE164(u"+1"_s + number(m_random.bounded(m_customers)))}).facts.isEmpty();
        };
        (void)measured(20'000, known);
        tell("look-up of a known number", measured(20'000, known));
        QVERIFY(found > 39'000);
        tell("look-up of a stranger", measured(20'000, [&] {
                 (void)m_directory->whoIs(
                     {.number = PhoneNumber::fromE164(u"+44171"_s + QString::number(1'000'000 + m_random.bounded(8'000'000)))});
             }));
    }

    void searches()
    {
        const auto search = [&](const QString &text) { return m_directory->search(text, 50)->size(); };
        const auto some = [&] { return m_random.bounded(m_customers); };
        for (int length = 1; length <= 6; ++length) {
            const Spread spread = measured(500, [&] { (void)search(lastName(some()).left(length)); });
            tell(qPrintable(u"search, %1 letters"_s.arg(length)), spread);
        }
        tell("search, two words", measured(500, [&] { (void)search(lastName(some()).left(5) + u' ' + firstName(some()).left(3)); }));
        tell("search, name and company", measured(500, [&] {
                 const int i = some();
                 (void)search(company(i).section(u' ', 0, 0) + u' ' + lastName(i));
             }));
        for (const int length : {3, 4, 7})
            tell(qPrintable(u"search, %1 digits"_s.arg(length)), measured(500, [&] { (void)search(number(some()).mid(10 - length)); }));
        int found = 0;
        const Spread slips = measured(500, [&] {
            QString name = lastName(some());
            const int at = 1 + static_cast<int>(m_random.bounded(name.size() - 2));
            std::swap(name[at], name[at + 1 < name.size() ? at + 1 : at - 1]);
            found += search(name) > 0;
        });
        tell("search, a slip", slips);
        qInfo("found in spite of a slip: %d of 500", found);
    }

private:
    static QCoro::Task<> into(Directory &directory, ImportRequest request, std::optional<Result<ImportReport>> &report)
    {
        report = co_await directory.importFile(request, {});
    }
};

QTEST_GUILESS_MAIN(bench_Directory)
#include "bench_directory.moc"
