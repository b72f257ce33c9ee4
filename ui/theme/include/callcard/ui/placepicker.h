#pragma once

#include <QComboBox>

namespace callcard::ui {

/// Chooses a country or a time zone by name; the value is the code. Filled when its list is wanted, not when the page is made.
class PlacePicker final : public QComboBox
{
    Q_OBJECT

public:
    enum class Kind { Country, TimeZone };
    explicit PlacePicker(Kind kind, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const { return currentData().toString(); }
    void setValue(const QString &code); ///< Emits no chosen().
    void showPopup() override;

    [[nodiscard]] static QString nameOf(Kind kind, const QString &code); ///< "Canada (CA)", "America/New York"

Q_SIGNALS:
    void chosen(const QString &code);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    const Kind m_kind;
    bool m_filled = false;
};

} // namespace callcard::ui
