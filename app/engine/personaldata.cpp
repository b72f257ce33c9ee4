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
constexpr int kMostTexts = 100'000;

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

/// All calls, and whose numbers they have.
Result<QSet<PhoneNumber>> addCalls(const CallLog &log, Json &document)
{
    QSet<PhoneNumber> numbers;
    document["calls"] = Json::array();
    HistoryQuery query{.limit = kEntriesAPage};
    bool more = true;
    while (more) {
        const Result<HistoryPage> page = log.history(query);
        if (!page)
            return tl::unexpected(page.error());
        for (const LogEntry &entry : page->entries) {
            document["calls"].push_back(entryToJson(entry));
            query.before = entry.place;
            if (entry.call.remote.number)
                numbers.insert(*entry.call.remote.number);
        }
        more = page->more && !page->entries.isEmpty();
    }
    return numbers;
}

Result<> addRest(const CallLog &log, const QSet<PhoneNumber> &numbers, Json &document)
{
    document["texts"] = Json::array();
    for (const PhoneNumber &number : numbers) {
        const Result<QList<Message>> texts = log.texts({number}, kMostTexts);
        if (!texts)
            return tl::unexpected(texts.error());
        for (const Message &text : *texts)
            document["texts"].push_back(textToJson(text));
    }
    const Result<QList<Promise>> promises = log.openPromises();
    const Result<QList<Reminder>> reminders = log.reminders();
    if (!promises || !reminders)
        return tl::unexpected(promises ? reminders.error() : promises.error());
    document["promises"] = Json::array();
    for (const Promise &promise : *promises)
        document["promises"].push_back({{"text", promise.text.toStdString()}, {"due", promise.due.toString(Qt::ISODate).toStdString()}});
    document["reminders"] = Json::array();
    for (const Reminder &reminder : *reminders)
        document["reminders"].push_back({{"text", reminder.text.toStdString()}, {"due", isoTime(reminder.due)}});
    return {};
}

Result<> addDirectory(const Directory &directory, Json &document)
{
    const Result<QList<LearnedChoice>> learned = directory.learned();
    const Result<QList<LocalCustomer>> own = directory.unsent();
    if (!learned || !own)
        return tl::unexpected(learned ? own.error() : learned.error());
    document["learned"] = Json::array();
    for (const LearnedChoice &choice : *learned)
        document["learned"].push_back({{"number", choice.number.e164().toStdString()},
                                       {"customer_id", choice.customer.text().toStdString()},
                                       {"at", isoTime(choice.at)}});
    document["customers"] = Json::array();
    for (const LocalCustomer &local : *own)
        document["customers"].push_back(customerToJson(local));
    return {};
}

} // namespace

Result<Json> personalData(Engine &engine)
{
    Json document{{"program", "Callcard"}, {"version", CALLCARD_VERSION}, {"exportedAt", isoTime(engine.clock().now())}};
    document["settings"] = Json::object();
    for (const SettingState &state : engine.preferences().states())
        document["settings"][state.key.toStdString()] = settingToText(state.value).toStdString();
    CallLog *log = engine.callBook().log();
    if (!log)
        return tl::unexpected(engine.callBook().problem().value_or(Error{.kind = ErrorKind::Storage}));
    if (const Result<> flushed = log->flush(); !flushed)
        return tl::unexpected(flushed.error());
    const Result<QSet<PhoneNumber>> numbers = addCalls(*log, document);
    if (!numbers)
        return tl::unexpected(numbers.error());
    if (const Result<> added = addRest(*log, *numbers, document); !added)
        return tl::unexpected(added.error());
    if (const Directory *directory = engine.customers().directory()) {
        if (const Result<> added = addDirectory(*directory, document); !added)
            return tl::unexpected(added.error());
    }
    return document;
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
    if (QFileInfo::exists(profile.dataFolder) && !QDir(profile.dataFolder).removeRecursively())
        left.append(u"data"_s);
    if (QFileInfo::exists(profile.settingsFile) && !QFile::remove(profile.settingsFile))
        left.append(u"settings"_s);
    if (left.isEmpty())
        return {};
    return failure(ErrorKind::Storage, QString(u"could not be removed: "_s + left.join(u", "_s)));
}

} // namespace callcard
