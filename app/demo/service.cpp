#include "service.h"

namespace callcard::demo {

serving::Response Service::refusal(int status)
{
    return serving::Response::json(status, Json{{"error", "injected fault"}, {"status", status}}.dump());
}

} // namespace callcard::demo
