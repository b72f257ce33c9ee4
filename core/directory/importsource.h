#pragma once

#include <callcard/customersource.h>
#include <callcard/directoryimport.h>

#include <QFile>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>

namespace callcard {

/// What a worker tells while it works; read from another thread.
struct ImportMeter {
    std::atomic<qint64> rows{0};
    std::atomic<qint64> bytes{0};
    std::atomic<qint64> size{1};
    std::atomic<qint64> resumedAt{0};
};

/// One row of a file, or card: a record, or why not.
struct ImportedRow {
    qint64 line{};
    std::optional<SourceRecord> record{};
    ImportReport::Finding refusal{};
    QList<ImportReport::Finding> numberProblems{};
};

/// A file read once from its beginning to its end, in memory of a fixed size.
class ImportSource
{
public:
    ImportSource() = default;
    ImportSource(const ImportSource &) = delete;
    ImportSource &operator=(const ImportSource &) = delete;
    virtual ~ImportSource();
    /// False at the end.
    [[nodiscard]] virtual bool next(ImportedRow &row) = 0;
    /// Passes over rows without a look at them: how many there were.
    [[nodiscard]] virtual qint64 skip(qint64 rows, const std::stop_token &stop) = 0;
    /// After the last row: why it is the last one, where that is not the end of the file.
    [[nodiscard]] virtual std::optional<Error> problem() const = 0;
    /// Format, encoding, columns: what the report says before the first row.
    [[nodiscard]] virtual ImportReport description() const = 0;
    [[nodiscard]] virtual QString sourceName() const = 0;
};

/// By the file's content: vCard, or CSV.
[[nodiscard]] Result<std::unique_ptr<ImportSource>> openImportSource(const ImportRequest &request, ImportMeter &meter);

} // namespace callcard
