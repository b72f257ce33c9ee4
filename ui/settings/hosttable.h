#pragma once

#include <callcard/ui/privacypage.h>

#include <QWidget>

namespace callcard::ui {

/// Every host that was contacted, a line each: painted, for there may be dozens and they change every second.
class HostTable final : public QWidget
{
    Q_OBJECT

public:
    explicit HostTable(QWidget *parent = nullptr);
    void setHosts(const QList<HostContact> &hosts, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<HostContact> m_hosts;
    QDateTime m_now;
};

} // namespace callcard::ui
