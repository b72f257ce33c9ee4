#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace callcard {
class Clock;
}

namespace callcard::ui {

class Banner;
class ChipRow;
class CustomerRows;
class ListFooter;
class SearchField;

/// Search, filters, the list. From the keyboard: what is typed anywhere in it searches, Down and Up walk, Enter opens, Ctrl+Enter calls.
class ListPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ListPane(const Clock &clock, QWidget *parent = nullptr);

    void setOptions(const DirectoryOptions &options);
    void setFound(const FoundCustomers &found);
    void appendFound(const FoundCustomers &found);
    void setStats(const DirectoryStats &stats);
    void setSync(const SyncState &sync);
    void setTrouble(const std::optional<Error> &error);
    void search(const QString &text);
    void focusSearch();
    void focusList();
    [[nodiscard]] QString text() const;
    [[nodiscard]] CustomerFilter filter() const;
    [[nodiscard]] CustomerId chosen() const { return m_chosen; }
    [[nodiscard]] std::optional<Customer> chosenCustomer() const;

Q_SIGNALS:
    void searchChanged(const QString &text, callcard::CustomerFilter filter);
    void moreWanted();
    void customerChosen(const callcard::CustomerId &customer);
    void opened();    ///< Enter or a click: the record is wanted in front.
    void callUsual(); ///< Ctrl+Enter
    void callText(const callcard::PhoneNumber &number);
    void addRequested(const QString &typed);
    void importRequested();
    void choicesRequested();
    void refusedRequested();
    void syncRequested();
    void connectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool searchKey(const QKeyEvent &event);
    bool listKey(const QKeyEvent &event);
    void move(int rows);
    void choose(int row);
    void keepPlace(const std::optional<CustomerId> &top, int offset);
    void onCurrent(int row);
    void ask();
    void showState();
    void showTrouble();
    void showEmpty(QWidget *state);
    void copyNumber();
    QWidget *nobodyYet();
    QWidget *nothingFound();

    const Clock &m_clock;
    DirectoryOptions m_options;
    SearchField *m_search;
    ChipRow *m_chips;
    Banner *m_trouble;
    QStackedWidget *m_stack;
    QListView *m_list;
    CustomerRows *m_rows;
    ListFooter *m_footer;
    QWidget *m_empty = nullptr;
    FoundCustomers m_found;
    DirectoryStats m_stats;
    SyncState m_sync;
    std::optional<Error> m_problem;
    CustomerId m_chosen;
    bool m_settling = false;
    bool m_isAnswer = true; ///< What comes answers a new question; otherwise the old one is only answered anew.
};

} // namespace callcard::ui
