#include <callcard/browsersignin.h>

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace callcard {

namespace {
constexpr auto kWithoutPadding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
}

QByteArray randomWord()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toBase64(kWithoutPadding);
}

QByteArray challengeFor(QByteArrayView verifier)
{
    return QCryptographicHash::hash(verifier.toByteArray(), QCryptographicHash::Sha256).toBase64(kWithoutPadding);
}

ProofKey makeProofKey()
{
    const QByteArray verifier = randomWord();
    return {.verifier = Secret(QByteArrayView(verifier)), .challenge = challengeFor(verifier)};
}

} // namespace callcard
