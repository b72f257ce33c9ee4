#pragma once

#include <QWidget>

namespace callcard::ui {

class Chip;

/// Outcomes as chips with their digit, in as many lines as they need. One is chosen or none.
class ChipFlow final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipFlow(QWidget *parent = nullptr);
    void setChoices(const QStringList &choices);
    void setChosen(const QString &choice); ///< One that is not among the choices gets a chip of its own, without digit.
    void press(int digit);                 ///< 1 to 9

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(width, false); }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &choice); ///< Empty: taken back.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int arrange(int width, bool move) const;
    void build();
    QStringList m_choices;
    QString m_chosen;
    QList<Chip *> m_chips;
};

} // namespace callcard::ui
