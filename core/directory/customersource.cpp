#include <callcard/customersource.h>

#include <QCryptographicHash>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype kMarkLength = 16;
}

CustomerSource::~CustomerSource() = default;

QCoro::Task<Result<SourceAccount>> CustomerSource::account(std::stop_token)
{
    co_return SourceAccount{};
}

QByteArray CustomerSource::fromTheBeginning(const QByteArray &) const
{
    return {};
}

QString RecordMarks::markOf(const QByteArray &record)
{
    const QByteArray hash = QCryptographicHash::hash(record, QCryptographicHash::Sha256).toHex().left(kMarkLength);
    return u"%1-%2"_s.arg(QString::fromLatin1(hash)).arg(m_alike[hash]++); // two that are alike are two
}

QString recordKey(const QString &source, const QString &sourceId)
{
    return QString(source + u'/' + sourceId);
}

} // namespace callcard
