#include <callcard/customersource.h>

namespace callcard {

CustomerSource::~CustomerSource() = default;

QCoro::Task<Result<SourceAccount>> CustomerSource::account(std::stop_token)
{
    co_return SourceAccount{};
}

QString recordKey(const QString &source, const QString &sourceId)
{
    return QString(source + u'/' + sourceId);
}

} // namespace callcard
