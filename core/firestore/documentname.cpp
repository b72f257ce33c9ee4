#include "documentname.h"

#include <QRegularExpression>
#include <QUrl>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestId = 1500; // bytes

QString root(const QString &project)
{
    return QString(u"projects/"_s + project + u"/databases/(default)/documents"_s);
}

} // namespace

QString documentName(const QString &project, const QString &path)
{
    return QString(root(project) + u'/' + path);
}

std::optional<QString> pathInName(const QString &project, const QString &name)
{
    const QString front = QString(root(project) + u'/');
    return name.startsWith(front) && name.size() > front.size() ? std::optional(name.mid(front.size())) : std::nullopt;
}

QString encodedName(const QString &project, const QString &path)
{
    QString encoded = QString(u"projects/"_s + QString::fromLatin1(QUrl::toPercentEncoding(project)) + u"/databases/(default)/documents"_s);
    for (const QString &segment : path.split(u'/', Qt::SkipEmptyParts))
        encoded += QString(u'/' + QString::fromLatin1(QUrl::toPercentEncoding(segment)));
    return encoded;
}

QString lastSegment(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isUsableId(const QString &id)
{
    const bool isReserved = id.size() >= 4 && id.startsWith("__"_L1) && id.endsWith("__"_L1);
    return !id.isEmpty() && !isReserved && id != "."_L1 && id != ".."_L1 && !id.contains(u'/') && id.toUtf8().size() <= kLongestId;
}

QString quotedField(const QString &name)
{
    static const QRegularExpression bare(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    if (bare.match(name).hasMatch())
        return name;
    QString quoted = name;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'`', "\\`"_L1);
    return QString(u'`' + quoted + u'`');
}

} // namespace callcard::firestore
