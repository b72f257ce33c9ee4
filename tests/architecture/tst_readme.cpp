// The README promises that its table of variables is whole, and that its map names every room and program there is.
#include <callcard/secrets.h>
#include <callcard/settings.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRoot = QStringLiteral(CALLCARD_SOURCE_ROOT);

QString readme()
{
    QFile file(kRoot + u"/README.md"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The rows of the tables under a heading.
QStringList rows(const QString &heading)
{
    const QString all = readme();
    const qsizetype begin = all.indexOf(u"\n## "_s + heading + u'\n');
    const qsizetype end = all.indexOf(u"\n## "_s, begin + 1);
    return begin < 0 ? QStringList() : all.mid(begin, end - begin).split(u'\n').filter(QRegularExpression(u"^\\| `"_s));
}

/// `RINGCENTRAL_SERVER_URL` … in these rows.
QSet<QString> variables(const QStringList &rows)
{
    static const QRegularExpression variable(u"`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`"_s);
    QSet<QString> found;
    for (const QString &row : rows) {
        for (auto match = variable.globalMatch(row); match.hasNext();)
            found.insert(match.next().captured(1));
    }
    return found;
}

} // namespace

class tst_Readme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsEverySettingWithItsVariable_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<bool>("secret");
        for (const SettingInfo &info : allSettings())
            QTest::addRow("%s", qPrintable(info.key)) << info.key << info.variable << info.secret;
    }

    void pairsEverySettingWithItsVariable()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, variable);
        QFETCH(const bool, secret);
        const QString where = secret ? u"keychain"_s : u'`' + key + u'`';
        const QStringList mentioned = rows(u"Settings"_s).filter(u'`' + variable + u'`');
        QVERIFY2(mentioned.size() == 1, qPrintable(u"the README must have one row for "_s + variable));
        QVERIFY2(mentioned.first().contains(where), qPrintable(variable + u" must be paired with "_s + where));
    }

    void namesNoVariableThatNobodyReads()
    {
        QSet<QString> known{u"CALLCARD_PROFILE"_s}; // decided before there are settings
        for (const SettingInfo &info : allSettings())
            known.insert(info.variable);
        for (const KnownSecret &secret : knownSecrets())
            known.insert(secret.variable);
        QCOMPARE(variables(rows(u"Settings"_s)) - known, QSet<QString>());
    }

    void pairsEverySecretWithItsVariable()
    {
        const QSet<QString> told = variables(rows(u"Settings"_s));
        for (const KnownSecret &secret : knownSecrets())
            QVERIFY2(told.contains(secret.variable), qPrintable(secret.variable));
    }

    /// The schema that administrators' editors read allows every setting, and no secret.
    void thePolicySchemaIsWhole()
    {
        QFile file(kRoot + u"/packaging/policy/policy.schema.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
        // Nothing else may stand beside them, so what the program reads there must be named.
        for (const auto part : {"$schema"_L1, "comment"_L1, "settings"_L1})
            QVERIFY(schema["properties"_L1].toObject().contains(part));
        const QJsonObject known = schema["properties"_L1]["settings"_L1]["properties"_L1].toObject();
        int settings = 0;
        for (const SettingInfo &info : allSettings()) {
            QCOMPARE(known.contains(info.key), !info.secret);
            settings += info.secret ? 0 : 1;
            if (info.secret)
                continue;
            const QJsonObject plain = known[info.key]["anyOf"_L1].toArray().at(0).toObject();
            if (info.kind == SettingKind::Choice)
                QCOMPARE(plain["enum"_L1].toVariant().toStringList(), info.choices);
            if (info.kind == SettingKind::Number) {
                QCOMPARE(plain["minimum"_L1].toInt(), info.least);
                QCOMPARE(plain["maximum"_L1].toInt(), info.most);
            }
            if (info.kind == SettingKind::Flag)
                QCOMPARE(plain["type"_L1].toString(), u"boolean"_s);
        }
        QCOMPARE(known.size(), settings);
    }

    void mapsEveryRoom()
    {
        const QString map = rows(u"Map of rooms"_s).join(u'\n');
        for (const QString &room : QDir(kRoot + u"/core"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (QFile::exists(kRoot + u"/core/"_s + room + u"/CMakeLists.txt"_s))
                QVERIFY2(map.contains(u'`' + room), qPrintable(u"core/"_s + room + u" is not on the map"_s));
        }
    }

    void listsEveryProgram()
    {
        static const QRegularExpression program(u"add_executable\\((callcard[a-z-]*)"_s);
        const QString listed = rows(u"Programs"_s).join(u'\n');
        for (const QString &folder : QDir(kRoot + u"/app"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(kRoot + u"/app/"_s + folder + u"/CMakeLists.txt"_s);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            for (auto match = program.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
                const QString name = match.next().captured(1);
                QVERIFY2(listed.contains(u'`' + name + u'`'), qPrintable(name));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Readme)
#include "tst_readme.moc"
