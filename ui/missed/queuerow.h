#pragma once

#include <callcard/callbackqueue.h>
#include <callcard/ui/missedpage.h>
#include <callcard/ui/people.h>

namespace callcard::ui {

enum class QueueSection { ToCallBack, Later, Settled };

/// One row of the missed page: the title of a section, or somebody.
struct QueueRow {
    QueueSection section{};
    bool title{};
    WaitingCaller caller{}; ///< To call back, later.
    SettledCaller settled{};
    bool operator==(const QueueRow &) const = default;

    /// The same somebody in the same list keeps the row.
    [[nodiscard]] QString key() const;
};
[[nodiscard]] QList<QueueRow> queueRows(const CallBackQueue &queue);

/// What it says.
struct QueueText {
    Person person{};
    QString name{};
    QString detail{};
    bool star{};
    QString icon{};
    std::optional<StateLook> tone{};
    QString what{};
    QString second{};
    int lineMark{-1};
    QString wait{};
    QString spoken{};
};
[[nodiscard]] QueueText queueText(const QueueRow &row, const MissedOptions &options, const QDateTime &now);
[[nodiscard]] QString sectionTitle(QueueSection section);

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::QueueText)
