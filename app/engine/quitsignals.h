#pragma once

#include <QObject>

#include <functional>

namespace callcard {

/// SIGINT, SIGTERM and SIGHUP end the program in order. One a process.
void onQuitSignals(QObject *context, std::function<void()> quit);

} // namespace callcard
