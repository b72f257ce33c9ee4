#include "portalshortcuts.h"

#include "busvariant.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLoggingCategory>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// (sa{sv})
struct BusShortcut {
    QString id{};
    QVariantMap properties{};
};

QDBusArgument &operator<<(QDBusArgument &argument, const BusShortcut &shortcut)
{
    argument.beginStructure();
    argument << shortcut.id << shortcut.properties;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusShortcut &shortcut)
{
    argument.beginStructure();
    argument >> shortcut.id >> shortcut.properties;
    argument.endStructure();
    return argument;
}

Q_LOGGING_CATEGORY(lcPortalKeys, "callcard.app.hotkey.portal")

const auto kPortalService = u"org.freedesktop.portal.Desktop"_s;
const auto kPortalObject = u"/org/freedesktop/portal/desktop"_s;
const auto kShortcuts = u"org.freedesktop.portal.GlobalShortcuts"_s;
const auto kRequest = u"org.freedesktop.portal.Request"_s;
const auto kSession = u"org.freedesktop.portal.Session"_s;
const auto kRegistry = u"org.freedesktop.host.portal.Registry"_s;
const auto kOurName = u"callcard"_s; // of the desktop entry

} // namespace

QString portalTrigger(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination combination = keys[0];
    QStringList parts;
    const std::pair<Qt::KeyboardModifier, QString> names[]{
        {Qt::ControlModifier, u"CTRL"_s}, {Qt::AltModifier, u"ALT"_s}, {Qt::ShiftModifier, u"SHIFT"_s}, {Qt::MetaModifier, u"LOGO"_s}};
    for (const auto &[modifier, name] : names) {
        if (combination.keyboardModifiers().testFlag(modifier))
            parts.append(name);
    }
    const QString key = QKeySequence(combination.key()).toString(QKeySequence::PortableText);
    parts.append(key.size() == 1 ? key.toLower() : key);
    return parts.join(u'+');
}

PortalShortcuts::PortalShortcuts(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected()) {
        m_standing = Standing::NotHere;
        return;
    }
    knowBusVariants();
    qRegisterMetaType<QDBusObjectPath>("QDBusObjectPath"); // by name, as the slot's signature has it
    qDBusRegisterMetaType<BusShortcut>();
    qDBusRegisterMetaType<QList<BusShortcut>>();
    if (!m_bus.connect(kPortalService, kPortalObject, kShortcuts, u"Activated"_s, this,
                       SLOT(onActivated(QDBusObjectPath, QString, qulonglong, QVariantMap))))
        qCWarning(lcPortalKeys) << "the portal's keys cannot be heard";
    auto *portal = new QDBusServiceWatcher(kPortalService, m_bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(portal, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_session.clear(); // of the one before
        if (!m_shortcuts.isEmpty())
            createSession();
    });
}

PortalShortcuts::~PortalShortcuts()
{
    closeSession();
}

void PortalShortcuts::bind(const QList<Shortcut> &shortcuts)
{
    if (shortcuts == m_shortcuts)
        return;
    m_shortcuts = shortcuts;
    closeSession(); // in one session they are bound once
    if (m_shortcuts.isEmpty() || !m_bus.isConnected())
        return;
    createSession();
}

QString PortalShortcuts::expect(const QString &token)
{
    // Known beforehand, so that no answer comes before it can be heard.
    const QString sender = m_bus.baseService().mid(1).replace(u'.', u'_');
    return kPortalObject + u"/request/"_s + sender + u'/' + token;
}

void PortalShortcuts::forgetRequest()
{
    if (!m_request.isEmpty())
        m_bus.disconnect(kPortalService, m_request, kRequest, u"Response"_s, this, SLOT(onResponse(uint, QVariantMap, QDBusMessage)));
    m_request.clear();
}

