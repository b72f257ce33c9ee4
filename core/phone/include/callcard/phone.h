#pragma once

#include <callcard/phonenumber.h>
#include <callcard/result.h>

#include <QByteArrayList>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace callcard {

/// Why a text is not a number that may be matched or dialled. ui/texts has the sentences.
enum class PhoneProblem {
    Empty,
    Withheld,        ///< "anonymous", "No caller ID", 266696687 …: the caller hides, or the network knows nothing.
    Letters,         ///< Words, or vanity letters where nobody asked for them.
    SeveralNumbers,  ///< "555 2671 / 2672": never glued into one.
    Scientific,      ///< 1.41555E+10: a spreadsheet ate the digits, they cannot be had back.
    NotANumber,      ///< No digits, or signs that no number has.
    ShortCode,       ///< 911, 12345: dialled as it stands, in its own country only. Matches nobody.
    AreaCodeMissing, ///< "555-0142"
    TooShort,
    TooLong,
    RegionMissing,  ///< A national number, and no region to read it by.
    UnknownCountry, ///< "+999…"
    NotInUse,       ///< The right length, but outside every range of the country's plan.
};

/// A stable word for JSON and logs: "too-short".
[[nodiscard]] QString phoneProblemName(PhoneProblem problem);

struct ParsedPhone {
    PhoneNumber number;
    QString extension{}; ///< Digits, leading zeros kept. Never part of E.164.
    QString afterDial{}; ///< ",,123#": pauses and tones a link asked for. Only dialling cares.
    bool operator==(const ParsedPhone &) const = default;
};

struct PhoneParsing {
    bool vanity = false;      ///< 1-800-FLOWERS is a number. For what a person wants to dial, not for data.
    bool plusMissing = false; ///< The source promises country code first but drops the "+", as some providers do.
};

/// Reads any form people and programs write numbers in, links (tel:, callto:, sip:) included. What comes back is possible and
/// inside the country's plan; in +1 lands the shape of the plan is enough, because area codes open faster than metadata ages.
/// Never throws, bounded in time, safe to call from any thread.
[[nodiscard]] tl::expected<ParsedPhone, PhoneProblem> parsePhone(QStringView text, const QString &region, PhoneParsing how = {});

/// Words and digits that stand for "no number": in several languages, as SIP URIs, and spelled on a keypad.
[[nodiscard]] bool isWithheldText(QStringView text);

/// What a provider wrote where a number belongs.
struct WrittenNumber {
    std::optional<PhoneNumber> number{};
    QString extension{};
    bool withheld{}; ///< Nothing, or a word for nothing.
    bool isShort{};  ///< At most six digits: a colleague's extension or a short code. It stands in `extension`.
    bool operator==(const WrittenNumber &) const = default;
};
/// Providers promise E.164 and often drop the "+"; from eleven digits on the country code is taken to be there.
[[nodiscard]] WrittenNumber readWrittenNumber(const QString &written, const QString &region);

[[nodiscard]] QString nationalForm(const PhoneNumber &number);      ///< "(303) 555-0142"
[[nodiscard]] QString internationalForm(const PhoneNumber &number); ///< "+1 303-555-0142"
/// The form a person in `homeRegion` reads best: national at home, international abroad.
[[nodiscard]] QString readableForm(const PhoneNumber &number, const QString &homeRegion);
/// What stands in the field while somebody types; digits are only grouped, never changed.
[[nodiscard]] QString formWhileTyping(QStringView typed, const QString &region);

enum class PhoneKind {
    Unknown,
    FixedLine,
    Mobile,
    FixedLineOrMobile,
    TollFree,
    Premium,
    SharedCost,
    Voip,
    Personal,
    Pager,
    Company,
    Voicemail
};
[[nodiscard]] PhoneKind kindOf(const PhoneNumber &number);
/// Worth a question before dialling: the callee earns on the call.
[[nodiscard]] bool costsExtra(const PhoneNumber &number);

enum class ShortCodeKind { Emergency, Premium, Ordinary };
/// Whether the text, dialled in the region as it stands, is a short number there and not an E.164 one.
[[nodiscard]] std::optional<ShortCodeKind> shortCode(QStringView text, const QString &region);
/// True too for what a network would take for an emergency call because of how it begins.
[[nodiscard]] bool isEmergency(QStringView text, const QString &region);

/// ISO country, empty where several or none use the number ("+1 800", satellite).
[[nodiscard]] QString regionOf(const PhoneNumber &number);
[[nodiscard]] QStringList phoneRegions(); ///< Every region that can be a default region, sorted.
[[nodiscard]] bool isPhoneRegion(QStringView region);
[[nodiscard]] int callingCodeOf(const QString &region); ///< 0: unknown region

struct PhonePlace {
    QString region{};
    QString text{};         ///< "Berlin", "Ontario"; the country's name where no more is known; empty for 0800 and the like.
    QByteArrayList zones{}; ///< IANA, likeliest first; several where the number does not tell.
    bool operator==(const PhonePlace &) const = default;
};

/// By the geocoder, which is loaded on first use. A number tells where it was handed out, not where its owner is today.
[[nodiscard]] PhonePlace placeOf(const PhoneNumber &number, const QString &language = QStringLiteral("en"));
/// The wall clock there, in its zone. Absent when no zone is known or the candidates' clocks differ: no time beats a wrong one.
[[nodiscard]] std::optional<QDateTime> localTimeAt(const PhonePlace &place, const QDateTime &now);

} // namespace callcard
