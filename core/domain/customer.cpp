#include <callcard/customer.h>

#include <QDebug>

namespace callcard {

QDebug operator<<(QDebug debug, const Customer &customer)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "customer " << customer.id.text() << " (" << customer.numbers.size() << " numbers)";
    return debug;
}

} // namespace callcard
