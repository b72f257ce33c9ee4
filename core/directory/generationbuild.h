#pragma once

#include "generations.h"

#include <callcard/customersource.h>

#include <functional>

namespace callcard {

class GenerationWriter;
class Store;

/// Makes a new generation beside the one in force: `fill` puts the records in, `inspect` looks at the finished file and says whether it
/// shall come into force. Only a file that is complete and on the disk gets its name: whatever fails, or kills us, leaves the old one.
[[nodiscard]] Result<> buildGeneration(
    const Generations &files, Turn turn, const std::function<Result<>(GenerationWriter &)> &fill, const std::function<bool()> &stopped,
    const std::function<Result<bool>(Store &)> &inspect = [](Store &) { return true; });

/// Puts a piece in, in a transaction of its own: whether more is to come. What earlier pieces put in stays, whatever becomes of this one.
using FillPiece = std::function<Result<bool>(GenerationWriter &)>;

/// Of an interrupted build.
enum class Interrupted { Nothing, Pieces, Everything };

struct PiecesBuild {
    std::function<Result<Interrupted>(Store &)> goOn; ///< What there is of this one in the file of an interrupted one.
    FillPiece fill;
    std::function<bool()> stopped;
    std::function<Result<bool>(Store &)> inspect; ///< As above.
};

/// The same in several transactions. Interrupted, by a failure or a kill, the pieces that are done wait for the next one.
[[nodiscard]] Result<> buildInPieces(const Generations &files, const PiecesBuild &build);

/// Copies all sources but one (empty: none left out) from a generation in force.
[[nodiscard]] Result<> copyRecords(
    Store &from, GenerationWriter &to, const QString &exceptSource, const std::function<bool()> &stopped = [] { return false; });

/// A few changes in place, in one transaction; look-ups go on meanwhile.
[[nodiscard]] Result<> applyChanges(Store &store, const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed);

} // namespace callcard
