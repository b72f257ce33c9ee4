#include "ipcwire.h"

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kDeepest = 32;
}

QByteArray ipcLine(const Json &object)
{
    return QByteArray::fromStdString(object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
}

Result<Json> ipcObject(const QByteArray &line)
{
    Result<Json> object = wire::parse(line, kDeepest);
    if (!object || !object->is_object())
        return failure(ErrorKind::BadPayload, u"The line is no JSON object, or one that is nested too deeply."_s);
    return object;
}

Result<IpcQuestion> ipcQuestion(const QByteArray &line)
{
    const Result<Json> object = ipcObject(line);
    if (!object)
        return tl::unexpected(object.error());
    const auto id = object->find("id");
    const auto command = object->find("command");
    if (id == object->end() || !id->is_number_integer() || command == object->end() || !command->is_string())
        return failure(ErrorKind::BadPayload, u"A question needs a number as \"id\" and a text as \"command\"."_s);
    IpcQuestion question{.id = id->get<std::int64_t>(), .command = command->get<std::string>()};
    if (const auto arguments = object->find("arguments"); arguments != object->end() && arguments->is_object())
        question.arguments = *arguments;
    return question;
}

Json ipcError(const Error &error)
{
    Json object{
        {"kind", errorKindName(error.kind).toStdString()}, {"code", static_cast<int>(error.kind)}, {"text", error.detail.toStdString()}};
    if (error.retryAfter)
        object["retryAfter"] = error.retryAfter->count();
    return object;
}

Error ipcErrorFrom(const Json &object)
{
    Error error{.kind = ErrorKind::BadPayload};
    const auto code = wire::integer(object, "code");
    if (code && *code >= 0 && *code <= static_cast<qint64>(ErrorKind::SecretsLocked))
        error.kind = static_cast<ErrorKind>(*code);
    error.detail = wire::text(object, "text");
    if (const auto wait = wire::integer(object, "retryAfter"); wait && *wait >= 0)
        error.retryAfter = std::chrono::seconds(*wait);
    return error;
}

QString textArgument(const Json &arguments, const char *name)
{
    const auto found = arguments.find(name);
    return found != arguments.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

bool flagArgument(const Json &arguments, const char *name)
{
    const auto found = arguments.find(name);
    return found != arguments.end() && found->is_boolean() && found->get<bool>();
}

} // namespace callcard
