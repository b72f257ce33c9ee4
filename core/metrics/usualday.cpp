#include <callcard/usualday.h>

#include <callcard/goalprogress.h>

#include <algorithm>
#include <map>

namespace callcard {

namespace {

struct HourlyDay {
    std::array<double, 24> calls{};
    std::array<double, 24> talk{};
    std::array<double, 24> texts{};
};

const std::array<double, 25> *curveOf(const UsualDay &usual, QStringView type)
{
    if (type == kCallsType)
        return &usual.calls;
    if (type == kTalkType)
        return &usual.talk;
    return type == kTextsType ? &usual.texts : nullptr;
}

void addUp(std::array<double, 25> &curve, const std::array<double, 24> &hours)
{
    double sum = 0;
    for (size_t hour = 0; hour < hours.size(); ++hour) {
        sum += hours[hour];
        curve[hour + 1] += sum;
    }
}

} // namespace

double UsualDay::by(QStringView type, const QTime &time) const
{
    const auto *curve = curveOf(*this, type);
    if (curve == nullptr || days == 0 || !time.isValid())
        return 0;
    const auto hour = static_cast<size_t>(time.hour());
    const double part = (time.msecsSinceStartOfDay() % 3'600'000) / 3'600'000.0;
    return (*curve)[hour] + ((*curve)[hour + 1] - (*curve)[hour]) * part;
}

double UsualDay::wholeDay(QStringView type) const
{
    const auto *curve = curveOf(*this, type);
    return curve != nullptr && days > 0 ? curve->back() : 0;
}

UsualDay usualDay(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep, const QDate &today)
{
    const QDate first = today.addDays(-kUsualReach);
    std::map<QDate, HourlyDay, std::greater<>> days; // the newest first
    const auto hourOf = [&](const QDate &userDay, const QDateTime &instant) -> std::pair<HourlyDay *, size_t> {
        const QDateTime local = instant.toTimeZone(rep.zone);
        const QDate day = userDay.isValid() ? userDay : local.date();
        if (!day.isValid() || day < first || day >= today)
            return {nullptr, 0};
        return {&days[day], static_cast<size_t>(std::clamp(local.time().hour(), 0, 23))};
    };
    for (const CountedCall &call : newestReports(calls)) {
        const Outcome outcome = outcomeOf(call);
        if (outcome == Outcome::InProgress || !belongsTo(rep, call.agentEmail))
            continue;
        if (const auto [day, hour] = hourOf(call.userDay, call.startedAt); day != nullptr) {
            day->calls[hour] += 1;
            if (outcome == Outcome::Connected)
                day->talk[hour] += static_cast<double>(std::max<qint64>(0, call.talkTime.count())) / 60;
        }
    }
    for (const CountedText &text : newestReports(texts)) {
        if (text.deleted || text.direction != CallDirection::Outbound || !belongsTo(rep, text.agentEmail))
            continue;
        if (const auto [day, hour] = hourOf(text.userDay, text.sentAt); day != nullptr)
            day->texts[hour] += 1;
    }
    UsualDay usual;
    for (const auto &[date, day] : days) {
        if (usual.days == kUsualDays)
            break;
        ++usual.days;
        addUp(usual.calls, day.calls);
        addUp(usual.talk, day.talk);
        addUp(usual.texts, day.texts);
    }
    for (auto *curve : {&usual.calls, &usual.talk, &usual.texts}) {
        for (double &value : *curve)
            value /= std::max(1, usual.days);
    }
    return usual;
}

} // namespace callcard
