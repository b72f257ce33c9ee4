#include "cli.h"

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

QCoro::Task<int> runCallSelection(Call call)
{
    // Where the desktop shows a selection to nobody, whoever binds the key can hand it over.
    const Json arguments{{"text", call.arguments.join(u' ').toStdString()}};
    const Result<Json> done = co_await askEngine(call.profile, "call-selection", arguments, call.stop);
    if (!done)
        co_return fail(inWords(done.error()));
    if (call.json)
        printJson(*done);
    co_return kSuccess;
}

} // namespace callcard::cli
