#include "shown.h"

#include <QCoreApplication>
#include <QWidget>

namespace callcard::gallery {

namespace {
constexpr int kRounds = 5; // a label that wraps tells its height only after it knows its width
}

void settle()
{
    for (int round = 0; round < kRounds; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

std::unique_ptr<QWidget> shown(const Entry &entry)
{
    std::unique_ptr<QWidget> widget(entry.make());
    if (!widget->testAttribute(Qt::WA_Resized))
        widget->resize(widget->sizeHint()); // adjustSize() would shrink to the offscreen screen
    widget->show();
    widget->activateWindow();
    settle();
    return widget;
}

} // namespace callcard::gallery
