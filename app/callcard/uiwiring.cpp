#include "uiwiring.h"

#include <engine/engine.h>

#include <callcard/ui/connectiontexts.h>

namespace callcard {

namespace {

ui::TrayMark markOf(ui::Truth truth)
{
    switch (truth) {
    case ui::Truth::Connected:
        return ui::TrayMark::Connected;
    case ui::Truth::Degraded:
        return ui::TrayMark::Degraded;
    case ui::Truth::NotSetUp:
    case ui::Truth::Offline:
        return ui::TrayMark::Offline;
    }
    Q_UNREACHABLE();
}

ui::ConnectionTone toneOf(ui::Truth truth)
{
    switch (truth) {
    case ui::Truth::Connected:
        return ui::ConnectionTone::Good;
    case ui::Truth::Degraded:
        return ui::ConnectionTone::Trouble;
    case ui::Truth::Offline:
        return ui::ConnectionTone::Lost;
    case ui::Truth::NotSetUp:
        return ui::ConnectionTone::Quiet;
    }
    Q_UNREACHABLE();
}

} // namespace

ui::TrayState trayState(const Engine &engine, const QDateTime &now)
{
    const ui::Standing standing = ui::standing(engine.connections(), now);
    // What this version cannot do yet is not offered.
    const ui::TrayOffers offers{.calls = false, .quiet = true, .sync = true, .metrics = true, .directory = false};
    return {.look = {.mark = markOf(standing.truth)},
            .headline = standing.headline,
            .detail = standing.detail,
            .offers = offers,
            .canDial = true};
}

void showStanding(ui::Shell &shell, const Engine &engine, const QDateTime &now)
{
    const ui::Standing standing = ui::standing(engine.connections(), now);
    shell.setConnection(toneOf(standing.truth), standing.headline, standing.detail);
}

} // namespace callcard
