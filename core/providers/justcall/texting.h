#pragma once

#include "api.h"

namespace callcard::justcall {

/// Sends texts, each at most once. The API repeats what it is asked to repeat, so when an answer is lost the list of sent texts
/// has the word: what is found there was sent; what is not was not, and may be sent again by whoever wrote it.
class Texting
{
public:
    explicit Texting(JustCallContext context);
    [[nodiscard]] QCoro::Task<Result<Message>> send(Message message, QString fromNumber, std::stop_token stop);

private:
    struct Attempt {
        QString to{};
        QString body{};
        std::chrono::milliseconds at{}; ///< Monotonic.
    };
    [[nodiscard]] QCoro::Task<Result<std::optional<TextRow>>> find(Attempt attempt, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<std::optional<TextRow>>> findPatiently(Attempt attempt, std::stop_token stop);
    void forget(const Attempt &attempt);

    const JustCallContext m_context;
    QList<Attempt> m_unclear; ///< Nobody knows yet what became of them.
};

} // namespace callcard::justcall
