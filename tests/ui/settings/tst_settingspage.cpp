#include <callcard/ui/connectionspage.h>
#include <callcard/ui/settingspage.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(14, 15), Qt::UTC);

QList<SettingState> defaults()
{
    QList<SettingState> states;
    for (const SettingInfo &info : allSettings()) {
        if (!info.secret)
            states.append({.key = info.key, .value = info.standard});
    }
    return states;
}

const SettingWords &wordsOf(const QString &key)
{
    static QList<SettingWords> all;
    all = allSettingWords();
    return *std::find_if(all.constBegin(), all.constEnd(), [&](const SettingWords &words) { return words.key == key; });
}

} // namespace

class tst_SettingsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_theme;
    std::unique_ptr<SettingsPage> m_page;

    /// What shows now and is called so.
    QWidget *named(const QString &name) const
    {
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->accessibleName() == name && widget->isVisibleTo(m_page.get()) && !widget->inherits("callcard::ui::Label"))
                return widget;
        }
        return nullptr;
    }
    template <typename Widget>
    Widget *controlOf(const QString &key)
    {
        m_page->showSetting(key);
        return qobject_cast<Widget *>(named(wordsOf(key).label));
    }
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if ((button->text() == text || button->accessibleName() == text) && button->isVisibleTo(m_page.get()))
                return button;
        }
        return nullptr;
    }
    int rowsShown() const
    {
        int rows = 0;
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool isRow = widget->inherits("callcard::ui::SettingRow") || widget->inherits("callcard::ui::SecretRow");
            rows += isRow && widget->isVisibleTo(m_page.get()) ? 1 : 0;
        }
        return rows;
    }
    /// All that is said where the page is now.
    QString said() const
    {
        QStringList all;
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->isVisibleTo(m_page.get()))
                all.append(widget->accessibleName() + u' ' + widget->accessibleDescription());
        }
        return all.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<ThemeKeeper>(*qApp);
        qRegisterMetaType<SettingsSection>("callcard::ui::SettingsSection");
    }
    void init()
    {
        m_page = std::make_unique<SettingsPage>();
        m_page->resize(984, 700);
        m_page->setStates(defaults());
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void everySettingHasWordsOnceAndAControlThatShowsIt_data()
    {
        QTest::addColumn<QString>("key");
        for (const SettingInfo &info : allSettings())
            QTest::addRow("%s", qPrintable(info.key)) << info.key;
    }
    void everySettingHasWordsOnceAndAControlThatShowsIt()
    {
        QFETCH(const QString, key);
        const SettingInfo &info = *findSetting(key);
        const QList<SettingWords> all = allSettingWords();
        const auto mine = [&](const SettingWords &words) { return words.key == key; };
        QCOMPARE(std::count_if(all.begin(), all.end(), mine), 1);
        const SettingWords words = *std::find_if(all.begin(), all.end(), mine);
        QVERIFY(!words.label.isEmpty());
        QCOMPARE(words.choices.size(), info.choices.size());
        m_page->showSection(words.section);
        if (info.secret) {
            QVERIFY(button(u"Enter "_s + words.label) != nullptr);
            return;
        }
        const QWidget *control = named(words.label);
        QVERIFY(control);
        if (const auto *box = qobject_cast<const QComboBox *>(control); box && info.kind == SettingKind::Choice)
            QCOMPARE(box->currentData().toString(), info.standard.toString());
        if (const auto *box = qobject_cast<const QSpinBox *>(control))
            QCOMPARE(box->value(), info.standard.toInt());
        if (const auto *box = qobject_cast<const QCheckBox *>(control))
            QCOMPARE(box->isChecked(), info.standard.toBool());
    }

    void aChangeAsksAtOnceAndShowingAsksNothing()
    {
        QSignalSpy asked(m_page.get(), &SettingsPage::changeRequested);
        auto *outgoing = controlOf<QCheckBox>(u"card/outgoing"_s);
        QTest::keyClick(outgoing, Qt::Key_Space);
        QCOMPARE(asked.takeFirst(), QVariantList({u"card/outgoing"_s, false}));
        auto *corner = controlOf<QComboBox>(u"card/corner"_s);
        QTest::keyClick(corner, Qt::Key_Up);
        QCOMPARE(asked.takeFirst(), QVariantList({u"card/corner"_s, u"bottom-left"_s}));
        auto *days = controlOf<QSpinBox>(u"history/keepDays"_s);
        days->selectAll();
        QTest::keyClicks(days, u"90"_s);
        QVERIFY(asked.isEmpty()); // 9 days would have been a disaster
        QTest::keyClick(days, Qt::Key_Return);
        QCOMPARE(asked.takeFirst(), QVariantList({u"history/keepDays"_s, 90}));
        auto *lines = controlOf<QLineEdit>(u"card/lines"_s);
        QTest::keyClicks(lines, u"+13035550142=compact, ,+13035550143=off"_s);
        QTest::keyClick(lines, Qt::Key_Return);
        QCOMPARE(asked.takeFirst(), QVariantList({u"card/lines"_s, QStringList({u"+13035550142=compact"_s, u"+13035550143=off"_s})}));

        QList<SettingState> others = defaults();
        for (SettingState &state : others) {
            if (state.key == "card/outgoing"_L1)
                state.value = false;
            if (state.key == "card/corner"_L1)
                state.value = u"top-left"_s;
        }
        m_page->setStates(others);
        QVERIFY(asked.isEmpty());
        QCOMPARE(controlOf<QComboBox>(u"card/corner"_s)->currentData().toString(), u"top-left"_s);
    }

    void originsSayWhoDecided_data()
    {
        QTest::addColumn<SettingOrigin>("origin");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<QString>("said");
        QTest::newRow("locked") << SettingOrigin::Policy << true << u"Set by your administrator: one for all"_s;
        QTest::newRow("advice") << SettingOrigin::Policy << false << u"Suggested by your administrator"_s;
        QTest::newRow("environment") << SettingOrigin::Environment << false << u"CALLCARD_CARD_MODE"_s;
        QTest::newRow("default") << SettingOrigin::Default << false << QString();
    }
    void originsSayWhoDecided()
    {
        QFETCH(const SettingOrigin, origin);
        QFETCH(const bool, locked);
        QFETCH(const QString, said);
        m_page->setStates({{u"card/mode"_s, u"compact"_s, origin, locked, u"one for all"_s}});
        const auto *mode = controlOf<QComboBox>(u"card/mode"_s);
        QCOMPARE(mode->isEnabled(), !locked);
        QCOMPARE(mode->currentData().toString(), u"compact"_s);
        QVERIFY2(mode->accessibleDescription().contains(said), qPrintable(mode->accessibleDescription()));
        QCOMPARE(button(u"Reset "_s + wordsOf(u"card/mode"_s).label), nullptr);
    }

    void whatWasChosenHereCanBeReset()
    {
        m_page->setStates({{u"card/mode"_s, u"off"_s, SettingOrigin::File}});
        m_page->showSection(SettingsSection::Card);
        QSignalSpy reset(m_page.get(), &SettingsPage::resetRequested);
        button(u"Reset "_s + wordsOf(u"card/mode"_s).label)->click();
        QCOMPARE(reset.takeFirst(), QVariantList({u"card/mode"_s}));
    }

    void aRefusedValueStaysAndSaysWhy()
    {
        auto *email = controlOf<QLineEdit>(u"user/email"_s);
        QTest::keyClicks(email, u"nonsense"_s);
        m_page->refuse(u"user/email"_s, refusalText(*findSetting(u"user/email"_s)));
        QCOMPARE(email->text(), u"nonsense"_s);
        QVERIFY(email->accessibleDescription().contains(u"e-mail address"_s));
    }

    void searchFindsByAnyWord_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("rows");
        QTest::newRow("label") << u"corner"_s << 1;
        QTest::newRow("two words in any order") << u"hours quiet"_s << 1;
        QTest::newRow("the key's name") << u"keepDays"_s << 1;
        QTest::newRow("the variable") << u"RINGCENTRAL_SERVER_URL"_s << 1;
        QTest::newRow("a secret") << u"jwt"_s << 2; // itself, and the secret that is needed with it
        QTest::newRow("nothing") << u"xylophone"_s << 0;
    }
    void searchFindsByAnyWord()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, rows);
        m_page->focusSearch();
        auto *search = qobject_cast<QLineEdit *>(named(u"Find a setting"_s));
        QVERIFY(search);
        QTest::keyClicks(search, typed);
        QCOMPARE(rowsShown(), rows);
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(m_page->section(), SettingsSection::Connections);
    }

    void aSecretIsTypedOnceAndNeverShown()
    {
        m_page->showSection(SettingsSection::Accounts);
        QSignalSpy entered(m_page.get(), &SettingsPage::secretEntered);
        QSignalSpy removed(m_page.get(), &SettingsPage::secretRemoveRequested);
        button(u"Enter JWT"_s)->click();
        auto *field = qobject_cast<QLineEdit *>(named(u"JWT"_s));
        QVERIFY(field);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, u"one-two-three"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.takeFirst(), QVariantList({u"ringcentral/jwtToken"_s, u"one-two-three"_s}));
        for (const QLineEdit *any : m_page->findChildren<QLineEdit *>())
            QVERIFY(!any->text().contains(u"one-two"_s));
        m_page->setSecrets({{u"ringcentral/jwtToken"_s, SecretPlace::Keychain}});
        QVERIFY(button(u"Replace JWT"_s));
        button(u"Remove JWT"_s)->click();
        QCOMPARE(removed.takeFirst(), QVariantList({u"ringcentral/jwtToken"_s}));
    }

    void everyServiceSaysItsTruth()
    {
        ConnectionsPage page;
        const Connection works{
            .name = u"ringcentral"_s, .state = ConnectionState::Connected, .lastEvent = kNow.addSecs(-4), .testServer = true};
        const Connection fails{
            .name = u"justcall"_s, .state = ConnectionState::SignInNeeded, .problem = Error{.kind = ErrorKind::SignInNeeded}};
        page.setConnections({works, fails}, kNow);
        QStringList rows;
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->inherits("callcard::ui::ConnectionRow") && widget->isVisibleTo(&page))
                rows.append(widget->accessibleName());
        }
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows.at(0).startsWith(u"RingCentral, Connected"_s) && rows.at(0).contains(u"Test server"_s));
        QVERIFY(rows.at(1).startsWith(u"JustCall, "_s) && rows.at(1).contains(u"sign in again"_s) && !rows.at(1).contains(u"Connected"_s));

        QSignalSpy out(&page, &ConnectionsPage::signOutRequested);
        page.findChildren<QMenu *>().last()->actions().last()->trigger();
        QCOMPARE(out.takeFirst(), QVariantList({u"justcall"_s}));
        page.setConnections({works}, kNow);
        QCOMPARE(page.findChildren<QMenu *>().size(), 1);
    }

    void whatASignOutLeftIsSaid_data()
    {
        QTest::addColumn<SignOutEnd>("end");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("all went") << SignOutEnd::Done << QString();
        QTest::newRow("keys stay") << SignOutEnd::KeysLeft << u"The keys of RingCentral are in the keychain still."_s;
        QTest::newRow("the session lives") << SignOutEnd::SessionLeft << u"Signed out of RingCentral here, but it could not be told."_s;
    }

    void whatASignOutLeftIsSaid()
    {
        QFETCH(const SignOutEnd, end);
        QFETCH(const QString, sentence);
        m_page->showSection(SettingsSection::Connections);
        m_page->tellSignedOut(u"ringcentral"_s, SignOutEnd::KeysLeft); // an earlier try
        m_page->tellSignedOut(u"ringcentral"_s, end);
        QCOMPARE(said().contains(u"RingCentral"_s), !sentence.isEmpty());
        QVERIFY2(said().contains(sentence), qPrintable(said()));
    }

    void aShortcutThatDoesNotWorkSaysSoUntilItDoes_data()
    {
        QTest::addColumn<ShortcutTrouble>("trouble");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("taken") << ShortcutTrouble::Taken << u"Another program has these keys"_s;
        QTest::newRow("unknown") << ShortcutTrouble::UnknownKey << u"no such key"_s;
        QTest::newRow("not here") << ShortcutTrouble::NotHere << u"lets no program have keys"_s;
    }

    void aShortcutThatDoesNotWorkSaysSoUntilItDoes()
    {
        QFETCH(const ShortcutTrouble, trouble);
        QFETCH(const QString, sentence);
        m_page->setShortcutTrouble(u"card/hotkey"_s, trouble); // before anybody looks
        m_page->showSection(SettingsSection::Shortcuts);
        QVERIFY2(said().contains(sentence), qPrintable(said()));
        m_page->setStates({{u"card/hotkey"_s, u"Ctrl+Alt+K"_s, SettingOrigin::File}});
        QVERIFY(said().contains(sentence));
        m_page->setShortcutTrouble(u"card/hotkey"_s, ShortcutTrouble::None);
        QVERIFY(!said().contains(sentence));
    }

    void whereCardsHaveNoPlaceOfTheirOwnItIsSaid()
    {
        m_page->showSection(SettingsSection::Card);
        QVERIFY(!said().contains(u"Wayland"_s));
        m_page->tellPlacesAreTheDesktops();
        QCOMPARE(said().count(u"This desktop (Wayland)"_s), 2); // the corner and the screen
        m_page->showSection(SettingsSection::Quiet);
        m_page->showSection(SettingsSection::Card);
        QCOMPARE(said().count(u"This desktop (Wayland)"_s), 2);
    }

    void whatWasRefusedBeforeAnybodyLookedIsSaid()
    {
        m_page->refuse(u"desktop/autostart"_s, u"The disk is full."_s);
        m_page->tellLinksStay();
        m_page->showSection(SettingsSection::Connections);
        QVERIFY(said().contains(u"The disk is full."_s));
        QVERIFY(said().contains(u"until you choose another program"_s));
    }

    void aFileThatIsNotInForceIsSaidEverywhere()
    {
        m_page->showSection(SettingsSection::Card);
        m_page->setFileProblems({u"In the policy file /etc/x: line 1"_s});
        QVERIFY(said().contains(u"Some settings are not in force."_s) && said().contains(u"line 1"_s));
        m_page->showSection(SettingsSection::General);
        QVERIFY(said().contains(u"line 1"_s));
        m_page->setFileProblems({});
        QVERIFY(!said().contains(u"line 1"_s));
    }

    void onlyDeletingAsksAgain()
    {
        m_page->showSection(SettingsSection::Privacy);
        QSignalSpy wiped(&m_page->privacy(), &PrivacyPage::wipeRequested);
        button(u"Wipe everything…"_s)->click();
        QVERIFY(wiped.isEmpty());
        QTest::keyClick(m_page->focusWidget(), Qt::Key_Space); // what has the focus keeps everything
        QVERIFY(wiped.isEmpty());
        button(u"Wipe everything…"_s)->click();
        button(u"Sign out and wipe"_s)->click();
        QCOMPARE(wiped.size(), 1);

        QSignalSpy forgotten(&m_page->privacy(), &PrivacyPage::forgetRequested);
        QTest::keyClicks(qobject_cast<QLineEdit *>(named(u"Name or number"_s)), u"sar"_s);
        m_page->privacy().setPeople(u"sar"_s, {{u"c-1"_s, u"Sarah Lindqvist"_s, u"Northlight"_s}});
        m_page->privacy().setPeople(u"sa"_s, {});         // late
        QTRY_VERIFY(button(u"Forget Sarah Lindqvist"_s)); // a new row is shown in the next turn
        button(u"Forget Sarah Lindqvist"_s)->click();
        QVERIFY(forgotten.isEmpty());
        button(u"Forget Sarah Lindqvist for good"_s)->click();
        QCOMPARE(forgotten.takeFirst(), QVariantList({u"c-1"_s}));
    }

    void theReportIsSeenBeforeItIsSaved()
    {
        m_page->showSection(SettingsSection::Privacy);
        QCOMPARE(button(u"Save the report…"_s), nullptr);
        QSignalSpy saved(&m_page->privacy(), &PrivacyPage::bundleSaveRequested);
        m_page->privacy().showBundle(u"Callcard 0.1.0"_s);
        QVERIFY(named(u"Support report"_s));
        button(u"Save the report…"_s)->click();
        QCOMPARE(saved.takeFirst(), QVariantList({u"Callcard 0.1.0"_s}));
    }
};

QTEST_MAIN(tst_SettingsPage)
#include "tst_settingspage.moc"
