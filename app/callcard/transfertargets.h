#pragma once

#include <callcard/callprovider.h>
#include <callcard/ui/cardvalues.h>

namespace callcard {

class Engine;

/// Whom a call can be handed to, for what was typed: a short number, a number, colleagues, then customers. Best first, few.
[[nodiscard]] QList<ui::TransferTarget> transferTargets(Engine &engine, const QList<Colleague> &colleagues, const QString &text);

} // namespace callcard
