#pragma once

#include <callcard/ui/plaintext.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace callcard::ui {

class Banner;

/// One choice of several: icon, name, what it means, a radio mark. Arrow keys choose.
class RadioTile final : public QAbstractButton
{
    Q_OBJECT

public:
    RadioTile(const QString &icon, const QString &title, const QString &detail, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_detail;
};

/// A label above a field.
QLineEdit *addField(QVBoxLayout &column, const QString &label, const QString &placeholder = {}, bool secret = false);

/// What a test of a form found, below its button: nothing, busy, well, or what is wrong and what helps.
class OutcomeLine final : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeLine(QWidget *parent = nullptr);
    void showNothing();
    void showBusy(const QString &text);
    void showGood(const QString &text);
    void showTrouble(const QString &text, const QString &button = {});
    [[nodiscard]] QString text() const { return m_said; }

Q_SIGNALS:
    void buttonClicked();

private:
    void say(StateLook look, const QString &icon, const QString &text, const QString &button = {});
    Banner *m_banner;
    QString m_said;
};

/// While the browser has the word: its link to copy, and a way out.
class WaitingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingRow(QWidget *parent = nullptr);
    /// What is said meanwhile.
    static void tell(OutcomeLine &outcome, bool opened);

Q_SIGNALS:
    void copyLinkRequested();
    void cancelRequested();
};

/// Decided by an administrator: shown, not to be changed.
void lockField(QWidget &field);
/// What is known goes in where nothing was typed, or where nobody may type.
void fillField(QLineEdit &field, const QString &text);

} // namespace callcard::ui
