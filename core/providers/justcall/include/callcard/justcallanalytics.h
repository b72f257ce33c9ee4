#pragma once

#include <callcard/callanalytics.h>
#include <callcard/justcall.h>

namespace callcard {

/// JustCall's figures per agent; some fifteen minutes old at best, about four months back.
[[nodiscard]] std::unique_ptr<CallAnalytics> makeJustCallAnalytics(JustCallContext context);

} // namespace callcard
