#include "base64.h"
#include "message.h"
#include "methods.h"

#include <algorithm>
#include <charconv>

namespace callcard::demo::firestore {

namespace {

constexpr std::size_t kUsualPage = 20;
constexpr std::size_t kLargestPage = 300;

/// A page token holds where to go on and a mark of what was asked, for everything but the page's size must stay the same.
/// In base64 it always contains "+", "/" and "=": a client that does not encode it in full fails at the first page.
constexpr std::string_view kMark = "\xfb\xef\xff";

std::string hashOf(std::string_view text)
{
    std::uint64_t hash = 1469598103934665603U; // FNV-1a
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    char out[17];
    std::snprintf(out, sizeof out, "%016llx", static_cast<unsigned long long>(hash));
    return out;
}

std::string tokenFor(const std::string &asked, const std::string &position)
{
    std::string raw = std::string(kMark) + hashOf(asked) + position + '\n';
    if (raw.size() % 3 == 0)
        raw += '\n';
    return base64(raw);
}

std::string positionIn(const std::string &token, const std::string &asked)
{
    if (token.empty())
        return {};
    auto raw = fromBase64(token);
    if (!raw || raw->size() < 20 || !raw->starts_with(kMark) || raw->substr(3, 16) != hashOf(asked))
        refuseArgument("page_token is invalid, or belongs to another request.");
    raw->erase(0, 19);
    while (!raw->empty() && raw->back() == '\n')
        raw->pop_back();
    return *raw;
}

std::size_t pageSize(const std::string &text)
{
    if (text.empty())
        return kUsualPage;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        refuseArgument("Invalid value at 'page_size' (TYPE_INT32), \"" + text.substr(0, 20) + "\"");
    if (number < 0)
        refuseArgument("page_size is negative.");
    return number == 0 ? kUsualPage : std::min(static_cast<std::size_t>(number), kLargestPage);
}

struct Page {
    std::vector<std::string> paths{};
    std::string next{}; ///< Position behind the page; empty: it was the last.
};

Page byId(Backend &backend, const std::string &collection, const std::string &after, std::size_t size, bool showMissing)
{
    Page page;
    page.paths = backend.store.pathsIn(collection, after, size + 1);
    if (showMissing) {
        for (const std::string &id : backend.store.missingIds(collection)) {
            if (after.empty() || id > after)
                page.paths.push_back(collection + "/" + id);
        }
        std::sort(page.paths.begin(), page.paths.end());
    }
    if (page.paths.size() > size) {
        page.paths.resize(size);
        page.next = lastSegment(page.paths.back());
    }
    return page;
}

Page inOrder(Backend &backend, Query query, const std::string &position, std::size_t size)
{
    std::from_chars(position.data(), position.data() + position.size(), query.offset);
    query.limit = size + 1;
    Page page;
    for (const DocumentPtr &document : backend.queries.run(query).documents)
        page.paths.push_back(document->path);
    if (page.paths.size() > size) {
        page.paths.resize(size);
        page.next = std::to_string(query.offset + size);
    }
    return page;
}

std::string askedBy(const Incoming &incoming)
{
    std::string asked = incoming.path + "?" + incoming.one("orderBy") + "&" + incoming.one("showMissing");
    for (const std::string &path : incoming.all("mask.fieldPaths"))
        asked += "&" + path;
    return asked;
}

} // namespace

Json listDocuments(Backend &backend, const Incoming &incoming)
{
    incoming.allow({"pageSize", "pageToken", "orderBy", "mask.fieldPaths", "showMissing", "readTime", "transaction"});
    const auto mask = incoming.mask("mask");
    const std::size_t size = pageSize(incoming.one("pageSize"));
    const bool showMissing = incoming.one("showMissing") == "true";
    if (showMissing)
        backend.checkAdmin(incoming.caller, "showMissing");
    Query query;
    query.parent = parentOf(incoming.path);
    query.collection = lastSegment(incoming.path);
    query.orders = ordersFromText(incoming.one("orderBy"));
    completeOrders(query);
    if (showMissing && query.statedOrders > 0)
        refuseArgument("show_missing cannot be used with order_by.");
    backend.checkQuery(incoming.caller, query);
    const std::string asked = askedBy(incoming);
    const std::string position = positionIn(incoming.one("pageToken"), asked);
    const bool isOrdered = query.statedOrders > 0;
    const Page page =
        isOrdered ? inOrder(backend, std::move(query), position, size) : byId(backend, incoming.path, position, size, showMissing);
    backend.billReads(page.paths.size());
    Json out = Json::object();
    for (const std::string &path : page.paths) {
        const DocumentPtr document = backend.store.find(path);
        out["documents"].push_back(document ? backend.documentJson(*document, mask) : Json{{"name", backend.database.fullName(path)}});
    }
    if (!page.next.empty())
        out["nextPageToken"] = tokenFor(asked, page.next);
    return out;
}

Json listCollectionIds(Backend &backend, const Incoming &incoming)
{
    incoming.allow({});
    backend.checkAdmin(incoming.caller, "listCollectionIds");
    const Json body = incoming.json();
    const Message message(body, "", {"parent", "pageSize", "pageToken", "readTime"});
    const auto stated = message.number("pageSize").value_or(0);
    if (stated < 0)
        refuseArgument("page_size is negative.");
    const std::size_t size = stated == 0 ? kLargestPage : static_cast<std::size_t>(stated);
    const std::string asked = incoming.path + ":listCollectionIds";
    const std::string after = positionIn(message.text("pageToken"), asked);
    Json out = Json::object();
    for (const std::string &id : backend.store.collectionIds(incoming.path)) {
        if (!after.empty() && id <= after)
            continue;
        if (out.contains("collectionIds") && out["collectionIds"].size() == size) {
            out["nextPageToken"] = tokenFor(asked, out["collectionIds"].back().get<std::string>());
            break;
        }
        out["collectionIds"].push_back(id);
    }
    backend.billReads(1);
    return out;
}

} // namespace callcard::demo::firestore
