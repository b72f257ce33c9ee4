#pragma once

#include "generationreader.h"
#include "generations.h"
#include "importsource.h"
#include "learnedchoices.h"
#include "localcustomers.h"
#include "matcher.h"
#include "staging.h"
#include "workerbell.h"

#include <callcard/directory.h>

#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <variant>

namespace callcard {

/// An import or sync on its way: the thread, how far it is, and who waits for it.
struct RunningWork {
    /// What the worker brings, for `takeIn`. Of the one or the other kind of work.
    template <typename Outcome>
    void leave(Outcome outcome)
    {
        const std::scoped_lock lock(shelfLock);
        shelf = std::move(outcome);
    }
    /// On the directory's thread: who waits for it goes on.
    void takeIn();

    std::thread thread{};
    std::stop_source stop{};
    ImportMeter meter{};
    std::mutex shelfLock{};
    std::variant<std::monostate, Result<ImportReport>, Result<HandedOver>> shelf{};
    Completion<ImportReport> done{};
    std::unique_ptr<Completion<HandedOver>> handedOver{}; ///< Of the pass that is coming into force.
    SyncScope widest{};                                   ///< Of the sync.
    bool isWhole = false;                                 ///< No other scope of this sync brings more than the one that runs.
    bool isVoid = false;                                  ///< What it built upon is damaged: nothing goes on from what it left.
    bool abandoned = false;                               ///< The directory went before it ended.
};

class Directory::Private
{
public:
    Private(QString folder, const Clock &clock, bool readOnly) : files(std::move(folder)), clock(clock), readOnly(readOnly) {}

    /// Asks the generation in force. Where a page of it turns out to be damaged, it is set aside like one that cannot be opened, and
    /// asked is what there is then: never is somebody unknown because a disk has a hole.
    template <typename Ask>
    [[nodiscard]] auto asking(const Ask &ask) -> std::invoke_result_t<Ask>
    {
        auto answer = ask();
        noticeDamage();
        return !answer && givesWay(answer.error()) ? ask() : answer;
    }
    /// Whether the generation in force was damaged and is another one now.
    [[nodiscard]] bool givesWay(const Error &error);
    /// What is known of the personal files since the last time.
    void noticeDamage();

    /// The newest generation that can be read comes into force; the one there is stays otherwise.
    [[nodiscard]] Result<> takeNewest();
    [[nodiscard]] Result<> mayWrite() const;
    [[nodiscard]] Result<> mayBuild() const; ///< Upon the generation in force.
    [[nodiscard]] Result<> beginAnew();
    [[nodiscard]] Result<> takeBackLocal(); ///< What the generation in force knows of customers made here, and their file lost.
    void readMyName();
    /// Where the last pass ended, and whether what there is of the source came from another account.
    [[nodiscard]] Result<QByteArray> cursorOf(const CustomerSource &source, SyncScope scope, const SourceAccount &account) const;
    [[nodiscard]] Result<bool> isElsewhere(const QString &source, const SourceAccount &account) const;
    [[nodiscard]] Error ofStaging(const Error &error) const;
    /// In place, or as the first generation.
    [[nodiscard]] Result<> putInForce(const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed);

    [[nodiscard]] Result<SourceRecord> localRecord(const CustomerDraft &draft) const;
    [[nodiscard]] Result<bool> applyLocal(); ///< What was made here and is not in force yet: whether there was anything.
    bool bringLocalIn();                     ///< The same; what fails is put in later.
    void offerLocal();
    void changedLocally();
    bool endWork(); ///< Whether something came into force.

    Directory *q = nullptr; ///< Once it is open.
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
    std::optional<DamagedFile> damage;    ///< Of the file that was all there was.
    std::shared_ptr<RunningWork> running; ///< One at a time: each builds on what is in force when it begins.
    WorkerBell bell{[this] {
        if (const auto awaited = running) // may end while it is told
            awaited->takeIn();
    }};
};

} // namespace callcard
