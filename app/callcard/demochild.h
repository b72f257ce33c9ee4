#pragma once

#include <callcard/result.h>

#include <QByteArray>
#include <QObject>
#include <QProcess>

#include <memory>

class QTemporaryDir;

namespace callcard {

/// The demo cloud as a child: started, its first line read, its addresses put into our own environment. It ends with us,
/// because its standard input closes.
class DemoChild
{
public:
    DemoChild();
    ~DemoChild();

    /// Waits for the first line. Only before the event loop runs.
    [[nodiscard]] Result<> start();
    [[nodiscard]] QString folder() const; ///< Of the throw-away profile.
    [[nodiscard]] QString control() const { return m_control; }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QString m_control;
};

} // namespace callcard
