#pragma once

#include <callcard/ui/cardvalues.h>

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callcard {
class Clock;
}

namespace callcard::ui {

class ToastHead;

/// A text that came in: who, three lines, a reply. The reply takes the keyboard only when clicked, and stays until it was sent.
class TextCard final : public QWidget
{
    Q_OBJECT

public:
    explicit TextCard(const Clock &clock, QWidget *parent = nullptr);
    void setToast(const TextToast &toast, const CardOptions &options);
    [[nodiscard]] const TextToast &toast() const { return m_toast; }
    [[nodiscard]] bool isWriting() const; ///< Or sending what was written.
    [[nodiscard]] bool hasKeyboard() const;
    void setWaiting(int texts); ///< So many come after this one.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const callcard::CustomerId &customer);
    void replySent(const callcard::MessageId &message, const QString &text);
    void templatesRequested(const callcard::MessageId &message);
    void dismissed();
    void keyboardWanted();
    void keyboardLeft();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void send();
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
    QLineEdit *m_reply;
    QPushButton *m_templates;
};

/// What happened while no card was allowed.
class DigestCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DigestCard(QWidget *parent = nullptr);
    void setDigest(const QuietDigest &digest, const CardOptions &options, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void callBackInOrder();
    void showAll();
    void dismissed();

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
