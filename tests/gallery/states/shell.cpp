#include "registry.h"

#include <callcard/ui/notices.h>
#include <callcard/ui/shell.h>

#include <QVBoxLayout>

using namespace callcard::gallery;
using namespace callcard::ui;
using namespace Qt::Literals::StringLiterals;

namespace {
QWidget *page(const QString &title)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *header = new PageHeader(title);
    header->setContext(QObject::tr("2 to call back, longest waits 44 min"));
    column->addWidget(header);
    column->addWidget(new EmptyState(u"check-circle"_s, QObject::tr("Nobody is waiting.")), 1);
    return page;
}

QWidget *shell(QSize size, ConnectionTone tone)
{
    auto *shell = new Shell;
    shell->addPage(u"missed"_s, u"phone-missed"_s, QObject::tr("Missed"), page(QObject::tr("Missed")));
    shell->addPage(u"history"_s, u"history"_s, QObject::tr("History"), page(QObject::tr("History")));
    shell->addPage(u"directory"_s, u"book"_s, QObject::tr("Directory"), page(QObject::tr("Directory")));
    shell->addPage(u"metrics"_s, u"chart"_s, QObject::tr("Metrics"), page(QObject::tr("Metrics")));
    shell->addPage(u"team"_s, u"people"_s, QObject::tr("Team"), page(QObject::tr("Team")));
    shell->addPage(u"diagnostics"_s, u"probe"_s, QObject::tr("Why didn’t it pop?"), page(QObject::tr("Why didn’t it pop?")),
                   PagePlace::Foot);
    shell->addPage(u"settings"_s, u"settings"_s, QObject::tr("Settings"), page(QObject::tr("Settings")), PagePlace::Foot);
    shell->setCount(u"missed"_s, 2);
    if (tone == ConnectionTone::Good)
        shell->setConnection(tone, QObject::tr("Connected"), QObject::tr("Last event 4 s ago"));
    else
        shell->setConnection(tone, QObject::tr("Partly connected"), QObject::tr("JustCall waits until 2:31 PM"));
    shell->resize(size);
    return shell;
}

const State wide(u"shell/wide"_s, [] { return shell({1192, 748}, ConnectionTone::Good); });
const State narrow(u"shell/narrow"_s, [] { return shell({900, 560}, ConnectionTone::Trouble); });
} // namespace
