#include "routeunderfuzz.h"

#include <relay/webhooks.h>

#include <callcard/justcallhooks.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>
#include <QSet>
#include <QTest>

using namespace callcard;
using namespace callcard::relay;
using namespace Qt::Literals::StringLiterals;
using Verdict = Intake::Verdict;

namespace {

const QDateTime kSigned(QDate(2025, 1, 31), QTime(15, 4, 5), Qt::UTC);
constexpr auto kStamp = "2025-01-31 15:04:05";

struct Genuine {
    Provider provider{};
    serving::Request request{};
    RelayConfig config{};
};

std::string &header(serving::Request &request, const std::string &name)
{
    for (auto &[key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return request.headers.emplace_back(name, "").second;
}

Verdict verdict(const Genuine &genuine, const QDateTime &now = kSigned)
{
    return receiveWebhook(genuine.provider, genuine.request, genuine.config, now).verdict;
}

Genuine justCall(const QString &url, const std::string &type, const std::string &signature)
{
    Genuine genuine{.provider = Provider::JustCall};
    genuine.config.publicUrl = u"https://relay.example.com"_s;
    genuine.config.justcall.secret = Secret(u"example-secret"_s);
    genuine.config.justcall.webhookUrl = url;
    genuine.request.method = "POST";
    genuine.request.path = QUrl(url).path().toStdString();
    genuine.request.query = QUrl(url).query(QUrl::FullyEncoded).toStdString();
    genuine.request.headers = {
        {"x-justcall-signature", signature}, {"x-justcall-signature-version", "v1"}, {"x-justcall-request-timestamp", kStamp}};
    genuine.request.body =
        "{\"request_id\":\"01JEXAMPLE1\",\"type\":\"" + type +
        "\",\"data\":{\"call_sid\":\"CAexample1\",\"contact_number\":\"12025550123\",\"justcall_number\":\"12025550114\","
        "\"agent_id\":417000,\"call_info\":{\"direction\":\"Incoming\",\"type\":\"In Progress\"}}}";
    return genuine;
}

Genuine twilio(const QString &base, const std::string &target, const std::string &type, const std::string &body,
               const std::string &signature)
{
    Genuine genuine{.provider = Provider::Twilio};
    genuine.config.twilioUrl = base;
    genuine.config.twilioAuthToken = Secret(u"callcard-test-token"_s);
    genuine.request.method = "POST";
    genuine.request.target = target;
    genuine.request.query = target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1);
    genuine.request.headers = {{"Content-Type", type}, {"X-Twilio-Signature", signature}};
    genuine.request.body = body;
    return genuine;
}

/// A vector of our own, made here by the paper's rule.
Genuine twilioJson()
{
    const QByteArray body = R"({"CallSid":"CA00000000000000000000000000000002","CallStatus":"ringing","From":"+12025550123"})";
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    const QByteArray target = "/api/webhooks/twilio?bodySHA256=" + hash;
    const QByteArray signature =
        QMessageAuthenticationCode::hash("https://hooks.example.test" + target, QByteArray("callcard-test-token"), QCryptographicHash::Sha1)
            .toBase64();
    return twilio(u"https://hooks.example.test"_s, target.toStdString(), "application/json", body.toStdString(), signature.toStdString());
}

Genuine ringCentral()
{
    Genuine genuine{.provider = Provider::RingCentral};
    genuine.config.ringcentral.verificationToken = Secret(u"s3cret-of-the-subscription"_s);
    genuine.request.method = "POST";
    genuine.request.headers = {{"Verification-Token", "s3cret-of-the-subscription"}};
    genuine.request.body = R"({"uuid":"1","event":"/restapi/v1.0/account/1/extension/2/telephony/sessions","body":{"parties":[]}})";
    return genuine;
}

const Genuine &vectorOf(const QByteArray &name)
{
    static const std::map<QByteArray, Genuine> vectors{
        {"justcall", justCall(u"https://relay.example.com/hooks/justcall"_s, "call.incoming",
                              "4e25b97f23b1a4434e258e9e485c80910c9c10db340aaf6eb725f89e8905c1e6")},
        {"justcall, special characters", justCall(u"https://relay.example.com/justcall?tenant=a b&x=(1)"_s, "call.completed",
                                                  "2b8f291e9483d262883475427c54953712806a5e581dc5d811935d039d9fca86")},
        {"twilio, form", twilio(u"https://hooks.example.test:8443"_s, "/twilio/status?rep=u1", "application/x-www-form-urlencoded",
                                "CallSid=CA00000000000000000000000000000001&CallStatus=completed&CallDuration=42&From=%2B15550100&"
                                "To=%2B15550199&SequenceNumber=3&Empty=",
                                "CKl59QNfZiSWt5RuC8P+S5KdO+w=")},
        {"twilio, json", twilioJson()},
        {"ringcentral", ringCentral()},
    };
    return vectors.at(name);
}

} // namespace

/// The providers' own vectors and ours: right as they are, and wrong with any change at all.
class tst_RelaySignatures : public QObject
{
    Q_OBJECT

private:
    static void vectorRows()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"justcall", "justcall, special characters", "twilio, form", "twilio, json", "ringcentral"})
            QTest::newRow(name) << QByteArray(name);
    }

