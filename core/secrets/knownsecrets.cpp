#include <callcard/secrets.h>

#include <QProcessEnvironment>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

const QList<KnownSecret> &knownSecrets()
{
    static const QList<KnownSecret> known = [] {
        QList<KnownSecret> list;
        for (const QString &variable :
             {u"RINGCENTRAL_CLIENT_SECRET"_s, u"RINGCENTRAL_JWT_TOKEN"_s, u"JUSTCALL_API_KEY"_s, u"JUSTCALL_API_SECRET"_s,
              u"COPPER_API_KEY"_s, u"GOOGLE_CLIENT_SECRET"_s, u"CALLCARD_RELAY_TOKEN"_s, u"CALLCARD_FIREBASE_PASSWORD"_s}) {
            QString name = variable.toLower().replace(u'_', u'-');
            if (name.startsWith("callcard-"_L1))
                name.remove(0, 9);
            list.append({.name = name, .variable = variable});
        }
        return list;
    }();
    return known;
}

std::optional<QString> secretName(QStringView spelled)
{
    for (const KnownSecret &known : knownSecrets()) {
        if (spelled.compare(known.name, Qt::CaseInsensitive) == 0 || spelled.compare(known.variable, Qt::CaseInsensitive) == 0)
            return known.name;
    }
    return {};
}

QHash<QString, QString> EnvironmentSecrets::systemEnvironment()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> environment;
    for (const KnownSecret &known : knownSecrets()) {
        if (const QString value = system.value(known.variable); !value.isEmpty())
            environment.insert(known.variable, value);
    }
    return environment;
}

} // namespace callcard
