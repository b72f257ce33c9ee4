#include "table.h"

#include <callcard/application.h>
#include <callcard/commandline.h>

#include <callcard/ui/settingspage.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kTooLong = 5'000;

/// Whether the page was painted at all: a window that nobody has seen is quickly there.
class Onlooker final : public QObject
{
public:
    bool hasSeenIt = false;

    bool eventFilter(QObject *object, QEvent *event) override
    {
        hasSeenIt |= event->type() == QEvent::Paint && qobject_cast<ui::SettingsPage *>(object);
        return false;
    }
};

} // namespace

/// From the wish to the painted window, in the program as it is built, each time the first time of its life.
class bench_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opens_data()
    {
        QTest::addColumn<ui::SettingsSection>("section");
        QTest::newRow("settings open, painted: connections") << ui::SettingsSection::Connections;
        QTest::newRow("settings open, painted: cards") << ui::SettingsSection::Card;
        QTest::newRow("settings open, painted: privacy") << ui::SettingsSection::Privacy;
    }

    void opens()
    {
        QFETCH(const ui::SettingsSection, section);
        constexpr double kBudget = 150;
        constexpr std::size_t kRounds = 9;
        std::vector<double> times;
        for (std::size_t round = 0; round < kRounds; ++round)
            times.push_back(openOnce(section));
        std::sort(times.begin(), times.end());
        const double median = times[kRounds / 2];
        if (section == ui::SettingsSection::Connections)
            printHead();
        printRow(QTest::currentDataTag(), "-", "150 ms", median, "ms p50", median / kBudget, "of budget");
        QVERIFY(times.front() > 0 && median < kBudget);
    }

private:
    static double openOnce(ui::SettingsSection section)
    {
        const QTemporaryDir home;
        qputenv("HOME", home.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());
        const Profile profile = profileIn(home.path());
        if (!prepareFolders(profile))
            return 0;
        auto *qt = qobject_cast<QApplication *>(QCoreApplication::instance());
        Application application(*qt, profile, {});
        if (!application.start({.background = true}))
            return 0;
        QCoreApplication::processEvents();
        Onlooker onlooker;
        qt->installEventFilter(&onlooker);
        QElapsedTimer timer;
        timer.start();
        application.showSettings(section);
        while (!onlooker.hasSeenIt && timer.elapsed() < kTooLong) // shown, it is painted when the desktop has made room for it
            QCoreApplication::processEvents();
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        application.quit();
        QApplication::exec();
        return onlooker.hasSeenIt ? took : 0;
    }
};

QTEST_MAIN(bench_Settings)
#include "bench_settings.moc"
