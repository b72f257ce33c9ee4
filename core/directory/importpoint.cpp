#include "importpoint.h"
#include "schema.h"
#include "written.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QSysInfo>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of how rows are read and kept: a program that does it otherwise begins anew.
constexpr int kWayOfReading = 1;
constexpr qint64 kHead = 64 * 1024;

QDataStream &operator<<(QDataStream &out, const ImportReport::Finding &finding)
{
    return out << finding.line << finding.field << finding.reason;
}

QDataStream &operator>>(QDataStream &in, ImportReport::Finding &finding)
{
    return in >> finding.line >> finding.field >> finding.reason;
}

/// Element by element, so that a damaged count asks for no memory.
void writeFindings(QDataStream &out, const QList<ImportReport::Finding> &findings)
{
    out << static_cast<qint32>(findings.size());
    for (const ImportReport::Finding &one : findings)
        out << one;
}

QList<ImportReport::Finding> readFindings(QDataStream &in)
{
    qint32 count = 0;
    in >> count;
    QList<ImportReport::Finding> findings;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        ImportReport::Finding one;
        in >> one;
        findings.append(one);
    }
    return findings;
}

QByteArray bytesOf(const ImportPoint &point)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    const ImportReport &report = point.report;
    out << point.whole << point.line << report.rows << report.kept << report.refusedRows << report.numbers << report.unparseable;
    writeFindings(out, report.refused);
    writeFindings(out, report.numberProblems);
    return bytes;
}

std::optional<ImportPoint> pointFrom(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    ImportPoint point;
    ImportReport &report = point.report;
    in >> point.whole >> point.line >> report.rows >> report.kept >> report.refusedRows >> report.numbers >> report.unparseable;
    report.refused = readFindings(in);
    report.numberProblems = readFindings(in);
    return in.status() == QDataStream::Ok && in.atEnd() ? std::optional(point) : std::nullopt;
}

} // namespace

bool knowsItsLastStart()
{
    return !QSysInfo::bootUniqueId().isEmpty();
}

QByteArray importIdentity(const ImportRequest &request, int generation, qint64 revision)
{
    const QFileInfo info(request.file);
    QFile file(request.file);
    const QByteArray head = file.open(QFile::ReadOnly) ? file.read(kHead) : QByteArray();
    QMap<QString, QString> map;
    for (auto it = request.map.cbegin(); it != request.map.cend(); ++it)
        map.insert(it.key(), it.value());
    QByteArray all;
    QDataStream out(&all, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kWayOfReading << static_cast<qint32>(directorySchema().size()) << QSysInfo::bootUniqueId() << info.absoluteFilePath()
        << info.size() << info.lastModified().toMSecsSinceEpoch() << head << request.source << request.region << map << generation
        << revision;
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256);
}

Result<> keepPoint(Store &store, const QByteArray &identity, const ImportPoint &point)
{
    const QString sql = u"INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"_s;
    const Result<> named = written(store.run(sql, u"import"_s, identity));
    return named ? written(store.run(sql, u"importPoint"_s, bytesOf(point))) : named;
}

Result<std::optional<ImportPoint>> pointIn(Store &store, const QByteArray &identity)
{
    const QString sql = u"SELECT value FROM meta WHERE key=?"_s;
    const auto read = [](const Row &row) { return row.bytes(0); };
    const auto whose = store.first(sql, read, u"import"_s);
    if (!whose)
        return tl::unexpected(whose.error());
    if (whose->value_or(QByteArray()) != identity)
        return std::nullopt;
    const auto point = store.first(sql, read, u"importPoint"_s);
    if (!point)
        return tl::unexpected(point.error());
    return *point ? pointFrom(**point) : std::nullopt;
}

Result<> forgetPoint(Store &store)
{
    return written(store.run(u"DELETE FROM meta WHERE key IN ('import', 'importPoint')"_s));
}

} // namespace callcard
