#include "csvreader.h"

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr bool isLineEnd(int c)
{
    return c == '\n' || c == '\r';
}

/// Fields of each row of the sample, had it this shape.
QList<int> widths(const QByteArray &sample, CsvShape shape)
{
    QList<int> counts;
    int fields = 1;
    bool quoted = false;
    bool begins = true;
    for (const char c : sample) {
        if (quoted) {
            quoted = c != shape.quote;
            continue;
        }
        if (c == shape.quote && begins) {
            quoted = true;
        } else if (c == shape.delimiter) {
            ++fields;
        } else if (isLineEnd(c)) {
            if (fields > 1 || !begins)
                counts.append(fields);
            fields = 1;
        }
        begins = c == shape.delimiter || isLineEnd(c);
        if (counts.size() >= 30)
            return counts;
    }
    if (!quoted && (fields > 1 || !begins))
        counts.append(fields);
    return counts;
}

} // namespace

CsvShape guessedShape(const QByteArray &sample)
{
    if (sample.startsWith("sep=") && sample.size() > 4) // Excel's own way to say it
        return {.delimiter = sample.at(4)};
    CsvShape best;
    double bestScore = 0;
    for (const char quote : {'"', '\''}) {
        for (const char delimiter : {',', ';', '\t', '|', '^', '~', ':', '\x1f'}) {
            const CsvShape shape{.delimiter = delimiter, .quote = quote};
            const QList<int> counts = widths(sample, shape);
            if (counts.isEmpty() || counts.constFirst() < 2)
                continue;
            const auto alike = std::count(counts.cbegin(), counts.cend(), counts.constFirst());
            double score = static_cast<double>(alike) / static_cast<double>(counts.size()) + 0.01 * std::min(counts.constFirst(), 20);
            // An apostrophe is a letter of names before it is a quote.
            if (quote == '\'' && (!sample.startsWith('\'') || sample.contains('"')))
                score = 0;
            if (score > bestScore) {
                bestScore = score;
                best = shape;
            }
        }
    }
    return best;
}

/// Looked at when it is its turn: putting one byte back costs the whole buffer, for each row of a file.
int CsvReader::nextByte()
{
    const int c = m_bytes.next();
    return std::exchange(m_afterReturn, false) && c == '\n' ? m_bytes.next() : c;
}

int CsvReader::take()
{
    const int c = nextByte();
    if (c != ImportBytes::kEnd)
        m_raw.append(static_cast<char>(c));
    return c;
}

void CsvReader::endField(CsvRow &row)
{
    if (m_field.size() > kLongestField)
        row.fault = u"field-too-long"_s;
    else if (row.fields.size() >= kMostFields)
        row.fault = u"too-many-columns"_s;
    else
        row.fields.append(m_field);
    m_field.resize(0); // keeps its memory
}

bool CsvReader::next(CsvRow &row)
{
    for (;;) {
        row.fields.clear();
        row.fault.clear();
        if (!readRow(row))
            return false;
        const bool blank = row.fault.isEmpty() && std::all_of(row.fields.cbegin(), row.fields.cend(),
                                                              [](const QByteArray &field) { return field.trimmed().isEmpty(); });
        if (!blank)
            return true;
    }
}

bool CsvReader::readRow(CsvRow &row)
{
    m_raw.resize(0);
    m_field.resize(0);
    row.line = m_line;
    qint64 newlines = 0;
    bool quoted = false;
    bool begins = true;
    for (;;) {
        int c = take();
        if (c == ImportBytes::kEnd) {
            if (quoted) {
                recoverFromQuote(row, true);
                return true;
            }
            if (m_raw.isEmpty())
                return false;
            endField(row);
            m_line += newlines;
            return true;
        }
        if (m_raw.size() > kLongestRow) {
            if (quoted) {
                recoverFromQuote(row, false);
            } else {
                row.fault = u"row-too-long"_s;
                m_line += newlines + 1;
                skipLine();
            }
            return true;
        }
        if (quoted) {
            if (c == m_shape.quote) {
                c = take();
                if (c == m_shape.quote) {
                    m_field.append(m_shape.quote);
                    continue;
                }
                quoted = false;
                if (c == ImportBytes::kEnd) {
                    endField(row);
                    m_line += newlines;
                    return true;
                }
                // Over a line's end into the middle of a word: this quote closes nothing, it is the next row's that opens.
                if (newlines > 0 && c != m_shape.delimiter && !isLineEnd(c) && c != ' ') {
                    recoverFromQuote(row, false);
                    return true;
                }
                // falls through: a delimiter, the end of the line, or text behind the quote, which is taken as it stands
            } else {
                newlines += c == '\r' || (c == '\n' && !m_field.endsWith('\r'));
                m_field.append(static_cast<char>(c));
                continue;
            }
        } else if (c == m_shape.quote && begins) {
            quoted = true;
            begins = false;
            continue;
        }
        begins = false;
        if (c == m_shape.delimiter) {
            endField(row);
            begins = true;
        } else if (isLineEnd(c)) {
            m_afterReturn = c == '\r';
            endField(row);
            m_line += newlines + 1;
            return true;
        } else {
            m_field.append(static_cast<char>(c));
        }
    }
}

void CsvReader::recoverFromQuote(CsvRow &row, bool atEnd)
{
    row.fault = u"quote-never-closed"_s;
    const auto lineEnd = std::find_if(m_raw.cbegin(), m_raw.cend(), isLineEnd);
    ++m_line;
    if (lineEnd != m_raw.cend()) {
        m_afterReturn = *lineEnd == '\r';
        m_bytes.pushBack(m_raw.sliced(lineEnd - m_raw.cbegin() + 1));
    } else if (!atEnd) {
        row.fault = u"row-too-long"_s; // it may be closed, somewhere beyond
        skipLine();
    }
}

void CsvReader::skipLine()
{
    int c = nextByte();
    while (c != ImportBytes::kEnd && !isLineEnd(c))
        c = nextByte();
    m_afterReturn = c == '\r';
}

} // namespace callcard
