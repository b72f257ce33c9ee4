#include "journal.h"

#include "civil.h"

#include <algorithm>

namespace callcard::demo {

namespace {

std::size_t sizeOf(const Received &received)
{
    std::size_t bytes = received.body.size() + received.target.size() + 200;
    for (const auto &[name, value] : received.headers)
        bytes += name.size() + value.size();
    return bytes;
}

nlohmann::json described(const Received &received)
{
    auto headers = nlohmann::json::object();
    for (const auto &[name, value] : received.headers)
        headers[name] = value;
    return {{"number", received.number}, {"at", isoTime(received.at)}, {"service", received.service},
            {"method", received.method}, {"target", received.target},  {"headers", headers},
            {"body", received.body},     {"status", received.status},  {"fault", received.fault}};
}

} // namespace

std::uint64_t Journal::add(Received received)
{
    received.number = ++m_last;
    if (received.body.size() > kBodyBytes)
        received.body.resize(kBodyBytes);
    count(received.service, "requests");
    m_bytes += sizeOf(received);
    m_entries.push_back(std::move(received));
    while (m_entries.size() > kEntries || (m_bytes > kTotalBytes && m_entries.size() > 1)) {
        m_bytes -= sizeOf(m_entries.front());
        m_entries.pop_front();
    }
    return m_last;
}

Received *Journal::find(std::uint64_t number)
{
    if (m_entries.empty() || number < m_entries.front().number || number > m_entries.back().number)
        return nullptr;
    return &m_entries[number - m_entries.front().number]; // numbers have no gaps
}

void Journal::answered(std::uint64_t number, int status)
{
    if (Received *received = find(number)) {
        received->status = status;
        count(received->service, "answers." + std::to_string(status));
    }
}

void Journal::markFault(std::uint64_t number, const std::string &fault)
{
    if (Received *received = find(number)) {
        received->fault = fault;
        count(received->service, "faults." + fault);
    }
}

void Journal::count(const std::string &service, const std::string &name, std::int64_t by)
{
    m_counters[service][name] += by;
}

std::int64_t Journal::counter(const std::string &service, const std::string &name) const
{
    const auto found = m_counters.find(service);
    if (found == m_counters.end())
        return 0;
    const auto value = found->second.find(name);
    return value == found->second.end() ? 0 : value->second;
}

nlohmann::json Journal::read(const std::string &service, std::uint64_t after, std::size_t limit) const
{
    auto rows = nlohmann::json::array();
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && entry->number > after && rows.size() < limit; ++entry) {
        if (service.empty() || entry->service == service)
            rows.push_back(described(*entry));
    }
    std::reverse(rows.begin(), rows.end());
    return rows;
}

nlohmann::json Journal::counters() const
{
    auto all = nlohmann::json::object();
    for (const auto &[service, values] : m_counters)
        all[service] = values;
    return all;
}

void Journal::clear()
{
    m_entries.clear();
    m_counters.clear();
    m_bytes = 0;
}

} // namespace callcard::demo
