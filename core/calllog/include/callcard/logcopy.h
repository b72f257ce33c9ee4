#pragma once

#include <callcard/callermemory.h>
#include <callcard/message.h>
#include <callcard/result.h>

#include <memory>

namespace callcard {

class Store;

/// A promise and how it came about.
struct KeptPromise {
    Promise promise{};
    std::optional<PhoneNumber> number{}; ///< Absent: it hangs on the customer alone.
    CallId call{};                       ///< Empty: it was not made in a call.
    bool operator==(const KeptPromise &) const = default;
};

/// All that the log holds of texts and promises, settled or not, told by the provider or only heard live: for whoever takes their data
/// along. Pages, each from where the last one ended; one shorter than `limit` is the last. Reads through a connection of its own.
class LogCopy
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LogCopy>> open(const QString &path);
    ~LogCopy();

    /// Oldest first, those after `last`; without what was deleted or forgotten.
    [[nodiscard]] Result<QList<Message>> texts(const std::optional<Message> &last, int limit) const;
    /// In the order in which they were made, those after the one with that id.
    [[nodiscard]] Result<QList<KeptPromise>> promises(qint64 last, int limit) const;

private:
    explicit LogCopy(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace callcard
