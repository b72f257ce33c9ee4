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

/// What of the effect can be chosen.
struct FooterChoices {
    bool ways{};
    bool callers{};
};

class FooterChoice;

/// The strip at the foot of the call box: what will happen and as whom, or which keys there are.
class CallBoxFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit CallBoxFooter(QWidget *parent);
    void showEffect(const QString &effect, const QString &line, FooterChoices choices);
    void showHints(const FooterHint &first, const FooterHint &second = {});

Q_SIGNALS:
    void wayRequested(QWidget *above);
    void callerRequested(QWidget *above);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void paintHints(QPainter &painter) const;
    FooterChoice *m_way;
    FooterChoice *m_caller;
    FooterHint m_first;
    FooterHint m_second;
};

} // namespace callcard::ui
