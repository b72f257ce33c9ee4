#include "lastwords.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

void sayLastWords(const QString &sentence)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const auto service = u"org.freedesktop.Notifications"_s;
    QDBusMessage words = QDBusMessage::createMethodCall(service, u"/org/freedesktop/Notifications"_s, service, u"Notify"_s);
    // Escaped: what stands in a path may look like markup, and few services show none.
    words.setArguments({u"Callcard"_s, 0U, u"callcard"_s, u"Callcard did not start"_s, sentence.toHtmlEscaped(), QStringList(),
                        QVariantMap{{u"urgency"_s, QVariant::fromValue(static_cast<uchar>(2))}}, 0});
    constexpr int kMoment = 2000;
    bus.call(words, QDBus::Block, kMoment);
}

} // namespace callcard
