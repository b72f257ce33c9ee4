#pragma once

#include <callcard/ui/paint.h>

#include <QAbstractButton>

namespace callcard::ui {

/// A small fact, or when checkable a choice (a filter, an outcome with its digit). Its name for screen readers is its text.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const ChipLook &look, QWidget *parent = nullptr); ///< A fact: takes no clicks and no keyboard.
    [[nodiscard]] static Chip *choice(const QString &text, const QString &digit = {}, QWidget *parent = nullptr); ///< 26 high, checkable.

    void setLook(const ChipLook &look);
    [[nodiscard]] const ChipLook &look() const { return m_look; }
    void setCheckedState(StateLook look) { m_checkedState = look; } ///< The tint when checked; without it the selection's.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Chip(const ChipLook &look, bool choice, QWidget *parent);
    ChipLook m_look;
    QString m_digit;
    std::optional<StateLook> m_checkedState;
};

} // namespace callcard::ui
