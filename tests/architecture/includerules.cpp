#include "includerules.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Ownership {
    QLatin1StringView headers; ///< A regular expression over the include, from its first character after < or ".
    QLatin1StringView owners;  ///< A regular expression over the path.
};

// From the plan of the house, "core: the rooms" and "Dependencies". Tests may reach for anything: they play the other side.
constexpr std::array kOwnership{
    Ownership{"phonenumbers/|unicode/|google/protobuf"_L1, "core/phone/"_L1},
    Ownership{"QSql|QtSql|sqlite3\\.h"_L1, "core/store/"_L1},
    Ownership{"qt6keychain/|libsecret/"_L1, "core/secrets/"_L1},
    Ownership{
        "QNetworkReply|QNetworkRequest|QNetworkAccessManager|QNetworkCookie|QNetworkProxy|QSsl|QWebSocket|QCoroNetwork|QCoroWebSocket|QCoroIODevice"_L1,
        "core/net/"_L1},
    Ownership{"QTcpServer|QTcpSocket|QUdpSocket"_L1, "core/(net|auth)/"_L1},
    Ownership{"QLocalServer|QLocalSocket"_L1, "app/(ipc|callcard)/"_L1},
    Ownership{"boost/"_L1, "core/serving/|app/(relay|demo)/"_L1},
    Ownership{"openssl/"_L1, "core/serving/|app/(relay|demo)/"_L1},
    Ownership{"nats/"_L1, "app/relay/"_L1},
    Ownership{"tl/"_L1, "core/foundation/"_L1},
    Ownership{"QDBus"_L1, "ui/|app/callcard/"_L1},
    Ownership{"xcb/|X11/"_L1, "ui/popup/|app/callcard/"_L1},
    // Workers are std::thread, which the thread sanitizer sees; a task is a coroutine.
    Ownership{"QThread|QtConcurrent|QFuture|QPromise|QCoroFuture|QCoroThread"_L1, "nowhere/"_L1},
    Ownership{"QEventLoop"_L1, "nowhere/"_L1},
};

QRegularExpression anchored(QLatin1StringView pattern)
{
    return QRegularExpression(u"^(?:%1)"_s.arg(pattern));
}

/// The screen whose folder holds a ui door; one that does not exist (yet) counts as a screen of that name.
QString screenOf(const QString &include)
{
    static const QRegularExpression door(u"^<callcard/ui/([a-z]+)"_s);
    static const QHash<QString, QString> owners = [] {
        QHash<QString, QString> found;
        const QString ui = QStringLiteral(CALLCARD_SOURCE_ROOT "/ui/");
        for (const QString &screen : QDir(ui).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString &header : QDir(ui + screen + "/include/callcard/ui"_L1).entryList(QDir::Files))
                found.insert(header.section(u'.', 0, 0), screen);
        }
        return found;
    }();
    const QString name = door.match(include).captured(1);
    return owners.value(name, name);
}

} // namespace

QStringList foreignHeaders(const SourceFile &file)
{
    QStringList faults;
    if (file.room().isEmpty() || !file.isCode())
        return faults;
    for (const QString &include : file.includes()) {
        for (const Ownership &rule : kOwnership) {
            if (anchored(rule.headers).match(include.mid(1)).hasMatch() && !anchored(rule.owners).match(file.path).hasMatch())
                faults.append(u"includes %1, which belongs to %2"_s.arg(include.mid(1), rule.owners));
        }
    }
    return faults;
}

QStringList prefixedQtIncludes(const SourceFile &file)
{
    static const QRegularExpression prefixed(u"^.Qt[A-Z][A-Za-z0-9]*/"_s);
    QStringList faults;
    if (!file.isCode())
        return faults;
    for (const QString &include : file.includes()) {
        if (prefixed.match(include).hasMatch())
            faults.append(u"includes %1 with its module: drop what stands before the slash"_s.arg(include.mid(1)));
    }
    return faults;
}

