#pragma once

#include <callcard/goalprogress.h>
#include <callcard/ui/panelfacts.h>

namespace callcard::ui {

enum class PanelSpan { Today, Week, Month, Range };

/// What the panel is asked about.
struct PanelChoice {
    PanelSpan span{PanelSpan::Today};
    DayRange range{}; ///< Of Range only.
    bool operator==(const PanelChoice &) const = default;
};

/// Everything that has a definition and calls behind it.
enum class Figure {
    Calls,
    Talk,
    Texts,
    AnswerRate,
    AverageCall,
    TextReplies,
    CalledBack,
    OutgoingReached,
    OutgoingUnanswered,
    IncomingAnswered,
    Missed,
    Voicemail,
    Elsewhere,
    Failed,
    Unknown,
};

/// A figure with its goal and its two paces.
struct GoalFigure {
    Figure figure{};
    QString type{};                   ///< As the documents name it.
    std::optional<double> value{};    ///< Nothing: not a day of the span was read.
    QMap<QString, double> bySource{}; ///< The parts of the value.
    std::optional<double> target{};   ///< Nothing: no goal for such a span.
    Pace pace{};                      ///< Against time; NoGoal also where days are missing: half a week is not behind.
    std::optional<double> usual{};    ///< What the rep's own last twenty working days would have by now; nothing likewise.
    int unread{};                     ///< Working days of the span that are missing in the value.
    bool operator==(const GoalFigure &) const = default;
};

/// A figure with its way of the last days.
struct LineFigure {
    Figure figure{};
    std::optional<double> value{};
    int of{};                            ///< Of how many calls, texts …
    QList<std::optional<double>> line{}; ///< The last ten working days, the span's last one last.
    bool operator==(const LineFigure &) const = default;
};

struct MixRow {
    Figure figure{};
    int calls{};
    bool operator==(const MixRow &) const = default;
};

/// One column of the bar chart: a day, or a week of a long range.
struct ColumnFigure {
    DayRange days{};
    Reading reading{};
    QList<CallMix> mixes{}; ///< One a source.
    int calls{};            ///< All sources.
    int probable{};         ///< What a day not read would usually have.
    bool told{true};        ///< false: some documents do not say what their calls were.
    bool operator==(const ColumnFigure &) const = default;
};

struct PanelFigures {
    QDate today{};
    DayRange span{};    ///< Up to its end, also where that is still to come.
    DayRange counted{}; ///< Up to today.
    std::optional<GoalPeriod> period{};
    QList<GoalFigure> goals{}; ///< Calls, talk, texts.
    QList<LineFigure> lines{}; ///< Answer rate, average call, text replies, called back.
    QList<MixRow> mix{};
    std::optional<int> calls{};
    QList<ColumnFigure> columns{};
    double dailyGoal{}; ///< Of the bars and the calendar; 0: none.
    QStringList sources{};
    QList<QDate> unread{}; ///< Working days of the span that were not read.
    int provisional{};
};

/// The last day that can be chosen is today; a range is cut to what there is.
[[nodiscard]] DayRange rangeOf(const PanelChoice &choice, const QDate &today);
/// The same span before or after: `step` -1 or 1.
[[nodiscard]] PanelChoice beside(const PanelChoice &choice, int step, const QDate &today);

/// A pure function: the same facts and the same choice show the same panel.
[[nodiscard]] PanelFigures panelFigures(const PanelFacts &facts, const PanelChoice &choice);

/// Of one day, all sources; nothing where it was not read.
[[nodiscard]] std::optional<int> callsOf(const PanelDay &day);
[[nodiscard]] bool worksOn(const BusinessHours &hours, const QDate &day);
/// Whether a call is one of those that the figure counts.
[[nodiscard]] bool countsFor(Figure figure, const CountedCall &call);

} // namespace callcard::ui
