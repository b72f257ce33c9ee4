#include "hiddennames.h"
#include "includerules.h"
#include "linkrules.h"
#include "wordrules.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedRule {
    const char *name;
    Rule rule;
};

constexpr NamedRule kRules[]{
    {"foreign headers", foreignHeaders},
    {"prefixed Qt includes", prefixedQtIncludes},
    {"widgets in core", widgetsInCore},
    {"upward includes", upwardIncludes},
    {"JSON outside wire files", jsonOutsideWireFiles},
    {"links outside the plan", linksOutsideThePlan},
    {"unfinished work", unfinishedWork},
    {"addresses of one machine", addressesOfOneMachine},
    {"blocking calls", blockingCalls},
    {"awaits in conditions", awaitsInConditions},
    {"manners of headers", headerManners},
    {"exceptions in core", exceptionsInCore},
};

/// Every text file of the project, read once.
const QList<SourceFile> &tree()
{
    static const QList<SourceFile> files = [] {
        const QString root = QStringLiteral(CALLCARD_SOURCE_ROOT);
        static const QStringList names{u"*.h"_s,   u"*.cpp"_s,  u"*.txt"_s, u"*.cmake"_s,         u"*.json"_s, u"*.md"_s,  u"*.sh"_s,
                                       u"*.mjs"_s, u"*.js"_s,   u"*.in"_s,  u"*.desktop"_s,       u"*.xml"_s,  u"run"_s,   u"test"_s,
                                       u"fuzz"_s,  u"format"_s, u"tidy"_s,  u"desktop-session"_s, u".npmrc"_s, u"*.supp"_s};
        QList<SourceFile> found;
        for (const QString &top : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s, u"packaging"_s, u".ci"_s, u"."_s}) {
            const auto depth = top == "."_L1 ? QDirIterator::NoIteratorFlags : QDirIterator::Subdirectories;
            QDirIterator walk(root + u'/' + top, names, QDir::Files | QDir::Hidden, depth);
            while (walk.hasNext()) {
                QFile file(walk.next());
                const QString path = QDir(root).relativeFilePath(file.fileName());
                if (!path.contains("node_modules/"_L1) && file.open(QIODevice::ReadOnly))
                    found.append({path, QString::fromUtf8(file.readAll())});
            }
        }
        return found;
    }();
    return files;
}

} // namespace

class tst_Architecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleSeesItsFault_data();
    void everyRuleSeesItsFault();
    void theTreeKeepsEveryRule_data();
    void theTreeKeepsEveryRule();
    void hiddenNamesAreSeen();
    void aRoomHidesEachNameOnce();
    void aTypeBelongsToOneRoom();

private:
    /// The folder with the CMakeLists.txt a file belongs to.
    static QString roomOf(const SourceFile &file);
};

