#include "namelikeness.h"
#include "indextext.h"

#include <algorithm>

namespace callcard {

namespace {
constexpr int kShortestForgiven = 4; ///< "Lee" and "Lea" are two people.
}

bool isOneSlipAway(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    const auto [atA, atB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto at = atA - a.begin();
    a = a.sliced(at);
    b = b.sliced(at);
    if (a.isEmpty())
        return true; // b has one letter more at the end, or none
    if (a.size() < b.size())
        return a == b.sliced(1);
    if (a.sliced(1) == b.sliced(1))
        return true;
    return a.size() >= 2 && a.at(0) == b.at(1) && a.at(1) == b.at(0) && a.sliced(2) == b.sliced(2);
}

bool areLikeNames(QStringView a, QStringView b)
{
    const QStringList mine = wordsOf(a);
    QStringList theirs = wordsOf(b);
    if (mine.size() != theirs.size() || mine.isEmpty())
        return false;
    for (const QString &word : mine) {
        auto same = std::find(theirs.begin(), theirs.end(), word);
        if (same == theirs.end() && word.size() >= kShortestForgiven)
            same = std::find_if(theirs.begin(), theirs.end(),
                                [&](const QString &other) { return other.size() >= kShortestForgiven && isOneSlipAway(word, other); });
        if (same == theirs.end())
            return false;
        theirs.erase(same);
    }
    return true;
}

} // namespace callcard
