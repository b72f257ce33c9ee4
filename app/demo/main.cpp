// callcard-demo: the demo cloud as a program. Its first line of output tells where everything is; it ends with its standard input.
#include "democloud.h"
#include "jsontext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kScriptBytes = 16 * 1024 * 1024;

/// Whatever is typed is read away; returns when the other end is closed.
void waitForEndOfInput()
{
    char ignored[4096];
    while (true) {
        const auto count = ::read(STDIN_FILENO, ignored, sizeof ignored);
        if (count == 0 || (count < 0 && errno != EINTR))
            return;
    }
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "callcard-demo: %s\n", qPrintable(sentence));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"callcard-demo"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CALLCARD_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A stand-in on loopback for RingCentral, JustCall, Firestore, Firebase Auth, Copper, a Callcard relay and ElevenLabs.\n"
        "The first line of output is JSON: \"env\" holds the variables a program needs, \"control\" the address that takes\n"
        "requests like  curl -d '{\"do\":\"call.start\"}' ADDRESS  ({\"do\":\"help\"} lists them). Ends when standard input closes."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption customers(u"customers"_s, u"Invented customers (2000)."_s, u"N"_s, u"2000"_s);
    const QCommandLineOption seed(u"seed"_s, u"Another seed, another company's past (1)."_s, u"N"_s, u"1"_s);
    const QCommandLineOption days(u"days"_s, u"Days of past calls (30; a year: 365)."_s, u"N"_s, u"30"_s);
    const QCommandLineOption pace(u"every"_s, u"Seconds between two calls of the story (6)."_s, u"SECONDS"_s, u"6"_s);
    const QCommandLineOption speed(u"speed"_s, u"How fast the cloud's clock runs (1; 0 stands still; from 0.000001)."_s, u"FACTOR"_s,
                                   u"1"_s);
    const QCommandLineOption quiet(u"quiet"_s, u"No story: nothing happens but what control asks for."_s);
    const QCommandLineOption script(u"script"_s, u"Plays a scripted day: {\"steps\":[{\"after\":2,\"do\":\"call.start\"}, …]}."_s,
                                    u"FILE"_s);
    parser.addOptions({customers, seed, days, pace, speed, quiet, script});
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(QString(parser.errorText() + u" callcard-demo --help shows what there is."_s));
    parser.process(app); // --help and --version

    callcard::demo::DemoOptions options;
    bool isNumber[5] = {};
    options.customers = parser.value(customers).toInt(&isNumber[0]);
    options.seed = parser.value(seed).toULongLong(&isNumber[1]);
    options.days = parser.value(days).toInt(&isNumber[2]);
    options.speed = parser.value(speed).toDouble(&isNumber[3]);
    const double every = parser.value(pace).toDouble(&isNumber[4]);
    if (!parser.positionalArguments().isEmpty())
        return complain(u"unexpected argument, see --help"_s);
    if (!isNumber[0] || options.customers < 1 || options.customers > 2'000'000)
        return complain(u"--customers takes a number from 1 to 2000000"_s);
    if (!isNumber[1] || !isNumber[2] || !isNumber[3] || !isNumber[4] || options.days < 0 || options.days > 800)
        return complain(u"--seed, --days (0 to 800), --speed and --every take numbers"_s);
    const bool stands = options.speed == 0.0;
    if (!(stands || (options.speed >= 1e-6 && options.speed <= 1000)) || !(every >= 0.1 && every <= 86'400))
        return complain(u"--speed goes from 0.000001 to 1000 or is 0, --every goes from 0.1 to 86400 seconds"_s);
    options.story = !parser.isSet(quiet) && !parser.isSet(script);

    std::optional<nlohmann::json> steps;
    if (parser.isSet(script)) {
        QFile file(parser.value(script));
        if (!file.open(QIODevice::ReadOnly) || file.size() > kScriptBytes)
            return complain(u"the script cannot be read, or is larger than 16 MB"_s);
        steps = callcard::demo::parseJson(file.readAll().toStdString());
        if (!steps)
            return complain(u"the script is not JSON"_s);
        if (steps->is_array())
            steps = nlohmann::json{{"steps", *steps}};
        if (!steps->is_object())
            return complain(u"a script is a JSON object with \"steps\""_s);
    }

    callcard::demo::DemoCloud cloud(options);
    if (const auto started = cloud.start(); !started) {
        std::fprintf(stderr, "callcard-demo: %s\n", qPrintable(started.error().detail));
        return 1;
    }
    cloud.control({{"do", "story"}, {"everySeconds", every}});
    if (steps) { // judged before anybody is told where the cloud is
        (*steps)["do"] = "script";
        (*steps)["check"] = true;
        const auto answer = cloud.control(*steps);
        if (!callcard::demo::flagAt(answer, "ok"))
            return complain(QString::fromStdString(callcard::demo::textAt(answer, "error")));
    }
    std::printf("%s\n", cloud.announcement().c_str());
    std::fflush(stdout);
    if (steps) {
        (*steps)["check"] = false;
        cloud.control(*steps);
    }
    waitForEndOfInput();
    return 0;
}
