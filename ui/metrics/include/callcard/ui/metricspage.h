#pragma once

#include <callcard/message.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/panelfigures.h>
#include <callcard/ui/timetexts.h>

#include <QWidget>

#include <memory>

class QPainter;

namespace callcard::ui {

class Chart;

struct MetricsOptions {
    QString homeRegion{QStringLiteral("US")};
    TimeTexts times{};
};

/// The answer to detailsRequested().
struct FigureDetails {
    Figure figure{};
    DayRange range{};
    QList<LogEntry> calls{}; ///< Newest first; perhaps not all.
    QList<Message> texts{};
    int all{};
    bool recorded{}; ///< Somebody else's: what the team's call records tell.
    std::optional<ErrorText> problem{};
};

enum class PanelExport { TableCsv, CallsCsv, Picture, Pdf, Print };

/// A rep's figures at a glance: goals with their pace, days, what the calls were, whom with. Everything on it can be pressed and then
/// shows its calls and its definition. It computes nothing itself but what panelFigures() makes of the facts it is given.
class MetricsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsPage(QWidget *parent = nullptr);
    ~MetricsPage() override;
    [[nodiscard]] static QString title();

    void setOptions(const MetricsOptions &options);
    /// Whose panels may be opened; one person alone is no choice and not shown.
    void setPeople(const QList<PanelPerson> &people, const UserId &current);
    void setFacts(const PanelFacts &facts);
    void setNow(const QDateTime &now); ///< Ages and pace go on.
    void setCustomers(const QList<PanelCustomer> &customers);
    void setDetails(const FigureDetails &details);
    void setSyncing(bool on);
    void setProblem(const std::optional<ErrorText> &problem); ///< Of this computer's own log.

    [[nodiscard]] const PanelChoice &choice() const;
    void choose(const PanelChoice &choice);
    [[nodiscard]] const PanelFacts &facts() const;
    [[nodiscard]] const PanelFigures &figures() const;

    /// What is shown, as it would be on paper: without the buttons of the window.
    [[nodiscard]] QSize paperSize() const;
    void paintPaper(QPainter &painter);

Q_SIGNALS:
    void choiceChanged(const callcard::ui::PanelChoice &choice);
    void detailsRequested(callcard::ui::Figure figure, const callcard::DayRange &range);
    void callRequested(const callcard::CallId &call);
    void historyRequested(const callcard::DayRange &range);
    void customerRequested(const callcard::CustomerLink &customer);
    void personChosen(const callcard::UserId &user);
    void syncRequested();
    void retryRequested();       ///< This computer's log once more.
    void connectionsRequested(); ///< "Nov 11 was not read: why?"
    void exportRequested(callcard::ui::PanelExport what);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildHeader();
    void buildTiles();
    void arrange();
    void refresh();
    void refreshFoot();
    void showFigure(Figure figure, const DayRange &range, const QRect &place, const QString &title = {});
    void step(int by);
    void offerTable(Chart *chart);
    void showTable(const Chart *chart);
    [[nodiscard]] QList<QStringList> tableOf(const Chart *chart) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui

Q_DECLARE_METATYPE(callcard::ui::Figure)
Q_DECLARE_METATYPE(callcard::ui::PanelChoice)
Q_DECLARE_METATYPE(callcard::ui::PanelExport)
