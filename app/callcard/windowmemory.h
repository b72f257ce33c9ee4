#pragma once

#include <QObject>
#include <QString>

namespace callcard {

namespace ui {
class Shell;
}

/// Where the main window was and which page it showed, from one start to the next.
class WindowMemory final : public QObject
{
    Q_OBJECT

public:
    /// The pages are in the shell already. `file` is made when there is something to remember.
    WindowMemory(ui::Shell &shell, QString file, QObject *parent = nullptr);

private:
    void restore();
    void keep() const;

    ui::Shell &m_shell;
    const QString m_file;
};

} // namespace callcard
