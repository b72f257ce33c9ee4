#include "application.h"
#include "commandline.h"
#include "demochild.h"
#include "handover.h"
#include "platform/lastwords.h"

#include <engine/logsetup.h>
#include <engine/personaldata.h>
#include <engine/quitsignals.h>

#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <functional>

#include <unistd.h>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kDemoGoodbye = std::chrono::seconds(2);

int say(std::FILE *stream, const QString &text, int code)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    return code;
}

int refuse(const QString &sentence, int code = 1)
{
    if (isatty(STDERR_FILENO) == 0 && QCoreApplication::instance())
        sayLastWords(sentence);
    return say(stderr, QString(u"callcard: "_s + sentence), code);
}

/// Everything that must live as long as the event loop.
struct Running {
    std::unique_ptr<ProfileLock> lock;
    std::unique_ptr<Application> application;
};

/// Nothing when the program goes on; otherwise its exit code.
std::optional<int> launch(QApplication &qt, const CommandLine &line, const Profile &profile, Running &running,
                          const Heritage &heritage = {})
{
    if (const Result<> prepared = prepareFolders(profile); !prepared)
        return refuse(prepared.error().detail);
    TakenProfile taken = takeProfile(
        profile, [&] { return handOver(profile, line); }, line.background ? ProfilePatience::ForEver : ProfilePatience::Seconds);
    if (taken.handedOver)
        return 0;
    if (!taken.trouble.isEmpty())
        return refuse(taken.trouble);
    if (!taken.lock)
        return refuse(
            u"Callcard is running already but does not answer. Quit it, or wait until the command that holds the profile has ended."_s);
    running.lock = std::move(taken.lock);
    running.application = std::make_unique<Application>(qt, profile, heritage);
    Application *application = running.application.get();
    onQuitSignals(application, [application] { application->quit(); });
    if (const Result<> started = application->start(line); !started)
        return refuse(started.error().detail);
    return std::nullopt;
}

/// The event loop, as often as the windows are wanted anew: in another language, or with nothing that was there before.
int runToTheEnd(QApplication &qt, CommandLine line, const std::function<Profile()> &profile, Running &running)
{
    for (;;) {
        const int code = QApplication::exec();
        const auto afterwards = running.application ? running.application->afterwards() : Application::Afterwards::Quit;
        if (afterwards == Application::Afterwards::Quit)
            return code;
        const Heritage heritage = running.application->heritage();
        running.application.reset();
        Result<> wiped;
        if (afterwards == Application::Afterwards::Wipe)
            wiped = wipeProfile(profile());
        if (!wiped)
            (void)say(stderr, QString(u"callcard: "_s + wiped.error().detail), 1); // and in the window that comes now
        running.lock.reset();
        line.link.clear();
        line.background = false;
        if (const std::optional<int> ended = launch(qt, line, profile(), running, heritage))
            return *ended;
        if (afterwards == Application::Afterwards::Wipe)
            running.application->tellWipe(wiped, heritage.unrevoked);
        if (afterwards == Application::Afterwards::SpeakAnew)
            running.application->showSettings(ui::SettingsSection::General);
    }
}

int runProfile(QApplication &qt, const CommandLine &line)
{
    const Result<Profile> profile = profileFor(line.profile);
    if (!profile)
        return refuse(profile.error().detail, profile.error().kind == ErrorKind::Refused ? 2 : 1);
    Running running;
    if (const std::optional<int> code = launch(qt, line, *profile, running))
        return *code;
    return runToTheEnd(
        qt, line, [&profile] { return *profile; }, running);
}

int runDemo(QApplication &qt, const CommandLine &line)
{
    qt.setQuitOnLastWindowClosed(false);
    DemoChild demo; // outlives the application, which uses it to the end
    Running running;
    QObject::connect(&demo, &DemoChild::ready, &qt, [&](const QString &problem) {
        const std::optional<int> code = problem.isEmpty() ? launch(qt, line, profileIn(demo.folder()), running) : refuse(problem);
        if (code)
            QCoreApplication::exit(*code);
    });
    QMetaObject::invokeMethod(&demo, &DemoChild::start, Qt::QueuedConnection);
    const int code = runToTheEnd(
        qt, line, [&demo] { return profileIn(demo.folder()); }, running);
    running.application.reset();
    if (demo.isRunning()) { // it goes first, so that nothing of it is left
        QObject::connect(&demo, &DemoChild::ended, &qt, &QCoreApplication::quit);
        QTimer::singleShot(kDemoGoodbye, &qt, &QCoreApplication::quit);
        demo.end();
        QApplication::exec();
    }
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    setUpLogging();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> line = readCommandLine(words);
    if (!line)
        return refuse(line.error().detail, 2);
    if (line->help)
        return say(stdout, commandLineHelp(), 0);
    if (line->version)
        return say(stdout, QStringLiteral(CALLCARD_VERSION), 0);

    // Words of ours are no options of Qt's.
    int qtArguments = 1;
    QApplication qt(qtArguments, argv);
    qt.setApplicationName(u"callcard"_s);
    qt.setApplicationDisplayName(u"Callcard"_s);
    qt.setApplicationVersion(QStringLiteral(CALLCARD_VERSION));
    qt.setDesktopFileName(u"callcard"_s);

    return line->demo ? runDemo(qt, *line) : runProfile(qt, *line);
}
