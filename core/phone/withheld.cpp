#include "typedtext.h"

#include <QSet>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const QSet<QString> &words()
{
    static const QSet<QString> set{
        u"anonymous"_s,    u"anon"_s,       u"unknown"_s,      u"private"_s,      u"withheld"_s,
        u"restricted"_s,   u"blocked"_s,    u"unavailable"_s,  u"hidden"_s,       u"suppressed"_s,
        u"noid"_s,         u"nocallerid"_s, u"callerid"_s,     u"idwithheld"_s,   u"outofarea"_s,
        u"payphone"_s,     u"coinline"_s,   u"notavailable"_s, u"nonumber"_s,     u"unlisted"_s,
        u"na"_s,           u"none"_s,       u"null"_s,         u"undefined"_s,    u"interactionrefused"_s,
        u"spam"_s,         u"unbekannt"_s,  u"anonym"_s,       u"unterdrückt"_s,  u"privat"_s,
        u"inconnu"_s,      u"anonyme"_s,    u"masqué"_s,       u"privé"_s,        u"indisponible"_s,
        u"desconocido"_s,  u"anónimo"_s,    u"privado"_s,      u"oculto"_s,       u"nodisponible"_s,
        u"sconosciuto"_s,  u"anonimo"_s,    u"privato"_s,      u"desconhecido"_s, u"anônimo"_s,
        u"confidencial"_s, u"onbekend"_s,   u"anoniem"_s,
    };
    return set;
}

/// Networks that can only pass digits spell the word on a keypad: 266696687 is ANONYMOUS.
const QSet<QString> &digitWords()
{
    static const QSet<QString> set{u"266696687"_s, u"7378742833"_s, u"2562533"_s, u"8656696"_s, u"8566696"_s, u"86282452253"_s};
    return set;
}

} // namespace

bool isWithheldText(QStringView text)
{
    if (text.size() > 100)
        return false;
    const QString plain = withoutScheme(plainText(text));
    QString letters;
    QString digits;
    for (const QChar c : plain) {
        if (c.isLetter())
            letters += c.toLower();
        else if (c.isDigit())
            digits += c;
        else if (c == u'@')
            break; // anonymous@anonymous.invalid
    }
    if (letters.isEmpty())
        return digitWords().contains(digits);
    if (!digits.isEmpty())
        return false; // "restricted +1 415 …" is neither: words refuse it
    for (const QString &filler : {u"number"_s, u"caller"_s, u"calling"_s, u"call"_s, u"user"_s, u"nummer"_s, u"anrufer"_s, u"numéro"_s,
                                  u"número"_s, u"numero"_s, u"id"_s}) {
        if (words().contains(letters))
            return true;
        if (letters.size() > filler.size() && (letters.endsWith(filler) || letters.startsWith(filler)))
            letters.remove(letters.endsWith(filler) ? letters.size() - filler.size() : 0, filler.size());
    }
    return words().contains(letters);
}

} // namespace callcard
