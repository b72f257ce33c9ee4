#include <callcard/ui/synctile.h>

#include <callcard/ui/controls.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/spoken.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace callcard::ui {

namespace {

struct SyncTexts {
    Q_DECLARE_TR_FUNCTIONS(SyncTexts)
};

QString wordOf(const SyncView &view)
{
    switch (view.state) {
    case SyncView::State::Idle:
        return view.waiting > 0 ? SyncTexts::tr("Waiting to be sent") : SyncTexts::tr("Up to date");
    case SyncView::State::Running:
        //: %1 of %2 days have been read
        return view.all > 0 ? SyncTexts::tr("Reading day %1 of %2").arg(view.done).arg(view.all) : SyncTexts::tr("Syncing…");
    case SyncView::State::Failing:
        return SyncTexts::tr("Not up to date");
    case SyncView::State::NeedsPerson:
        return SyncTexts::tr("Needs you");
    case SyncView::State::NotSetUp:
        break;
    }
    return SyncTexts::tr("Not set up");
}

QString ageOf(const SyncView &view, const QDateTime &now, const TimeTexts &times)
{
    if (view.state == SyncView::State::NotSetUp)
        return SyncTexts::tr("Connect your phone service and set your e-mail; then your calls are counted.");
    const QString last = view.lastSuccess.isValid()
                             //: %1: an age, "4 min ago"
                             ? SyncTexts::tr("Last synced %1.").arg(times.age(view.lastSuccess, now))
                             : SyncTexts::tr("Not synced yet.");
    if (view.state == SyncView::State::Running || !view.nextTry.isValid())
        return last;
    //: %1: a moment, "2:31 PM"
    return last + u' ' + SyncTexts::tr("Next try at %1.").arg(times.moment(view.nextTry, now));
}

QString outcomeOf(const SyncOutcome &outcome)
{
    const QLocale locale;
    switch (outcome.end) {
    case SyncOutcome::End::Done:
        return SyncTexts::tr("Synced calls: %1. Metrics written: %2.")
            .arg(locale.toString(outcome.calls), locale.toString(outcome.figures));
    case SyncOutcome::End::Partly:
        //: %1: why, a sentence
        return SyncTexts::tr("Not everything could be synced: %1").arg(outcome.trouble);
    case SyncOutcome::End::Stopped:
        break;
    }
    return SyncTexts::tr("Stopped. What was read is kept.");
}

QString outboxOf(const SyncView &view)
{
    QString text;
    if (view.waiting > 0)
        text = SyncTexts::tr("Waiting to be sent: %1.").arg(view.waiting);
    if (view.parked > 0)
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + SyncTexts::tr("Refused and set aside: %1.").arg(view.parked);
    if (view.parked > 0 && !view.parkedWhy.isEmpty())
        text += u' ' + view.parkedWhy;
    return text;
}

StateLook lookOf(const SyncView &view)
{
    const bool fails = view.state == SyncView::State::Failing || view.state == SyncView::State::NeedsPerson || view.parked > 0;
    return fails ? StateLook::Warning : StateLook::Ok;
}

} // namespace

SyncTile::SyncTile(QWidget *parent)
    : QWidget(parent)
    , m_name(new Label(SyncTexts::tr("Metrics"), Type::BodyStrong))
    , m_word(new Label({}, Type::SmallStrong))
    , m_age(new Label({}, Type::Small, &Colors::textSecondary))
    , m_problem(new Label({}, Type::Small, &Colors::textSecondary))
    , m_outbox(new Label({}, Type::Small, &Colors::textSecondary))
    , m_button(plainButton({}, QStringLiteral("sync")))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_name);
    head->addWidget(m_word, 1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addLayout(head);
    texts->addWidget(m_age);
    texts->addWidget(m_problem);
    texts->addWidget(m_outbox);
    auto *tile = new Tile;
    auto *row = new QHBoxLayout(tile);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(24);
    row->addLayout(texts, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(tile);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_stops)
            Q_EMIT
        cancelRequested();
        else Q_EMIT
        syncRequested();
    });
    setView({}, {});
}

void SyncTile::setView(const SyncView &view, const QDateTime &now, const TimeTexts &times)
{
    m_stops = view.state == SyncView::State::Running && view.canStop;
    m_word->setText(wordOf(view));
    m_word->setState(view.state == SyncView::State::NotSetUp ? std::nullopt : std::optional(lookOf(view)));
    m_age->setText(ageOf(view, now, times));
    const bool fails = view.state == SyncView::State::Failing || view.state == SyncView::State::NeedsPerson;
    m_problem->setText(fails && !view.problem.isEmpty()      ? view.problem
                       : view.outcome                        ? outcomeOf(*view.outcome)
                       : view.state == SyncView::State::Idle ? view.problem
                                                             : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_outbox->setText(outboxOf(view));
    m_outbox->setVisible(!m_outbox->text().isEmpty());
    m_button->setText(m_stops ? SyncTexts::tr("Stop") : SyncTexts::tr("Sync now"));
    m_button->setVisible(view.state != SyncView::State::NotSetUp);
    speakAsGroup(this, spokenParts({m_name->text(), m_word->text(), m_age->text(), m_problem->text(), m_outbox->text()}));
}

} // namespace callcard::ui
