#include "cli.h"

#include <callcard/keychain.h>

#include <QFile>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLongestSecret = 64 * 1024;

QString names()
{
    QStringList list;
    for (const KnownSecret &known : knownSecrets())
        list.append(known.name);
    return list.join(u", "_s);
}

QString sentence(const Error &error)
{
    if (error.kind == ErrorKind::SecretsLocked) {
        return u"The system keychain is locked or absent. Unlock it and try again, or give the secret in its environment variable: "
               "callcard-cli config list names it."_s;
    }
    return u"The keychain refused: %1"_s.arg(error.detail);
}

int done(const Call &call, const QString &name, const QString &word)
{
    if (call.json)
        printJson({{"names", Json::array({name.toStdString()})}});
    else
        print(u"%1 %2."_s.arg(name, word));
    return kSuccess;
}

} // namespace

QCoro::Task<int> runSecret(Call call)
{
    const QString verb = call.arguments.value(0);
    const bool needsName = verb == "set"_L1 || verb == "remove"_L1;
    if ((!needsName && verb != "list"_L1) || call.arguments.size() != (needsName ? 2 : 1))
        co_return wrongUsage(u"secret needs set, list or remove."_s, "secret");
    const std::optional<QString> name = needsName ? secretName(call.arguments.at(1)) : std::optional(QString());
    if (!name)
        co_return wrongUsage(u"There is no secret \"%1\". Known: %2."_s.arg(call.arguments.at(1).left(60), names()), "secret");

    SystemClock clock;
    KeychainSecrets secrets(makeSystemKeychain(), call.profile.name, clock);
    if (verb == "list"_L1) {
        const Result<QStringList> list = co_await secrets.names(call.stop);
        if (!list)
            co_return fail(sentence(list.error()));
        Json document{{"names", Json::array()}};
        for (const QString &entry : *list) {
            if (call.json)
                document["names"].push_back(entry.toStdString());
            else
                print(entry);
        }
        if (call.json)
            printJson(document);
        co_return kSuccess;
    }
    if (verb == "remove"_L1) {
        const Result<> removed = co_await secrets.remove(*name, call.stop);
        if (removed)
            co_await announceChange(call.profile, call.stop);
        co_return removed ? done(call, *name, u"removed"_s) : fail(sentence(removed.error()));
    }
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        co_return fail(u"Standard input cannot be read."_s);
    const QByteArray bytes = input.read(kLongestSecret + 1);
    const QByteArray text = bytes.trimmed();
    if (text.isEmpty() || bytes.size() > kLongestSecret)
        co_return wrongUsage(
            text.isEmpty() ? u"The secret is read from standard input, which was empty."_s : u"That is too long for a secret."_s, "secret");
    const Result<> written = co_await secrets.write(*name, Secret(QByteArrayView(text)), call.stop);
    if (written)
        co_await announceChange(call.profile, call.stop);
    co_return written ? done(call, *name, u"stored in the keychain"_s) : fail(sentence(written.error()));
}

} // namespace callcard::cli
