#include <callcard/ui/decisiontexts.h>

#include <callcard/log.h>

#include <QStringList>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString milliseconds(std::chrono::microseconds length)
{
    return QString::number(static_cast<double>(length.count()) / 1000, 'f', 2) + u" ms"_s;
}

/// English and stable, like a log: the reader is whoever helps.
QString reportLine(const PopDecision &decision)
{
    QStringList parts{decision.receivedAt.toUTC().toString(Qt::ISODateWithMs), decision.source, popReasonName(decision.reason),
                      decision.direction == CallDirection::Inbound ? u"inbound"_s : u"outbound"_s, u"matches=%1"_s.arg(decision.matches)};
    if (decision.caller.number)
        parts.append(u"number="_s + maskedNumber(decision.caller.number->e164()));
    if (decision.withheld)
        parts.append(u"withheld"_s);
    if (decision.unasked)
        parts.append(u"directory-unreadable"_s);
    if (decision.confidence)
        parts.append(u"confidence="_s + confidenceName(*decision.confidence));
    if (const auto delay = providerDelay(decision))
        parts.append(u"provider="_s + milliseconds(*delay));
    parts.append(u"matched="_s + milliseconds(decision.matching));
    if (decision.painted)
        parts.append(u"painted="_s + milliseconds(*decision.painted));
    if (decision.test)
        parts.append(u"test"_s);
    return parts.join(u"  "_s);
}

} // namespace

QString redactedReport(const QList<PopDecision> &decisions, const PopRules &rules, const QDateTime &now)
{
    QStringList lines{u"Callcard "_s + QStringLiteral(CALLCARD_VERSION) + u", "_s + now.toUTC().toString(Qt::ISODate),
                      u"quiet hours: "_s +
                          (rules.quietHours ? rules.quietFrom.toString(u"HH:mm"_s) + u'-' + rules.quietTo.toString(u"HH:mm"_s) : u"off"_s) +
                          u", outgoing: "_s + (rules.outgoing ? u"on"_s : u"off"_s) + u", lines with a mode of their own: "_s +
                          QString::number(rules.byLine.size()),
                      QString()};
    for (const PopDecision &decision : decisions)
        lines.append(reportLine(decision));
    return lines.join(u'\n');
}

} // namespace callcard::ui
