#pragma once

#include <callcard/callrecords.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/timetexts.h>

#include <QHash>
#include <QUrl>
#include <QWidget>

class QStackedWidget;

namespace callcard::ui {

class Banner;
class CallDetails;
class EmptyState;
class HistoryFilters;
class HistoryList;
class HistoryModel;
class PeopleModel;
class SkeletonRows;

struct HistoryOptions {
    QString homeRegion{QStringLiteral("US")};
    QStringList lines{};                         ///< The place in this list gives a line its colour.
    QStringList outcomes{};                      ///< At most nine: each has its digit.
    QHash<QString, QStringList> theirOutcomes{}; ///< By source: instead of those, where the service takes only its own.
    bool canCall{true};
    bool canText{};
    QTimeZone zone{QTimeZone::systemTimeZone()};
    TimeTexts times{};
};

enum class HistoryGrouping { ByDay, ByCustomer };

/// The history: what happened on the phone, by day or by customer, and one call in detail beside the list.
/// Asks for pages by queryChanged() and moreRequested() and is given them; changes of single calls are put in without reading again.
class CallHistoryPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CallHistoryPage(QWidget *parent = nullptr);
    ~CallHistoryPage() override;
    [[nodiscard]] static QString title();

    void setOptions(const HistoryOptions &options);
    void setNow(const QDateTime &now); ///< For "Today" and ages; again when the day changes.

    /// The answer to queryChanged(): replaces what is there.
    void setPage(const HistoryPage &page);
    void setPeople(const PeoplePage &page);
    /// The answer to moreRequested(): goes on where the last one ended.
    void addPage(const HistoryPage &page);
    void addPeople(const PeoplePage &page);
    void setDayTotals(QDate day, const LogTotals &totals); ///< Asked for by dayShown().
    void setEntry(const LogEntry &entry);                  ///< New or different; what the filter leaves out is left out.
    void removeEntry(const CallId &call);
    void setStory(const CallStory &story);                   ///< The answer to callChosen(), and again when it changed.
    void setRefusal(const CallId &call, const QString &why); ///< The provider did not take what was said of it; empty: it did.
    void setStar(const CallId &call, bool on);               ///< After setStory().
    void setOpenMissed(int count);
    void setLoading(bool loading);
    void setProblem(const std::optional<ErrorText> &problem); ///< Absent: all is well again.

    [[nodiscard]] HistoryQuery query() const;
    [[nodiscard]] HistoryGrouping grouping() const;
    void chooseGrouping(HistoryGrouping grouping);
    [[nodiscard]] CallId chosen() const { return m_chosen; }
    void choose(const CallId &call);
    /// Only the calls of somebody; the chip above the list takes it back.
    void showCallsOf(const CustomerLink &customer, const QList<PhoneNumber> &numbers);
    /// Everybody's calls of some days, both ends included, in the rep's zone.
    void showDays(QDate from, QDate to);
    void startSearch(); ///< Ctrl+F

Q_SIGNALS:
    void queryChanged(const callcard::HistoryQuery &query, callcard::ui::HistoryGrouping grouping);
    void moreRequested(const callcard::HistoryQuery &query, callcard::ui::HistoryGrouping grouping);
    void dayShown(QDate day); ///< Its header became visible, or one of its calls changed.
    void callChosen(const callcard::CallId &call);
    void dialRequested(const callcard::LogEntry &entry);
    void customerRequested(const callcard::LogEntry &entry); ///< Open, or link and add where nobody is known.
    void textRequested(const callcard::LogEntry &entry);
    void noteEdited(const callcard::CallId &call, const QString &note);
    void outcomeChosen(const callcard::CallId &call, const QString &outcome);
    void privateChosen(const callcard::CallId &call, bool isPrivate);
    void starChosen(const callcard::LogEntry &entry, bool on); ///< Of the person, not only of this call.
    void reminderRequested(const callcard::LogEntry &entry);
    void recordingRequested(const QUrl &url);
    void exportRequested(const callcard::HistoryQuery &query);
    void retryRequested(); ///< The button of the error banner.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void ask();
    void askMore();
    void onCurrentChanged();
    void showDetails(const LogEntry &entry);
    void settleSpace();
    void settleBody();
    [[nodiscard]] std::optional<LogEntry> current() const;

    HistoryOptions m_options;
    HistoryFilters *m_filters;
    HistoryModel *m_days;
    PeopleModel *m_people;
    HistoryList *m_list;
    CallDetails *m_details;
    EmptyState *m_empty;
    EmptyState *m_nothing;
    SkeletonRows *m_skeleton;
    Banner *m_problem;
    QStackedWidget *m_body;
    QDate m_today;
    CallId m_chosen;
    bool m_more = false;
    bool m_asked = false;
    bool m_loading = false;
};

} // namespace callcard::ui
