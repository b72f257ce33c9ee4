#include <callcard/dialtarget.h>

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "+13035550142 x12 after ,,1", "short 911", or the problem's name.
QString told(const tl::expected<DialTarget, PhoneProblem> &read)
{
    if (!read)
        return phoneProblemName(read.error());
    QString text = read->number ? read->number->e164() : u"short "_s + read->shortCode;
    if (!read->extension.isEmpty())
        text += u" x"_s + read->extension;
    if (!read->afterDial.isEmpty())
        text += u" after "_s + read->afterDial;
    return text;
}

void addRows(const QString &file)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("expected");
    QFile corpus(QStringLiteral(CALLCARD_TEST_DATA) + u"/dialing/"_s + file);
    QVERIFY2(corpus.open(QIODevice::ReadOnly), qPrintable(corpus.errorString()));
    int line = 0;
    while (!corpus.atEnd()) {
        ++line;
        QString row = QString::fromUtf8(corpus.readLine());
        row.remove(u'\n');
        if (row.isEmpty() || row.startsWith("# text"_L1))
            continue;
        const QStringList cells = row.split(u'\t');
        QVERIFY2(cells.size() == 3, qPrintable(u"line %1"_s.arg(line)));
        QTest::addRow("%d: %s", line, qPrintable(cells[0].left(60)))
            << QString(cells[0]).replace("\\n"_L1, "\n"_L1) << cells[1] << cells[2];
    }
    QVERIFY(line > 40);
}

} // namespace

class tst_DialTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNumber_data() { addRows(u"numbers.tsv"_s); }
    void findsTheNumber()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QTEST(told(dialTargetFrom(text, region)), "expected");
    }

    void stepsIntoNoTrap_data() { addRows(u"traps.tsv"_s); }
    void stepsIntoNoTrap()
    {
        QFETCH(QString, text);
        QFETCH(QString, region);
        QTEST(told(dialTargetFrom(text, region)), "expected");
    }

    void saysWhatElseStoodThere()
    {
        const auto alone = dialTargetFrom(u"303-555-0142", u"US"_s);
        QVERIFY(alone && !alone->fromProse && alone->othersInText == 0);
        const auto among = dialTargetFrom(u"Tel 303-555-0142, fax 303-555-0103, again 303-555-0142", u"US"_s);
        QVERIFY(among && among->fromProse);
        QCOMPARE(among->othersInText, 1);
        QCOMPARE(among->written, u"303-555-0142"_s);
    }

    void aTrapBesideANumberChangesNothing_data()
    {
        QTest::addColumn<QString>("trap");
        for (const char16_t *trap :
             {u"2026-11-14", u"Order 3035550199", u"DE89 3704 0044 0532 0130 00", u"4111 1111 1111 1111", u"$1,250.00", u"192.168.1.10",
              u"https://shop.example/3035550199", u"10:00-12:30", u"Invoice #2026-118"})
            QTest::addRow("%s", qPrintable(QString::fromUtf16(trap))) << QString::fromUtf16(trap);
    }
    void aTrapBesideANumberChangesNothing()
    {
        QFETCH(QString, trap);
        for (const QString &text : QStringList{trap + u", 303-555-0142"_s, u"303-555-0142, "_s + trap, trap + u'\n' + u"303-555-0142"_s,
                                               u"(303) 555-0142 · "_s + trap})
            QCOMPARE(text + u" → "_s + told(dialTargetFrom(text, u"US"_s)), text + u" → +13035550142"_s);
    }

    void boundsWhatItReads()
    {
        QCOMPARE(told(dialTargetFrom(QString(10'001, u'5'), u"US"_s)), u"too-long"_s);
        // The worst texts within the bound: all of them answer, none hangs.
        for (const QString &piece : {u"303 "_s, u"(("_s, u"+1 "_s, u"3035550142 "_s, u"1-"_s, u"\u0001\u202e"_s, u"9.9."_s}) {
            const QString text = piece.repeated(10'000 / piece.size());
            const auto read = dialTargetFrom(text, u"US"_s);
            QVERIFY(!read || read->number || !read->shortCode.isEmpty());
        }
    }

    void neverDialsWhatWasNotWritten()
    {
        // Whatever is dialled, its digits stand in the text in that order.
        std::mt19937 random(20261114);
        const QString signs = u"0123456789 ()-+./#xextTel:,;\n€$AZ"_s;
        int dialled = 0;
        for (int round = 0; round < 4000; ++round) {
            QString text;
            for (int i = 0; i < 40; ++i)
                text += signs.at(int(random() % unsigned(signs.size())));
            if (round % 4 == 0)
                text.insert(20, u" 303-555-0142 "_s);
            const auto read = dialTargetFrom(text, u"US"_s);
            if (!read || !read->number)
                continue;
            ++dialled;
            QString national = read->number->e164().mid(2);
            QString digits;
            for (const QChar c : text) {
                if (c.isDigit())
                    digits += c;
            }
            if (read->number->e164().startsWith("+1"_L1))
                QVERIFY2(digits.contains(national) || text.contains(QRegularExpression(u"[A-Z]"_s)), qPrintable(text));
        }
        QVERIFY(dialled > 100);
    }

    void oneKeyForOneCall()
    {
        const auto key = [](const char16_t *text) { return dialKey(*dialTargetFrom(text, u"US"_s)); };
        QCOMPARE(key(u"(303) 555-0142"), key(u"tel:+13035550142"));
        QCOMPARE(key(u"303-555-0142,,1"), key(u"303-555-0142"));
        QVERIFY(key(u"303-555-0142 x12") != key(u"303-555-0142"));
        QVERIFY(key(u"911") != key(u"411"));
    }
};

QTEST_GUILESS_MAIN(tst_DialTarget)
#include "tst_dialtarget.moc"
