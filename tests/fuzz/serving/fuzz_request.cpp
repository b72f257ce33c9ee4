// Whatever a stranger writes into a query or a form: decoding ends, invents nothing and stays within its bounds.

#include <callcard/httpserver.h>

#include <cstdlib>

using namespace callcard::serving;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

std::string encoded(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        result += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    }
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    require(percentDecoded(text).size() <= size && percentDecoded(text, true).size() <= size);
    require(percentDecoded(encoded(text)) == text && percentDecoded(encoded(text), true) == text);

    Request request;
    request.query = text;
    request.body = text;
    const Headers items = request.queryItems();
    require(items == request.formItems());
    std::size_t total = 0;
    std::string again;
    for (const auto &[name, value] : items) {
        total += name.size() + value.size();
        again += encoded(name) + "=" + encoded(value) + "&";
    }
    require(total <= size);
    if (!items.empty())
        require(request.queryValue(items.front().first) == items.front().second);
    request.query = again;
    require(request.queryItems() == items); // what was understood can be said again
    return 0;
}
