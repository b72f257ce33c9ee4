#pragma once

#include "request.h"

#include <callcard/outbox.h>
#include <callcard/result.h>

#include <QDate>

namespace callcard::firestore {

/// A document on its way through the outbox: what it shall say, whether or not it is there yet.
struct PendingDocument {
    enum class Kind {
        Metric, ///< Its day and user tell which query finds it.
        Plain,  ///< Nobody knows whether it is there.
        Gone,   ///< Nobody needs it any more, whether or not it is there.
        Stamp,  ///< Written when everything it covers has arrived.
    };
    Kind kind{Kind::Plain};
    QString path{};
    QString user{};
    QString writtenBy{};
    QDate day{};
    Map fields{};           ///< All but the times the server gives.
    QStringList changing{}; ///< Fields that a later write changes; the others are set once.
    bool correctsOnly{};    ///< Nothing is written where nothing is.
    QStringList covered{};  ///< Stamp: keys.
    bool operator==(const PendingDocument &) const = default;
};

/// What is written of a document that is not there, and of one that is. `createdAt` is set once, by the server's clock.
[[nodiscard]] Write creating(const PendingDocument &document);
[[nodiscard]] Write updating(const PendingDocument &document);

/// Why an entry is set aside while somebody else is signed in. It waits for its maker: see isMadeBy().
[[nodiscard]] Error madeUnderAnotherSignIn();

[[nodiscard]] QByteArray payloadOf(const PendingDocument &document);
[[nodiscard]] Result<PendingDocument> pendingFrom(const QByteArray &payload);

} // namespace callcard::firestore
