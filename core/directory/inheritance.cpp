#include "inheritance.h"
#include "damage.h"
#include "generationreader.h"
#include "indextext.h"
#include "recordcode.h"
#include "written.h"

#include <QHash>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostHeirs = 50'000;        ///< Of one change; beyond, the next full reading does it.
constexpr qsizetype kCompaniesInMind = 100'000; ///< What a company tells is the same for all its people.

/// What somebody is told who knows nothing.
struct Told {
    bool active{};
    QString owner{}; ///< The word that stands for them.
};

Result<Told> toldBy(Store &store, const QList<QString> &links)
{
    Customer blank;
    if (const Result<> completed = GenerationReader(store).complete(blank, links); !completed)
        return tl::unexpected(completed.error());
    return Told{blank.active, ownerToken(blank.ownerEmail, blank.ownerName)};
}

QString inheritedWords(const Customer &customer, const Told &told)
{
    QStringList words;
    if (told.active && !customer.active)
        words.append(activeToken());
    if (customer.ownerEmail.isEmpty() && customer.ownerName.isEmpty() && !told.owner.isEmpty())
        words.append(told.owner);
    return words.join(u' ');
}

QString allWords(const Customer &customer, const QString &inherited)
{
    return QString(searchWords(customer) + u' ' + inherited).trimmed();
}

Result<QString> storedWords(Store &store, qint64 record)
{
    return store
        .first(
            u"SELECT words FROM inherited WHERE record=?"_s, [](const Row &row) { return row.text(0); }, record)
        .map([](const auto &words) { return words.value_or(QString()); });
}

Result<> keepWords(Store &store, qint64 record, const QString &words)
{
    return written(words.isEmpty() ? store.run(u"DELETE FROM inherited WHERE record=?"_s, record)
                                   : store.run(u"INSERT OR REPLACE INTO inherited(record, words) VALUES(?, ?)"_s, record, words));
}

struct Heir {
    QString key{};
    SourceRecord said{};
};

Result<std::optional<Heir>> heirAt(Store &store, qint64 record)
{
    bool damaged = false;
    auto found = store.first(
        u"SELECT s.name, r.source_id, r.body FROM record r JOIN source s ON s.id=r.source WHERE r.id=?"_s,
        [&](const Row &row) {
            auto said = decodedRecord(row.bytes(2));
            damaged = !said;
            return Heir{recordKey(row.text(0), row.text(1)), said ? *std::move(said) : SourceRecord()};
        },
        record);
    if (damaged)
        return damagedRecord();
    return found;
}

Result<> inherit(Store &store, qint64 record, const SourceRecord &said)
{
    if (said.factsOnly)
        return {};
    const auto before = storedWords(store, record);
    if (!before)
        return tl::unexpected(before.error());
    QString words;
    if (!said.completedBy.isEmpty()) {
        const auto told = toldBy(store, said.completedBy);
        if (!told)
            return tl::unexpected(told.error());
        words = inheritedWords(said.customer, *told);
    }
    if (words == *before)
        return {};
    Result<> changed = forgetWords(store, record, said.customer);
    if (changed)
        changed = written(store.run(u"INSERT INTO words(rowid, text) VALUES(?, ?)"_s, record, allWords(said.customer, words)));
    return changed ? keepWords(store, record, words) : changed;
}

Result<QList<qint64>> heirsOf(Store &store, qint64 key)
{
    return store.all(
        u"SELECT record FROM link WHERE target=? LIMIT ?"_s, [](const Row &row) { return row.integer(0); }, key, kMostHeirs);
}

} // namespace

qint64 linkHash(const QString &key)
{
    return stableHash(QString(u'K' + key));
}

Result<> noteLinks(Store &store, qint64 record, const SourceRecord &said)
{
    for (const QString &key : said.completedBy) {
        if (const auto noted = store.run(u"INSERT OR IGNORE INTO link(target, record) VALUES(?, ?)"_s, linkHash(key), record); !noted)
            return written(noted);
    }
    return {};
}

Result<> forgetLinks(Store &store, qint64 record, const SourceRecord &said)
{
    for (const QString &key : said.completedBy) {
        if (const auto gone = store.run(u"DELETE FROM link WHERE target=? AND record=?"_s, linkHash(key), record); !gone)
            return written(gone);
    }
    return {};
}

Result<> forgetWords(Store &store, qint64 record, const Customer &customer)
{
    const auto inherited = storedWords(store, record);
    if (!inherited)
        return tl::unexpected(inherited.error());
    // Without its own copy of the text the index must be told what to forget, to the letter.
    const auto gone = store.run(u"INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"_s, record, allWords(customer, *inherited));
    if (!gone || inherited->isEmpty())
        return written(gone);
    return keepWords(store, record, {});
}

Result<> inheritAll(Store &store, const std::function<bool()> &stopped)
{
    QHash<QString, Told> companies;
    Result<> done;
    // In the order of rows: that of the index, which is written in one go then.
    const Result<> visited =
        store.each(u"SELECT r.id, r.body FROM record r WHERE r.id IN (SELECT record FROM link) ORDER BY r.id"_s, [&](const Row &row) {
            const qint64 record = row.integer(0);
            const auto said = decodedRecord(row.bytes(1));
            if (!said || stopped()) {
                done = said ? failure(ErrorKind::Cancelled) : damagedRecord();
                return false;
            }
            if (said->factsOnly)
                return true;
            const QString links = said->completedBy.join(u'\n');
            auto told = companies.constFind(links);
            if (told == companies.cend()) {
                const auto asked = toldBy(store, said->completedBy);
                if (!asked) {
                    done = tl::unexpected(asked.error());
                    return false;
                }
                if (companies.size() >= kCompaniesInMind)
                    companies.clear();
                told = companies.insert(links, *asked);
            }
            const QString words = inheritedWords(said->customer, *told);
            done = written(store.run(u"INSERT INTO words(rowid, text) VALUES(?, ?)"_s, record, allWords(said->customer, words)));
            if (done && !words.isEmpty())
                done = keepWords(store, record, words);
            return done.has_value();
        });
    if (!visited || !done)
        return visited ? done : visited;
    return written(store.run(u"INSERT OR REPLACE INTO meta(key, value) VALUES('links', 1)"_s));
}

Result<> inheritAnew(Store &store, QSet<qint64> records, const QSet<qint64> &keys)
{
    QList<qint64> open(records.cbegin(), records.cend());
    const auto add = [&](const QList<qint64> &heirs) {
        for (const qint64 heir : heirs) {
            if (!records.contains(heir) && records.size() < kMostHeirs) {
                records.insert(heir);
                open.append(heir);
            }
        }
    };
    for (const qint64 key : keys) {
        const auto heirs = heirsOf(store, key);
        if (!heirs)
            return tl::unexpected(heirs.error());
        add(*heirs);
    }
    while (!open.isEmpty()) {
        const qint64 record = open.takeLast();
        const auto heir = heirAt(store, record);
        if (!heir)
            return tl::unexpected(heir.error());
        if (!*heir)
            continue;
        if (const Result<> inherited = inherit(store, record, (*heir)->said); !inherited)
            return inherited;
        const auto heirs = heirsOf(store, linkHash((*heir)->key));
        if (!heirs)
            return tl::unexpected(heirs.error());
        add(*heirs);
    }
    return {};
}

Result<bool> knowsLinks(Store &store)
{
    return store.first(u"SELECT 1 FROM meta WHERE key='links'"_s, [](const Row &row) { return row.integer(0); }).map([](const auto &one) {
        return one.has_value();
    });
}

} // namespace callcard
