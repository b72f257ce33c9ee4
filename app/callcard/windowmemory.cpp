#include "windowmemory.h"

#include <callcard/ui/shell.h>

#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace callcard {

namespace {
Q_LOGGING_CATEGORY(lcWindow, "callcard.app.window")
constexpr qint64 kMuch = 64 * 1024; // a few hundred bytes are ours
} // namespace

WindowMemory::WindowMemory(ui::Shell &shell, QString file, QObject *parent) : QObject(parent), m_shell(shell), m_file(std::move(file))
{
    restore();
    connect(&shell, &ui::Shell::layoutStateChanged, this, &WindowMemory::keep);
}

void WindowMemory::restore()
{
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return; // the first start
    if (!m_shell.restoreLayoutState(file.read(kMuch)))
        qCInfo(lcWindow) << "the window begins as at the first start: what was kept of it cannot be read";
}

void WindowMemory::keep() const
{
    const QByteArray state = m_shell.layoutState();
    QSaveFile file(m_file);
    const bool kept = file.open(QFile::WriteOnly) && file.write(state) == state.size() && file.commit();
    if (!kept) // nobody's work is lost by it
        qCInfo(lcWindow) << "the window's place cannot be kept:" << file.errorString();
}

} // namespace callcard
