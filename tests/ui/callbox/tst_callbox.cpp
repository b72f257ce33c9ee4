#include <callcard/ui/callbox.h>
#include <callcard/ui/dialtexts.h>
#include <callcard/ui/theme.h>

#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNoonInDenver(QDate(2026, 11, 14), QTime(19, 0), Qt::UTC);
const QDateTime kNightInDenver(QDate(2026, 11, 14), QTime(10, 0), Qt::UTC);

DialRules rules()
{
    return {.region = u"US"_s, .providerDials = true};
}

CallBoxRow rowOf(const QString &name, QStringView number, const QDateTime &now = kNoonInDenver)
{
    return {.customer = CustomerId(name), .name = name, .plan = planDial(*dialTargetFrom(number, u"US"_s), {}, rules(), now)};
}

/// An open box with an offer for what stands in it.
struct Opened {
    explicit Opened(const QString &typed, const QList<CallBoxRow> &rows)
        : calls(&box, &CallBox::callRequested), records(&box, &CallBox::recordRequested), queries(&box, &CallBox::queryChanged)
    {
        box.open(typed, QGuiApplication::primaryScreen());
        box.setOffer({.query = typed, .rows = rows, .searched = 12, .rules = rules()});
        input = box.findChild<QLineEdit *>();
        list = box.findChild<QListView *>();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(input, key, with); }
    [[nodiscard]] QString called(int index) const { return calls.at(index).at(0).value<DialPlan>().willDial; }

    CallBox box;
    QSignalSpy calls;
    QSignalSpy records;
    QSignalSpy queries;
    QLineEdit *input{};
    QListView *list{};
};

} // namespace

class tst_CallBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<QList<DialWarning>>();
        m_theme = std::make_unique<ThemeKeeper>(*qApp);
    }

    void enterCallsTheFirst()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142"), rowOf(u"Tom"_s, u"303-555-0143")});
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.calls.size(), 1);
        QCOMPARE(opened.called(0), u"+1 303-555-0142"_s);
    }

    void arrowsChoose()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142"), rowOf(u"Tom"_s, u"303-555-0143")});
        opened.press(Qt::Key_Up);
        opened.press(Qt::Key_Down);
        opened.press(Qt::Key_Down);
        opened.press(Qt::Key_Enter);
        QCOMPARE(opened.called(0), u"+1 303-555-0143"_s);
        opened.press(Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(opened.records.size(), 1);
        QCOMPARE(opened.records.at(0).at(0).value<CustomerId>().text(), u"Tom"_s);
        QVERIFY(!opened.box.isVisible());
    }

    void typingAsksAndOldAnswersAreIgnored()
    {
        Opened opened(QString(), {});
        QTest::keyClicks(opened.input, u"lin"_s);
        QCOMPARE(opened.queries.last().at(0).toString(), u"lin"_s);
        opened.box.setOffer({.query = u"li"_s, .rows = {rowOf(u"Sarah"_s, u"303-555-0142")}});
        QVERIFY(opened.list->isHidden());
        opened.press(Qt::Key_Return);
        QVERIFY(opened.calls.isEmpty());
        opened.box.setOffer({.query = u"lin"_s, .rows = {rowOf(u"Sarah"_s, u"303-555-0142")}});
        QVERIFY(!opened.list->isHidden());
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.calls.size(), 1);
    }

    void aWarningWantsControl()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142", kNightInDenver)});
        opened.press(Qt::Key_Return);
        QVERIFY(opened.calls.isEmpty());
        opened.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.calls.size(), 1);
        QCOMPARE(opened.calls.at(0).at(1).value<QList<DialWarning>>(), QList{DialWarning::NightThere});
    }

    void aClickDoesNotOverrideAWarning()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142", kNightInDenver), rowOf(u"Tom"_s, u"303-555-0143")});
        const auto click = [&](int row) {
            QTest::mouseClick(opened.list->viewport(), Qt::LeftButton, {},
                              opened.list->visualRect(opened.list->model()->index(row, 0)).center());
        };
        click(0);
        QVERIFY(opened.calls.isEmpty());
        click(1);
        QCOMPARE(opened.calls.size(), 1);
        QCOMPARE(opened.called(0), u"+1 303-555-0143"_s);
    }

    void whatCannotBePlacedIsNotCalled()
    {
        CallBoxRow row = rowOf(u"Sarah"_s, u"303-555-0142");
        DialRules none = rules();
        none.providerDials = false;
        row.plan = planDial(row.plan.target, {}, none, kNoonInDenver);
        Opened opened(u"303"_s, {row});
        opened.press(Qt::Key_Return);
        opened.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(opened.calls.isEmpty());
    }

    void escapeCloses()
    {
        Opened opened(u"303"_s, {});
        QSignalSpy closed(&opened.box, &CallBox::closed);
        opened.press(Qt::Key_Escape);
        QVERIFY(!opened.box.isVisible());
        QCOMPARE(closed.size(), 1);
    }

    void speaksOfEachRow()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142")});
        const QString spoken = opened.list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"Call Sarah, "_s), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"303-555-0142"_s), qPrintable(spoken));
        QVERIFY2(spoken.contains(u"12:00"_s), qPrintable(spoken));
    }

    void everyReasonHasASentence()
    {
        QSet<QString> sentences;
        for (int problem = 0; problem <= int(PhoneProblem::NotInUse); ++problem)
            sentences.insert(phoneProblemText(PhoneProblem(problem)));
        QCOMPARE(sentences.size(), int(PhoneProblem::NotInUse)); // two of them are one for people
        QVERIFY(!sentences.contains(QString()));
        for (const DialObstacle obstacle : {DialObstacle::NoProvider, DialObstacle::NoShortCodes, DialObstacle::Loop})
            QVERIFY(!obstacleText(obstacle).strong.isEmpty() && !obstacleText(obstacle).rest.isEmpty());
        for (const DialWarning warning : {DialWarning::Emergency, DialWarning::Premium, DialWarning::DoNotCall, DialWarning::NightThere})
            QVERIFY(!warningText(warning, rowOf(u"Sarah"_s, u"303-555-0142").plan, rules()).strong.isEmpty());
    }

private:
    std::unique_ptr<ThemeKeeper> m_theme;
};

QTEST_MAIN(tst_CallBox)
#include "tst_callbox.moc"
