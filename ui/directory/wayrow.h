#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QPushButton;

namespace callcard::ui {

class Label;

/// A way to reach somebody: what kind, the number with its place and the time there, or an address; copy, and call or write.
class WayRow final : public QWidget
{
    Q_OBJECT

public:
    struct Look {
        QString label{};
        QString text{};   ///< As shown.
        QString copied{}; ///< As it goes to the clipboard.
        QString person{}; ///< For screen readers.
        bool number{};    ///< Left to right whatever surrounds it; otherwise an address.
        bool primary{};   ///< Called when nothing else is said.
        bool usual{};     ///< Where the rep reaches them.
        bool learned{};   ///< The rep said so: can be undone.
        bool callable{};
        QString place{};
        QByteArray zone{};
    };
    explicit WayRow(const Look &look, QWidget *parent = nullptr);
    void showTime(const QDateTime &now, const TimeTexts &times); ///< The wall clock there moves on.
    [[nodiscard]] QPushButton *action() const { return m_action; }

Q_SIGNALS:
    void wanted();        ///< Call or Write.
    void undoRequested(); ///< Of what was learned.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copy();
    const Look m_look;
    QPushButton *m_action = nullptr;
    Label *m_place = nullptr;
};

} // namespace callcard::ui
