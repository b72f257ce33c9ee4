#pragma once

#include <callcard/callbackqueue.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/timetexts.h>

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace callcard::ui {

class Banner;
class EmptyState;
class Label;
class PageHeader;
class QueueList;
class QueueModel;
class SkeletonRows;
class UndoBar;

struct MissedOptions {
    QString homeRegion{QStringLiteral("US")};
    QStringList lines{}; ///< The place in this list gives a line its colour.
    bool canCall{true};
    QTimeZone zone{QTimeZone::systemTimeZone()};
    TimeTexts times{};
};

/// Who waits for a call: to call back, later, and what settled today. The whole queue by keyboard: Enter calls, L later, D done, S skip.
class MissedPage final : public QWidget
{
    Q_OBJECT

public:
    explicit MissedPage(QWidget *parent = nullptr);
    ~MissedPage() override;
    [[nodiscard]] static QString title();

    void setOptions(const MissedOptions &options);
    /// Again whenever the queue changed, and every minute for the waiting times. Rows that stay are kept as they are.
    void setQueue(const CallBackQueue &queue, const QDateTime &now);
    void setLoading(bool loading);
    void setProblem(const std::optional<ErrorText> &problem);
    [[nodiscard]] QueueOrder order() const { return m_order; }
    void setOrder(QueueOrder order); ///< Emits nothing.
    [[nodiscard]] QString chosenPerson() const;

Q_SIGNALS:
    void orderChosen(callcard::QueueOrder order);
    void dialRequested(const callcard::WaitingCaller &caller);
    void laterRequested(const callcard::WaitingCaller &caller, const QDateTime &due);
    void doneRequested(const callcard::WaitingCaller &caller);
    void undoRequested(const callcard::WaitingCaller &caller); ///< Of done.
    void callChosen(const callcard::CallId &call);             ///< A settled row was opened: show it in the history.
    void customerRequested(const callcard::WaitingCaller &caller);
    void retryRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dial(const WaitingCaller &caller);
    void done(const WaitingCaller &caller);
    void askLater(const WaitingCaller &caller, const QPoint &where);
    void callInOrder();
    void skip();
    void settleBody();
    void settleHeader();
    [[nodiscard]] std::optional<WaitingCaller> current() const;

    MissedOptions m_options;
    CallBackQueue m_queue;
    QDateTime m_now;
    QueueOrder m_order{QueueOrder::Value};
    QueueWalk m_walk;
    bool m_walking = false;
    bool m_loading = false;
    bool m_read = false;
    PageHeader *m_header;
    QPushButton *m_orderButton;
    QPushButton *m_inOrder;
    Banner *m_problem;
    QStackedWidget *m_body;
    QueueModel *m_model;
    QueueList *m_list;
    EmptyState *m_empty;
    SkeletonRows *m_skeleton;
    UndoBar *m_undo;
    QWidget *m_hints;
};

} // namespace callcard::ui
