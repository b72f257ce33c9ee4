#pragma once

#include <callcard/callerlookup.h>
#include <callcard/clock.h>
#include <callcard/customeredits.h>
#include <callcard/customersource.h>
#include <callcard/directoryimport.h>
#include <callcard/directoryquery.h>
#include <callcard/result.h>
#include <callcard/task.h>

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <stop_token>

namespace callcard {

/// Whose accounts come first.
struct Me {
    QString email{};
    QString name{}; ///< For sources that know owners by name only.
    bool operator==(const Me &) const = default;
};

/// The rep said who a number is: one of several who share it, or somebody the directory did not know it of.
struct LearnedChoice {
    PhoneNumber number;
    CustomerId customer{};
    QDateTime at{};
    bool operator==(const LearnedChoice &) const = default;
};

struct DirectoryStats {
    qint64 customers{};
    qint64 numbers{};     ///< Different ones.
    qint64 unparseable{}; ///< They match themselves only.
    qint64 shared{};      ///< Numbers of several customers.
    qint64 refused{};     ///< Records of the sources that nobody can be made of; see Directory::refused().
    bool refusedKnown{true};
    QDateTime lastSync{}; ///< Invalid: never.
    int generation{};     ///< 0: empty, nothing was imported yet.
    bool operator==(const DirectoryStats &) const = default;
};

/// A file that turned out to be damaged. What could still be read of it is in force, or in the file that took its place.
struct DamagedFile {
    enum class What {
        Customers, ///< They can be fetched and imported again.
        Choices,   ///< Who calls from shared numbers.
        MadeHere,  ///< Customers made or changed on this computer.
    };
    What what{};
    Error error{};
    QString aside{}; ///< Where it lies now; empty: it could not be moved, or was opened for reading only.
    bool operator==(const DamagedFile &) const = default;
};

struct SourceSync {
    QString name{};
    qint64 fetched{};
    qint64 changed{}; ///< New ones and different ones.
    qint64 removed{};
    qint64 refused{};             ///< Records of these passes that nobody can be made of.
    std::optional<Error> error{}; ///< Its earlier customers stay.
    bool operator==(const SourceSync &) const = default;
};

struct SyncReport {
    QList<SourceSync> sources{};
    bool operator==(const SyncReport &) const = default;
};

/// What a source has and the directory cannot use, as of its last pass.
struct RefusedRecords {
    QString source{};
    qint64 count{};
    bool isKnown{true};           ///< False: an earlier program read it, and passed over them. The next sync tells.
    QList<RefusedRecord> first{}; ///< A thousand at most.
    bool operator==(const RefusedRecords &) const = default;
};

struct RunningWork;

/// Customers on the local disk: complete without a network, read in microseconds on the thread it lives on. Imports and syncs work on
/// threads of their own and never make a look-up wait; what they did is in force at once or not at all.
class Directory final : public QObject, public CallerLookup
{
    Q_OBJECT

public:
    enum class Access { ReadWrite, ReadOnly };

    /// An empty folder is an empty directory. A damaged file is set aside, whenever it is found to be so, and never keeps the others
    /// from being used; see damages().
    [[nodiscard]] static Result<std::unique_ptr<Directory>> open(const QString &folder, const Clock &clock,
                                                                 Access access = Access::ReadWrite);
    ~Directory() override; ///< Ends what still runs, and waits for it: a fraction of a second.

    void setMe(const Me &me);
    /// As set; where no name was, with the one by which the sources know who asks them.
    [[nodiscard]] Me me() const;
    /// The company's own numbers identify nobody.
    void setOwnLines(const QSet<PhoneNumber> &lines);
    /// For numbers typed into the search.
    void setRegion(const QString &region);
    /// Found since this was opened. Of the customers: all but what was written here is missing, until a file is imported or a source
    /// synced, and then it is named no longer.
    [[nodiscard]] QList<DamagedFile> damages() const;
    /// Files that were set aside and still lie there, of this run or an earlier one.
    [[nodiscard]] QStringList filesSetAside() const;
    [[nodiscard]] bool isBusy() const; ///< An import or sync is on its way: another one is refused until it is over.

