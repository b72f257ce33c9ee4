#include "desktoplinks.h"

#include <QProcess>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kOurs = u"callcard.desktop"_s;

/// The desktop entry of the program that takes such links: empty where there is none, nothing where the desktop cannot be asked.
QCoro::Task<std::optional<QString>> ownerOf(QString scheme, std::stop_token stop)
{
    QProcess asking;
    Completion<> done;
    QObject::connect(&asking, &QProcess::finished, &asking, [&done] { done.complete(); });
    QObject::connect(&asking, &QProcess::errorOccurred, &asking, [&done](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            done.complete(failure(ErrorKind::Offline));
    });
    asking.start(u"xdg-mime"_s, {u"query"_s, u"default"_s, u"x-scheme-handler/"_s + scheme});
    const Result<> asked = co_await done.wait(std::move(stop));
    if (!asked || asking.exitStatus() != QProcess::NormalExit || asking.exitCode() != 0) {
        asking.disconnect();
        asking.kill();
        co_return std::nullopt;
    }
    co_return QString::fromUtf8(asking.readAllStandardOutput()).trimmed();
}

} // namespace

QCoro::Task<Result<>> DesktopLinks::open(QUrl link, std::stop_token stop)
{
    // Pages of the web have a browser; a program's own links may have nobody.
    if (link.scheme() != "https"_L1) {
        const std::optional<QString> owner = co_await ownerOf(link.scheme(), stop);
        if (stop.stop_requested())
            co_return failure(ErrorKind::Cancelled);
        if (owner && owner->isEmpty())
            co_return failure(ErrorKind::Refused, u"no program takes links of the kind "_s + link.scheme());
        if (owner == kOurs)
            co_return failure(ErrorKind::Refused, dialObstacleName(DialObstacle::Loop));
    }
    if (m_hand(link))
        co_return {};
    co_return failure(ErrorKind::Refused, u"no program takes links of the kind "_s + link.scheme());
}

} // namespace callcard
