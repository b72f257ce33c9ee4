// metrics: what the ten-minute server job wrote of past days. Partly: not the last two days, and one day in five it missed, so
// that a companion finds documents to create and others to update.

#include "seeds.h"

#include "civil.h"

#include <memory>

namespace callcard::demo::firestore {

namespace {

struct Day {
    const Rep *rep = nullptr;
    std::string date{};
    std::int64_t calls = 0;
    std::int64_t seconds = 0;
};

std::vector<Document> documentsOf(const Day &day, Timestamp writtenAt)
{
    const auto make = [&](const char *type, Value value, Map metadata) {
        const std::string id = day.rep->firebaseUid + "_" + type + "_" + day.date + "_justcall";
        metadata["totalSeconds"] = day.seconds;
        metadata["syncedAt"] = timestampText(writtenAt);
        return Document{"metrics/" + id,
                        Map{{"id", id},
                            {"userId", day.rep->firebaseUid},
                            {"type", type},
                            {"value", std::move(value)},
                            {"date", *timestampFrom(day.date + "T12:00:00Z")},
                            {"source", "justcall"},
                            {"metadata", std::move(metadata)},
                            {"createdAt", writtenAt}},
                        writtenAt, writtenAt};
    };
    std::vector<Document> out;
    out.push_back(make("phone_call_quantity", day.calls, Map{{"averageSeconds", day.calls == 0 ? 0 : day.seconds / day.calls}}));
    if (day.seconds > 0) // as found: no document for no seconds
        out.push_back(make("talk_time_minutes", (day.seconds + 30) / 60, Map{{"callCount", day.calls}}));
    return out;
}

std::vector<Document> serverJob(const World &world, Instant now)
{
    std::map<std::pair<std::string, std::string>, Day> days;
    for (const WorldCall &call : world.calls()) {
        const Rep *rep = world.rep(call.repId);
        if (rep == nullptr || call.isLive() || call.isDeleted || now - call.startedAt < std::chrono::hours(48))
            continue;
        const std::string date = civilTime(call.startedAt, rep->zone).date();
        Day &day = days[{rep->id, date}];
        day.rep = rep;
        day.date = date;
        ++day.calls;
        day.seconds += call.talkSeconds + call.holdSeconds; // hold included, as the job has it
    }
    std::vector<Document> out;
    int number = 0;
    for (const auto &[key, day] : days) {
        if (++number % 5 == 0)
            continue;
        const Timestamp writtenAt{timestampFrom(day.date + "T12:00:00Z")->micros + 24 * std::int64_t{3'600'000'000} + 20'511'000};
        for (Document &document : documentsOf(day, writtenAt))
            out.push_back(std::move(document));
    }
    return out;
}

} // namespace

void seedMetrics(Backend &backend, const World &world, const DemoClock &clock)
{
    const auto documents = std::make_shared<std::vector<Document>>();
    backend.store.seed("metrics", {[documents, &world, &clock] {
                                       *documents = serverJob(world, clock.now());
                                       return documents->size();
                                   },
                                   [documents](std::size_t number) { return std::string(lastSegment((*documents)[number].path)); },
                                   [documents](std::size_t number) { return (*documents)[number]; }});
}

} // namespace callcard::demo::firestore
