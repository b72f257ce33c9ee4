#pragma once

#include <callcard/ui/theme.h>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QTimer;

namespace callcard::ui {

class Label;

/// A white tile: 1 px border, radius 10, padding 16.
class Tile : public QFrame
{
    Q_OBJECT

public:
    explicit Tile(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Trouble or a promise, inline: tint, icon, what happened, what is done about it, a button. Never a dialog.
class Banner final : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(StateLook look, QWidget *parent = nullptr);
    void setLook(StateLook look, const QString &icon = {});
    void setTexts(const QString &strong, const QString &rest = {});
    void setButton(const QString &text); ///< Empty: none.

Q_SIGNALS:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    StateLook m_look;
    QString m_icon;
    QString m_strong;
    QString m_rest;
    QLabel *m_text;
    QPushButton *m_button;
};

/// Nothing here yet: an icon, one sentence, one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &icon, const QString &sentence, const QString &button = {}, QWidget *parent = nullptr);

Q_SIGNALS:
    void buttonClicked();
};

/// Three grey rows while data is on its way; becomes visible only after 200 ms, so that quick answers do not flicker.
class SkeletonRows final : public QWidget
{
    Q_OBJECT

public:
    explicit SkeletonRows(int rowHeight = size::rowTwo, QWidget *parent = nullptr);
    void setLoading(bool loading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_rowHeight;
    QTimer *m_patience;
};

/// The 64 px at the top of a page: title, one line of context, room for actions at the end.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setContext(const QString &text);
    void addAction(QWidget *control);
    void addBesideTitle(QWidget *control);

private:
    Label *m_title;
    Label *m_context;
    QHBoxLayout *m_beside;
    QHBoxLayout *m_actions;
};

} // namespace callcard::ui
