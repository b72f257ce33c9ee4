#pragma once

#include <callcard/phone.h>

namespace callcard {

/// A text taken apart before the library sees it. The library takes what looks like a number out of almost anything; a name
/// on a card needs stricter reading.
struct TypedText {
    QString number{}; ///< Digits, grouping signs, perhaps a leading "+", perhaps vanity letters. Nothing else.
    QString extension{};
    QString afterDial{};
};

[[nodiscard]] tl::expected<TypedText, PhoneProblem> takeApart(QStringView text, bool vanity);

/// Compatibility forms folded, invisible signs dropped, every script's digits in ASCII, white space trimmed and simple.
[[nodiscard]] QString plainText(QStringView text);
/// "tel:+1-303-555-0142;ext=12" → "+1-303-555-0142;ext=12"; other text unchanged. Host, headers and parameters go.
[[nodiscard]] QString withoutScheme(const QString &text);

} // namespace callcard
