#pragma once

#include <callcard/ui/callhistorypage.h>

class QPushButton;
class QTimer;

namespace callcard::ui {

class Chip;
class PageHeader;
class SearchField;
class SegmentedControl;

/// The head of the history: search, kinds of calls, range, grouping, export. Gives the query that they make together.
class HistoryFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilters(QWidget *parent = nullptr);
    [[nodiscard]] HistoryQuery query(const QTimeZone &zone, QDate today) const;
    [[nodiscard]] HistoryGrouping grouping() const { return m_grouping; }
    void setOpenMissed(int count);
    void setSomebody(const CustomerLink &customer, const QList<PhoneNumber> &numbers);
    void setGrouping(HistoryGrouping grouping);
    /// All calls of these days, by day; emits changed() once.
    void showDays(QDate from, QDate to);
    [[nodiscard]] bool isNarrowed() const; ///< Something is left out.
    void reset();
    void startSearch();

Q_SIGNALS:
    void changed();
    void exportRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Range { Anytime, Today, ThisWeek, Last30Days, Chosen };
    void setRange(Range range);
    void clearOthers();
    void settleTexts();
    [[nodiscard]] QString rangeText() const;

    PageHeader *m_header;
    SearchField *m_search;
    SegmentedControl *m_kinds;
    QPushButton *m_rangeButton;
    QPushButton *m_groupButton;
    Chip *m_somebody;
    QTimer *m_typing;
    Range m_range{Range::Anytime};
    QDate m_from; ///< Of Chosen.
    QDate m_to;
    HistoryGrouping m_grouping{HistoryGrouping::ByDay};
    CustomerLink m_customer;
    QList<PhoneNumber> m_numbers;
};

} // namespace callcard::ui
