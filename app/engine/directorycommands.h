#pragma once

#include <ipc/ipcserver.h>

#include <callcard/directory.h>

#include <functional>

namespace callcard {

[[nodiscard]] Json importJson(const ImportReport &report);
[[nodiscard]] Json statsJson(const DirectoryStats &stats, const QStringList &setAside = {});
[[nodiscard]] Json syncJson(const SyncReport &report);
[[nodiscard]] Json refusedJson(const QList<RefusedRecords> &sources);

/// What `callcard-cli directory …` asks of whoever may write the directory: over the socket, or of itself when nobody holds the profile.
/// Commands: "directory.import" {"file","region","map","dryRun","fresh"} with events {"rows","part","resumedAt"}; "directory.sync" with
/// events
/// {"source","fetched"}.
class DirectoryCommands final : public QObject
{
    Q_OBJECT

public:
    /// Syncs the sources that the settings name at this time. Absent: there are none.
    using SyncNow = std::function<QCoro::Task<Result<SyncReport>>(std::stop_token)>;
    explicit DirectoryCommands(Directory &directory, SyncNow syncNow = {});

    /// False: no command of the directory.
    bool answer(const IpcQuestion &question, const IpcReply &reply);
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

    using Progress = std::function<void(const Json &)>;
    [[nodiscard]] QCoro::Task<Result<Json>> import(Json arguments, Progress progress, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Json>> sync(Progress progress, std::stop_token stop);

private:
    QCoro::Task<> answerImport(Json arguments, IpcReply reply);
    QCoro::Task<> answerSync(IpcReply reply);
    std::shared_ptr<std::stop_source> stopWhenGone(const IpcReply &reply);

    Directory &m_directory; // outlives us: declared earlier in the engine
    const SyncNow m_syncNow;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
