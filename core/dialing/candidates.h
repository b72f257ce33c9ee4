#pragma once

#include <callcard/phone.h>

#include <QList>

namespace callcard {

/// A piece of a text that reads as a phone number, and how much speaks for it.
struct Candidate {
    ParsedPhone phone;
    QString written;
    qsizetype at{};
    int score{};
};

/// All of them in the order of the text, numbers that come twice once. The text is bounded by the caller.
[[nodiscard]] QList<Candidate> candidatesIn(const QString &text, const QString &region);

} // namespace callcard
