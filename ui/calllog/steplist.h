#pragma once

#include <callcard/callrecords.h>
#include <callcard/ui/callhistorypage.h>
#include <callcard/ui/theme.h>

namespace callcard::ui {

/// "What happened": a time line of one call, with how fast its card was.
class StepList final : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);
    void setStory(const CallStory &story, const HistoryOptions &options);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QDateTime at;
        QString time;
        QString word;
        QString detail;
        std::optional<StateLook> look; ///< Absent: an open dot.
    };
    [[nodiscard]] static Line lineOf(const CallStep &step, const Call &call);
    QList<Line> m_lines;
};

} // namespace callcard::ui
