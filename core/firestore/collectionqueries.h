#pragma once

#include "client.h"

namespace callcard::firestore {

/// The latest stamp in a collection; 0 where no document has one. In a collection without any document the refusal is "missing": a service
/// that knows no collections cannot say so itself. The client outlives these tasks.
[[nodiscard]] QCoro::Task<Answer<qint64>> newestStamp(Client &client, QString collection, QString stamp, std::stop_token stop);

/// How many companies peopleOf() can be asked for: their ids and names make thirty values, which is what one IN takes.
constexpr int kCompaniesAtOnce = 15;
/// By the company's id, by its name (which one importer wrote there by mistake), and by the export's own field.
[[nodiscard]] QCoro::Task<Answer<QList<Document>>> peopleOf(Client &client, QString collection, QList<Document> companies,
                                                            std::stop_token stop);

/// Those of the ids whose documents are not there any more. Under rules that refuse the question nobody knows, so none are.
[[nodiscard]] QCoro::Task<Answer<QStringList>> vanishedOf(Client &client, QString collection, QStringList ids, std::stop_token stop);

} // namespace callcard::firestore
