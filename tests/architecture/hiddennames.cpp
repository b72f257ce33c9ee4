#include "hiddennames.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

/// "(const Call &call, int most)" takes "const Call&,int": how the parameters are called makes no other function of it.
QString typesOf(const QString &parameters)
{
    static const QRegularExpression space(u"\\s+"_s);
    QStringList types;
    int depth = 0;
    QString type;
    const auto take = [&] {
        static const QRegularExpression ending(u"\\s*(=.*)?$"_s);
        static const QRegularExpression name(u"(?<=[\\s&*>])\\w+(\\[\\])?$"_s);
        type.remove(ending).remove(name).remove(space);
        types.append(type);
        type.clear();
    };
    for (const QChar c : parameters) {
        depth += c == u'<' || c == u'(' ? 1 : c == u'>' || c == u')' ? -1 : 0;
        if (c == u',' && depth == 0)
            take();
        else
            type += c;
    }
    take();
    return types.join(u',');
}

} // namespace

QStringList hiddenNames(const SourceFile &file)
{
    // The layout of the code (clang-format) has every definition of a namespace at the start of a line.
    static const QRegularExpression around(u"^namespace ([\\w:]+) \\{"_s);
    static const QRegularExpression type(u"^(?:enum class|enum|struct|class)\\s+(\\w+)[^;]*$|^using\\s+(\\w+)\\s*="_s);
    static const QRegularExpression constant(u"^(?=\\w)(?:[\\w:<>,&* ]+[ &*])(k[A-Z]\\w*)\\s*(?:[={;]|\\[)"_s);
    static const QRegularExpression function(u"^(?=\\w)(?!template|return|using)[\\w:<>,&* \\[\\]]+[ &*>](\\w+)\\("_s);
    QStringList names;
    QString outer;
    bool hidden = false;
    const QStringList lines = file.text.split(u'\n');
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QString &line = lines[at];
        if (const auto opened = around.match(line); opened.hasMatch())
            outer = opened.captured(1);
        if (line.startsWith("namespace {"_L1))
            hidden = true;
        else if (line == "} // namespace"_L1)
            hidden = false;
        if (!hidden)
            continue;
        if (const auto found = type.match(line); found.hasMatch()) {
            names.append(outer + "::"_L1 + (found.captured(1).isEmpty() ? found.captured(2) : found.captured(1)));
        } else if (const auto fixed = constant.match(line); fixed.hasMatch()) {
            names.append(outer + "::"_L1 + fixed.captured(1));
        } else if (const auto called = function.match(line); called.hasMatch()) {
            QString rest = line.mid(called.capturedEnd());
            for (qsizetype next = at + 1; next < lines.size() && !lines[next].startsWith(u'{') && rest.size() < 1000; ++next)
                rest += lines[next];
            names.append(outer + "::"_L1 + called.captured(1) + u'(' + typesOf(rest.left(rest.lastIndexOf(u')'))) + u')');
        }
    }
    return names;
}

QStringList exposedTypes(const SourceFile &file)
{
    static const QRegularExpression around(u"^namespace ([\\w:]+) \\{"_s);
    static const QRegularExpression type(u"^(?:enum class|enum|struct|class)\\s+(\\w+)(?: final)?(?:\\s*:[^:].*|\\s*\\{.*)?$"_s);
    QStringList names;
    QString outer;
    bool hidden = false;
    for (const QString &line : file.text.split(u'\n')) {
        if (const auto opened = around.match(line); opened.hasMatch())
            outer = opened.captured(1);
        if (line.startsWith("namespace {"_L1))
            hidden = true;
        else if (line == "} // namespace"_L1)
            hidden = false;
        if (const auto found = type.match(line); !hidden && found.hasMatch() && !line.endsWith(u';'))
            names.append(outer + "::"_L1 + found.captured(1));
    }
    return names;
}
