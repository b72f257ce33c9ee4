#include <callcard/httpserver.h>

#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace callcard;
using namespace callcard::serving;
using namespace std::chrono_literals;

class tst_ServingThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrder();
    void runsDirectlyWhenThere();
    void handsExceptionsToTheCaller();
    void survivesAThrowingPost();
    void finishesWhatWasPosted();
    void timersFireInOrder();
    void aDroppedTimerIsSilent();
    void aTimerMayDropItself();
    void listens_data();
    void listens();
    void refusesATakenPort();
    void stopsListening();
    void aServiceMayEndItsServer();
};

void tst_ServingThread::runsInOrder()
{
    ServingThread thread;
    std::vector<int> order;
    for (int i = 0; i < 1000; ++i)
        thread.post([&order, i] { order.push_back(i); });
    QCOMPARE(thread.run([&] { return order.size(); }), 1000u);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void tst_ServingThread::runsDirectlyWhenThere()
{
    ServingThread thread;
    QVERIFY(!thread.isCurrent());
    QVERIFY(thread.run([&] { return thread.isCurrent(); }));
    QCOMPARE(thread.run([&] { return thread.run([&] { return 7; }); }), 7);
}

void tst_ServingThread::handsExceptionsToTheCaller()
{
    ServingThread thread;
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, thread.run([]() -> int { throw std::runtime_error("oops"); }));
}

void tst_ServingThread::survivesAThrowingPost()
{
    QTest::ignoreMessage(QtCriticalMsg, "an exception reached the serving thread: oops");
    ServingThread thread;
    thread.post([] { throw std::runtime_error("oops"); });
    QCOMPARE(thread.run([] { return 1; }), 1);
}

void tst_ServingThread::finishesWhatWasPosted()
{
    std::atomic<int> done = 0;
    {
        ServingThread thread;
        for (int i = 0; i < 100; ++i)
            thread.post([&done] { ++done; });
    }
    QCOMPARE(done.load(), 100);
}

void tst_ServingThread::timersFireInOrder()
{
    ServingThread thread;
    std::vector<int> order; // serving thread
    std::vector<std::shared_ptr<ServingThread::Timer>> timers;
    thread.run([&] {
        for (const int delay : {40, 10, 20, 0, 30})
            timers.push_back(thread.after(std::chrono::milliseconds(delay), [&order, delay] { order.push_back(delay); }));
    });
    QTRY_COMPARE(thread.run([&] { return order; }), (std::vector<int>{0, 10, 20, 30, 40}));
    thread.run([&] { timers.clear(); });
}

void tst_ServingThread::aDroppedTimerIsSilent()
{
    ServingThread thread;
    std::atomic<int> fired = 0;
    thread.run([&] {
        auto due = thread.after(0ms, [&] { ++fired; });
        const auto begin = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() - begin < 5ms) {
        } // it is due by now
        due.reset();
    });
    std::shared_ptr<ServingThread::Timer> later;
    thread.run([&] { later = thread.after(20ms, [&] { fired += 10; }); });
    QTRY_COMPARE(fired.load(), 10);
    thread.run([&] { later.reset(); });
}

void tst_ServingThread::aTimerMayDropItself()
{
    ServingThread thread;
    std::shared_ptr<ServingThread::Timer> timer;
    std::atomic<int> fired = 0;
    const auto shared = std::make_shared<int>(1);
    thread.run([&] {
        timer = thread.after(0ms, [&, shared] {
            timer.reset();
            fired += *shared; // still ours
        });
    });
    QTRY_COMPARE(fired.load(), 1);
    QTRY_COMPARE(thread.run([&] { return shared.use_count(); }), 1);
}

void tst_ServingThread::listens_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("works");
    QTest::newRow("loopback") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("by name") << QStringLiteral("localhost") << true;
    QTest::newRow("not ours") << QStringLiteral("203.0.113.7") << false;
    QTest::newRow("another name") << QStringLiteral("relay.example") << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_ServingThread::listens()
{
    QFETCH(const QString, host);
    QFETCH(const bool, works);
    ServingThread thread;
    HttpServer server(thread, [](const auto &) {});
    const auto port = server.listen({host.toStdString(), 0});
    QCOMPARE(port.has_value(), works);
    if (!works) {
        QCOMPARE(port.error().kind, ErrorKind::Refused);
        QVERIFY(!port.error().detail.isEmpty());
    }
}

void tst_ServingThread::refusesATakenPort()
{
    ServingThread thread;
    HttpServer one(thread, [](const auto &) {});
    HttpServer two(thread, [](const auto &) {});
    const auto port = one.listen();
    QVERIFY(port);
    const auto again = two.listen({"127.0.0.1", *port});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Refused);
}

void tst_ServingThread::stopsListening()
{
    ServingThread thread;
    HttpServer server(thread, [](const auto &) {});
    const auto port = server.listen();
    server.stopListening();
    QVERIFY(server.listen({"127.0.0.1", *port})); // free again, at once
}

void tst_ServingThread::aServiceMayEndItsServer()
{
    ServingThread thread;
    auto server = std::make_unique<HttpServer>(thread, [](const auto &) {});
    QVERIFY(server->listen());
    thread.run([&] { server.reset(); });
    QVERIFY(!server);
}

QTEST_GUILESS_MAIN(tst_ServingThread)
#include "tst_servingthread.moc"
