#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// An import, step by step: reading, the doctor's report, and only then, when a person says so, keeping it.
class ImportPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPane(const Clock &clock, QWidget *parent = nullptr);
    void setOptions(const DirectoryOptions &options) { m_options = options; }
    void setState(const ImportState &state);

Q_SIGNALS:
    void requested(const callcard::ImportRequest &request);
    void cancelled(); ///< While it runs.
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildProgress(QVBoxLayout &column);
    void buildReport(QVBoxLayout &column);
    void buildColumns(QVBoxLayout &column);
    void buildFindings(QVBoxLayout &column);
    void buildFailure(QVBoxLayout &column);
    void addFigure(QVBoxLayout &column, qint64 count, const QString &text, const QString &icon = {});
    void request(bool dryRun);

    const Clock &m_clock;
    DirectoryOptions m_options;
    ImportState m_state;
    QHash<QString, QString> m_map; ///< What a person chose over what was guessed.
    QScrollArea *m_scroll;
    class ProgressLine *m_line = nullptr;
};

} // namespace callcard::ui
