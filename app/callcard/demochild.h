#pragma once

#include <callcard/result.h>

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>

class QTemporaryDir;

namespace callcard {

/// The demo cloud as a child: started, its first line read, its addresses put into our own environment. It ends with us,
/// because its standard input closes.
class DemoChild final : public QObject
{
    Q_OBJECT

public:
    DemoChild();
    ~DemoChild() override;

    /// ready() follows, once.
    void start();
    /// Asks it to go; ended() follows if it runs.
    void end();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString folder() const; ///< Of the throw-away profile.

Q_SIGNALS:
    /// Empty: it serves, and the environment names its addresses. Otherwise a sentence.
    void ready(const QString &problem);
    void ended();

private:
    void onOutput();
    void tell(const QString &problem);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QTimer m_patience;
    bool m_told = false;
};

} // namespace callcard
