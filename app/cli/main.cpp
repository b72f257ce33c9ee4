#include "cli.h"

#include <engine/logsetup.h>
#include <engine/quitsignals.h>

#include <QCoreApplication>
#include <QTimer>

using namespace callcard;
using namespace callcard::cli;
using namespace Qt::Literals::StringLiterals;

namespace {

int help()
{
    print(u"callcard-cli %1: Callcard without a window\n\nUsage: callcard-cli [--profile NAME] [--json] COMMAND …\n"_s.arg(
        QLatin1StringView(CALLCARD_VERSION)));
    for (const Command &command : commands()) {
        const QString line = u"  %1 %2"_s.arg(QLatin1StringView(command.name), QLatin1StringView(command.usage));
        print(u"%1 %2"_s.arg(line.leftJustified(56), QLatin1StringView(command.summary)));
    }
    print(u"\nExit code: 0 success, 1 failure, 2 wrong usage."_s);
    return kSuccess;
}

struct Parsed {
    QString profile;
    bool json = false;
    QString command;
    QStringList arguments;
    QString problem;
};

Parsed parse(QStringList words)
{
    Parsed parsed;
    while (!words.isEmpty()) {
        const QString word = words.takeFirst();
        if (word == "--json"_L1) {
            parsed.json = true;
        } else if (word == "--profile"_L1) {
            if (words.isEmpty())
                parsed.problem = u"--profile needs a name."_s;
            else
                parsed.profile = words.takeFirst();
        } else if (word.startsWith("--profile="_L1)) {
            parsed.profile = word.section(u'=', 1);
        } else if (word == "--"_L1) {
            parsed.arguments += words;
            break;
        } else if (parsed.command.isEmpty() && word.startsWith(u'-') && word != "--help"_L1 && word != "-h"_L1 && word != "--version"_L1) {
            parsed.problem = u"There is no option %1."_s.arg(word.left(40));
        } else if (parsed.command.isEmpty()) {
            parsed.command = word;
        } else {
            parsed.arguments.append(word);
        }
    }
    return parsed;
}

QCoro::Task<> runAndQuit(const Command *command, cli::Call call, int &code)
{
    const std::stop_token stop = call.stop;
    code = co_await command->run(std::move(call));
    QCoreApplication::exit(stop.stop_requested() ? kInterrupted : code);
}

} // namespace

int main(int argc, char *argv[])
{
    setUpLogging(LogUnasked::Nothing);
    QCoreApplication app(argc, argv);
    app.setApplicationName(u"callcard"_s);
    app.setApplicationVersion(QStringLiteral(CALLCARD_VERSION));

    const Parsed parsed = parse(app.arguments().mid(1));
    if (!parsed.problem.isEmpty())
        return fail(QString(parsed.problem + u" callcard-cli --help shows what there is."_s), kWrongUsage);
    if (parsed.command == "--version"_L1) {
        print(QStringLiteral(CALLCARD_VERSION));
        return kSuccess;
    }
    if (parsed.command == "--help"_L1 || parsed.command == "-h"_L1 || parsed.command == "help"_L1)
        return help();
    if (parsed.command.isEmpty()) {
        help();
        return kWrongUsage;
    }
    const auto known = std::find_if(commands().begin(), commands().end(),
                                    [&](const Command &command) { return parsed.command == QLatin1StringView(command.name); });
    if (known == commands().end())
        return fail(u"There is no command \"%1\". callcard-cli --help shows what there is."_s.arg(parsed.command.left(40)), kWrongUsage);
    const Result<Profile> profile = profileFor(parsed.profile);
    if (!profile)
        return fail(profile.error().detail, profile.error().kind == ErrorKind::Refused ? kWrongUsage : kFailure);

    std::stop_source stop;
    int code = kFailure;
    onQuitSignals(&app, [stop]() mutable { stop.request_stop(); });
    // In a turn of its own: whoever prints is in the middle of something.
    whenNobodyReads([&app, stop] {
        QMetaObject::invokeMethod(
            &app, [stop]() mutable { stop.request_stop(); }, Qt::QueuedConnection);
    });
    TaskScope scope;
    QTimer::singleShot(0, &app, [&] {
        scope.start(runAndQuit(
            &*known, cli::Call{.profile = *profile, .arguments = parsed.arguments, .json = parsed.json, .stop = stop.get_token()}, code));
    });
    return app.exec();
}
