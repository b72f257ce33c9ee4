#pragma once

#include <callcard/phone.h>

namespace callcard {

/// What a text asks to dial. Either a number, or a short one that is dialled as it stands.
struct DialTarget {
    std::optional<PhoneNumber> number{};
    QString shortCode{}; ///< "911", "411": only where `number` is absent.
    QString extension{}; ///< Digits, dialled after the other side answers.
    QString afterDial{}; ///< ",,123#": pauses and tones.
    QString written{};   ///< The piece of the text this was read from, bounded.
    bool fromProse{};    ///< The text held more than the number: somebody selected too much.
    int othersInText{};  ///< How many other numbers stood there.
    bool operator==(const DialTarget &) const = default;
};

/// Reads any text a person pastes, selects or clicks: a number in any form, a link, or a letter with a number in it. Of several
/// the best candidate (labelled as a phone before bare, mobile and direct before fax, the first before the others). What merely
/// looks like one is none: dates, times, prices, IBANs, card, order and invoice numbers, addresses of machines.
/// Bounded: beyond 10,000 characters it is refused as TooLong. Never throws.
[[nodiscard]] tl::expected<DialTarget, PhoneProblem> dialTargetFrom(QStringView text, const QString &region);

/// One text that identifies the target: two of them with the same text are the same call.
[[nodiscard]] QString dialKey(const DialTarget &target);

} // namespace callcard
