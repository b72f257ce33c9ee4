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
constexpr int kReadAtOnce = 1000;
constexpr auto kTrimEvery = 10s;

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
            noteFigures(*file);
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

private:
    struct Waiting {
        LogRecord record;
        Done done;
    };

    void run(EventFile &file)
    {
        auto lastTrim = std::chrono::steady_clock::time_point();
        while (true) {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, kTrimEvery, [this] { return m_ending || m_newFollower || !m_waiting.empty(); });
            const bool ending = m_ending && m_waiting.empty();
            std::optional<Follower> newcomer = std::exchange(m_newFollower, std::nullopt);
            std::vector<Waiting> batch;
            while (!m_waiting.empty() && std::ssize(batch) < kMostInACommit) {
                batch.push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
            }
            lock.unlock();
            if (newcomer)
                tellThePast(file, *std::move(newcomer));
            if (!batch.empty())
                write(file, batch);
            if (ending)
                return;
            if (const auto now = std::chrono::steady_clock::now(); now - lastTrim >= kTrimEvery) {
                lastTrim = now;
                trim(file);
            }
        }
    }

    void tellThePast(EventFile &file, Follower follower)
    {
        quint64 last = 0;
        while (true) {
            const Result<QList<LoggedRecord>> page = file.readAfter(last, kReadAtOnce);
            if (!page) {
                follower.caughtUp(tl::unexpected(page.error()));
                return;
            }
            if (page->isEmpty())
                break;
            last = page->last().sequence;
            follower.records(*page);
        }
        m_follower = std::move(follower);
        m_follower->caughtUp(std::max(last, figures().last));
    }

    void write(EventFile &file, const std::vector<Waiting> &batch)
    {
        QList<LogRecord> records;
        records.reserve(std::ssize(batch));
        for (const Waiting &one : batch)
            records.append(one.record);
        const Result<QList<LogPlace>> places = file.append(records);
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
        Result<int> gone = file.trim(before, m_retention.records);
        if (gone && *gone > 0)
            noteFigures(file);
        else if (!gone)
            qCWarning(lcEventLog) << "old records could not be forgotten:" << gone.error();
    }

    void noteFigures(const EventFile &file)
    {
        const Result<LogFigures> now = file.figures();
        const std::lock_guard lock(m_mutex);
        if (now) {
            m_figures.records = now->records;
            m_figures.first = now->first;
            m_figures.last = now->last;
        } else {
            m_figures.trouble = now.error();
        }
    }
    void noteTrouble(const Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_figures.trouble = error;
    }
    void noteWritten(const QList<LoggedRecord> &news)
    {
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
    std::optional<Follower> m_follower; // of the log's thread

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
