#pragma once

#include <QCoreApplication>

namespace callcard {

/// What a card says, wherever in this room it is put together: one context for the translators.
struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

} // namespace callcard
