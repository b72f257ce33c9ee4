#include <callcard/ui/agelabel.h>
#include <callcard/ui/avatar.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/theme.h>

#include <callcard/testing/fakeclock.h>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFocusFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
QImage picture(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_ARGB32);
}

int count(const QImage &image, const QColor &color)
{
    int result = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            result += image.pixelColor(x, y).rgb() == color.rgb();
    }
    return result;
}
} // namespace

class tst_Style : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ThemeKeeper> m_keeper;

    static void setFontPx(int px)
    {
        QFont font = QApplication::font();
        font.setPixelSize(px);
        QApplication::setFont(font);
    }

private Q_SLOTS:
    void init()
    {
        setFontPx(13);
        m_keeper = std::make_unique<ThemeKeeper>(*qApp);
        m_keeper->setSchemeChoice(SchemeChoice::Light);
    }
    void cleanup() { m_keeper.reset(); }

    void sizesFollowTheDesign()
    {
        const std::unique_ptr<QPushButton> primary(primaryButton(u"Call"_s));
        QCOMPARE(primary->sizeHint().height(), 32);
        const std::unique_ptr<QPushButton> small(smaller(plainButton(u"Test"_s)));
        QCOMPARE(small->sizeHint().height(), 26);
        const std::unique_ptr<QToolButton> icon(iconButton(u"close"_s, u"Dismiss"_s));
        QCOMPARE(icon->sizeHint(), QSize(28, 28));
        const std::unique_ptr<QToolButton> framed(framedIconButton(u"sync"_s, u"Sync"_s));
        QCOMPARE(framed->sizeHint(), QSize(32, 32));
        QCOMPARE(QLineEdit().sizeHint().height(), 32);
        QCOMPARE(QComboBox().sizeHint().height(), 32);
        SearchField search(u"Search"_s);
        search.setTall(true);
        QCOMPARE(search.sizeHint().height(), 36);
        QCOMPARE(Chip({.text = u"Guess"_s}).sizeHint().height(), 20);
        SegmentedControl segments(u"Kind"_s);
        segments.addSegment(u"All"_s);
        QCOMPARE(segments.sizeHint().height(), 32);
        QCOMPARE(Switch(u"x"_s).sizeHint().width(), 34);
    }

    void everythingGrowsWithTheSystemFont()
    {
        const std::unique_ptr<QPushButton> button(plainButton(u"Open customer"_s, u"person"_s));
        const QSize before = button->sizeHint();
        QSignalSpy changed(m_keeper.get(), &ThemeKeeper::changed);
        setFontPx(20);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(Theme::current().scale, 20.0 / 13);
        QCOMPARE(button->sizeHint().height(), qRound(32 * 20.0 / 13));
        QVERIFY(button->sizeHint().width() > before.width());
        QCOMPARE(Theme::current().iconPx(), 24);
        setFontPx(60);
        QTRY_COMPARE(Theme::current().scale, 2.0);
        setFontPx(6);
        QTRY_COMPARE(Theme::current().scale, 0.85);
    }

    void longerWordsMakeLongerButtons()
    {
        const std::unique_ptr<QPushButton> english(primaryButton(u"Call back"_s));
        const std::unique_ptr<QPushButton> german(primaryButton(u"Alle der Reihe nach zurückrufen"_s));
        QVERIFY(german->sizeHint().width() > 2 * english->sizeHint().width());
    }

    void schemeFollowsTheSystemUnlessChosen()
    {
        QSignalSpy changed(m_keeper.get(), &ThemeKeeper::changed);
        m_keeper->setSystemDark(true);
        QVERIFY(!Theme::current().isDark());
        m_keeper->setSchemeChoice(SchemeChoice::System);
        QVERIFY(Theme::current().isDark());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), colors(Scheme::Dark).window);
        m_keeper->setSystemDark(std::nullopt); // the offscreen palette is light
        QVERIFY(!Theme::current().isDark());
        m_keeper->setSchemeChoice(SchemeChoice::Dark);
        QVERIFY(Theme::current().isDark());
        changed.clear();
        m_keeper->setSchemeChoice(SchemeChoice::Dark);
        QVERIFY(changed.isEmpty());
    }

    void highContrastTakesTheSystemsColours()
    {
        m_keeper->setHighContrast(true);
        const Theme &theme = Theme::current();
        QVERIFY(theme.highContrast);
        QCOMPARE(theme.state(StateLook::Missed).ring, theme.color.text);
        QCOMPARE(theme.state(StateLook::Missed).tint, theme.color.surface);
    }

    void reducedMotionStopsEverything()
    {
        StateRing ring;
        ring.setState(StateLook::Ringing);
        ring.show();
        QVERIFY(ring.isPulsing());
        m_keeper->setReducedMotion(true);
        QCOMPARE(Theme::current().duration(motion::ringPulse), 0);
        StateRing still;
        still.setState(StateLook::Ringing);
        still.show();
        QVERIFY(!still.isPulsing());
    }

    void nothingTicksUnseen()
    {
        StateRing ring;
        ring.setState(StateLook::Ringing);
        QVERIFY(!ring.isPulsing());
        ring.show();
        QVERIFY(ring.isPulsing());
        ring.hide();
        QVERIFY(!ring.isPulsing());
        ring.show();
        ring.setState(StateLook::Active);
        QVERIFY(!ring.isPulsing());

        callcard::testing::FakeClock clock;
        AgeLabel age(clock);
        age.setMoment(clock.now().addSecs(-12));
        QCOMPARE(age.text(), u"12 s ago"_s);
        QVERIFY(!AgeLabel::isTicking());
        age.show();
        QVERIFY(AgeLabel::isTicking());
        age.hide();
        QVERIFY(!AgeLabel::isTicking());
        clock.advance(std::chrono::minutes(4));
        age.show();
        QCOMPARE(age.text(), u"4 min ago"_s);
    }

    void ringsHaveShapesOfTheirOwn()
    {
        QList<QImage> pictures;
        for (const StateLook look :
             {StateLook::Ringing, StateLook::Dialling, StateLook::Active, StateLook::Held, StateLook::Missed, StateLook::Ended}) {
            m_keeper->setHighContrast(true); // one ink: only the shape differs
            StateRing ring;
            ring.setBadgeShown(false);
            ring.setState(look);
            ring.resize(ring.sizeHint());
            const QImage image = picture(ring);
            for (const QImage &other : pictures)
                QVERIFY(image != other);
            pictures += image;
        }
    }

    /// At 45° (clockwise from 12) and so on: on the ring or not.
    void ringsAreWhereTheDesignPutsThem_data()
    {
        QTest::addColumn<StateLook>("look");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<bool>("inked");
        QTest::newRow("dash at 12") << StateLook::Ringing << 0.0 << true;
        QTest::newRow("gap at 18") << StateLook::Ringing << 18.0 << false;
        QTest::newRow("dash at 36") << StateLook::Ringing << 36.0 << true;
        QTest::newRow("dialling right") << StateLook::Dialling << 90.0 << true;
        QTest::newRow("dialling left") << StateLook::Dialling << 270.0 << false;
        QTest::newRow("active") << StateLook::Active << 200.0 << true;
        QTest::newRow("held gap above") << StateLook::Held << 0.0 << false;
        QTest::newRow("held gap below") << StateLook::Held << 180.0 << false;
        QTest::newRow("held right") << StateLook::Held << 90.0 << true;
        QTest::newRow("missed gap under badge") << StateLook::Missed << 135.0 << false;
        QTest::newRow("missed above") << StateLook::Missed << 0.0 << true;
        QTest::newRow("missed left") << StateLook::Missed << 270.0 << true;
        QTest::newRow("ended") << StateLook::Ended << 0.0 << false;
    }

    void ringsAreWhereTheDesignPutsThem()
    {
        QFETCH(StateLook, look);
        QFETCH(double, degrees);
        QFETCH(bool, inked);
        QImage image(640, 640, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(10);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawStateRing(painter, QRectF(8, 8, 48, 48), look);
        painter.end();
        const double angle = degrees * 3.14159265 / 180;
        const QPointF at(32 + 27 * std::sin(angle), 32 - 27 * std::cos(angle)); // avatar/2 + 3
        const QColor pixel = image.pixelColor((at * 10).toPoint());
        QCOMPARE(pixel == Theme::current().state(look).ring, inked);
    }

    void focusIsShownForTheKeyboardOnly()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        QPushButton *first = plainButton(u"First"_s);
        QPushButton *second = plainButton(u"Second"_s);
        auto *edit = new QLineEdit;
        row->addWidget(first);
        row->addWidget(second);
        row->addWidget(edit);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto framed = [&]() -> QWidget * {
            const auto frames = window.findChildren<QFocusFrame *>();
            return frames.isEmpty() || !frames.first()->isVisible() ? nullptr : frames.first()->widget();
        };
        second->setFocus(Qt::MouseFocusReason);
        QVERIFY(!framed());
        QTest::keyClick(second, Qt::Key_Backtab);
        QCOMPARE(framed(), first);
        second->setFocus(Qt::MouseFocusReason);
        QVERIFY(!framed());
        edit->setFocus(Qt::MouseFocusReason);
        QCOMPARE(framed(), edit);
    }

    void primaryButtonsAreAccent()
    {
        const std::unique_ptr<QPushButton> button(primaryButton(u"Call"_s));
        button->resize(button->sizeHint());
        QVERIFY(count(picture(*button), Theme::current().color.accent) > 500);
        button->setEnabled(false);
        QCOMPARE(count(picture(*button), Theme::current().color.accent), 0);
    }

    void everyIconOfTheDesignDraws()
    {
        const QStringList files = QDir(u":/icons"_s).entryList();
        QCOMPARE(files.size(), 68);
        for (const QString &file : files) {
            const QImage image = iconPixmap(file.chopped(4), 20, Qt::red, 2).toImage();
            QCOMPARE(image.width(), 40);
            int ink = 0;
            for (int y = 0; y < 40; ++y) {
                for (int x = 0; x < 40; ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() > 200)
                        ++ink;
                    if (pixel.alpha() > 0)
                        QVERIFY2(pixel.red() > 200 && pixel.green() < 60, qPrintable(file)); // tinted, nothing of the file's black left
                }
            }
            QVERIFY2(ink > 20, qPrintable(file));
        }
    }

    void iconsThatPointMirror()
    {
        const QImage there = iconPixmap(u"chevron-right"_s, 20, Qt::black, 1).toImage();
        QCOMPARE(iconPixmap(u"chevron-right"_s, 20, Qt::black, 1, true).toImage().mirrored(true, false), there);
        for (const QString &name :
             {u"chevron-right"_s, u"arrow-right"_s, u"phone-in"_s, u"phone-out"_s, u"phone-forward"_s, u"external"_s, u"merge"_s})
            QVERIFY(iconMirrors(name) && iconExists(name));
        for (const QString &name : {u"history"_s, u"clock"_s, u"check"_s})
            QVERIFY(!iconMirrors(name) && iconExists(name));
    }

    void anIconAloneHasAName()
    {
        const std::unique_ptr<QToolButton> button(iconButton(u"pin"_s, u"Keep"_s));
        QCOMPARE(button->accessibleName(), u"Keep"_s);
        QCOMPARE(button->toolTip(), u"Keep"_s);
        QCOMPARE(lineIconName(button->icon()), u"pin"_s);
    }

    void digitsDoNotTremble()
    {
        const QFont font = Theme::current().font(Type::Figure);
        QCOMPARE(tabularWidth(u"1:11"_s, font), tabularWidth(u"8:00"_s, font));
    }

    void namesAreNeverMarkup()
    {
        Banner banner(StateLook::Warning);
        banner.setTexts(u"<b>Eve</b>"_s, u"<img src=x>"_s);
        auto *text = banner.findChild<QLabel *>();
        QVERIFY(text->text().contains(u"&lt;b&gt;Eve"_s));
        QVERIFY(!text->text().contains(u"<img"_s));
        Label label(QString(u"a\u202Eb\nc"_s));
        QCOMPARE(label.text(), u"ab c"_s);
    }

    void segmentsAreChosenByArrows()
    {
        SegmentedControl segments(u"Kind"_s);
        for (const QString &text : {u"All"_s, u"Missed"_s, u"Incoming"_s})
            segments.addSegment(text);
        QSignalSpy chosen(&segments, &SegmentedControl::chosen);
        QCOMPARE(segments.current(), 0);
        QTest::keyClick(&segments, Qt::Key_Right);
        QCOMPARE(segments.current(), 1);
        QTest::keyClick(&segments, Qt::Key_Left);
        QTest::keyClick(&segments, Qt::Key_Left);
        QCOMPARE(segments.current(), 0);
        QCOMPARE(chosen.size(), 2);
        segments.setCurrent(2);
        QCOMPARE(chosen.size(), 2);
    }

    void escapeEmptiesTheSearchFirst()
    {
        SearchField search(u"Search"_s);
        search.setText(u"nor"_s);
        QTest::keyClick(&search, Qt::Key_Escape);
        QVERIFY(search.text().isEmpty());
    }
};

QTEST_MAIN(tst_Style)
#include "tst_style.moc"
