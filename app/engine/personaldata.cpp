#include "personaldata.h"

#include "calljson.h"
#include "engine.h"

#include <callcard/logcopy.h>

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEntriesAPage = 500;
constexpr auto kBreath = std::chrono::milliseconds(1);
constexpr auto kOtherProfiles = "profiles"_L1; // as profileFor() has it

Json entryToJson(const LogEntry &entry)
{
    Json object = callToJson(entry.call, {});
    object["customer_id"] = entry.customer.id.text().toStdString();
    object["customer_name"] = entry.customer.name.toStdString();
    object["customer_company"] = entry.customer.company.toStdString();
    object["startedAt"] = isoTime(entry.call.startedAt);
    object["endedAt"] = isoTime(entry.call.endedAt);
    object["talkSeconds"] = entry.call.talkTime ? Json(entry.call.talkTime->count()) : Json(nullptr);
    object["outcome"] = entry.outcome.toStdString();
    object["note"] = entry.note.toStdString();
    object["private"] = entry.isPrivate;
    object["tags"] = Json::array();
    for (const QString &tag : entry.tags)
        object["tags"].push_back(tag.toStdString());
    if (entry.rating)
        object["rating"] = *entry.rating;
    if (!entry.recordingUrl.isEmpty())
        object["recording"] = entry.recordingUrl.toStdString();
    if (!entry.transcription.isEmpty())
        object["transcription"] = entry.transcription.toStdString();
    return object;
}

std::string partyNumber(const CallParty &party)
{
    return (party.number ? party.number->e164() : party.rawNumber).toStdString();
}

Json textToJson(const Message &text)
{
    return {{"id", text.id.text().toStdString()},
            {"sentAt", isoTime(text.sentAt)},
            {"direction", callDirectionName(text.direction).toStdString()},
            {"number", partyNumber(text.remote)},
            {"text", text.text.toStdString()}};
}

Json promiseToJson(const KeptPromise &kept)
{
    return {{"text", kept.promise.text.toStdString()},
            {"due", kept.promise.due.toString(Qt::ISODate).toStdString()},
            {"done", kept.promise.done},
            {"customer_id", kept.promise.customer.text().toStdString()},
            {"number", kept.number ? kept.number->e164().toStdString() : std::string()},
            {"call", kept.call.text().toStdString()}};
}

Json reminderToJson(const Reminder &reminder)
{
    return {{"text", reminder.text.toStdString()},
            {"due", isoTime(reminder.due)},
            {"customer_id", reminder.customer.id.text().toStdString()},
            {"customer_name", reminder.customer.name.toStdString()},
            {"number", partyNumber(reminder.party)}};
}

Json customerToJson(const LocalCustomer &local)
{
    Json object{{"id", local.localId.toStdString()},
                {"changes", local.edits.text().toStdString()},
                {"name", local.customer.name.toStdString()},
                {"company", local.customer.company.toStdString()},
                {"at", isoTime(local.at)},
                {"numbers", Json::array()},
                {"emails", Json::array()}};
    for (const CustomerNumber &number : local.customer.numbers)
        object["numbers"].push_back(number.number ? number.number->e164().toStdString() : number.text.toStdString());
    for (const QString &email : local.customer.emails)
        object["emails"].push_back(email.toStdString());
    return object;
}

/// Reads in slices: between two of them a card may come and a key be answered.
class DataGathering
{
public:
    DataGathering(Engine &engine, const CallLog &log, std::unique_ptr<LogCopy> copy, std::stop_token stop)
        : m_engine(engine), m_log(log), m_copy(std::move(copy)), m_stop(std::move(stop))
    {
    }

    QCoro::Task<Result<Json>> gather()
    {
        addSettings();
        const Result<> calls = co_await addCalls();
        if (!calls)
            co_return tl::unexpected(calls.error());
        const Result<> texts = co_await addTexts();
        if (!texts)
            co_return tl::unexpected(texts.error());
        const Result<> promises = co_await addPromises();
        if (!promises)
            co_return tl::unexpected(promises.error());
        const Result<> reminders = addReminders();
        if (!reminders)
            co_return tl::unexpected(reminders.error());
        const Result<> directory = co_await addDirectory();
        if (!directory)
            co_return tl::unexpected(directory.error());
        Result<Json> whole(std::move(m_document));
        co_return whole;
    }

private:
    QCoro::Task<Result<>> breathe()
    {
        Clock &clock = m_engine.clock();
        co_return co_await clock.sleep(kBreath, m_stop);
    }

    void addSettings()
    {
        m_document = {{"program", "Callcard"}, {"version", CALLCARD_VERSION}, {"exportedAt", isoTime(m_engine.clock().now())}};
        m_document["settings"] = Json::object();
        for (const SettingState &state : m_engine.preferences().states())
            m_document["settings"][state.key.toStdString()] = settingToText(state.value).toStdString();
    }

