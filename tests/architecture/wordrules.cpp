#include "wordrules.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList everyMatch(const QRegularExpression &pattern, const QString &text, const QString &sentence)
{
    QStringList faults;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
        faults.append(u"line %1: "_s.arg(text.left(match.capturedStart()).count(u'\n') + 1) + sentence.arg(match.captured(0)));
    return faults;
}

/// This folder has to spell what it forbids.
bool isTheRulesThemselves(const SourceFile &file)
{
    return file.path.startsWith("tests/architecture/"_L1);
}

} // namespace

QStringList unfinishedWork(const SourceFile &file)
{
    static const QRegularExpression marks(uR"(\b(TODO|FIXME|HACK|WIP|TBD)\b)"_s);
    return isTheRulesThemselves(file) ? QStringList{}
                                      : everyMatch(marks, file.text, u"\"%1\": finish it, or say what the state is and why"_s);
}

QStringList addressesOfOneMachine(const SourceFile &file)
{
    static const QRegularExpression places(
        uR"(registry\.npmjs\.org|registry\.yarnpkg\.com|pypi\.org|proxy\.golang\.org|crates\.io/|deb\.debian\.org|"resolved": *"http|(?<![\w.}])/(?:work|root|home|Users|tmp)/[A-Za-z0-9_.]+)"_s);
    return isTheRulesThemselves(file) ? QStringList{} : everyMatch(places, file.text, u"\"%1\" is true on one machine only"_s);
}

QStringList blockingCalls(const SourceFile &file)
{
    static const QRegularExpression waits(
        uR"(\b(waitFor(?:ReadyRead|BytesWritten|Connected|Disconnected|Finished|Started|NewConnection)|processEvents|QEventLoop|sleep_for|sleep_until|usleep|QThread::\w+|QCoro::waitFor)\b)"_s);
    static const QRegularExpression sleeps(u"\\b(qSleep|QThread::(?:m|u)?sleep|sleep_for|usleep)\\b"_s);
    if (!file.isCode() || isTheRulesThemselves(file))
        return {};
    // Serving's tests play slow readers, for whom dawdling is the part.
    if (file.path.startsWith("tests/core/serving/"_L1))
        return {};
    if (file.floor() == "tests"_L1)
        return everyMatch(sleeps, file.code(), u"%1: no test sleeps, it waits for what it wants to see"_s);
    return everyMatch(waits, file.code(), u"%1: no blocking waits, no nested event loops"_s);
}

QStringList awaitsInConditions(const SourceFile &file)
{
    static const QRegularExpression awaits(uR"(\b(?:if|while)\s*\(\s*!?\s*co_await\b)"_s);
    if (!file.isCode() || isTheRulesThemselves(file) || file.path.startsWith("core/serving/"_L1)) // Asio's are not affected
        return {};
    // One arm of a conditional is evaluated and destroyed as if it were the other's, where its values need constructors.
    static const QRegularExpression arms(uR"(\bco_await\s+[\w.>:-]+\([^;]*\s\?\s[^;]*\s:\s[^;]*\bstd::(?:optional|nullopt)\b)"_s);
    return everyMatch(awaits, file.code(), u"%1: give the result a name before the if"_s) +
           everyMatch(arms, file.code(), u"%1: give the argument a name before it is awaited with"_s);
}

QStringList headerManners(const SourceFile &file)
{
    QStringList faults;
    if (!file.path.endsWith(".h"_L1))
        return faults;
    if (!file.text.contains("#pragma once"_L1))
        faults.append(u"has no #pragma once"_s);
    static const QRegularExpression leak(u"^using namespace (?!Qt::Literals)"_s, QRegularExpression::MultilineOption);
    if (leak.match(file.text).hasMatch())
        faults.append(u"opens a namespace for everybody who includes it"_s);
    return faults;
}

QStringList exceptionsInCore(const SourceFile &file)
{
    static const QRegularExpression thrown(uR"(\bthrow\b(?!\()|\bstd::rethrow_exception\b)"_s);
    if (!file.isCode() || file.floor() != "core"_L1 || file.room() == "core/serving"_L1)
        return {};
    return everyMatch(thrown, file.code(), u"%1: return a Result"_s);
}
