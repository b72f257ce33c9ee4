#include <callcard/translations.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/decisiontexts.h>
#include <callcard/ui/diagnosticspage.h>

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QDateTime kNoon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

PopDecision decision(int number, PopReason reason = PopReason::Shown, const QString &name = {})
{
    PopDecision made{.call = CallId(QString::number(number)), .reason = reason, .lineName = u"Support"_s};
    made.receivedAt = kNoon.addSecs(number);
    made.eventTime = made.receivedAt.addMSecs(-500);
    made.customerName = name;
    made.matches = name.isEmpty() ? 0 : 1;
    made.caller.number = PhoneNumber::fromE164(u"+14165550142");
    return made;
}
} // namespace

class tst_DiagnosticsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp, QLocale(QLocale::English))); }

    void init()
    {
        m_page = std::make_unique<DiagnosticsPage>();
        m_page->setTimes(TimeTexts(QLocale(QLocale::English), QTimeZone::utc()));
        m_page->resize(984, 724);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_list = m_page->findChild<QListView *>();
    }

    void theModelKeepsItsPromises()
    {
        QAbstractItemModelTester tester(m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 5; ++i)
            m_page->addDecision(decision(i));
        QCOMPARE(m_list->model()->rowCount(), 5);
        m_page->setDecisions({decision(1)});
        QCOMPARE(m_list->model()->rowCount(), 1);
    }

    void aThousandAreKeptNewestFirst()
    {
        for (int i = 0; i < 1010; ++i)
            m_page->addDecision(decision(i, PopReason::Shown, u"Person %1"_s.arg(i)));
        QCOMPARE(m_list->model()->rowCount(), 1000);
        QVERIFY(m_list->model()->index(0, 0).data().toString().startsWith(u"Person 1009"_s));
    }

    void filterAndSearch()
    {
        m_page->setDecisions(
            {decision(3, PopReason::ModeOff, u"Sarah Lindqvist"_s), decision(2, PopReason::Shown, u"Tom Haldane"_s), decision(1)});
        auto *search = m_page->findChild<SearchField *>();
        search->setText(u"sarah"_s);
        QCOMPARE(m_list->model()->rowCount(), 1);
        search->setText(u"416 555"_s); // however it is written
        QCOMPARE(m_list->model()->rowCount(), 3);
        search->clear();
        auto *shown = m_page->findChild<SegmentedControl *>();
        Q_EMIT
        shown->chosen(1);
        QCOMPARE(m_list->model()->rowCount(), 1);
        Q_EMIT
        shown->chosen(2);
        QCOMPARE(m_list->model()->rowCount(), 0);
    }

    void aRowUnfoldsAndLeadsToItsSetting()
    {
        m_page->setDecisions({decision(2, PopReason::OutgoingOff), decision(1)});
        const QModelIndex first = m_list->model()->index(0, 0);
        const int folded = m_list->visualRect(first).height();
        m_list->setCurrentIndex(first);
        QTRY_VERIFY(m_list->visualRect(first).height() > folded);
        QSignalSpy wanted(m_page.get(), &DiagnosticsPage::settingRequested);
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"card/outgoing"_s);
        m_list->setCurrentIndex(m_list->model()->index(1, 0)); // decided by no setting
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
    }

    void theReportIsShownBeforeItIsCopied()
    {
        m_page->setDecisions({decision(1, PopReason::Shown, u"Sarah Lindqvist"_s)});
        QSignalSpy copied(m_page.get(), &DiagnosticsPage::reportCopied);
        auto *report = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(!report->isVisible());
        m_page->showReport(true);
        QVERIFY(report->isVisible());
        QVERIFY(!report->toPlainText().contains(u"Sarah"_s));
        QPushButton *copy = nullptr;
        for (QPushButton *button : report->parentWidget()->findChildren<QPushButton *>()) {
            if (button->text() == u"Copy"_s)
                copy = button;
        }
        QVERIFY(copy);
        const QString text = report->toPlainText();
        copy->click();
        QCOMPARE(copied.size(), 1);
        QCOMPARE(copied.first().first().toString(), text);
        QVERIFY(!report->isVisible());
    }

    void whatIsNotInForceIsSaid()
    {
        const auto says = [this](const QString &text) {
            const QList<QWidget *> all = m_page->findChildren<QWidget *>();
            return std::any_of(all.begin(), all.end(),
                               [&](const QWidget *widget) { return widget->isVisible() && widget->accessibleName().contains(text); });
        };
        QVERIFY(!says(u"not in force"_s));
        m_page->setFileProblems({u"In the policy file /etc/x: line 1"_s});
        QVERIFY(says(u"Some settings are not in force. In the policy file /etc/x: line 1"_s));
        m_page->setFileProblems({});
        QVERIFY(!says(u"line 1"_s));
    }

    void aTestCallIsOneClick()
    {
        QSignalSpy wanted(m_page.get(), &DiagnosticsPage::testCallRequested);
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Send a test call"_s)
                button->click();
        }
        QVERIFY(wanted.size() >= 1);
    }

private:
    std::unique_ptr<DiagnosticsPage> m_page;
    QListView *m_list = nullptr;
};

QTEST_MAIN(tst_DiagnosticsPage)
#include "tst_diagnosticspage.moc"
