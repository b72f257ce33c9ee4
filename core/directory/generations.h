#pragma once

#include <callcard/result.h>

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace callcard {

/// A database and its companions.
void removeDatabase(const QString &path);

/// Whose turn the number of a new generation is.
enum class Turn {
    Next,  ///< After all there are.
    First, ///< Where there is none yet. A worker may be building one at the same time; if that is ready before, this one fails.
    Import ///< As Next, of a file. Interrupted, what there is of it waits for the next import.
};

/// The files of the directory's folder: directory-7.db is in force when no higher number is there, *.building are being made or
/// were interrupted, *.damaged-… were set aside, and everything else is left over.
class Generations
{
public:
    explicit Generations(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QString pathOf(int generation) const;
    [[nodiscard]] QString buildingPathOf(Turn turn) const;
    [[nodiscard]] bool isBuilding(Turn turn) const; ///< Or was, when it was interrupted.
    [[nodiscard]] QString choicesPath() const;
    [[nodiscard]] QString localPath() const;
    [[nodiscard]] QString stagingPath() const;
    [[nodiscard]] QList<int> existing() const; ///< Newest first.
    [[nodiscard]] int newest() const;          ///< 0: none
    /// The one moment of the swap: what was built is on the disk, whole, before it gets its name.
    [[nodiscard]] Result<> publish(Turn turn) const;
    void cleanUp(int inForce) const;                   ///< Older generations. What is still open elsewhere goes the next time.
    void discardLeftovers(const QDateTime &now) const; ///< What a killed worker left; none may run. Of an import only what nobody wanted.
    void discardBuilding(Turn turn) const;
    [[nodiscard]] QStringList setAsideFiles() const; ///< Names, without their companions.
    void discardStaging() const;                     ///< What was fetched continues a generation that is not there any more.

private:
    QString m_folder;
};

} // namespace callcard
