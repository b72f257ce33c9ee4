// What Copper may answer, and where a search of it may be said to stand: nothing of it may crash or hang, no record is lost without a
// word, and a place that was written down is found again.

#include <copperwire.h>

#include <callcard/fieldmap.h>

#include <cstdint>
#include <cstdlib>

using namespace callcard;
using namespace callcard::copper;
using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireSound(const Found &found)
{
    require(found.rows == found.records.size() + found.nobody.size() && found.newest >= 0);
    for (const SourceRecord &record : found.records) {
        const Customer &customer = record.customer;
        require(!record.sourceId.isEmpty() && record.sourceId.size() <= 40);
        require(!customer.name.isEmpty() || !customer.company.isEmpty() || !customer.numbers.isEmpty() || !customer.emails.isEmpty());
        require(customer.ownerEmail.isEmpty() || customer.ownerEmail == "dana@callcard.example"_L1);
        for (const QString &key : record.completedBy)
            require(key.startsWith("copper:companies/"_L1) && key.size() > "copper:companies/"_L1.size());
        for (const QString &email : customer.emails)
            require(email.contains(u'@'));
    }
    for (const RefusedRecord &record : found.nobody)
        require(!record.reason.isEmpty() && (!record.sourceId.isEmpty() || (record.place > 0 && record.place <= found.rows)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const CopperCustomers plain{.region = u"US"_s};
    static const CopperCustomers mapped{
        .region = u"DE"_s,
        .rules = rulesFor(fieldRules({u"copper.phone=Direct cf_1"_s, u"copper.email=cf_2"_s, u"copper.companyId=cf_3"_s,
                                      u"copper.city=address.city"_s, u"copper.name=a.b.c"_s, u"copper.active=cf_712751"_s}),
                          u"copper"_s)};
    static const QHash<qint64, QString> owners{{7, u"dana@callcard.example"_s}};
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const Kind kind : {Kind::People, Kind::Companies, Kind::Leads}) {
        const Result<Found> found = foundFrom(body, kind, plain, owners);
        const Result<Found> byRules = foundFrom(body, kind, mapped, owners);
        require(found.has_value() == byRules.has_value());
        if (!found)
            continue;
        requireSound(*found);
        requireSound(*byRules);
        require(found->rows == byRules->rows && found->newest == byRules->newest); // the next question depends on no rule
    }
    if (const Result<User> user = userFrom(body))
        require(user->id != 0);
    if (const Result<QString> account = accountFrom(body))
        require(!account->isEmpty());
    if (const Result<QList<User>> users = usersFrom(body)) {
        for (const User &user : *users)
            require(user.id != 0);
    }
    if (const std::optional<Place> place = placeFrom(body)) {
        require(place->page >= 1);
        const QByteArray written = placeText(*place);
        const std::optional<Place> again = placeFrom(written);
        require(again && placeText(*again) == written && again->since == place->since && again->page == place->page);
    }
    return 0;
}
