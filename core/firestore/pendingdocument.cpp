#include "pendingdocument.h"
#include "documentname.h"

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

} // namespace callcard::firestore
