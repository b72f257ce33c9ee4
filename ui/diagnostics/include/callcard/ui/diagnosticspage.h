#pragma once

#include <callcard/connection.h>
#include <callcard/screenpop.h>
#include <callcard/ui/timetexts.h>

#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QStackedLayout;
class QVBoxLayout;

namespace callcard::ui {

class Banner;
class DecisionFilter;
class DecisionList;
class DecisionModel;
class DiagnosticsTile;
class EmptyState;
class Label;

/// How the connection stood since the program started.
struct ConnectionRecord {
    QDateTime connectedSince{}; ///< Invalid: not connected.
    int gaps{};
    std::chrono::seconds longestGap{};
    int missedCalls{}; ///< Repaired afterwards.
    QString state{};   ///< Worded, for when no call has come yet.
    bool operator==(const ConnectionRecord &) const = default;
};

/// "Why didn't it pop?": the last thousand calls with what was decided, why, and how long it took. A test call walks the real path.
class DiagnosticsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosticsPage(QWidget *parent = nullptr);
    [[nodiscard]] static QString title();

    void setTimes(const TimeTexts &times);
    void setHomeRegion(const QString &region);
    void setRules(const PopRules &rules);
    void setDecisions(const QList<PopDecision> &newestFirst);
    void addDecision(const callcard::PopDecision &decision);
    void completeDecision(const callcard::PopDecision &decision);
    void setConnection(const ConnectionRecord &record, const QDateTime &now);
    /// What of the settings and the administrator's file is not in force; nothing: all is.
    void setFileProblems(const QStringList &sentences);
    /// No window of ours has a place of its own here: how calls show all the same.
    void tellPlacesAreTheDesktops();
    void setNow(const QDateTime &now, const QTimeZone &zone);
    /// The report as it would be copied; empty closes it.
    void showReport(bool on);

Q_SIGNALS:
    void testCallRequested();
    void settingRequested(const QString &key);
    void reportCopied(const QString &report);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makeReport();
    void makeRoomForBanners();
    void refreshFigures();
    void settle();

    Banner *m_files;
    Banner *m_desktop;
    QVBoxLayout *m_banners;
    DecisionModel *m_model;
    DecisionFilter *m_filter;
    DecisionList *m_list;
    DiagnosticsTile *m_rang;
    DiagnosticsTile *m_card;
    DiagnosticsTile *m_provider;
    DiagnosticsTile *m_connection;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    Label *m_emptyState;
    QPlainTextEdit *m_report;
    QTimer m_soon; ///< Figures are counted once, however many calls came in a turn.
    TimeTexts m_times;
    QDateTime m_now;
    QTimeZone m_zone{QTimeZone::systemTimeZone()};
};

} // namespace callcard::ui
