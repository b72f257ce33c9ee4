#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace callcard::ui {

/// What the sources have and the directory cannot use: which record, and why. Whoever looks after a source can be given the list.
class RefusedPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RefusedPane(QWidget *parent = nullptr);
    void setRefused(const QList<RefusedRecords> &sources);
    void focusFirst();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] bool hasAny() const;
    void addSource(QVBoxLayout &column, const RefusedRecords &source);
    void copyList() const;

    QList<RefusedRecords> m_sources;
    bool m_isTold = false; ///< Something is shown that may be shown again.
    QScrollArea *m_scroll;
};

} // namespace callcard::ui
