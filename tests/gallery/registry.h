#pragma once

#include <QString>

#include <functional>
#include <map>

class QWidget;

namespace callcard::gallery {

/// Builds a widget in one state. It is shown, laid out and drawn once; invented people only.
using Maker = std::function<QWidget *()>;

struct Entry {
    Maker make;
    bool onWall{}; ///< Floats: drawn over the stand-in for the desktop.
};

[[nodiscard]] std::map<QString, Entry> &states();

/// How a screen adds a state, one line in tests/gallery/states/<screen>.cpp:
/// `const State ringing(u"popup/ringing"_s, [] { return cardOf(ringingCall()); });`
class State
{
public:
    State(const QString &name, Maker make, bool onWall = false);
};

} // namespace callcard::gallery