void PortalShortcuts::call(const QString &method, const QVariantList &arguments)
{
    QDBusMessage question = QDBusMessage::createMethodCall(kPortalService, kPortalObject, kShortcuts, method);
    question.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, request = m_request](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (!reply.isError() || m_request != request)
            return; // what becomes of it the request tells
        qCInfo(lcPortalKeys) << "no keys by the portal:" << reply.error().name();
        forgetRequest();
        settle(Standing::NotHere);
    });
}

void PortalShortcuts::createSession()
{
    settle(Standing::Asking);
    QDBusMessage registration = QDBusMessage::createMethodCall(kPortalService, kPortalObject, kRegistry, u"Register"_s);
    registration.setArguments({kOurName, QVariantMap()});
    m_bus.asyncCall(registration); // older ones do not know it, and guess who we are

    forgetRequest();
    const QString token = u"callcard_%1"_s.arg(++m_tokens);
    m_request = expect(token);
    m_bus.connect(kPortalService, m_request, kRequest, u"Response"_s, this, SLOT(onResponse(uint, QVariantMap, QDBusMessage)));
    const QVariantMap options{{u"handle_token"_s, token}, {u"session_handle_token"_s, token}};
    call(u"CreateSession"_s, {options});
}

void PortalShortcuts::bindNow()
{
    QList<BusShortcut> wanted;
    for (const Shortcut &one : std::as_const(m_shortcuts)) {
        QVariantMap properties{{u"description"_s, one.description}};
        if (const QString trigger = portalTrigger(one.preferred); !trigger.isEmpty())
            properties.insert(u"preferred_trigger"_s, trigger);
        wanted.append({.id = one.id, .properties = properties});
    }
    forgetRequest();
    const QString token = u"callcard_%1"_s.arg(++m_tokens);
    m_request = expect(token);
    m_bus.connect(kPortalService, m_request, kRequest, u"Response"_s, this, SLOT(onResponse(uint, QVariantMap, QDBusMessage)));
    m_bus.connect(kPortalService, m_session, kSession, u"Closed"_s, this, SLOT(onClosed(QDBusMessage)));
    call(u"BindShortcuts"_s, {QVariant::fromValue(QDBusObjectPath(m_session)), QVariant::fromValue(wanted), QString(),
                              QVariantMap{{u"handle_token"_s, token}}});
}

void PortalShortcuts::onResponse(uint code, const QVariantMap &results, const QDBusMessage &message)
{
    if (message.path() != m_request)
        return; // of a wish that is none any more
    forgetRequest();
    const QString session = unwrapped(results.value(u"session_handle"_s)).toString();
    if (code != 0) {
        qCInfo(lcPortalKeys) << "the portal gave no keys, answer" << code;
        settle(code == 1 ? Standing::Refused : Standing::NotHere);
    } else if (m_session.isEmpty()) {
        m_session = session;
        if (m_session.isEmpty())
            settle(Standing::NotHere);
        else
            bindNow();
    } else {
        settle(Standing::Given);
    }
}

void PortalShortcuts::onActivated(const QDBusObjectPath &session, const QString &id, qulonglong at, const QVariantMap &options)
{
    Q_UNUSED(at)
    if (session.path() != m_session || m_session.isEmpty())
        return;
    // Lets the window that is opened now have the keyboard; Qt takes it from there.
    if (const QString token = unwrapped(options.value(u"activation_token"_s)).toString(); !token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    Q_EMIT
    activated(id);
}

void PortalShortcuts::onClosed(const QDBusMessage &message)
{
    if (message.path() != m_session)
        return;
    m_session.clear();
    settle(Standing::Refused);
}

void PortalShortcuts::closeSession()
{
    forgetRequest();
    if (m_session.isEmpty())
        return;
    m_bus.disconnect(kPortalService, m_session, kSession, u"Closed"_s, this, SLOT(onClosed(QDBusMessage)));
    m_bus.asyncCall(QDBusMessage::createMethodCall(kPortalService, m_session, kSession, u"Close"_s));
    m_session.clear();
}

void PortalShortcuts::settle(Standing standing)
{
    if (std::exchange(m_standing, standing) != standing)
        Q_EMIT
    standingChanged();
}

} // namespace callcard
