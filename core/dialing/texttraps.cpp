#include "texttraps.h"

#include <QRegularExpression>

#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar kBlank = u'\u0001'; // no separator of numbers, so nothing is joined across it

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

/// The check digit of payment cards.
bool passesLuhn(const QString &digits)
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, twice = !twice) {
        int digit = digits.at(i).digitValue() * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

bool isCard(QStringView text)
{
    const QString digits = digitsOf(text);
    // Cards start with 3 to 6; anything from 16 digits on is no phone number in any case.
    return digits.size() >= 16 || (digits.size() >= 13 && digits.at(0) >= u'3' && digits.at(0) <= u'6' && passesLuhn(digits));
}

/// ISO 13616: letters count as 10 to 35, the first four characters go to the end, the rest of division by 97 is 1.
bool isIban(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            plain += c.toUpper();
    }
    if (plain.size() < 15 || plain.size() > 34)
        return false;
    int rest = 0;
    for (const QChar c : QString(plain.sliced(4) + plain.first(4))) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

using Judge = bool (*)(QStringView);
bool always(QStringView)
{
    return true;
}

struct Trap {
    QRegularExpression pattern;
    Judge judge;
};

const auto &traps()
{
    constexpr auto kIgnoreCase = QRegularExpression::CaseInsensitiveOption;
    static const std::array list{
        // Addresses of machines and mail; a number in one of them is part of a name.
        Trap{QRegularExpression(u"(?:https?|ftp|file|mailto):[^\\s<>\"]+|www\\.[^\\s<>\"]+"_s, kIgnoreCase), always},
        Trap{QRegularExpression(u"[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"_s), always},
        Trap{QRegularExpression(u"\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b"_s), always},
        Trap{QRegularExpression(u"\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"_s, kIgnoreCase), always},
        // Days, years and times.
        Trap{
            QRegularExpression(
                u"\\b(?:19|20)\\d\\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])(?:[T ]\\d{1,2}(?::\\d{2}){1,2}(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b"_s),
            always},
        Trap{QRegularExpression(u"\\b(?:0?[1-9]|[12]\\d|3[01])[-./](?:0?[1-9]|[12]\\d|3[01])[-./](?:19|20)?\\d\\d\\b"_s), always},
        Trap{QRegularExpression(u"\\b(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:T?\\d{4,6})?\\b(?![-\\d])"_s), always},
        Trap{QRegularExpression(u"\\b(?:19|20)\\d\\d\\s?[-–/]\\s?(?:19|20)\\d\\d\\b"_s), always},
        Trap{QRegularExpression(u"\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b"_s), always},
        // Accounts and cards.
        Trap{QRegularExpression(u"\\b[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}\\b"_s), isIban},
        Trap{QRegularExpression(u"(?<![+\\d])\\d(?:[ -]?\\d){12,18}(?![ -]?\\d)"_s), isCard},
        Trap{QRegularExpression(u"(?<![-\\d])\\d{3}-\\d{2}-\\d{4}(?![-\\d])"_s), always}, // US social security
        Trap{
            QRegularExpression(
                u"(?:\\bISBN[-:\\s]*(?:1[03]:?\\s*)?|\\b(?=97[89][- ]?\\d))(?:97[89][- ]?)?\\d{1,5}[- ]?\\d{1,7}[- ]?\\d{1,7}[- ]?[\\dX]\\b"_s,
                kIgnoreCase),
            always},
        // Money, measures and coordinates.
        Trap{QRegularExpression(u"(?:[$€£¥]|\\b(?:USD|CAD|EUR|GBP|CHF|AUD))\\s?\\d+(?:[.,' ]\\d{3})*(?:[.,]\\d{1,2})?(?![\\d-])"_s),
             always},
        Trap{
            QRegularExpression(
                u"(?<![\\d-])\\d+(?:[.,' ]\\d{3})*(?:[.,]\\d{1,2})?\\s?(?:[€£¥%°]|(?:USD|CAD|EUR|GBP|CHF|AUD|kg|lbs?|km|mm|cm|kWh|MB|GB|px)\\b)"_s),
            always},
        Trap{QRegularExpression(u"\\b\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?\\b"_s), always},
        Trap{QRegularExpression(u"(?<![\\d.])-?\\d{1,3}\\.\\d{4,}(?![\\d.])"_s), always},
        // What says itself that it is another kind of number. A word before the digits, with or without "no." between.
        Trap{QRegularExpression(
                 u"(?:#|№|\\b(?:order|ord|invoice|inv|po|p\\.o\\.|purchase order|quote|ticket|case|ref|reference|tracking|track|shipment|"
                 "parcel|account|acct|a/c|customer|client|member|policy|claim|contract|serial|s/n|sku|part|item|model|vat|tax|"
                 "ein|ssn|iban|bic|routing|batch|lot|room|zip|id|bestellung|bestellnummer|auftrag|auftragsnummer|rechnung|rechnungsnummer|"
                 "kundennummer|kunden-nr|vertrag|vertragsnummer|konto|kontonummer|steuernummer|ust-?idnr|commande|facture|dossier|siret|"
                 "siren|"
                 "pedido|factura|cuenta|nif|cif)\\b)(?:\\s*(?:number|num|no|nr|n°|nº|code|id)\\b\\.?)?\\s*[:#.=-]*\\s*"
                 "\\(?[A-Z]{0,4}[-/]?\\d[\\d ./-]*\\d"_s,
                 kIgnoreCase),
             always},
    };
    return list;
}

} // namespace

QString withoutTraps(const QString &text)
{
    QString left = text;
    for (const Trap &trap : traps()) {
        for (const QRegularExpressionMatch &match : trap.pattern.globalMatch(text)) {
            if (!trap.judge(match.capturedView()))
                continue;
            for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
                left[i] = kBlank;
        }
    }
    return left;
}

} // namespace callcard
