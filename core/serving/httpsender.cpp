#include "sendtask.h"
#include "text.h"
#include <callcard/httpsender.h>

namespace callcard::serving {

std::string_view Answer::header(std::string_view name) const
{
    return findHeader(headers, name);
}

void send(ServingThread &thread, Outgoing outgoing, std::function<void(Result<Answer>)> done)
{
    const Executor executor = thread.impl().executor();
    thread.post([executor, outgoing = std::move(outgoing), done = std::move(done)]() mutable {
        start(executor, sendOne(executor, std::move(outgoing), std::move(done)));
    });
}

} // namespace callcard::serving
