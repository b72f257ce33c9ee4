#include "eventfile.h"

#include <QLoggingCategory>

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcEventLog, "callcard.eventlog", QtInfoMsg)

constexpr std::size_t kMostWaiting = 20'000;
constexpr qsizetype kMostInACommit = 1000;
constexpr int kReadAtOnce = 250; // whoever wants to write waits that long while the past is told
constexpr auto kTrimEvery = 10s;
constexpr auto kProbeEvery = 1s; // while nothing can be written

class SqliteEventLog final : public EventLog
{
public:
    SqliteEventLog(const Clock &clock, LogRetention retention) : m_clock(clock), m_retention(retention) {}

    ~SqliteEventLog() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_one();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] Result<> open(const QString &path)
    {
        // Shared: the thread may still be leaving set_value() when the value has already arrived here.
        const auto opened = std::make_shared<std::promise<Result<>>>();
        std::future<Result<>> answer = opened->get_future();
        m_thread = std::thread([this, path, opened] {
            Result<EventFile> file = EventFile::open(path);
            if (!file) {
                opened->set_value(tl::unexpected(file.error()));
                return;
            }
            const Result<LogIdentity> identity = file->identity();
            const Result<> noted = identity ? noteFigures(*file) : tl::unexpected(identity.error());
            if (!noted) {
                opened->set_value(noted);
                return;
            }
            m_identity = *identity; // before anybody else has us
            opened->set_value({});
            run(*file);
        });
        return answer.get();
    }

    void append(LogRecord record, Done done) override
    {
        std::unique_lock lock(m_mutex);
        if (m_waiting.size() >= kMostWaiting) {
            lock.unlock();
            done(failure(ErrorKind::RateLimited, u"too much is waiting for the disk"_s, 1s));
            return;
        }
        m_waiting.push_back({std::move(record), std::move(done)});
        lock.unlock();
        m_wake.notify_one();
    }

    void follow(Follower follower) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_newFollower = std::move(follower);
        }
        m_wake.notify_one();
    }

    [[nodiscard]] LogFigures figures() const override
    {
        const std::lock_guard lock(m_mutex);
        LogFigures figures = m_figures;
        figures.waiting = m_waiting.size();
        return figures;
    }

    [[nodiscard]] LogIdentity identity() const override { return m_identity; }

