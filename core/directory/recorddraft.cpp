#include "rowreader.h"

#include <callcard/recorddraft.h>

namespace callcard {

std::optional<SourceRecord> finished(RecordDraft draft, const QString &region)
{
    RawCustomer raw{.record = std::move(draft.record),
                    .phones = std::move(draft.phones),
                    .firstName = std::move(draft.firstName),
                    .lastName = std::move(draft.lastName),
                    .country = std::move(draft.country)};
    ImportedRow row;
    if (!completed(raw, region, row).isEmpty())
        return std::nullopt;
    return std::move(raw.record);
}

QDateTime sourceTime(const QString &text)
{
    return readTime(text);
}

} // namespace callcard
