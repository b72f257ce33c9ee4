#pragma once

#include "choicelist.h"

#include <callcard/ui/cardvalues.h>

#include <QWidget>

#include <array>

class QLineEdit;
class QToolButton;

namespace callcard::ui {

/// To whom a call is handed: a field to find them by, four of them at most, and what happens then. Only who stands there for the very
/// text in the field can be chosen.
class TransferPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TransferPanel(QWidget *parent);
    void clear(); ///< Of the call before.
    void setOffer(const TransferOffer &offer);
    void startTyping(Qt::FocusReason reason);
    [[nodiscard]] bool isTyping() const;
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void searched(const QString &text);
    void chosen(const QString &target);
    void closeWished();
    void keyboardWanted();
    void typingChanged();
    void heightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void choose(int index);
    [[nodiscard]] QString hint() const;
    void refresh();

    static constexpr int kMostRows = 4;
    QLineEdit *m_field;
    QToolButton *m_close;
    std::array<ChoiceRow *, kMostRows> m_rows{};
    TransferOffer m_offer;
    int m_current{};
};

} // namespace callcard::ui
