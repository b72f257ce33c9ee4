// What the page says of its facts.
#include "teampage_p.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr double kMinutesMatter = 100 * 60; // below so many

QString joinedWords(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(TeamPage::tr(", "));
}
} // namespace

void TeamPage::refresh()
{
    const TeamFacts &facts = d->model->facts();
    refreshTiles();
    refreshTrouble();
    d->table->setVisible(!facts.rows.isEmpty());
    d->empty->setVisible(facts.rows.isEmpty());
    if (facts.today.isValid())
        d->range->setRange(facts.range, facts.today, facts.first);
    const QString age = d->model->times().age(facts.readAt, facts.now);
    d->age->setText(facts.reading ? tr("Reading…") : age.isEmpty() ? QString() : tr("Team read %1").arg(age));
}

void TeamPage::refreshTiles()
{
    const TeamTotals totals = teamTotals(d->model->facts().rows);
    const bool any = totals.counted > 0;
    const QString people = tr("%1 of %n people counted", nullptr, totals.people).arg(totals.counted);
    const auto face = [&](const QString &title, const QString &figure, const QString &unit, const QString &note) {
        return TileFace{.title = title,
                        .figure = any ? figure : QString(),
                        .unit = any ? unit : QString(),
                        .note = note,
                        .saying = joinedWords({title, any ? figure : TeamPage::tr("not read"), any ? unit : QString(), note})};
    };
    const auto count = [](double value) { return countText(std::llround(value)); };
    const auto length = [](double minutes) { // of hundreds of hours nobody asks for the minutes
        const double shown = minutes < kMinutesMatter ? minutes : std::round(minutes / 60) * 60;
        return summedLength(std::chrono::seconds(std::llround(shown) * 60));
    };
    //: %1: a goal, after a figure
    const auto of = [](const QString &target) { return TeamPage::tr("of %1").arg(target); };
    TileFace calls = face(tr("Calls"), count(totals.calls), totals.callsTarget ? of(count(*totals.callsTarget)) : QString(), people);
    calls.line = totals.days;
    QStringList days;
    for (const std::optional<double> &day : totals.days)
        days += day ? count(*day) : terms::notRead();
    if (totals.people > 0)
        calls.saying = joinedWords({calls.saying, teamColumnName(TeamColumn::Days) + u": "_s + days.join(tr(", "))});
    d->tiles[0]->setFace(calls);
    d->tiles[1]->setFace(
        face(tr("Talk time"), length(totals.talk), totals.talkTarget ? of(length(*totals.talkTarget)) : QString(), people));
    d->tiles[2]->setFace(face(tr("Texts"), count(totals.texts), totals.textsTarget ? of(count(*totals.textsTarget)) : QString(), people));
    d->rateColumn = totals.answerRate || !totals.connectionRate ? TeamColumn::Answered : TeamColumn::Connected;
    QString incoming = tr("of %n incoming", nullptr, totals.answeredOf); // %n knows no groups of digits
    incoming.replace(QString::number(totals.answeredOf), countText(totals.answeredOf));
    if (d->rateColumn == TeamColumn::Answered)
        d->tiles[3]->setFace(face(tr("Answer rate"), totals.answerRate ? percentText(*totals.answerRate) : figureText(std::nullopt), {},
                                  totals.answerRate ? incoming : tr("Not told by the documents")));
    else
        //: How many of all calls were answered by a person
        d->tiles[3]->setFace(face(tr("Connection rate"), percentText(*totals.connectionRate), {}, of(count(totals.connectedOf))));
}

void TeamPage::refreshTrouble()
{
    const TeamFacts &facts = d->model->facts();
    const TeamRow *troubled = nullptr;
    for (const TeamRow &row : facts.rows)
        troubled = row.problem && troubled == nullptr ? &row : troubled;
    if (facts.trouble) {
        const ErrorText text = errorText(*facts.trouble, u"Firestore"_s, facts.now, d->model->times());
        d->banner->setTexts(text.happened, text.remedy);
    } else if (troubled != nullptr) {
        const ErrorText text = errorText(*troubled->problem, u"Firestore"_s, facts.now, d->model->times());
        //: %1: a person, %2: what happened
        d->banner->setTexts(tr("%1: %2").arg(teamPerson(*troubled), text.happened), text.remedy);
    }
    d->banner->setButton(tr("Retry"));
    d->banner->setVisible(facts.trouble || troubled != nullptr);
    if (facts.presenceTrouble) {
        const ErrorText text = errorText(*facts.presenceTrouble, serviceName(facts.presenceSource), facts.now, d->model->times());
        //: %1: what happened, a sentence
        d->foot->setText(tr("Who is on a call is not known of everybody. %1").arg(text.happened));
    } else {
        d->foot->setText(tr("Pace is against the working time that is over. Sorted as you like; nobody is ranked."));
    }
}

} // namespace callcard::ui
