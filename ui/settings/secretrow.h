#pragma once

#include <callcard/ui/settingspage.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard::ui {

class PlainText;

/// A key or password: whether it is there, Replace, Remove. Never shown, not even as dots; only while it is typed.
class SecretRow final : public QWidget
{
    Q_OBJECT

public:
    SecretRow(const QString &key, const SettingWords &words, QWidget *parent = nullptr);
    void setFacts(SecretPlace place);
    void setProblem(const QString &sentence);
    [[nodiscard]] bool matches(const QStringList &wordsSought) const;
    void focusControl();

Q_SIGNALS:
    void entered(const QString &key, const QString &text);
    void removeRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setTyping(bool on);
    void submit();
    void refresh();

    const QString m_key;
    const SettingWords m_words;
    SecretPlace m_place{};
    QString m_problem;
    PlainText *m_state;
    QLineEdit *m_field;
    QPushButton *m_replace;
    QPushButton *m_remove;
    QPushButton *m_save;
};

} // namespace callcard::ui
