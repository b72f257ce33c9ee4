#pragma once

#include <callcard/ui/errortexts.h>
#include <callcard/ui/teamfacts.h>
#include <callcard/ui/timetexts.h>

#include <QWidget>

#include <memory>

class QItemSelectionModel;

namespace callcard::ui {

enum class TeamSpan { Today, Week, Month, Quarter };

/// A team's figures side by side: no ranks, no medals. What was not read is hatched and comes last, never zero.
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
    void setProgress(int done, int all); ///< Of Sync all; 0 of 0: it does not run.
    void setCanSync(bool can);
    [[nodiscard]] TeamSpan span() const;
    void chooseSpan(TeamSpan span);
    /// The table as it is sorted, the shown columns only; the first row names them.
    [[nodiscard]] QList<QStringList> table() const;

Q_SIGNALS:
    void spanChosen(callcard::ui::TeamSpan span);
    void personChosen(const callcard::UserId &user); ///< Enter: that rep's metrics.
    void syncAllRequested();
    void syncRequested(const callcard::UserId &user);
    void retryRequested();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void fitColumns();
    void showColumnMenu(const QPoint &place);
    void showRowMenu(const QPoint &place);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
