#pragma once

#include "decisionrow.h"

#include <QListView>

namespace callcard::ui {

/// The table of decisions: its head, and rows of which the chosen one is unfolded.
class DecisionList final : public QListView
{
    Q_OBJECT

public:
    explicit DecisionList(QWidget *parent = nullptr);
    void setTimes(const TimeTexts &times);

Q_SIGNALS:
    void settingRequested(const QString &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QString settingAt(const QPoint &position) const;
    DecisionRow *m_row;
};

/// "When  Who  Decision  Because  How long it took"
class DecisionHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionHead(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace callcard::ui
