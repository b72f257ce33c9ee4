#pragma once

#include <callcard/result.h>

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace callcard {

struct ImportMeter;

/// A file as UTF-8, or as bytes that decodedField() takes for Windows-1252 piece by piece: exports glued together from two programs
/// hold both.
class ImportBytes
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImportBytes>> open(const QString &path, ImportMeter &meter);

    static constexpr int kEnd = -1;
    [[nodiscard]] int next()
    {
        if (m_at < m_buffer.size() || fill())
            return static_cast<unsigned char>(m_buffer.at(m_at++));
        return kEnd;
    }
    /// These bytes come again.
    void pushBack(const QByteArray &bytes);
    /// The beginning, without reading on.
    [[nodiscard]] const QByteArray &sample() const { return m_sample; }
    [[nodiscard]] const QString &encoding() const { return m_encoding; }
    /// Why there is no more, where that is not the end of the file.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    explicit ImportBytes(ImportMeter &meter) : m_meter(meter) {}
    [[nodiscard]] bool fill();
    [[nodiscard]] QByteArray readBlock();
    [[nodiscard]] QByteArray asUtf8(const QByteArray &block);

    ImportMeter &m_meter;
    QFile m_file;
    QString m_encoding;
    QByteArray m_sample;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_size = 0; ///< When it was opened; it may grow, but not shrink.
    qint64 m_read = 0;
    std::optional<Error> m_problem;
    QByteArray m_halfUnit; ///< UTF-16: what a block ended in the middle of.
};

/// Without control characters and the blanks around it, at most `longest` characters.
[[nodiscard]] QString decodedField(const QByteArray &bytes, qsizetype longest = 500);
[[nodiscard]] QString cleanText(QString text, qsizetype longest = 500);

} // namespace callcard
