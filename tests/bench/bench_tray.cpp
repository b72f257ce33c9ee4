#include "desktop.h"
#include "table.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRounds = 9;
constexpr int kIdleSeconds = 30;
constexpr int kSoon = 60'000;

struct Figures {
    double startMs = 0;
    double pssMb = 0;
    double wakeUps = 0; ///< In kIdleSeconds.
};

qint64 figureOf(const QString &file, const QByteArray &key)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return -1;
    qint64 sum = -1;
    for (const QByteArray &line : source.readAll().split('\n')) {
        if (line.startsWith(key))
            sum = std::max<qint64>(sum, 0) + line.mid(key.size()).simplified().split(' ').first().toLongLong();
    }
    return sum;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

/// Start, memory and wake-ups of the tray program, beside a bare one built in the same tree, both in a real tray on an X server of their
/// own. Figures of a debug build are of no use: build with the bench preset.
class bench_Tray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_xserver.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x800x24"_s, u"-nolisten"_s, u"tcp"_s});
        QVERIFY(m_xserver.waitForStarted() && m_xserver.waitForReadyRead(kSoon));
        m_display = u':' + QString::fromLatin1(m_xserver.readAllStandardOutput().trimmed());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DISPLAY"_s, m_display);
        m_panel = std::make_unique<Helper>(QStringList{u"trayer"_s, u"--edge"_s, u"top"_s, u"--align"_s, u"right"_s}, environment);
        QVERIFY(m_panel->isRunning());
    }

    void cleanupTestCase()
    {
        m_panel.reset();
        m_xserver.terminate();
        m_xserver.waitForFinished(kSoon);
    }

    void besideABareTrayProgram()
    {
        const Figures bare = measure(qEnvironmentVariable("BARE_TRAY"), {});
        const Figures ours = measure(qEnvironmentVariable("CALLCARD_PROGRAM"), {u"--background"_s});
        QVERIFY(bare.startMs > 0 && ours.startMs > 0);
        QVERIFY(bare.pssMb > 0 && ours.pssMb > 0);
        printHead();
        printRow("start to tray, bare program", "19.5 ms", "-", bare.startMs, "ms", 1, "bare");
        printRow("start to tray, callcard", "43 ms", "80 ms", ours.startMs, "ms", ours.startMs / bare.startMs, "bare");
        printRow("idle memory (PSS), bare program", "19 MB", "-", bare.pssMb, "MB", 1, "bare");
        printRow("idle memory (PSS), callcard", "36 MB", "42 MB", ours.pssMb, "MB", ours.pssMb / bare.pssMb, "bare");
        printRow("wake-ups in 30 s, bare program", "1", "-", bare.wakeUps, "", 1, "bare");
        printRow("wake-ups in 30 s, callcard", "1", "5", ours.wakeUps, "", ours.wakeUps / std::max(bare.wakeUps, 1.0), "bare");
    }

private:
    Figures measure(const QString &program, const QStringList &arguments)
    {
        std::vector<double> starts;
        Figures figures;
        for (int round = 0; round <= kRounds; ++round) {
            QTemporaryDir home;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"DISPLAY"_s, m_display);
            environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
            environment.insert(u"HOME"_s, home.path());
            environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
            environment.insert(u"CALLCARD_LOG"_s, u"info"_s);
            QProcess process;
            process.setProcessEnvironment(environment);
            QElapsedTimer timer;
            timer.start();
            process.start(program, arguments);
            QByteArray said;
            while (!said.contains("tray ready") && process.waitForReadyRead(20'000))
                said += process.readAllStandardError();
            if (!said.contains("tray ready"))
                return {};
            if (round > 0) // the first one warms the disk
                starts.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            if (round == kRounds)
                idle(process, figures);
            process.kill();
            process.waitForFinished();
        }
        figures.startMs = median(starts);
        return figures;
    }

    /// Of all threads since they began.
    static qint64 wakeUps(const QString &folder)
    {
        qint64 sum = 0;
        const QString tasks = folder + u"/task"_s;
        for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            sum += std::max<qint64>(figureOf(QString(tasks + u'/' + task + u"/status"_s), "voluntary_ctxt_switches:"), 0);
        return sum;
    }

    static void idle(QProcess &process, Figures &figures)
    {
        const QString folder = u"/proc/%1"_s.arg(process.processId());
        QTest::qWait(5'000); // whatever a start still has to do
        const qint64 before = wakeUps(folder);
        QTest::qWait(kIdleSeconds * 1000);
        figures.wakeUps = static_cast<double>(wakeUps(folder) - before);
        figures.pssMb = static_cast<double>(figureOf(QString(folder + u"/smaps_rollup"_s), "Pss:")) / 1024;
    }

    QProcess m_xserver;
    QString m_display;
    std::unique_ptr<Helper> m_panel;
};

QTEST_GUILESS_MAIN(bench_Tray)
#include "bench_tray.moc"
