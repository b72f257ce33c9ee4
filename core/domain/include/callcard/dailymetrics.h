#pragma once

#include <QDate>
#include <QMap>
#include <QString>

#include <chrono>

namespace callcard {

/// One rep's figures of one civil day and one source.
struct DailyMetrics {
    QDate day{};
    QString source{};
    int calls{}; ///< Every settled call, once.
    int inbound{};
    int outbound{};
    int connected{}; ///< Answered, with a person.
    int missed{};
    int voicemail{};
    int notConnected{};               ///< Outgoing, nobody answered.
    int elsewhere{};                  ///< A colleague took it: nobody's miss.
    int failed{};                     ///< Failed, blocked, restricted.
    int unknown{};                    ///< Words that we do not know.
    std::chrono::seconds talkTime{};  ///< Conversation.
    std::chrono::seconds totalTime{}; ///< Conversation and hold.
    int textsSent{};
    int textsReceived{};
    QMap<QString, int> byStatus{}; ///< The provider's own words, see statusLabel().
    QString timeZone{};
    QString callIdsDigest{};
    bool operator==(const DailyMetrics &) const = default;

    /// Rounded once a day.
    [[nodiscard]] int talkMinutes() const { return static_cast<int>((talkTime.count() + 30) / 60); }
    [[nodiscard]] int averageSeconds() const { return connected > 0 ? static_cast<int>(talkTime.count() / connected) : 0; }
};

} // namespace callcard
