#pragma once

#include <callcard/connection.h>

#include <QWidget>

namespace callcard::ui {

class Label;

/// One service: name, what it is doing, and at the right its state in a word with the state's icon.
class ConnectionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionRow(QWidget *parent = nullptr);
    void setConnection(const Connection &connection, const QDateTime &now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_name;
    Label *m_detail;
    Label *m_word;
    QString m_serviceIcon;
    QString m_stateIcon;
    bool m_trouble = false;
    bool m_working = true;
};

} // namespace callcard::ui