void tst_Architecture::everyRuleSeesItsFault_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("faults");
    const auto row = [](const char *name, const char *rule, const char *path, const char *text, int faults) {
        QTest::newRow(name) << QString::fromUtf8(rule) << QString::fromUtf8(path) << QString::fromUtf8(text) << faults;
    };
    row("SQL beside the store", "foreign headers", "core/calllog/log.cpp", "#include <QSqlQuery>\n", 1);
    row("SQL in the store", "foreign headers", "core/store/database.cpp", "#include <QSqlQuery>\n", 0);
    row("a reply outside net", "foreign headers", "core/firestore/client.cpp", "#  include <QNetworkReply>\n", 1);
    row("keychain in a screen", "foreign headers", "ui/settings/page.cpp", "#include <qt6keychain/keychain.h>\n", 1);
    row("Beast in a provider", "foreign headers", "core/providers/justcall/wire.cpp", "#include <boost/beast.hpp>\n", 1);
    row("Beast in the relay", "foreign headers", "app/relay/main.cpp", "#include <boost/beast.hpp>\n", 0);
    row("a thread of Qt's", "foreign headers", "core/directory/import.cpp", "#include <QThread>\n", 1);
    row("tests may", "foreign headers", "tests/core/net/tst_http.cpp", "#include <QTcpServer>\n", 0);
    row("a module before the slash", "prefixed Qt includes", "tests/ui/tst_x.cpp", "#include <QtWidgets/QWidget>\n", 1);
    row("no module", "prefixed Qt includes", "ui/tray/tray.cpp", "#include <QWidget>\n#include <QtGlobal>\n", 0);
    row("a widget in core", "widgets in core", "core/screenpop/card.cpp", "#include <QWidget>\n", 1);
    row("a pixmap in the CLI", "widgets in core", "app/cli/lookup.cpp", "#include <QPixmap>\n", 1);
    row("a sentence in core", "widgets in core", "core/auth/signin.cpp", "return tr(\"Wrong password\");\n", 1);
    row("str( is no tr(", "widgets in core", "core/auth/signin.cpp", "return str(\"x\"); // tr(this is prose)\n", 0);
    row("core asks ui", "upward includes", "core/screenpop/card.cpp", "#include <callcard/ui/popup.h>\n", 1);
    row("ui asks the engine", "upward includes", "ui/tray/tray.cpp", "#include <engine/engine.h>\n", 1);
    row("ui asks Firestore", "upward includes", "ui/metrics/panel.cpp", "#include <callcard/firestore.h>\n", 1);
    row("a screen asks a screen", "upward includes", "ui/popup/card.cpp", "#include <callcard/ui/tray.h>\n", 1);
    row("a screen asks the theme", "upward includes", "ui/popup/card.cpp",
        "#include <callcard/ui/theme.h>\n#include <callcard/ui/popup.h>\n", 0);
    row("through the wall", "upward includes", "core/metrics/day.cpp", "#include \"../calllog/table.h\"\n", 1);
    row("JSON in a door", "JSON outside wire files", "core/net/include/callcard/http.h", "#include <nlohmann/json.hpp>\n", 1);
    row("JSON in logic", "JSON outside wire files", "core/outbox/pump.cpp", "#include <QJsonDocument>\n", 1);
    row("JSON in a wire file", "JSON outside wire files", "core/providers/justcall/wire.cpp", "#include <nlohmann/json.hpp>\n", 0);
    row("JSON in a value file", "JSON outside wire files", "core/firestore/values.cpp", "#include <nlohmann/json.hpp>\n", 0);
    row("an arrow too many", "links outside the plan", "core/telephony/CMakeLists.txt", "callcard_module(telephony PRIVATE callcard::net)",
        1);
    row("a room nobody planned", "links outside the plan", "core/attic/CMakeLists.txt", "callcard_module(attic)", 1);
    row("a screen with a token", "links outside the plan", "ui/settings/CMakeLists.txt", "PRIVATE callcard::auth callcard::domain", 1);
    row("planned", "links outside the plan", "core/auth/CMakeLists.txt", "PUBLIC callcard::net callcard::secrets callcard::foundation", 0);
    row("left for later", "unfinished work", "core/net/http.cpp", "// TODO: retry\n", 1);
    row("a masked number", "unfinished work", "core/net/http.cpp", "\"+1303555XXXX\"\n", 0);
    row("a registry", "addresses of one machine", "tests/conformance/package-lock.json", "\"resolved\": \"https://host.example/x.tgz\"\n",
        1);
    row("a home folder", "addresses of one machine", "packaging/run", "cd /home/dana/callcard\n", 1);
    row("a route", "addresses of one machine", "app/relay/routes.cpp", "\"/api/calls\" \"https://host.example/tmp/x\"\n", 0);
    row("waits in place", "blocking calls", "core/net/http.cpp", "socket.waitForReadyRead(10);\n", 1);
    row("a test that sleeps", "blocking calls", "tests/core/net/tst_http.cpp", "QTest::qSleep(10);\n", 1);
    row("an if that awaits", "awaits in conditions", "core/net/http.cpp", "if (!co_await sleep(1s))\n", 1);
    row("an if with a name", "awaits in conditions", "core/net/http.cpp", "if (const Result<> done = co_await sleep(1s); !done)\n", 0);
    row("a header without a guard", "manners of headers", "ui/tray/tray.h", "class Tray;\n", 1);
    row("throws", "exceptions in core", "core/phone/phone.cpp", "throw 1;\n", 1);
    row("serving may", "exceptions in core", "core/serving/http.cpp", "throw 1;\n", 0);
}

