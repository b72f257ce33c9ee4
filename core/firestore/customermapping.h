#pragma once

#include "request.h"

#include <callcard/firestorecustomers.h>

#include <QHash>

namespace callcard::firestore {

enum class CollectionKind { People, Companies, Leads, ErpCustomers, SalesSummaries };
/// What is not in the preset holds people.
[[nodiscard]] CollectionKind kindOf(const QString &collection);
/// The field that says when a document was last written.
[[nodiscard]] QString stampField(CollectionKind kind);

/// What all documents of a source are read with.
struct MappingContext {
    QString source{}; ///< "firestore:copper_people"
    CollectionKind kind{};
    QString region{};
    CustomFields fields{};
    QList<FieldRule> rules{};              ///< Of this collection.
    QHash<QString, QString> ownerEmails{}; ///< By the CRM's user id.
};

/// The word for why, for a document that is nobody. Both importers' shapes, in one document too.
[[nodiscard]] tl::expected<SourceRecord, QString> recordFrom(const Document &document, const MappingContext &context);
/// A document that says it is gone, in any of the usual ways.
[[nodiscard]] bool isTombstone(const Map &fields);

} // namespace callcard::firestore
