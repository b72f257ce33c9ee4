#include "crmteam.h"

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isRefused(const Answer<Document> &answer)
{
    return !answer && answer.error().refusal != Refusal::None;
}

} // namespace

QCoro::Task<Answer<CrmTeam>> readCrmTeam(Client &client, std::stop_token stop)
{
    const Answer<QString> me = co_await client.whoAmI(stop);
    if (!me)
        co_return tl::unexpected(me.error());
    CrmTeam team{.uid = *me, .email = client.tokens().email()};
    const Answer<Document> profile = co_await client.get(QString(u"users/"_s + *me), stop);
    if (!profile && !isRefused(profile))
        co_return tl::unexpected(profile.error());
    if (profile) {
        team.name = plainText(field(profile->fields, u"name"_s), 200);
        if (const auto id = number(field(profile->fields, u"copperUserId"_s)))
            team.crmId = static_cast<qint64>(*id);
        if (const QString email = plainText(field(profile->fields, u"email"_s), 320); team.email.isEmpty())
            team.email = email;
    }
    const Answer<Document> map = co_await client.get(u"settings/copper_users_map"_s, stop);
    if (!map && !isRefused(map))
        co_return tl::unexpected(map.error());
    if (map) {
        if (const Map *byEmail = field(map->fields, u"byEmail"_s).as<Map>()) {
            for (const auto &[email, id] : *byEmail)
                team.emailsById.insert(plainText(id, 40), email);
        }
    }
    if (team.crmId)
        team.emailsById.insert(QString::number(*team.crmId), team.email);
    co_return team;
}

} // namespace callcard::firestore
