#include <callcard/keychain.h>

#include <QLoggingCategory>
#include <QRegularExpression>

#include <deque>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSecrets, "callcard.secrets", QtInfoMsg)

constexpr auto kAskedAgain = std::chrono::seconds(30); // a service that is not there; where nobody is bothered by it

const QString &indexKey()
{
    static const QString key = u"names"_s; // no secret may be called so
    return key;
}

bool isValidName(const QString &name)
{
    static const QRegularExpression valid(u"^[a-z0-9][a-z0-9-]{0,63}$"_s);
    return valid.match(name).hasMatch() && name != indexKey();
}

/// A token that is stopped by another token or by the clock. The alarm belongs to a scope that outlives us, because we may be destroyed in
/// it.
class Patience
{
public:
    Patience(TaskScope &scope, Clock &clock, std::chrono::milliseconds duration, const std::stop_token &outer)
        : m_outer(outer, Relay{m_stop})
    {
        scope.start(ring(clock, duration, m_done.get_token(), m_stop));
    }
    Patience(const Patience &) = delete;
    Patience &operator=(const Patience &) = delete;
    ~Patience() { m_done.request_stop(); }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    struct Relay {
        std::stop_source stop;
        void operator()() const noexcept { stop.request_stop(); }
    };
    static QCoro::Task<> ring(Clock &clock, std::chrono::milliseconds duration, std::stop_token done, std::stop_source stop)
    {
        const Result<> waited = co_await clock.sleep(duration, done);
        if (waited)
            stop.request_stop();
    }

    std::stop_source m_done;
    std::stop_source m_stop;
    std::stop_callback<Relay> m_outer;
};

} // namespace

class KeychainSecrets::Private
{
public:
    std::unique_ptr<KeychainService> service;
    QString serviceName;
    Clock &clock;
    std::chrono::milliseconds patience;
    KeychainState state = KeychainState::Unknown;
    bool wasThere = false; ///< What answered once and answers no more has our keys still.

    // Changing the list of names is reading and writing: one at a time.
    bool busy = false;
    std::deque<Completion<> *> queue{};
    TaskScope scope{};

    template <typename T>
    Result<T> understand(const Result<KeychainService::Reply<T>> &reply, const std::stop_token &stop)
    {
        if (!reply) {
            if (stop.stop_requested())
                return tl::unexpected(reply.error());
            state = KeychainState::Locked;
            return failure(ErrorKind::SecretsLocked, u"the keychain gave no answer in time"_s);
        }
        if (reply->has_value()) {
            state = KeychainState::Works;
            wasThere = true;
            if constexpr (std::is_void_v<T>)
                return {};
            else
                return **reply;
        }
        switch (reply->error()) {
        case KeychainService::Trouble::Absent:
            state = wasThere ? KeychainState::Locked : KeychainState::Absent;
            return failure(ErrorKind::SecretsLocked, u"no keychain service"_s);
        case KeychainService::Trouble::Denied:
            state = KeychainState::Locked;
            wasThere = true;
            return failure(ErrorKind::SecretsLocked, u"the keychain's owner said no"_s);
        case KeychainService::Trouble::Failed:
            break;
        }
        return failure(ErrorKind::Storage, u"keychain: it failed"_s);
    }

    QCoro::Task<Result<std::optional<QString>>> readText(QString key, std::stop_token stop)
    {
        const Patience limit(scope, clock, patience, stop);
        const auto reply = co_await service->read(serviceName, key, limit.token());
        co_return understand<std::optional<QString>>(reply, stop);
    }

    QCoro::Task<Result<>> writeText(QString key, QString text, std::stop_token stop)
    {
        const Patience limit(scope, clock, patience, stop);
        const auto reply = co_await service->write(serviceName, key, text, limit.token());
        co_return understand<void>(reply, stop);
    }

    QCoro::Task<Result<>> removeText(QString key, std::stop_token stop)
    {
        const Patience limit(scope, clock, patience, stop);
        const auto reply = co_await service->remove(serviceName, key, limit.token());
        co_return understand<void>(reply, stop);
    }

    QCoro::Task<Result<QStringList>> readNames(std::stop_token stop)
    {
        const Result<std::optional<QString>> text = co_await readText(indexKey(), stop);
        if (!text)
            co_return tl::unexpected(text.error());
        QStringList names;
        for (const QString &name : text->value_or(QString()).split(u'\n', Qt::SkipEmptyParts)) {
            if (isValidName(name))
                names.append(name);
        }
        names.sort();
        co_return names;
    }

