#include "people.h"

#include <callcard/testing/fakeclock.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace people;
using namespace Qt::Literals::StringLiterals;

/// Forms stored and forms dialled over many regions, from a table that no parser had a part in.
class tst_DirectoryCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPair()
    {
        QFile file(QStringLiteral(CALLCARD_TEST_DATA) + u"/directory/number-pairs.tsv"_s);
        QVERIFY(file.open(QFile::ReadOnly));
        struct Pair {
            QString region, stored, dialled, expected;
        };
        QList<Pair> pairs;
        QSet<QString> regions;
        // One customer for each stored form, named after the number it is.
        QHash<QString, QString> nameOf;
        QHash<QString, QString> idOf;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList columns = line.split(u'\t');
            QCOMPARE(columns.size(), 4);
            pairs.append({columns.at(0), columns.at(1), columns.at(2), columns.at(3)});
            regions.insert(columns.at(0));
            if (columns.at(3) != "-"_L1)
                nameOf.insert(columns.at(0) + u'\t' + columns.at(1), columns.at(3));
        }
        QVERIFY(pairs.size() >= 1000);
        QVERIFY(regions.size() >= 40);

        QTemporaryDir folder;
        QFile csv(folder.filePath(u"stored.csv"_s));
        QVERIFY(csv.open(QFile::WriteOnly));
        csv.write("Id,Name,Phone,Country\n");
        for (auto stored = nameOf.cbegin(); stored != nameOf.cend(); ++stored) {
            const QString region = stored.key().section(u'\t', 0, 0);
            const QString form = stored.key().section(u'\t', 1);
            const QString id = QString::number(idOf.size() + 1);
            idOf.insert(stored.key(), u"csv:stored.csv/"_s + id);
            csv.write(u"%1,%2,\"%3\",%4\n"_s.arg(id, stored.value(), form, region).toUtf8());
        }
        csv.close();
        FakeClock clock;
        const auto directory = Directory::open(folder.filePath(u"d"_s), clock).value();
        const auto report = directory->importNow({.file = csv.fileName()});
        QVERIFY(report);
        QCOMPARE(report->kept, nameOf.size());
        QStringList faults;
        for (const auto &problem : report->numberProblems)
            faults.append(u"line %1: %2"_s.arg(problem.line).arg(problem.reason));

        for (const Pair &pair : std::as_const(pairs)) {
            CallParty party{.rawNumber = pair.dialled};
            if (const auto parsed = parsePhone(pair.dialled, pair.region))
                party.number = parsed->number;
            const WhoIs who = directory->whoIs(party);
            bool found = false;
            for (const Match &match : who.facts) {
                if (pair.expected == "-"_L1 || match.customer.name != pair.expected)
                    faults.append(u"false: "_s + pair.region + u' ' + pair.dialled + u" is not "_s + match.customer.name);
                found = found || match.customer.id.text() == idOf.value(pair.region + u'\t' + pair.stored);
            }
            if (!found && pair.expected != "-"_L1)
                faults.append(u"missed: "_s + pair.region + u" stored "_s + pair.stored + u" dialled "_s + pair.dialled);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(QString::number(faults.size()) + u'\n' + faults.mid(0, 60).join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(tst_DirectoryCorpus)
#include "tst_directorycorpus.moc"
