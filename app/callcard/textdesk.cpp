#include "textdesk.h"

#include <engine/engine.h>

#include <callcard/phone.h>
#include <callcard/ui/nativecards.h>
#include <callcard/ui/popup.h>

#include <QLoggingCategory>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcTexts, "callcard.app.texts")
constexpr qint64 kFreshSeconds = 300; // what a poll brings from earlier is history
constexpr std::size_t kMostRecent = 50;
constexpr qsizetype kMostHeld = 100;
} // namespace

TextDesk::TextDesk(Engine &engine, ui::Popup &popup, ui::NativeCards &notifications, bool native, QObject *parent)
    : QObject(parent), m_engine(engine), m_popup(popup), m_notifications(notifications), m_native(native)
{
    connect(&engine.liveCalls(), &LiveCalls::messageReceived, this, &TextDesk::onMessage);
    connect(&popup, &ui::Popup::replySent, this, &TextDesk::reply);
}

ui::TextToast TextDesk::toastOf(const Message &message) const
{
    ui::TextToast toast{.message = message};
    const WhoIs who = m_engine.customers().whoIs(message.remote);
    if (who.facts.size() == 1 || (who.learned && !who.facts.isEmpty())) {
        const Customer &customer = who.facts.first().customer;
        toast.customer = customer.id;
        toast.name = customer.name;
        toast.company = customer.company;
    }
    const CallProvider *provider = m_engine.liveCalls().providerOf(message.source);
    toast.canReply = provider && provider->info().canText && message.remote.number;
    return toast;
}

void TextDesk::onMessage(const Message &message)
{
    const qint64 age = message.sentAt.secsTo(m_engine.clock().now());
    const bool known = std::any_of(m_recent.begin(), m_recent.end(), [&message](const Message &one) { return one.id == message.id; });
    if (message.direction != CallDirection::Inbound || message.deleted || known || age > kFreshSeconds)
        return;
    m_recent.push_front(message);
    if (m_recent.size() > kMostRecent)
        m_recent.pop_back();
    const ui::TextToast toast = toastOf(message);
    const ScreenPop &pop = m_engine.screenPop();
    if (pop.quietUntilNow() || pop.isDoNotDisturb()) {
        if (m_held.size() < kMostHeld)
            m_held.append(toast);
    } else if (m_native) {
        const QString from = message.remote.number
                                 ? readableForm(*message.remote.number, m_engine.preferences().value(settings::kUserRegion))
                                 : message.remote.rawNumber;
        m_notifications.tell(toast.name.isEmpty() ? from : toast.name, message.text);
    } else {
        m_popup.showText(toast);
    }
}

QList<ui::TextToast> TextDesk::takeHeld()
{
    return std::exchange(m_held, {});
}

void TextDesk::reply(const MessageId &id, const QString &text)
{
    const auto asked = std::find_if(m_recent.begin(), m_recent.end(), [&id](const Message &one) { return one.id == id; });
    if (asked == m_recent.end() || text.trimmed().isEmpty())
        return;
    m_scope.start(send({.source = asked->source,
                        .direction = CallDirection::Outbound,
                        .remote = asked->remote,
                        .local = asked->local,
                        .agentEmail = asked->agentEmail,
                        .text = text,
                        .sentAt = m_engine.clock().now()}));
}

QCoro::Task<> TextDesk::send(Message message)
{
    CallProvider *provider = m_engine.liveCalls().providerOf(message.source);
    if (!provider) {
        Q_EMIT
        notSent(message.source, Error{.kind = ErrorKind::Offline});
        co_return;
    }
    const Result<Message> sent = co_await provider->sendText(message, m_scope.stopToken());
    if (!sent && sent.error().kind != ErrorKind::Cancelled) {
        qCWarning(lcTexts) << "a reply was not sent:" << sent.error();
        Q_EMIT
        notSent(message.source, sent.error());
    }
}

} // namespace callcard
