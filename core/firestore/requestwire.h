#pragma once

#include "fault.h"
#include "request.h"

namespace callcard::firestore {

/// The largest commit that every client of Google's is content with.
constexpr int kMostWrites = 500;

[[nodiscard]] QByteArray queryBody(const Query &query, const QString &project);
[[nodiscard]] QByteArray commitBody(const QList<Write> &writes, const QString &project);
[[nodiscard]] QByteArray batchGetBody(const QStringList &paths, const QString &project);

/// The rows of an answer to a query. An error in the middle is an error of the whole.
[[nodiscard]] Answer<QList<Document>> rowsFrom(QByteArrayView body, const QString &project);
/// Those of the asked documents that exist.
[[nodiscard]] Answer<QList<Document>> foundFrom(QByteArrayView body, const QString &project);
[[nodiscard]] Answer<Document> documentFrom(QByteArrayView body, const QString &project);
/// Nothing for a commit that was answered well.
[[nodiscard]] Answer<> commitFrom(QByteArrayView body);

/// What an answer with an error status means; its words are kept for the log, redacted and short.
[[nodiscard]] Fault faultFrom(const HttpAnswer &answer, const QDateTime &now);

} // namespace callcard::firestore
