#include <callcard/phone.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace callcard;

/// Any bytes as typed text, in a region taken from them. What is accepted must be well-formed, stable and readable again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1)
        return 0;
    static const QString regions[] = {QStringLiteral("US"), QStringLiteral("DE"), QStringLiteral("GB"), QStringLiteral("MX"),
                                      QStringLiteral("IT"), QStringLiteral("AR"), QStringLiteral("ZZ"), QString()};
    const QString region = regions[data[0] % std::size(regions)];
    const PhoneParsing how{.vanity = (data[0] & 0x40) != 0, .plusMissing = (data[0] & 0x80) != 0};
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const auto parsed = parsePhone(text, region, how);
    (void)shortCode(text, region);
    (void)formWhileTyping(text, region);
    if (!parsed) {
        if (phoneProblemName(parsed.error()).isEmpty())
            std::abort();
        return 0;
    }
    const auto again = parsePhone(parsed->number.e164(), {});
    if (!again || again->number != parsed->number || !again->extension.isEmpty() || isWithheldText(text))
        std::abort();
    if (nationalForm(parsed->number).isEmpty() || internationalForm(parsed->number).isEmpty())
        std::abort();
    return 0;
}
