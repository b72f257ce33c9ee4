#pragma once

#include <callcard/result.h>

#include <QList>
#include <QString>

namespace callcard {

/// The files of the directory's folder: directory-7.db is in force when no higher number is there, directory-8.db.building is being
/// made, and everything else is left over.
class Generations
{
public:
    explicit Generations(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QString pathOf(int generation) const;
    [[nodiscard]] QString buildingPathOf(int generation) const;
    [[nodiscard]] QString choicesPath() const;
    [[nodiscard]] QString localPath() const;
    [[nodiscard]] QString stagingPath() const;
    [[nodiscard]] QList<int> existing() const; ///< Newest first.
    [[nodiscard]] int newest() const;          ///< 0: none
    /// The one moment of the swap: what was built is on the disk, whole, before it gets its name.
    [[nodiscard]] Result<> publish(int generation) const;
    /// Older generations, and what a killed import left. What is still open elsewhere goes the next time.
    void cleanUp(int inForce) const;
    void discardBuilding(int generation) const;

private:
    QString m_folder;
};

} // namespace callcard
