#pragma once

#include <callcard/connection.h>

#include <QWidget>

class QMenu;

namespace callcard::ui {

class Banner;
class Label;

/// One service: name, its state in a word with the state's icon, the last event; trouble in plain words below; Test and more.
class ConnectionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionRow(QWidget *parent = nullptr);
    void setConnection(const Connection &connection, const QDateTime &now);
    [[nodiscard]] QString service() const { return m_service; }

Q_SIGNALS:
    void testRequested();
    void signInRequested(const QString &service);
    void signOutRequested(const QString &service);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_service;
    QWidget *m_line;
    Label *m_name;
    Label *m_detail;
    Label *m_word;
    QWidget *m_below; ///< What is wrong, where something is.
    Banner *m_trouble;
    QString m_serviceIcon;
    QString m_stateIcon;
    bool m_broken = false;
    bool m_working = true;
};

} // namespace callcard::ui
