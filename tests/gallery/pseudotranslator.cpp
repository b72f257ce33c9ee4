#include "pseudotranslator.h"

using namespace Qt::Literals::StringLiterals;

namespace callcard::gallery {

QString PseudoTranslator::translate(const char *context, const char *source, const char *, int) const
{
    if (QByteArrayView(context).startsWith("Q") &&
        QByteArrayView(context) != "QObject") // Qt's own: "QKeySequence" and the like are not ours to bend
        return {};
    const QString text = QString::fromUtf8(source);
    static const QString plain = u"aeiouAEIOUcn"_s;
    static const QString accented = u"áéïöüÁÉÏÖÜçñ"_s;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'%' && i + 1 < text.size()) { // "%1", "%n", "%L1"
            result += c;
            result += text[++i];
            continue;
        }
        const qsizetype at = plain.indexOf(c);
        result += at < 0 ? c : accented[at];
    }
    const qsizetype more = (text.size() * 2 + 4) / 5;
    for (qsizetype i = 0; i < more; ++i)
        result += i % 6 == 0 ? u' ' : u'ü';
    return result;
}

} // namespace callcard::gallery
