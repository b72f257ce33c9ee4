#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace callcard::ui {

/// What a source would bring, for a yes or a no: some customers as they would be shown, and what would be refused.
class PreviewPane final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget *parent = nullptr);
    void setPreview(const DirectoryPreview &preview);
    void focusKeep();

Q_SIGNALS:
    void keepRequested();
    void otherRequested(); ///< Not these.

private:
    void addRows(QVBoxLayout &column, const QList<PreviewRow> &rows) const;

    QWidget *m_content = nullptr;
    QVBoxLayout *m_column;
    QPushButton *m_keep;
};

} // namespace callcard::ui
