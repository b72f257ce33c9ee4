#pragma once

#include "client.h"

#include <QHash>

namespace callcard::firestore {

/// Who the signed-in rep is to the CRM, and who the other owners are, as far as the rules let us read it.
struct CrmTeam {
    QString uid{};
    QString email{};
    QString name{};
    std::optional<qint64> crmId{};
    QHash<QString, QString> emailsById{};
};

/// What the rules deny stays unknown; only an error that may heal is one. The client outlives the task.
[[nodiscard]] QCoro::Task<Answer<CrmTeam>> readCrmTeam(Client &client, std::stop_token stop);

} // namespace callcard::firestore
