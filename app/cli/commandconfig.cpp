#include "cli.h"

#include <callcard/preferences.h>

#include <QFileInfo>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Json toJson(const SettingState &state)
{
    Json value;
    switch (state.value.typeId()) {
    case QMetaType::Bool:
        value = state.value.toBool();
        break;
    case QMetaType::Int:
        value = state.value.toInt();
        break;
    default:
        value = settingToText(state.value).toStdString();
    }
    Json object{{"key", state.key.toStdString()},
                {"value", value},
                {"origin", settingOriginName(state.origin).toStdString()},
                {"locked", state.locked}};
    if (const SettingInfo *info = findSetting(state.key))
        object["variable"] = info->variable.toStdString();
    if (state.locked && !state.reason.isEmpty())
        object["reason"] = state.reason.toStdString();
    return object;
}

int show(const Call &call, const QList<SettingState> &states)
{
    if (call.json) {
        Json document{{"settings", Json::array()}};
        for (const SettingState &state : states)
            document["settings"].push_back(toJson(state));
        printJson(document);
        return kSuccess;
    }
    for (const SettingState &state : states) {
        const SettingInfo *info = findSetting(state.key);
        print(u"%1 = %2   (%3%4; %5)"_s.arg(state.key, settingToText(state.value), settingOriginName(state.origin),
                                            state.locked ? u", locked"_s : QString(), info ? info->variable : QString()));
    }
    return kSuccess;
}

int explain(const Call &call, const QString &file)
{
    if (!QFileInfo(file).isReadable())
        return fail(u"%1 cannot be read. Check the path and its permissions."_s.arg(file));
    const PolicyReport report = explainPolicy(file);
    if (call.json) {
        Json document{{"readable", report.readable}, {"settings", Json::array()}, {"problems", Json::array()}};
        for (const SettingState &state : report.entries)
            document["settings"].push_back(toJson(state));
        for (const QString &problem : report.problems)
            document["problems"].push_back(problem.toStdString());
        printJson(document);
    } else {
        for (const SettingState &state : report.entries)
            print(u"%1 = %2%3"_s.arg(state.key, settingToText(state.value), state.locked ? u"   (locked)"_s : QString()));
        for (const QString &problem : report.problems)
            print(problem);
    }
    if (report.problems.isEmpty() && report.readable)
        return kSuccess;
    return fail(report.readable ? u"The policy has problems; what is wrong is passed over, and the rest holds."_s
                                : u"None of the policy takes effect."_s);
}

} // namespace

QCoro::Task<int> runConfig(Call call)
{
    const QString verb = call.arguments.value(0);
    const int wanted = verb == "list"_L1 ? 1 : verb == "get"_L1 || verb == "check"_L1 ? 2 : verb == "set"_L1 ? 3 : -1;
    if (call.arguments.size() != wanted)
        co_return wrongUsage(u"config needs get, set, list or check."_s, "config");
    if (verb == "check"_L1)
        co_return explain(call, call.arguments.at(1));

    Preferences preferences({.file = call.profile.settingsFile, .policy = call.profile.policyFile});
    for (const QString &problem : preferences.problems())
        fail(problem);
    if (verb == "list"_L1)
        co_return show(call, preferences.states());

    const SettingInfo *info = findSetting(call.arguments.at(1));
    if (!info || info->secret)
        co_return wrongUsage(info ? u"That is a secret: use callcard-cli secret."_s
                                  : u"There is no setting \"%1\". callcard-cli config list shows all."_s.arg(call.arguments.at(1).left(60)),
                             "config");
    if (verb == "get"_L1) {
        if (call.json)
            co_return show(call, {preferences.state(info->key)});
        print(settingToText(preferences.state(info->key).value));
        co_return kSuccess;
    }
    const Result<> written = preferences.setText(info->key, call.arguments.at(2));
    if (!written)
        co_return fail(inWords(written.error()));
    co_await announceChange(call.profile, call.stop);
    co_return show(call, {preferences.state(info->key)});
}

} // namespace callcard::cli
