#include "world/numberpool.h"

#include "world/places.h"

#include <array>

namespace callcard::demo {

namespace {

constexpr std::size_t kStep = 37; // no factor of 10: visits all, but neighbours do not look like a company's block
constexpr std::size_t kFirstExtension = 100;

} // namespace

NumberPool::NumberPool(std::size_t placeCount)
{
    for (const Place &place : places().first(placeCount)) {
        const std::size_t capacity = place.capacity();
        m_blocks.push_back({std::vector<bool>(capacity, false), 0, capacity});
        m_free += capacity;
    }
}

std::size_t NumberPool::somePlace(Random &random) const
{
    if (m_free == 0)
        return random.below(m_blocks.size());
    std::size_t at = random.below(m_free);
    std::size_t place = 0;
    while (at >= m_blocks[place].free)
        at -= m_blocks[place++].free;
    return place;
}

std::size_t NumberPool::withRoom(std::size_t place) const
{
    if (m_blocks[place].free > 0)
        return place;
    std::size_t abroad = place;
    for (std::size_t other = 0; other < m_blocks.size(); ++other) {
        if (m_blocks[other].free == 0)
            continue;
        if (places()[other].country == places()[place].country)
            return other;
        if (abroad == place)
            abroad = other;
    }
    return abroad;
}

std::string NumberPool::numberAt(std::size_t place, std::size_t line) const
{
    const std::string digits = std::to_string(line);
    const auto width = static_cast<std::size_t>(places()[place].digits);
    return places()[place].prefix() + std::string(width - digits.size(), '0') + digits;
}

std::string NumberPool::takeWhole(std::size_t place)
{
    if (m_free == 0)
        return {};
    place = withRoom(place);
    Block &block = m_blocks[place];
    const std::size_t capacity = block.taken.size();
    std::size_t line = 0;
    do {
        line = (block.next++ * kStep + 13) % capacity;
    } while (block.taken[line]);
    block.taken[line] = true;
    --block.free;
    --m_free;
    return numberAt(place, line);
}

NumberPool::Number NumberPool::take(std::size_t place)
{
    if (std::string own = takeWhole(place); !own.empty())
        return {std::move(own), {}};
    const std::size_t capacity = m_blocks[place].taken.size();
    const std::size_t extension = kFirstExtension + m_shared++;
    return {numberAt(place, (extension * kStep) % capacity), std::to_string(extension)};
}

void NumberPool::reserve(const std::string &e164)
{
    for (std::size_t place = 0; place < m_blocks.size(); ++place) {
        const std::string prefix = places()[place].prefix();
        const auto width = static_cast<std::size_t>(places()[place].digits);
        if (e164.size() != prefix.size() + width || !e164.starts_with(prefix))
            continue;
        std::size_t line = 0;
        for (const char digit : e164.substr(prefix.size()))
            line = line * 10 + static_cast<std::size_t>(digit - '0');
        if (m_blocks[place].taken[line])
            return;
        m_blocks[place].taken[line] = true;
        --m_blocks[place].free;
        --m_free;
    }
}

namespace {

/// "+44 20 7946 0123", with the country's code: nobody's default region is meant.
std::string writtenAbroad(const std::string &e164, Random &random)
{
    static constexpr std::array kMarks = std::to_array<std::string_view>({" ", " ", "-", ".", ""});
    const std::string_view mark = random.pick(kMarks);
    const std::string country = e164.substr(0, 3), own = e164.substr(3);
    const std::size_t head = own.size() - 8;
    std::string text = country;
    for (const std::string &part : {own.substr(0, head), own.substr(head, 4), own.substr(head + 4)}) {
        if (!part.empty())
            text.append(mark).append(part);
    }
    return text;
}

std::string writtenAtHome(const std::string &e164, Random &random)
{
    const std::string area = e164.substr(2, 3), office = e164.substr(5, 3), line = e164.substr(8);
    std::string text;
    switch (random.between(0, 11)) {
    case 0:
        text = "+1 " + area + "-" + office + "-" + line;
        break;
    case 1:
    case 2:
        text = "(" + area + ") " + office + "-" + line;
        break;
    case 3:
        text = area + office + line;
        break;
    case 4:
        text = area + "." + office + "." + line;
        break;
    case 5:
        text = "1-" + area + "-" + office + "-" + line;
        break;
    case 6:
        text = area + " " + office + " " + line;
        break;
    case 7:
        text = e164;
        break;
    case 8:
        text = "(" + area + ")" + office + line;
        break;
    case 9:
        text = " " + area + "-" + office + "-" + line + " ";
        break;
    case 10:
        text = "1 (" + area + ") " + office + "-" + line;
        break;
    default:
        text = area + "-" + office + "-" + line;
    }
    return text;
}

} // namespace

std::string written(const std::string &e164, const std::string &extension, Random &random)
{
    const bool isAtHome = e164.size() == 12 && e164.starts_with("+1");
    std::string text = isAtHome ? writtenAtHome(e164, random) : e164.size() >= 11 ? writtenAbroad(e164, random) : e164;
    if (extension.empty())
        return text;
    static constexpr std::array kMarks = std::to_array<std::string_view>({" x", " ext. ", " ext ", ";ext=", " extension "});
    return text.append(random.pick(kMarks)).append(extension);
}

std::string unparseable(Random &random)
{
    static constexpr std::array kTexts = std::to_array<std::string_view>(
        {"n/a", "see notes", "call the store", "555-0142", "none", "-", "0", "ask for Bob", "unknown", "12"});
    return std::string(random.pick(kTexts));
}

} // namespace callcard::demo
