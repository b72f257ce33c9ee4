#include <callcard/netfault.h>
#include <callcard/store.h>
#include <callcard/ui/errortexts.h>

#include <QSet>
#include <QTest>

#include <array>

using namespace callcard;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const TimeTexts kTimes(QLocale(QLocale::English, QLocale::UnitedStates), QTimeZone("America/Toronto"));
const QDateTime kNow = QDateTime(QDate(2026, 11, 20), QTime(14, 15), QTimeZone("America/Toronto"));

constexpr std::array kShownKinds{ErrorKind::Offline,     ErrorKind::TimedOut, ErrorKind::SignInNeeded,
                                 ErrorKind::RateLimited, ErrorKind::Refused,  ErrorKind::ServerFault,
                                 ErrorKind::BadPayload,  ErrorKind::Storage,  ErrorKind::SecretsLocked};
constexpr std::array kFaults{StorageFault::Full,  StorageFault::ReadOnly, StorageFault::Corrupt,    StorageFault::Newer,
                             StorageFault::Older, StorageFault::Locked,   StorageFault::CannotOpen, StorageFault::Other};
} // namespace

class tst_ErrorTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindSaysWhatHappenedAndWhatToDo_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("leading"); // of the detail: what is wrong with the disk
        for (const StorageFault fault : kFaults) {
            const QString word = storageFaultName(fault);
            QTest::newRow(qPrintable(QString(u"disk "_s + word))) << ErrorKind::Storage << QString() << QString(word + u": "_s);
        }
        for (const ErrorKind kind : kShownKinds) {
            QTest::newRow(qPrintable(errorKindName(kind) + u" service"_s)) << kind << u"RingCentral"_s << QString();
            QTest::newRow(qPrintable(errorKindName(kind) + u" own"_s)) << kind << QString() << QString();
        }
    }

    void everyKindSaysWhatHappenedAndWhatToDo()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, service);
        QFETCH(QString, leading);
        const ErrorText text = errorText({kind, QString(leading + u"secret detail 4711"_s), {}}, service, kNow, kTimes);
        for (const QString &sentence : {text.happened, text.remedy}) {
            QVERIFY(sentence.endsWith(u'.'));
            QVERIFY(sentence.front().isUpper());
            QVERIFY(!sentence.contains(u'!'));
            QVERIFY(!sentence.contains(u"%"_s));
            QVERIFY(!sentence.contains(u"  "_s));
            QVERIFY2(!sentence.contains(u"please"_s, Qt::CaseInsensitive), qPrintable(sentence));
            // The detail is for logs: it may quote a server.
            QVERIFY(!sentence.contains(u"4711"_s));
        }
        QCOMPARE(text.sentences(), QString(text.happened + u' ' + text.remedy));
    }

    void saysUntilWhen()
    {
        const ErrorText text = errorText({ErrorKind::RateLimited, {}, 16min}, u"JustCall"_s, kNow, kTimes);
        QCOMPARE(text.happened, u"JustCall asked us to wait until 2:31 PM."_s);
        const ErrorText fault = errorText({ErrorKind::ServerFault, {}, 30s}, u"JustCall"_s, kNow, kTimes);
        QCOMPARE(fault.remedy, u"Callcard tries again at 2:15 PM."_s);
    }

    void onlyAPersonSignsIn()
    {
        QVERIFY(!errorText({ErrorKind::SignInNeeded, {}, {}}, u"RingCentral"_s, kNow, kTimes).button.isEmpty());
        QVERIFY(errorText({ErrorKind::Offline, {}, {}}, u"RingCentral"_s, kNow, kTimes).button.isEmpty());
    }

    void cancelledIsNeverShown() { QCOMPARE(errorText({ErrorKind::Cancelled, {}, {}}, u"RingCentral"_s, kNow, kTimes), ErrorText()); }

    /// Each has a remedy of its own, so none is told in the words of another.
    void everyFaultOfTheDiskIsToldApart()
    {
        QSet<QString> happened;
        QSet<QString> remedies;
        for (const StorageFault fault : kFaults) {
            const Error error{ErrorKind::Storage, QString(storageFaultName(fault) + u": by SQLite"_s), {}};
            QCOMPARE(storageFault(error), fault);
            const ErrorText text = errorText(error, u"RingCentral"_s, kNow, kTimes);
            happened.insert(text.happened);
            remedies.insert(text.remedy);
            QVERIFY(!text.sentences().contains(u"SQLite"_s));
        }
        QCOMPARE(happened.size(), qsizetype(kFaults.size()));
        QCOMPARE(remedies.size(), qsizetype(kFaults.size()));
    }

    /// "Cannot be reached" helps nobody who is looked at by a stranger's certificate.
    void whatIsKnownOfTheWayIsTold()
    {
        QSet<QString> texts;
        int told = 0;
        for (const NetworkFault fault :
             {NetworkFault::NoNetwork, NetworkFault::HostUnknown, NetworkFault::ConnectionRefused, NetworkFault::Untrusted,
              NetworkFault::ClockWrong, NetworkFault::ProxyTrouble, NetworkFault::CaptivePortal, NetworkFault::BadRedirect,
              NetworkFault::PlainText, NetworkFault::BadAddress}) {
            const ErrorText text = errorText(networkError(fault, u"4711.example: by the socket"_s), u"JustCall"_s, kNow, kTimes);
            QVERIFY(text.happened.endsWith(u'.') && text.remedy.endsWith(u'.'));
            QVERIFY2(!text.sentences().contains(u"4711"_s) && !text.sentences().contains(u'%'), qPrintable(text.sentences()));
            QVERIFY(fault == NetworkFault::NoNetwork || text.happened.contains(u"JustCall"_s));
            texts.insert(text.happened);
            texts.insert(text.remedy);
            ++told;
        }
        QCOMPARE(texts.size(), 2 * told);
    }

    void ourOwnDiskIsNotBlamedOnAService()
    {
        QVERIFY(!errorText({ErrorKind::Storage, {}, {}}, u"RingCentral"_s, kNow, kTimes).sentences().contains(u"RingCentral"_s));
    }
};

QTEST_GUILESS_MAIN(tst_ErrorTexts)
#include "tst_errortexts.moc"
