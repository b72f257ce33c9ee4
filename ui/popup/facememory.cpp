#include "cardface.h"
#include "cardwords.h"

#include <callcard/ui/numbertexts.h>
#include <callcard/ui/outsidetext.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFaceMemoryLongestNote = 500; // two lines are shown

/// "today", "2 days late", "Nov 24"
QString dueText(QDate due, QDate today, const TimeTexts &times)
{
    if (!due.isValid())
        return {};
    const qint64 days = due.daysTo(today);
    if (days == 0)
        //: A promise is due
        return CardWords::tr("today");
    if (days == -1)
        return CardWords::tr("tomorrow");
    if (days > 0)
        return CardWords::tr("%n day(s) late", nullptr, static_cast<int>(std::min<qint64>(days, 9999)));
    return times.shortDate(due, today);
}

QString metaOf(const Memory &memory, const CardOptions &options, QDate today)
{
    QStringList parts;
    if (memory.lastCallAt.isValid())
        parts += options.times.day(memory.lastCallAt.toLocalTime().date(), today);
    if (!memory.lastCallBy.isEmpty())
        parts += memory.lastCallBy == options.ownEmail ? CardWords::tr("you") : cleaned(memory.lastCallBy, 60);
    if (memory.lastTalk.count() > 0)
        parts += summedLength(memory.lastTalk);
    return parts.join(u" · "_s);
}
} // namespace

void faceMemory(CardFace &face, const Card &card, const CardOptions &options, const QDateTime &now)
{
    const QDate today = now.toLocalTime().date();
    const Memory &memory = card.memory;
    if (memory.promise && !memory.promise->done) {
        face.promise = cleaned(memory.promise->text, kFaceMemoryLongestNote);
        face.due = dueText(memory.promise->due, today, options.times);
    }
    if (!memory.lastNote.trimmed().isEmpty()) {
        face.note = cleaned(memory.lastNote, kFaceMemoryLongestNote);
        face.noteMeta = metaOf(memory, options, today);
    }
    const Customer *customer = knownCustomer(card);
    if (!customer)
        return;
    if (face.note.isEmpty() && !customer->note.trimmed().isEmpty())
        face.note = cleaned(customer->note, kFaceMemoryLongestNote); // the source's own, so that nobody starts from nothing
    if (customer->customerSince.isValid())
        face.facts += CardWords::tr("Customer since %1").arg(customer->customerSince.year());
    if (!customer->ownerEmail.isEmpty() && customer->ownerEmail.compare(options.ownEmail, Qt::CaseInsensitive) == 0)
        face.facts += CardWords::tr("Your account");
    else if (!customer->ownerName.isEmpty())
        //: %1: the colleague who owns the customer
        face.facts += CardWords::tr("%1’s account").arg(cleaned(customer->ownerName, 60));
    if (customer->salesThisYearCents)
        //: %1: money
        face.facts += CardWords::tr("%1 this year").arg(moneyText(*customer->salesThisYearCents));
}

} // namespace callcard::ui
