#include "fieldpath.h"

#include "documentlimits.h"
#include "refusal.h"

#include <algorithm>

namespace callcard::demo::firestore {

namespace {

bool isBare(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!first && c >= '0' && c <= '9');
}

[[noreturn]] void bad(std::string_view text)
{
    refuseArgument("Invalid property path \"" + std::string(text.substr(0, 200)) +
                   "\". Unquoted property names must match regex ([a-zA-Z_][a-zA-Z_0-9]*), "
                   "and quoted property names must match regex (`(?:[^`\\\\]|(?:\\\\[`\\\\]))+`)");
}

/// Reads one segment at the front of `rest`.
std::string segment(std::string_view text, std::string_view &rest)
{
    std::string out;
    if (!rest.empty() && rest.front() == '`') {
        rest.remove_prefix(1);
        while (!rest.empty() && rest.front() != '`') {
            if (rest.front() == '\\') {
                rest.remove_prefix(1);
                if (rest.empty() || (rest.front() != '`' && rest.front() != '\\'))
                    bad(text);
            }
            out += rest.front();
            rest.remove_prefix(1);
        }
        if (rest.empty())
            bad(text);
        rest.remove_prefix(1);
    } else {
        while (!rest.empty() && isBare(rest.front(), out.empty())) {
            out += rest.front();
            rest.remove_prefix(1);
        }
    }
    if (out.empty())
        bad(text);
    return out;
}

} // namespace

std::string FieldPath::text() const
{
    std::string out;
    for (const std::string &name : segments) {
        if (!out.empty())
            out += '.';
        bool bare = !name.empty();
        for (std::size_t i = 0; i < name.size(); ++i)
            bare = bare && isBare(name[i], i == 0);
        if (bare) {
            out += name;
            continue;
        }
        out += '`';
        for (const char c : name) {
            if (c == '`' || c == '\\')
                out += '\\';
            out += c;
        }
        out += '`';
    }
    return out;
}

FieldPath fieldPathFrom(std::string_view text, bool nameAllowed)
{
    if (text.empty() || text.size() > kLongestName)
        refuseArgument("A field path must have between 1 and 1500 bytes.");
    FieldPath path;
    std::string_view rest = text;
    path.segments.push_back(segment(text, rest));
    while (!rest.empty()) {
        if (rest.front() != '.')
            bad(text);
        rest.remove_prefix(1);
        path.segments.push_back(segment(text, rest));
    }
    if (path.isName()) {
        if (!nameAllowed)
            refuseArgument("The field path __name__ is not allowed here.");
        return path;
    }
    for (const std::string &name : path.segments)
        checkFieldName(name);
    return path;
}

std::vector<std::string> splitOutsideQuotes(std::string_view text, char separator)
{
    std::vector<std::string> out(1);
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (quoted && text[at] == '\\' && at + 1 < text.size())
            out.back() += text[at++];
        else if (text[at] == '`')
            quoted = !quoted;
        else if (text[at] == separator && !quoted) {
            out.emplace_back();
            continue;
        }
        out.back() += text[at];
    }
    return out;
}

const Value *valueAt(const Map &fields, const FieldPath &path)
{
    const Map *map = &fields;
    const Value *value = nullptr;
    for (const std::string &name : path.segments) {
        value = map != nullptr ? map->find(name) : nullptr;
        if (value == nullptr)
            return nullptr;
        map = value->as<Map>();
    }
    return value;
}

void setAt(Map &fields, const FieldPath &path, Value value)
{
    Map *map = &fields;
    for (std::size_t at = 0; at + 1 < path.segments.size(); ++at) {
        Value &next = (*map)[path.segments[at]];
        if (next.as<Map>() == nullptr)
            next = Map();
        map = next.as<Map>();
    }
    (*map)[path.segments.back()] = std::move(value);
}

void eraseAt(Map &fields, const FieldPath &path)
{
    Map *map = &fields;
    for (std::size_t at = 0; at + 1 < path.segments.size(); ++at) {
        Value *next = map->find(path.segments[at]);
        map = next != nullptr ? next->as<Map>() : nullptr;
        if (map == nullptr)
            return;
    }
    map->erase(path.segments.back());
}

Map masked(const Map &fields, const std::vector<FieldPath> &mask)
{
    Map out;
    for (const FieldPath &path : mask) {
        if (const Value *value = valueAt(fields, path))
            setAt(out, path, *value);
    }
    return out;
}

} // namespace callcard::demo::firestore
