#include "pendingdocument.h"
#include "documentname.h"

#include <callcard/metricsdelivery.h>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

Write creating(const PendingDocument &document)
{
    return {.path = document.path,
            .fields = document.fields,
            .mask = std::nullopt,
            .serverTimes = {u"createdAt"_s, u"updatedAt"_s},
            .condition = Write::Condition::Missing};
}

Write updating(const PendingDocument &document)
{
    Write write{.path = document.path, .mask = QStringList(), .serverTimes = {u"updatedAt"_s}, .condition = Write::Condition::Exists};
    for (const QString &name : document.changing) {
        write.mask->append(quotedField(name));
        write.fields[name] = field(document.fields, name);
    }
    return write;
}

Error madeUnderAnotherSignIn()
{
    return {.kind = ErrorKind::Refused, .detail = u"made under another sign-in"_s};
}

} // namespace callcard::firestore

namespace callcard {

bool isMadeBy(const UserId &user, const ParkedEntry &entry)
{
    if (user.isEmpty() || entry.reason.detail != firestore::madeUnderAnotherSignIn().detail)
        return false;
    const Result<firestore::PendingDocument> document = firestore::pendingFrom(entry.entry.payload);
    return document && (document->writtenBy.isEmpty() ? document->user : document->writtenBy) == user.text();
}

} // namespace callcard
