#include "faults/faults.h"

#include "jsontext.h"

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <stdexcept>

namespace callcard::demo {

namespace {

constexpr std::array kKinds = std::to_array<std::pair<FaultKind, const char *>>({
    {FaultKind::Drop, "drop"},
    {FaultKind::Hang, "hang"},
    {FaultKind::Delay, "delay"},
    {FaultKind::Double, "double"},
    {FaultKind::Reorder, "reorder"},
    {FaultKind::Status, "status"},
    {FaultKind::Html, "html"},
    {FaultKind::Half, "half"},
    {FaultKind::Cut, "cut"},
    {FaultKind::Lost, "lost"},
    {FaultKind::Late, "late"},
    {FaultKind::Garbage, "garbage"},
});

constexpr std::size_t kMostFaults = 1000;

bool fits(const Fault &fault, const std::string &service, const serving::Request &request)
{
    if (!fault.service.empty() && fault.service != service)
        return false;
    if (!fault.method.empty() && fault.method != request.method)
        return false;
    if (fault.path.find('*') != std::string::npos)
        return matchesPattern(fault.path, request.path);
    return request.path.compare(0, fault.path.size(), fault.path) == 0;
}

} // namespace

const char *word(FaultKind kind)
{
    return std::find_if(kKinds.begin(), kKinds.end(), [&](const auto &known) { return known.first == kind; })->second;
}

bool matchesPattern(std::string_view pattern, std::string_view text)
{
    // Greedy with one way back: linear memory and no recursion, whatever the pattern.
    std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

Faults::Faults(std::uint32_t seed) : m_seed(seed) {}

/// By what is asked and how often, and not by who comes first: requests that are on their way together overtake one another, and a run
/// with the same seed shall have the same luck.
double Faults::luckOf(const Fault &fault, const std::string &service, const serving::Request &request)
{
    constexpr std::size_t kMostKinds = 100'000;
    const std::size_t kind = std::hash<std::string>()(service + ' ' + request.method + ' ' + request.path + '#' + std::to_string(fault.id));
    if (m_asked.size() >= kMostKinds)
        m_asked.clear();
    std::mt19937_64 random(kind ^ (++m_asked[kind] * 0x9e3779b97f4a7c15ULL) ^ m_seed);
    return std::uniform_real_distribution<double>(0, 1)(random);
}

std::uint64_t Faults::add(Fault fault)
{
    if (m_faults.size() >= kMostFaults)
        throw std::invalid_argument("a thousand faults are in force already, clear some");
    fault.id = ++m_last;
    m_faults.push_back(std::move(fault));
    return m_last;
}

std::uint64_t Faults::add(const nlohmann::json &description)
{
    Fault fault;
    std::string kind = textAt(description, "kind");
    if (kind == "401" || kind == "403" || kind == "404" || kind == "409" || kind == "429" || (kind.size() == 3 && kind[0] == '5')) {
        fault.status = static_cast<int>(integerAt(description, "kind")); // {"kind":"429"} and {"kind":429} are the short form
        kind = "status";
    } else {
        fault.status = static_cast<int>(integerAt(description, "status", kind == "html" ? 502 : 500));
    }
    const auto known = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto &one) { return one.second == kind; });
    if (known == kKinds.end())
        throw std::invalid_argument("no fault is called \"" + kind + "\"");
    if (fault.status < 200 || fault.status > 599)
        throw std::invalid_argument("status must be between 200 and 599");
    fault.kind = known->first;
    fault.service = textAt(description, "service");
    fault.path = textAt(description, "path");
    fault.method = textAt(description, "method");
    fault.probability = std::clamp(numberAt(description, "probability", 1.0), 0.0, 1.0);
    fault.skip = static_cast<int>(std::clamp<std::int64_t>(integerAt(description, "skip"), 0, 1'000'000'000));
    fault.times = static_cast<int>(std::clamp<std::int64_t>(integerAt(description, "times", -1), -1, 1'000'000'000));
    fault.delay = std::chrono::milliseconds(std::clamp<std::int64_t>(integerAt(description, "delayMs", 1000), 0, 3'600'000));
    fault.inCloudTime = flagAt(description, "cloudTime");
    fault.body = textAt(description, "body");
    if (description.contains("headers") && description["headers"].is_object()) {
        for (const auto &[name, value] : description["headers"].items())
            fault.headers.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return add(std::move(fault));
}

std::optional<Fault> Faults::pick(const std::string &service, const serving::Request &request)
{
    for (auto fault = m_faults.begin(); fault != m_faults.end(); ++fault) {
        if (!fits(*fault, service, request))
            continue;
        if (fault->skip > 0) {
            --fault->skip;
            continue;
        }
        if (fault->probability < 1.0 && luckOf(*fault, service, request) >= fault->probability)
            continue;
        const Fault hit = *fault;
        if (fault->times == 0)
            continue;
        if (fault->times > 0 && --fault->times == 0)
            m_faults.erase(fault);
        return hit;
    }
    return {};
}

bool Faults::remove(std::uint64_t id)
{
    return std::erase_if(m_faults, [&](const Fault &fault) { return fault.id == id; }) > 0;
}

void Faults::clear(const std::string &service)
{
    std::erase_if(m_faults, [&](const Fault &fault) { return service.empty() || fault.service == service; });
}

nlohmann::json Faults::describe() const
{
    auto rows = nlohmann::json::array();
    for (const Fault &fault : m_faults) {
        rows.push_back({{"id", fault.id},
                        {"kind", word(fault.kind)},
                        {"service", fault.service},
                        {"path", fault.path},
                        {"method", fault.method},
                        {"probability", fault.probability},
                        {"skip", fault.skip},
                        {"times", fault.times},
                        {"delayMs", fault.delay.count()},
                        {"cloudTime", fault.inCloudTime},
                        {"status", fault.status}});
    }
    return rows;
}

} // namespace callcard::demo
