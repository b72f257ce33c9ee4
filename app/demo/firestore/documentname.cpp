#include "documentname.h"

#include "documentlimits.h"
#include "refusal.h"

#include <algorithm>

namespace callcard::demo::firestore {

std::string Database::fullName(std::string_view path) const
{
    return root() + "/" + std::string(path);
}

std::string Database::documentPath(std::string_view fullName) const
{
    checkReference(fullName);
    const std::string prefix = root() + "/";
    if (!fullName.starts_with(prefix))
        refuseArgument("Document name \"" + std::string(fullName.substr(0, 200)) + "\" is not in the database " + name() + ".");
    return std::string(fullName.substr(prefix.size()));
}

std::vector<std::string> segmentsOf(std::string_view path)
{
    std::vector<std::string> out;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        out.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return out;
        path.remove_prefix(slash + 1);
        if (path.empty())
            out.emplace_back(); // a trailing slash is an empty segment, not none
    }
    return out;
}

std::string joined(const std::vector<std::string> &segments)
{
    std::string out;
    for (const std::string &segment : segments)
        out += (out.empty() ? "" : "/") + segment;
    return out;
}

std::string parentOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string_view lastSegment(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

void checkSegments(const std::vector<std::string> &segments)
{
    std::size_t bytes = 0;
    for (const std::string &segment : segments) {
        bytes += segment.size() + 1;
        if (segment.empty())
            refuseArgument("Invalid resource path: a segment is empty.");
        if (segment.find('/') != std::string::npos)
            refuseArgument("Invalid resource path: a segment contains \"/\".");
        if (segment == "." || segment == "..")
            refuseArgument("Invalid resource path: \"" + segment + "\" is not an id.");
        if (segment.size() > kLongestName)
            refuseArgument("Resource id is longer than 1500 bytes.");
        if (segment.size() >= 4 && segment.starts_with("__") && segment.ends_with("__"))
            refuseArgument("Resource id \"" + segment + "\" is invalid because it is reserved.");
    }
    if (bytes > kLongestPath || segments.size() > 2 * std::size_t{kDeepestCollection})
        refuseArgument("Resource path is too long.");
}

void checkReference(std::string_view fullName)
{
    const auto bad = [&] {
        refuseArgument("Document name \"" + std::string(fullName.substr(0, 200)) + "\" is not a valid resource name.");
    };
    if (fullName.size() > 4 * kLongestPath)
        bad();
    std::vector<std::string> segments = segmentsOf(fullName);
    if (segments.size() < 7 || segments[0] != "projects" || segments[1].empty() || segments[2] != "databases" || segments[3].empty() ||
        segments[4] != "documents" || segments.size() % 2 == 0)
        bad();
    segments.erase(segments.begin(), segments.begin() + 5);
    checkSegments(segments);
}

int compareNames(std::string_view one, std::string_view other)
{
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1; };
    const std::size_t common = std::min(one.size(), other.size());
    for (std::size_t at = 0; at < common; ++at) {
        if (one[at] != other[at])
            return rank(one[at]) < rank(other[at]) ? -1 : 1;
    }
    return one.size() == other.size() ? 0 : one.size() < other.size() ? -1 : 1;
}

} // namespace callcard::demo::firestore
