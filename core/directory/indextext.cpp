#include "indextext.h"

#include <QSet>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostWords = 64;
constexpr int kLongestWord = 40;
constexpr int kLongestText = 2000;

/// Letters that carry their stroke inside, so that no decomposition takes it off.
QString plainLetter(QChar c)
{
    switch (c.unicode()) {
    case 0xf8: // ø
        return u"o"_s;
    case 0x142: // ł
        return u"l"_s;
    case 0x111: // đ
        return u"d"_s;
    case 0xe6: // æ
        return u"ae"_s;
    case 0x153: // œ
        return u"oe"_s;
    case 0xdf: // ß
        return u"ss"_s;
    case 0x131: // ı
        return u"i"_s;
    default:
        return QString(c);
    }
}

QString withoutAccents(QStringView text)
{
    QString plain;
    for (const QChar c :
         text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded().normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += plainLetter(c);
    }
    return plain;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'`' || c == u'\u00b4';
}

} // namespace

QStringList wordsOf(QStringView text)
{
    text = text.left(kLongestText);
    QString plain;
    if (!isAscii(text)) {
        plain = withoutAccents(text);
        text = plain;
    }
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty() && words.size() < kMostWords)
            words.append(word);
        word.clear();
    };
    for (const QChar c : text) {
        if (c.unicode() < 0x80 ? (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') : c.isLetterOrNumber()) {
            if (word.size() < kLongestWord)
                word += c.digitValue() >= 0 ? QChar(u'0' + c.digitValue()) : c;
        } else if (c >= u'A' && c <= u'Z') {
            if (word.size() < kLongestWord)
                word += QChar(c.unicode() + 32);
        } else if (!isApostrophe(c)) {
            finish();
        }
    }
    finish();
    return words;
}

QString nameKey(QStringView name)
{
    QStringList words = wordsOf(name);
    words.sort();
    return words.join(u' ');
}

QString companyKey(QStringView company)
{
    static const QSet<QString> legal{u"inc"_s,          u"llc"_s,         u"ltd"_s, u"corp"_s, u"co"_s,  u"gmbh"_s, u"ag"_s, u"limited"_s,
                                     u"incorporated"_s, u"plc"_s,         u"sa"_s,  u"bv"_s,   u"srl"_s, u"spa"_s,  u"lp"_s, u"llp"_s,
                                     u"pty"_s,          u"corporation"_s, u"kg"_s,  u"ab"_s,   u"as"_s,  u"oy"_s,   u"nv"_s, u"company"_s};
    QStringList words = wordsOf(company);
    while (words.size() > 1 && legal.contains(words.constLast()))
        words.removeLast();
    return words.join(u' ');
}

QString companyKeyOf(const Customer &customer)
{
    return companyKey(customer.kind == CustomerKind::Company ? customer.name : customer.company);
}

QString searchWords(const Customer &customer)
{
    QStringList words = wordsOf(customer.name) + wordsOf(customer.company);
    for (const QString &email : customer.emails.first(qMin<qsizetype>(customer.emails.size(), 8)))
        words += wordsOf(email);
    if (customer.active)
        words += activeToken();
    if (const QString owner = ownerToken(customer.ownerEmail, customer.ownerName); !owner.isEmpty())
        words += owner;
    // Each word once: the index keeps no positions, and repetitions cost all the same.
    words.removeDuplicates();
    return words.join(u' ');
}

QString activeToken()
{
    return u"\ue000a"_s; // a letter of private use: part of a word to the index, and of no word people write
}

QString ownerToken(const QString &email, const QString &name)
{
    const QString who = !email.isEmpty() ? emailForm(email) : nameKey(name);
    if (who.isEmpty())
        return {};
    return QString(u"\ue0010"_s + QString::number(static_cast<quint64>(stableHash(who)), 36));
}

QString sortKey(const Customer &customer)
{
    constexpr int kLongest = 20; // more would cost more than it orders
    return wordsOf(customer.name).join(u' ').left(kLongest);
}

QString digitsIn(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0)
            digits += QChar(u'0' + value);
    }
    return digits;
}

QStringList digitPieces(QStringView digits)
{
    QStringList pieces;
    for (qsizetype at = 0; at + 3 <= digits.size(); ++at)
        pieces.append(digits.sliced(at, 3).toString());
    pieces.removeDuplicates();
    return pieces;
}

QString searchDigits(const Customer &customer)
{
    QStringList pieces;
    for (const CustomerNumber &number : customer.numbers.first(qMin<qsizetype>(customer.numbers.size(), 32)))
        pieces += digitPieces(number.number ? QStringView(number.number->e164()).sliced(1) : QStringView(digitsIn(number.text.left(40))));
    pieces.removeDuplicates();
    return pieces.join(u' ');
}

qint64 stableHash(QStringView text)
{
    // FNV-1a over UTF-16: kept in files, so it must be the same in every version and on every machine.
    quint64 hash = 0xcbf29ce484222325U;
    for (const QChar c : text) {
        hash = (hash ^ (c.unicode() & 0xffU)) * 0x100000001b3U;
        hash = (hash ^ (c.unicode() >> 8U)) * 0x100000001b3U;
    }
    return static_cast<qint64>(hash);
}

QString emailForm(const QString &email)
{
    return email.trimmed().toLower();
}

qint64 emailHash(const QString &email)
{
    return stableHash(QString(u'E' + emailForm(email)));
}

qint64 literalHash(const QString &text)
{
    return stableHash(QString(u'L' + text.trimmed()));
}

qint64 companyHash(const Customer &customer)
{
    const QString key = companyKeyOf(customer);
    return key.isEmpty() ? 0 : 1 + (stableHash(key) & 0x7ffffffe);
}

} // namespace callcard
