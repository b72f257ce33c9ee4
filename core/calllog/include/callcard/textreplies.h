#pragma once

#include <callcard/message.h>

#include <QMap>
#include <QTimeZone>

#include <chrono>

namespace callcard {

/// How many of a day's incoming texts were replied to.
struct TextReplies {
    int asked{}; ///< Somebody wrote; further texts before a reply belong to the same question.
    int replied{};
    bool operator==(const TextReplies &) const = default;
};

inline constexpr std::chrono::hours kReplyWithin{24};

/// By the civil day of the question. A reply is a text to the same number within a day. Any order; deleted texts are passed over, and so
/// are those whose number is not known.
[[nodiscard]] QMap<QDate, TextReplies> textReplies(const QList<Message> &texts, const QTimeZone &zone);

} // namespace callcard