private:
    struct Waiting {
        LogRecord record;
        Done done;
    };
    struct Newcomer {
        Follower follower{};
        quint64 told = 0;
    };

    void run(EventFile &file)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, untilNextTask(), [this] { return m_ending || m_newFollower || !m_waiting.empty(); });
            const bool ending = m_ending && m_waiting.empty();
            if (m_newFollower)
                m_newcomer = Newcomer{.follower = *std::exchange(m_newFollower, std::nullopt)};
            std::vector<Waiting> batch;
            while (!m_waiting.empty() && std::ssize(batch) < kMostInACommit) {
                batch.push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
            }
            lock.unlock();
            if (!batch.empty())
                write(file, batch);
            if (ending)
                return leave();
            if (m_newcomer)
                tellMoreOfThePast(file, std::max<int>(kReadAtOnce, 2 * static_cast<int>(batch.size()))); // faster than it grows
            else
                tidy(file);
        }
    }

    [[nodiscard]] std::chrono::steady_clock::duration untilNextTask() const
    {
        if (m_newcomer || m_moreToTrim)
            return {};
        const auto passed = std::chrono::steady_clock::now() - m_tidiedAt;
        const std::chrono::steady_clock::duration pause = m_inTrouble ? kProbeEvery : kTrimEvery;
        return m_tidiedAt == std::chrono::steady_clock::time_point() || passed >= pause ? std::chrono::steady_clock::duration()
                                                                                        : pause - passed;
    }

    /// One page, so that nobody who writes waits for the whole past. What is written meanwhile is a part of it.
    void tellMoreOfThePast(EventFile &file, int limit)
    {
        const Result<QList<LoggedRecord>> page = file.readAfter(m_newcomer->told, limit);
        if (!page) {
            m_newcomer->follower.caughtUp(tl::unexpected(page.error()));
            m_newcomer.reset();
            return;
        }
        if (!page->isEmpty()) {
            m_newcomer->told = page->last().sequence;
            m_newcomer->follower.records(*page);
            return;
        }
        m_follower = std::move(m_newcomer->follower);
        const quint64 told = m_newcomer->told;
        m_newcomer.reset();
        m_follower->caughtUp(std::max(told, figures().last));
    }

    void leave()
    {
        if (m_newcomer)
            m_newcomer->follower.caughtUp(failure(ErrorKind::Cancelled, u"the log is being closed"_s));
    }

    void tidy(EventFile &file)
    {
        if (untilNextTask() > std::chrono::steady_clock::duration())
            return;
        m_tidiedAt = std::chrono::steady_clock::now();
        if (!looksInPlace(file))
            return;
        if (m_inTrouble)
            probe(file);
        if (!m_inTrouble)
            trim(file);
    }

    /// Somebody may wipe the folder under us. What would be written then is nowhere.
    [[nodiscard]] bool looksInPlace(const EventFile &file)
    {
        if (!m_isReplaced && file.isInPlace())
            return true;
        noteTrouble(takenAway());
        if (std::exchange(m_isReplaced, true))
            return false;
        qCWarning(lcEventLog) << "the file was taken away or replaced; nothing more is written to it";
        if (m_follower && m_follower->replaced)
            m_follower->replaced();
        else if (m_newcomer && m_newcomer->follower.replaced)
            m_newcomer->follower.replaced();
        return false;
    }
    [[nodiscard]] static Error takenAway() { return {.kind = ErrorKind::Storage, .detail = u"the log's file was taken away"_s}; }

    /// Nobody may write for hours, and until then a disk that has room again must not count as full.
    void probe(EventFile &file)
    {
        const Result<> written = file.probe();
        if (!written) {
            noteTrouble(written.error());
            return;
        }
        qCInfo(lcEventLog) << "records can be written again";
        m_inTrouble = false;
        const std::lock_guard lock(m_mutex);
        m_figures.trouble.reset();
    }

    void write(EventFile &file, const std::vector<Waiting> &batch)
    {
        QList<LogRecord> records;
        records.reserve(std::ssize(batch));
        for (const Waiting &one : batch)
            records.append(one.record);
        const Result<QList<LogPlace>> places = looksInPlace(file) ? file.append(records) : tl::unexpected(takenAway());
        if (!places) {
            qCWarning(lcEventLog) << "records could not be written:" << records.size() << places.error();
            noteTrouble(places.error());
            for (const Waiting &one : batch)
                one.done(tl::unexpected(places.error()));
            return;
        }
        QList<LoggedRecord> news;
        for (qsizetype i = 0; i < records.size(); ++i) {
            if (!places->at(i).repeated)
                news.append(LoggedRecord{.sequence = places->at(i).sequence, .record = records.at(i)});
        }
        noteWritten(news);
        for (qsizetype i = 0; i < records.size(); ++i)
            batch[static_cast<std::size_t>(i)].done(places->at(i));
        if (m_follower && !news.isEmpty())
            m_follower->records(news);
    }

    void trim(EventFile &file)
    {
        const QDateTime before = m_clock.now().addSecs(-std::chrono::seconds(m_retention.age).count());
        const Result<int> gone = file.trim(before, m_retention.records);
        // As much as is looked at: there is more, and it may come in faster than it goes by the clock.
        m_moreToTrim = gone && *gone >= EventFile::kTrimmedAtOnce;
        if (!gone)
            qCWarning(lcEventLog) << "old records could not be forgotten:" << gone.error();
        if (!gone || *gone == 0)
            return;
        const Result<quint64> oldest = file.oldest();
        const std::lock_guard lock(m_mutex);
        m_figures.records -= std::min(m_figures.records, static_cast<quint64>(*gone));
        if (oldest)
            m_figures.first = *oldest;
    }

    [[nodiscard]] Result<> noteFigures(const EventFile &file)
    {
        const Result<LogFigures> now = file.figures();
        if (!now)
            return tl::unexpected(now.error());
        const std::lock_guard lock(m_mutex);
        m_figures = *now;
        return {};
    }
    void noteTrouble(const Error &error)
    {
        m_inTrouble = true;
        const std::lock_guard lock(m_mutex);
        m_figures.trouble = error;
    }
    void noteWritten(const QList<LoggedRecord> &news)
    {
        m_inTrouble = false;
        const std::lock_guard lock(m_mutex);
        m_figures.trouble.reset();
        ++m_figures.commits;
        if (news.isEmpty())
            return;
        m_figures.records += static_cast<quint64>(news.size());
        m_figures.last = news.last().sequence;
        if (m_figures.first == 0)
            m_figures.first = news.first().sequence;
    }

    const Clock &m_clock;
    const LogRetention m_retention;
    LogIdentity m_identity;
    // Of the log's thread:
    std::optional<Follower> m_follower;
    std::optional<Newcomer> m_newcomer; ///< Still hears of the past.
    std::chrono::steady_clock::time_point m_tidiedAt;
    bool m_moreToTrim = false;
    bool m_inTrouble = false;
    bool m_isReplaced = false;

    mutable std::mutex m_mutex; // what follows is shared
    std::condition_variable m_wake;
    std::deque<Waiting> m_waiting;
    std::optional<Follower> m_newFollower;
    LogFigures m_figures;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace

Result<std::unique_ptr<EventLog>> makeSqliteEventLog(const QString &path, const Clock &clock, LogRetention retention)
{
    auto log = std::make_unique<SqliteEventLog>(clock, retention);
    if (const Result<> opened = log->open(path); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<EventLog>(std::move(log));
}

} // namespace callcard
