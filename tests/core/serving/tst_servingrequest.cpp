#include <callcard/httpserver.h>

#include <QTest>

using namespace callcard::serving;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(callcard::serving::Headers)

class tst_ServingRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesPercent_data();
    void decodesPercent();
    void splitsItems_data();
    void splitsItems();
    void boundsItems();
    void findsHeadersInAnyCase();
    void findsTheFirstValue();
};

void tst_ServingRequest::decodesPercent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("plusIsSpace");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("empty") << QByteArray() << false << QByteArray();
    QTest::newRow("plain") << "a+b"_ba << false << "a+b"_ba;
    QTest::newRow("plus") << "a+b%2B"_ba << true << "a b+"_ba;
    QTest::newRow("both cases") << "%2b%2B"_ba << false << "++"_ba;
    QTest::newRow("utf-8") << "%C3%BC"_ba << false << "ü"_ba;
    QTest::newRow("zero") << "a%00b"_ba << false << "a\0b"_ba;
    QTest::newRow("slash") << "%2F%2e%2e"_ba << false << "/.."_ba;
    QTest::newRow("cut short") << "a%2"_ba << false << "a%2"_ba;
    QTest::newRow("sign at the end") << "100%"_ba << false << "100%"_ba;
    QTest::newRow("no digits") << "%zz%4z%z4"_ba << false << "%zz%4z%z4"_ba;
    QTest::newRow("once only") << "%2541"_ba << false << "%41"_ba;
    QTest::newRow("sign before code") << "%%41"_ba << false << "%A"_ba;
}

void tst_ServingRequest::decodesPercent()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, plusIsSpace);
    QFETCH(const QByteArray, decoded);
    QCOMPARE(QByteArray::fromStdString(percentDecoded(text.toStdString(), plusIsSpace)), decoded);
}

void tst_ServingRequest::splitsItems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Headers>("items");
    QTest::newRow("empty") << QByteArray() << Headers{};
    QTest::newRow("two") << "a=1&b=2"_ba << Headers{{"a", "1"}, {"b", "2"}};
    QTest::newRow("order and repetition") << "b=2&a=1&b=3"_ba << Headers{{"b", "2"}, {"a", "1"}, {"b", "3"}};
    QTest::newRow("no value") << "a&b="_ba << Headers{{"a", ""}, {"b", ""}};
    QTest::newRow("no name") << "=1"_ba << Headers{{"", "1"}};
    QTest::newRow("sign in value") << "a=b=c"_ba << Headers{{"a", "b=c"}};
    QTest::newRow("empties") << "&&a=1&&"_ba << Headers{{"a", "1"}};
    QTest::newRow("decoded after splitting") << "a%26b=c%3Dd+e"_ba << Headers{{"a&b", "c=d e"}};
}

void tst_ServingRequest::splitsItems()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Headers, items);
    Request request;
    request.query = text.toStdString();
    QVERIFY(request.queryItems() == items);
    QVERIFY(request.formItems().empty());
    request.body = request.query;
    QVERIFY(request.formItems() == items);
}

void tst_ServingRequest::boundsItems()
{
    Request request;
    for (int i = 0; i < 100'000; ++i)
        request.body += "a&";
    QCOMPARE(request.formItems().size(), 4096u);
}

void tst_ServingRequest::findsHeadersInAnyCase()
{
    Request request;
    request.headers = {{"X-Signature", "one"}, {"x-signature", "two"}, {"Empty", ""}};
    QCOMPARE(request.header("x-SIGNATURE"), std::string_view("one"));
    QCOMPARE(request.header("Empty"), std::string_view());
    QCOMPARE(request.header("X-Signatur"), std::string_view());
    QCOMPARE(request.header("X-Signature "), std::string_view());
}

void tst_ServingRequest::findsTheFirstValue()
{
    Request request;
    request.query = "page=2&page=3&empty";
    QCOMPARE(request.queryValue("page"), std::optional<std::string>("2"));
    QCOMPARE(request.queryValue("empty"), std::optional<std::string>(""));
    QCOMPARE(request.queryValue("Page"), std::optional<std::string>());
}

QTEST_APPLESS_MAIN(tst_ServingRequest)
#include "tst_servingrequest.moc"
