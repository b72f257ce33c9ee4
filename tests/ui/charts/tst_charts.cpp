#include <callcard/ui/barchart.h>
#include <callcard/ui/charthead.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/sharebars.h>

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kMonday(2026, 5, 11);

HeatMap *twoYears()
{
    auto *map = new HeatMap;
    QList<HeatLevel> levels;
    QStringList sayings;
    for (int day = 0; day < 104 * 7; ++day) {
        levels += HeatLevel::Two;
        sayings += u"day %1"_s.arg(day);
    }
    map->setDays(kMonday, levels, sayings, kMonday.addDays(104 * 7 - 1));
    map->resize(map->sizeHint());
    map->show(); // hidden widgets hear of their size later
    return map;
}

BarChart *threeDays()
{
    auto *bars = new BarChart;
    bars->setGoal(50, u"goal 50"_s);
    bars->setColumns({{.parts = {{31, 10, 2, 0}}, .label = u"Mon"_s, .saying = u"Monday, 43 calls"_s},
                      {.parts = {{0, 0, 0, 0, false, 40}}, .label = u"Tue"_s, .saying = u"Tuesday, not read"_s},
                      {.parts = {{20, 12, 7, 0}, {1, 1, 0, 0}}, .label = u"Today"_s, .strong = true, .saying = u"Today, 41 calls"_s}});
    bars->resize(500, 170);
    return bars;
}

/// How many pixels of the picture have that colour, whatever is smoothed away.
int count(const QImage &picture, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            found += picture.pixelColor(x, y) == color ? 1 : 0;
    }
    return found;
}

} // namespace

