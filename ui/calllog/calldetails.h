#pragma once

#include <callcard/callrecords.h>
#include <callcard/ui/callhistorypage.h>

class QLabel;
class QPushButton;
class QToolButton;

namespace callcard::ui {

class Avatar;
class ChipFlow;
class Label;
class NoteBox;
class StepList;

/// One call beside the list: who, what can be done, the note, the outcome, the recording, what happened, and whether it counts.
class CallDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit CallDetails(QWidget *parent = nullptr);
    void setOptions(const HistoryOptions &options);
    void setEntry(const LogEntry &entry);
    void setStory(const CallStory &story);
    void setRefusal(const QString &why); ///< Worded; after setStory().
    void setDayTotals(QDate day, const LogTotals &totals, QDate today);
    void setStar(bool on);           ///< After setStory().
    void setClosable(bool closable); ///< It lies over the list.
    [[nodiscard]] const LogEntry &entry() const { return m_story.entry; }
    void startNote();
    void pressOutcome(int digit);
    void pressStar();
    [[nodiscard]] bool isTyping() const;

Q_SIGNALS:
    void dialRequested(const callcard::LogEntry &entry);
    void customerRequested(const callcard::LogEntry &entry);
    void textRequested(const callcard::LogEntry &entry);
    void noteEdited(const callcard::CallId &call, const QString &note);
    void outcomeChosen(const callcard::CallId &call, const QString &outcome);
    void privateChosen(const callcard::CallId &call, bool isPrivate);
    void starChosen(const callcard::LogEntry &entry, bool on);
    void reminderRequested(const callcard::LogEntry &entry);
    void recordingRequested(const QUrl &url);
    void left();
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh(const LogEntry &entry, bool otherCall);
    void fillMenu();
    [[nodiscard]] QString noteStatus() const;
    void settleCounted();
    [[nodiscard]] static Label *section(const QString &text);

    HistoryOptions m_options;
    CallStory m_story;
    QString m_refusal;
    bool m_told{}; ///< The story came: deliveries and steps are known.
    Avatar *m_avatar;
    Label *m_name;
    Label *m_company;
    QToolButton *m_close;
    QPushButton *m_call;
    QPushButton *m_open;
    QToolButton *m_text;
    QToolButton *m_star;
    QToolButton *m_more;
    NoteBox *m_note;
    ChipFlow *m_outcomes;
    QWidget *m_recordingPart;
    QPushButton *m_recording;
    Label *m_recordingLength;
    QWidget *m_transcriptPart;
    QLabel *m_transcript;
    QWidget *m_stepsPart;
    StepList *m_steps;
    Label *m_footer;
};

} // namespace callcard::ui
