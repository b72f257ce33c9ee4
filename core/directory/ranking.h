#pragma once

#include <callcard/directory.h>

namespace callcard {

/// Best first, with the reason of each where there are several.
[[nodiscard]] QList<Match> ranked(QList<Match> matches, const Me &me, const QDateTime &now);
[[nodiscard]] bool isMine(const Customer &customer, const Me &me);

} // namespace callcard
