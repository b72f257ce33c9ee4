#include <callcard/customersource.h>

namespace callcard {

CustomerSource::~CustomerSource() = default;

QString recordKey(const QString &source, const QString &sourceId)
{
    return QString(source + u'/' + sourceId);
}

} // namespace callcard
