#include "calllog.h"
#include "callrecord.h"
#include "telephonyjson.h"

#include <algorithm>
#include <charconv>

namespace callcard::demo::ringcentral {

namespace {

/// Not music, but the right kind and size: half a kilobyte a second.
std::string soundOf(const WorldCall &call)
{
    std::string bytes = "ID3";
    bytes.resize(static_cast<std::size_t>(std::clamp(call.talkSeconds, 1, 3600)) * 512, '\0');
    return bytes;
}

struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// "bytes=0-99", "bytes=100-", "bytes=-100"; nothing when it does not fit.
std::optional<Range> rangeOf(std::string_view text, std::size_t size)
{
    if (!text.starts_with("bytes="))
        return std::nullopt;
    text.remove_prefix(6);
    const auto dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto number = [](std::string_view digits) -> std::optional<std::size_t> {
        std::size_t value = 0;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return result.ec == std::errc() && result.ptr == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
    };
    const auto first = number(text.substr(0, dash));
    const auto last = number(text.substr(dash + 1));
    if (!first && last)
        return *last == 0 ? std::nullopt : std::optional(Range{size - std::min(size, *last), size - 1});
    if (!first || *first >= size || (last && *last < *first))
        return std::nullopt;
    return Range{*first, std::min(last.value_or(size - 1), size - 1)};
}

} // namespace

const WorldCall &CallLog::recorded(const ApiCall &call) const
{
    const std::string &id = call.vars.at("recording");
    std::int64_t number = 0;
    std::from_chars(id.data(), id.data() + id.size(), number);
    const WorldCall *found = m_context.world().call(number - 77'000'000);
    if (!found || recordingId(*found) != id || !hasRecording(m_context, *found) ||
        (call.caller->role == "sales" && !isLoggedFor(m_context, *found, *call.caller)))
        throw notFound(m_context.settings, "recordingId", id);
    return *found;
}

ApiReply CallLog::recording(ApiCall &call)
{
    const WorldCall &found = recorded(call);
    const std::string uri = call.accountUri(m_context.world()) + "/recording/" + recordingId(found);
    return {200,
            {{"id", recordingId(found)},
             {"uri", uri},
             {"contentUri", uri + "/content"},
             {"contentType", "audio/mpeg"},
             {"duration", found.talkSeconds}},
            {},
            {}};
}

ApiReply CallLog::recordingContent(ApiCall &call)
{
    const std::string bytes = soundOf(recorded(call));
    std::string wanted;
    for (const auto &[name, value] : call.headers) {
        if (name.size() == 5 && (name == "Range" || name == "range"))
            wanted = value;
    }
    ApiReply reply{200, Json(), {{"Content-Type", "audio/mpeg"}, {"Accept-Ranges", "bytes"}}, bytes};
    if (wanted.empty())
        return reply;
    const auto range = rangeOf(wanted, bytes.size());
    if (!range)
        throw ApiError{416, "CMN-107", "Requested range is not satisfiable", Json::object()};
    reply.status = 206;
    reply.headers["Content-Range"] =
        "bytes " + std::to_string(range->first) + "-" + std::to_string(range->last) + "/" + std::to_string(bytes.size());
    reply.raw = bytes.substr(range->first, range->last - range->first + 1);
    return reply;
}

} // namespace callcard::demo::ringcentral
