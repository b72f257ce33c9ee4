#pragma once

#include <callcard/callhistory.h>
#include <callcard/callprovider.h>
#include <callcard/connection.h>
#include <callcard/http.h>
#include <callcard/secrets.h>

#include <memory>

namespace callcard {

/// A team's relay, or anything that speaks its stream. All references outlive what is made from them.
struct CallStreamContext {
    QUrl base{};         ///< "https://relay.example"
    Secret token{};      ///< The rep's own.
    QString userEmail{}; ///< Whose token that is.
    QString region{};
    HttpClient &http;
    Clock &clock;
};

/// Asks for the active calls with the rep's token.
[[nodiscard]] QCoro::Task<ServiceCheck> checkCallStream(CallStreamContext context, std::stop_token stop);

/// The rep's calls as server-sent events. Goes on behind the last event it saw, over any number of feeds, and says that
/// something was lost when the other side says so. Its id is "callstream".
[[nodiscard]] std::unique_ptr<CallProvider> makeCallStreamProvider(CallStreamContext context);

/// The rep's JustCall calls and texts, for teams whose key lies with the relay. Its rows are of the source "justcall".
[[nodiscard]] std::unique_ptr<CallHistory> makeCallStreamHistory(CallStreamContext context);

/// A call's recording that is ready, wherever it lies.
struct CallRecording {
    QString id{};
    CallId call{}; ///< As the stream's calls have it.
    QString sessionId{};
    QString source{};
    QString agentEmail{};
    QString url{}; ///< From outside.
    QDateTime at{};
    std::optional<std::chrono::seconds> length{};
    bool operator==(const CallRecording &) const = default;
};

/// The customer whom the other side knows under the caller's number.
struct WireCustomer {
    QString id{};
    QString name{};
    QString email{};
    bool operator==(const WireCustomer &) const = default;
};

/// One call as `watch`, the relay's stream and its snapshot tell it: {"id","session_id","from_number",…}, on one line.
[[nodiscard]] QByteArray callToWire(const Call &call, const QDateTime &changedAt, const WireCustomer &customer = {});
/// The same back, as facts of the source "callstream"; the first is the news, the others tell how it came to that. `region`
/// is for numbers without a country.
[[nodiscard]] Result<QList<CallEvent>> callFromWire(QByteArrayView json, const QString &region);

/// One text as the stream tells it: {"id","from_number","to_number","direction","body",…}, on one line; and back. It keeps the id and the
/// source of the service it came from, so that the history's row of it is the same text.
[[nodiscard]] QByteArray textToWire(const Message &message);
[[nodiscard]] Result<Message> textFromWire(QByteArrayView json, const QString &region);
/// {"id","call_id","session_id","url","seconds",…}
[[nodiscard]] QByteArray recordingToWire(const CallRecording &recording);
[[nodiscard]] Result<CallRecording> recordingFromWire(QByteArrayView json);

} // namespace callcard
