#include "importsource.h"
#include "csvreader.h"
#include "localcustomers.h"
#include "rowreader.h"
#include "vcardreader.h"

#include <QFileInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sourceFor(const ImportRequest &request, const QString &format, const QString &preset)
{
    // What people wrote here is a source of its own, which no file replaces.
    if (!request.source.isEmpty() && request.source != localSource())
        return QString(request.source).replace(u'/', u'_');
    if (!preset.isEmpty())
        return preset;
    return QString(format + u':' + QFileInfo(request.file).fileName().toLower().replace(u'/', u'_'));
}

class CsvSource final : public ImportSource
{
public:
    CsvSource(std::unique_ptr<ImportBytes> bytes, const ImportRequest &request, ImportMeter &meter)
        : m_bytes(std::move(bytes))
        , m_request(request)
        , m_meter(meter)
        , m_shape(guessedShape(m_bytes->sample()))
        , m_reader(*m_bytes, m_shape)
    {
    }

    Result<> begin()
    {
        do {
            if (!m_reader.next(m_first))
                return tl::unexpected(problem().value_or(Error{.kind = ErrorKind::BadPayload, .detail = u"the file has no row"_s}));
        } while (!m_first.fields.isEmpty() && m_first.fields.constFirst().startsWith("sep="));
        if (!m_first.fault.isEmpty())
            return failure(ErrorKind::BadPayload, u"the first row cannot be read: "_s + m_first.fault);
        QStringList header;
        for (const QByteArray &field : std::as_const(m_first.fields))
            header.append(decodedField(field));
        m_columns = guessedColumns(header, m_request.region);
        if (const auto wrong = applyMap(m_columns, m_request.map))
            return failure(ErrorKind::Refused, u"the column map does not fit the file: "_s + *wrong);
        m_firstIsData = !m_columns.hasHeader;
        return {};
    }

    bool next(ImportedRow &row) override
    {
        row = {};
        CsvRow fields;
        if (!nextRow(fields))
            return false;
        row.line = fields.line;
        row.refusal.line = fields.line;
        if (!fields.fault.isEmpty()) {
            row.refusal.reason = fields.fault;
            return true;
        }
        SourceRecord record = recordOf(m_columns, fields.fields, m_request.region, row);
        if (row.refusal.reason.isEmpty())
            row.record = std::move(record);
        return true;
    }

    qint64 skip(qint64 rows, const std::stop_token &stop) override
    {
        CsvRow fields;
        qint64 passed = 0;
        while (passed < rows && !stop.stop_requested() && nextRow(fields))
            ++passed;
        return passed;
    }

    std::optional<Error> problem() const override { return m_bytes->problem(); }

    ImportReport description() const override
    {
        ImportReport report{.format = u"csv"_s, .encoding = m_bytes->encoding(), .delimiter = QString(QLatin1Char(m_shape.delimiter))};
        report.preset = m_columns.preset.name;
        for (qsizetype i = 0; i < m_columns.headers.size(); ++i)
            report.columns.append({m_columns.headers.at(i), fieldWord(m_columns.fields.at(i))});
        return report;
    }

    QString sourceName() const override { return sourceFor(m_request, u"csv"_s, m_columns.preset.source); }

private:
    bool nextRow(CsvRow &row)
    {
        if (m_firstIsData)
            row = std::exchange(m_first, {});
        else if (!m_reader.next(row))
            return false;
        m_firstIsData = false;
        ++m_meter.rows;
        return true;
    }

    std::unique_ptr<ImportBytes> m_bytes;
    const ImportRequest m_request;
    ImportMeter &m_meter;
    const CsvShape m_shape;
    CsvReader m_reader;
    ColumnMap m_columns;
    CsvRow m_first;
    bool m_firstIsData = false;
};

QString phoneLabel(const QString &types)
{
    const QString lower = types.toLower();
    for (const QString &label : {u"cell"_s, u"mobile"_s, u"work"_s, u"home"_s, u"fax"_s, u"main"_s}) {
        if (lower.contains(label))
            return label == "cell"_L1 ? u"mobile"_s : label;
    }
    return {};
}