private Q_SLOTS:
    void isKept_data() { vectorRows(); }
    void isKept()
    {
        QFETCH(const QByteArray, name);
        const Genuine &genuine = vectorOf(name);
        const Intake intake = receiveWebhook(genuine.provider, genuine.request, genuine.config, kSigned);
        QCOMPARE(intake.verdict, Verdict::Keep);
        const auto delivery = deliveryOf(*intake.record);
        QVERIFY(delivery);
        QCOMPARE(delivery->payload, QByteArray::fromStdString(genuine.request.body));
        QCOMPARE(delivery->provider, genuine.provider);
        QCOMPARE(delivery->rep, name == "twilio, form" ? u"u1"_s : QString());
    }

    void noByteOfASignatureMayChange_data() { vectorRows(); }
    void noByteOfASignatureMayChange()
    {
        QFETCH(const QByteArray, name);
        Genuine changed = vectorOf(name);
        const std::string headerName = changed.provider == Provider::JustCall ? "x-justcall-signature"
                                       : changed.provider == Provider::Twilio ? "X-Twilio-Signature"
                                                                              : "Verification-Token";
        const std::string right = header(changed.request, headerName);
        for (std::size_t i = 0; i < right.size(); ++i) {
            header(changed.request, headerName)[i] = static_cast<char>(right[i] ^ 1);
            QCOMPARE(verdict(changed), Verdict::Forged);
            header(changed.request, headerName) = right.substr(0, i);
            QCOMPARE(verdict(changed), Verdict::Forged);
            header(changed.request, headerName) = right;
        }
        header(changed.request, headerName) = right + right;
        QCOMPARE(verdict(changed), Verdict::Forged);
        std::erase_if(changed.request.headers, [&](const auto &one) { return one.first == headerName; });
        QCOMPARE(verdict(changed), Verdict::Forged);
    }

    void whatIsSignedMayNotChange_data() { vectorRows(); }
    void whatIsSignedMayNotChange()
    {
        QFETCH(const QByteArray, name);
        const Genuine &genuine = vectorOf(name);
        Genuine changed = genuine;
        switch (genuine.provider) {
        case Provider::JustCall: {
            std::string &stamp = header(changed.request, "x-justcall-request-timestamp");
            for (char &digit : stamp) {
                const char right = std::exchange(digit, static_cast<char>(digit ^ 1));
                QCOMPARE(verdict(changed), Verdict::Forged);
                digit = right;
            }
            header(changed.request, "x-justcall-signature-version") = "v2";
            QCOMPARE(verdict(changed), Verdict::Forged);
            changed = genuine;
            const std::size_t type = changed.request.body.find("call.");
            for (std::size_t i = type; changed.request.body[i] != '"'; ++i) {
                const char right = std::exchange(changed.request.body[i], static_cast<char>(changed.request.body[i] ^ 1));
                QCOMPARE(verdict(changed), Verdict::Forged);
                changed.request.body[i] = right;
            }
            for (const std::size_t length : {std::size_t(1), type, changed.request.body.size() - 1}) {
                changed.request.body.resize(length); // truncated
                QCOMPARE(verdict(changed), Verdict::Forged);
                changed = genuine;
            }
            changed.config.justcall.webhookUrl += u"x"_s;
            QCOMPARE(verdict(changed), Verdict::Forged);
            changed = genuine;
            changed.request.query += "&more=1"; // the secret part of an address
            QCOMPARE(verdict(changed), genuine.request.query.empty() ? Verdict::Keep : Verdict::Forged);
            break;
        }
        case Provider::Twilio:
            for (std::size_t i = 0; i < genuine.request.body.size(); ++i) {
                changed.request.body[i] = static_cast<char>(genuine.request.body[i] ^ 1);
                QCOMPARE(verdict(changed), Verdict::Forged);
                changed.request.body = genuine.request.body;
            }
            for (std::size_t i = 0; i < genuine.request.target.size(); ++i) {
                changed.request.target[i] = static_cast<char>(genuine.request.target[i] ^ 1);
                QCOMPARE(verdict(changed), Verdict::Forged);
                changed.request.target = genuine.request.target;
            }
            changed.request.body += "&Another=1";
            QCOMPARE(verdict(changed), Verdict::Forged);
            break;
        case Provider::RingCentral:
        case Provider::AiCall:
            break; // RingCentral signs nothing
        }
        changed = genuine;
        changed.config.justcall.secret = Secret(u"example-secreT"_s);
        changed.config.twilioAuthToken = Secret(u"callcard-test-tokeN"_s);
        changed.config.ringcentral.verificationToken = Secret(u"another"_s);
        QCOMPARE(verdict(changed), Verdict::Forged);
        changed.config.justcall.secret = changed.config.twilioAuthToken = changed.config.ringcentral.verificationToken = Secret();
        QCOMPARE(verdict(changed), Verdict::NotSetUp);
    }

    void justCallsRetriesComeLateButNotThatLate_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("kept");
        QTest::newRow("a quarter of an hour") << 15 * 60 << true;
        QTest::newRow("a second more") << 15 * 60 + 1 << false;
        QTest::newRow("our clock is behind") << -15 * 60 << true;
        QTest::newRow("from the future") << -15 * 60 - 1 << false;
        QTest::newRow("replayed a year later") << 365 * 86400 << false;
    }
    void justCallsRetriesComeLateButNotThatLate()
    {
        QFETCH(const int, seconds);
        QFETCH(const bool, kept);
        QCOMPARE(verdict(vectorOf("justcall"), kSigned.addSecs(seconds)), kept ? Verdict::Keep : Verdict::Forged);
    }

    void twiliosCallbacksOfAnotherTimeAreRefused_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("kept");
        QTest::newRow("at once") << 1 << true;
        QTest::newRow("a quarter of an hour") << 15 * 60 << true;
        QTest::newRow("captured, and sent again") << 15 * 60 + 1 << false;
        QTest::newRow("from the future") << -16 * 60 << false;
    }
    void twiliosCallbacksOfAnotherTimeAreRefused()
    {
        QFETCH(const int, seconds);
        QFETCH(const bool, kept);
        const QByteArray target = "/api/webhooks/twilio";
        const QByteArray fields = "CallSidCA7CallStatusringingTimestampFri, 31 Jan 2025 15:04:05 +0000";
        const QByteArray signature = QMessageAuthenticationCode::hash("https://hooks.example.test" + target + fields,
                                                                      QByteArray("callcard-test-token"), QCryptographicHash::Sha1)
                                         .toBase64();
        const Genuine genuine =
            twilio(u"https://hooks.example.test"_s, target.toStdString(), "application/x-www-form-urlencoded",
                   "CallSid=CA7&CallStatus=ringing&Timestamp=Fri%2C+31+Jan+2025+15%3A04%3A05+%2B0000", signature.toStdString());
        QCOMPARE(verdict(genuine, kSigned.addSecs(seconds)), kept ? Verdict::Keep : Verdict::Forged);
    }

    void whatProvesNothingIsNotRead()
    {
        Genuine hello = vectorOf("justcall");
        hello.request.headers.clear();
        hello.request.body = "{\"type\":\"call.incoming\"}";
        QCOMPARE(verdict(hello), Verdict::Answered);
        hello.request.body = "{\"type\":\"call.incoming\",\"padding\":\"" + std::string(5000, 'x') + "\"}";
        QCOMPARE(verdict(hello), Verdict::Forged); // no handshake is as long as that
        // Of something old not even the signature is computed.
        HttpHeaders headers{{"x-justcall-signature", "00"}, {"x-justcall-request-timestamp", kStamp}};
        const auto right = justcall::verifyWebhook(headers, u"https://relay.example.com"_s, "no json", Secret(u"s"_s), kSigned.addDays(1));
        QVERIFY(!right && right.error().detail.contains(u"too old"_s));
    }

    void handshakesNeedNoSecretAndLeaveNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("justcall, empty") << QByteArray("justcall") << QByteArray();
        QTest::newRow("justcall, no data") << QByteArray("justcall")
                                           << QByteArray("{\"type\":\"call.incoming\",\"webhook_url\":\"https://x.example\"}");
        QTest::newRow("ringcentral") << QByteArray("ringcentral") << QByteArray();
    }
    void handshakesNeedNoSecretAndLeaveNothingBehind()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, body);
        Genuine genuine = vectorOf(name);
        genuine.request.headers = {{"Validation-Token", "echo-me"}};
        genuine.request.body = body.toStdString();
        const Intake intake = receiveWebhook(genuine.provider, genuine.request, genuine.config, kSigned);
        QCOMPARE(intake.verdict, Verdict::Answered);
        QVERIFY(!intake.record);
        const serving::Headers echoed{{"Validation-Token", "echo-me"}};
        QVERIFY(intake.headers == (name == "ringcentral" ? echoed : serving::Headers()));
        genuine.request.headers = {{"Validation-Token", "two\r\nlines: 1"}};
        QVERIFY(receiveWebhook(genuine.provider, genuine.request, genuine.config, kSigned).headers.empty());
    }

    void theSameDeliveryHasTheSameKey()
    {
        for (const char *name : {"justcall", "twilio, form", "twilio, json", "ringcentral"}) {
            Genuine genuine = vectorOf(name);
            const auto key = [&] { return receiveWebhook(genuine.provider, genuine.request, genuine.config, kSigned).record->key; };
            const QString first = key();
            QCOMPARE(key(), first);
        }
        Genuine nameless = vectorOf("justcall");
        nameless.request.body.replace(nameless.request.body.find("request_id"), 10, "requestXid");
        const auto intake = receiveWebhook(Provider::JustCall, nameless.request, nameless.config, kSigned);
        QVERIFY(intake.record && intake.record->key.size() > 40); // by its bytes
    }

    void anOddIdIsNobodyElses()
    {
        QSet<QString> keys;
        QStringList ids{u"R1"_s,  u"R1\\u0000"_s,     u"R1\\u0000x"_s, u"R1\\r\\nNats-Msg-Id: R2"_s,
                        u"R 1"_s, QString(128, u'9'), u"Ré"_s,         u"odd-"_s};
        for (const QString &id : std::as_const(ids)) {
            Genuine odd = vectorOf("justcall");
            odd.request.body.replace(odd.request.body.find("01JEXAMPLE1"), 11, id.toStdString());
            const auto intake = receiveWebhook(Provider::JustCall, odd.request, odd.config, kSigned);
            QVERIFY2(intake.record, qPrintable(id));
            keys.insert(intake.record->key);
            for (const QChar c : intake.record->key) // it travels in a header of JetStream's
                QVERIFY2(c > u' ' && c <= u'~', qPrintable(id));
        }
        QCOMPARE(keys.size(), ids.size());
    }

    /// What fuzz_webhookroute begins with; and every beginning of it, and every byte of it another.
    void strangersAndProvidersGetWhatTheyDeserve_data()
    {
        QTest::addColumn<QString>("path");
        const QDir corpus(QStringLiteral(CALLCARD_TEST_DATA "/../fuzz/relay/corpus/fuzz_webhookroute"));
        const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 25);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << corpus.filePath(name);
    }
    void strangersAndProvidersGetWhatTheyDeserve()
    {
        QFETCH(const QString, path);
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const std::string text = file.readAll().toStdString();
        RouteUnderFuzz route;
        const RouteUnderFuzz::Outcome outcome = route.ask(text);
        QCOMPARE(outcome.complaint, std::string());
        QCOMPARE(QString::number(outcome.status), QFileInfo(path).fileName().section(u'-', 0, 0));
        const bool calls = path.endsWith("502-nobody-was-called"_L1); // which is on disk before, and after
        QCOMPARE(outcome.kept, std::size_t(calls ? 2 : path.contains("-kept-"_L1) ? 1 : 0));
        const std::size_t step = 1 + text.size() / 200;
        for (std::size_t i = 0; i < text.size(); i += step) {
            std::string changed = text;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            for (const std::string &attempt : {changed, text.substr(0, i)}) {
                const std::string complaint = route.ask(attempt).complaint;
                QVERIFY2(complaint.empty(), (complaint + " at " + std::to_string(i)).c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_RelaySignatures)
#include "tst_relaysignatures.moc"
