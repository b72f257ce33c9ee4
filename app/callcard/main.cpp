#include "application.h"
#include "commandline.h"
#include "demochild.h"
#include "handover.h"
#include "platform/quitsignals.h"

#include <engine/logsetup.h>

#include <QApplication>

#include <cstdio>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

int say(std::FILE *stream, const QString &text, int code)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    return code;
}

int refuse(const QString &sentence, int code = 1)
{
    return say(stderr, QString(u"callcard: "_s + sentence), code);
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

    DemoChild demo;
    if (line->demo) {
        if (const Result<> started = demo.start(); !started)
            return refuse(started.error().detail);
    }
    const Result<Profile> profile = line->demo ? Result<Profile>(profileIn(demo.folder())) : profileFor(line->profile);
    if (!profile)
        return refuse(profile.error().detail, 2);
    if (const Result<> prepared = prepareFolders(*profile); !prepared)
        return refuse(prepared.error().detail);

    const std::unique_ptr<ProfileLock> lock = ProfileLock::tryTake(*profile);
    if (!lock) {
        if (handOver(*profile, *line))
            return 0;
        return refuse(
            u"Callcard is running already but does not answer. Quit it, or wait until the command that holds the profile has ended."_s);
    }

    Application application(qt, *profile);
    onQuitSignals(&application, [&application] { application.quit(); });
    if (const Result<> started = application.start(*line); !started)
        return refuse(started.error().detail);
    return QApplication::exec();
}
