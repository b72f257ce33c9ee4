#include <callcard/keychain.h>

#include <qt6keychain/keychain.h>

namespace callcard {

KeychainService::~KeychainService() = default;

namespace {

using Trouble = KeychainService::Trouble;

Trouble troubleOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Trouble::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // no session bus, no service on it, or one that was never initialised
        return Trouble::Absent;
    default:
        return Trouble::Failed;
    }
}

/// Jobs are many objects, each deletes itself when it is finished, whether anybody still waits or not.
class SystemKeychain final : public KeychainService
{
public:
    QCoro::Task<Result<Reply<std::optional<QString>>>> read(QString service, QString key, std::stop_token stop) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        using Value = Reply<std::optional<QString>>;
        const auto done = std::make_shared<Completion<Value>>();
        QObject::connect(job, &QKeychain::Job::finished, job, [job, done] {
            if (job->error() == QKeychain::NoError)
                done->complete(Value(job->textData()));
            else if (job->error() == QKeychain::EntryNotFound)
                done->complete(Value(std::nullopt));
            else
                done->complete(Value(tl::unexpected(troubleOf(job->error()))));
        });
        job->start();
        co_return co_await done->wait(stop);
    }

    QCoro::Task<Result<Reply<void>>> write(QString service, QString key, QString text, std::stop_token stop) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setTextData(text);
        return finish(job, std::move(stop));
    }

    QCoro::Task<Result<Reply<void>>> remove(QString service, QString key, std::stop_token stop) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return finish(job, std::move(stop));
    }

private:
    static QCoro::Task<Result<Reply<void>>> finish(QKeychain::Job *job, std::stop_token stop)
    {
        const auto done = std::make_shared<Completion<Reply<void>>>();
        QObject::connect(job, &QKeychain::Job::finished, job, [job, done] {
            if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
                done->complete(Reply<void>());
            else
                done->complete(Reply<void>(tl::unexpected(troubleOf(job->error()))));
        });
        job->start();
        co_return co_await done->wait(stop);
    }
};

} // namespace

std::unique_ptr<KeychainService> makeSystemKeychain()
{
    return std::make_unique<SystemKeychain>();
}

} // namespace callcard
