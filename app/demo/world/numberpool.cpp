#include "world/numberpool.h"

#include "world/places.h"

#include <array>

namespace callcard::demo {

NumberPool::NumberPool() : m_taken(places().size(), std::vector<bool>(100, false)), m_next(places().size(), 0) {}

std::string NumberPool::take(std::size_t place)
{
    for (std::size_t tries = 0; tries <= places().size(); ++tries) {
        while (m_next[place] < 100) {
            // Stepping by a number without common factor visits all hundred, but not one after the other: neighbours would look like a
            // company's block.
            const auto line = static_cast<std::size_t>((m_next[place]++ * 37 + 13) % 100);
            if (m_taken[place][line])
                continue;
            m_taken[place][line] = true;
            std::string number = "+1";
            number.append(places()[place].areaCode).append("55501");
            return number + static_cast<char>('0' + line / 10) + static_cast<char>('0' + line % 10);
        }
        while (m_spare < places().size() && m_next[m_spare] >= 100)
            ++m_spare;
        if (m_spare == places().size())
            return {};
        place = m_spare;
    }
    return {};
}

void NumberPool::reserve(const std::string &e164)
{
    for (std::size_t i = 0; i < places().size() && e164.size() == 12; ++i) {
        if (e164.compare(2, 3, places()[i].areaCode) == 0)
            m_taken[i][static_cast<std::size_t>((e164[10] - '0') * 10 + (e164[11] - '0'))] = true;
    }
}

std::string written(const std::string &e164, const std::string &extension, Random &random)
{
    if (e164.size() != 12 || e164.compare(0, 2, "+1") != 0)
        return e164;
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
