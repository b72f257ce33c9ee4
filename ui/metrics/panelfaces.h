#pragma once

#include <callcard/ui/barchart.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/paneltexts.h>
#include <callcard/ui/sharebars.h>

namespace callcard::ui {

/// How a goal's tile reads: beside its ring.
struct GoalWords {
    QString of{};   ///< "of 50 today"
    QString pace{}; ///< "2 ahead"; empty without a goal.
    bool ahead{};
    bool behind{};
    QString expected{}; ///< "36 expected by now"
    QString usual{};    ///< "usually 34 by now"
    QString split{};    ///< Two sources, or days that are missing.
    QString saying{};
};

/// What the charts of the panel show, worded.
class PanelFaces
{
public:
    PanelFaces(const PanelFacts &facts, const PanelChoice &choice, const PanelFigures &panel, const TimeTexts &times);

    [[nodiscard]] GoalWords goalWords(const GoalFigure &goal) const;
    [[nodiscard]] TileFace tile(const LineFigure &line) const;
    [[nodiscard]] QList<BarColumn> columns() const;
    [[nodiscard]] QList<ShareRow> mixRows() const;
    [[nodiscard]] QString mixTitle() const;
    [[nodiscard]] QString barsTitle() const;
    [[nodiscard]] QString ageText() const;
    [[nodiscard]] bool isStale() const;
    void fill(HeatMap &map) const;

private:
    [[nodiscard]] QString columnSaying(const ColumnFigure &column) const;
    [[nodiscard]] QString columnLabel(const ColumnFigure &column, bool first) const;
    const PanelFacts &m_facts;
    const PanelChoice &m_choice;
    const PanelFigures &m_panel;
    const TimeTexts &m_times;
    QString m_words;
};

} // namespace callcard::ui
