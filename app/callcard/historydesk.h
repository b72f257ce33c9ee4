#pragma once

#include "outcomelists.h"
#include "soundfiles.h"

#include <callcard/task.h>
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
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void dialRequested(const callcard::CallParty &party);
    void customerRequested(const callcard::CustomerId &customer);
    void textRequested(const callcard::LogEntry &entry);
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
    void openRecording(const QUrl &url);
    QCoro::Task<> fetchRecording(QUrl url, std::stop_token stop);
    [[nodiscard]] bool canText() const;
    void tell(const Error &error);
    void told();

    Engine &m_engine;
    ui::CallHistoryPage &m_page;
    OutcomeLists m_outcomes;
    SoundFiles m_sounds;
    bool m_fetching = false;
    bool m_trouble = false;
    TaskScope m_scope;
};

} // namespace callcard
