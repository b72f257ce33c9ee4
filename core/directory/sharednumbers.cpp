#include "sharednumbers.h"
#include "generationwriter.h"
#include "recordcode.h"
#include "written.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<> listSharedNumbers(Store &store)
{
    return written(
        store.run(u"INSERT INTO shared(e164) SELECT e164 FROM (SELECT e164 FROM number GROUP BY e164 HAVING count(*) > 1) AS several "
                  "WHERE (SELECT count(DISTINCT coalesce(t.lead, n.record)) FROM number n "
                  "LEFT JOIN twin t ON t.record=n.record WHERE n.e164=several.e164) > 1"_s));
}

Result<> updateSharedNumbers(Store &store, const QSet<qint64> &records, QSet<qint64> numbers)
{
    for (const qint64 record : records) {
        const auto body = store.first(
            u"SELECT body FROM record WHERE id=?"_s, [](const Row &row) { return decodedRecord(row.bytes(0)); }, record);
        if (!body)
            return tl::unexpected(body.error());
        if (!*body || !**body)
            continue; // gone; its numbers were named by who removed it
        for (const PhoneNumber &number : identifyingNumbers((**body)->customer))
            numbers.insert(static_cast<qint64>(number.toInteger()));
    }
    for (const qint64 number : std::as_const(numbers)) {
        const auto owners = store.first(
            u"SELECT count(DISTINCT coalesce(t.lead, n.record)) FROM number n LEFT JOIN twin t ON t.record=n.record "
            "WHERE n.e164=?"_s,
            [](const Row &row) { return row.integer(0); }, number);
        if (!owners)
            return tl::unexpected(owners.error());
        const Result<> noted = owners->value_or(0) > 1 ? written(store.run(u"INSERT OR IGNORE INTO shared(e164) VALUES(?)"_s, number))
                                                       : written(store.run(u"DELETE FROM shared WHERE e164=?"_s, number));
        if (!noted)
            return noted;
    }
    return {};
}

} // namespace callcard
