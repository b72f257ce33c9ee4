#include "schema.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

const Migrations &logSchema()
{
    static const Migrations schema{
        {
            u"CREATE TABLE calls("
            "place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, session TEXT NOT NULL, source TEXT NOT NULL, direction TEXT NOT NULL, "
            "state TEXT NOT NULL, reason TEXT NOT NULL, number INTEGER, raw TEXT NOT NULL, extension TEXT NOT NULL, name TEXT NOT NULL, "
            "email TEXT NOT NULL, local_number INTEGER, local_raw TEXT NOT NULL, local_extension TEXT NOT NULL, local_name TEXT NOT NULL, "
            "line TEXT NOT NULL, agent TEXT NOT NULL, answered_by TEXT NOT NULL, started INTEGER, answered INTEGER, ended INTEGER, "
            "talk INTEGER, hold INTEGER, provisional INTEGER NOT NULL, withheld INTEGER NOT NULL, internal INTEGER NOT NULL, "
            "own_leg INTEGER NOT NULL, status TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0, "
            "customer TEXT NOT NULL DEFAULT '', customer_name TEXT NOT NULL DEFAULT '', company TEXT NOT NULL DEFAULT '', "
            "person TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', told_note TEXT NOT NULL DEFAULT '', "
            "outcome TEXT NOT NULL DEFAULT '', told_outcome TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', halves INTEGER, "
            "private INTEGER NOT NULL DEFAULT 0, recording TEXT NOT NULL DEFAULT '', transcription TEXT NOT NULL DEFAULT '', "
            "waiting INTEGER NOT NULL DEFAULT 0, settling INTEGER NOT NULL DEFAULT 0, settled_at INTEGER, "
            "settled_by TEXT NOT NULL DEFAULT '', settled_call TEXT NOT NULL DEFAULT '') STRICT"_s,
            u"CREATE INDEX calls_session ON calls(session)"_s,
            u"CREATE INDEX calls_person ON calls(person, place, hidden, own_leg, direction, reason)"_s,
            u"CREATE INDEX calls_number ON calls(number, place)"_s,
            u"CREATE INDEX calls_direction ON calls(direction, place)"_s,
            u"CREATE INDEX calls_missed ON calls(place) WHERE direction='Inbound' AND reason IN ('missed', 'voicemail')"_s,
            u"CREATE INDEX calls_voicemail ON calls(place) WHERE reason='voicemail'"_s,
            u"CREATE INDEX calls_waiting ON calls(place) WHERE waiting=1"_s,
            u"CREATE INDEX calls_settled ON calls(settled_at) WHERE settling>0"_s,
            u"CREATE INDEX calls_settles ON calls(settled_call) WHERE settled_call<>''"_s,
            u"CREATE INDEX calls_outcome ON calls(outcome) WHERE outcome<>''"_s,
            u"CREATE INDEX calls_untold ON calls(place) WHERE told=0"_s,
            // Folded text of a call in one column; its row is the call's place, so that found calls come newest first without a sort.
            u"CREATE VIRTUAL TABLE calls_text USING fts5(text, tokenize='trigram', detail='full')"_s,
            // The history by customer: the newest call of each kind and how many, kept by whoever writes a call.
            u"CREATE TABLE people(person TEXT PRIMARY KEY, newest INTEGER NOT NULL, calls INTEGER NOT NULL, newest_in INTEGER, calls_in "
            "INTEGER NOT NULL, newest_out INTEGER, calls_out INTEGER NOT NULL, newest_missed INTEGER, calls_missed INTEGER NOT NULL, "
            "newest_voicemail INTEGER, calls_voicemail INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
            u"CREATE INDEX people_newest ON people(newest)"_s,
            u"CREATE INDEX people_in ON people(newest_in) WHERE newest_in IS NOT NULL"_s,
            u"CREATE INDEX people_out ON people(newest_out) WHERE newest_out IS NOT NULL"_s,
            u"CREATE INDEX people_missed ON people(newest_missed) WHERE newest_missed IS NOT NULL"_s,
            u"CREATE INDEX people_voicemail ON people(newest_voicemail) WHERE newest_voicemail IS NOT NULL"_s,
            // Ids under which a call was known before it was joined with another.
            u"CREATE TABLE aliases(alias TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE steps(call TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY(call, at, state)) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE receipts(call TEXT PRIMARY KEY, event_time INTEGER, received INTEGER, matching INTEGER NOT NULL, "
            "painting INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
            // The provider's history, as the figures count it. Nothing personal but the rep's own address.
            u"CREATE TABLE told(source TEXT NOT NULL, row TEXT NOT NULL, call TEXT NOT NULL, agent TEXT NOT NULL, direction TEXT NOT NULL, "
            "word TEXT NOT NULL, running INTEGER NOT NULL, started INTEGER NOT NULL, user_day TEXT, talk INTEGER NOT NULL, hold INTEGER "
            "NOT "
            "NULL, modified INTEGER, digest BLOB NOT NULL, day TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, forgotten INTEGER NOT "
            "NULL "
            "DEFAULT 0, PRIMARY KEY(source, row)) STRICT, WITHOUT ROWID"_s,
            u"CREATE INDEX told_started ON told(started)"_s,
            u"CREATE INDEX told_call ON told(call)"_s,
            u"CREATE TABLE texts(id TEXT PRIMARY KEY, source TEXT NOT NULL, direction TEXT NOT NULL, number INTEGER, raw TEXT NOT NULL, "
            "extension TEXT NOT NULL, name TEXT NOT NULL, local_number INTEGER, local_raw TEXT NOT NULL, agent TEXT NOT NULL, text TEXT "
            "NOT "
            "NULL, sent INTEGER NOT NULL, user_day TEXT, day TEXT, told INTEGER NOT NULL, deleted INTEGER NOT NULL, forgotten INTEGER NOT "
            "NULL DEFAULT 0) STRICT, WITHOUT ROWID"_s,
            u"CREATE INDEX texts_sent ON texts(sent)"_s,
            u"CREATE INDEX texts_number ON texts(number, sent)"_s,
            u"CREATE TABLE promises(id INTEGER PRIMARY KEY AUTOINCREMENT, customer TEXT NOT NULL, number INTEGER, call TEXT NOT NULL, text "
            "TEXT "
            "NOT NULL, due TEXT, done INTEGER NOT NULL) STRICT"_s,
            u"CREATE INDEX promises_customer ON promises(customer) WHERE done=0"_s,
            u"CREATE INDEX promises_number ON promises(number) WHERE done=0"_s,
            u"CREATE TABLE reminders(id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, customer TEXT NOT NULL, customer_name "
            u"TEXT "
            "NOT "
            "NULL, company TEXT NOT NULL, number INTEGER, raw TEXT NOT NULL, extension TEXT NOT NULL, name TEXT NOT NULL, call TEXT NOT "
            "NULL, "
            "text TEXT NOT NULL, due INTEGER) STRICT"_s,
            u"CREATE TABLE stars(person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE marks(call TEXT NOT NULL, what INTEGER NOT NULL, revision INTEGER NOT NULL, handed INTEGER NOT NULL, delivered "
            "INTEGER, PRIMARY KEY(call, what)) STRICT, WITHOUT ROWID"_s,
            u"CREATE INDEX marks_waiting ON marks(revision) WHERE handed=0"_s,
            u"CREATE TABLE dirty(source TEXT NOT NULL, agent TEXT NOT NULL, day TEXT NOT NULL, revision INTEGER NOT NULL, PRIMARY "
            u"KEY(source, "
            "agent, day)) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE spans(source TEXT NOT NULL, agent TEXT NOT NULL, texts INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER "
            u"NOT "
            "NULL, read INTEGER NOT NULL, PRIMARY KEY(source, agent, texts, start)) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE kept(key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID"_s,
            u"CREATE TABLE counter(only INTEGER PRIMARY KEY CHECK(only=1), value INTEGER NOT NULL) STRICT"_s,
            u"INSERT INTO counter VALUES(1, 0)"_s,
        },
        {
            // Own notes and outcomes that were handed over, until the provider's history shows the newest.
            u"CREATE TABLE sent(call TEXT NOT NULL, what INTEGER NOT NULL, revision INTEGER NOT NULL, text TEXT NOT NULL, "
            "PRIMARY KEY(call, what, revision)) STRICT, WITHOUT ROWID"_s,
        },
        {
            // A conversation ends the reminders that were made before it. Of older ones nobody knows when that was: not later than due.
            u"ALTER TABLE reminders ADD COLUMN made INTEGER"_s,
            u"UPDATE reminders SET made=due"_s,
        }};
    return schema;
}

const QStringList &logTables()
{
    static const QStringList tables{u"calls"_s, u"calls_text"_s, u"people"_s,   u"aliases"_s,   u"steps"_s, u"receipts"_s,
                                    u"told"_s,  u"texts"_s,      u"promises"_s, u"reminders"_s, u"stars"_s, u"marks"_s,
                                    u"dirty"_s, u"spans"_s,      u"kept"_s,     u"sent"_s};
    return tables;
}

} // namespace callcard
