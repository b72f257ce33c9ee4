#pragma once

#include <QAbstractButton>

namespace callcard::ui {

/// A few words at the foot of the call box that say how it will be; where there is a choice a click on them offers it.
class FooterChoice final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FooterChoice(const QString &icon, QWidget *parent);
    void setWords(const QString &words, bool choosable);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const QString m_icon;
    bool m_choosable{};
};

} // namespace callcard::ui
