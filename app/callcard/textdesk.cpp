#include "textdesk.h"

#include <engine/engine.h>

#include <callcard/phone.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/nativecards.h>
#include <callcard/ui/popup.h>
#include <callcard/ui/terms.h>

#include <nlohmann/json.hpp>

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcTexts, "callcard.app.texts")
constexpr qint64 kFreshSeconds = 300; // what a poll brings from earlier is history
constexpr std::size_t kMostRecent = 50;
constexpr qsizetype kMostHeld = 100;
constexpr qsizetype kMostTemplates = 20;
const auto kTemplatesKey = u"texts/templates"_s;

QStringList templatesIn(const CallLog &log)
{
    QStringList templates;
    const Result<std::optional<QByteArray>> kept = log.kept(kTemplatesKey);
    if (!kept || !*kept)
        return templates;
    const Json list = Json::parse((*kept)->begin(), (*kept)->end(), nullptr, false);
    for (const Json &one : list.is_array() ? list : Json::array()) {
        if (one.is_string() && templates.size() < kMostTemplates)
            templates.append(QString::fromStdString(one.get<std::string>()));
    }
    return templates;
}

} // namespace

TextDesk::TextDesk(Engine &engine, ui::Popup &popup, ui::NativeCards &notifications, bool native, QObject *parent)
    : QObject(parent), m_engine(engine), m_popup(popup), m_notifications(notifications), m_native(native)
{
    connect(&engine.liveCalls(), &LiveCalls::messageReceived, this, &TextDesk::onMessage);
    connect(&popup, &ui::Popup::replySent, this, &TextDesk::reply);
    if (const CallLog *log = engine.callBook().log())
        m_templates = templatesIn(*log);
    connect(&popup, &ui::Popup::templateKept, this, [this](const QString &text) {
        QStringList templates = m_templates;
        templates.removeAll(text);
        templates.prepend(text);
        setTemplates(templates.first(std::min(kMostTemplates, templates.size())));
    });
    connect(&popup, &ui::Popup::templateDropped, this, [this](const QString &text) {
        QStringList templates = m_templates;
        templates.removeAll(text);
        setTemplates(templates);
    });
    connect(&engine, &Engine::sourcesEnding, this, [this] { std::exchange(m_asking, {}).request_stop(); });
}

QCoro::Task<> TextDesk::stop()
{
    m_asking.request_stop();
    return m_scope.close();
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
    toast.templates = m_templates;
    toast.canReply = provider && provider->info().canText && message.remote.number;
    if (provider)
        toast.longestReply = provider->info().longestText;
    const QString region = m_engine.preferences().value(settings::kUserRegion);
    toast.lineName =
        message.local.name.isEmpty() && message.local.number ? readableForm(*message.local.number, region) : message.local.name;
    return toast;
}

void TextDesk::onMessage(const Message &message)
{
    const qint64 age = message.sentAt.secsTo(m_engine.liveCalls().theirs(message.source, m_engine.clock().now()));
    const bool known = std::any_of(m_recent.begin(), m_recent.end(), [&message](const Message &one) { return one.id == message.id; });
    if (message.direction != CallDirection::Inbound || message.deleted || known || age > kFreshSeconds)
        return;
    m_recent.push_front(message);
    if (m_recent.size() > kMostRecent)
        m_recent.pop_back();
    const ui::TextToast toast = toastOf(message);
    if (m_engine.screenPop().isQuietNow()) {
        if (m_held.size() < kMostHeld)
            m_held.append(toast);
        m_engine.screenPop().awaitQuietEnd();
    } else if (m_native) {
        m_notifications.tell(writerOf(toast, m_engine.preferences().value(settings::kUserRegion)), message.text);
    } else {
        m_popup.showText(toast);
    }
}

QString TextDesk::writerOf(const ui::TextToast &toast, const QString &homeRegion)
{
    if (!toast.name.isEmpty())
        return toast.name;
    const CallParty &party = toast.message.remote;
    return party.number ? readableForm(*party.number, homeRegion) : party.rawNumber;
}

QList<ui::TextToast> TextDesk::takeHeld()
{
    return std::exchange(m_held, {});
}

void TextDesk::setTemplates(const QStringList &templates)
{
    CallLog *log = m_engine.callBook().log();
    if (!log)
        return;
    Json list = Json::array();
    for (const QString &text : templates)
        list.push_back(text.toStdString());
    const std::string bytes = list.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (const Result<> kept = log->keep(kTemplatesKey, QByteArray::fromStdString(bytes)); !kept) {
        const ui::ErrorText text = ui::errorText(kept.error(), {}, m_engine.clock().now());
        m_notifications.tell(text.happened, text.remedy);
        return;
    }
    m_templates = templates;
    m_popup.setTemplates(templates);
}

void TextDesk::write(const LogEntry &entry)
{
    const CallProvider *provider = m_engine.liveCalls().providerOf(entry.call.source);
    if (!provider || !provider->info().canText)
        provider = m_engine.liveCalls().texter();
    if (!provider || !entry.call.remote.number)
        return;
    // An own number that takes calls need not send texts: the service chooses.
    const Message message{.id = MessageId(u"new:"_s + QString::number(++m_begun)),
                          .source = provider->info().id,
                          .direction = CallDirection::Outbound,
                          .remote = entry.call.remote,
                          .agentEmail = entry.call.agentEmail,
                          .sentAt = m_engine.clock().now()};
    m_recent.push_front(message);
    if (m_recent.size() > kMostRecent)
        m_recent.pop_back();
    m_popup.showText(toastOf(message));
}

void TextDesk::reply(const MessageId &id, const QString &text)
{
    const auto asked = std::find_if(m_recent.begin(), m_recent.end(), [&id](const Message &one) { return one.id == id; });
    if (asked == m_recent.end() || text.trimmed().isEmpty())
        return;
    m_scope.start(send(*asked, text));
}

/// What is known of its fate stands where it was written; it is never sent again by itself.
void TextDesk::tellNotSent(const Message &asked, const QString &text, const Error &error)
{
    ui::TextToast toast = toastOf(asked);
    toast.draft = text;
    toast.problem = ui::errorText(error, ui::serviceName(asked.source), m_engine.clock().now()).sentences();
    m_popup.showText(toast);
}

QCoro::Task<> TextDesk::send(Message asked, QString text)
{
    const Message message{.source = asked.source,
                          .direction = CallDirection::Outbound,
                          .remote = asked.remote,
                          .local = asked.local,
                          .agentEmail = asked.agentEmail,
                          .text = text,
                          .sentAt = m_engine.clock().now()};
    CallProvider *provider = m_engine.liveCalls().providerOf(message.source);
    if (!provider) {
        tellNotSent(asked, text, Error{.kind = ErrorKind::Offline});
        co_return;
    }
    const Result<Message> sent = co_await provider->sendText(message, m_asking.get_token());
    if (sent) {
        m_engine.callBook().onMessage(*sent); // a feed tells only what others send
        m_popup.closeText(asked.id);
        co_return;
    }
    if (m_scope.isClosed())
        co_return;
    qCWarning(lcTexts) << "a reply was not sent:" << sent.error();
    // Its source was replaced meanwhile: nobody waits for the answer any more.
    const bool unanswered = sent.error().kind == ErrorKind::Cancelled;
    tellNotSent(asked, text, unanswered ? Error{.kind = ErrorKind::TimedOut} : sent.error());
}

} // namespace callcard
