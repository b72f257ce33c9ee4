#pragma once

#include "accountwire.h"

#include <callcard/callprovider.h>
#include <callcard/ringcentral.h>

namespace callcard::ringcentral {

/// Who the signed-in rep is to the service: extension, numbers, queues, devices. Asked for once, and again when it is old.
class Account
{
public:
    explicit Account(RingCentralContext context);

    /// At once when it is known. Numbers and queues that may not be read are simply not known.
    [[nodiscard]] QCoro::Task<Result<>> know(std::stop_token stop);
    /// Reads everything again; what was known stays in force when that fails.
    [[nodiscard]] QCoro::Task<Result<>> refresh(std::stop_token stop);
    [[nodiscard]] bool isOld() const;

    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] const Self &self() const { return m_self; }
    [[nodiscard]] const QList<OwnNumber> &numbers() const { return m_numbers; }
    /// Everybody with a short number; asked for once in a while.
    [[nodiscard]] QCoro::Task<Result<QList<Colleague>>> colleagues(std::stop_token stop);
    /// A device that can take a call now; Refused when there is none.
    [[nodiscard]] QCoro::Task<Result<QString>> device(std::stop_token stop);

private:
    QCoro::Task<Result<QHash<QString, QString>>> readQueues(std::stop_token stop);

    const RingCentralContext m_context;
    bool m_known = false;
    Self m_self;
    QList<OwnNumber> m_numbers;
    QString m_user; // of the tokens it was read with: another sign-in is another rep
    std::chrono::milliseconds m_readAt{};
    std::optional<QList<Colleague>> m_colleagues;
    std::chrono::milliseconds m_colleaguesAt{};
};

} // namespace callcard::ringcentral
