#include "recordcode.h"

#include <array>
#include <tuple>

namespace callcard {

namespace {

enum Flag : quint64 { KindBits = 3, Active = 4, DoNotCall = 8, FactsOnly = 16, Since = 32, LastOrder = 64, Sales = 128, LastContact = 256 };
constexpr int kTextBits = 9;     // from here on a bit for each text that is not empty
constexpr int kClearedBits = 19; // and here for each that was emptied
constexpr quint64 kTwelveMonths = quint64(1) << 22;

/// One list read in two directions, so that writing and reading cannot drift apart.
template <typename Record>
auto textsOf(Record &record)
{
    auto &c = record.customer;
    return std::array{&c.name, &c.company, &c.title, &c.ownerEmail, &c.ownerName, &c.status, &c.region, &c.city, &c.note, &record.sameAs};
}

template <typename Record>
auto clearedOf(Record &record)
{
    auto &cleared = record.cleared;
    return std::array{&cleared.company, &cleared.title, &cleared.note};
}

class Writer
{
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes.append(static_cast<char>((value & 0x7f) | 0x80));
        m_bytes.append(static_cast<char>(value));
    }
    void signedNumber(qint64 value) { number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63)); }
    void text(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        number(static_cast<quint64>(utf8.size()));
        m_bytes.append(utf8);
    }
    QByteArray m_bytes;
};

class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_at(bytes.constBegin()), m_end(bytes.constEnd()) {}
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto byte = static_cast<quint8>(*m_at++);
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_failed = true;
        return 0;
    }
    qint64 signedNumber()
    {
        const quint64 value = number();
        return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
    }
    QString text()
    {
        const quint64 size = number();
        if (size > static_cast<quint64>(m_end - m_at)) {
            m_failed = true;
            return {};
        }
        const QString text = QString::fromUtf8(m_at, static_cast<qsizetype>(size));
        m_at += size;
        return text;
    }
    /// Never more than there can be: each element takes a byte at least.
    quint64 count()
    {
        const quint64 value = number();
        if (value > static_cast<quint64>(m_end - m_at))
            m_failed = true;
        return m_failed ? 0 : value;
    }
    [[nodiscard]] bool ended() const { return !m_failed && m_at == m_end; }

private:
    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

} // namespace

QByteArray encoded(const SourceRecord &record)
{
    const Customer &c = record.customer;
    quint64 flags = static_cast<quint64>(c.kind) & KindBits;
    const auto mark = [&](bool there, Flag flag) { flags |= there ? static_cast<quint64>(flag) : 0U; };
    mark(c.active, Active);
    mark(c.doNotCall, DoNotCall);
    mark(record.factsOnly, FactsOnly);
    mark(c.customerSince.isValid(), Since);
    mark(c.lastOrder.isValid(), LastOrder);
    mark(c.salesThisYearCents.has_value(), Sales);
    mark(c.lastContact.isValid(), LastContact);
    const auto texts = textsOf(record);
    for (std::size_t i = 0; i < texts.size(); ++i)
        flags |= texts[i]->isEmpty() ? 0 : quint64(1) << (kTextBits + i);
    static_assert(kTextBits + std::tuple_size_v<decltype(texts)> == kClearedBits);
    const auto cleared = clearedOf(record);
    for (std::size_t i = 0; i < cleared.size(); ++i)
        flags |= *cleared[i] ? quint64(1) << (kClearedBits + i) : 0;
    static_assert(quint64(1) << (kClearedBits + std::tuple_size_v<decltype(cleared)>) == kTwelveMonths);
    flags |= c.salesTwelveMonthsCents ? kTwelveMonths : 0;

    Writer out;
    out.m_bytes.reserve(160);
    out.number(flags);
    for (const QString *text : texts) {
        if (!text->isEmpty())
            out.text(*text);
    }
    if (c.customerSince.isValid())
        out.signedNumber(c.customerSince.toJulianDay());
    if (c.lastOrder.isValid())
        out.signedNumber(c.lastOrder.toJulianDay());
    if (c.salesThisYearCents)
        out.signedNumber(*c.salesThisYearCents);
    if (c.salesTwelveMonthsCents)
        out.signedNumber(*c.salesTwelveMonthsCents);
    if (c.lastContact.isValid())
        out.signedNumber(c.lastContact.toMSecsSinceEpoch());
    out.number(static_cast<quint64>(c.numbers.size()));
    for (const CustomerNumber &number : c.numbers) {
        out.number(number.number ? number.number->toInteger() : 0);
        out.text(number.text);
        out.text(number.extension);
        out.text(number.label);
    }
    for (const QList<QString> *list : {&c.emails, &record.completedBy, &record.withdrawn}) {
        out.number(static_cast<quint64>(list->size()));
        for (const QString &text : *list)
            out.text(text);
    }
    return out.m_bytes;
}

std::optional<SourceRecord> decodedRecord(const QByteArray &bytes)
{
    Reader in(bytes);
    SourceRecord record;
    Customer &c = record.customer;
    const quint64 flags = in.number();
    if ((flags & KindBits) > static_cast<quint64>(CustomerKind::Lead))
        return std::nullopt;
    c.kind = static_cast<CustomerKind>(flags & KindBits);
    c.active = flags & Active;
    c.doNotCall = flags & DoNotCall;
    record.factsOnly = flags & FactsOnly;
    const auto texts = textsOf(record);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (flags & (quint64(1) << (kTextBits + i)))
            *texts[i] = in.text();
    }
    const auto cleared = clearedOf(record);
    for (std::size_t i = 0; i < cleared.size(); ++i)
        *cleared[i] = flags & (quint64(1) << (kClearedBits + i));
    if (flags & Since)
        c.customerSince = QDate::fromJulianDay(in.signedNumber());
    if (flags & LastOrder)
        c.lastOrder = QDate::fromJulianDay(in.signedNumber());
    if (flags & Sales)
        c.salesThisYearCents = in.signedNumber();
    if (flags & kTwelveMonths)
        c.salesTwelveMonthsCents = in.signedNumber();
    if (flags & LastContact)
        c.lastContact = QDateTime::fromMSecsSinceEpoch(in.signedNumber(), Qt::UTC);
    for (quint64 left = in.count(); left > 0; --left) {
        CustomerNumber number;
        number.number = PhoneNumber::fromInteger(in.number());
        number.text = in.text();
        number.extension = in.text();
        number.label = in.text();
        c.numbers.append(number);
    }
    for (QList<QString> *list : {&c.emails, &record.completedBy, &record.withdrawn}) {
        for (quint64 left = in.count(); left > 0; --left)
            list->append(in.text());
    }
    return in.ended() ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace callcard
