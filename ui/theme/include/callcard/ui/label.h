#pragma once

#include <callcard/ui/theme.h>

#include <QWidget>

namespace callcard::ui {

/// One line of plain text in a size and colour of the design. Follows the theme, elides at its end and then shows the whole as tool tip.
/// Figures are not elided: they keep their width.
class Label final : public QWidget
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, Type type = Type::Body, ColorRole role = &Colors::text, QWidget *parent = nullptr);
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setTabular(bool on);
    void setAlignment(Qt::Alignment alignment);
    void setColor(ColorRole role);
    void setState(std::optional<StateLook> look); ///< The colour of a state instead.

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int textWidth() const;
    QString m_text;
    Type m_type;
    ColorRole m_role;
    std::optional<StateLook> m_state;
    Qt::Alignment m_alignment{Qt::AlignLeading | Qt::AlignVCenter};
    bool m_tabular{};
    bool m_elided{};
};

} // namespace callcard::ui
