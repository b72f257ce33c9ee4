#include "quitsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace callcard {

namespace {

int g_pipe[2] = {-1, -1}; // a signal handler may only write to a file descriptor

void noteSignal(int)
{
    const char byte = 1;
    (void)!::write(g_pipe[1], &byte, 1);
}

} // namespace

void onQuitSignals(QObject *context, std::function<void()> quit)
{
    if (::pipe2(g_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [quit = std::move(quit)] {
        char byte = 0;
        while (::read(g_pipe[0], &byte, 1) > 0) {
        }
        quit();
    });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, noteSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

} // namespace callcard