QStringList widgetsInCore(const SourceFile &file)
{
    static const QRegularExpression windows(
        u"^<(Q[A-Za-z]*(Widget|Window|Button|Label|Layout|Dialog|Menu|Action|Painter|Style|Tray|Screen|Delegate)[A-Za-z]*"
        "|QApplication|QGuiApplication|QIcon|QPixmap|QImage|QColor|QPalette|QFont.*|QDesktopServices|QClipboard|QCursor|QPen|QBrush)$"_s);
    static const QRegularExpression words(uR"(\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP)\()"_s);
    QStringList faults;
    static const QRegularExpression windowless(u"^(core|app/(cli|relay|demo|engine|ipc))/"_s);
    if (!file.isCode() || !windowless.match(file.path).hasMatch())
        return faults;
    for (const QString &include : file.includes()) {
        if (windows.match(include).hasMatch())
            faults.append(u"includes %1: only ui and app/callcard have windows"_s.arg(include.mid(1)));
    }
    if (file.floor() == "core"_L1 && words.match(file.code()).hasMatch())
        faults.append(u"translates a sentence: wording lives in ui/texts"_s);
    return faults;
}

QStringList upwardIncludes(const SourceFile &file)
{
    static const QRegularExpression fromApp(uR"(^.(?:\.\./)*(?:app/)?(engine|ipc|cli|relay|demo)/)"_s);
    static const QRegularExpression behindTheUi(
        u"^<callcard/(http|eventstream|websocket|httpserver|servingthread|httpsender|auth|secrets|store|outbox|firestore|copper"
        "|ringcentral|justcall|callstream|twilio|telephony)\\.h$"_s);
    static const QStringList shared{u"texts"_s, u"theme"_s, u"charts"_s, u"shell"_s};
    QStringList faults;
    if (file.room().isEmpty() || !file.isCode())
        return faults;
    for (const QString &include : file.includes()) {
        const QString name = include.mid(1);
        if (include.startsWith(u"\"../"_s))
            faults.append(u"includes %1: another room is entered through its door"_s.arg(name));
        if (file.floor() == "core"_L1 && name.startsWith("callcard/ui/"_L1))
            faults.append(u"includes %1: core does not know ui"_s.arg(name));
        if (file.floor() != "app"_L1 && fromApp.match(include).hasMatch())
            faults.append(u"includes %1: only app knows app"_s.arg(name));
        if (file.floor() != "ui"_L1)
            continue;
        if (behindTheUi.match(include).hasMatch())
            faults.append(u"includes %1: ui shows values and knows no service behind them"_s.arg(name));
        const QString screen = screenOf(include);
        if (!screen.isEmpty() && screen != file.room().section(u'/', 1) && !shared.contains(screen))
            faults.append(u"includes %1: screens do not know each other"_s.arg(name));
    }
    return faults;
}

QStringList jsonOutsideWireFiles(const SourceFile &file)
{
    static const QRegularExpression json(u"^.(nlohmann/|QJson|wire/)"_s);
    static const QRegularExpression allowed(
        u"^(core/(?:[a-z]+/)*[a-z_]*wire[a-z_]*\\.(?:h|cpp)|core/(?:firestore|copper)/[a-z_]*value[a-z_]*\\.(?:h|cpp)"
        "|core/preferences/[a-z_]*policy[a-z_]*\\.(?:h|cpp)|app/.*)$"_s);
    QStringList faults;
    if (file.room().isEmpty() || !file.isCode())
        return faults;
    for (const QString &include : file.includes()) {
        if (!json.match(include).hasMatch())
            continue;
        if (file.isDoor())
            faults.append(u"includes %1: no door mentions JSON"_s.arg(include.mid(1)));
        else if (!allowed.match(file.path).hasMatch())
            faults.append(u"includes %1: JSON stays in wire files, value files and app"_s.arg(include.mid(1)));
    }
    return faults;
}
