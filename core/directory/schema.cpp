#include "schema.h"
#include "refusedrecords.h"

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString recordNameIndex()
{
    return u"CREATE INDEX record_name ON record(sort) WHERE sort IS NOT NULL"_s;
}

const Migrations &directorySchema()
{
    // `record` is what the sources said; everything behind it can be computed from it. A record keeps its row for life, and a row
    // is never given twice, so an index entry never points to a stranger.
    static const Migrations schema{
        {
            u"CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
            u"CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"_s,
            u"CREATE TABLE record(id INTEGER PRIMARY KEY, source INTEGER NOT NULL, source_id TEXT NOT NULL, body BLOB NOT NULL, sort TEXT)"_s,
            u"CREATE UNIQUE INDEX record_key ON record(source_id, source)"_s,
            recordNameIndex(),
            u"CREATE TABLE number(e164 INTEGER, record INTEGER, company INTEGER NOT NULL, PRIMARY KEY(e164, record)) WITHOUT ROWID"_s,
            u"CREATE TABLE shared(e164 INTEGER PRIMARY KEY)"_s,
            u"CREATE TABLE alias(hash INTEGER, record INTEGER, PRIMARY KEY(hash, record)) WITHOUT ROWID"_s,
            u"CREATE TABLE claim(record INTEGER PRIMARY KEY, target TEXT NOT NULL)"_s,
            u"CREATE INDEX claim_target ON claim(target)"_s,
            u"CREATE TABLE twin(record INTEGER PRIMARY KEY, lead INTEGER NOT NULL)"_s,
            u"CREATE INDEX twin_lead ON twin(lead)"_s,
            // Neither keeps the text (the record has it) nor positions: what is asked is which records hold all of some words.
            u"CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, prefix='2 3 4 5', "
            "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Cn'\")"_s,
            u"CREATE VIRTUAL TABLE digits USING fts5(text, content='', columnsize=0, detail=none, tokenize='ascii')"_s,
            u"CREATE VIRTUAL TABLE vocabulary USING fts5vocab('words', 'row')"_s,
            u"CREATE TABLE word(text TEXT PRIMARY KEY) WITHOUT ROWID"_s,
            u"CREATE TABLE cursor(source TEXT, scope INTEGER, cursor BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(source, scope)) "
            "WITHOUT ROWID"_s,
        },
        {
            // Whose the records up to this cursor are (see SourceAccount).
            u"ALTER TABLE cursor ADD COLUMN place TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE cursor ADD COLUMN person TEXT NOT NULL DEFAULT ''"_s,
            u"ALTER TABLE cursor ADD COLUMN name TEXT NOT NULL DEFAULT ''"_s,
        },
        {
            // Who points to a record (by the hash of its key), and what they have in the index of words because of it.
            u"CREATE TABLE link(target INTEGER, record INTEGER, PRIMARY KEY(target, record)) WITHOUT ROWID"_s,
            u"CREATE TABLE inherited(record INTEGER PRIMARY KEY, words TEXT NOT NULL)"_s,
        },
        refusedTables(),
        // An earlier program passed over what it could not use: until a source has told of all it has once more, nobody knows of it.
        QStringList{u"ALTER TABLE cursor ADD COLUMN told INTEGER NOT NULL DEFAULT 0"_s} + refusedMarks()};
    return schema;
}

const Migrations &choicesSchema()
{
    static const Migrations schema{
        {u"CREATE TABLE choice(e164 INTEGER PRIMARY KEY, customer TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID"_s}};
    return schema;
}

const Migrations &localCustomersSchema()
{
    // No body: taken back, and not everywhere told yet. `target` is the record of another source that this one changes.
    static const Migrations schema{
        {u"CREATE TABLE customer(id TEXT PRIMARY KEY, target TEXT NOT NULL, body BLOB, at INTEGER NOT NULL, applied INTEGER NOT NULL, "
         "sent INTEGER NOT NULL) WITHOUT ROWID"_s,
         u"CREATE INDEX customer_target ON customer(target)"_s}};
    return schema;
}

const Migrations &stagingSchema()
{
    static const Migrations schema{
        {
            u"CREATE TABLE page(source TEXT PRIMARY KEY, scope INTEGER NOT NULL, cursor BLOB NOT NULL, fresh INTEGER NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE staged(source TEXT, source_id TEXT, body BLOB, PRIMARY KEY(source, source_id)) WITHOUT ROWID"_s, // no body: gone
        },
        {
            // What was on its way is fetched again: nobody knows whose it was.
            u"DELETE FROM staged"_s,
            u"DROP TABLE page"_s,
            u"CREATE TABLE page(source TEXT PRIMARY KEY, scope INTEGER NOT NULL, place TEXT NOT NULL, person TEXT NOT NULL, "
            "cursor BLOB NOT NULL) WITHOUT ROWID"_s,
        },
        refusedTables(),
        // What was on its way goes on from where an earlier program was: not from the beginning.
        QStringList{u"DELETE FROM staged"_s, u"DELETE FROM page"_s, u"DELETE FROM refused"_s} + refusedMarks()};
    return schema;
}

bool isFiller(const PhoneNumber &number)
{
    const QStringView digits = QStringView(number.e164()).sliced(1);
    if (digits.size() < 9)
        return false;
    const QStringView tail = digits.last(digits.startsWith(u'1') && digits.size() == 11 ? 10 : 9);
    return std::all_of(tail.begin(), tail.end(), [&](QChar c) { return c == tail.front(); });
}

} // namespace callcard
