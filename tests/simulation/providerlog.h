#pragma once

#include <demo/democloud.h>

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>

namespace callcard::simulation {

/// A row of the provider's own log, read without any of our code.
struct ProviderRow {
    QString id{};
    QStringList sessions{}; ///< By one of which the log here knows the call.
    bool inbound{};
    QString result{};
    QDateTime startedAt{};
    QString number{}; ///< The other side's; empty: withheld, or a colleague.
    bool talked{};
    int talkSeconds{};
};

struct ProviderText {
    bool outbound{};
    QDateTime sentAt{};
};

struct ProviderDay {
    QList<ProviderRow> calls{};
    QList<ProviderText> texts{};
};

/// What the provider has of the demo's rep since that moment, over its own API with a plain client. Empty: it did not answer.
[[nodiscard]] std::optional<ProviderDay> readProvider(demo::DemoCloud &cloud, const QString &source, const QDateTime &since);

} // namespace callcard::simulation
