#pragma once

#include "settingcontrol.h"

#include <callcard/preferences.h>
#include <callcard/ui/settingtexts.h>

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace callcard::ui {

class Label;
class PlainText;

/// One setting: its name with a lock where the administrator decides, what it does and where its value comes from, the control.
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    SettingRow(const SettingInfo &info, const SettingWords &words, QWidget *parent = nullptr);
    void setState(const SettingState &state);
    void setProblem(const QString &sentence); ///< Of the last change; the next one takes its place. Empty: none.
    void setNote(const QString &sentence);    ///< What is wrong with the value that holds, until somebody says otherwise.
    /// Something that belongs to the value, before the control.
    void addBeside(QWidget *widget);
    /// What the text that is being typed would do, below it.
    void setPreview(const QString &sentence, bool isTrouble);
    void setHelp(const QString &help);
    [[nodiscard]] bool matches(const QStringList &wordsSought) const;
    void focusControl();

Q_SIGNALS:
    void typed(const QString &key, const QString &text); ///< Of a template, letter by letter, and as it is at first.
    void changed(const QString &key, const QVariant &value);
    void resetRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void explain();

    const SettingInfo m_info;
    SettingWords m_words;
    SettingState m_state;
    QString m_problem;
    QString m_note;
    Label *m_label;
    QWidget *m_lock;
    PlainText *m_help;
    PlainText *m_origin;
    PlainText *m_preview;
    QPushButton *m_reset;
    QHBoxLayout *m_row;
    QHBoxLayout *m_beside;
    SettingControl m_control;
    bool m_isStacked = false;
};

} // namespace callcard::ui