    QCoro::Task<Result<>> changeNames(QString name, bool present, std::stop_token stop)
    {
        Result<QStringList> names = co_await readNames(stop);
        if (!names)
            co_return tl::unexpected(names.error());
        if (names->contains(name) == present)
            co_return {};
        if (present)
            names->append(name);
        else
            names->removeAll(name);
        co_return co_await writeText(indexKey(), names->join(u'\n'), stop);
    }

    // The name first, then the secret; for removing the other way round: after a crash there may be a name too many, never one too few.
    QCoro::Task<Result<>> write(QString name, Secret secret, std::stop_token stop)
    {
        if (Result<> listed = co_await changeNames(name, true, stop); !listed)
            co_return listed;
        co_return co_await writeText(name, secret.revealText(), stop);
    }

    QCoro::Task<Result<>> remove(QString name, std::stop_token stop)
    {
        if (Result<> removed = co_await removeText(name, stop); !removed)
            co_return removed;
        co_return co_await changeNames(name, false, stop);
    }

    QCoro::Task<Result<>> enter(std::stop_token stop)
    {
        if (!std::exchange(busy, true))
            co_return {};
        Completion<> turn;
        queue.push_back(&turn);
        Result<> mine = co_await turn.wait(stop);
        if (!mine && std::erase(queue, &turn) == 0)
            leave(); // it was our turn in the very moment we were stopped
        co_return mine;
    }

    void leave()
    {
        if (queue.empty()) {
            busy = false;
            return;
        }
        Completion<> *next = queue.front();
        queue.pop_front();
        next->complete();
    }
};

KeychainSecrets::KeychainSecrets(std::unique_ptr<KeychainService> service, QString profile, Clock &clock,
                                 std::chrono::milliseconds patience)
    : d(new Private{.service = std::move(service),
                    .serviceName = profile.isEmpty() ? u"callcard"_s : u"callcard "_s + profile,
                    .clock = clock,
                    .patience = patience})
{
}

KeychainSecrets::~KeychainSecrets() = default;

KeychainState KeychainSecrets::state() const
{
    return d->state;
}

QCoro::Task<Result<bool>> KeychainSecrets::waitUntilOpen(std::stop_token stop)
{
    while (true) {
        const auto reply = co_await d->service->read(d->serviceName, indexKey(), stop);
        const Result<std::optional<QString>> text = d->understand<std::optional<QString>>(reply, stop);
        if (text)
            co_return true;
        if (stop.stop_requested())
            co_return tl::unexpected(text.error());
        if (reply && reply->error() == KeychainService::Trouble::Denied)
            co_return false;
        const Result<> slept = co_await d->clock.sleep(kAskedAgain, stop);
        if (!slept)
            co_return tl::unexpected(slept.error());
    }
}

QCoro::Task<Result<std::optional<Secret>>> KeychainSecrets::read(QString name, std::stop_token stop)
{
    if (!isValidName(name))
        co_return failure(ErrorKind::Refused, u"not a name for a secret"_s);
    const Result<std::optional<QString>> text = co_await d->readText(name, stop);
    if (!text)
        co_return tl::unexpected(text.error());
    co_return text->has_value() ? std::optional(Secret(QStringView(**text))) : std::nullopt;
}

QCoro::Task<Result<>> KeychainSecrets::write(QString name, Secret secret, std::stop_token stop)
{
    if (!isValidName(name))
        co_return failure(ErrorKind::Refused, u"not a name for a secret"_s);
    if (Result<> entered = co_await d->enter(stop); !entered)
        co_return entered;
    const Result<> written = co_await d->write(name, std::move(secret), stop);
    d->leave();
    if (!written)
        qCWarning(lcSecrets) << "could not keep" << name << written.error();
    co_return written;
}

QCoro::Task<Result<>> KeychainSecrets::remove(QString name, std::stop_token stop)
{
    if (!isValidName(name))
        co_return failure(ErrorKind::Refused, u"not a name for a secret"_s);
    if (Result<> entered = co_await d->enter(stop); !entered)
        co_return entered;
    const Result<> removed = co_await d->remove(name, stop);
    d->leave();
    co_return removed;
}

QCoro::Task<Result<QStringList>> KeychainSecrets::names(std::stop_token stop)
{
    return d->readNames(std::move(stop));
}

} // namespace callcard
