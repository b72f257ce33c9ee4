#pragma once

#include <callcard/secrets.h>

namespace callcard {

enum class KeychainState {
    Unknown, ///< Not asked yet.
    Works,
    Locked, ///< There, but it waits for its owner, or the owner said no.
    Absent, ///< No keychain service on this system since we started: offer to keep secrets for this session only.
};

/// The system's keychain, one entry at a time. The port exists for tests: a real keychain cannot be made to hang on demand.
class KeychainService
{
public:
    enum class Trouble { Absent, Denied, Failed };
    template <typename T>
    using Reply = tl::expected<T, Trouble>;

    KeychainService() = default;
    KeychainService(const KeychainService &) = delete;
    KeychainService &operator=(const KeychainService &) = delete;
    virtual ~KeychainService();
    /// May take for ever while a keychain waits to be unlocked. When stopped the wait ends, the job itself goes on; the error is then
    /// Cancelled.
    [[nodiscard]] virtual QCoro::Task<Result<Reply<std::optional<QString>>>> read(QString service, QString key, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Reply<void>>> write(QString service, QString key, QString text, std::stop_token stop) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Reply<void>>> remove(QString service, QString key, std::stop_token stop) = 0;
};

/// libsecret, KWallet, the macOS keychain, the Windows credential store.
[[nodiscard]] std::unique_ptr<KeychainService> makeSystemKeychain();

/// Secrets in the keychain under the service "callcard", or "callcard NAME" for another profile. Always as text: the keychain library keeps
/// text and binary entries of one key apart. It cannot list, so an entry of its own holds the names.
class KeychainSecrets final : public SecretStore
{
public:
    /// Clock outlives us. `patience`: a locked keychain waits for its owner without limit, we do not.
    KeychainSecrets(std::unique_ptr<KeychainService> service, QString profile, Clock &clock,
                    std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~KeychainSecrets() override;

    [[nodiscard]] KeychainState state() const; ///< As the last operation found it.
    /// Waits without limit: for the owner who has been asked to unlock it, or for a service that is not there. False: the owner said no,
    /// and nobody should be asked again by us.
    [[nodiscard]] QCoro::Task<Result<bool>> waitUntilOpen(std::stop_token stop);

    [[nodiscard]] QCoro::Task<Result<std::optional<Secret>>> read(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> remove(QString name, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QStringList>> names(std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard
