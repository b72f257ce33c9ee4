#pragma once

#include <QWidget>

class QToolButton;

namespace callcard::ui {

/// The grey band of what is no call: a text, the digest.
class ToastHead final : public QWidget
{
    Q_OBJECT

public:
    ToastHead(const QString &icon, QWidget *parent);
    void setTexts(const QString &word, const QString &detail, const QString &line = {}, int lineColour = 0);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_icon;
    QString m_word;
    QString m_detail;
    QString m_line;
    int m_lineColour{};
    QToolButton *m_close;
};

} // namespace callcard::ui
