#pragma once

#include <QByteArray>
#include <QFile>

namespace callcard::testing {

inline QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(CALLCARD_TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace callcard::testing
