#include <callcard/ui/connectionspage.h>
#include <callcard/ui/theme.h>

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

QStringList spoken(const QWidget &page)
{
    QStringList names;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (widget->accessibleName().contains(u", "_s) && widget->isVisibleTo(&page))
            names.append(widget->accessibleName());
    }
    return names;
}

} // namespace

class tst_ConnectionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ThemeKeeper>(*qApp); }

    void everyServiceSaysItsTruth()
    {
        ConnectionsPage page;
        const Connection works{.name = u"ringcentral"_s,
                               .state = ConnectionState::Connected,
                               .since = kNow,
                               .lastEvent = kNow.addSecs(-4),
                               .testServer = true};
        const Connection fails{.name = u"justcall"_s,
                               .state = ConnectionState::SignInNeeded,
                               .since = kNow,
                               .problem = Error{.kind = ErrorKind::SignInNeeded}};
        page.setConnections({works, fails}, kNow);
        const QStringList rows = spoken(page);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.at(0).startsWith(u"RingCentral, Connected"_s));
        QVERIFY(rows.at(0).contains(u"Test server"_s));
        QVERIFY(rows.at(1).startsWith(u"JustCall, "_s));
        QVERIFY(!rows.at(1).contains(u"Connected"_s));
    }

    void rowsComeAndGo()
    {
        ConnectionsPage page;
        const Connection one{.name = u"copper"_s, .state = ConnectionState::Connected};
        page.setConnections({one, one, one}, kNow);
        QCOMPARE(spoken(page).size(), 3);
        page.setConnections({one}, kNow);
        QCOMPARE(spoken(page).size(), 1);
        page.setConnections({}, kNow);
        QCOMPARE(spoken(page).size(), 0);
    }

    void testAsks()
    {
        ConnectionsPage page;
        QSignalSpy asked(&page, &ConnectionsPage::testRequested);
        for (QPushButton *button : page.findChildren<QPushButton *>())
            button->click();
        QCOMPARE(asked.size(), 2); // in the header, and in the empty page
    }

private:
    std::unique_ptr<ThemeKeeper> m_theme;
};

QTEST_MAIN(tst_ConnectionsPage)
#include "tst_connectionspage.moc"
