#include "commandline.h"

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

void readTokenCommand(CommandLine &line, const QStringList &words)
{
    const QString verb = words.value(1);
    line.subject = words.value(2);
    if (verb == "create"_L1)
        line.command = CommandLine::Command::CreateToken;
    else if (verb == "list"_L1)
        line.command = CommandLine::Command::ListTokens;
    else if (verb == "revoke"_L1)
        line.command = CommandLine::Command::RevokeToken;
    else
        line.problem = u"token create EMAIL, token list, or token revoke ID."_s;
    const bool wantsSubject = line.command != CommandLine::Command::ListTokens;
    if (line.problem.isEmpty() && (words.size() != (wantsSubject ? 3 : 2)))
        line.problem = wantsSubject ? u"token %1 needs one e-mail address or id."_s.arg(verb) : u"token list takes nothing more."_s;
}

} // namespace

CommandLine readCommandLine(QStringList words)
{
    CommandLine line;
    QStringList rest;
    while (!words.isEmpty() && line.problem.isEmpty()) {
        const QString word = words.takeFirst();
        const QString name = word.section(u'=', 0, 0);
        const bool takesValue = name == "--config"_L1 || name == "--port"_L1;
        QString value = word.contains(u'=') ? word.section(u'=', 1) : QString();
        if (takesValue && !word.contains(u'=')) {
            if (words.isEmpty())
                line.problem = u"%1 needs a value."_s.arg(name);
            else
                value = words.takeFirst();
        }
        if (name == "--config"_L1) {
            line.config = value;
        } else if (name == "--port"_L1) {
            bool ok = false;
            line.port = value.toUShort(&ok);
            if (!ok && line.problem.isEmpty())
                line.problem = u"--port is a number up to 65535."_s;
        } else if (word == "--check-config"_L1) {
            line.command = CommandLine::Command::CheckConfig;
        } else if (word == "--help"_L1 || word == "-h"_L1) {
            return {.command = CommandLine::Command::Help};
        } else if (word == "--version"_L1) {
            return {.command = CommandLine::Command::Version};
        } else if (word.startsWith("--"_L1)) {
            line.problem = u"There is no option %1."_s.arg(word.left(40));
        } else {
            rest.append(word);
        }
    }
    if (!line.problem.isEmpty())
        return line;
    if (rest.value(0) == "token"_L1)
        readTokenCommand(line, rest);
    else if (!rest.isEmpty())
        line.problem = u"There is no command %1."_s.arg(rest.first().left(40));
    if (line.problem.isEmpty() && line.config.isEmpty())
        line.problem = u"--config FILE is missing."_s;
    return line;
}

QString usage()
{
    return u"callcard-relay --config FILE [--port N]          serves\n"
           "callcard-relay --config FILE --check-config      says what is wrong with the file\n"
           "callcard-relay --config FILE token create EMAIL  a new token for a rep, shown once\n"
           "callcard-relay --config FILE token list\n"
           "callcard-relay --config FILE token revoke ID     or an e-mail address, for all of that rep's\n"_s;
}

} // namespace callcard::relay
