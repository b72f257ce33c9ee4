#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QTimer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace callcard {
class Clock;
}

namespace callcard::ui {

class WayRow;

/// The record of one customer.
class RecordPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordPane(const Clock &clock, QWidget *parent = nullptr);
    void setOptions(const DirectoryOptions &options);
    void setRecord(const std::optional<CustomerRecord> &record);
    [[nodiscard]] const std::optional<CustomerRecord> &record() const { return m_record; }
    void setBackShown(bool shown);
    void setLinking(const std::optional<CustomerNumber> &number); ///< It lies over the list.
    void focusFirst();
    void callUsual();

Q_SIGNALS:
    void callRequested(const callcard::PhoneNumber &number, const callcard::CustomerId &customer);
    void mailRequested(const QString &address);
    void crmRequested(const QUrl &page);
    void companyRequested(const QString &company);
    void eventChosen(const callcard::CallId &call);
    void noteEditRequested(const callcard::CallId &call);
    void promiseDone(qint64 promise);
    void editRequested();
    void discardRequested(const callcard::CustomerId &customer);
    void linkRequested(const callcard::CustomerNumber &number, const callcard::CustomerId &customer);
    void unlearnRequested(const callcard::PhoneNumber &number);
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildHead(QVBoxLayout &column);
    void buildLinking(QVBoxLayout &column);
    void buildPromise(QVBoxLayout &column);
    void buildWays(QVBoxLayout &column);
    void buildNote(QVBoxLayout &column);
    void buildEvents(QVBoxLayout &column);
    void buildSources(QVBoxLayout &column);
    void addSection(QVBoxLayout &column, const QString &title, QWidget *atEnd = nullptr);
    void showTimes();

    const Clock &m_clock;
    DirectoryOptions m_options;
    std::optional<CustomerRecord> m_record;
    std::optional<CustomerNumber> m_linking; ///< Somebody asks whose it is.
    QScrollArea *m_scroll;
    QList<WayRow *> m_ways;
    QTimer m_minute; ///< Runs only while it shows: the clocks of other places move on.
    bool m_back = false;
};

} // namespace callcard::ui
