#include "copperwire.h"
#include "request.h"

#include <callcard/netfault.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<ServiceCheck> checkCopper(CopperContext context, std::stop_token stop)
{
    ServiceCheck check{.name = u"copper"_s, .outcome = ServiceCheck::Outcome::Failed, .testServer = isLoopbackHost(context.base.host())};
    const QByteArray nothing;
    const Result<QByteArray> me = co_await copper::ask(context, u"/users/me"_s, nothing, stop);
    if (!me) {
        check.problem = me.error();
        co_return check;
    }
    const Result<copper::User> user = copper::userFrom(*me);
    if (!user) { // somebody answers there, and it is not Copper
        check.problem = user.error();
        co_return check;
    }
    check.usersFound = 1;
    check.outcome = ServiceCheck::Outcome::Ok;
    co_return check;
}

} // namespace callcard
