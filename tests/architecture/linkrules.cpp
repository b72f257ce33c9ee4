#include "linkrules.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

// The arrows between core rooms. Foundation and domain are every room's, so they are not repeated. README.md draws the same picture.
const QHash<QString, QStringList> &plan()
{
    static const QHash<QString, QStringList> arrows{
        {u"foundation"_s, {}},
        {u"domain"_s, {}},
        {u"wirejson"_s, {}}, // no room of its own: JSON for the wire files of those who link it
        {u"phone"_s, {}},
        {u"store"_s, {}},
        {u"net"_s, {}},
        {u"secrets"_s, {}},
        {u"preferences"_s, {u"wirejson"_s}},
        {u"serving"_s, {}},
        {u"eventlog"_s, {u"store"_s}},
        {u"auth"_s, {u"net"_s, u"secrets"_s, u"wirejson"_s}},
        {u"telephony"_s, {}},
        {u"directory"_s, {u"store"_s, u"phone"_s}},
        {u"calllog"_s, {u"store"_s}},
        {u"outbox"_s, {u"store"_s}},
        {u"metrics"_s, {}},
        {u"ingest"_s, {u"telephony"_s, u"calllog"_s, u"metrics"_s, u"outbox"_s}},
        {u"firestore"_s, {u"directory"_s, u"outbox"_s, u"metrics"_s, u"net"_s, u"auth"_s, u"wirejson"_s}},
        {u"copper"_s, {u"directory"_s, u"net"_s, u"secrets"_s, u"wirejson"_s}},
        // One arrow between providers: the relay carries JustCall's rows, and one file reads them.
        {u"providers"_s, {u"telephony"_s, u"directory"_s, u"outbox"_s, u"net"_s, u"auth"_s, u"phone"_s, u"wirejson"_s, u"justcall"_s}},
        {u"reconcile"_s, {u"telephony"_s, u"calllog"_s, u"metrics"_s}},
        {u"screenpop"_s, {u"directory"_s, u"calllog"_s}},
        {u"dialing"_s, {u"telephony"_s, u"phone"_s}},
    };
    return arrows;
}

} // namespace

QStringList linksOutsideThePlan(const SourceFile &file)
{
    static const QRegularExpression target(u"callcard::([a-z_:]+)"_s);
    QStringList faults;
    const QStringList parts = file.path.split(u'/');
    if (file.fileName() != "CMakeLists.txt"_L1 || parts.size() < 3)
        return faults;
    if (parts[0] == "core"_L1) {
        const QString room = parts[1];
        if (!plan().contains(room))
            return {u"the plan of the house has no room %1: add it to linkrules.cpp and to README.md"_s.arg(room)};
        QStringList allowed = plan().value(room);
        if (room != "foundation"_L1)
            allowed.append(room == "domain"_L1 ? QStringList{u"foundation"_s} : QStringList{u"foundation"_s, u"domain"_s});
        for (const QRegularExpressionMatch &match : target.globalMatch(file.text)) {
            if (!allowed.contains(match.captured(1)))
                faults.append(u"links %1, to which the plan draws no arrow"_s.arg(match.captured(0)));
        }
    } else if (parts[0] == "ui"_L1) {
        static const QStringList hidden{u"net"_s,    u"serving"_s, u"auth"_s,      u"secrets"_s, u"store"_s,
                                        u"outbox"_s, u"copper"_s,  u"firestore"_s, u"ipc"_s,     u"engine"_s};
        for (const QRegularExpressionMatch &match : target.globalMatch(file.text)) {
            const QString linked = match.captured(1);
            if (hidden.contains(linked) || linked.startsWith("providers"_L1))
                faults.append(u"links %1, which a screen must not know"_s.arg(match.captured(0)));
        }
    }
    return faults;
}
