#pragma once

#include <callcard/auth.h>
#include <callcard/connection.h>

namespace callcard {

/// A team's Firestore, as the signed-in rep. All references outlive what is made from them.
struct FirestoreContext {
    QUrl base{QStringLiteral("https://firestore.googleapis.com")};
    QString projectId{};
    QString apiKey{};
    bool isEmulator{}; ///< "test server"
    HttpClient &http;
    TokenKeeper &tokens;
    Clock &clock;
};

/// FIRESTORE_EMULATOR_HOST in the official meaning: host:port, plain HTTP; empty changes nothing, another computer is Refused.
[[nodiscard]] Result<QUrl> firestoreBase(const QString &emulatorHost);

/// Signs in and asks for the newest of the rep's own metrics: what the strictest rules allow.
[[nodiscard]] QCoro::Task<ServiceCheck> checkFirestore(FirestoreContext context, std::stop_token stop);

} // namespace callcard
