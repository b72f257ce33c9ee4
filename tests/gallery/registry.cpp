#include "registry.h"

namespace callcard::gallery {

std::map<QString, Entry> &states()
{
    static std::map<QString, Entry> all; // filled before main() by the files in states/
    return all;
}

State::State(const QString &name, Maker make, bool onWall)
{
    states().insert_or_assign(name, Entry{std::move(make), onWall});
}

} // namespace callcard::gallery
