#pragma once

#include <callcard/calllog.h>
#include <callcard/directory.h>
#include <callcard/figuresstore.h>
#include <callcard/reconcile.h>
#include <callcard/ui/panelfigures.h>
#include <callcard/ui/teamfacts.h>

namespace callcard {

/// What the last reconciliation says of the newest day for which a provider was asked.
[[nodiscard]] std::optional<ui::Agreement> agreementOf(const QList<ReconciledFigure> &figures, const QDateTime &at);

/// The busiest people with their texts of the span, and what the directory knows of their orders. No directory: names alone.
[[nodiscard]] QList<ui::PanelCustomer> panelCustomers(const QList<PersonEntry> &people, const QList<Message> &texts,
                                                      const Directory *directory, const QString &homeRegion);

/// Somebody else's days, from documents: what has none was not read. They tell calls, minutes and texts, not what the calls were.
[[nodiscard]] QList<ui::PanelDay> documentDays(const QList<StoredFigure> &figures, const DayRange &range);
[[nodiscard]] QDateTime newestDocument(const QList<StoredFigure> &figures);
/// What somebody who comes from the team's page wants to see of one person: the same days.
[[nodiscard]] ui::PanelChoice panelChoice(const ui::TeamChoice &choice);

} // namespace callcard
