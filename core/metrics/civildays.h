#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <map>

namespace callcard {

/// The civil days of one zone. Remembers between which instants which offset holds, because asking the zone for every call
/// costs more than the figures; the rest is arithmetic. (Qt's startOfDay() is no help: where a day has two midnights, as in
/// Havana in autumn, Qt 6.4 answers with the second.)
class CivilDays
{
public:
    explicit CivilDays(QTimeZone zone) : m_zone(std::move(zone)) {}
    [[nodiscard]] QDate dayOf(const QDateTime &instant);

private:
    struct Stretch {
        qint64 end{};
        qint64 offset{}; ///< milliseconds
    };
    [[nodiscard]] qint64 offsetAt(qint64 moment);
    const QTimeZone m_zone;
    std::map<qint64, Stretch> m_stretches; ///< by their first millisecond
};

} // namespace callcard