    /// Where the directory cannot be read, or all that was in it is damaged, whoever is not found has the problem with them.
    [[nodiscard]] WhoIs whoIs(const CallParty &caller) const override;
    [[nodiscard]] Result<WhoIs> lookUp(const CallParty &caller) const;
    /// By any of the customer's origins; absent: not in the directory (any more).
    [[nodiscard]] Result<std::optional<Customer>> customer(const CustomerId &id) const;
    /// Words of name, company and e-mail in any order, each as far as it is typed, small typos, fragments of numbers. The likeliest
    /// first, the rep's own before others'.
    [[nodiscard]] Result<QList<Customer>> search(const QString &text, int limit = 50) const;
    /// The same as a list shows it: filtered, page by page, with names that are merely similar at the end.
    [[nodiscard]] Result<FoundCustomers> find(const CustomerQuery &query) const;
    [[nodiscard]] Result<DirectoryStats> stats() const;
    /// Source by source, of those that have any or may have. They are kept with the customers: each goes when its source tells of it as
    /// somebody, or as gone; all of them when the source was read as a whole; those without an id with its next pass.
    [[nodiscard]] Result<QList<RefusedRecords>> refused() const;

    /// From now on this customer is who calls from the number. One choice a number; the newer replaces the older.
    [[nodiscard]] Result<> learn(const PhoneNumber &number, const CustomerId &customer);
    [[nodiscard]] Result<> unlearn(const PhoneNumber &number);
    [[nodiscard]] Result<QList<LearnedChoice>> learned() const; ///< Newest first.

    /// A customer made or changed by a person: on the disk before this returns, whatever else is on its way, and offered to the outlet.
    /// An edit says only what differs, so what its sources change later still comes through.
    [[nodiscard]] Result<CustomerId> save(const CustomerDraft &draft);
    /// Takes back what was written here: the new customer, or the changes.
    [[nodiscard]] Result<> discard(const CustomerId &id);
    /// The number belongs to this customer from now on, and is who calls from it.
    [[nodiscard]] Result<> link(const CustomerNumber &number, const CustomerId &customer);
    [[nodiscard]] Result<> unlink(const PhoneNumber &number, const CustomerId &customer);
    /// May be absent; it is offered at once what it has not got yet, and outlives the directory or is taken away again.
    void setOutlet(CustomerOutlet *outlet);
    [[nodiscard]] bool hasOutlet() const;
    [[nodiscard]] Result<QList<LocalCustomer>> unsent() const; ///< Not with the outlet yet.

    /// A few changes of one source at once, all or nothing: a customer made on a card, a page of news. Removed ones by source id.
    [[nodiscard]] Result<> apply(const QString &source, const QList<SourceRecord> &changed, const QList<QString> &removed = {});

    /// The file replaces what a file of the same name (or the same known export) brought before; other sources stay. One import or
    /// sync at a time, the second is refused. Nothing is in force before everything is; cancelled or failed, nothing is. Interrupted, by a
    /// kill or a wish, the next import of the very same file goes on from what was kept (not of a dry run).
    [[nodiscard]] QCoro::Task<Result<ImportReport>> importFile(ImportRequest request, std::stop_token stop);
    /// The same on this thread, for programs that have nothing else to do.
    [[nodiscard]] Result<ImportReport> importNow(const ImportRequest &request, std::stop_token stop = {});

    /// Fetches what changed since the last time, scope by scope, in the order given: own accounts of every source come before anything
    /// else. A source's news come into force when its pass is complete, with its cursor; what was fetched before a failure or a kill is
    /// kept, and the next sync goes on from there. A source that fails is named in the report; if all do, that is the result.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> sync(QList<CustomerSource *> sources, QList<SyncScope> scopes, std::stop_token stop);

    /// Another process may have published a generation: looks, and takes it.
    void refresh();

Q_SIGNALS:
    /// What was asked before may have another answer now.
    void generationChanged();
    void learnedChanged();
    void damageFound(); ///< See damages(). Customers that can be fetched again should be.
    void importProgressed(const callcard::ImportProgress &progress);
    void syncProgressed(const QString &source, qint64 fetched);

private:
    class Private;
    explicit Directory(std::unique_ptr<Private> p);
    void tellOfDamage();
    [[nodiscard]] QCoro::Task<Result<>> pass(CustomerSource &source, SyncScope scope, std::shared_ptr<RunningWork> running,
                                             SourceSync &outcome);
    std::unique_ptr<Private> d;
};

} // namespace callcard
