#include <callcard/ui/theme.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
QJsonObject design()
{
    QFile file(QStringLiteral(CALLCARD_TEST_DATA "/design/tokens.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// "#RRGGBB" or, as style sheets write it, "#RRGGBBAA".
QColor color(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.size() == 9 ? QColor(u'#' + text.mid(7, 2) + text.mid(1, 6)) : QColor(text);
}

const QList<std::pair<QString, ColorRole>> &roles()
{
    static const QList<std::pair<QString, ColorRole>> all{{u"window"_s, &Colors::window},
                                                          {u"sidebar"_s, &Colors::sidebar},
                                                          {u"surface"_s, &Colors::surface},
                                                          {u"sunken"_s, &Colors::sunken},
                                                          {u"hover"_s, &Colors::hover},
                                                          {u"pressed"_s, &Colors::pressed},
                                                          {u"border"_s, &Colors::border},
                                                          {u"borderStrong"_s, &Colors::borderStrong},
                                                          {u"text"_s, &Colors::text},
                                                          {u"textSecondary"_s, &Colors::textSecondary},
                                                          {u"textTertiary"_s, &Colors::textTertiary},
                                                          {u"textDisabled"_s, &Colors::textDisabled},
                                                          {u"accent"_s, &Colors::accent},
                                                          {u"accentHover"_s, &Colors::accentHover},
                                                          {u"accentPressed"_s, &Colors::accentPressed},
                                                          {u"onAccent"_s, &Colors::onAccent},
                                                          {u"accentText"_s, &Colors::accentText},
                                                          {u"selection"_s, &Colors::selection},
                                                          {u"selectionText"_s, &Colors::selectionText},
                                                          {u"focus"_s, &Colors::focus},
                                                          {u"mark"_s, &Colors::mark},
                                                          {u"link"_s, &Colors::link},
                                                          {u"wall"_s, &Colors::wall},
                                                          {u"scrim"_s, &Colors::scrim},
                                                          {u"shadow"_s, &Colors::shadow}};
    return all;
}

double luminance(const QColor &c)
{
    const auto channel = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr std::array kSchemes{Scheme::Light, Scheme::Dark};
QString name(Scheme scheme)
{
    return scheme == Scheme::Dark ? u"dark"_s : u"light"_s;
}
} // namespace

class tst_Tokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!design().isEmpty()); }

    void coloursAreTheDesigns()
    {
        for (const Scheme scheme : kSchemes) {
            const QJsonObject wanted = design()[u"color"_s][name(scheme)].toObject();
            QCOMPARE(wanted.size(), roles().size()); // nothing of the design is missing here
            for (const auto &[key, role] : roles())
                QVERIFY2(colors(scheme).*role == color(wanted[key]), qPrintable(key));
        }
    }

    void statesAreTheDesigns()
    {
        const QList<std::pair<QString, StateLook>> looks{
            {u"ringing"_s, StateLook::Ringing}, {u"ringing"_s, StateLook::Dialling}, {u"active"_s, StateLook::Active},
            {u"held"_s, StateLook::Held},       {u"missed"_s, StateLook::Missed},    {u"ended"_s, StateLook::Ended},
            {u"ok"_s, StateLook::Ok},           {u"warning"_s, StateLook::Warning},  {u"error"_s, StateLook::Error}};
        for (const Scheme scheme : kSchemes) {
            for (const auto &[key, look] : looks) {
                const QJsonObject wanted = design()[u"state"_s][name(scheme)][key].toObject();
                const StateColors &have = stateColors(scheme, look);
                QVERIFY2(have.text == color(wanted[u"text"_s]), qPrintable(key));
                QVERIFY2(have.fill == color(wanted[u"fill"_s]), qPrintable(key));
                QVERIFY2(have.onFill == color(wanted[u"onFill"_s]), qPrintable(key));
                QVERIFY2(have.tint == color(wanted[u"tint"_s]), qPrintable(key));
                if (wanted.contains(u"ring"_s))
                    QVERIFY2(have.ring == color(wanted[u"ring"_s]), qPrintable(key));
            }
        }
    }

    void chartsAvatarsAndLinesAreTheDesigns()
    {
        for (const Scheme scheme : kSchemes) {
            const QJsonObject wanted = design()[u"chart"_s][name(scheme)].toObject();
            const ChartColors &have = chartColors(scheme);
            const QList<std::pair<QString, QColor>> pairs{{u"outgoing"_s, have.outgoing}, {u"incoming"_s, have.incoming},
                                                          {u"missed"_s, have.missed},     {u"unconnected"_s, have.unconnected},
                                                          {u"other"_s, have.other},       {u"track"_s, have.track},
                                                          {u"pace"_s, have.pace},         {u"hatch"_s, have.hatch},
                                                          {u"grid"_s, have.grid}};
            for (const auto &[key, value] : pairs)
                QVERIFY2(value == color(wanted[key]), qPrintable(key));
            const QJsonArray avatars = design()[u"avatar"_s][name(scheme)].toArray();
            QCOMPARE(size_t(avatars.size()), avatarColors(scheme).size());
            const QJsonArray heat = wanted[u"heat"_s].toArray();
            const QJsonArray lines = design()[u"line"_s][name(scheme)].toArray();
            for (qsizetype i = 0; i < 6; ++i) {
                QCOMPARE(have.heat[size_t(i)], color(heat[i]));
                QCOMPARE(lineColors(scheme)[size_t(i)], color(lines[i]));
            }
            for (qsizetype i = 0; i < avatars.size(); ++i) {
                QCOMPARE(avatarColors(scheme)[size_t(i)].background, color(avatars[i][0]));
                QCOMPARE(avatarColors(scheme)[size_t(i)].text, color(avatars[i][1]));
            }
        }
    }

    void typesAreTheDesigns()
    {
        const QList<std::pair<QString, Type>> types{{u"caption"_s, Type::Caption},
                                                    {u"captionStrong"_s, Type::CaptionStrong},
                                                    {u"small"_s, Type::Small},
                                                    {u"smallStrong"_s, Type::SmallStrong},
                                                    {u"body"_s, Type::Body},
                                                    {u"bodyStrong"_s, Type::BodyStrong},
                                                    {u"title"_s, Type::Title},
                                                    {u"name"_s, Type::Name},
                                                    {u"page"_s, Type::Page},
                                                    {u"figure"_s, Type::Figure},
                                                    {u"figureLarge"_s, Type::FigureLarge}};
        const QJsonObject fonts = design()[u"font"_s].toObject();
        QCOMPARE(fonts.size(), types.size() + 1);
        QCOMPARE(fonts[u"basePx"_s].toInt(), kBasePx);
        for (const auto &[key, type] : types) {
            const QJsonObject wanted = fonts[key].toObject();
            const TypeStyle have = typeStyle(type);
            QCOMPARE(have.px, wanted[u"px"_s].toInt());
            QCOMPARE(have.weight, wanted[u"weight"_s].toInt());
            QCOMPARE(have.line, wanted[u"line"_s].toInt());
            QCOMPARE(have.tabular, wanted[u"tabular"_s].toBool());
        }
    }

    void measuresAreTheDesigns()
    {
        const auto compare = [](const QString &group, const QList<std::pair<QString, double>> &have) {
            QJsonObject wanted = design()[group].toObject();
            wanted.remove(u"reduced"_s);
            QStringList wrong;
            for (const auto &[key, value] : have) {
                if (!wanted.contains(key) || !qFuzzyCompare(wanted.take(key).toDouble() + 1, value + 1))
                    wrong += key;
            }
            return wrong + wanted.keys(); // what the design has and we do not
        };
        QCOMPARE(compare(u"space"_s, {{u"xxs"_s, space::xxs},
                                      {u"xs"_s, space::xs},
                                      {u"s"_s, space::s},
                                      {u"m"_s, space::m},
                                      {u"l"_s, space::l},
                                      {u"xl"_s, space::xl},
                                      {u"xxl"_s, space::xxl},
                                      {u"xxxl"_s, space::xxxl}}),
                 QStringList());
        QCOMPARE(compare(u"radius"_s, {{u"cell"_s, radius::cell},
                                       {u"chip"_s, radius::chip},
                                       {u"control"_s, radius::control},
                                       {u"row"_s, radius::row},
                                       {u"tile"_s, radius::tile},
                                       {u"card"_s, radius::card}}),
                 QStringList());
        using namespace callcard::ui::size;
        QCOMPARE(compare(u"size"_s, {{u"hairline"_s, hairline},
                                     {u"focusRing"_s, focusRing},
                                     {u"focusGap"_s, focusGap},
                                     {u"icon"_s, icon},
                                     {u"iconStroke"_s, iconStroke},
                                     {u"iconButton"_s, size::iconButton},
                                     {u"button"_s, button},
                                     {u"buttonSmall"_s, buttonSmall},
                                     {u"field"_s, field},
                                     {u"chip"_s, chip},
                                     {u"keycap"_s, keycap},
                                     {u"avatarXs"_s, avatarXs},
                                     {u"avatarS"_s, avatarS},
                                     {u"avatarM"_s, avatarM},
                                     {u"avatarL"_s, avatarL},
                                     {u"avatarXl"_s, avatarXl},
                                     {u"stateRing"_s, stateRing},
                                     {u"stateRingGap"_s, stateRingGap},
                                     {u"stateBadge"_s, stateBadge},
                                     {u"rowOne"_s, rowOne},
                                     {u"rowTwo"_s, rowTwo},
                                     {u"rowTable"_s, rowTable},
                                     {u"dayHeader"_s, dayHeader},
                                     {u"pageHeader"_s, pageHeader},
                                     {u"sidebar"_s, sidebar},
                                     {u"cardWidth"_s, cardWidth},
                                     {u"cardBand"_s, cardBand},
                                     {u"cardCompactWidth"_s, cardCompactWidth},
                                     {u"cardCompactHeight"_s, cardCompactHeight},
                                     {u"cardGap"_s, cardGap},
                                     {u"cardScreenMargin"_s, cardScreenMargin},
                                     {u"cardShadowMargin"_s, cardShadowMargin},
                                     {u"flyoutWidth"_s, flyoutWidth},
                                     {u"callBoxWidth"_s, callBoxWidth},
                                     {u"goalRing"_s, goalRing},
                                     {u"goalRingSmall"_s, goalRingSmall},
                                     {u"goalRingSmallStroke"_s, goalRingSmallStroke},
                                     {u"goalRingStroke"_s, goalRingStroke},
                                     {u"heatCell"_s, heatCell},
                                     {u"heatGap"_s, heatGap},
                                     {u"sparkHeight"_s, sparkHeight}}),
                 QStringList());
        QCOMPARE(compare(u"motion"_s, {{u"instant"_s, motion::instant},
                                       {u"fast"_s, motion::fast},
                                       {u"normal"_s, motion::normal},
                                       {u"enter"_s, motion::enter},
                                       {u"ringPulse"_s, motion::ringPulse},
                                       {u"age"_s, motion::age},
                                       {u"afterglow"_s, motion::afterglow},
                                       {u"missedStays"_s, motion::missedStays},
                                       {u"clickGuard"_s, motion::clickGuard}}),
                 QStringList());
        const QJsonArray layers = design()[u"elevation"_s][u"floating"_s][u"layers"_s].toArray();
        QCOMPARE(size_t(layers.size()), kFloatingShadow.size());
        for (qsizetype i = 0; i < layers.size(); ++i) {
            QCOMPARE(kFloatingShadow[size_t(i)].y, layers[i][u"y"_s].toInt());
            QCOMPARE(kFloatingShadow[size_t(i)].blur, layers[i][u"blur"_s].toInt());
            QCOMPARE(kFloatingShadow[size_t(i)].alphaLight, layers[i][u"alphaLight"_s].toDouble());
            QCOMPARE(kFloatingShadow[size_t(i)].alphaDark, layers[i][u"alphaDark"_s].toDouble());
        }
    }

    /// The promises of the design, worst case over the grounds that text really lies on.
    void textCanBeRead_data()
    {
        QTest::addColumn<QString>("ink");
        QTest::addColumn<QString>("grounds");
        QTest::addColumn<double>("least");
        QTest::newRow("text") << u"text"_s << u"window sidebar surface sunken hover pressed selection"_s << 10.3;
        QTest::newRow("secondary") << u"textSecondary"_s << u"window sidebar surface sunken hover pressed selection"_s << 5.5;
        QTest::newRow("tertiary") << u"textTertiary"_s << u"window sidebar surface sunken hover"_s << 4.5;
        QTest::newRow("on accent") << u"onAccent"_s << u"accent accentHover accentPressed"_s << 4.5;
        QTest::newRow("accent text") << u"accentText"_s << u"window sidebar surface sunken hover selection"_s << 4.5;
        QTest::newRow("link") << u"link"_s << u"window surface sunken"_s << 4.5;
        QTest::newRow("found letters") << u"text"_s << u"mark"_s << 7.0;
        QTest::newRow("selected row") << u"selectionText"_s << u"selection"_s << 10.0;
        QTest::newRow("focus ring") << u"focus"_s << u"window sidebar surface sunken"_s << 3.0;
        QTest::newRow("empty radio") << u"borderStrong"_s << u"window surface"_s << 3.0;
    }

    void textCanBeRead()
    {
        QFETCH(QString, ink);
        QFETCH(QString, grounds);
        QFETCH(double, least);
        const auto role = [](const QString &key) {
            for (const auto &[known, role] : roles()) {
                if (known == key)
                    return role;
            }
            return ColorRole(nullptr);
        };
        for (const Scheme scheme : kSchemes) {
            for (const QString &ground : grounds.split(u' ')) {
                const double have = contrast(colors(scheme).*role(ink), colors(scheme).*role(ground));
                QVERIFY2(have >= least, qPrintable(u"%1 on %2, %3: %4"_s.arg(ink, ground, name(scheme)).arg(have)));
            }
        }
    }

    void statesCanBeRead()
    {
        for (const Scheme scheme : kSchemes) {
            for (int i = 0; i <= int(StateLook::Error); ++i) {
                const StateColors &state = stateColors(scheme, StateLook(i));
                QVERIFY(contrast(state.text, state.tint) >= 5.3);
                QVERIFY(contrast(state.text, colors(scheme).surface) >= 5.3);
                QVERIFY(contrast(state.onFill, state.fill) >= 4.5);
                QVERIFY(contrast(state.ring, colors(scheme).surface) >= 3.0);
            }
            for (const AvatarColors &avatar : avatarColors(scheme))
                QVERIFY(contrast(avatar.text, avatar.background) >= 4.5);
        }
    }

    void theHeatMapGrowsSteadily()
    {
        for (const Scheme scheme : kSchemes) {
            const auto &heat = chartColors(scheme).heat;
            for (size_t i = 1; i < heat.size(); ++i) {
                const bool darker = luminance(heat[i]) < luminance(heat[i - 1]);
                QCOMPARE(darker, scheme == Scheme::Light);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_Tokens)
#include "tst_tokens.moc"
