#pragma once

#include "wire.h"

#include <callcard/callprovider.h>

#include <wire/wirejson.h>

/// The account's people, numbers and devices. Pure.
namespace callcard::ringcentral {

/// A number of my extension, and what it may be used for.
struct OwnNumber {
    QString number{}; ///< E.164
    QString label{};
    bool showsAsCaller{};
    bool sendsTexts{};
    bool primary{};
};
[[nodiscard]] QList<OwnNumber> numbersFrom(const Json &list);

/// The first device that is online.
[[nodiscard]] std::optional<QString> deviceFrom(const Json &list);

struct AgentPage {
    QList<Agent> agents{};
    bool more{};
};
[[nodiscard]] Result<AgentPage> agentsFrom(const Json &page);
[[nodiscard]] Result<Agent> agentFrom(const Json &extension);
/// onCall and available, from a presence.
void addPresence(Agent &agent, const Json &presence);
/// Id of the extension → its presence.
[[nodiscard]] QHash<QString, Json> presencesFrom(const Json &page);

/// Adds everybody but me who has a short number; returns whether there are more pages.
[[nodiscard]] Result<bool> addColleagues(QList<Colleague> &colleagues, const Json &page, const QString &myExtensionId);

/// Adds extension id → name; returns whether there are more pages.
[[nodiscard]] Result<bool> addQueues(QHash<QString, QString> &queues, const Json &page);

/// Texts of one page of the message store or of message-sync.
struct TextPage {
    QList<Message> texts{};
    QDateTime oldest{}; ///< Of the earliest one.
    bool more{};
    QString syncToken{};
};
[[nodiscard]] Result<TextPage> textsFrom(const Json &page, const Self &self);

} // namespace callcard::ringcentral
