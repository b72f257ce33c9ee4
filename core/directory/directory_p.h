#pragma once

#include "generationreader.h"
#include "generations.h"
#include "importsource.h"
#include "learnedchoices.h"
#include "localcustomers.h"
#include "matcher.h"
#include "staging.h"

#include <callcard/directory.h>

#include <thread>

namespace callcard {

/// An import or sync on its way: the thread, how far it is, and who waits for it.
struct RunningWork {
    std::thread thread{};
    std::stop_source stop{};
    ImportMeter meter{};
    Completion<ImportReport> done{};
    std::unique_ptr<Completion<HandedOver>> handedOver{}; ///< Of the pass that is coming into force.
    bool isWhole = false;                                 ///< No other scope of this sync brings more than the one that runs.
    bool abandoned = false;                               ///< The directory went before it ended.
};

class Directory::Private
{
public:
    Private(QString folder, const Clock &clock, bool readOnly) : files(std::move(folder)), clock(clock), readOnly(readOnly) {}

    /// The newest generation that can be read comes into force; the one there is stays otherwise.
    [[nodiscard]] Result<> takeNewest();
    [[nodiscard]] Result<> mayWrite() const;
    [[nodiscard]] Result<> mayBuild() const; ///< Upon the generation in force.
    [[nodiscard]] Result<> beginAnew();
    void readMyName();
    /// Where the last pass ended, and whether what there is of the source came from another account.
    [[nodiscard]] Result<QByteArray> cursorOf(const QString &source, SyncScope scope, const SourceAccount &account) const;
    [[nodiscard]] Result<bool> isElsewhere(const QString &source, const SourceAccount &account) const;
    /// In place, or as the first generation.
    [[nodiscard]] Result<> putInForce(const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed);

    [[nodiscard]] Result<SourceRecord> localRecord(const CustomerDraft &draft) const;
    [[nodiscard]] Result<bool> applyLocal(); ///< What was made here and is not in force yet: whether there was anything.
    bool bringLocalIn();                     ///< The same; what fails is put in later.
    void offerLocal();
    void changedLocally();
    bool endWork(); ///< Whether something came into force.

    const Generations files;
    const Clock &clock;
    const bool readOnly;
    MatchContext context;
    Me me; ///< As set.
    std::unique_ptr<LearnedChoices> choices;
    std::unique_ptr<LocalCustomers> local;
    CustomerOutlet *outlet = nullptr;
    std::unique_ptr<GenerationReader> reader; ///< Absent: empty.
    int generation = 0;
    std::optional<Error> damage;          ///< Of the file that was all there was.
    std::shared_ptr<RunningWork> running; ///< One at a time: each builds on what is in force when it begins.
};

} // namespace callcard
