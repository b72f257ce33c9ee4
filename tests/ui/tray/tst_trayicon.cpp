#include <callcard/ui/trayicon.h>

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kSide = 220; // ten pixels a unit of the grid

QImage draw(const TrayLook &look, const TrayInk &ink = TrayInk::mono(false), int side = kSide)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawTrayIcon(painter, side, look, ink);
    return image;
}

/// At a point of the 22 grid.
QColor at(const QImage &image, qreal x, qreal y)
{
    return image.pixelColor(qRound(x * image.width() / 22.0), qRound(y * image.height() / 22.0));
}

bool hole(const QImage &image, qreal x, qreal y)
{
    return at(image, x, y).alpha() == 0;
}

bool solid(const QImage &image, qreal x, qreal y, const QColor &ink = TrayInk::mono(false).card)
{
    return at(image, x, y) == ink;
}
} // namespace

class tst_TrayIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectedIsACardWithHoles()
    {
        const QImage image = draw({});
        QVERIFY(solid(image, 3, 11));
        QVERIFY(hole(image, 7.2 + 2.5, 11)); // the ring
        QVERIFY(solid(image, 7.2, 11));      // its middle
        QVERIFY(hole(image, 15, 9.2));
        QVERIFY(hole(image, 14, 12.8));
        QVERIFY(solid(image, 17, 12.8)); // the second line is shorter
        QVERIFY(hole(image, 1.7, 4.2));  // round corner
        QVERIFY(hole(image, 11, 2));
        QVERIFY(hole(image, 11, 20));
    }

    void degradedHasATriangleWithACutOut()
    {
        const QImage image = draw({.mark = TrayMark::Degraded});
        QVERIFY(solid(image, 14.5, 19.3));
        QVERIFY(hole(image, 16.7, 16));   // "!"
        QVERIFY(hole(image, 16.7, 11.4)); // above its tip
        QVERIFY(solid(image, 3, 11));
        const TrayInk colour = TrayInk::colour(false);
        QVERIFY(solid(draw({.mark = TrayMark::Degraded}, colour), 14.5, 19.3, colour.degraded));
        QVERIFY(solid(draw({.mark = TrayMark::Degraded}, colour), 16.7, 16, colour.degradedSign));
    }

    void offlineIsAnOutlineWithASlash()
    {
        const QImage image = draw({.mark = TrayMark::Offline});
        QVERIFY(solid(image, 11.5, 11)); // the slash
        QVERIFY(hole(image, 4, 14));     // nothing within
        QVERIFY(solid(image, 2.2, 12));  // the outline
        QVERIFY(hole(image, 13.6, 11));  // beside the slash
    }

    void quietHasACrescent()
    {
        const QImage image = draw({.quiet = true});
        QVERIFY(solid(image, 14.2, 18.0));
        QVERIFY(hole(image, 18.4, 14.8)); // what makes it a crescent
    }

    void missedHasAFigureWhereThereIsRoom()
    {
        const TrayInk ink = TrayInk::colour(false);
        const auto figurePixels = [&](int side, int missed) {
            const QImage image = draw({.missed = missed}, ink, side);
            int result = 0;
            for (int y = 0; y < side / 2; ++y) {
                for (int x = side / 2; x < side; ++x)
                    result += image.pixelColor(x, y).green() > 190 && image.pixelColor(x, y).alpha() == 255;
            }
            return result;
        };
        QVERIFY(figurePixels(44, 2) > 5);
        QVERIFY(figurePixels(22, 2) > 0);
        QCOMPARE(figurePixels(16, 2), 0);
        QVERIFY(draw({.missed = 2}) != draw({.missed = 3}));
        QCOMPARE(draw({.missed = 10}), draw({.missed = 200}));
        QVERIFY(hole(draw({.missed = 2}), 11, 5.5)); // the cut-out towards the card
    }

    void ringingIsARing()
    {
        const QImage image = draw({.ringing = true});
        QVERIFY(solid(image, 17 + 3.8, 5.5));
        QVERIFY(hole(image, 17, 5.5));
        QVERIFY(hole(image, 17 - 6, 5.5));
    }

    void strongerStatesWin()
    {
        QCOMPARE(draw({.mark = TrayMark::Offline, .quiet = true}), draw({.mark = TrayMark::Offline}));
        QCOMPARE(draw({.mark = TrayMark::Degraded, .quiet = true}), draw({.mark = TrayMark::Degraded}));
        QCOMPARE(draw({.ringing = true, .missed = 3}), draw({.ringing = true}));
    }

    void everyStateLooksDifferentInOneInk_data()
    {
        QTest::addColumn<int>("side");
        for (const int side : {16, 20, 22, 24, 32, 44, 48, 64})
            QTest::newRow(qPrintable(QString::number(side))) << side;
    }

    void everyStateLooksDifferentInOneInk()
    {
        QFETCH(int, side);
        const QList<TrayLook> looks{
            {}, {.mark = TrayMark::Degraded}, {.mark = TrayMark::Offline}, {.quiet = true}, {.missed = 2}, {.ringing = true}};
        QList<QImage> images;
        for (const TrayLook &look : looks) {
            const QImage image = draw(look, TrayInk::mono(true), side);
            for (const QImage &other : images)
                QVERIFY(image != other);
            images += image;
        }
    }

    void monoIsOneInk()
    {
        for (const bool dark : {false, true}) {
            const QColor ink = TrayInk::mono(dark).card;
            for (const TrayLook &look : {TrayLook{.mark = TrayMark::Degraded, .missed = 4}, TrayLook{.quiet = true, .ringing = true}}) {
                const QImage image = draw(look, TrayInk::mono(dark), 64);
                for (int y = 0; y < 64; ++y) {
                    for (int x = 0; x < 64; ++x) {
                        if (image.pixelColor(x, y).alpha() == 255)
                            QCOMPARE(image.pixelColor(x, y), ink);
                    }
                }
            }
        }
    }

    void theIconHasEverySize()
    {
        QCOMPARE(trayIcon({}, TrayInk::mono(false)).availableSizes().size(), 8);
        QVERIFY(!applicationIcon().isNull());
    }
};

QTEST_MAIN(tst_TrayIcon)
#include "tst_trayicon.moc"
