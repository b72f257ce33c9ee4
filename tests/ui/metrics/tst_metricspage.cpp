#include "paneldays.h"

#include <callcard/translations.h>
#include <callcard/ui/barchart.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/metricspage.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/sharebars.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace callcard::ui;

class tst_MetricsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<MetricsPage> m_page;
    [[nodiscard]] QList<GoalRing *> rings() const { return m_page->findChildren<GoalRing *>(); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_page->findChildren<QPushButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    static QString name(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(installTranslations(*qApp, QLocale()));
    }

    void init()
    {
        m_page = std::make_unique<MetricsPage>();
        m_page->setOptions({.times = TimeTexts(QLocale(), QTimeZone("America/Toronto"))});
        m_page->resize(984, 748);
        m_page->setFacts(busyPanel());
        m_page->setCustomers(busyCustomers());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    void everythingSpeaks()
    {
        QCOMPARE(rings().size(), 3);
        QCOMPARE(name(rings().at(0)), u"Calls 38, of 50 today, 3 ahead, 35 expected by now, usually 33 by now"_s);
        QCOMPARE(name(rings().at(1)), u"Talk time 1 h 36 min, of 150 today, 8 min behind, 104 expected by now, usually 104 by now"_s);
        const QList<FigureTile *> tiles = m_page->findChildren<FigureTile *>();
        QCOMPARE(tiles.size(), 4);
        QCOMPARE(name(tiles.first()), u"Answer rate 61%, of 18 incoming calls, today, 12 s ago"_s);
        auto *bars = m_page->findChild<BarChart *>();
        QCOMPARE(bars->count(), 15);
        QVERIFY2(bars->saying(14).contains(u"38 calls"_s), qPrintable(bars->saying(14)));
        int unread = 0;
        for (int i = 0; i < bars->count(); ++i)
            unread += bars->saying(i).contains(u"Not read"_s) ? 1 : 0;
        QCOMPARE(unread, 1);
        auto *rows = m_page->findChild<ShareBars *>();
        QCOMPARE(rows->saying(0), u"Outgoing, reached 14, today"_s);
        for (Chart *chart : m_page->findChildren<Chart *>()) {
            if (!chart->isVisible())
                continue;
            for (int item = 0; item < chart->count(); ++item)
                QVERIFY2(!chart->saying(item).isEmpty() || item < 7, chart->metaObject()->className());
            QVERIFY2(chart->count() == 1 || !chart->accessibleName().isEmpty(), chart->metaObject()->className());
        }
    }

    void everyFigureOpensItsCallsAndItsDefinition()
    {
        QSignalSpy asked(m_page.get(), &MetricsPage::detailsRequested);
        const auto popover = [&]() -> QWidget * {
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (widget->windowType() == Qt::Popup && widget->isVisible())
                    return widget;
            }
            return nullptr;
        };
        const auto press = [&](Chart *chart, int item, Figure figure, const QDate &from) {
            chart->press(item);
            QCOMPARE(asked.size(), 1);
            QCOMPARE(asked.first().at(0).value<Figure>(), figure);
            QCOMPARE(asked.first().at(1).value<DayRange>().from, from);
            QVERIFY(popover());
            QCOMPARE(popover()->findChild<QLabel *>()->text().size() > 20, true);
            popover()->hide();
            asked.clear();
        };
        const QDate today = kPanelNow.date();
        press(rings().at(1), 0, Figure::Talk, today);
        press(m_page->findChildren<FigureTile *>().at(3), 0, Figure::CalledBack, today);
        press(m_page->findChild<ShareBars *>(), 3, Figure::Missed, today);
        press(m_page->findChild<BarChart *>(), 13, Figure::Calls, QDate(2026, 11, 19));
        auto *map = m_page->findChild<HeatMap *>();
        press(map, map->count() - 5, Figure::Calls, QDate(2026, 11, 16));
    }

    void theCallsBehindAFigureAreShownAndOpened()
    {
        QSignalSpy opened(m_page.get(), &MetricsPage::callRequested);
        m_page->findChild<ShareBars *>()->press(0);
        LogEntry entry;
        entry.call.id = CallId(u"ringcentral:1"_s);
        entry.call.startedAt = kPanelNow.addSecs(-600);
        entry.customer.name = u"<b>Ana</b>"_s;
        m_page->setDetails({.figure = Figure::OutgoingReached, .range = {kPanelNow.date(), kPanelNow.date()}, .calls = {entry}, .all = 1});
        QWidget *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        Chart *rows = popover->findChild<Chart *>();
        QVERIFY(rows && rows->isVisible());
        QVERIFY(rows->saying(0).startsWith(u"<b>Ana</b>"_s));
        // An answer to another question comes too late.
        m_page->setDetails({.figure = Figure::Missed, .range = {kPanelNow.date(), kPanelNow.date()}});
        QCOMPARE(rows->count(), 1);
        rows->press(0);
        QCOMPARE(opened.size(), 1);
        QVERIFY(!popover->isVisible());
    }

    void theCallsThatComeLaterStayOnTheScreen()
    {
        const QRect area = QGuiApplication::primaryScreen()->availableGeometry();
        m_page->move(area.left(), area.bottom() - 300); // the goals are near the lower edge
        m_page->findChild<ShareBars *>()->press(0);
        QWidget *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        FigureDetails details{.figure = Figure::OutgoingReached, .range = {kPanelNow.date(), kPanelNow.date()}, .all = 30};
        for (int i = 0; i < 30; ++i) {
            LogEntry entry;
            entry.call.id = CallId(QString::number(i));
            entry.call.startedAt = kPanelNow.addSecs(-60 * i);
            details.calls.append(entry);
        }
        const int before = popover->height();
        m_page->setDetails(details);
        QVERIFY(popover->height() > before);
        QVERIFY2(area.contains(popover->geometry()), qPrintable(QString::number(popover->geometry().bottom())));
        popover->hide();
    }

    void escapeClosesAFigureAtOnce()
    {
        m_page->findChild<ShareBars *>()->press(0);
        QWidget *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        FigureDetails details{.figure = Figure::OutgoingReached, .range = {kPanelNow.date(), kPanelNow.date()}, .all = 3};
        for (int i = 0; i < 3; ++i) {
            LogEntry entry;
            entry.call.id = CallId(QString::number(i));
            entry.call.startedAt = kPanelNow.addSecs(-60 * i);
            details.calls.append(entry);
        }
        m_page->setDetails(details);
        QTest::keyClick(popover->findChild<FactRows *>(), Qt::Key_Escape);
        QVERIFY(!popover->isVisible());
    }

    void aTextIsNoCallToBeOpened()
    {
        QSignalSpy opened(m_page.get(), &MetricsPage::callRequested);
        rings().at(2)->press(0);
        QWidget *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        Message text{.id = MessageId(u"t"_s), .direction = CallDirection::Outbound};
        text.remote.name = u"Ana"_s;
        text.sentAt = kPanelNow.addSecs(-60);
        m_page->setDetails({.figure = Figure::Texts, .range = {kPanelNow.date(), kPanelNow.date()}, .texts = {text}, .all = 1});
        Chart *rows = popover->findChild<Chart *>();
        QCOMPARE(rows->count(), 1);
        QVERIFY(!rows->isPressable(0));
        rows->press(0);
        QVERIFY(popover->isVisible());
        QCOMPARE(opened.size(), 0);
        popover->hide();
    }

    void ofSomebodyElseTheDaysAreShownAndWhyThereAreNoCalls()
    {
        PanelFacts facts = busyPanel();
        facts.hasDetails = false;
        for (PanelDay &day : facts.days)
            day.mixes.clear(); // documents do not tell what the calls were
        m_page->setFacts(facts);
        m_page->choose({.span = PanelSpan::Week});
        QSignalSpy asked(m_page.get(), &MetricsPage::detailsRequested);
        rings().at(0)->press(0);
        auto *popover = qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
        QVERIFY(popover);
        QCOMPARE(asked.size(), 1);
        const DayRange week = asked.first().at(1).value<DayRange>();
        QCOMPARE(popover->rows().size(), 5);
        QCOMPARE(popover->rows().first().who, u"Friday, November 20"_s);
        QCOMPARE(popover->rows().first().detail, u"38"_s);
        QVERIFY(popover->rows().first().key.isEmpty());
        QVERIFY2(popover->note().contains(u"not the calls"_s), qPrintable(popover->note()));
        // No records: the days stay. Denied: that is said beside them.
        m_page->setDetails({.figure = Figure::Calls, .range = week, .recorded = true});
        QCOMPARE(popover->rows().size(), 5);
        m_page->setDetails(
            {.figure = Figure::Calls, .range = week, .recorded = true, .problem = ErrorText{u"Denied."_s, u"Ask somebody."_s}});
        QCOMPARE(popover->rows().size(), 5);
        QVERIFY(popover->note().contains(u"not the calls"_s) && popover->note().contains(u"Denied."_s));
        // Where they can be read they are shown, and none of them opens a log that does not have it.
        LogEntry entry;
        entry.call.id = CallId(u"ringcentral:1"_s);
        entry.call.startedAt = kPanelNow.addSecs(-600);
        entry.customer.name = u"Ana"_s;
        m_page->setDetails({.figure = Figure::Calls, .range = week, .calls = {entry}, .all = 1, .recorded = true});
        QCOMPARE(popover->rows().size(), 1);
        QVERIFY(popover->rows().first().key.isEmpty());
        QVERIFY(popover->note().contains(u"call records"_s));
        popover->hide();
    }

    void aDayBetweenThatWasNotReadIsAmongTheDays()
    {
        PanelFacts facts = busyPanel();
        facts.hasDetails = false;
        m_page->setFacts(facts);
        m_page->choose({.span = PanelSpan::Range, .range = {QDate(2026, 11, 9), QDate(2026, 11, 15)}});
        rings().at(0)->press(0);
        auto *popover = qobject_cast<FigurePopover *>(QApplication::activePopupWidget());
        QVERIFY(popover);
        QCOMPARE(popover->rows().size(), 5); // the weekend had nothing to read
        QCOMPARE(popover->rows().at(2).when, u"Not read"_s);
        QCOMPARE(popover->rows().at(2).detail, QString());
        popover->hide();
    }

    void whatCustomersBoughtIsOfTheSpanItSays()
    {
        Chart *customers = nullptr;
        for (Chart *chart : m_page->findChildren<Chart *>())
            customers = chart->metaObject()->className() == QByteArray("callcard::ui::TopCustomers") ? chart : customers;
        QVERIFY(customers);
        QVERIFY2(customers->saying(0).contains(u"$48,200 in 12 months"_s), qPrintable(customers->saying(0)));
        PanelCustomer one = busyCustomers().first();
        one.thisYearCents = 100'000;
        m_page->setCustomers({one});
        QVERIFY(customers->saying(0).contains(u"in 12 months"_s));
        one.twelveMonthsCents.reset();
        m_page->setCustomers({one});
        QVERIFY2(customers->saying(0).contains(u"$1,000 this year"_s), qPrintable(customers->saying(0)));
    }

    void whoTypesADateIsNotDisturbed()
    {
        m_page->choose({.span = PanelSpan::Range, .range = {QDate(2026, 11, 2), QDate(2026, 11, 13)}});
        auto *edit = m_page->findChild<QDateEdit *>();
        QVERIFY(edit && edit->isVisible());
        auto *line = edit->findChild<QLineEdit *>();
        line->setSelection(0, 2);
        QTest::keyClicks(line, u"10"_s);
        const QString typed = line->text();
        QVERIFY(typed.startsWith(u"10"_s));
        m_page->setNow(kPanelNow.addSecs(15));
        m_page->setFacts(busyPanel());
        QCOMPARE(line->text(), typed);
    }

    void goalsThatCouldNotBeReadAreSaid()
    {
        const auto foot = [&] {
            QStringList said;
            for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
                if (widget->isVisible())
                    said += widget->accessibleName();
            }
            return said.join(u'\n');
        };
        QVERIFY(!foot().contains(u"Goals could not be read"_s));
        PanelFacts facts = busyPanel();
        facts.goalsKnown = true;
        facts.goalsAt = kPanelNow.addSecs(-7200);
        facts.goalsTrouble = Error{.kind = ErrorKind::Offline};
        m_page->setFacts(facts);
        QVERIFY(foot().contains(u"Goals could not be read"_s));
        QVERIFY(foot().contains(u"goals read "_s));
    }

    void aFigureIsCopied()
    {
        rings().at(0)->press(0);
        QWidget *popover = QApplication::activePopupWidget();
        QVERIFY(popover);
        for (QPushButton *one : popover->findChildren<QPushButton *>()) {
            if (one->text() == u"Copy figure"_s)
                one->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Calls\t38"_s);
        popover->hide();
    }

    void everyChartIsATableToo_data()
    {
        QTest::addColumn<QByteArray>("chart");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("last"); // row, its first cells
        QTest::newRow("bars") << QByteArray("callcard::ui::BarChart") << 19 << u"2026-11-20\tRingCentral\t38"_s;
        QTest::newRow("calendar") << QByteArray("callcard::ui::HeatMap") << 731 << u"2026-11-20\tRingCentral\t38"_s;
        QTest::newRow("parts") << QByteArray("callcard::ui::ShareBars") << 5 << u"Voicemail\t1"_s;
        QTest::newRow("a ring") << QByteArray("callcard::ui::GoalRing") << 19 << u"2026-11-20\tRingCentral\t38"_s;
        QTest::newRow("a tile") << QByteArray("callcard::ui::FigureTile") << 19 << u"2026-11-20\tRingCentral\t38"_s;
        QTest::newRow("customers") << QByteArray("callcard::ui::TopCustomers") << int(busyCustomers().size())
                                   << busyCustomers().last().name;
    }

    void everyChartIsATableToo()
    {
        QFETCH(const QByteArray, chart);
        QFETCH(const int, rows);
        QFETCH(const QString, last);
        Chart *shown = nullptr;
        for (Chart *one : m_page->findChildren<Chart *>()) {
            if (one->metaObject()->className() == chart && shown == nullptr)
                shown = one;
        }
        QVERIFY(shown);
        shown->setFocus(Qt::TabFocusReason);
        QTest::keyClick(shown, Qt::Key_T, Qt::ControlModifier);
        QPointer<QWidget> popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *table = popup->findChild<QTableView *>();
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->model()->rowCount(), rows);
        QVERIFY(!table->accessibleName().isEmpty());
        // It is heard with the names of the columns, walked through and copied.
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(table);
        QVERIFY(access && access->tableInterface());
        QCOMPARE(access->tableInterface()->rowCount(), rows);
        QVERIFY(!access->tableInterface()->columnDescription(0).isEmpty());
        QVERIFY(table->model()->index(0, 1).data(Qt::AccessibleTextRole).toString().contains(u": "_s));
        QCOMPARE(table->currentIndex().row(), rows - 1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), rows + 1);
        QVERIFY2(lines.last().startsWith(last), qPrintable(lines.last()));
        QTest::keyClick(table, Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 2);
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(!popup); // it gives its memory back
    }

    void aDayThatWasNotReadIsNoZeroInTheTable()
    {
        QTest::keyClick(m_page.get(), Qt::Key_T, Qt::ControlModifier);
        QPointer<QWidget> popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        const QAbstractItemModel *model = popup->findChild<QTableView *>()->model();
        int found = 0;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() != u"2026-11-11"_s)
                continue;
            ++found;
            QCOMPARE(model->index(row, 2).data().toString(), QString());
            QCOMPARE(model->index(row, model->columnCount() - 1).data().toString(), u"Not read"_s);
        }
        QCOMPARE(found, 1);
        popup->close();
    }

    void theMenuOfAChartOffersItsTable()
    {
        auto *bars = m_page->findChild<BarChart *>();
        bars->setCurrent(14);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(1, 1), bars->mapToGlobal(QPoint(1, 1)));
        QApplication::sendEvent(bars, &asked);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().last()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), bars->saying(14));
        QAction *asTable = menu->actions().first();
        menu->close();
        asTable->trigger();
        QVERIFY(QApplication::activePopupWidget());
        QVERIFY(QApplication::activePopupWidget()->findChild<QTableView *>());
        QApplication::activePopupWidget()->close();
    }

    void missingIsDrawnAsMissingAndLeadsToTheReason()
    {
        QSignalSpy why(m_page.get(), &MetricsPage::connectionsRequested);
        m_page->choose({.range = {QDate(2026, 11, 11), {}}});
        QVERIFY(name(rings().at(0)).contains(u"Not read"_s));
        QVERIFY(rings().at(0)->face().figure.isEmpty());
        QVERIFY(!rings().at(0)->face().look.read);
        QPushButton *link = button(u"Nov 11 was not read: why?"_s);
        QVERIFY(link);
        link->click();
        QCOMPARE(why.size(), 1);
        for (FigureTile *tile : m_page->findChildren<FigureTile *>())
            QVERIFY(tile->face().figure.isEmpty());
    }

    void staleFiguresAreGreyWithTheirCauseAndARetry()
    {
        PanelFacts facts = busyPanel();
        facts.readAt = kPanelNow.addSecs(-7200);
        facts.trouble = Error{.kind = ErrorKind::Offline};
        facts.troubleSource = u"ringcentral"_s;
        facts.nextTry = kPanelNow.addSecs(60);
        m_page->setFacts(facts);
        QVERIFY(rings().at(0)->face().stale);
        const TileFace tile = m_page->findChildren<FigureTile *>().first()->face();
        QVERIFY(tile.stale);
        QVERIFY2(tile.age.contains(u"retrying"_s), qPrintable(tile.age));
        auto *banner = m_page->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"RingCentral"_s));
        QSignalSpy retried(m_page.get(), &MetricsPage::syncRequested);
        button(u"Retry"_s)->click();
        QCOMPARE(retried.size(), 1);
        m_page->setFacts(busyPanel());
        QVERIFY(!banner->isVisible());
    }

    void keysStepThroughTime()
    {
        QSignalSpy changed(m_page.get(), &MetricsPage::choiceChanged);
        QTest::keyClick(m_page.get(), Qt::Key_BracketLeft);
        QCOMPARE(m_page->figures().span.from, QDate(2026, 11, 19));
        QTest::keyClick(m_page.get(), Qt::Key_BracketRight);
        QCOMPARE(m_page->figures().span.from, kPanelNow.date());
        QTest::keyClick(m_page.get(), Qt::Key_BracketRight);
        QCOMPARE(m_page->figures().span.from, kPanelNow.date());
        QCOMPARE(changed.size(), 2);
    }

    void everyStateIsDrawnAtEverySize_data()
    {
        QTest::addColumn<PanelFacts>("facts");
        QTest::addColumn<QSize>("size");
        PanelFacts million = busyPanel(30);
        million.days.last() = panelDay(kPanelNow.date(), {.outgoingReached = 1'000'000, .missed = 2}, 1'000'000, 1'000'000);
        PanelFacts noGoals = busyPanel();
        noGoals.goals.clear();
        PanelFacts noZone{.now = kPanelNow};
        const QSize usual(984, 748);
        QTest::newRow("empty") << noZone << usual;
        QTest::newRow("one day") << busyPanel(1) << usual;
        QTest::newRow("two years") << busyPanel() << usual;
        QTest::newRow("narrow") << busyPanel() << QSize(672, 560);
        QTest::newRow("a million") << million << usual;
        QTest::newRow("no goals") << noGoals << usual;
    }

    void everyStateIsDrawnAtEverySize()
    {
        QFETCH(const PanelFacts, facts);
        QFETCH(const QSize, size);
        m_page->resize(size);
        m_page->setFacts(facts);
        for (const PanelSpan span : {PanelSpan::Week, PanelSpan::Month, PanelSpan::Range, PanelSpan::Today}) {
            m_page->choose({.span = span});
            QVERIFY(!m_page->grab().isNull());
        }
        QImage paper(m_page->paperSize(), QImage::Format_RGB32);
        QPainter painter(&paper);
        m_page->paintPaper(painter);
        QVERIFY(paper.width() > 400 && paper.height() > 300);
    }
};

QTEST_MAIN(tst_MetricsPage)
#include "tst_metricspage.moc"
