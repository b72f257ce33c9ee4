#pragma once

#include "importbytes.h"

#include <QList>

namespace callcard {

struct CsvShape {
    char delimiter = ',';
    char quote = '"';
    bool operator==(const CsvShape &) const = default;
};

/// The delimiter and quote that cut the sample into rows of the same number of fields.
[[nodiscard]] CsvShape guessedShape(const QByteArray &sample);

struct CsvRow {
    qint64 line{};
    QList<QByteArray> fields{};
    QString fault{}; ///< Why the row cannot be taken; its fields are not all there.
};

/// Rows of a file, one after the other. A broken row costs itself only: a quote that is never closed is found at the latest after
/// kLongestRow bytes, and reading goes on in the line below the one where it was opened.
class CsvReader
{
public:
    static constexpr qsizetype kLongestRow = 1 << 20;
    static constexpr qsizetype kLongestField = 64 * 1024;
    static constexpr int kMostFields = 1024;

    CsvReader(ImportBytes &bytes, CsvShape shape) : m_bytes(bytes), m_shape(shape) {}
    /// False at the end. Empty lines are passed over.
    [[nodiscard]] bool next(CsvRow &row);

private:
    [[nodiscard]] bool readRow(CsvRow &row);
    void recoverFromQuote(CsvRow &row, bool atEnd);
    void skipLine();
    void endField(CsvRow &row);
    [[nodiscard]] int nextByte();
    [[nodiscard]] int take();

    ImportBytes &m_bytes;
    const CsvShape m_shape;
    qint64 m_line = 1;
    bool m_afterReturn = false; ///< What ended the last line was a carriage return: a line feed behind it is a part of it.
    QByteArray m_raw;           ///< Of the row being read.
    QByteArray m_field;
};

} // namespace callcard
