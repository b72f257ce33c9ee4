#include "commandline.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestLink = 10'001; // one too many is said to be too long

bool isLink(const QString &word)
{
    for (const QLatin1StringView scheme : {"tel:"_L1, "callto:"_L1, "sip:"_L1, "sips:"_L1}) {
        if (word.startsWith(scheme, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &words)
{
    CommandLine line;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == "--background"_L1) {
            line.background = true;
        } else if (word == "--call-selection"_L1) {
            line.callSelection = true;
        } else if (word == "--demo"_L1) {
            line.demo = true;
        } else if (word == "--help"_L1 || word == "-h"_L1) {
            line.help = true;
        } else if (word == "--version"_L1) {
            line.version = true;
        } else if (word == "--profile"_L1) {
            if (++i == words.size())
                return failure(ErrorKind::Refused, u"--profile needs a name."_s);
            line.profile = words.at(i);
        } else if (word.startsWith("--profile="_L1)) {
            line.profile = word.section(u'=', 1);
        } else if (isLink(word) && line.link.isEmpty()) {
            line.link = word.left(kLongestLink);
        } else {
            return failure(
                ErrorKind::Refused,
                u"\"%1\" is neither an option nor a tel:, callto: or sip: link. callcard --help shows what there is."_s.arg(word.left(40)));
        }
    }
    if (line.demo && !line.profile.isEmpty())
        return failure(ErrorKind::Refused, u"--demo uses a profile of its own, so it takes no --profile."_s);
    return line;
}

QString commandLineHelp()
{
    return u"Usage: callcard [--background] [--demo] [--profile NAME] [--call-selection | tel:NUMBER]\n\n"
           "Starts Callcard in the tray, or raises the one that runs.\n\n"
           "  --background    start hidden, as at log-in\n"
           "  --demo          show it with invented calls; needs no account and leaves nothing behind\n"
           "  --profile NAME  a separate set of settings, secrets and data\n"
           "  --call-selection  call the number that is marked or was copied; for a key of the desktop\n"
           "  tel:NUMBER      hand a number to the running Callcard (also callto: and sip:)"_s;
}

} // namespace callcard
