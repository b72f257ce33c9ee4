#include <callcard/secrets.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
concept Comparable = requires(const T &a)
{
    a == a;
};
template <typename T>
concept Printable = requires(QDebug debug, const T &a)
{
    debug << a;
};
static_assert(!Comparable<Secret> && !Printable<Secret>, "a secret must not slip into a log");
static_assert(Comparable<QString> && Printable<QString>);

/// A keychain that is not there.
class NoKeychain final : public SecretStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString, std::stop_token) override { co_return failure(ErrorKind::SecretsLocked); }
    QCoro::Task<Result<>> write(QString, Secret, std::stop_token) override { co_return failure(ErrorKind::SecretsLocked); }
    QCoro::Task<Result<>> remove(QString, std::stop_token) override { co_return failure(ErrorKind::SecretsLocked); }
    QCoro::Task<Result<QStringList>> names(std::stop_token) override { co_return failure(ErrorKind::SecretsLocked); }
};

QString read(SecretStore &store, const QString &name)
{
    const auto secret = QCoro::waitFor(store.read(name, {}));
    if (!secret)
        return errorKindName(secret.error().kind);
    return *secret ? (*secret)->revealText() : u"(missing)"_s;
}

bool write(SecretStore &store, const QString &name, const QString &text)
{
    return QCoro::waitFor(store.write(name, Secret(text), {})).has_value();
}

bool removeSecret(SecretStore &store, const QString &name)
{
    return QCoro::waitFor(store.remove(name, {})).has_value();
}

} // namespace

class tst_Secrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretKeepsWhatItIsGiven()
    {
        const Secret secret(QStringView(u"pässword\u2014\0x", 11));
        Secret copy(secret);
        const Secret moved(std::move(copy));
        QCOMPARE(moved.revealText(), secret.revealText());
        QVERIFY(copy.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the point
        QVERIFY(Secret().isEmpty());
        QVERIFY(!secret.isEmpty());
        Secret assigned(u"other"_s);
        assigned = secret;
        QVERIFY(assigned.matches(secret.reveal()));
    }

    void matching_data()
    {
        QTest::addColumn<QByteArray>("held");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << QByteArray("abc") << QByteArray("abc") << true;
        QTest::newRow("last differs") << QByteArray("abc") << QByteArray("abd") << false;
        QTest::newRow("shorter") << QByteArray("abc") << QByteArray("ab") << false;
        QTest::newRow("repeated") << QByteArray("ab") << QByteArray("abab") << false;
        QTest::newRow("empty given") << QByteArray("abc") << QByteArray() << false;
        QTest::newRow("nothing held") << QByteArray() << QByteArray("a") << false;
        QTest::newRow("both empty") << QByteArray() << QByteArray() << true;
    }

    void matching()
    {
        QFETCH(QByteArray, held);
        QFETCH(QByteArray, given);
        QFETCH(bool, same);
        QCOMPARE(Secret(QByteArrayView(held)).matches(given), same);
    }

    void bothSpellingsAreKnown()
    {
        QCOMPARE(secretName(u"JUSTCALL_API_KEY"), u"justcall-api-key"_s);
        QCOMPARE(secretName(u"justcall-api-key"), u"justcall-api-key"_s);
        QCOMPARE(secretName(u"Justcall_Api_Key"), u"justcall-api-key"_s);
        QCOMPARE(secretName(u"CALLCARD_RELAY_TOKEN"), u"relay-token"_s);
        QCOMPARE(secretName(u"HOME"), std::nullopt);
        QCOMPARE(secretName(u""), std::nullopt);
    }

    void memoryRemembers()
    {
        MemorySecrets store;
        QCOMPARE(read(store, u"a"_s), u"(missing)"_s);
        QVERIFY(write(store, u"b"_s, u"2"_s) && write(store, u"a"_s, u"1"_s));
        QCOMPARE(read(store, u"a"_s), u"1"_s);
        QCOMPARE(*QCoro::waitFor(store.names({})), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(removeSecret(store, u"a"_s) && removeSecret(store, u"a"_s));
        QCOMPARE(read(store, u"a"_s), u"(missing)"_s);
    }

    void theEnvironmentIsPreferred()
    {
        MemorySecrets below;
        EnvironmentSecrets store(below,
                                 {{u"JUSTCALL_API_KEY"_s, u"from environment"_s}, {u"COPPER_API_KEY"_s, QString()}, {u"HOME"_s, u"/"_s}});
        QVERIFY(write(store, u"justcall-api-key"_s, u"stored"_s));
        QVERIFY(write(store, u"copper-api-key"_s, u"stored"_s));
        QCOMPARE(read(store, u"justcall-api-key"_s), u"from environment"_s);
        QVERIFY(store.isFromEnvironment(u"justcall-api-key"_s));
        QCOMPARE(read(store, u"copper-api-key"_s), u"stored"_s); // an empty variable is none
        QCOMPARE(read(below, u"justcall-api-key"_s), u"stored"_s);
        QCOMPARE(*QCoro::waitFor(store.names({})), (QStringList{u"copper-api-key"_s, u"justcall-api-key"_s}));
    }

    void aHeadlessMachineNeedsNoKeychain()
    {
        NoKeychain below;
        EnvironmentSecrets store(below, {{u"JUSTCALL_API_KEY"_s, u"k"_s}});
        QCOMPARE(read(store, u"justcall-api-key"_s), u"k"_s);
        QCOMPARE(read(store, u"copper-api-key"_s), u"secrets-locked"_s);
        QCOMPARE(*QCoro::waitFor(store.names({})), QStringList{u"justcall-api-key"_s});
        EnvironmentSecrets empty(below, {});
        QVERIFY(!QCoro::waitFor(empty.names({})));
    }

    void forThisSessionOnly()
    {
        NoKeychain keychain;
        SessionSecrets store(keychain);
        QVERIFY(!write(store, u"relay-token"_s, u"x"_s)); // nobody agreed yet
        QCOMPARE(read(store, u"relay-token"_s), u"secrets-locked"_s);
        QVERIFY(!QCoro::waitFor(store.names({})));
        store.keepForSession();
        QVERIFY(store.isSessionOnly());
        QCOMPARE(read(store, u"relay-token"_s), u"(missing)"_s);
        QVERIFY(write(store, u"relay-token"_s, u"x"_s));
        QCOMPARE(read(store, u"relay-token"_s), u"x"_s);
        QCOMPARE(*QCoro::waitFor(store.names({})), QStringList{u"relay-token"_s});
        QVERIFY(removeSecret(store, u"relay-token"_s));
        QCOMPARE(read(store, u"relay-token"_s), u"(missing)"_s);
    }

    void aSessionHidesWhatItRemoved()
    {
        MemorySecrets keychain;
        QVERIFY(write(keychain, u"relay-token"_s, u"old"_s));
        SessionSecrets store(keychain);
        QCOMPARE(read(store, u"relay-token"_s), u"old"_s);
        store.keepForSession();
        QVERIFY(removeSecret(store, u"relay-token"_s));
        QCOMPARE(read(store, u"relay-token"_s), u"(missing)"_s);
        QVERIFY(QCoro::waitFor(store.names({}))->isEmpty());
        QVERIFY(write(store, u"relay-token"_s, u"new"_s));
        QCOMPARE(read(store, u"relay-token"_s), u"new"_s);
        QCOMPARE(read(keychain, u"relay-token"_s), u"old"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_secrets.moc"
