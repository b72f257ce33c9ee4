#include "rowreader.h"

#include <callcard/recorddraft.h>

namespace callcard {

tl::expected<SourceRecord, QString> finished(RecordDraft draft, const QString &region)
{
    RawCustomer raw{.record = std::move(draft.record),
                    .phones = std::move(draft.phones),
                    .firstName = std::move(draft.firstName),
                    .lastName = std::move(draft.lastName),
                    .country = std::move(draft.country)};
    ImportedRow row;
    if (const QString reason = completed(raw, region, row); !reason.isEmpty())
        return tl::unexpected(reason);
    return std::move(raw.record);
}

QDateTime sourceTime(const QString &text)
{
    return readTime(text);
}

} // namespace callcard
