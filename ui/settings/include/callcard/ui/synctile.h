#pragma once

#include <callcard/ui/timetexts.h>

#include <QWidget>

#include <optional>

class QPushButton;

namespace callcard::ui {

class Label;

/// What became of a sync that somebody asked for.
struct SyncOutcome {
    enum class End { Done, Partly, Stopped };
    End end{};
    int calls{};
    int figures{};
    QString trouble{}; ///< Partly: a sentence.
    bool operator==(const SyncOutcome &) const = default;
};

/// How the figures stand: how old they are, what keeps them from being newer, and when that is tried again.
struct SyncView {
    enum class State {
        Idle,
        Running,
        Failing,     ///< Tried again by itself.
        NeedsPerson, ///< Nothing happens before somebody helps.
        NotSetUp,
    };
    State state{State::NotSetUp};
    bool canStop{}; ///< Somebody asked for what runs.
    int done{};     ///< Of all days, while it runs.
    int all{};
    QDateTime lastSuccess{};
    QDateTime nextTry{};
    QString problem{};                    ///< Worded already.
    std::optional<SyncOutcome> outcome{}; ///< Of the last sync that somebody asked for.
    int waiting{};                        ///< Counted, not sent yet.
    int parked{};                         ///< Refused for good.
    QString parkedWhy{};                  ///< Of the newest of them.
    bool operator==(const SyncView &) const = default;
};

/// One tile with the state of the figures and the button that brings them up to date, or stops doing so.
class SyncTile final : public QWidget
{
    Q_OBJECT

public:
    explicit SyncTile(QWidget *parent = nullptr);
    void setView(const SyncView &view, const QDateTime &now, const TimeTexts &times = TimeTexts());

Q_SIGNALS:
    void syncRequested();
    void cancelRequested();

private:
    bool m_stops = false; ///< What the button does.
    Label *m_name;
    Label *m_word;
    Label *m_age;
    Label *m_problem;
    Label *m_outbox;
    QPushButton *m_button;
};

} // namespace callcard::ui
