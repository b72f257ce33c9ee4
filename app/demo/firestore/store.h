#pragma once

#include "value.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace callcard::demo::firestore {

struct Document {
    std::string path{}; ///< "metrics/u1_2026-11-20"
    Map fields{};
    Timestamp createTime{};
    Timestamp updateTime{};
};

using DocumentPtr = std::shared_ptr<const Document>;

/// Documents of one collection that need not exist before somebody asks: their ids first, a document when it is read.
struct Seed {
    std::function<std::size_t()> count{};         ///< Asked once, at the first touch.
    std::function<std::string(std::size_t)> id{}; ///< Empty: no document for this number.
    std::function<Document(std::size_t)> document{};
};

/// All documents of the database, by collection, each collection in the order of its ids.
class Store
{
public:
    [[nodiscard]] DocumentPtr find(std::string_view path);
    void put(Document document);
    void remove(std::string_view path);
    void clear(); ///< Seeds too.

    /// Nothing of the seed is touched before the collection is.
    void seed(const std::string &collection, Seed seed);
    /// One document of a seed has changed outside: it is made anew when next read.
    void refreshSeed(const std::string &collection, const std::string &id, std::optional<std::size_t> number);

    /// Paths in order of id, beginning after `after` (empty: at the first), at most `limit`.
    [[nodiscard]] std::vector<std::string> pathsIn(const std::string &collection, std::string_view after, std::size_t limit);
    /// Every document of the collection, in order.
    void each(const std::string &collection, const std::function<void(const DocumentPtr &)> &visit);
    /// Collections named `id` (empty: any) below `parent` (empty: the root), at any depth.
    [[nodiscard]] std::vector<std::string> collectionGroup(std::string_view parent, std::string_view id);
    /// Ids of the collections directly below a document or the root.
    [[nodiscard]] std::vector<std::string> collectionIds(std::string_view parent);
    /// Ids of documents that do not exist but have something below them.
    [[nodiscard]] std::vector<std::string> missingIds(const std::string &collection);

    [[nodiscard]] std::uint64_t version(const std::string &collection) const; ///< Moves with every change in it.
    [[nodiscard]] std::uint64_t version() const { return m_version; }         ///< … in any.

private:
    struct Entry {
        DocumentPtr document{};
        std::size_t number = 0; ///< In the seed, while there is no document.
    };
    struct Collection {
        std::map<std::string, Entry, std::less<>> entries{};
        Seed seed{};
        bool isSeeded = true;
        std::uint64_t version = 0;
    };
    Collection *touch(std::string_view collection);
    const DocumentPtr &made(Collection &collection, Entry &entry);
    void changed(Collection &collection);

    std::map<std::string, Collection, std::less<>> m_collections;
    std::uint64_t m_version = 0;
};

} // namespace callcard::demo::firestore
