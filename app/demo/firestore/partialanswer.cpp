#include "partialanswer.h"

#include <map>
#include <memory>
#include <string>

namespace callcard::demo::firestore {

namespace {

constexpr int kDeepestMask = 20;

struct Tree {
    std::map<std::string, Tree> children{};
};

[[noreturn]] void bad()
{
    refuseArgument("Request contains an invalid argument: fields.");
}

std::string name(std::string_view &text)
{
    const std::size_t end = std::min(text.find_first_of(",()/"), text.size());
    const std::string out(text.substr(0, end));
    text.remove_prefix(end);
    if (out.empty())
        bad();
    return out;
}

void read(std::string_view &text, Tree &into, int depth)
{
    if (depth > kDeepestMask)
        bad();
    for (;;) {
        Tree *at = &into.children[name(text)];
        while (!text.empty() && text.front() == '/') {
            text.remove_prefix(1);
            at = &at->children[name(text)];
        }
        if (!text.empty() && text.front() == '(') {
            text.remove_prefix(1);
            read(text, *at, depth + 1);
            if (text.empty() || text.front() != ')')
                bad();
            text.remove_prefix(1);
        }
        if (text.empty() || text.front() != ',')
            return;
        text.remove_prefix(1);
    }
}

Json kept(const Json &json, const Tree &tree)
{
    if (tree.children.empty())
        return json;
    if (json.is_array()) {
        Json out = Json::array();
        for (const Json &entry : json)
            out.push_back(kept(entry, tree));
        return out;
    }
    if (!json.is_object())
        return json;
    const auto any = tree.children.find("*");
    Json out = Json::object();
    for (const auto &[key, value] : json.items()) {
        const auto found = tree.children.find(key);
        if (found != tree.children.end())
            out[key] = kept(value, found->second);
        else if (any != tree.children.end())
            out[key] = kept(value, any->second);
    }
    return out;
}

} // namespace

Json partialAnswer(const Json &answer, std::string_view fields)
{
    Tree tree;
    read(fields, tree, 0);
    if (!fields.empty())
        bad();
    return kept(answer, tree);
}

} // namespace callcard::demo::firestore
