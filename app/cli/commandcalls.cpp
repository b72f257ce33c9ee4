#include "cli.h"

#include <engine/calljson.h>

#include <callcard/calllog.h>
#include <callcard/directory.h>
#include <callcard/preferences.h>

#include <QTimeZone>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPage = 500;
constexpr int kMostCalls = 100'000;

struct Wanted {
    QString from;
    QString to;
    QString customer;
    bool missed = false;
    QString problem;
};

Wanted read(const QStringList &words)
{
    Wanted wanted;
    for (qsizetype i = 0; i < words.size() && wanted.problem.isEmpty(); ++i) {
        const QString name = words.at(i).section(u'=', 0, 0);
        QString *value = name == "--from"_L1       ? &wanted.from
                         : name == "--to"_L1       ? &wanted.to
                         : name == "--customer"_L1 ? &wanted.customer
                                                   : nullptr;
        if (words.at(i) == "--missed"_L1)
            wanted.missed = true;
        else if (!value)
            wanted.problem = u"calls does not know \"%1\"."_s.arg(words.at(i).left(40));
        else if (words.at(i).contains(u'='))
            *value = words.at(i).section(u'=', 1);
        else if (i + 1 < words.size())
            *value = words.at(++i);
        else
            wanted.problem = u"%1 needs a value."_s.arg(name);
    }
    return wanted;
}

/// A day of the rep's calendar: its first moment. Nothing for what is no date.
std::optional<QDateTime> midnight(const QString &day, int daysLater, const QTimeZone &zone)
{
    const QDate date = QDate::fromString(day, Qt::ISODate);
    return date.isValid() ? std::optional(date.addDays(daysLater).startOfDay(zone).toUTC()) : std::nullopt;
}

Json toJson(const LogEntry &entry)
{
    Json object = callToJson(entry.call, {});
    object["customer_id"] = entry.customer.id.text().toStdString();
    object["customer_name"] = entry.customer.name.toStdString();
    object["startedAt"] = isoTime(entry.call.startedAt);
    object["endedAt"] = isoTime(entry.call.endedAt);
    object["talkSeconds"] = entry.call.talkTime ? Json(entry.call.talkTime->count()) : Json(nullptr);
    object["outcome"] = entry.outcome.toStdString();
    object["note"] = entry.isPrivate ? std::string() : entry.note.toStdString();
    object["waiting"] = entry.waiting;
    return object;
}

void printHuman(const LogEntry &entry, const QTimeZone &zone)
{
    const callcard::Call &call = entry.call;
    const QString number = call.remote.number ? call.remote.number->e164() : call.remote.rawNumber.left(20);
    const QString name = entry.customer.name.isEmpty() ? call.remote.name : entry.customer.name;
    print(u"%1  %2  %3  %4  %5"_s.arg(call.startedAt.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm"_s),
                                      callDirectionName(call.direction).leftJustified(8),
                                      (call.isLive() ? callStateName(call.state) : endReasonName(call.reason)).leftJustified(18),
                                      number.leftJustified(16), QString(name).replace(u'\n', u' ')));
}

} // namespace

QCoro::Task<int> runCalls(Call call)
{
    const Wanted wanted = read(call.arguments);
    if (!wanted.problem.isEmpty())
        co_return wrongUsage(wanted.problem, "calls");
    const Preferences preferences({.file = call.profile.settingsFile, .policy = call.profile.policyFile});
    QTimeZone zone(preferences.value(settings::kUserTimeZone).toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::systemTimeZone();
    HistoryQuery query{.filter = wanted.missed ? HistoryFilter::Missed : HistoryFilter::All, .limit = kPage};
    for (const auto &[text, days, moment] : {std::tuple(&wanted.from, 0, &query.from), std::tuple(&wanted.to, 1, &query.to)}) {
        if (text->isEmpty())
            continue;
        const std::optional<QDateTime> day = midnight(*text, days, zone);
        if (!day)
            co_return wrongUsage(u"\"%1\" is no date; write it as 2026-11-30."_s.arg(text->left(20)), "calls");
        *moment = *day;
    }

    SystemClock clock;
    if (!wanted.customer.isEmpty()) {
        query.text = wanted.customer;
        const auto directory = Directory::open(call.profile.directoryFolder(), clock, Directory::Access::ReadOnly);
        Result<std::optional<Customer>> known;
        if (directory)
            known = (*directory)->customer(CustomerId(wanted.customer));
        if (known && *known) {
            query.text.clear();
            query.customer = (*known)->id;
            for (const CustomerNumber &number : (*known)->numbers) {
                if (number.number)
                    query.numbers.append(*number.number);
            }
        }
    }

    Json document{{"calls", Json::array()}};
    const Result<bool> there = isThere(call.profile.callLogFile());
    if (!there)
        co_return fail(because(u"The call log cannot be read"_s, there.error()));
    if (*there) { // none yet: no call was ever seen
        const auto log = CallLog::openReadOnly(call.profile.callLogFile(), clock);
        if (!log)
            co_return fail(because(u"The call log cannot be read"_s, log.error()));
        bool more = true;
        while (more && document["calls"].size() < kMostCalls) {
            const Result<HistoryPage> page = (*log)->history(query);
            if (!page)
                co_return fail(because(u"The call log cannot be read"_s, page.error()));
            for (const LogEntry &entry : page->entries) {
                if (call.json)
                    document["calls"].push_back(toJson(entry));
                else
                    printHuman(entry, zone);
                query.before = entry.place;
            }
            more = page->more && !page->entries.isEmpty();
        }
    }
    if (call.json)
        printJson(document);
    co_return kSuccess;
}

} // namespace callcard::cli
