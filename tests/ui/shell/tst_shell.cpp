#include <callcard/ui/shell.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
std::unique_ptr<Shell> shell()
{
    auto result = std::make_unique<Shell>();
    for (const QString &id : {u"missed"_s, u"history"_s, u"directory"_s, u"metrics"_s, u"team"_s})
        result->addPage(id, u"clock"_s, id.toUpper(), new QLabel(id));
    result->addPage(u"settings"_s, u"settings"_s, u"Settings"_s, new QLabel, PagePlace::Foot);
    return result;
}

QAbstractButton *button(const Shell &shell, const QString &name)
{
    for (auto *button : shell.findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}
} // namespace

class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPageIsShown()
    {
        const auto window = shell();
        QCOMPARE(window->currentPage(), u"missed"_s);
        window->showPage(u"nonsense"_s);
        QCOMPARE(window->currentPage(), u"missed"_s);
        QCOMPARE(window->windowTitle(), u"MISSED"_s);
    }

    void aPageThatIsNotOfferedIsNotThere()
    {
        const auto window = shell();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->showPage(u"metrics"_s);
        window->setPageOffered(u"metrics"_s, false);
        QCOMPARE(window->currentPage(), u"missed"_s); // who stood there is not left before nothing
        QVERIFY(!button(*window, u"METRICS"_s)->isVisible());
        window->showPage(u"metrics"_s);
        QCOMPARE(window->currentPage(), u"missed"_s);
        QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(window->currentPage(), u"team"_s); // the fourth that is there
        window->setPageOffered(u"metrics"_s, true);
        QVERIFY(button(*window, u"METRICS"_s)->isVisible());
        window->showPage(u"metrics"_s);
        QCOMPARE(window->currentPage(), u"metrics"_s);
    }

    void keysChoosePages()
    {
        const auto window = shell();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(window->currentPage(), u"directory"_s);
        QTest::keyClick(window.get(), Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(window->currentPage(), u"team"_s);
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(window->currentPage(), u"settings"_s);
    }

    void keysAskByIntent()
    {
        const auto window = shell();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QSignalSpy box(window.get(), &Shell::callBoxRequested);
        QSignalSpy search(window.get(), &Shell::searchRequested);
        QSignalSpy sync(window.get(), &Shell::syncRequested);
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_F5);
        QCOMPARE(box.size(), 1);
        QCOMPARE(search.size(), 1);
        QCOMPARE(sync.size(), 1);
        QTest::keyClick(window.get(), Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!window->isVisible());
    }

    void closingNeverLosesTheProgram()
    {
        const auto window = shell();
        window->show();
        window->close();
        QVERIFY(window->isHidden());
        window->setTrayAvailable(false);
        window->show();
        window->close();
        QVERIFY(!window->isHidden());
        QVERIFY(window->isMinimized());
    }

    void entriesAndCountsHaveNames()
    {
        const auto window = shell();
        QVERIFY(button(*window, u"HISTORY"_s));
        window->setCount(u"missed"_s, 2);
        QVERIFY(button(*window, u"MISSED, 2"_s));
        window->setCount(u"missed"_s, 0);
        QVERIFY(button(*window, u"MISSED"_s));
        button(*window, u"METRICS"_s)->click();
        QCOMPARE(window->currentPage(), u"metrics"_s);
        window->setConnection(ConnectionTone::Trouble, u"Partly connected"_s, u"JustCall waits until 2:31 PM"_s);
        QSignalSpy connections(window.get(), &Shell::connectionsRequested);
        button(*window, u"Partly connected, JustCall waits until 2:31 PM"_s)->click();
        QCOMPARE(connections.size(), 1);
    }

    void theSideBarShrinks()
    {
        const auto window = shell();
        window->resize(1200, 700);
        window->show();
        QVERIFY(!window->isNarrow());
        window->resize(1039, 700);
        QVERIFY(window->isNarrow());
        QCOMPARE(button(*window, u"HISTORY"_s)->toolTip(), u"HISTORY"_s);
        window->resize(1040, 700);
        QVERIFY(!window->isNarrow());
        QVERIFY(button(*window, u"HISTORY"_s)->toolTip().isEmpty());
        QCOMPARE(window->minimumSize(), QSize(880, 560));
    }

    void remembersPageAndSize()
    {
        QByteArray state;
        {
            const auto window = shell();
            window->show();
            window->resize(900, 580);
            window->showPage(u"metrics"_s);
            QSignalSpy changed(window.get(), &Shell::layoutStateChanged);
            QTRY_VERIFY(!changed.isEmpty());
            state = window->layoutState();
        }
        const auto window = shell();
        QVERIFY(window->restoreLayoutState(state));
        QCOMPARE(window->currentPage(), u"metrics"_s);
        QCOMPARE(window->height(), 580);
    }

    void badMemoryChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray(100, '\x7f');
        QTest::newRow("huge") << QByteArray(1'000'000, '\0');
        QTest::newRow("cut off") << shell()->layoutState().left(12);
    }

    void badMemoryChangesNothing()
    {
        QFETCH(QByteArray, state);
        const auto window = shell();
        const QRect before = window->geometry();
        QVERIFY(!window->restoreLayoutState(state));
        QCOMPARE(window->geometry(), before);
        QCOMPARE(window->currentPage(), u"missed"_s);
    }

    void aWindowOfAVanishedScreenComesBack()
    {
        const auto window = shell();
        window->show();
        window->move(20'000, 20'000);
        const QByteArray state = window->layoutState();
        const auto again = shell();
        QVERIFY(again->restoreLayoutState(state));
        QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(again->geometry()));
    }
};

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
