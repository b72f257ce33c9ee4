#pragma once

#include <callcard/callrecords.h>
#include <callcard/message.h>
#include <callcard/task.h>
#include <callcard/ui/cardvalues.h>

#include <QObject>

#include <deque>
#include <stop_token>

namespace callcard {

class Engine;

namespace ui {
class NativeCards;
class Popup;
} // namespace ui

/// Texts that come in: a small card with whom it is from, and the reply's way back. While it is quiet they wait for the digest.
class TextDesk final : public QObject
{
    Q_OBJECT

public:
    /// All outlive us. `native`: notifications instead of windows.
    TextDesk(Engine &engine, ui::Popup &popup, ui::NativeCards &notifications, bool native, QObject *parent = nullptr);
    void showInWindows() { m_native = false; }

    [[nodiscard]] QList<ui::TextToast> takeHeld();
    /// A name, or the number in its readable form.
    [[nodiscard]] static QString writerOf(const ui::TextToast &toast, const QString &homeRegion);
    /// Opens an empty text to whoever the call was with.
    void write(const LogEntry &entry);
    [[nodiscard]] QCoro::Task<> stop();

private:
    void setTemplates(const QStringList &templates);
    void onMessage(const Message &message);
    void reply(const MessageId &id, const QString &text);
    [[nodiscard]] ui::TextToast toastOf(const Message &message) const;
    void tellNotSent(const Message &asked, const QString &text, const Error &error);
    QCoro::Task<> send(Message asked, QString text);

    Engine &m_engine;
    ui::Popup &m_popup;
    ui::NativeCards &m_notifications;
    bool m_native;
    std::deque<Message> m_recent; ///< Newest first: what can still be replied to.
    QList<ui::TextToast> m_held;
    QStringList m_templates;
    int m_begun = 0;           ///< Texts that the rep began.
    std::stop_source m_asking; ///< Of providers, which do not live as long as we.
    TaskScope m_scope;
};

} // namespace callcard
