#pragma once

#include "accounts.h"

#include <callcard/directory.h>

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace callcard {

/// Who called lately, each number once.
struct PastCallers {
    QList<CallParty> callers{};
    std::optional<Error> problem{}; ///< A phone service could not be asked: there may be more.
};

/// Customers that somebody looks at before they are kept: a directory of its own, in a folder that goes with it.
class CustomersPreview
{
public:
    struct Wish {
        QString dataFolder{}; ///< Of the profile: nothing personal lies anywhere else, not even for a minute.
        QString region{};
        Me me{};
    };
    [[nodiscard]] static Result<std::shared_ptr<CustomersPreview>> open(const Wish &wish, const Clock &clock);
    /// What a program that was killed left behind.
    static void removeLeftovers(const QString &dataFolder);
    ~CustomersPreview();

    /// The first pages of each source and scope: enough to judge by, and not more than a person waits for. The sources' accounts stay as
    /// long as this does.
    [[nodiscard]] QCoro::Task<Result<>> read(std::shared_ptr<const Accounts> accounts, std::vector<std::unique_ptr<CustomerSource>> sources,
                                             QList<SyncScope> scopes, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<>> read(ImportRequest request, std::stop_token stop);

    [[nodiscard]] const Directory &directory() const { return *m_directory; }
    [[nodiscard]] bool isPart() const { return m_isPart; } ///< There are more.
    [[nodiscard]] const SyncReport &sync() const { return m_sync; }
    [[nodiscard]] const std::optional<ImportReport> &import() const { return m_import; } ///< Of a file.

private:
    CustomersPreview(const Wish &wish, const Clock &clock);

    const Clock &m_clock;
    QTemporaryDir m_folder;
    std::shared_ptr<const Accounts> m_accounts;
    std::vector<std::unique_ptr<CustomerSource>> m_sources;
    std::unique_ptr<Directory> m_directory; // closed before its folder goes
    SyncReport m_sync;
    std::optional<ImportReport> m_import;
    bool m_isPart = false;
};

} // namespace callcard
