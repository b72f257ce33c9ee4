#include "importbytes.h"
#include "importsource.h"

#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBlock = 64 * 1024;

/// 0x80 to 0x9f of Windows-1252; Qt has Latin-1 only, where these are control characters.
constexpr std::array<char16_t, 32> kWindows{0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                            0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                            0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // keeps a character cut off at the end for later, and does not count it
    const QString text = decoder(bytes);
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

/// UTF-16 without a mark: western text has a zero in every other byte.
QString guessedEncoding(const QByteArray &sample)
{
    if (sample.startsWith("\xff\xfe"))
        return u"utf-16le"_s;
    if (sample.startsWith("\xfe\xff"))
        return u"utf-16be"_s;
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype at = 0; at < sample.size(); ++at)
        (at % 2 == 0 ? even : odd) += sample.at(at) == '\0';
    if (odd > sample.size() / 4 && even < sample.size() / 50)
        return u"utf-16le"_s;
    if (even > sample.size() / 4 && odd < sample.size() / 50)
        return u"utf-16be"_s;
    if (even + odd > 0)
        return {};
    return isUtf8(sample) ? u"utf-8"_s : u"windows-1252"_s;
}

} // namespace

Result<std::unique_ptr<ImportBytes>> ImportBytes::open(const QString &path, ImportMeter &meter)
{
    std::unique_ptr<ImportBytes> bytes(new ImportBytes(meter));
    bytes->m_file.setFileName(path);
    if (!QFileInfo(path).isFile() || !bytes->m_file.open(QFile::ReadOnly | QFile::Unbuffered))
        return failure(ErrorKind::Refused, u"the file cannot be opened"_s);
    bytes->m_size = bytes->m_file.size();
    meter.size = std::max<qint64>(1, bytes->m_size);
    QByteArray start = bytes->readBlock();
    if (bytes->m_problem)
        return tl::unexpected(*bytes->m_problem);
    if (start.isEmpty())
        return failure(ErrorKind::BadPayload, u"the file is empty"_s);
    bytes->m_encoding = guessedEncoding(start);
    if (bytes->m_encoding.isEmpty())
        return failure(ErrorKind::BadPayload, u"the file is not text: export it as CSV or as vCard"_s);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    else if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff"))
        start.remove(0, 2);
    bytes->m_buffer = bytes->asUtf8(start);
    bytes->m_sample = bytes->m_buffer;
    return bytes;
}

QByteArray ImportBytes::asUtf8(const QByteArray &block)
{
    if (!m_encoding.startsWith("utf-16"_L1))
        return block;
    QByteArray units = m_halfUnit + block;
    // Never cut within a unit, nor between the two of a pair.
    qsizetype keep = units.size() % 2;
    if (units.size() - keep >= 2) {
        const qsizetype high = units.size() - keep - (m_encoding == "utf-16le"_L1 ? 1 : 2);
        if ((static_cast<quint8>(units.at(high)) & 0xfc) == 0xd8)
            keep += 2;
    }
    m_halfUnit = units.last(keep);
    units.chop(keep);
    QStringDecoder decoder(m_encoding == "utf-16le"_L1 ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
    return QString(decoder(units)).toUtf8();
}

/// A share that went away looks like the end of the file, but half a file must not pass for a whole one.
QByteArray ImportBytes::readBlock()
{
    const QByteArray block = m_file.read(kBlock);
    m_read += block.size();
    m_meter.bytes = m_read;
    if (block.isEmpty() && (m_file.error() != QFile::NoError || m_read < m_size))
        m_problem = Error{.kind = ErrorKind::BadPayload, .detail = u"the file cannot be read to its end"_s};
    return block;
}

bool ImportBytes::fill()
{
    m_at = 0;
    do {
        const QByteArray block = readBlock();
        if (block.isEmpty()) {
            m_buffer.clear();
            return false;
        }
        m_buffer = asUtf8(block);
    } while (m_buffer.isEmpty());
    return true;
}

void ImportBytes::pushBack(const QByteArray &bytes)
{
    m_buffer = bytes + m_buffer.sliced(m_at);
    m_at = 0;
}

QString cleanText(QString text, qsizetype longest)
{
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar::ReplacementCharacter; };
    if (std::any_of(text.cbegin(), text.cend(), isControl))
        std::replace_if(text.begin(), text.end(), isControl, u' ');
    text = text.trimmed();
    if (text.size() > longest) {
        text.truncate(longest);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

QString decodedField(const QByteArray &bytes, qsizetype longest)
{
    QString text = QString::fromUtf8(bytes);
    if (text.contains(QChar::ReplacementCharacter) && !isUtf8(bytes)) {
        text.clear();
        for (const char c : bytes) {
            const auto byte = static_cast<quint8>(c);
            text += byte >= 0x80 && byte < 0xa0 ? QChar(kWindows.at(byte - 0x80U)) : QChar(static_cast<char16_t>(byte));
        }
    }
    return cleanText(std::move(text), longest);
}

} // namespace callcard
