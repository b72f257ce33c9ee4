#pragma once

#include <callcard/ui/callhistorypage.h>

#include <QObject>
#include <QTimer>

namespace callcard {

class Engine;

/// Between the history page and the call log: answers what the page asks for, carries out what a person does on it, and puts in what
/// changes meanwhile. A read that fails is told on the page, with the old rows left where they are.
class HistoryDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    HistoryDesk(Engine &engine, ui::CallHistoryPage &page, QObject *parent = nullptr);

    /// Ages are of now.
    void refresh();

Q_SIGNALS:
    void dialRequested(const callcard::CallParty &party);
    void customerRequested(const callcard::CustomerId &customer);
    void strangerRequested(const callcard::CallId &call, const callcard::CallParty &party);

private:
    void wirePage();
    void wireLog();
    void applySettings();
    void answer(const HistoryQuery &query, ui::HistoryGrouping grouping, bool more);
    void showDay(QDate day);
    void showStory(const CallId &call);
    void tellStory(CallStory story);
    void onEntryChanged(const CallId &call);
    void tell(const Error &error);
    void told();

    Engine &m_engine;
    ui::CallHistoryPage &m_page;
    bool m_trouble = false;
};

} // namespace callcard
