#include "logsetup.h"

#include <callcard/log.h>

#include <QDateTime>

#include <cstdio>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

void print(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static constexpr const char *kLevels[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + QLatin1StringView(kLevels[type]) + u' ' +
                         QLatin1StringView(context.category ? context.category : "default") + u": "_s + redacted(message) + u'\n';
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void setUpLogging(LogUnasked unasked)
{
    const QString level = qEnvironmentVariable("CALLCARD_LOG");
    if (level == "debug"_L1)
        QLoggingCategory::setFilterRules(u"callcard.*.debug=true\ncallcard.*.info=true"_s);
    else if (level == "info"_L1)
        QLoggingCategory::setFilterRules(u"callcard.*.debug=false\ncallcard.*.info=true"_s);
    else if (unasked == LogUnasked::Nothing && level.isEmpty())
        QLoggingCategory::setFilterRules(u"*.debug=false\n*.info=false\n*.warning=false"_s);
    else
        QLoggingCategory::setFilterRules(u"*.debug=false\n*.info=false"_s);
    qInstallMessageHandler(print);
}

} // namespace callcard
