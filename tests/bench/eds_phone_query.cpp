// eds_phone_query CARDS.vcf DATABASE plain|indexed < NUMBERS: evolution-data-server's own storage and phone-number query, read directly and
// not over D-Bus. Prints contacts imported a second and microseconds of a look-up (median).
#include <libedata-book/libedata-book.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kBatch = 1000;
constexpr std::size_t kSlowEnough = 20; ///< A look-up of seconds is not repeated two hundred times.

double microseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

int failed(GError *error)
{
    std::fprintf(stderr, "%s\n", error ? error->message : "unknown error");
    g_clear_error(&error);
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    GError *error = nullptr;
    ESource *source = e_source_new_with_uid("bench", nullptr, &error);
    if (!source)
        return failed(error);
    auto *setup = E_SOURCE_BACKEND_SUMMARY_SETUP(e_source_get_extension(source, E_SOURCE_EXTENSION_BACKEND_SUMMARY_SETUP));
    if (std::string(argv[3]) == "indexed") {
        e_source_backend_summary_setup_set_summary_fields(setup, E_CONTACT_FULL_NAME, E_CONTACT_TEL, 0);
        e_source_backend_summary_setup_set_indexed_fields(setup, E_CONTACT_TEL, E_BOOK_INDEX_PHONE, 0);
    }
    EBookSqlite *book = e_book_sqlite_new_full(argv[2], source, setup, nullptr, nullptr, nullptr, nullptr, nullptr, &error);
    if (!book)
        return failed(error);

    std::ifstream cards(argv[1]);
    std::string line;
    std::string card;
    GSList *batch = nullptr;
    std::size_t waiting = 0;
    std::size_t added = 0;
    const auto begun = Clock::now();
    const auto store = [&] {
        const bool stored = e_book_sqlite_add_contacts(book, batch, nullptr, TRUE, nullptr, &error);
        g_slist_free_full(batch, g_object_unref);
        added += waiting;
        waiting = 0;
        batch = nullptr;
        return stored;
    };
    while (std::getline(cards, line)) {
        card += line + "\n";
        if (line.rfind("END:VCARD", 0) != 0)
            continue;
        batch = g_slist_prepend(batch, e_contact_new_from_vcard(card.c_str()));
        card.clear();
        if (++waiting == kBatch && !store())
            return failed(error);
    }
    if (batch && !store())
        return failed(error);
    const double importRate = static_cast<double>(added) / (microseconds(Clock::now() - begun) / 1e6);

    std::vector<double> times;
    std::string number;
    while (std::getline(std::cin, number)) {
        EBookQuery *query = e_book_query_field_test(E_CONTACT_TEL, E_BOOK_QUERY_EQUALS_PHONE_NUMBER, number.c_str());
        char *expression = e_book_query_to_string(query);
        GSList *found = nullptr;
        const auto asked = Clock::now();
        if (!e_book_sqlite_search(book, expression, FALSE, &found, nullptr, &error))
            return failed(error);
        times.push_back(microseconds(Clock::now() - asked));
        if (!found) {
            std::fprintf(stderr, "nobody was found\n");
            return 1;
        }
        g_slist_free_full(found, reinterpret_cast<GDestroyNotify>(e_book_sqlite_search_data_free));
        g_free(expression);
        e_book_query_unref(query);
        if (times.back() > 100'000 && times.size() == kSlowEnough)
            break;
    }
    if (times.empty())
        return 1;
    std::sort(times.begin(), times.end());
    std::printf("%.0f %.1f\n", importRate, times.at(times.size() / 2));
    g_object_unref(book);
    g_object_unref(source);
    return 0;
}
