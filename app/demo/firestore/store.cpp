#include "store.h"

#include "documentname.h"

#include <algorithm>
#include <set>

namespace callcard::demo::firestore {

Store::Collection *Store::touch(std::string_view collection)
{
    const auto found = m_collections.find(collection);
    if (found == m_collections.end())
        return nullptr;
    Collection &it = found->second;
    if (!it.isSeeded) {
        it.isSeeded = true;
        const std::size_t count = it.seed.count();
        for (std::size_t number = 0; number < count; ++number) {
            std::string id = it.seed.id(number);
            if (!id.empty())
                it.entries.try_emplace(std::move(id), Entry{nullptr, number}); // what was written before stays
        }
    }
    return &it;
}

const DocumentPtr &Store::made(Collection &collection, Entry &entry)
{
    if (!entry.document)
        entry.document = std::make_shared<const Document>(collection.seed.document(entry.number));
    return entry.document;
}

void Store::changed(Collection &collection)
{
    collection.version = ++m_version;
}

DocumentPtr Store::find(std::string_view path)
{
    Collection *collection = touch(parentOf(path));
    if (collection == nullptr)
        return nullptr;
    const auto found = collection->entries.find(lastSegment(path));
    return found == collection->entries.end() ? nullptr : made(*collection, found->second);
}

void Store::put(Document document)
{
    const std::string parent = parentOf(document.path);
    m_collections.try_emplace(parent);
    Collection &collection = *touch(parent);
    const std::string id(lastSegment(document.path));
    collection.entries[id].document = std::make_shared<const Document>(std::move(document));
    changed(collection);
}

void Store::remove(std::string_view path)
{
    const std::string parent = parentOf(path);
    Collection *collection = touch(parent);
    if (collection == nullptr)
        return;
    const auto found = collection->entries.find(lastSegment(path));
    if (found == collection->entries.end())
        return;
    collection->entries.erase(found);
    changed(*collection);
}

void Store::clear()
{
    m_collections.clear();
    ++m_version;
}

void Store::seed(const std::string &collection, Seed seed)
{
    Collection &it = m_collections[collection];
    it.seed = std::move(seed);
    it.isSeeded = false;
    changed(it);
}

void Store::refreshSeed(const std::string &collection, const std::string &id, std::optional<std::size_t> number)
{
    const auto found = m_collections.find(collection);
    if (found == m_collections.end() || !found->second.seed.document)
        return;
    Collection &it = *touch(collection);
    if (number)
        it.entries[id] = Entry{nullptr, *number};
    else
        it.entries.erase(id);
    changed(it);
}

std::vector<std::string> Store::pathsIn(const std::string &collection, std::string_view after, std::size_t limit)
{
    std::vector<std::string> out;
    const Collection *it = touch(collection);
    if (it == nullptr)
        return out;
    auto at = after.empty() ? it->entries.begin() : it->entries.upper_bound(after);
    for (; at != it->entries.end() && out.size() < limit; ++at)
        out.push_back(collection + "/" + at->first);
    return out;
}

void Store::each(const std::string &collection, const std::function<void(const DocumentPtr &)> &visit)
{
    Collection *it = touch(collection);
    if (it == nullptr)
        return;
    for (auto &[id, entry] : it->entries)
        visit(made(*it, entry));
}

std::vector<std::string> Store::collectionGroup(std::string_view parent, std::string_view id)
{
    std::vector<std::string> out;
    for (const auto &[path, collection] : m_collections) {
        const bool below = parent.empty() || (path.size() > parent.size() && path.starts_with(parent) && path[parent.size()] == '/');
        if (below && (id.empty() || lastSegment(path) == id))
            out.push_back(path);
    }
    return out;
}

std::vector<std::string> Store::collectionIds(std::string_view parent)
{
    std::set<std::string> out;
    for (const std::string &path : collectionGroup(parent, {})) {
        const Collection *collection = touch(path);
        if (collection == nullptr || collection->entries.empty())
            continue;
        const std::string_view rest = std::string_view(path).substr(parent.empty() ? 0 : parent.size() + 1);
        out.emplace(rest.substr(0, rest.find('/')));
    }
    return {out.begin(), out.end()};
}

std::vector<std::string> Store::missingIds(const std::string &collection)
{
    std::set<std::string> out;
    const Collection *here = touch(collection);
    for (const std::string &path : collectionGroup(collection, {})) {
        const Collection *below = touch(path);
        const std::string_view rest = std::string_view(path).substr(collection.size() + 1);
        const std::string id(rest.substr(0, rest.find('/')));
        if (below != nullptr && !below->entries.empty() && (here == nullptr || !here->entries.contains(id)))
            out.insert(id);
    }
    return {out.begin(), out.end()};
}

std::uint64_t Store::version(const std::string &collection) const
{
    const auto found = m_collections.find(collection);
    return found == m_collections.end() ? 0 : found->second.version;
}

} // namespace callcard::demo::firestore