    QCoro::Task<Result<>> addCalls()
    {
        m_document["calls"] = Json::array();
        HistoryQuery query{.limit = kEntriesAPage};
        bool more = true;
        while (more) {
            const Result<HistoryPage> page = m_log.history(query);
            if (!page)
                co_return tl::unexpected(page.error());
            for (const LogEntry &entry : page->entries) {
                m_document["calls"].push_back(entryToJson(entry));
                query.before = entry.place;
            }
            more = page->more && !page->entries.isEmpty();
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    QCoro::Task<Result<>> addTexts()
    {
        m_document["texts"] = Json::array();
        std::optional<Message> last;
        bool more = true;
        while (more) {
            const Result<QList<Message>> texts = m_copy->texts(last, kEntriesAPage);
            if (!texts)
                co_return tl::unexpected(texts.error());
            for (const Message &text : *texts)
                m_document["texts"].push_back(textToJson(text));
            more = texts->size() == kEntriesAPage;
            if (more)
                last = texts->last();
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    QCoro::Task<Result<>> addPromises()
    {
        m_document["promises"] = Json::array();
        qint64 last = 0;
        bool more = true;
        while (more) {
            const Result<QList<KeptPromise>> promises = m_copy->promises(last, kEntriesAPage);
            if (!promises)
                co_return tl::unexpected(promises.error());
            for (const KeptPromise &kept : *promises)
                m_document["promises"].push_back(promiseToJson(kept));
            more = promises->size() == kEntriesAPage;
            if (more)
                last = promises->last().promise.id;
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    Result<> addReminders()
    {
        const Result<QList<Reminder>> reminders = m_log.reminders();
        if (!reminders)
            return tl::unexpected(reminders.error());
        m_document["reminders"] = Json::array();
        for (const Reminder &reminder : *reminders)
            m_document["reminders"].push_back(reminderToJson(reminder));
        return {};
    }

    QCoro::Task<Result<>> addDirectory()
    {
        m_document["learned"] = Json::array();
        m_document["customers"] = Json::array();
        const Directory *directory = m_engine.customers().directory();
        if (!directory)
            co_return Result<>{};
        const Result<QList<LearnedChoice>> learned = directory->learned();
        const Result<QList<LocalCustomer>> waiting = directory->unsent();
        if (!learned || !waiting)
            co_return tl::unexpected(learned ? waiting.error() : learned.error());
        for (const LearnedChoice &choice : *learned)
            m_document["learned"].push_back({{"number", choice.number.e164().toStdString()},
                                             {"customer_id", choice.customer.text().toStdString()},
                                             {"at", isoTime(choice.at)}});
        QSet<QString> written;
        for (const LocalCustomer &local : *waiting) {
            m_document["customers"].push_back(customerToJson(local));
            written.insert(local.localId);
        }
        // Those that were sent are known by their mark alone, wherever they stand.
        CustomerQuery query{.limit = kEntriesAPage};
        bool more = true;
        while (more) {
            const Result<FoundCustomers> page = directory->find(query);
            if (!page)
                co_return tl::unexpected(page.error());
            for (const FoundCustomer &found : page->customers) {
                for (const CustomerOrigin &origin : found.customer.origins) {
                    if (origin.source == "local"_L1 && !written.contains(origin.sourceId))
                        m_document["customers"].push_back(customerToJson({.localId = origin.sourceId, .customer = found.customer}));
                }
            }
            more = page->more && !page->next.isEmpty();
            query.after = page->next;
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    Engine &m_engine;
    const CallLog &m_log;
    const std::unique_ptr<LogCopy> m_copy;
    const std::stop_token m_stop;
    Json m_document;
};

/// Gone with all that is in it, but for other profiles: theirs lie within the default one's.
bool emptied(const QString &folder)
{
    bool gone = true;
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.isDir() && !entry.isSymLink())
            gone = (entry.fileName() == kOtherProfiles || QDir(entry.filePath()).removeRecursively()) && gone;
        else
            gone = QFile::remove(entry.filePath()) && gone;
    }
    const bool sharesTheFolder = QFileInfo::exists(folder + u'/' + kOtherProfiles);
    return gone && (sharesTheFolder || !QFileInfo::exists(folder) || QDir().rmdir(folder));
}

} // namespace

QCoro::Task<Result<Json>> personalData(Engine &engine, std::stop_token stop)
{
    CallLog *log = engine.callBook().log();
    if (!log)
        co_return tl::unexpected(engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    const Result<> flushed = log->flush();
    if (!flushed)
        co_return tl::unexpected(flushed.error());
    Result<std::unique_ptr<LogCopy>> copy = LogCopy::open(engine.profile().callLogFile());
    if (!copy)
        co_return tl::unexpected(copy.error());
    DataGathering gathering(engine, *log, std::move(*copy), std::move(stop));
    Result<Json> data = co_await gathering.gather();
    co_return data;
}

Result<> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Nobody else may read it, from its first byte on.
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return failure(ErrorKind::Storage, file.errorString());
    return {};
}

Result<> wipeProfile(const Profile &profile)
{
    QStringList left;
    if (!emptied(profile.dataFolder))
        left.append(u"data"_s);
    if (QFileInfo::exists(profile.settingsFile) && !QFile::remove(profile.settingsFile))
        left.append(u"settings"_s);
    if (left.isEmpty())
        return {};
    return failure(ErrorKind::Storage, QString(u"could not be removed: "_s + left.join(u", "_s)));
}

} // namespace callcard
