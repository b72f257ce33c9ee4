#include <callcard/ui/connectiontexts.h>
#include <callcard/ui/errortexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct ConnectionTexts {
    Q_DECLARE_TR_FUNCTIONS(ConnectionTexts)
};

bool works(const Connection &connection)
{
    return connection.state == ConnectionState::Connected || connection.state == ConnectionState::Degraded;
}

QString withTestServer(QString text, bool testServer)
{
    return testServer ? u"%1 · %2"_s.arg(text, terms::testServer()) : text;
}

/// Others bring no calls: that they answered proves nothing of these.
bool bringsCalls(const Connection &connection)
{
    static const QStringList sources{u"ringcentral"_s, u"justcall"_s, u"callstream"_s, u"relay"_s, u"demo"_s};
    return sources.contains(connection.name);
}

/// The newest event of those that work: the proof that "Connected" is true.
QString lastEventText(const QList<Connection> &connections, const QDateTime &now, const TimeTexts &times)
{
    QDateTime newest;
    for (const Connection &connection : connections) {
        if (bringsCalls(connection) && connection.lastEvent.isValid() && (!newest.isValid() || connection.lastEvent > newest))
            newest = connection.lastEvent;
    }
    //: %1: an age, "4 s ago"
    return newest.isValid() ? ConnectionTexts::tr("Last event %1").arg(times.age(newest, now)) : ConnectionTexts::tr("No call yet");
}

/// A person has to do something. Signing in again helps where it was refused who we are, not what we may.
QString personWord(const Connection &connection)
{
    const bool refused = connection.problem && connection.problem->kind == ErrorKind::Refused;
    return refused ? ConnectionTexts::tr("Access refused") : ConnectionTexts::tr("Sign in again");
}

Standing allBroken(const QList<Connection> &used, const QDateTime &now, const TimeTexts &times)
{
    const Connection &first = used.first();
    const auto connecting = [](const Connection &connection) { return connection.state == ConnectionState::Connecting; };
    if (std::all_of(used.begin(), used.end(), connecting))
        return {Truth::Degraded, ConnectionTexts::tr("Connecting…"), ConnectionTexts::tr("Calls show as soon as it stands.")};
    const bool signIn = std::any_of(used.begin(), used.end(),
                                    [](const Connection &connection) { return connection.state == ConnectionState::SignInNeeded; });
    const QString detail = connectionDetail(first, now, times);
    if (signIn && used.size() == 1)
        return {Truth::Offline, personWord(first), detail};
    const QDateTime since =
        std::max_element(used.begin(), used.end(), [](const Connection &a, const Connection &b) { return a.since < b.since; })->since;
    //: %1: a moment, "2:04 PM"
    return {Truth::Offline,
            since.isValid() ? ConnectionTexts::tr("Offline since %1").arg(times.moment(since, now)) : ConnectionTexts::tr("Offline"),
            detail};
}
} // namespace

QString connectionWord(const Connection &connection, const QDateTime &now, const TimeTexts &times)
{
    QString word;
    switch (connection.state) {
    case ConnectionState::NotConfigured:
        word = ConnectionTexts::tr("Not set up");
        break;
    case ConnectionState::Connecting:
        word = ConnectionTexts::tr("Connecting…");
        break;
    case ConnectionState::Connected:
        word = ConnectionTexts::tr("Connected");
        break;
    case ConnectionState::Degraded:
        if (connection.problem && connection.problem->kind == ErrorKind::RateLimited && connection.problem->retryAfter)
            word = ConnectionTexts::tr("Waiting until %1").arg(times.moment(now.addSecs(connection.problem->retryAfter->count()), now));
        else
            word = ConnectionTexts::tr("Partly working");
        break;
    case ConnectionState::Offline:
        word = ConnectionTexts::tr("Offline");
        break;
    case ConnectionState::SignInNeeded:
        word = personWord(connection);
        break;
    }
    return withTestServer(word, connection.testServer);
}

QString connectionDetail(const Connection &connection, const QDateTime &now, const TimeTexts &times)
{
    if (connection.problem && connection.state != ConnectionState::Connected) {
        const QString trouble = errorText(*connection.problem, serviceName(connection.name), now, times).sentences();
        if (!trouble.isEmpty())
            return trouble;
    }
    if (connection.lastEvent.isValid())
        //: %1: an age, "4 s ago"
        return (bringsCalls(connection) ? ConnectionTexts::tr("last event %1") : ConnectionTexts::tr("last answer %1"))
            .arg(times.age(connection.lastEvent, now));
    return connection.state == ConnectionState::Connected && bringsCalls(connection) ? ConnectionTexts::tr("no call yet") : QString();
}

Standing standing(const QList<Connection> &connections, const QDateTime &now, const TimeTexts &times)
{
    QList<Connection> used;
    std::copy_if(connections.begin(), connections.end(), std::back_inserter(used),
                 [](const Connection &connection) { return connection.state != ConnectionState::NotConfigured; });
    if (used.isEmpty())
        return {Truth::NotSetUp, ConnectionTexts::tr("Not set up"), ConnectionTexts::tr("Connect your phone service in Settings.")};

    const bool test = std::any_of(used.begin(), used.end(), [](const Connection &connection) { return connection.testServer; });
    Standing result;
    if (std::none_of(used.begin(), used.end(), works)) {
        result = allBroken(used, now, times);
    } else {
        const auto trouble = std::find_if(used.begin(), used.end(),
                                          [](const Connection &connection) { return connection.state != ConnectionState::Connected; });
        result = trouble == used.end()
                     ? Standing{Truth::Connected, ConnectionTexts::tr("Connected"), lastEventText(used, now, times)}
                     : Standing{Truth::Degraded, ConnectionTexts::tr("Partly connected"), connectionDetail(*trouble, now, times)};
        if (result.detail.isEmpty() || (result.truth == Truth::Degraded && !trouble->problem))
            result.detail = u"%1: %2"_s.arg(serviceName(trouble->name), connectionWord(*trouble, now, times));
    }
    result.headline = withTestServer(result.headline, test);
    return result;
}

} // namespace callcard::ui
