#include "damage.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QString inForceMark()
{
    return QString(storageFaultName(StorageFault::Corrupt) + u": the directory in force: "_s);
}

} // namespace

tl::unexpected<Error> damagedRecord()
{
    return failure(ErrorKind::Storage, QString(storageFaultName(StorageFault::Corrupt) + u": a record of the directory is damaged"_s));
}

Error ofInForce(Error error)
{
    if (storageFault(error) == StorageFault::Corrupt && !isOfInForce(error))
        error.detail = QString(inForceMark() + error.detail);
    return error;
}

bool isOfInForce(const Error &error)
{
    return error.kind == ErrorKind::Storage && error.detail.startsWith(inForceMark());
}

} // namespace callcard
