#include <callcard/ui/callhistorypage.h>
#include <callcard/ui/theme.h>

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

LogEntry entry(int minutesAgo, int from = 1)
{
    LogEntry entry;
    Call &call = entry.call;
    call.startedAt = kNow.addSecs(-60 * minutesAgo);
    entry.place = call.startedAt.toMSecsSinceEpoch();
    call.id = CallId(QString(u"demo:"_s + QString::number(minutesAgo)));
    call.source = u"demo"_s;
    call.state = CallState::Ended;
    call.reason = EndReason::HungUp;
    call.answeredAt = call.startedAt;
    call.talkTime = 60s;
    call.lineName = u"Sales"_s;
    call.remote.number = PhoneNumber::fromE164(QString(u"+1416555"_s + QString::number(from).rightJustified(4, u'0')));
    return entry;
}

LogEntry miss(int minutesAgo, int from = 1)
{
    LogEntry missed = entry(minutesAgo, from);
    missed.call.reason = EndReason::Missed;
    missed.call.answeredAt = {};
    missed.call.talkTime.reset();
    missed.waiting = true;
    return missed;
}

} // namespace

/// The page through what a person sees and does.
class tst_CallHistoryPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_theme;
    std::unique_ptr<CallHistoryPage> m_page;
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            texts.append(list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ThemeKeeper>(*qApp);
        qRegisterMetaType<CallId>("callcard::CallId");
        qRegisterMetaType<LogEntry>("callcard::LogEntry");
        qRegisterMetaType<HistoryQuery>("callcard::HistoryQuery");
        qRegisterMetaType<HistoryGrouping>("callcard::ui::HistoryGrouping");
    }
    void init()
    {
        m_page = std::make_unique<CallHistoryPage>();
        HistoryOptions options;
        options.zone = QTimeZone::utc();
        options.times = TimeTexts(QLocale::c(), options.zone);
        options.outcomes = {u"Interested"_s, u"Order placed"_s};
        options.lines = {u"Sales"_s};
        m_page->setOptions(options);
        m_page->setNow(kNow);
        m_page->resize(1000, 600);
        new QAbstractItemModelTester(list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, list()->model());
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void daysHaveHeadersWithTheirTotals()
    {
        QSignalSpy shown(m_page.get(), &CallHistoryPage::dayShown);
        m_page->setPage({.entries = {entry(1), entry(2, 2), entry(24 * 60 + 1)}});
        m_page->setDayTotals(QDate(2026, 11, 20), {.calls = 38, .waiting = 2, .talk = 96min});
        QTRY_VERIFY(!shown.isEmpty());
        QCOMPARE(rows().size(), 5);
        QVERIFY2(rows().first().contains(u"38 call"_s) && rows().first().contains(u"1 h 36 min"_s) &&
                     rows().first().contains(u"2 to call back"_s),
                 qPrintable(rows().first()));
        QVERIFY(rows().at(3).startsWith(u"Yesterday"_s));
        QVERIFY(!(list()->model()->index(3, 0).flags() & Qt::ItemIsSelectable));
    }

    void repeatedMissesAreOneRow()
    {
        m_page->setPage({.entries = {miss(1), miss(5), miss(6, 2), miss(9)}});
        QCOMPARE(rows().size(), 3);
        QVERIFY(rows().at(1).contains(u"3 call"_s));
        // Talk between them keeps them apart.
        m_page->setEntry(entry(7));
        QCOMPARE(rows().size(), 5);
        m_page->setEntry(miss(0));
        QVERIFY(rows().at(1).contains(u"3 call"_s));
        m_page->removeEntry(miss(0).call.id);
        QVERIFY(rows().at(1).contains(u"2 call"_s));
    }

    /// A thousand random changes give the rows that reading again would give; the model tester watches every range.
    void changesEqualReadingAgain()
    {
        QRandomGenerator random(20261120);
        QMap<int, LogEntry> known;
        m_page->setPage({});
        for (int step = 0; step < 1000; ++step) {
            const int when = static_cast<int>(random.bounded(3 * 24 * 60));
            const int person = static_cast<int>(random.bounded(3));
            if (random.bounded(4) == 0 && !known.isEmpty()) {
                const LogEntry gone = known.take(known.keys().at(random.bounded(known.size())));
                m_page->removeEntry(gone.call.id);
                continue;
            }
            LogEntry one = random.bounded(2) == 0 ? miss(when, person) : entry(when, person);
            if (random.bounded(5) == 0) // began at another time than was thought
                one.call.startedAt = one.call.startedAt.addSecs(static_cast<qint64>(random.bounded(7200)) - 3600);
            one.place = one.call.startedAt.toMSecsSinceEpoch() * 8 + when % 8;
            known.insert(when, one);
            m_page->setEntry(one);
        }
        const QStringList changed = rows();
        QList<LogEntry> all = known.values();
        std::sort(all.begin(), all.end(), [](const LogEntry &left, const LogEntry &right) { return left.place > right.place; });
        m_page->setPage({.entries = all});
        QCOMPARE(changed, rows());
        QVERIFY(changed.size() > 50);
    }

    void filtersAsk()
    {
        QSignalSpy asked(m_page.get(), &CallHistoryPage::queryChanged);
        m_page->findChild<QLineEdit *>()->setText(u"freight"_s);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.last().first().value<HistoryQuery>().text, u"freight"_s);
        m_page->showCallsOf({.id = CustomerId(u"7"_s), .name = u"Sarah"_s}, {});
        QCOMPARE(asked.last().first().value<HistoryQuery>().customer, CustomerId(u"7"_s));
        m_page->setPage({}); // nothing found: one button shows all again
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"Show all calls"_s)
                button->click();
        }
        QCOMPARE(asked.last().first().value<HistoryQuery>(), HistoryQuery());
        m_page->chooseGrouping(HistoryGrouping::ByCustomer);
        QCOMPARE(asked.last().at(1).value<HistoryGrouping>(), HistoryGrouping::ByCustomer);
    }

    void aChangeThatDoesNotBelongIsLeftOut()
    {
        m_page->setPage({.entries = {entry(5)}});
        m_page->showCallsOf({}, {*PhoneNumber::fromE164(u"+14165550001")});
        m_page->setEntry(entry(4, 9));
        QCOMPARE(rows().size(), 2);
        m_page->setEntry(entry(3, 1));
        QCOMPARE(rows().size(), 3);
    }

    void theEndAsksForMore()
    {
        QList<LogEntry> page;
        for (int i = 0; i < 200; ++i)
            page.append(entry(i, i % 7));
        QSignalSpy more(m_page.get(), &CallHistoryPage::moreRequested);
        m_page->setPage({.entries = page, .more = true});
        QTest::qWait(0);
        QCOMPARE(more.count(), 0);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        QCOMPARE(more.count(), 1); // once
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum() - 1);
        QCOMPARE(more.count(), 1);
        QCOMPARE(more.first().first().value<HistoryQuery>().before, page.last().place);
        m_page->addPage({.entries = {page.last(), entry(300)}, .more = false});
        QCOMPARE(rows().size(), 202);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        QTest::qWait(0);
        QCOMPARE(more.count(), 1);
    }

    void keys()
    {
        QSignalSpy chosen(m_page.get(), &CallHistoryPage::callChosen);
        QSignalSpy dial(m_page.get(), &CallHistoryPage::dialRequested);
        QSignalSpy customer(m_page.get(), &CallHistoryPage::customerRequested);
        QSignalSpy outcome(m_page.get(), &CallHistoryPage::outcomeChosen);
        QSignalSpy note(m_page.get(), &CallHistoryPage::noteEdited);
        m_page->setPage({.entries = {entry(1), entry(24 * 60 + 2, 2)}});
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        if (chosen.isEmpty())
            QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(m_page->chosen(), entry(1).call.id);
        QTest::keyClick(list(), Qt::Key_Down); // over the header of yesterday
        QCOMPARE(m_page->chosen(), entry(24 * 60 + 2).call.id);
        QTest::keyClick(list(), Qt::Key_Up);
        QCOMPARE(m_page->chosen(), entry(1).call.id);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(dial.count(), 1);
        QTest::keyClick(list(), Qt::Key_O);
        QCOMPARE(customer.count(), 1);
        QTest::keyClick(list(), Qt::Key_2);
        QCOMPARE(outcome.last().at(1).toString(), u"Order placed"_s);
        QTest::keyClick(list(), Qt::Key_9); // there is none
        QCOMPARE(outcome.count(), 1);
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"+14165550001"_s);
        QTest::keyClick(list(), Qt::Key_N);
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        QTest::keyClicks(edit, u"ok"_s);
        QCOMPARE(note.count(), 2); // every stroke
        QCOMPARE(note.last().at(1).toString(), u"ok"_s);
        QTest::keyClick(edit, Qt::Key_1); // a digit of the note, no outcome
        QCOMPARE(outcome.count(), 1);
    }

    void aStarIsGivenAndTakenByKey()
    {
        QSignalSpy star(m_page.get(), &CallHistoryPage::starChosen);
        m_page->setPage({.entries = {entry(1), entry(2, 2)}});
        list()->setFocus();
        m_page->choose(entry(1).call.id);
        QTest::keyClick(list(), Qt::Key_S);
        QCOMPARE(star.count(), 1);
        QCOMPARE(star.last().at(1).toBool(), true);
        m_page->setStar(entry(1).call.id, true); // as the log tells
        m_page->setStar(entry(2).call.id, false);
        QTest::keyClick(list(), Qt::Key_S);
        QCOMPARE(star.last().at(1).toBool(), false);
        m_page->setStar(entry(1).call.id, true);
        m_page->choose(entry(2).call.id); // whose star nobody knows yet
        QTest::keyClick(list(), Qt::Key_S);
        QCOMPARE(star.last().at(1).toBool(), true);
        QCOMPARE(star.last().first().value<LogEntry>().call.id, entry(2).call.id);
    }

    void aServiceThatTakesOnlyItsOwnOutcomesIsOfferedNoOther()
    {
        HistoryOptions options;
        options.outcomes = {u"Interested"_s};
        options.theirOutcomes = {{u"justcall"_s, {u"Sales: Won"_s}}, {u"new"_s, {}}};
        m_page->setOptions(options);
        QSignalSpy outcome(m_page.get(), &CallHistoryPage::outcomeChosen);
        LogEntry theirs = entry(1);
        theirs.call.source = u"justcall"_s;
        LogEntry unknown = entry(2, 2);
        unknown.call.source = u"new"_s;
        m_page->setPage({.entries = {theirs, unknown, entry(3, 3)}});
        list()->setFocus();
        m_page->choose(theirs.call.id);
        QTest::keyClick(list(), Qt::Key_1);
        QCOMPARE(outcome.last().at(1).toString(), u"Sales: Won"_s);
        m_page->choose(unknown.call.id);
        QTest::keyClick(list(), Qt::Key_1);
        QCOMPARE(outcome.count(), 1);
        m_page->choose(entry(3, 3).call.id);
        QTest::keyClick(list(), Qt::Key_1);
        QCOMPARE(outcome.last().at(1).toString(), u"Interested"_s);
    }

    void whatIsTypedIsNotDisturbed()
    {
        m_page->setPage({.entries = {entry(1)}});
        m_page->choose(entry(1).call.id);
        m_page->activateWindow();
        auto *edit = m_page->findChild<QPlainTextEdit *>();
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"half a w"_s);
        LogEntry stored = entry(1);
        stored.note = u"half a"_s; // an earlier stroke comes back
        m_page->setEntry(stored);
        QCOMPARE(edit->toPlainText(), u"half a w"_s);
        m_page->setStory({.entry = stored});
        QCOMPARE(edit->toPlainText(), u"half a w"_s);
    }

    void nobodyIsCalledWhoHides()
    {
        LogEntry hidden = entry(1);
        hidden.call.withheld = true;
        hidden.call.remote = {};
        QSignalSpy dial(m_page.get(), &CallHistoryPage::dialRequested);
        m_page->setPage({.entries = {hidden}});
        m_page->choose(hidden.call.id);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(dial.count(), 0);
        QVERIFY(rows().at(1).startsWith(u"Private number"_s));
    }

    void troubleKeepsOldRows()
    {
        m_page->setPage({.entries = {entry(1)}});
        QSignalSpy retry(m_page.get(), &CallHistoryPage::retryRequested);
        m_page->setProblem(ErrorText{.happened = u"The disk is full."_s, .remedy = u"Make room."_s, .button = u"Try again"_s});
        QVERIFY(list()->isVisibleTo(m_page.get()));
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"Try again"_s)
                button->click();
        }
        QCOMPARE(retry.count(), 1);
    }

    void aNarrowPageLaysTheDetailsOverTheList()
    {
        m_page->resize(700, 560);
        m_page->setPage({.entries = {entry(1), entry(2)}});
        const int before = list()->width();
        list()->setFocus();
        m_page->choose(entry(1).call.id);
        QTest::keyClick(list(), Qt::Key_Return); // opens, the second one calls
        QCOMPARE(list()->width(), before);
        m_page->resize(1000, 560);
        QTRY_COMPARE(list()->width(), 1000 - Theme::current().px(316));
    }

    /// What a frame of a scroll costs must not grow with the rows.
    void tenThousandRowsScroll()
    {
        QList<LogEntry> many;
        for (int i = 0; i < 10'000; ++i)
            many.append(entry(i * 7, i % 50));
        m_page->setPage({.entries = many});
        QCOMPARE(list()->model()->rowCount(), 10'000 + 50); // 70,000 minutes are 49 days and a bit
        QElapsedTimer timer;
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum() / 2);
        list()->viewport()->grab();
        timer.start();
        for (int i = 0; i < 10; ++i) {
            list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->value() + 480);
            list()->viewport()->grab();
        }
        qInfo("one frame of 10,000 rows: %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e7);
        QVERIFY(timer.elapsed() < 10'000); // sanitizers; the figure is for people
    }

    void theCallsOfSomeDaysAreAsked()
    {
        m_page->setOptions({.zone = QTimeZone("America/Toronto")});
        QSignalSpy asked(m_page.get(), &CallHistoryPage::queryChanged);
        m_page->showDays(QDate(2026, 11, 2), QDate(2026, 11, 13));
        QCOMPARE(asked.size(), 1);
        const auto query = asked.first().first().value<HistoryQuery>();
        QCOMPARE(query.from, QDateTime(QDate(2026, 11, 2), QTime(5, 0), Qt::UTC));
        QCOMPARE(query.to, QDateTime(QDate(2026, 11, 14), QTime(5, 0), Qt::UTC));
        QVERIFY(query.text.isEmpty() && query.customer.isEmpty());
        QCOMPARE(m_page->grouping(), HistoryGrouping::ByDay);
    }
};

QTEST_MAIN(tst_CallHistoryPage)
#include "tst_callhistorypage.moc"
