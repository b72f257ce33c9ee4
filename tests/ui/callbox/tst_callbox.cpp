#include <callcard/ui/callbox.h>
#include <callcard/ui/dialtexts.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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

    void aClickOnCallAnywayAccepts()
    {
        Opened opened(u"303"_s, {rowOf(u"Tom"_s, u"303-555-0143"), rowOf(u"Sarah"_s, u"303-555-0142", kNightInDenver)});
        const auto click = [&] {
            const QRect row = opened.list->visualRect(opened.list->model()->index(1, 0));
            QTest::mouseClick(opened.list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 60, row.center().y()));
        };
        click(); // chooses the row: until then the words were not there
        QVERIFY(opened.calls.isEmpty());
        click();
        QCOMPARE(opened.calls.size(), 1);
        QCOMPARE(opened.called(0), u"+1 303-555-0142"_s);
        QCOMPARE(opened.calls.at(0).at(1).value<QList<DialWarning>>(), QList{DialWarning::NightThere});
    }

    void allWarningsAreOnTheScreen()
    {
        CallBoxRow row = rowOf(u"Sarah"_s, u"303-555-0142");
        row.plan = planDial(row.plan.target, {.doNotCall = true}, rules(), kNightInDenver);
        Opened opened(u"303"_s, {row});
        QString said;
        for (const QLabel *label : opened.box.findChildren<QLabel *>())
            said += label->text() + label->accessibleName();
        for (const DialWarning warning : row.plan.warnings)
            QVERIFY2(said.contains(warningText(warning, row.plan, rules()).strong.toHtmlEscaped()), qPrintable(said));
        QCOMPARE(row.plan.warnings.size(), 2);
    }

    void withoutATextNobodyIsCalledByEnter()
    {
        Opened opened({}, {rowOf(u"Sarah"_s, u"303-555-0142"), rowOf(u"Tom"_s, u"303-555-0143")});
        QVERIFY(!opened.list->isHidden());
        opened.press(Qt::Key_Return);
        QVERIFY(opened.calls.isEmpty());
        opened.press(Qt::Key_Down);
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.called(0), u"+1 303-555-0142"_s);
    }

    void theFooterTellsWhatHappensOrWhichKeysThereAre()
    {
        const auto footer = [](const Opened &opened) { return opened.box.findChild<QWidget *>(u"callBoxFooter"_s)->accessibleName(); };
        Opened one(u"303"_s, {rowOf(u"Sarah Lee"_s, u"303-555-0142")});
        QVERIFY2(footer(one).contains(u"then"_s) && footer(one).contains(u"Sarah"_s) && !footer(one).contains(u"Lee"_s),
                 qPrintable(footer(one)));
        Opened two(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142"), rowOf(u"Tom"_s, u"303-555-0143")});
        QVERIFY2(footer(two).contains(u"choose"_s) && footer(two).contains(u"Open the record"_s), qPrintable(footer(two)));
        Opened none(u"zyx"_s, {});
        QVERIFY2(footer(none).contains(u"paste"_s), qPrintable(footer(none)));
        CallBoxRow byApp = rowOf(u"Sarah"_s, u"303-555-0142");
        byApp.way = dialRouteLabel(DialRoute::Provider);
        Opened ways(u"303"_s, {byApp, byApp});
        QVERIFY2(footer(ways).contains(u"then"_s), qPrintable(footer(ways)));
    }

    void whatTheFootSaysCanBeChosen()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142")});
        QSignalSpy ways(&opened.box, &CallBox::wayChosen);
        QSignalSpy callers(&opened.box, &CallBox::callerChosen);
        const auto button = [&opened](const QString &name) { return opened.box.findChild<QAbstractButton *>(name); };
        QVERIFY(!button(u"callBoxWay"_s)->isEnabled()); // of one way there is nothing to choose
        opened.box.setOffer(
            {.query = u"303"_s,
             .rows = {rowOf(u"Sarah"_s, u"303-555-0142")},
             .rules = rules(),
             .callerLine = u"my usual number"_s,
             .ways = {DialRoute::Provider, DialRoute::RingCentralApp, DialRoute::AiAgent},
             .callers = {{.number = {}, .words = u"my usual number"_s}, {.number = u"+12065550100"_s, .words = u"Sales"_s}}});
        button(u"callBoxWay"_s)->click();
        QMenu *menu = opened.box.findChild<QMenu *>(u"callBoxWays"_s);
        QVERIFY(menu && menu->isVisible() && opened.box.isVisible());
        QVERIFY(menu->actions().at(0)->isChecked());
        for (const QAction *action : menu->actions()) // each says what it really does
            QVERIFY2(action->text().contains(u'\n'), qPrintable(action->text()));
        menu->actions().at(2)->trigger();
        menu->close();
        QCOMPARE(ways.size(), 1);
        QCOMPARE(ways.first().first().value<DialRoute>(), DialRoute::AiAgent);
        button(u"callBoxCaller"_s)->click();
        menu = opened.box.findChild<QMenu *>(u"callBoxCallers"_s);
        QVERIFY(menu);
        menu->actions().at(1)->trigger();
        menu->close();
        QCOMPARE(callers.first().first().toString(), u"+12065550100"_s);
        QVERIFY(opened.box.isVisible());
        QCOMPARE(opened.box.focusWidget(), opened.input); // typing goes on
        QVERIFY(opened.calls.isEmpty());
    }

    void aNoticeIsOfOneCall()
    {
        Opened opened(u"303"_s, {rowOf(u"Sarah"_s, u"303-555-0142")});
        const auto says = [&](const QString &word) {
            const QList<QLabel *> labels = opened.box.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(word); });
        };
        opened.box.setNotice(u"Already calling Sarah."_s, {});
        QVERIFY(says(u"Already"_s));
        opened.box.hide();
        opened.box.open(u"303"_s, QGuiApplication::primaryScreen());
        QVERIFY(!says(u"Already"_s));
    }

    void failuresHaveTheirReason_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<DialRoute>("route");
        QTest::addColumn<QString>("strong");
        QTest::addColumn<QString>("rest");
        const auto row = [](const char *name, const Error &error, const char *strong, const char *rest,
                            DialRoute route = DialRoute::Provider) {
            QTest::newRow(name) << error << route << QString::fromUtf8(strong) << QString::fromUtf8(rest);
        };
        row("rate limit", {.kind = ErrorKind::RateLimited, .retryAfter = std::chrono::seconds(60)}, "RingCentral asked us to wait until",
            "call again then");
        row("sign in", {.kind = ErrorKind::SignInNeeded}, "RingCentral wants you to sign in", "under Settings");
        row("no right", {.kind = ErrorKind::Refused}, "RingCentral refused", "lack the right");
        row("unreadable", {.kind = ErrorKind::BadPayload}, "RingCentral sent an answer", "may ring all the same");
        row("lost", {.kind = ErrorKind::TimedOut}, "RingCentral did not answer", "may ring all the same");
        row("no app", {.kind = ErrorKind::Refused, .detail = u"no program"_s}, "RingCentral app", "Install it", DialRoute::RingCentralApp);
        row("loop", {.kind = ErrorKind::Refused, .detail = u"loop"_s}, "open Callcard itself", "another way", DialRoute::System);
    }

    void failuresHaveTheirReason()
    {
        QFETCH(const Error, error);
        QFETCH(const DialRoute, route);
        QFETCH(const QString, strong);
        QFETCH(const QString, rest);
        const DialNotice notice = dialFailureText(error, route, u"RingCentral"_s, kNoonInDenver);
        QVERIFY2(notice.strong.contains(strong), qPrintable(notice.strong));
        QVERIFY2(notice.rest.contains(rest), qPrintable(notice.rest));
    }

    void whatTheWayCannotDialIsLeftToTheRep_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<DialRoute>("route");
        QTest::addColumn<QString>("byHand");
        QTest::newRow("an extension") << u"303-555-0142 x12"_s << DialRoute::Provider << u"12"_s;
        QTest::newRow("tones") << u"303-555-0142,,34#"_s << DialRoute::RingCentralApp << u"34#"_s;
        QTest::newRow("the desktop's program takes extensions") << u"303-555-0142 x12"_s << DialRoute::System << QString();
        QTest::newRow("nothing") << u"303-555-0142"_s << DialRoute::Provider << QString();
    }

    void whatTheWayCannotDialIsLeftToTheRep()
    {
        QFETCH(const QString, text);
        QFETCH(const DialRoute, route);
        QFETCH(const QString, byHand);
        DialRules how = rules();
        how.route = route;
        const DialPlan plan = planDial(*dialTargetFrom(text, u"US"_s), {}, how, kNoonInDenver);
        QCOMPARE(typedAfterText(plan), byHand);
        QCOMPARE(willDialText(plan).contains(u"yourself"_s), !byHand.isEmpty());
    }

    void everyEndOfARingOutIsSaid()
    {
        QSet<QString> said;
        for (const LegProgress leg : {LegProgress::Busy, LegProgress::NoAnswer, LegProgress::Rejected, LegProgress::Failed}) {
            said.insert(dialOutcomeText({.mine = leg}, u"Sarah"_s, u"RingCentral"_s).strong);
            said.insert(dialOutcomeText({.mine = LegProgress::Answered, .theirs = leg}, u"Sarah"_s, u"RingCentral"_s).strong);
        }
        QCOMPARE(said.size(), 8);
        QVERIFY(!said.contains(QString()));
        QVERIFY(dialOutcomeText({.mine = LegProgress::Answered, .theirs = LegProgress::Answered}, u"Sarah"_s, u"RingCentral"_s)
                    .strong.isEmpty());
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
        for (const DialObstacle obstacle :
             {DialObstacle::Opening, DialObstacle::NoProvider, DialObstacle::NoShortCodes, DialObstacle::Loop})
            QVERIFY(!obstacleText(obstacle).strong.isEmpty() && !obstacleText(obstacle).rest.isEmpty());
        for (const DialWarning warning : {DialWarning::Emergency, DialWarning::Premium, DialWarning::DoNotCall, DialWarning::NightThere})
            QVERIFY(!warningText(warning, rowOf(u"Sarah"_s, u"303-555-0142").plan, rules()).strong.isEmpty());
    }

private:
    std::unique_ptr<ThemeKeeper> m_theme;
};

QTEST_MAIN(tst_CallBox)
#include "tst_callbox.moc"