class tst_Charts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axes_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("top");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing") << 0.0 << 1.0 << 1.0;
        QTest::newRow("not a number") << qQNaN() << 1.0 << 1.0;
        QTest::newRow("endless") << qInf() << 1.0 << 1.0;
        QTest::newRow("one call") << 1.0 << 1.0 << 1.0;
        QTest::newRow("three") << 3.0 << 3.0 << 1.0;
        QTest::newRow("a day") << 52.0 << 60.0 << 20.0;
        QTest::newRow("exactly") << 80.0 << 80.0 << 20.0;
        QTest::newRow("a million") << 1'000'000.0 << 1'000'000.0 << 500'000.0;
    }

    void axes()
    {
        QFETCH(const double, most);
        QTEST(axisFor(most).top, "top");
        QTEST(axisFor(most).step, "step");
    }

    void heat_data()
    {
        QTest::addColumn<int>("calls");
        QTest::addColumn<HeatLevel>("level");
        QTest::newRow("none") << 0 << HeatLevel::None;
        QTest::newRow("less than none") << -3 << HeatLevel::None;
        QTest::newRow("one") << 1 << HeatLevel::One;
        QTest::newRow("15") << 15 << HeatLevel::One;
        QTest::newRow("16") << 16 << HeatLevel::Two;
        QTest::newRow("30") << 30 << HeatLevel::Two;
        QTest::newRow("31") << 31 << HeatLevel::Three;
        QTest::newRow("40") << 40 << HeatLevel::Three;
        QTest::newRow("41") << 41 << HeatLevel::Four;
        QTest::newRow("49") << 49 << HeatLevel::Four;
        QTest::newRow("goal") << 50 << HeatLevel::Full;
        QTest::newRow("more") << 90 << HeatLevel::Full;
    }

    void heat()
    {
        QFETCH(const int, calls);
        QTEST(heatLevel(calls, heatSteps(50)), "level");
    }

    void withoutAGoalTheDaysAreTheMeasure()
    {
        QList<int> counts{0, 0};
        for (int i = 10; i >= 1; --i)
            counts += i;
        const HeatSteps steps = heatSteps(counts);
        QCOMPARE(steps, (HeatSteps{2, 4, 6, 8}));
        QCOMPARE(heatLevel(10, steps), HeatLevel::Full);
        QCOMPARE(heatLevel(1, steps), HeatLevel::One);
        QCOMPARE(heatLevel(1, heatSteps(QList<int>())), HeatLevel::One);
    }

    void everyThingSpeaksAndIsPressed()
    {
        const std::unique_ptr<Chart> bars(threeDays());
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(bars.get());
        QVERIFY(access);
        QCOMPARE(access->role(), QAccessible::List);
        QCOMPARE(access->childCount(), 3);
        QSignalSpy chosen(bars.get(), &Chart::chosen);
        const auto offersMenu = [](QAccessibleInterface *node) {
            return node->actionInterface()->actionNames().contains(QAccessibleActionInterface::showMenuAction());
        };
        QVERIFY(!offersMenu(access) && !offersMenu(access->child(0))); // nobody would open one
        QSignalSpy menus(bars.get(), &Chart::menuRequested);
        for (int item = 0; item < 3; ++item) {
            QAccessibleInterface *child = access->child(item);
            QVERIFY(child && child->isValid());
            QCOMPARE(child->text(QAccessible::Name), bars->saying(item));
            QCOMPARE(child->rect().size(), bars->placeOf(item).toAlignedRect().size());
            QCOMPARE(access->indexOfChild(child), item);
            QCOMPARE(child->parent(), access);
            child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
            QCOMPARE(chosen.takeLast().first().toInt(), item);
            QVERIFY(offersMenu(access) && offersMenu(child));
            child->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
            QCOMPARE(menus.size(), item + 1);
            QCOMPARE(bars->itemAt(bars->mapFromGlobal(menus.last().first().toPoint())), item);
        }
        const QPoint middle = bars->mapToGlobal(bars->placeOf(1).center().toPoint());
        QCOMPARE(access->childAt(middle.x(), middle.y()), access->child(1));
    }

    void whatWentIsNoLongerThere()
    {
        const std::unique_ptr<BarChart> bars(threeDays());
        QAccessibleInterface *last = QAccessible::queryAccessibleInterface(bars.get())->child(2);
        QVERIFY(last->isValid());
        bars->setColumns(bars->columns().first(2));
        QVERIFY(!last->isValid());
        QVERIFY(last->text(QAccessible::Name).isEmpty());
        QCOMPARE(QAccessible::queryAccessibleInterface(bars.get())->childCount(), 2);
        bars->setColumns({});
        QVERIFY(bars->grab().width() > 0);
    }

    void aSingleThingIsAButtonWithItsValueAsName()
    {
        GoalRing ring;
        ring.setFace({.figure = u"38"_s, .caption = u"calls"_s, .look = {.share = 0.76, .pace = 0.72}, .saying = u"38 of 50 calls"_s});
        FigureTile tile;
        tile.setFace({.title = u"Answer rate"_s, .figure = u"61%"_s, .saying = u"Answer rate 61%"_s});
        for (Chart *chart : {static_cast<Chart *>(&ring), static_cast<Chart *>(&tile)}) {
            QAccessibleInterface *access = QAccessible::queryAccessibleInterface(chart);
            QCOMPARE(access->role(), QAccessible::Button);
            QCOMPARE(access->childCount(), 0);
            QCOMPARE(access->text(QAccessible::Name), chart->saying(0));
            QSignalSpy chosen(chart, &Chart::chosen);
            QTest::keyClick(chart, Qt::Key_Return);
            QTest::mouseClick(chart, Qt::LeftButton);
            QCOMPARE(chosen.size(), 2);
        }
    }

    void aFigureThatLeadsNowhereIsNoButton()
    {
        FigureTile tile;
        tile.setFace({.title = u"Calls"_s, .figure = u"226"_s, .note = u"6 of 7 people"_s, .saying = u"Calls 226"_s});
        tile.setLeadsOn(false);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&tile);
        QCOMPARE(access->role(), QAccessible::StaticText);
        QCOMPARE(access->text(QAccessible::Name), u"Calls 226"_s);
        QVERIFY(!access->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
        QSignalSpy chosen(&tile, &Chart::chosen);
        QTest::keyClick(&tile, Qt::Key_Return);
        QTest::mouseClick(&tile, Qt::LeftButton);
        QCOMPARE(chosen.size(), 0);
    }

    void aLineStandsBesideTheFigureOfANoteWhereThereIsRoom()
    {
        const QColor color = Theme::current().chart().outgoing;
        FigureTile tile;
        TileFace face{.title = u"Calls"_s, .figure = u"226"_s, .note = u"6 of 7 people"_s, .saying = u"Calls 226"_s};
        face.line = {1, 5, 2, std::nullopt, 4};
        tile.setFace(face);
        tile.resize(260, tile.sizeHint().height());
        QVERIFY(count(tile.grab().toImage(), color) > 0);
        tile.resize(112, tile.height()); // the figure comes first
        QCOMPARE(count(tile.grab().toImage(), color), 0);
    }

    void arrows_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        const Qt::LayoutDirection ltr = Qt::LeftToRight;
        QTest::newRow("right is a week") << ltr << int(Qt::Key_Right) << 700 << 707;
        QTest::newRow("left") << ltr << int(Qt::Key_Left) << 700 << 693;
        QTest::newRow("left, mirrored") << Qt::RightToLeft << int(Qt::Key_Left) << 700 << 707;
        QTest::newRow("down is a day") << ltr << int(Qt::Key_Down) << 700 << 701;
        QTest::newRow("up from a Monday stays") << ltr << int(Qt::Key_Up) << 700 << 700;
        QTest::newRow("down from a Sunday stays") << ltr << int(Qt::Key_Down) << 706 << 706;
        QTest::newRow("beyond the end") << ltr << int(Qt::Key_Right) << 725 << 725;
        QTest::newRow("home") << ltr << int(Qt::Key_Home) << 700 << 0;
        QTest::newRow("end") << ltr << int(Qt::Key_End) << 3 << 727;
        QTest::newRow("a screen back") << ltr << int(Qt::Key_PageUp) << 700 << 700 - 7 * 28;
    }

    void arrows()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, key);
        QFETCH(const int, from);
        QFETCH(const int, to);
        const std::unique_ptr<HeatMap> map(twoYears());
        map->setLayoutDirection(direction);
        map->setCurrent(from);
        QTest::keyClick(map.get(), static_cast<Qt::Key>(key));
        QCOMPARE(map->current(), to);
        QVERIFY2(!map->placeOf(to).isEmpty(), "what the keyboard is at is in sight");
        QCOMPARE(map->itemAt(map->placeOf(to).center()), to);
    }

    void theCalendarShowsTheLastWeeksAndScrollsOverTwoYears()
    {
        const std::unique_ptr<HeatMap> map(twoYears());
        QCOMPARE(map->weeksInSight(), 28);
        QCOMPARE(map->firstWeek(), 104 - 28);
        QVERIFY(map->placeOf(0).isEmpty());
        QVERIFY(!map->placeOf(727).isEmpty());
        QAccessibleInterface *first = QAccessible::queryAccessibleInterface(map.get())->child(0);
        QVERIFY(first->state().offscreen);
        map->setCurrent(0);
        QVERIFY(!first->state().offscreen);
        QCOMPARE(map->firstWeek(), 0);
        // News of the same days leave it where it was scrolled to.
        QList<HeatLevel> levels(728, HeatLevel::One);
        map->setDays(kMonday, levels, QStringList(728, u"again"_s), kMonday);
        QCOMPARE(map->firstWeek(), 0);
        QCOMPARE(map->saying(0), u"again"_s);
    }

    void missingIsDrawnAsMissing()
    {
        const ChartColors &chart = Theme::current().chart();
        BarChart read;
        read.setColumns({{.parts = {{40, 0, 0, 0}}}});
        read.resize(200, 150);
        BarChart unread;
        unread.setColumns({{.parts = {{0, 0, 0, 0, false, 40}}}});
        unread.resize(200, 150);
        QVERIFY(count(read.grab().toImage(), chart.outgoing) > 500);
        QCOMPARE(count(unread.grab().toImage(), chart.outgoing), 0);
        QVERIFY(unread.grab().toImage() != QWidget().grab().toImage());
        FigureTile tile;
        tile.setFace({.title = u"Texts"_s, .saying = u"Texts, not read"_s});
        tile.resize(tile.sizeHint());
        QImage none = tile.grab().toImage();
        tile.setFace({.title = u"Texts"_s, .figure = u"0"_s, .saying = u"Texts 0"_s});
        QVERIFY(none != tile.grab().toImage());
    }

    void figuresOfAMillionStayInTheirRing()
    {
        for (const QString &figure : {u"38"_s, u"1,024"_s, u"1,000,000"_s}) {
            GoalRing ring;
            ring.setFace({.figure = figure, .caption = u"calls"_s, .look = {.share = 2}, .reached = true, .saying = figure});
            ring.resize(ring.sizeHint());
            QImage picture = ring.grab().toImage();
            // The corners of the square in the ring are empty: nothing was written over the edge.
            const QColor accent = Theme::current().color.accent;
            QCOMPARE(picture.pixelColor(ring.width() / 2, 4 + 4), accent);
            QVERIFY(count(picture, accent) > 1000);
            QCOMPARE(picture.pixelColor(4 + 4, ring.height() / 2), accent);
        }
    }

    void crispAtEveryScale_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("1") << 1.0;
        QTest::newRow("1.25") << 1.25;
        QTest::newRow("2") << 2.0;
        QTest::newRow("3") << 3.0;
    }

    void crispAtEveryScale()
    {
        QFETCH(const double, scale);
        const std::unique_ptr<BarChart> bars(threeDays());
        QImage picture((QSizeF(bars->size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(scale);
        picture.fill(Theme::current().color.surface);
        bars->render(&picture, {}, {}, QWidget::DrawChildren);
        // As much of the bar as at scale 1, times the scale both ways: it is drawn anew, not stretched.
        QImage plain(bars->size(), QImage::Format_ARGB32_Premultiplied);
        plain.fill(Theme::current().color.surface);
        bars->render(&plain, {}, {}, QWidget::DrawChildren);
        const QColor color = Theme::current().chart().outgoing;
        const double ratio = count(picture, color) / (count(plain, color) * scale * scale);
        QVERIFY2(ratio > 0.9 && ratio < 1.1, qPrintable(QString::number(ratio)));
    }

    void rightToLeftMirrorsBars()
    {
        const std::unique_ptr<BarChart> bars(threeDays());
        const QRectF before = bars->placeOf(0);
        bars->setLayoutDirection(Qt::RightToLeft);
        const QRectF after = bars->placeOf(0);
        QVERIFY(after.center().x() > bars->width() / 2.0);
        QVERIFY(std::abs(before.center().x() - (bars->width() - after.center().x())) < 1);
    }

    void aToolTipShowsWhatIsSaid()
    {
        ShareBars rows;
        rows.setRows({{.icon = u"phone-out"_s, .label = u"a"_s, .share = 1, .figure = u"1"_s, .saying = u"Thorne & <b>Daughters</b>"_s}});
        rows.resize(rows.sizeHint());
        rows.show();
        const QPoint place = rows.placeOf(0).center().toPoint();
        QHelpEvent help(QEvent::ToolTip, place, rows.mapToGlobal(place));
        QApplication::sendEvent(&rows, &help);
        QVERIFY(Qt::mightBeRichText(QToolTip::text())); // otherwise the escapes would be shown
        QCOMPARE(QTextDocumentFragment::fromHtml(QToolTip::text()).toPlainText(), u"Thorne & <b>Daughters</b>"_s);
        QToolTip::hideText();
    }

    void aLegendStandsBelowWhereThereIsNoRoomBeside_data()
    {
        QTest::addColumn<int>("width"); // beyond what both need in one line
        QTest::addColumn<bool>("beside");
        QTest::addColumn<int>("lines");
        QTest::newRow("room") << 40 << true << 1;
        QTest::newRow("just enough") << 0 << true << 1;
        QTest::newRow("a pixel less") << -1 << false << 1;
        QTest::newRow("narrower than the legend") << -1000 << false << 3;
    }

    void aLegendStandsBelowWhereThereIsNoRoomBeside()
    {
        QFETCH(const int, width);
        QFETCH(const bool, beside);
        QFETCH(const int, lines);
        auto *title = new Label(u"Anrufe pro Arbeitstag"_s, Type::BodyStrong);
        auto *legend = new ChartLegend;
        legend->addColor(&ChartColors::outgoing, u"Ausgehend"_s);
        legend->addColor(&ChartColors::incoming, u"Eingehend"_s);
        legend->addHatch(u"Nicht gelesen"_s);
        ChartHead head(title, legend);
        head.resize(std::max(100, head.sizeHint().width() + width), 200);
        head.show();
        QCOMPARE(legend->y() < title->geometry().bottom(), beside);
        QVERIFY(title->width() >= std::min(head.width(), title->sizeHint().width())); // never cut for the legend's sake
        QCOMPARE(legend->height(), beside ? head.sizeHint().height() : lines * legend->sizeHint().height());
        QVERIFY(head.minimumSizeHint().height() >= legend->geometry().bottom());
        QVERIFY(!legend->grab().isNull());
    }

    void rowsAreWalkedUpAndDown()
    {
        ShareBars rows;
        rows.setRows({{.icon = u"phone-out"_s, .label = u"Outgoing"_s, .share = 1, .figure = u"14"_s, .saying = u"a"_s},
                      {.icon = u"phone-missed"_s, .label = u"Missed"_s, .share = 0.5, .figure = u"7"_s, .saying = u"b"_s}});
        rows.resize(rows.sizeHint());
        rows.setCurrent(0);
        QTest::keyClick(&rows, Qt::Key_Down);
        QCOMPARE(rows.current(), 1);
        QTest::keyClick(&rows, Qt::Key_Right);
        QCOMPARE(rows.current(), 1);
        QTest::keyClick(&rows, Qt::Key_Up);
        QCOMPARE(rows.current(), 0);
    }
};

QTEST_MAIN(tst_Charts)
#include "tst_charts.moc"
