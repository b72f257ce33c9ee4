#pragma once

#include "api.h"

namespace callcard::demo::ringcentral {

/// The rep's personal address book, filled with some of their own customers, and the colleagues' directory.
class Contacts
{
public:
    explicit Contacts(Context &context);
    void registerRoutes(Api &api);
    void reset() { m_books.clear(); }

private:
    struct Contact {
        Json fields{};
        Instant modifiedAt{};
        bool isDeleted = false;
    };
    using Book = std::map<std::int64_t, Contact>;

    Book &bookOf(const Rep &rep);
    [[nodiscard]] Json json(const ApiCall &call, std::int64_t id, const Contact &contact) const;
    [[nodiscard]] std::pair<const std::int64_t, Contact> &find(ApiCall &call);
    ApiReply list(ApiCall &call);
    ApiReply save(ApiCall &call, bool isNew, bool isPartial);
    ApiReply sync(ApiCall &call);
    ApiReply directory(ApiCall &call);

    Context &m_context;
    std::map<std::string, Book> m_books;
    std::int64_t m_nextId = 690'000'001;
};

} // namespace callcard::demo::ringcentral
