#include "relaylog.h"

#include <callcard/log.h>

#include <QByteArray>

#include <cstdio>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    QString quoted = redacted(text);
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    const QByteArray line = QByteArray("level=") + levelName(type) + " category=" + (context.category ? context.category : "default") +
                            " message=\"" + quoted.toUtf8() + "\"\n";
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace

void setUpRelayLog()
{
    qInstallMessageHandler(writeLine);
}

} // namespace callcard::relay
