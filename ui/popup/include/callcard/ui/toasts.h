#pragma once

#include <callcard/ui/cardvalues.h>

#include <QPointer>
#include <QWidget>

class QAbstractButton;
class QLineEdit;
class QMenu;
class QPushButton;

namespace callcard {
class Clock;
}

namespace callcard::ui {

class ToastHead;

/// A card that is no call. It is read out when it comes; the keyboard it has only when given, and then moves to its neighbours and out
/// of it as in a call's card.
class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent = nullptr);
    virtual void takeKeyboard() = 0; ///< Its window has it: now what is used first.
    [[nodiscard]] bool hasKeyboard() const;

Q_SIGNALS:
    void dismissed();
    void keyboardLeft();
    void neighbourWanted(int step); ///< 1: the card below.

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Of its buttons.
};

/// A text that came in: who, three lines, a reply. The reply takes the keyboard only when clicked or given, and stays until it was sent.
class TextCard final : public Toast
{
    Q_OBJECT

public:
    explicit TextCard(const Clock &clock, QWidget *parent = nullptr);
    void setToast(const TextToast &toast, const CardOptions &options);
    [[nodiscard]] const TextToast &toast() const { return m_toast; }
    void setTemplates(const QStringList &templates) { m_toast.templates = templates; }
    [[nodiscard]] bool isWriting() const; ///< Or sending what was written, or choosing it.
    void takeKeyboard() override;
    void setWaiting(int texts); ///< So many come after this one.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const callcard::CustomerId &customer);
    void replySent(const callcard::MessageId &message, const QString &text);
    void templateKept(const QString &text); ///< What stands in the field, to be used again.
    void templateDropped(const QString &text);
    void keyboardWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
    void openTemplates();
    void takeTemplate(const QString &text);
    void settleHead();
    [[nodiscard]] QString hint() const;
    [[nodiscard]] int hintHeight() const;
    [[nodiscard]] QRect textRect() const;
    const Clock &m_clock;
    TextToast m_toast;
    QString m_words;
    std::chrono::milliseconds m_shown{};
    bool m_hidden{}; ///< The screen is shared.
    bool m_sending{};
    int m_waiting{};
    CardOptions m_options;
    ToastHead *m_head;
    QAbstractButton *m_open; ///< The text itself, pressed.
    QLineEdit *m_reply;
    QPushButton *m_templates;
    QPointer<QMenu> m_menu;
};

/// What happened while no card was allowed.
class DigestCard final : public Toast
{
    Q_OBJECT

public:
    explicit DigestCard(QWidget *parent = nullptr);
    void takeKeyboard() override;
    void setDigest(const QuietDigest &digest, const CardOptions &options, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void callBackInOrder();
    void showAll();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        QString id, name, second, icon, what;
        bool missed{};
    };
    struct Count {
        int number{};
        QString word{};
        bool missed{};
    };
    [[nodiscard]] int rowsTop() const;
    QList<Count> m_counts;
    QList<Row> m_rows;
    ToastHead *m_head;
    QPushButton *m_callBack;
    QPushButton *m_all;
};

} // namespace callcard::ui
