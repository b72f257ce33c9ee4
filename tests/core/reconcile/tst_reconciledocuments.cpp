#include <callcard/goalprogress.h>
#include <callcard/reconcile.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const Rep kRep{.email = u"dana@callcard.example"_s, .zone = QTimeZone("America/Denver")};
const QDate kDay(2026, 11, 18);
const QDateTime kWritten(kDay, QTime(20, 0), Qt::UTC);

CountedCall call(int id)
{
    return {.source = u"justcall"_s,
            .rowId = QString::number(id),
            .agentEmail = kRep.email,
            .outcomeWord = u"Answered"_s,
            .startedAt = QDateTime(kDay, QTime(18, 0), Qt::UTC),
            .talkTime = 120s,
            .modifiedAt = QDateTime(kDay, QTime(18, 5), Qt::UTC)};
}

StoredFigure document(double value, const QString &type = kCallsType.toString(), const QString &id = {})
{
    return {.user = UserId(u"u1"_s),
            .type = type,
            .day = kDay,
            .source = u"justcall"_s,
            .value = value,
            .updatedAt = kWritten,
            .documentId = id.isEmpty() ? u"u1_%1_2026-11-18_justcall"_s.arg(type) : id,
            .client = u"callcard/1.0"_s,
            .callIdsDigest = {}};
}

ReconcileInput input(const QList<CountedCall> &calls, const QList<StoredFigure> &stored)
{
    return {.rep = kRep,
            .user = UserId(u"u1"_s),
            .range = {kDay, kDay},
            .sources = {u"justcall"_s},
            .calls = calls,
            .texts = {},
            .stored = stored,
            .providers = {}};
}

QStringList reasonsOf(const ReconcileInput &input, QStringView type = kCallsType)
{
    QStringList names;
    for (const ReconciledFigure &figure : reconcile(input)) {
        if (figure.type != type)
            continue;
        for (const Difference &difference : figure.differences)
            names.append(differenceReasonName(difference.reason) + u':' + difference.callId);
    }
    return names;
}

} // namespace

class tst_ReconcileDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalFiguresAgree()
    {
        const auto figures = reconcile(input({call(1)}, {document(1), document(2, kTalkType.toString())}));
        QCOMPARE(figures.size(), 3);
        for (const ReconciledFigure &figure : figures)
            QVERIFY(figure.agrees());
        QVERIFY(!figures[0].provider);
    }

    void absentDocuments()
    {
        QCOMPARE(reasonsOf(input({call(1)}, {})), QStringList{u"not-written:"_s});
        QCOMPARE(reasonsOf(input({call(1)}, {}), kTextsType), QStringList()); // zero texts, no document: nothing is wrong
        ReconcileInput waiting = input({call(1)}, {});
        waiting.waiting = {u"u1_phone_call_quantity_2026-11-18_justcall"_s};
        QCOMPARE(reasonsOf(waiting), QStringList{u"waiting-to-be-sent:"_s});
    }

    void firestoreNotAsked()
    {
        ReconcileInput unasked = input({call(1)}, {});
        unasked.stored.reset();
        QCOMPARE(reasonsOf(unasked), QStringList());
        QVERIFY(!reconcile(unasked).first().firestore);
    }

    void differingDocuments_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<bool>("changedLater");
        QTest::addColumn<QString>("reason");
        const QString digest = dailyMetrics({call(1), call(2)}, {}, kRep, kDay, kDay).first().callIdsDigest;
        QTest::newRow("the old server job") << QString() << QString() << false << u"other-client:"_s;
        QTest::newRow("another program") << u"portal"_s << digest << true << u"other-client:"_s;
        QTest::newRow("a call changed since") << u"callcard/1.0"_s << digest << true << u"changed-since-written:2"_s;
        QTest::newRow("from other calls") << u"callcard/1.0"_s << u"0123456789abcdef"_s << false << u"other-calls:"_s;
        QTest::newRow("the same calls, no times") << u"Callcard/1.0"_s << digest << false << u"changed-since-written:"_s;
    }

    void differingDocuments()
    {
        QFETCH(const QString, client);
        QFETCH(const QString, digest);
        QFETCH(const bool, changedLater);
        QFETCH(const QString, reason);
        StoredFigure stored = document(5);
        stored.client = client;
        stored.callIdsDigest = digest;
        QList<CountedCall> calls{call(1), call(2)};
        if (changedLater)
            calls[1].modifiedAt = kWritten.addSecs(60);
        QCOMPARE(reasonsOf(input(calls, {stored})), QStringList{reason});
        QCOMPARE(reconcile(input(calls, {stored})).first().firestore, std::optional(5.0));
    }

    /// The portal writes a new document on each click, and the dashboards add them all.
    void duplicates()
    {
        StoredFigure newer = document(9, kCallsType.toString(), u"Zk3random"_s);
        newer.updatedAt = kWritten.addSecs(3600);
        const ReconcileInput both = input({call(1)}, {newer, document(1)});
        QCOMPARE(reasonsOf(both), QStringList{u"duplicate-document:"_s});
        const ReconciledFigure figure = reconcile(both).first();
        QCOMPARE(figure.firestore, std::optional(1.0)); // the one whose id says what it is
        QCOMPARE(figure.differences.first().documentId, u"Zk3random"_s);
        QCOMPARE(figure.differences.first().amount, 9.0);
    }

    /// As the store tells them: one figure, with what repeats it.
    void repeatsOfAFigure()
    {
        StoredFigure stored = document(1);
        stored.repeats = {{u"Zk3random"_s, 9}};
        const ReconciledFigure figure = reconcile(input({call(1)}, {stored})).first();
        QCOMPARE(figure.differences.size(), 1);
        QCOMPARE(figure.differences.first().reason, DifferenceReason::DuplicateDocument);
        QCOMPARE(figure.differences.first().documentId, u"Zk3random"_s);
        QCOMPARE(figure.differences.first().amount, 9.0);
    }

    void aDocumentOfADayThatIsEmptyNow()
    {
        StoredFigure stored = document(3);
        stored.callIdsDigest = u"0123456789abcdef"_s;
        QCOMPARE(reasonsOf(input({}, {stored})), QStringList{u"other-calls:"_s});
        QCOMPARE(reasonsOf(input({}, {document(0)})), QStringList());
    }

    void othersDocumentsAreNobodysDifference()
    {
        StoredFigure copper = document(7);
        copper.source = u"copper"_s;
        StoredFigure lee = document(8);
        lee.user = UserId(u"u2"_s);
        StoredFigure mail = document(9, u"email_quantity"_s);
        QCOMPARE(reconcile(input({}, {copper, lee, mail})).size(), 0);
    }

    void aValueThatIsNoNumber() { QCOMPARE(reasonsOf(input({call(1)}, {document(qQNaN())})).size(), 1); }
};

QTEST_APPLESS_MAIN(tst_ReconcileDocuments)
#include "tst_reconciledocuments.moc"