class VcardSource final : public ImportSource
{
public:
    VcardSource(std::unique_ptr<ImportBytes> bytes, const ImportRequest &request, ImportMeter &meter)
        : m_bytes(std::move(bytes)), m_request(request), m_meter(meter), m_reader(*m_bytes)
    {
    }

    bool next(ImportedRow &row) override
    {
        row = {};
        Vcard card;
        if (!m_reader.next(card))
            return false;
        ++m_meter.rows;
        row.line = card.line;
        row.refusal.line = card.line;
        if (!card.fault.isEmpty()) {
            row.refusal.reason = card.fault;
            return true;
        }
        RawCustomer raw;
        raw.phoneField = u"TEL"_s;
        for (const VcardProperty &property : std::as_const(card.properties))
            read(property, raw);
        row.refusal.reason = completed(raw, m_request.region, row);
        if (row.refusal.reason.isEmpty())
            row.record = std::move(raw.record);
        return true;
    }

    qint64 skip(qint64 rows, const std::stop_token &stop) override
    {
        Vcard card;
        qint64 passed = 0;
        while (passed < rows && !stop.stop_requested() && m_reader.next(card)) {
            ++m_meter.rows;
            ++passed;
        }
        return passed;
    }

    std::optional<Error> problem() const override { return m_bytes->problem(); }
    ImportReport description() const override { return {.format = u"vcard"_s, .encoding = m_bytes->encoding()}; }
    QString sourceName() const override { return sourceFor(m_request, u"vcard"_s, {}); }

private:
    static void read(const VcardProperty &property, RawCustomer &raw)
    {
        Customer &customer = raw.record.customer;
        const QString &name = property.name;
        if (name == "FN"_L1) {
            customer.name = vcardText(property.value);
        } else if (name == "N"_L1) {
            const QStringList parts = vcardParts(property.value);
            raw.lastName = parts.value(0);
            raw.firstName = parts.value(1);
        } else if (name == "ORG"_L1) {
            customer.company = vcardParts(property.value).value(0);
        } else if (name == "TITLE"_L1) {
            customer.title = vcardText(property.value);
        } else if (name == "TEL"_L1) {
            if (raw.phones.size() < 24)
                raw.phones.append({vcardText(property.value), phoneLabel(property.parameters.value(u"TYPE"_s))});
        } else if (name == "EMAIL"_L1) {
            if (const QString email = vcardText(property.value); email.contains(u'@') && customer.emails.size() < 12)
                customer.emails.append(email);
        } else if (name == "ADR"_L1) {
            const QStringList parts = vcardParts(property.value);
            if (customer.city.isEmpty()) {
                customer.city = parts.value(3);
                raw.country = parts.value(6);
            }
        } else if (name == "NOTE"_L1) {
            customer.note = vcardText(property.value, 4000);
        } else if (name == "UID"_L1) {
            raw.record.sourceId = vcardText(property.value);
        } else if (name == "KIND"_L1 || name == "X-ABSHOWAS"_L1) {
            const QString kind = vcardText(property.value).toLower();
            if (kind == "org"_L1 || kind == "company"_L1)
                customer.kind = CustomerKind::Company;
        }
    }

    std::unique_ptr<ImportBytes> m_bytes;
    const ImportRequest m_request;
    ImportMeter &m_meter;
    VcardReader m_reader;
};

} // namespace

ImportSource::~ImportSource() = default;

Result<std::unique_ptr<ImportSource>> openImportSource(const ImportRequest &request, ImportMeter &meter)
{
    auto bytes = ImportBytes::open(request.file, meter);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if ((*bytes)->sample().left(4096).trimmed().toUpper().startsWith("BEGIN:VCARD"))
        return std::make_unique<VcardSource>(*std::move(bytes), request, meter);
    auto csv = std::make_unique<CsvSource>(*std::move(bytes), request, meter);
    if (const Result<> begun = csv->begin(); !begun)
        return tl::unexpected(begun.error());
    return csv;
}

} // namespace callcard
