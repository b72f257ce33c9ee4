#include <callcard/ui/nativecards.h>

#include <callcard/ui/notificationtexts.h>
#include <callcard/ui/outsidetext.h>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcNotify, "callcard.notify")

const auto kService = u"org.freedesktop.Notifications"_s;
const auto kPath = u"/org/freedesktop/Notifications"_s;
constexpr uint kDismissedByPerson = 2;
constexpr int kStays = 8'000;
constexpr int kNever = 0;

QDBusMessage question(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

QVariantMap hints(bool urgent)
{
    return {{u"urgency"_s, QVariant::fromValue(static_cast<uchar>(urgent ? 2 : 1))},
            {u"desktop-entry"_s, u"callcard"_s},
            {u"category"_s, u"call.incoming"_s},
            {u"suppress-sound"_s, true}}; // the phone rings already
}

} // namespace

NativeCards::NativeCards(QObject *parent) : NativeCards(QDBusConnection::sessionBus(), parent) {}

NativeCards::NativeCards(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    // Who is spoken to directly has no name.
    const QString sender = m_bus.baseService().isEmpty() ? QString() : kService;
    m_bus.connect(sender, kPath, kService, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(sender, kPath, kService, u"NotificationClosed"_s, this, SLOT(onNotificationClosed(uint, uint)));
}

NativeCards::~NativeCards()
{
    closeAll();
}

void NativeCards::askCapabilities()
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QStringList> reply = *done;
        if (reply.isError())
            return;
        m_markup = reply.value().contains("body-markup"_L1);
        m_actions = reply.value().contains("actions"_L1);
    });
}

QString NativeCards::body(const QStringList &lines) const
{
    const QString text = lines.join(u'\n');
    return m_markup ? text.toHtmlEscaped() : text;
}

void NativeCards::show(const Card &card)
{
    Shown &shown = m_shown[card.call.id];
    shown.card = card;
    shown.closed = false;
    if (shown.waiting) {
        shown.outdated = true; // two of one call must not cross
        return;
    }
    send(card.call.id);
}

void NativeCards::send(const CallId &id)
{
    Shown &shown = m_shown[id];
    const NotificationTexts texts = notificationTexts(shown.card, m_homeRegion);
    QDBusMessage message = question(u"Notify"_s);
    message.setArguments({u"Callcard"_s, shown.id, u"callcard"_s, texts.summary, body(texts.lines),
                          m_actions ? texts.actions : QStringList(), hints(texts.urgent), texts.urgent ? kNever : kStays});
    shown.waiting = true;
    shown.outdated = false;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, id](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const auto found = m_shown.find(id);
        if (found == m_shown.end())
            return;
        found->waiting = false;
        const QDBusPendingReply<uint> reply = *done;
        if (reply.isError()) {
            qCWarning(lcNotify) << "no notification server:" << reply.error().name();
            m_shown.erase(found);
            Q_EMIT
            failed();
            return;
        }
        found->id = reply.value();
        m_byId.insert(found->id, id);
        if (found->closed)
            close(id);
        else if (found->outdated)
            send(id);
    });
    if (m_byId.isEmpty())
        askCapabilities(); // whoever serves now may be another one than the last time
}

void NativeCards::rename(const CallId &from, const CallId &into)
{
    if (!m_shown.contains(from))
        return;
    if (m_shown.contains(into) || m_shown.value(from).waiting) { // an answer under way comes under the name of before
        const Card card = m_shown.value(from).card;
        close(from);
        if (!m_shown.contains(into)) {
            m_shown[into].card = card;
            m_shown[into].card.call.id = into;
            send(into);
        }
        return;
    }
    Shown shown = m_shown.take(from);
    shown.card.call.id = into;
    if (m_byId.contains(shown.id))
        m_byId.insert(shown.id, into);
    m_shown.insert(into, shown);
}

void NativeCards::close(const CallId &id)
{
    const auto found = m_shown.find(id);
    if (found == m_shown.end())
        return;
    if (found->waiting) {
        found->closed = true;
        return;
    }
    QDBusMessage message = question(u"CloseNotification"_s);
    message.setArguments({found->id});
    m_bus.send(message);
    m_byId.remove(found->id);
    m_shown.erase(found);
}

void NativeCards::closeAll()
{
    const QList<CallId> ids = m_shown.keys();
    for (const CallId &id : ids)
        close(id);
}

void NativeCards::tell(const QString &summary, const QString &text)
{
    QDBusMessage message = question(u"Notify"_s);
    message.setArguments({u"Callcard"_s, 0U, u"callcard"_s, cleaned(summary), body({cleaned(text)}), QStringList(), hints(false), kStays});
    m_bus.send(message);
}

void NativeCards::onActionInvoked(uint id, const QString &action)
{
    const auto call = m_byId.constFind(id);
    if (call == m_byId.constEnd())
        return;
    const Card card = m_shown.value(*call).card;
    if (action == notification::kNote) {
        Q_EMIT
        noteRequested(card.call.id);
    } else if (action == notification::kCallBack) {
        Q_EMIT
        callBack(card.call.id, card.call.remote);
    } else if (action == notification::kAdd) {
        Q_EMIT
        addCustomer(card.call.id, card.call.remote);
    } else if (action == notification::kLink) {
        Q_EMIT
        linkExisting(card.call.id, card.call.remote);
    } else if (action == notification::kLater) {
        Q_EMIT
        remindRequested(card.call.id);
    } else if (action == notification::kCopy) {
        Q_EMIT
        copyNumber(card.call.remote);
    } else if (!card.who.facts.isEmpty()) { // "open", and the click itself
        Q_EMIT
        openCustomer(card.who.facts.first().customer.id);
    }
}

void NativeCards::onNotificationClosed(uint id, uint reason)
{
    const CallId call = m_byId.take(id);
    if (call.isEmpty())
        return;
    if (const auto shown = m_shown.find(call); shown != m_shown.end() && shown->waiting) {
        // A change is under way, of which the server makes a new notification: it has to be known, to be closed.
        shown->id = 0;
        shown->closed |= reason == kDismissedByPerson;
    } else {
        m_shown.remove(call);
    }
    if (reason == kDismissedByPerson)
        Q_EMIT
    dismissed(call);
}

} // namespace callcard::ui
