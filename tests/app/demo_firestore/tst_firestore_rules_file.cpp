// The rules that administrators deploy, and the table by which the demo cloud plays them, say the same line by line. The file itself is
// not evaluated here: only Google's engine can do that.
#include "rules.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo::firestore;

namespace {

QByteArray shipped(const QString &name)
{
    QFile file(QStringLiteral(CALLCARD_SOURCE_ROOT) + u"/packaging/firebase/"_s + name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QString withoutComments(const QString &text)
{
    static const QRegularExpression comment(u"//[^\n]*"_s);
    return QString(text).remove(comment);
}

/// "users/{uid} | get | staff() && …" of every allow line.
QStringList linesOf(const QString &rules)
{
    static const QRegularExpression token(
        u"'[^']*'|match\\s+/databases/\\{database\\}/documents\\s*\\{|match\\s+/([^\\s]+)\\s*\\{|function\\s+\\w+\\([^)]*\\)\\s*\\{|"
        "allow\\s+([a-z, ]+):\\s*if\\s+([^;]+);|service\\s+[a-z.]+\\s*\\{|\\}"_s);
    QStringList lines;
    QStringList open; // what each brace belongs to
    for (const QRegularExpressionMatch &found : token.globalMatch(rules)) {
        if (found.captured(0).startsWith(u'\'')) {
            continue; // braces in a pattern open nothing
        } else if (found.captured(0) == u"}"_s) {
            if (!open.isEmpty())
                open.removeLast();
        } else if (found.hasCaptured(3)) {
            lines.append(u"%1 | %2 | %3"_s.arg(open.join(QString()), found.captured(2).simplified(), found.captured(3).simplified()));
        } else {
            open.append(found.captured(1));
        }
    }
    return lines;
}

QStringList rowsOf(RuleSet table)
{
    QStringList rows;
    for (const Rule &rule : table)
        rows.append(u"%1 | %2 | %3"_s.arg(QString::fromLatin1(rule.match), QString::fromLatin1(rule.allow),
                                          QString::fromLatin1(rule.condition).simplified()));
    return rows;
}

} // namespace

class tst_FirestoreRulesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineHasARowAndEveryRowALine()
    {
        const QStringList lines = linesOf(withoutComments(QString::fromUtf8(shipped(u"firestore.rules"_s))));
        const QStringList rows = rowsOf(callcardRules());
        QVERIFY(lines.size() > 20);
        for (const QString &line : lines)
            QVERIFY2(rows.contains(line), qPrintable(u"the demo cloud has no row for: "_s + line));
        for (const QString &row : rows)
            QVERIFY2(lines.contains(row), qPrintable(u"firestore.rules has no line for: "_s + row));
        QCOMPARE(lines.size(), rows.size());
    }

    void theReaderOfRulesSeesWhatIsThere()
    {
        const QString rules =
            u"service cloud.firestore {\n match /databases/{database}/documents {\n function f(a) { return a; }\n"
            " match /a/{id} {\n allow get,  list: if f(1)\n   && g(); // why\n }\n match /b/{x} { allow write: if false; }\n}}"_s;
        QCOMPARE(linesOf(withoutComments(rules)), (QStringList{u"a/{id} | get, list | f(1) && g()"_s, u"b/{x} | write | false"_s}));
    }

    void everyHelperOfALineIsDefined()
    {
        const QString rules = withoutComments(QString::fromUtf8(shipped(u"firestore.rules"_s)));
        static const QRegularExpression call(u"(?<![.\\w])([a-z]\\w*)\\("_s);
        static const QStringList builtIn{u"get"_s, u"if"_s};
        for (const QString &line : linesOf(rules)) {
            for (const QRegularExpressionMatch &found : call.globalMatch(line.section(u" | "_s, 2))) {
                const QString name = found.captured(1);
                QVERIFY2(builtIn.contains(name) || rules.contains(QString(u"function "_s + name + u'(')), qPrintable(name));
            }
        }
        QCOMPARE(rules.count(u'{'), rules.count(u'}'));
        QCOMPARE(rules.count(u'('), rules.count(u')'));
    }

    void theListsOfWordsAreThoseOfTheTable()
    {
        // What conditions hide behind a helper's name: the words a metric may hold.
        const QString rules = QString::fromUtf8(shipped(u"firestore.rules"_s));
        for (const char *word : {"phone_call_quantity", "talk_time_minutes", "sms_quantity", "email_quantity", "lead_progression_a",
                                 "new_sales_distribution", "ringcentral", "justcall", "shipstation", "migration", "callIdsDigest"}) {
            const bool isAField = qstrcmp(word, "callIdsDigest") == 0; // metadata is free
            QCOMPARE(rules.contains(u"'%1'"_s.arg(QString::fromLatin1(word))), !isAField);
        }
    }

    void indexesAreWellFormed()
    {
        QJsonParseError error{};
        const QJsonObject file = QJsonDocument::fromJson(shipped(u"firestore.indexes.json"_s), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QJsonArray indexes = file[u"indexes"_s].toArray();
        QVERIFY(indexes.size() >= 5);
        for (const QJsonValue &index : indexes) {
            QCOMPARE(index[u"queryScope"_s].toString(), u"COLLECTION"_s);
            QVERIFY(index[u"fields"_s].toArray().size() >= 2);
        }
        const QJsonObject deployed = QJsonDocument::fromJson(shipped(u"firebase.json"_s)).object()[u"firestore"_s].toObject();
        QVERIFY(!shipped(deployed[u"rules"_s].toString()).isEmpty());
        QVERIFY(!shipped(deployed[u"indexes"_s].toString()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_FirestoreRulesFile)
#include "tst_firestore_rules_file.moc"
