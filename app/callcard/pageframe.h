#pragma once

#include <QWidget>

namespace callcard {

/// Where a page lies that is made when somebody looks at it and gone when nobody does: a panel that is closed costs nothing.
class PageFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit PageFrame(QWidget *parent = nullptr);
    /// Takes it; null deletes the one that was there.
    void setPage(QWidget *page);

Q_SIGNALS:
    void opened();
    void closed();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *m_page = nullptr;
};

} // namespace callcard
