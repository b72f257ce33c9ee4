#include "registry.h"

#include <callcard/ui/barchart.h>
#include <callcard/ui/chartlegend.h>
#include <callcard/ui/figures.h>
#include <callcard/ui/figuretile.h>
#include <callcard/ui/goalring.h>
#include <callcard/ui/heatmap.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/sharebars.h>

#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

QWidget *tileAround(QWidget *chart)
{
    auto *tile = new Tile;
    auto *column = new QVBoxLayout(tile);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(chart);
    return tile;
}

QWidget *ringSheet()
{
    auto *tile = new Tile;
    auto *row = new QHBoxLayout(tile);
    const QList<RingFace> faces{{.figure = u"38"_s, .caption = QObject::tr("calls"), .look = {.share = 0.76, .pace = 0.72}},
                                {.figure = u"96"_s, .caption = QObject::tr("min"), .look = {.share = 0.64, .pace = 0.69}},
                                {.figure = u"62"_s, .caption = QObject::tr("calls"), .look = {.share = 1.2, .pace = 0.5}, .reached = true},
                                {.figure = u"1,000,000"_s, .caption = QObject::tr("calls"), .look = {.share = 0.02}, .stale = true},
                                {.figure = u"12"_s, .caption = QObject::tr("sent"), .hasGoal = false},
                                {.figure = {}, .caption = {}, .look = {.read = false}}};
    for (const RingFace &face : faces) {
        auto *ring = new GoalRing;
        RingFace spoken = face;
        spoken.saying = face.figure.isEmpty() ? u"not read"_s : QString(face.figure + u' ' + face.caption);
        ring->setFace(spoken);
        row->addWidget(ring);
    }
    auto *small = new GoalRing(size::goalRingSmall);
    small->setFace({.figure = u"38"_s, .look = {.share = 0.76, .pace = 0.72, .stroke = size::goalRingSmallStroke}, .saying = u"38"_s});
    row->addWidget(small);
    return tile;
}

QWidget *barSheet()
{
    auto *bars = new BarChart;
    bars->setAccessibleName(u"Calls per day"_s);
    bars->setGoal(50, QObject::tr("goal 50"));
    const QList<DayBar> days{{31, 10, 2, 0}, {34, 12, 1, 0}, {28, 9, 3, 2},           {36, 11, 2, 0}, {25, 8, 1, 0},
                             {33, 13, 4, 0}, {38, 10, 1, 0}, {0, 0, 0, 0, false, 44}, {30, 11, 2, 0}};
    QList<BarColumn> columns;
    for (qsizetype i = 0; i < days.size(); ++i)
        columns.append({.parts = {days[i]}, .label = i == 0 ? u"Nov 2"_s : QString::number(2 + i), .saying = u"day"_s});
    columns.append({.parts = {{22, 9, 2, 1}, {12, 4, 0, 0}}, .label = u"13"_s, .saying = QObject::tr("Two sources")});
    columns.append({.parts = {{20, 12, 7, 0}}, .label = QObject::tr("Today"), .above = u"38"_s, .strong = true, .saying = u"today"_s});
    bars->setColumns(columns);
    bars->setFixedSize(574, 172);
    return tileAround(bars);
}

QWidget *heatSheet()
{
    auto *map = new HeatMap;
    map->setAccessibleName(u"Active days"_s);
    QList<HeatLevel> levels;
    for (int i = 0; i < 103 * 7 + 5; ++i)
        levels += i % 7 >= 5 ? HeatLevel::None : i % 31 == 9 ? HeatLevel::NotRead : static_cast<HeatLevel>(1 + (i * 7 + i / 5) % 5);
    const QDate monday(2024, 12, 2);
    map->setDays(monday, levels, QStringList(levels.size(), u"day"_s), monday.addDays(levels.size() - 1));
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    auto *legend = new ChartLegend;
    legend->addHeat(u"0"_s, QObject::tr("50+ calls"));
    legend->addHatch(QObject::tr("Not read"));
    column->addWidget(legend, 0, Qt::AlignTrailing);
    column->addWidget(map);
    map->setFocus();
    return tileAround(sheet);
}

QWidget *rowSheet()
{
    auto *rows = new ShareBars;
    rows->setAccessibleName(u"Calls by how they went"_s);
    rows->setRows({{u"phone-out"_s, QObject::tr("Outgoing, reached"), &ChartColors::outgoing, 1, u"14"_s, true, u"a"_s},
                   {u"phone-out"_s, QObject::tr("Outgoing, no answer"), &ChartColors::unconnected, 0.43, u"6"_s, true, u"b"_s},
                   {u"phone-in"_s, QObject::tr("Incoming, answered"), &ChartColors::incoming, 0.79, u"11"_s, true, u"c"_s},
                   {u"phone-missed"_s, QObject::tr("Missed"), &ChartColors::missed, 0.43, u"6"_s, true, u"d"_s},
                   {u"voicemail"_s, QObject::tr("Voicemail"), &ChartColors::missed, 0.07, u"1"_s, true, u"e"_s}});
    return tileAround(rows);
}

QWidget *tileSheet()
{
    auto *sheet = new QWidget;
    auto *grid = new QGridLayout(sheet);
    const QList<TileFace> faces{
        {.title = QObject::tr("Answer rate"), .figure = u"61%"_s, .line = {3, 4, 2, 6, 5, 3, 7, 5, 4, 1}, .age = QObject::tr("12 s ago")},
        {.title = QObject::tr("Average call"),
         .figure = u"3:50"_s,
         .unit = QObject::tr("min"),
         .line = {3, 4, 2, 4, 6, 5, 7},
         .age = u"now"_s},
        {.title = QObject::tr("Text replies"), .figure = u"64%"_s, .line = {1, 3, {}, {}, 2, 4, 3}, .age = QObject::tr("12 s ago")},
        {.title = QObject::tr("Called back"),
         .figure = u"18"_s,
         .unit = QObject::tr("min"),
         .line = {7, 6, 4, 5, 3, 3, 2},
         .age = QObject::tr("2 h ago, retrying"),
         .stale = true},
        {.title = QObject::tr("Texts"), .age = QObject::tr("Not read")},
        {.title = QObject::tr("Calls"), .figure = u"226"_s, .unit = QObject::tr("of 325"), .note = QObject::tr("6 of 7 people counted")}};
    for (int i = 0; i < faces.size(); ++i) {
        auto *tile = new FigureTile;
        TileFace spoken = faces[i];
        spoken.saying = spoken.title + u' ' + spoken.figure + u' ' + spoken.unit;
        tile->setFace(spoken);
        grid->addWidget(tile, i / 2, i % 2);
    }
    return sheet;
}

const State s1(u"charts/rings"_s, ringSheet);
const State s2(u"charts/bars"_s, barSheet);
const State s3(u"charts/calendar"_s, heatSheet);
const State s4(u"charts/rows"_s, rowSheet);
const State s5(u"charts/tiles"_s, tileSheet);

} // namespace
