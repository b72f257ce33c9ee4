#pragma once

#include <callcard/clock.h>
#include <callcard/directory.h>
#include <callcard/store.h>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace callcard {

/// A small file of what a person decided or wrote on this computer: nobody can fetch it again. Found to be damaged, when it is opened or
/// in the middle of its use, it is set aside, and what can still be read of it goes into the one that takes its place.
class PersonalFile
{
public:
    struct Kind {
        DamagedFile::What what{};
        const Migrations &schema;
        /// Brings over what can be read; that the reading ends early is why it is asked.
        std::function<void(Store &damaged, Store &into)> rescue;
    };

    /// Damage is no failure; a newer program's file, or a disk that refuses, is one.
    [[nodiscard]] static Result<std::unique_ptr<PersonalFile>> open(const QString &path, Kind kind, bool readOnly, const Clock &clock);

    /// Not where it is for reading only and there is no file, nor where none could take a damaged one's place.
    [[nodiscard]] bool isThere() const { return m_store != nullptr; }
    [[nodiscard]] const std::optional<DamagedFile> &damage() const { return m_damage; }
    /// Asked for the first time since it was damaged.
    [[nodiscard]] bool takeNews() { return std::exchange(m_isNews, false); }

    /// Asks the file, and where it turns out to be damaged, the one in its place; `nothing` where there is none. Never says Corrupt, which
    /// is said of the customers' file by whoever reads both.
    template <typename Ask>
    [[nodiscard]] auto ask(const Ask &ask, std::invoke_result_t<Ask, Store &> nothing) -> std::invoke_result_t<Ask, Store &>
    {
        for (int tries = 0; m_store && tries < 2; ++tries) {
            auto answer = ask(*m_store);
            if (answer || storageFault(answer.error()) != StorageFault::Corrupt)
                return answer;
            replace(answer.error());
        }
        return nothing;
    }
    /// Why nothing can be written.
    [[nodiscard]] tl::unexpected<Error> unwritable() const;

private:
    PersonalFile(QString path, Kind kind, bool readOnly, const Clock &clock);
    [[nodiscard]] Result<> openStore();
    void replace(const Error &error);

    const QString m_path;
    const Kind m_kind;
    const bool m_readOnly;
    const Clock &m_clock;
    std::unique_ptr<Store> m_store;
    std::optional<DamagedFile> m_damage;
    bool m_isNews = false;
};

} // namespace callcard
