#include "sourcefile.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

QString SourceFile::room() const
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 3 || (parts[0] != "core"_L1 && parts[0] != "ui"_L1 && parts[0] != "app"_L1))
        return {};
    const bool nested = parts[0] == "core"_L1 && parts[1] == "providers"_L1 && parts.size() > 3;
    return parts.mid(0, nested ? 3 : 2).join(u'/');
}

bool SourceFile::isCode() const
{
    return path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1);
}

bool SourceFile::isDoor() const
{
    return path.contains("/include/callcard/"_L1) && path.endsWith(".h"_L1);
}

QStringList SourceFile::includes() const
{
    static const QRegularExpression directive(uR"(^[ \t]*#[ \t]*include[ \t]*([<"][^>"]+))"_s, QRegularExpression::MultilineOption);
    QStringList found;
    for (const QRegularExpressionMatch &match : directive.globalMatch(text))
        found.append(match.captured(1));
    return found;
}

QString SourceFile::code() const
{
    // "https://" is not a comment: one begins the line or follows a space.
    static const QRegularExpression comment(uR"((^|[ \t])//[^\n]*)"_s, QRegularExpression::MultilineOption);
    return QString(text).replace(comment, u" "_s);
}
