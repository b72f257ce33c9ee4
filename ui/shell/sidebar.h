#pragma once

#include <callcard/ui/shell.h>

#include <QAbstractButton>
#include <QHash>

class QButtonGroup;
class QVBoxLayout;

namespace callcard::ui {

/// One page's entry: icon, name, count; icon alone when narrow.
class SidebarEntry final : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarEntry(const QString &icon, const QString &title, QWidget *parent);
    void setCount(int count);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_icon;
    int m_count{};
    bool m_narrow{};
};

/// Looks like a field, opens the call box: typing happens there.
class CallField final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CallField(QWidget *parent);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString keyText();
    bool m_narrow{};
};

/// The truth, at the foot; a click leads to the connections.
class ConnectionLine final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ConnectionLine(QWidget *parent);
    void setConnection(ConnectionTone tone, const QString &headline, const QString &detail);
    void setNarrow(bool narrow);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionTone m_tone{};
    QString m_headline;
    QString m_detail;
    bool m_narrow{};
};

class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent);
    void addEntry(const QString &id, const QString &icon, const QString &title, PagePlace place);
    void setOffered(const QString &id, bool offered);
    void setCurrent(const QString &id);
    void setCount(const QString &id, int count);
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    [[nodiscard]] ConnectionLine *connectionLine() const { return m_line; }
    [[nodiscard]] CallField *callField() const { return m_field; }

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settleSize();
    QButtonGroup *m_group;
    QHash<QString, SidebarEntry *> m_entries;
    QVBoxLayout *m_main;
    QVBoxLayout *m_foot;
    CallField *m_field;
    ConnectionLine *m_line;
    QWidget *m_logo;
    bool m_narrow{};
};

} // namespace callcard::ui
