#pragma once

#include <callcard/result.h>

#include <nlohmann/json.hpp>

#include <QByteArray>

namespace callcard {

using Json = nlohmann::json;

/// One JSON object a line, both ways. Question: {"id","command","arguments"}. Answers to it: any number of {"id","event"},
/// then one {"id","result"} or {"id","error":{"kind","text"}}.
struct IpcQuestion {
    std::int64_t id{};
    std::string command{};
    Json arguments = Json::object();
};

constexpr qsizetype kLongestIpcLine = 1024 * 1024;

[[nodiscard]] QByteArray ipcLine(const Json &object);
[[nodiscard]] Result<Json> ipcObject(const QByteArray &line);
[[nodiscard]] Result<IpcQuestion> ipcQuestion(const QByteArray &line);
[[nodiscard]] Json ipcError(const Error &error);
[[nodiscard]] Error ipcErrorFrom(const Json &object);

/// What a question says, which comes from another program: absent, or not of this kind, is empty or false.
[[nodiscard]] QString textArgument(const Json &arguments, const char *name);
[[nodiscard]] bool flagArgument(const Json &arguments, const char *name);

} // namespace callcard
