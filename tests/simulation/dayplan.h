#pragma once

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QString>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace callcard::simulation {

using Json = nlohmann::json;

struct DayOrder {
    std::uint32_t seed{1};
    QString source{}; ///< "ringcentral", "relay" or "justcall"
    int hours{8};
    int calls{250};
};

/// One thing that happens at its moment.
struct Happening {
    /// A call or a text moves, or something goes wrong for a while.
    enum class Kind { Move, Trouble };
    std::chrono::milliseconds at{}; ///< Since the day began.
    Kind kind{};
    std::string what{}; ///< A verb of the cloud's control, or a trouble of SimulatedDay.
    Json arguments = Json::object();
    int call{-1};                      ///< Which call of the day moves.
    std::chrono::milliseconds lasts{}; ///< Of a trouble: for so long nobody can promise anything.
};

/// A day of a rep: what happens, in order. The same order gives the same plan.
struct DayPlan {
    qint64 begins{}; ///< Unix seconds.
    std::chrono::milliseconds length{};
    std::vector<Happening> happenings{};
};

[[nodiscard]] DayPlan planDay(const DayOrder &order);

} // namespace callcard::simulation
