#include <callcard/ui/missedpage.h>
#include <callcard/ui/theme.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

WaitingCaller waiting(int from, int minutes = 10)
{
    WaitingCaller caller;
    Call &call = caller.newest.call;
    call.id = CallId(QString(u"demo:"_s + QString::number(from)));
    call.state = CallState::Ended;
    call.reason = EndReason::Missed;
    call.startedAt = kNow.addSecs(-60 * minutes);
    call.remote.number = PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(from).rightJustified(4, u'0')));
    caller.person = personKey({}, call);
    caller.since = call.startedAt;
    caller.times = 1;
    return caller;
}

SettledCaller settled(int from, Settling how, const QString &by = {})
{
    SettledCaller one{.person = QString::number(from), .missed = waiting(from).newest, .after = 4min};
    one.missed.settlement = {.how = how, .at = kNow, .by = by};
    return one;
}

} // namespace

class tst_MissedPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_theme;
    std::unique_ptr<MissedPage> m_page;
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            texts.append(list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return texts;
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ThemeKeeper>(*qApp);
        qRegisterMetaType<CallId>("callcard::CallId");
        qRegisterMetaType<WaitingCaller>("callcard::WaitingCaller");
        qRegisterMetaType<QueueOrder>("callcard::QueueOrder");
    }
    void init()
    {
        m_page = std::make_unique<MissedPage>();
        MissedOptions options;
        options.zone = QTimeZone::utc();
        options.times = TimeTexts(QLocale::c(), options.zone);
        m_page->setOptions(options);
        m_page->resize(984, 600);
        new QAbstractItemModelTester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, list()->model());
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void saysWhoWaitsAndWhy()
    {
        WaitingCaller often = waiting(1, 44);
        often.times = 3;
        often.tries = 2;
        WaitingCaller checking = waiting(2);
        checking.provisional = true;
        WaitingCaller later = waiting(3);
        later.reminder = Reminder{.id = 5, .text = u"spring range"_s, .due = kNow.addSecs(75 * 60)};
        m_page->setQueue({.waiting = {often, checking},
                          .later = {later},
                          .settledToday = {settled(4, Settling::ReachedByMe), settled(5, Settling::Colleague, u"Dana"_s),
                                           settled(6, Settling::CalledAgain), settled(7, Settling::ByHand)}},
                         kNow);
        const QStringList texts = rows();
        QCOMPARE(texts.size(), 10);
        QCOMPARE(texts.at(0), u"To call back"_s);
        QVERIFY2(texts.at(1).contains(u"Caller hung up, 3 call"_s) && texts.at(1).contains(u"you tried 2"_s) &&
                     texts.at(1).contains(u"44 min"_s),
                 qPrintable(texts.at(1)));
        QVERIFY(texts.at(2).contains(u"checking…"_s));
        QVERIFY2(texts.at(4).contains(u"spring range"_s) && texts.at(4).contains(u"in 1 h 15"_s), qPrintable(texts.at(4)));
        QVERIFY(texts.at(6).contains(u"You reached them, 4 min later"_s));
        QVERIFY(texts.at(7).contains(u"Dana"_s) && texts.at(7).contains(u"reached them, 4 min later"_s));
        QVERIFY(texts.at(8).contains(u"They called again"_s));
        QVERIFY(texts.at(9).contains(u"marked it as done"_s));
    }

    void keysOfTheChosen()
    {
        QSignalSpy dial(m_page.get(), &MissedPage::dialRequested);
        QSignalSpy done(m_page.get(), &MissedPage::doneRequested);
        QSignalSpy undo(m_page.get(), &MissedPage::undoRequested);
        QSignalSpy later(m_page.get(), &MissedPage::laterRequested);
        m_page->setQueue({.waiting = {waiting(1), waiting(2), waiting(3)}}, kNow);
        QCOMPARE(m_page->chosenPerson(), waiting(1).person);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(dial.last().first().value<WaitingCaller>().person, waiting(1).person);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_D);
        QCOMPARE(done.last().first().value<WaitingCaller>().person, waiting(2).person);
        m_page->setQueue({.waiting = {waiting(1), waiting(3)}}, kNow);
        QVERIFY(!m_page->chosenPerson().isEmpty()); // somebody is always chosen
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.last().first().value<WaitingCaller>().person, waiting(2).person);
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
        QTest::keyClick(list(), Qt::Key_L);
        QMenu *menu = nullptr;
        for (QMenu *one : m_page->findChildren<QMenu *>()) {
            if (one->isVisible())
                menu = one;
        }
        QVERIFY(menu != nullptr);
        QTest::keyClick(menu, Qt::Key_2);
        QCOMPARE(later.count(), 1);
        QCOMPARE(later.last().at(1).toDateTime(), kNow.addSecs(3600));
    }

    void theQueueIsWalked()
    {
        QSignalSpy dial(m_page.get(), &MissedPage::dialRequested);
        m_page->setQueue({.waiting = {waiting(1), waiting(2), waiting(3)}}, kNow);
        button(u"Call back in order"_s)->click();
        QCOMPARE(dial.count(), 1);
        QCOMPARE(m_page->chosenPerson(), waiting(1).person);
        // Reached: the next one stands ready.
        m_page->setQueue({.waiting = {waiting(2), waiting(3)}, .settledToday = {settled(1, Settling::ReachedByMe)}}, kNow);
        QCOMPARE(m_page->chosenPerson(), waiting(2).person);
        QTest::keyClick(list(), Qt::Key_S);
        QCOMPARE(m_page->chosenPerson(), waiting(3).person);
        QTest::keyClick(list(), Qt::Key_S);
        QCOMPARE(m_page->chosenPerson(), waiting(2).person);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(dial.count(), 2);
    }

    void buttonsOfARow()
    {
        QSignalSpy dial(m_page.get(), &MissedPage::dialRequested);
        QSignalSpy done(m_page.get(), &MissedPage::doneRequested);
        m_page->setQueue({.waiting = {waiting(1), waiting(2)}}, kNow);
        const QRect row = list()->visualRect(list()->model()->index(2, 0));
        const QPoint check(row.right() - 24 - 16 - 10, row.center().y());
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, check);
        QCOMPARE(done.count(), 1);
        QCOMPARE(done.last().first().value<WaitingCaller>().person, waiting(2).person);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, check - QPoint(110, 0));
        QCOMPARE(dial.count(), 1);
        m_page->setLayoutDirection(Qt::RightToLeft);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, QPoint(24 + 16 + 10, row.center().y()));
        QCOMPARE(done.count(), 2);
    }

    void rowsStayWhereTheyAre()
    {
        QRandomGenerator random(7);
        for (int step = 0; step < 300; ++step) { // the model tester watches every range
            QList<WaitingCaller> some;
            for (int i = 0; i < 8; ++i) {
                if (random.bounded(2) == 0)
                    some.insert(random.bounded(some.size() + 1), waiting(i));
            }
            CallBackQueue queue{.waiting = some};
            if (random.bounded(3) == 0)
                queue.settledToday = {settled(9, Settling::ByHand)};
            m_page->setQueue(queue, kNow);
            const qsizetype titles = (some.isEmpty() ? 0 : 1) + (queue.settledToday.isEmpty() ? 0 : 2);
            QCOMPARE(list()->model()->rowCount(), some.size() + titles);
            for (int i = 0; i < some.size(); ++i)
                QVERIFY(rows().at(i + 1).contains(some.at(i).newest.call.remote.number->e164().right(4)));
        }
        // A chosen one stays chosen while others come and go.
        m_page->setQueue({.waiting = {waiting(1), waiting(2)}}, kNow);
        list()->setCurrentIndex(list()->model()->index(2, 0));
        m_page->setQueue({.waiting = {waiting(5), waiting(1), waiting(2)}}, kNow);
        QCOMPARE(m_page->chosenPerson(), waiting(2).person);
    }

    void nobodyWaits()
    {
        m_page->setQueue({}, kNow);
        QVERIFY(!list()->isVisible());
        QVERIFY(!button(u"Call back in order"_s)->isEnabled());
        QSignalSpy retry(m_page.get(), &MissedPage::retryRequested);
        m_page->setProblem(ErrorText{.happened = u"The disk is full."_s, .remedy = u"Make room."_s, .button = u"Try again"_s});
        button(u"Try again"_s)->click();
        QCOMPARE(retry.count(), 1);
    }

    void settledRowsOpenTheirCall()
    {
        QSignalSpy chosen(m_page.get(), &MissedPage::callChosen);
        m_page->setQueue({.settledToday = {settled(4, Settling::ReachedByMe)}}, kNow);
        list()->setCurrentIndex(list()->model()->index(1, 0));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(chosen.last().first().value<CallId>(), CallId(u"demo:4"_s));
    }
};

QTEST_MAIN(tst_MissedPage)
#include "tst_missedpage.moc"
