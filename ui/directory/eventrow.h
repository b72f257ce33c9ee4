#pragma once

#include <callcard/ui/directoryvalues.h>
#include <callcard/ui/tokens.h>

#include <QAbstractButton>

namespace callcard::ui {

/// A call or a text with the customer; a click opens it.
class EventRow final : public QAbstractButton
{
    Q_OBJECT

public:
    EventRow(const RecordEvent &event, const DirectoryOptions &options, const QDateTime &now, QWidget *parent = nullptr);
    [[nodiscard]] CallId call() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_head;
    QString m_line;
    QString m_when;
    QString m_length;
    std::optional<StateLook> m_look;
    CallId m_call;
};

} // namespace callcard::ui
