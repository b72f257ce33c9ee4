#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

namespace callcard::ui {

/// Owner, status, since when, what they bought: what is not known leaves no hole. Goes into several lines where it must.
class FactStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Fact {
        QString label{};
        QString value{};
    };
    explicit FactStrip(const QList<Fact> &facts, QWidget *parent = nullptr);
    [[nodiscard]] static QList<Fact> factsOf(const Customer &customer, const DirectoryOptions &options, const QDateTime &now);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] QRect cell(int index, int width) const;
    const QList<Fact> m_facts;
};

} // namespace callcard::ui
