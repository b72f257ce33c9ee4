#include "callcard/crmlink.h"

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

class tst_CrmLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("page");
        QTest::newRow("by the source's id") << u"https://crm.example/people/{id}"_s << u"https://crm.example/people/4711"_s;
        QTest::newRow("by number") << u"https://crm.example/?q={number}"_s << u"https://crm.example/?q=%2B14165550142"_s;
        QTest::newRow("a name cannot lead elsewhere")
            << u"https://crm.example/find?name={name}&company={company}"_s
            << u"https://crm.example/find?name=%2F%2Fevil.example%2F%3Fa%3Db%26%7Bid%7D&company=Hald%20%26%20Sons"_s;
        QTest::newRow("what is missing is empty") << u"https://crm.example/{email}/x"_s << u"https://crm.example//x"_s;
    }

    void pages()
    {
        QFETCH(const QString, pattern);
        Customer customer{.id = CustomerId(u"firestore:copper_people/4711"_s),
                          .name = u"//evil.example/?a=b&{id}"_s,
                          .company = u"Hald & Sons"_s,
                          .numbers = {{.text = u"no number"_s}, {.number = PhoneNumber::fromE164(u"+14165550142")}},
                          .origins = {{.source = u"firestore:copper_people"_s, .sourceId = u"4711"_s}}};
        QTEST(QString::fromUtf8(crmPage(pattern, customer).toEncoded()), "page");
    }
};

QTEST_APPLESS_MAIN(tst_CrmLink)
#include "tst_crmlink.moc"
