// A language that the settings offer is whole: every text of the sources has an entry, none is unfinished or empty, and what stands for a
// figure or a name stands in every form.
#include <callcard/translations.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Entry {
    QString source;
    QStringList forms; ///< One, or as many as the language has plurals.
    bool plural{};
    bool unfinished{};
};

/// What `ninja callcard_lupdate` would do, to a copy: a text that is in no catalogue yet comes in as an unfinished entry.
bool bringUpToDate(const QString &language, const QString &copy)
{
    const QString sources = QStringLiteral(CALLCARD_SOURCES);
    if (!QFile::copy(sources + u"/translations/callcard_"_s + language + u".ts"_s, copy) ||
        !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner)) // the original may be read only
        return false;
    QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
    if (language == "en"_L1)
        arguments += u"-pluralonly"_s;
    arguments << sources + u"/ui"_s << sources + u"/app"_s << u"-ts"_s << copy;
    return QProcess::execute(QStringLiteral(CALLCARD_LUPDATE), arguments) == 0;
}

QList<Entry> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    QList<Entry> entries;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "message"_L1)
            entries.append({.source = {}, .forms = {}, .plural = xml.attributes().value("numerus"_L1) == "yes"_L1});
        else if (xml.name() == "source"_L1)
            entries.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1)
            entries.last().forms.append(xml.readElementText());
        else if (xml.name() == "translation"_L1) {
            entries.last().unfinished = xml.attributes().hasAttribute("type"_L1);
            if (!entries.last().plural)
                entries.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Entry>{} : entries;
}

QSet<QString> places(const QString &text)
{
    static const QRegularExpression place(u"%L?[0-9]|\\{[a-z]+\\}|\\n"_s);
    QSet<QString> found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

} // namespace

class tst_Translations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("plurals");
        QTest::newRow("en") << u"en"_s << 2;
        QTest::newRow("de") << u"de"_s << 2;
        QTest::newRow("fr") << u"fr"_s << 2;
        QTest::newRow("es") << u"es"_s << 2;
    }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        QFETCH(const int, plurals);
        QVERIFY(completeLanguages().contains(language));
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"callcard_"_s + language + u".ts"_s);
        QVERIFY(bringUpToDate(language, copy));
        const QList<Entry> entries = read(copy);
        QVERIFY(entries.size() > (language == "en"_L1 ? 20 : 700)); // the file was read
        QStringList untranslated;
        for (const Entry &entry : entries) {
            if (entry.unfinished)
                untranslated += entry.source;
        }
        QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
        for (const Entry &entry : entries) {
            if (entry.plural)
                QVERIFY2(entry.forms.size() >= plurals, qPrintable(entry.source));
            for (const QString &form : entry.forms) {
                QVERIFY2(!form.trimmed().isEmpty(), qPrintable(entry.source));
                QVERIFY2(places(form) == places(entry.source), qPrintable(QString(entry.source + u" → "_s + form)));
            }
        }
    }

    void theCataloguesAreInTheProgram_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("settings");
        QTest::addColumn<QString>("calls");
        QTest::newRow("en") << u"en"_s << u"Settings"_s << u"2 calls"_s;
        QTest::newRow("de") << u"de"_s << u"Einstellungen"_s << u"2 Anrufe"_s;
        QTest::newRow("fr") << u"fr"_s << u"Réglages"_s << u"2 appels"_s;
        QTest::newRow("es") << u"es"_s << u"Ajustes"_s << u"2 llamadas"_s;
        QTest::newRow("one we do not speak") << u"tlh"_s << u"Settings"_s << u"2 calls"_s;
    }

    void theCataloguesAreInTheProgram()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, settings);
        QFETCH(const QString, calls);
        {
            const Translations translations{QLocale(language)};
            QVERIFY(translations.isInstalled());
            QCOMPARE(QCoreApplication::translate("callcard::ui::SettingsPage", "Settings"), settings);
            QCOMPARE(QCoreApplication::translate("CallLine", "%n call(s)", nullptr, 2), calls);
        }
        QCOMPARE(QCoreApplication::translate("CallLine", "%n call(s)", nullptr, 2),
                 u"2 call(s)"_s); // gone with it: the next language starts clean
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
