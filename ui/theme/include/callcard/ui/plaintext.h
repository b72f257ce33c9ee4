#pragma once

#include <callcard/ui/tokens.h>

#include <QLabel>

#include <optional>

namespace callcard::ui {

/// Plain text over several lines, in a size and colour that follow the theme.
class PlainText final : public QLabel
{
    Q_OBJECT

public:
    explicit PlainText(const QString &text = {}, Type type = Type::Small, ColorRole role = &Colors::textSecondary,
                       QWidget *parent = nullptr);
    void setState(std::optional<StateLook> look); ///< The colour of a state instead.

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Type m_type;
    ColorRole m_role;
    std::optional<StateLook> m_state;
    bool m_dressing{};
};

} // namespace callcard::ui
