#pragma once

#include <QStringList>
#include <QWidget>

namespace callcard::ui {

/// A key and what it does.
struct FooterHint {
    QStringList keys{};
    QString text{};
    bool operator==(const FooterHint &) const = default;
};

/// The strip at the foot of the call box: what will happen and as whom, or which keys there are.
class CallBoxFooter final : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    void showEffect(const QString &effect, const QString &line);
    void showHints(const FooterHint &first, const FooterHint &second = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHints(QPainter &painter) const;
    QString m_effect;
    QString m_line;
    FooterHint m_first;
    FooterHint m_second;
};

} // namespace callcard::ui
