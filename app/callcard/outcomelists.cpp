#include "outcomelists.h"

#include <engine/engine.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kReadAfter = 500ms; // a history brings its rows in bursts
} // namespace

OutcomeLists::OutcomeLists(Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kReadAfter);
    connect(&m_soon, &QTimer::timeout, this, &OutcomeLists::read);
    const auto later = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    if (const CallLog *log = engine.callBook().log()) {
        connect(log, &CallLog::dirtied, this, later);
        connect(log, &CallLog::cleared, this, later);
    }
    connect(&engine, &Engine::accountsOpened, this, later);
    read();
}

void OutcomeLists::read()
{
    const CallLog *log = m_engine.callBook().log();
    const Deliveries *deliveries = m_engine.deliveries();
    QHash<QString, QStringList> theirs;
    for (const QString &source : deliveries &&log ? deliveries->remarkedSources() : QStringList()) {
        const Result<QStringList> known = log->knownOutcomes();
        theirs.insert(source, known.value_or(m_theirs.value(source))); // what cannot be read now was not forgotten
    }
    if (theirs == m_theirs)
        return;
    m_theirs = theirs;
    Q_EMIT
    changed();
}

} // namespace callcard
