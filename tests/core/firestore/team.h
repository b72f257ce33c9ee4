#pragma once

#include <callcard/firebaseauth.h>
#include <callcard/firestore.h>
#include <callcard/testing/fakeclock.h>

#include <democloud.h>

#include <QTest>

#include <memory>

namespace team {

using Json = nlohmann::json;

/// The demo cloud and one of its reps, signed in as Callcard signs in. Both clocks stand at the same moment; ours moves when told to.
class Team
{
public:
    explicit Team(const QString &email = {}, callcard::demo::DemoOptions options = {.customers = 60, .days = 3, .callsPerDay = 4})
    {
        options.speed = 0;
        options.startAt = clock.now().toSecsSinceEpoch();
        cloud = std::make_unique<callcard::demo::DemoCloud>(options);
        if (!cloud->start())
            qFatal("the demo cloud does not start");
        signIn(email);
    }

    /// Empty: the demo's own rep.
    void signIn(const QString &email)
    {
        const auto variable = [env = cloud->environment()](const char *name) { return QString::fromStdString(env.at(name)); };
        callcard::FirebaseApp app =
            *callcard::withAuthEmulator({.apiKey = variable("FIREBASE_API_KEY")}, variable("FIREBASE_AUTH_EMULATOR_HOST"));
        app.email = email.isEmpty() ? variable("CALLCARD_USER_EMAIL") : email;
        app.password = callcard::Secret(variable("CALLCARD_FIREBASE_PASSWORD"));
        tokens.reset();
        secrets = std::make_unique<callcard::MemorySecrets>();
        auth = std::make_unique<callcard::FirebaseAuth>(std::move(app), callcard::sendDirectly(http), clock);
        tokens = std::make_unique<callcard::TokenKeeper>(*auth, *secrets, QStringLiteral("firebase-session"), clock,
                                                         callcard::firebaseTokenPolicy());
        base = *callcard::firestoreBase(variable("FIRESTORE_EMULATOR_HOST"));
        projectId = variable("FIREBASE_PROJECT_ID");
    }

    [[nodiscard]] callcard::FirestoreContext context()
    {
        return {.base = base, .projectId = projectId, .apiKey = {}, .isEmulator = true, .http = http, .tokens = *tokens, .clock = clock};
    }

    /// A verb of Firestore's own; what it says must be ok.
    Json firestore(Json request)
    {
        request["service"] = "firestore";
        Json answer = cloud->control(request);
        if (!answer.value("ok", false))
            qFatal("%s", answer.dump().c_str());
        return answer;
    }
    void rules(const char *position) { firestore({{"do", "switch"}, {"name", "rules"}, {"position", position}}); }
    void put(const std::string &path, const Json &fields) { firestore({{"do", "document.put"}, {"path", path}, {"fields", fields}}); }
    /// null: not there
    Json document(const std::string &path) { return firestore({{"do", "document.get"}, {"path", path}})["document"]; }
    /// path → fields of every document of a collection, without the times that the server gives.
    Json documents(const std::string &collection)
    {
        Json all = Json::object();
        const Json rows = firestore({{"do", "documents"}, {"collection", collection}, {"limit", 10'000}})["documents"];
        for (const Json &one : rows)
            all[one["name"].get<std::string>()] = one.value("fields", Json::object());
        return all;
    }

    /// Requests to Firestore since the last time somebody asked: "POST …:runQuery" as "runQuery".
    QStringList requests()
    {
        QStringList seen;
        const Json rows = cloud->control({{"do", "journal"}, {"service", "firestore"}, {"limit", 5000}})["requests"];
        for (const Json &one : rows) {
            const QString target = QString::fromStdString(one["target"].get<std::string>());
            const qsizetype colon = target.lastIndexOf(u':');
            seen.append(colon > 0 ? target.mid(colon + 1)
                                  : QString(QString::fromStdString(one["method"].get<std::string>()) + u' ' +
                                            target.section(QStringLiteral("/documents/"), 1)));
        }
        cloud->control({{"do", "journal.clear"}});
        return seen;
    }

    /// The outcome of a task that needs the network, with our clock standing still.
    template <typename T>
    static T waited(QCoro::Task<T> task)
    {
        return QCoro::waitFor(std::move(task));
    }

    callcard::testing::FakeClock clock;
    callcard::TrafficLedger traffic;
    callcard::HttpClient http{clock, traffic};
    std::unique_ptr<callcard::demo::DemoCloud> cloud;
    std::unique_ptr<callcard::MemorySecrets> secrets;
    std::unique_ptr<callcard::FirebaseAuth> auth;
    std::unique_ptr<callcard::TokenKeeper> tokens;
    QUrl base;
    QString projectId;
};

} // namespace team
