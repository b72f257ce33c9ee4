#pragma once

#include <callcard/ui/errortexts.h>
#include <callcard/ui/teamfacts.h>
#include <callcard/ui/timetexts.h>

#include <QWidget>

#include <memory>

class QMenu;
class QModelIndex;
class QPainter;

namespace callcard::ui {

enum class TeamColumn;
enum class TeamExport { TableCsv, Picture, Pdf, Print };

/// A team's figures side by side: no ranks, no medals. What was not read is hatched and comes last, never zero. Every figure can be pressed
/// and then says what it means and whose, or which days, it is made of.
class TeamPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPage(QWidget *parent = nullptr);
    ~TeamPage() override;
    [[nodiscard]] static QString title();

    void setTimes(const TimeTexts &times);
    void setFacts(const TeamFacts &facts);
    [[nodiscard]] const TeamFacts &facts() const;
    /// Which teams there are, and the one that is shown; empty: everybody. One alone is no choice and not shown.
    void setTeams(const QStringList &teams, const QString &current);
    void setProgress(int done, int all); ///< Of Sync all; 0 of 0: it does not run.
    void setCanSync(bool can);
    [[nodiscard]] const TeamChoice &choice() const;
    void choose(const TeamChoice &choice); ///< Emits nothing.
    /// The answer to documentsRequested(): whatever is known of the person, also of days outside the span.
    void setDocuments(const UserId &user, const QList<TeamDocument> &documents);
    /// The table as it is sorted, the shown columns only; the first row names them.
    [[nodiscard]] QList<QStringList> table() const;

    /// What is shown, as it would be on paper: without the buttons, with those people who are scrolled out of sight.
    [[nodiscard]] QSize paperSize() const;
    void paintPaper(QPainter &painter);
    [[nodiscard]] QList<int> paperCuts() const; ///< How far down a sheet may end: between people.

Q_SIGNALS:
    void choiceChanged(const callcard::ui::TeamChoice &choice);
    void teamChosen(const QString &team);
    void personChosen(const callcard::UserId &user); ///< Enter: that rep's metrics.
    void documentsRequested(const callcard::UserId &user);
    void syncAllRequested();
    void syncRequested(const callcard::UserId &user);
    void retryRequested();
    void exportRequested(callcard::ui::TeamExport what);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHeader();
    void buildTable();
    void build();
    void refresh();
    void refreshTiles();
    void refreshTrouble();
    void fitColumns();
    void showColumnMenu(const QPoint &place);
    void offerColumns(QMenu &menu);
    void showRowMenu(const QPoint &place);
    void showTile(int tile);
    void showCell(const QModelIndex &index);
    [[nodiscard]] int tableWidth() const;
    [[nodiscard]] int widestCell(TeamColumn column) const;
    [[nodiscard]] int paperHead() const;
    void paintPaperHead(QPainter &painter, const QRect &inner);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::TeamChoice)
Q_DECLARE_METATYPE(callcard::ui::TeamExport)
