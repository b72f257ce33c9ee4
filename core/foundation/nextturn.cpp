#include <callcard/nextturn.h>

#include <QCoreApplication>

namespace callcard {

QCoro::Task<> nextTurn()
{
    Completion<> turn;
    const auto goOn = [&turn] { turn.complete(); };
    QMetaObject::invokeMethod(QCoreApplication::instance(), goOn, Qt::QueuedConnection);
    (void)co_await turn.wait({});
}

} // namespace callcard