void tst_Architecture::everyRuleSeesItsFault()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    for (const NamedRule &named : kRules) {
        if (rule == QLatin1StringView(named.name)) {
            QTEST(int(named.rule({path, text}).size()), "faults");
            return;
        }
    }
    QFAIL("there is no such rule");
}

void tst_Architecture::theTreeKeepsEveryRule_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < int(std::size(kRules)); ++index)
        QTest::newRow(kRules[index].name) << index;
}

void tst_Architecture::theTreeKeepsEveryRule()
{
    QFETCH(const int, index);
    QVERIFY2(tree().size() > 50, "the tree was not found");
    QStringList faults;
    for (const SourceFile &file : tree()) {
        for (const QString &fault : kRules[index].rule(file))
            faults.append(file.path + u": "_s + fault);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void tst_Architecture::hiddenNamesAreSeen()
{
    const QString text = uR"(
namespace callcard {
namespace {
constexpr int kGap = 8;
struct Place {
};
struct Declared;
QString wide(const QString &text, int most = 3)
{
    return text.left(most);
}
QList<int> many(const QHash<int, QString> &all,
                int most)
{
}
} // namespace
constexpr int kOutside = 1;
void seen(int value)
{
}
} // namespace callcard
)"_s;
    const QStringList names{u"callcard::kGap"_s, u"callcard::Place"_s, u"callcard::wide(constQString&,int)"_s,
                            u"callcard::many(constQHash<int,QString>&,int)"_s};
    QCOMPARE(hiddenNames({u"core/phone/a.cpp"_s, text}), names);
}

QString tst_Architecture::roomOf(const SourceFile &file)
{
    static const QSet<QString> rooms = [] {
        QSet<QString> found;
        for (const SourceFile &other : tree()) {
            if (other.fileName() == "CMakeLists.txt"_L1)
                found.insert(other.path.section(u'/', 0, -2));
        }
        return found;
    }();
    QString room = file.path.section(u'/', 0, -2);
    while (!rooms.contains(room) && room.contains(u'/'))
        room = room.section(u'/', 0, -2);
    return room;
}

void tst_Architecture::aRoomHidesEachNameOnce()
{
    QHash<QString, QString> homes;
    QStringList faults;
    for (const SourceFile &file : tree()) {
        if (!file.path.endsWith(".cpp"_L1) || file.floor() == "tests"_L1)
            continue;
        for (const QString &name : hiddenNames(file)) {
            const QString key = roomOf(file) + u' ' + name;
            const QString other = homes.value(key, file.path);
            if (other != file.path)
                faults.append(u"%1 and %2 both define %3"_s.arg(other, file.path, name));
            homes.insert(key, file.path);
        }
    }
    QVERIFY(homes.size() > 500);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void tst_Architecture::aTypeBelongsToOneRoom()
{
    const QString text = u"namespace callcard::ui {\nclass Seen;\nclass Row final : public QWidget\n{\n};\nstruct Plain {\n};\n"_s;
    QCOMPARE(exposedTypes({u"ui/metrics/a.h"_s, text}), (QStringList{u"callcard::ui::Row"_s, u"callcard::ui::Plain"_s}));
    QHash<QString, QString> homes;
    QStringList faults;
    for (const SourceFile &file : tree()) {
        if (!file.isCode() || file.floor() == "tests"_L1)
            continue;
        for (const QString &name : exposedTypes(file)) {
            const QString other = homes.value(name, roomOf(file));
            if (other != roomOf(file))
                faults.append(u"%1 and %2 both have a %3"_s.arg(other, roomOf(file), name));
            homes.insert(name, roomOf(file));
        }
    }
    QVERIFY(homes.size() > 300);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

QTEST_APPLESS_MAIN(tst_Architecture)
#include "tst_architecture.moc"
