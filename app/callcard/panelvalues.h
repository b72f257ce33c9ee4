#pragma once

#include <callcard/calllog.h>
#include <callcard/directory.h>
#include <callcard/reconcile.h>
#include <callcard/ui/panelfacts.h>

namespace callcard {

/// What the last reconciliation says of the newest day for which a provider was asked.
[[nodiscard]] std::optional<ui::Agreement> agreementOf(const QList<ReconciledFigure> &figures, const QDateTime &at);

/// The busiest people with their texts of the span, and what the directory knows of their orders. No directory: names alone.
[[nodiscard]] QList<ui::PanelCustomer> panelCustomers(const QList<PersonEntry> &people, const QList<Message> &texts,
                                                      const Directory *directory, const QString &homeRegion);

} // namespace callcard
