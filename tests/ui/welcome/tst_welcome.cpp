#include <callcard/ui/theme.h>
#include <callcard/ui/welcome.h>

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(callcard::ui::WelcomeTrouble)

/// A newcomer's walk, by keyboard and by pointer.
class tst_Welcome : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_theme;
    std::unique_ptr<Welcome> m_window;

    template <typename Widget = QWidget>
    Widget *named(const QString &name) const
    {
        for (Widget *widget : m_window->findChildren<Widget *>()) {
            if (widget->inherits("callcard::ui::Label")) // says what its field says
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if ((widget->accessibleName() == name || (button && button->text() == name)) && widget->isVisibleTo(m_window.get()))
                return widget;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        auto *button = named<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    }
    QString said() const
    {
        QStringList all;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->isVisibleTo(m_window.get()))
                all.append(widget->accessibleName());
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        m_theme = std::make_unique<ThemeKeeper>(*qApp);
        qRegisterMetaType<WelcomeStep>("callcard::ui::WelcomeStep");
    }
    void init()
    {
        m_window = std::make_unique<Welcome>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void theDemoIsOneClickAwayOnEveryPage()
    {
        QSignalSpy asked(m_window.get(), &Welcome::demoRequested);
        for (int i = 0; i < kWelcomeSteps; ++i) {
            m_window->showStep(static_cast<WelcomeStep>(i));
            click(u"Try the demo"_s);
        }
        QCOMPARE(asked.size(), kWelcomeSteps);
    }

    void theKeyboardAloneWalksToTheEnd()
    {
        QSignalSpy finished(m_window.get(), &Welcome::finished);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Down); // from RingCentral to the relay
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QCOMPARE(m_window->step(), WelcomeStep::SignIn);
        QVERIFY(named(u"Your own token"_s));
        QVERIFY(!named(u"API secret"_s));
        for (int step = 1; step < kWelcomeSteps; ++step) {
            QCOMPARE(m_window->step(), static_cast<WelcomeStep>(step));
            QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
            QCOMPARE(m_window->step(), static_cast<WelcomeStep>(step - 1));
            click(step == 1 ? u"Skip this step"_s : u"Continue"_s);
            click(step + 1 < kWelcomeSteps ? u"Skip this step"_s : u"Finish"_s);
        }
        QCOMPARE(finished.size(), 1);
    }

    void whatWasTypedIsTriedBeforeGoingOn()
    {
        QSignalSpy entered(m_window.get(), &Welcome::keysEntered);
        m_window->setService(CallService::Relay);
        m_window->showStep(WelcomeStep::SignIn);
        QTest::keyClicks(named<QLineEdit>(u"Address of your team’s relay"_s), u" https://calls.acme.example "_s);
        QTest::keyClicks(named<QLineEdit>(u"Your own token"_s), u"t0ken"_s);
        click(u"Continue"_s);
        QCOMPARE(m_window->step(), WelcomeStep::SignIn);
        QCOMPARE(entered.size(), 1);
        const auto entry = entered.first().first().value<SignInEntry>();
        QCOMPARE(entry.relayUrl, u"https://calls.acme.example"_s);
        QCOMPARE(entry.relayToken, u"t0ken"_s);
        QVERIFY(entry.jwt.isEmpty() && entry.justcallKey.isEmpty());

        m_window->showGood(WelcomeStep::SignIn, u"Team relay"_s);
        QVERIFY(named<QLineEdit>(u"Your own token"_s)->text().isEmpty()); // kept elsewhere now
        QVERIFY(named(u"Sign in, done, Team relay"_s));
        click(u"Continue"_s);
        QCOMPARE(m_window->step(), WelcomeStep::Customers);
        QCOMPARE(entered.size(), 1);
    }

    void theBrowserIsWaitedForInPlace()
    {
        QSignalSpy asked(m_window.get(), &Welcome::browserSignInRequested);
        QSignalSpy cancelled(m_window.get(), &Welcome::cancelRequested);
        QSignalSpy copied(m_window.get(), &Welcome::copyLinkRequested);
        m_window->prefill({.clientId = u"abc"_s}, {}, {});
        m_window->showStep(WelcomeStep::SignIn);
        click(u"Sign in with the browser"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<SignInEntry>().clientId, u"abc"_s);
        QVERIFY(!named(u"Copy link"_s));
        m_window->showBrowserWaiting(WelcomeStep::SignIn, true);
        QVERIFY(said().contains(u"Your browser is open"_s));
        click(u"Copy link"_s);
        click(u"Cancel"_s);
        QCOMPARE(copied.size() + cancelled.size(), 2);
        m_window->showTrouble(WelcomeStep::SignIn, WelcomeTrouble::None, {}); // cancelled: nothing to explain
        QVERIFY(!named(u"Cancel"_s));
        QVERIFY(!said().contains(u"Your browser is open"_s));
    }

    void theBrowserIsWaitedForOnEveryForm_data()
    {
        QTest::addColumn<WelcomeStep>("step");
        QTest::addColumn<bool>("opened");
        for (const auto step : {WelcomeStep::SignIn, WelcomeStep::Customers, WelcomeStep::Metrics}) {
            QTest::addRow("step %d", static_cast<int>(step)) << step << true;
            QTest::addRow("step %d, no browser", static_cast<int>(step)) << step << false;
        }
    }

    void theBrowserIsWaitedForOnEveryForm()
    {
        QFETCH(const WelcomeStep, step);
        QFETCH(const bool, opened);
        QSignalSpy cancelled(m_window.get(), &Welcome::cancelRequested);
        QSignalSpy copied(m_window.get(), &Welcome::copyLinkRequested);
        m_window->showStep(step);
        QVERIFY(!named(u"Copy link"_s));
        m_window->showBusy(step);
        m_window->showBrowserWaiting(step, opened);
        QVERIFY(said().contains(opened ? u"Your browser is open"_s : troubleText(WelcomeTrouble::NoBrowser, {})));
        click(u"Copy link"_s);
        click(u"Cancel"_s);
        QCOMPARE(copied.size() + cancelled.size(), 2);
        m_window->showTrouble(step, WelcomeTrouble::None, {});
        QVERIFY(!named(u"Copy link"_s));
    }

    void onlyWhatWasTriedIsForgotten()
    {
        m_window->setService(CallService::Relay);
        m_window->showStep(WelcomeStep::SignIn);
        QTest::keyClicks(named<QLineEdit>(u"Your own token"_s), u"t0ken"_s);
        m_window->showStep(WelcomeStep::Metrics);
        QTest::keyClicks(named<QLineEdit>(u"Password"_s), u"pa55"_s);
        m_window->showBusy(WelcomeStep::Metrics);
        m_window->showGood(WelcomeStep::Metrics, u"sam@acme.example"_s);
        QCOMPARE(named<QLineEdit>(u"Password"_s)->text(), QString());
        m_window->showStep(WelcomeStep::SignIn);
        QCOMPARE(named<QLineEdit>(u"Your own token"_s)->text(), u"t0ken"_s);
    }

    void whatIsChangedAfterwardsIsTriedAgain()
    {
        QSignalSpy entered(m_window.get(), &Welcome::keysEntered);
        m_window->setService(CallService::Relay);
        m_window->showStep(WelcomeStep::SignIn);
        QTest::keyClicks(named<QLineEdit>(u"Address of your team’s relay"_s), u"https://calls.acme.example"_s);
        QTest::keyClicks(named<QLineEdit>(u"Your own token"_s), u"t0ken"_s);
        m_window->showGood(WelcomeStep::SignIn, u"Team relay"_s);
        QVERIFY(named(u"Sign in, done, Team relay"_s));
        QTest::keyClicks(named<QLineEdit>(u"Your own token"_s), u"another"_s);
        QVERIFY(!named(u"Sign in, done, Team relay"_s));
        click(u"Continue"_s);
        QCOMPARE(m_window->step(), WelcomeStep::SignIn);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.first().first().value<SignInEntry>().relayToken, u"another"_s);
    }

    void noStepIsLeftWithWhatWasNotTried_data()
    {
        QTest::addColumn<WelcomeStep>("step");
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QString>("field");
        QTest::newRow("customers in Firestore") << WelcomeStep::Customers << QString() << u"Password"_s;
        QTest::newRow("customers in Copper") << WelcomeStep::Customers << u"Copper"_s << u"API key"_s;
        QTest::newRow("figures") << WelcomeStep::Metrics << QString() << u"Password"_s;
    }

    void noStepIsLeftWithWhatWasNotTried()
    {
        QFETCH(const WelcomeStep, step);
        QFETCH(const QString, choice);
        QFETCH(const QString, field);
        QSignalSpy firebase(m_window.get(), &Welcome::firebaseRequested);
        QSignalSpy copper(m_window.get(), &Welcome::copperRequested);
        m_window->showStep(step);
        if (!choice.isEmpty())
            click(choice);
        QTest::keyClicks(named<QLineEdit>(field), u"s3cret"_s);
        QTest::keyClick(named<QLineEdit>(field), Qt::Key_Return);
        QCOMPARE(m_window->step(), step);
        QCOMPARE(firebase.size(), choice.isEmpty() ? 1 : 0);
        QCOMPARE(copper.size(), choice.isEmpty() ? 0 : 1);
        click(u"Skip this step"_s); // leaving is possible, and is no accident
        QVERIFY(m_window->step() != step);
    }

    void withBothTheBrowserGetsTheRelayToo()
    {
        QSignalSpy browser(m_window.get(), &Welcome::browserSignInRequested);
        m_window->setService(CallService::Both);
        m_window->showStep(WelcomeStep::SignIn);
        QTest::keyClicks(named<QLineEdit>(u"Client ID of your company’s RingCentral app"_s), u"abc"_s);
        QTest::keyClicks(named<QLineEdit>(u"Address of your team’s relay"_s), u"https://calls.acme.example"_s);
        QTest::keyClicks(named<QLineEdit>(u"Your own token"_s), u"t0ken"_s);
        click(u"Test and keep"_s);
        click(u"Continue"_s);
        QCOMPARE(browser.size(), 2);
        QCOMPARE(browser.first().first().value<SignInEntry>().relayToken, u"t0ken"_s);
    }

    void whatIsLockedIsShownAndCannotBeTyped()
    {
        m_window->setLocked({WelcomeField::FirebaseProject, WelcomeField::Email, WelcomeField::Zone});
        m_window->prefill({}, {.projectId = u"acme"_s, .email = u"sam@acme.example"_s}, {});
        m_window->showStep(WelcomeStep::Metrics);
        QVERIFY(!named(u"Firebase project"_s)->isEnabled() && named(u"Web API key"_s)->isEnabled());
        QCOMPARE(named<QLineEdit>(u"Firebase project"_s)->text(), u"acme"_s);
        m_window->showStep(WelcomeStep::Region);
        QVERIFY(named(u"Country"_s)->isEnabled() && !named(u"Time zone"_s)->isEnabled());
    }

    void theAccountsKeyIsSaidPlainly()
    {
        m_window->setService(CallService::JustCall);
        m_window->showStep(WelcomeStep::SignIn);
        QVERIFY(said().contains(u"opens the calls of every colleague"_s));
        QVERIFY(said().contains(u"no card appears while the phone rings"_s));
        QCOMPARE(named<QLineEdit>(u"API key"_s)->echoMode(), QLineEdit::Password);
    }

    void everyTroubleHasWordsOfItsOwn()
    {
        QSet<QString> texts;
        for (int i = static_cast<int>(WelcomeTrouble::Incomplete); i <= static_cast<int>(WelcomeTrouble::LockedByPolicy); ++i) {
            const QString text = troubleText(static_cast<WelcomeTrouble>(i), u"RingCentral"_s);
            QVERIFY(!text.isEmpty() && !text.contains(u'%'));
            texts.insert(text);
            m_window->showStep(WelcomeStep::SignIn);
            m_window->showTrouble(WelcomeStep::SignIn, static_cast<WelcomeTrouble>(i), u"RingCentral"_s);
            QVERIFY2(said().contains(text), qPrintable(text));
        }
        QCOMPARE(texts.size(), static_cast<int>(WelcomeTrouble::LockedByPolicy));
    }

    void withoutAKeychainTheSessionIsOffered()
    {
        QSignalSpy asked(m_window.get(), &Welcome::keepForSessionRequested);
        for (const auto step : {WelcomeStep::SignIn, WelcomeStep::Customers, WelcomeStep::Metrics}) {
            m_window->showStep(step);
            m_window->showTrouble(step, WelcomeTrouble::KeychainAbsent, {});
            click(u"Keep for this session"_s);
        }
        QCOMPARE(asked.size(), 3);
    }

    void aFileIsKeptOnlyAfterAYes()
    {
        QSignalSpy chosen(m_window.get(), &Welcome::fileChosen);
        QSignalSpy kept(m_window.get(), &Welcome::keepRequested);
        m_window->showStep(WelcomeStep::Customers);
        click(u"A file"_s);
        QVERIFY(!named(u"Keep these customers"_s));
        m_window->chooseFile(u"customers.csv"_s);
        QCOMPARE(chosen.size(), 1);
        m_window->showPreview({.customers = 1234, .numbers = 1500, .refused = 3, .unreadable = 7, .callers = 40, .known = 38});
        QVERIFY(said().contains(u"1,234 customers with 1,500 numbers can be read."_s));
        QVERIFY(said().contains(u"38 of the 40"_s));
        QCOMPARE(kept.size(), 0);
        click(u"Keep these customers"_s);
        QCOMPARE(kept.size(), 1);
        m_window->showPreview({.customers = 1234, .numbers = 1500, .kept = true});
        QVERIFY(!named(u"Keep these customers"_s));
        QVERIFY(named(u"Customers, done, 1,234 customers"_s));
    }

    void whatWouldComeIsSeenBeforeAYes()
    {
        QSignalSpy kept(m_window.get(), &Welcome::keepRequested);
        QSignalSpy other(m_window.get(), &Welcome::otherRequested);
        m_window->showStep(WelcomeStep::Customers);
        DirectoryPreview preview{.customers = 212,
                                 .numbers = 300,
                                 .refused = 5,
                                 .callersKnown = CallersKnown::NotYet,
                                 .part = true,
                                 .rows = {{u"1"_s, u"Sarah Lindqvist"_s, u"Northlight Coffee"_s, u"(416) 555-0142"_s}},
                                 .reasons = {{u"There is neither a name nor a company."_s, 5}},
                                 .denied = {u"copper_leads"_s}};
        m_window->showPreview(preview);
        QVERIFY(said().contains(u"The first 212 customers with 300 numbers were looked at; there are more."_s));
        QVERIFY(said().contains(u"Looking who called last month…"_s));
        QVERIFY(said().contains(u"Sarah Lindqvist, Northlight Coffee, (416) 555-0142"_s));
        QVERIFY(named(u"Customers, Wait for your yes"_s));
        QVERIFY(!named(u"Copper"_s)); // the choice gives way
        preview.callersKnown = CallersKnown::Partly;
        preview.callers = 40;
        preview.known = 31;
        m_window->showPreview(preview);
        QVERIFY(said().contains(u"31 of the 40 who called last month are among them."_s));
        QVERIFY(said().contains(u"Not every phone service could be asked who called."_s));
        QTest::keyClick(m_window.get(), Qt::Key_Return); // the button has the keyboard
        QCOMPARE(kept.size(), 1);
        m_window->showBusy(WelcomeStep::Customers);
        QTest::keyClick(m_window.get(), Qt::Key_Return);
        QCOMPARE(kept.size(), 1); // once is enough
        m_window->showPreview(preview);
        click(u"Choose something else"_s);
        QCOMPARE(other.size(), 1);
        QVERIFY(named(u"Copper"_s));
        QVERIFY(!said().contains(u"212"_s));
        QVERIFY(named(u"Customers"_s));
    }

    void guessesAreSaidToBeGuesses()
    {
        m_window->setPlace(u"CA"_s, u"America/Toronto"_s, true);
        QVERIFY(named(u"Region and time, Canada, Toronto, guessed"_s));
        m_window->showStep(WelcomeStep::Region);
        click(u"Continue"_s);
        QVERIFY(named(u"Region and time, done, Canada, Toronto"_s));
    }

    void theDesktopIsAskedNotTaken()
    {
        QSignalSpy links(m_window.get(), &Welcome::linksChosen);
        QSignalSpy autostart(m_window.get(), &Welcome::autostartChosen);
        m_window->showStep(WelcomeStep::Computer);
        m_window->setLinks(false, false, u"Softphone 3000"_s);
        m_window->setAutostart(true, true);
        QVERIFY(links.isEmpty() && autostart.isEmpty());
        QVERIFY(!named(u"Start when I sign in"_s)->isEnabled());
        QTest::keyClick(named(u"Open phone links with Callcard"_s), Qt::Key_Space);
        QCOMPARE(links.takeFirst(), QVariantList({true}));
    }
};

QTEST_MAIN(tst_Welcome)
#include "tst_welcome.moc"
