#include "personaldata.h"

#include "calljson.h"
#include "engine.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEntriesAPage = 500;
constexpr int kNumbersASlice = 50;
constexpr auto kBreath = std::chrono::milliseconds(1);
constexpr int kMostTexts = 100'000;
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

Json textToJson(const Message &text)
{
    return {{"id", text.id.text().toStdString()},
            {"sentAt", isoTime(text.sentAt)},
            {"direction", callDirectionName(text.direction).toStdString()},
            {"number", text.remote.number ? text.remote.number->e164().toStdString() : text.remote.rawNumber.toStdString()},
            {"text", text.text.toStdString()}};
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
    DataGathering(Engine &engine, const CallLog &log, std::stop_token stop) : m_engine(engine), m_log(log), m_stop(std::move(stop)) {}

    QCoro::Task<Result<Json>> gather()
    {
        addSettings();
        const Result<> calls = co_await addCalls();
        if (!calls)
            co_return tl::unexpected(calls.error());
        const Result<> correspondents = co_await findCorrespondents();
        if (!correspondents)
            co_return tl::unexpected(correspondents.error());
        const Result<> texts = co_await addTexts();
        if (!texts)
            co_return tl::unexpected(texts.error());
        const Result<> promises = addPromises();
        if (!promises)
            co_return tl::unexpected(promises.error());
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
                if (entry.call.remote.number)
                    m_numbers.insert(*entry.call.remote.number);
            }
            more = page->more && !page->entries.isEmpty();
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    /// Who only ever texted, month by month of what the provider told.
    QCoro::Task<Result<>> findCorrespondents()
    {
        const QDate today = m_engine.clock().now().toUTC().date();
        const int kept = m_engine.preferences().value(settings::kHistoryKeepDays);
        for (QDate from = today.addDays(-kept); from <= today; from = from.addMonths(1)) {
            const Result<Countables> month = m_log.countables({}, from, from.addMonths(1));
            if (!month)
                co_return tl::unexpected(month.error());
            for (const Message &text : month->texts) {
                if (text.remote.number)
                    m_numbers.insert(*text.remote.number);
            }
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    QCoro::Task<Result<>> addTexts()
    {
        m_document["texts"] = Json::array();
        const QList<PhoneNumber> numbers(m_numbers.cbegin(), m_numbers.cend());
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const Result<QList<Message>> texts = m_log.texts({numbers.at(i)}, kMostTexts);
            if (!texts)
                co_return tl::unexpected(texts.error());
            for (const Message &text : *texts)
                m_document["texts"].push_back(textToJson(text));
            if (i % kNumbersASlice != 0)
                continue;
            const Result<> breath = co_await breathe();
            if (!breath)
                co_return breath;
        }
        co_return Result<>{};
    }

    Result<> addPromises()
    {
        const Result<QList<Promise>> promises = m_log.openPromises();
        const Result<QList<Reminder>> reminders = m_log.reminders();
        if (!promises || !reminders)
            return tl::unexpected(promises ? reminders.error() : promises.error());
        m_document["promises"] = Json::array();
        for (const Promise &promise : *promises)
            m_document["promises"].push_back(
                {{"text", promise.text.toStdString()}, {"due", promise.due.toString(Qt::ISODate).toStdString()}});
        m_document["reminders"] = Json::array();
        for (const Reminder &reminder : *reminders)
            m_document["reminders"].push_back({{"text", reminder.text.toStdString()}, {"due", isoTime(reminder.due)}});
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
    const std::stop_token m_stop;
    Json m_document;
    QSet<PhoneNumber> m_numbers;
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
    DataGathering gathering(engine, *log, std::move(stop));
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
