#include "desktop.h"

#include <demo/democloud.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSoon = 20'000;
constexpr int kStorm = 100;
const auto kSarah = u"+14165550142"_s;

/// Mails, sheets, web pages: what somebody marks in another program.
class Page final : public QLineEdit
{
public:
    explicit Page(const QString &text)
    {
        setText(text);
        resize(500, 40);
        move(20, 700);
        show();
        activateWindow();
    }
};

QCoro::Task<> sendLinks(IpcClient &client, QString socket, int count, int &heard, std::stop_token stop)
{
    const Result<> connected = co_await client.connectTo(socket, stop);
    if (!connected)
        co_return;
    for (int i = 0; i < count; ++i) {
        const Json arguments{{"link", "tel:+14165550" + std::to_string(100 + i % 100)}};
        const Result<Json> taken = co_await client.ask("link", arguments, {}, stop);
        heard += taken ? 1 : 0;
    }
}

} // namespace

/// Click to call as a person does it: pointer and keyboard on a real screen, the programs as they are started, the demo cloud as the
/// phone service.
class tst_DialDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_windowManager = std::make_unique<Helper>(QStringList{u"openbox"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_windowManager->isRunning(), kSoon);
    }

    void init()
    {
        m_cloud = std::make_unique<demo::DemoCloud>(demo::DemoOptions{.customers = 20, .days = 0});
        QVERIFY(m_cloud->start().has_value());
        turn("ringOutAnswerMs", 400);
        turn("ringOutConnectMs", 800);
    }

    void cleanup()
    {
        m_program.reset();
        QTRY_VERIFY_WITH_TIMEOUT(m_screen.windows("callcard").isEmpty(), kSoon);
        m_cloud.reset();
    }

    void cleanupTestCase() { m_windowManager.reset(); }

    void aLinkOpensTheBoxAndEnterCalls()
    {
        if (QStandardPaths::findExecutable(u"xdg-open"_s).isEmpty())
            QSKIP("needs xdg-utils");
        QVERIFY(start());
        registerLinks();
        run(u"xdg-open"_s, {u"tel:"_s + kSarah});
        QTRY_VERIFY_WITH_TIMEOUT(boxHasKeyboard(), kSoon);
        keepPicture(m_screen, u"link-box"_s);
        QCOMPARE(dialled(), 0); // shown, not dialled
        key(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(dialled(), 1, kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(boxes().isEmpty() && !m_screen.cards().isEmpty(), kSoon);
        keepPicture(m_screen, u"link-card"_s);
        QTRY_VERIFY_WITH_TIMEOUT(liveCall().value("state", "") == "active", kSoon);
        keepPicture(m_screen, u"link-talking"_s);
    }

    /// Taken over because somebody said so, tried with a link, and given back to whose they were.
    void linksAreTakenAndGivenBack()
    {
        if (QStandardPaths::findExecutable(u"xdg-open"_s).isEmpty())
            QSKIP("needs xdg-utils");
        QVERIFY(start());
        registerLinks();
        installEntry(u"other"_s, u"/bin/true"_s);
        run(u"xdg-mime"_s, {u"default"_s, u"other.desktop"_s, u"x-scheme-handler/tel"_s});
        QCOMPARE(opener(), QByteArray("other.desktop"));
        const int before = linksHeard();
        QVERIFY(m_program->cli({u"config"_s, u"set"_s, u"desktop/telLinks"_s, u"true"_s}).is_object());
        QTRY_COMPARE_WITH_TIMEOUT(opener(), QByteArray("callcard.desktop"), kSoon);
        QTRY_VERIFY_WITH_TIMEOUT(linksHeard() > before, kSoon); // the one it was tried with
        QVERIFY(boxes().isEmpty());                             // is no number to call
        QVERIFY(m_program->cli({u"config"_s, u"set"_s, u"desktop/telLinks"_s, u"false"_s}).is_object());
        QTRY_COMPARE_WITH_TIMEOUT(opener(), QByteArray("other.desktop"), kSoon);
    }

    void hostileLinksDialNothing_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("empty") << u"tel:"_s;
        QTest::newRow("shell") << u"tel:;rm -rf /$(reboot)`id`&|<>"_s;
        QTest::newRow("percent nonsense") << u"tel:%%%41%zz%"_s;
        QTest::newRow("controls") << u"tel:\u0001\u0007\u202e4165550142"_s;
        QTest::newRow("10 kB") << QString(u"tel:"_s + u"4165550142 "_s.repeated(1000));
        QTest::newRow("another scheme within") << u"tel:javascript:alert(1)"_s;
    }

    void hostileLinksDialNothing()
    {
        QFETCH(const QString, link);
        QVERIFY(start());
        run(programPath(u"callcard"_s), {link});
        QTRY_VERIFY_WITH_TIMEOUT(boxHasKeyboard(), kSoon);
        keepPicture(m_screen, u"hostile-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
        QCOMPARE(dialled(), 0);
        key(u"Escape"_s);
        QTRY_VERIFY_WITH_TIMEOUT(boxes().isEmpty(), kSoon);
        QVERIFY(m_program->isRunning());
    }

    void aStormOfLinksIsOneBox()
    {
        QVERIFY(start());
        SystemClock clock;
        IpcClient client(clock);
        TaskScope scope;
        int heard = 0;
        scope.start(sendLinks(client, socket(), kStorm, heard, scope.stopToken()));
        QTRY_COMPARE_WITH_TIMEOUT(heard, kStorm, kSoon);
        QTRY_COMPARE_WITH_TIMEOUT(boxes().size(), 1, kSoon);
        keepPicture(m_screen, u"link-storm"_s);
        QCOMPARE(dialled(), 0);
        key(u"Escape"_s);
        QTRY_VERIFY_WITH_TIMEOUT(boxes().isEmpty(), kSoon);
    }

    void theCommandCallsWhatIsMarked()
    {
        QVERIFY(start());
        Page page(u"+1 416 555 0142"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page.isActiveWindow() && page.hasFocus(), kSoon);
        page.selectAll();
        QVERIFY(m_program->cli({u"call-selection"_s}).is_object());
        QTRY_VERIFY_WITH_TIMEOUT(boxHasKeyboard(), kSoon);
        key(u"Escape"_s);
        QTRY_VERIFY_WITH_TIMEOUT(boxes().isEmpty(), kSoon);
        QVERIFY(m_program->cli({u"call-selection"_s, u"303-555-0142"_s}).is_object()); // what the desktop shows to nobody
        QTRY_VERIFY_WITH_TIMEOUT(boxHasKeyboard(), kSoon);
        key(u"Return"_s);
        QTRY_COMPARE_WITH_TIMEOUT(dialled(), 1, kSoon);
        QVERIFY(lastDialled().contains("+13035550142"));
    }

    void aMissedCardCallsBack()
    {
        QVERIFY(start());
        missACall(kSarah);
        QTRY_COMPARE_WITH_TIMEOUT(m_screen.cards().size(), 1, kSoon);
        keepPicture(m_screen, u"missed-card"_s);
        // "Call back" is the primary button, at the foot of the card. A click in its first 400 ms does nothing, so it is tried again.
        const auto clickCallBack = [this] {
            const QList<XWindow> cards = m_screen.cards();
            if (dialled() == 0 && !cards.isEmpty())
                click(cards.first().rect.bottomLeft() + QPoint(60, -32));
            return dialled() > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(clickCallBack(), kSoon);
        QVERIFY(lastDialled().contains(kSarah.toUtf8()));
        QTRY_VERIFY_WITH_TIMEOUT(liveCall().value("state", "") == "active", kSoon);
        keepPicture(m_screen, u"called-back"_s);
        QCOMPARE(dialled(), 1);
    }

    void withoutAServiceTheBoxSaysWhatToDo()
    {
        m_program = std::make_unique<Callcard>();
        m_program->set(u"CALLCARD_REGION"_s, u"US"_s);
        QVERIFY(m_program->start({u"--background"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->cli({u"status"_s}).is_object(), kSoon);
        run(programPath(u"callcard"_s), {u"tel:"_s + kSarah});
        QTRY_VERIFY_WITH_TIMEOUT(boxHasKeyboard(), kSoon);
        keepPicture(m_screen, u"no-service"_s);
        key(u"Return"_s);
        QVERIFY(!boxes().isEmpty());
    }

private:
    bool start(const std::map<std::string, std::string> &more = {})
    {
        std::map<std::string, std::string> variables = m_cloud->environment();
        variables["CALLCARD_CALLS_SOURCES"] = "ringcentral";
        variables["CALLCARD_REGION"] = "US";
        variables["CALLCARD_DIALING_DAYTIME_FROM"] = "08:00"; // it is never night anywhere
        variables["CALLCARD_DIALING_DAYTIME_TO"] = "08:00";
        for (const auto &[name, value] : more)
            variables[name] = value;
        m_program = std::make_unique<Callcard>(variables);
        return m_program->start({u"--background"_s}) && QTest::qWaitFor([this] { return connected(); }, kSoon);
    }

    [[nodiscard]] bool connected() const
    {
        const Json status = m_program->cli({u"status"_s});
        if (!status.is_object())
            return false;
        const Json &connections = status.at("connections");
        return std::any_of(connections.begin(), connections.end(), [](const Json &one) {
            return one.value("name", std::string()) == "ringcentral" && one.value("state", std::string()) == "connected";
        });
    }

    void installEntry(const QString &name, const QString &program)
    {
        const QString applications = m_program->home() + u"/data/applications"_s;
        QDir().mkpath(applications);
        QFile entry(QString(applications + u'/' + name + u".desktop"_s));
        QVERIFY(entry.open(QFile::WriteOnly));
        entry.write("[Desktop Entry]\nType=Application\nName=" + name.toUtf8() + "\nExec=" + program.toUtf8() +
                    " %u\nMimeType=x-scheme-handler/tel;\n");
    }
    /// As the package and a person's choice do it. The program is started through a witness of the links it gets.
    void registerLinks()
    {
        const QString witness = m_program->home() + u"/witness"_s;
        QFile script(witness);
        QVERIFY(script.open(QFile::WriteOnly));
        script.write("#!/bin/sh\necho \"$1\" >> '" + m_program->home().toUtf8() + "/links'\nexec '" + programPath(u"callcard"_s).toUtf8() +
                     "' \"$@\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        installEntry(u"callcard"_s, witness);
        QFile choices(QString(m_program->home() + u"/config/mimeapps.list"_s));
        QVERIFY(choices.open(QFile::WriteOnly));
        choices.write("[Default Applications]\nx-scheme-handler/tel=callcard.desktop\n");
    }

    /// Links that the desktop handed to the program.
    [[nodiscard]] int linksHeard() const
    {
        QFile file(QString(m_program->home() + u"/links"_s));
        return file.open(QFile::ReadOnly) ? static_cast<int>(file.readAll().count('\n')) : 0;
    }
    [[nodiscard]] QByteArray opener() const
    {
        QProcess process;
        process.setProcessEnvironment(m_program->environment());
        process.start(u"xdg-mime"_s, {u"query"_s, u"default"_s, u"x-scheme-handler/tel"_s});
        process.waitForFinished(kSoon);
        return process.readAllStandardOutput().trimmed();
    }

    void run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_program->environment());
        process.start(program, arguments);
        process.waitForFinished(kSoon);
    }
    void key(const QString &keys) { run(u"xdotool"_s, {u"key"_s, keys}); }
    void click(QPoint at) const
    {
        run(u"xdotool"_s, {u"mousemove"_s, QString::number(at.x()), QString::number(at.y()), u"click"_s, u"1"_s});
    }

    Json verb(const std::string &name, Json arguments)
    {
        arguments["service"] = "ringcentral";
        arguments["do"] = name;
        return m_cloud->control(arguments);
    }
    void turn(const char *name, int position) { verb("switch", {{"name", name}, {"position", position}}); }
    void missACall(const QString &from)
    {
        const Json started = m_cloud->control({{"do", "call.start"}, {"from", from.toStdString()}});
        QVERIFY2(started.value("ok", false), started.dump().c_str());
        QTRY_VERIFY_WITH_TIMEOUT(!m_screen.cards().isEmpty(), kSoon);
        QVERIFY(m_cloud->control({{"do", "call.giveup"}}).value("ok", false));
    }
    [[nodiscard]] Json liveCall() const
    {
        const Json calls = m_cloud->control({{"do", "calls"}, {"live", true}})["calls"];
        return calls.empty() ? Json::object() : calls.back();
    }
    [[nodiscard]] Json ringOuts() const
    {
        Json found = Json::array();
        const Json journal = m_cloud->control({{"do", "journal"}, {"service", "ringcentral"}, {"limit", 5000}});
        for (const Json &request : journal["requests"]) {
            if (request["method"] == "POST" && request["target"].get<std::string>().find("/ring-out") != std::string::npos)
                found.push_back(request);
        }
        return found;
    }
    [[nodiscard]] int dialled() const { return static_cast<int>(ringOuts().size()); }
    [[nodiscard]] QByteArray lastDialled() const { return QByteArray::fromStdString(ringOuts().back().dump()); }
    [[nodiscard]] QString socket() const { return m_program->home() + u"/run/callcard.sock"_s; }

    [[nodiscard]] QList<XWindow> boxes() const
    {
        QList<XWindow> found = m_screen.windows("callcard");
        found.removeIf(
            [](const XWindow &window) { return window.overrideRedirect || window.rect.width() < 400 || window.rect.width() > 560; });
        return found;
    }
    [[nodiscard]] bool boxHasKeyboard() const { return boxes().size() == 1 && m_screen.focus() == boxes().first().id; }

    XScreen m_screen;
    std::unique_ptr<Helper> m_windowManager;
    std::unique_ptr<demo::DemoCloud> m_cloud;
    std::unique_ptr<Callcard> m_program;
};

QTEST_MAIN(tst_DialDesktop)
#include "tst_dialdesktop.moc"
