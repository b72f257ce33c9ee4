#include "directory_p.h"
#include "generationbuild.h"
#include "generationwriter.h"
#include "importbytes.h"
#include "indextext.h"

#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcEdits, "callcard.directory", QtInfoMsg)

constexpr int kMostNumbers = 24;
constexpr int kMostEmails = 12;
constexpr int kLongestNote = 4000;

QString textOf(const CustomerNumber &number)
{
    return number.number ? number.number->e164() : number.text;
}

bool isSame(const CustomerNumber &a, const CustomerNumber &b)
{
    return textOf(a) == textOf(b) && a.extension == b.extension;
}

bool isSameEmail(const QString &a, const QString &b)
{
    return emailForm(a) == emailForm(b);
}

template <typename Item, typename Same>
QList<Item> missingIn(const QList<Item> &items, const QList<Item> &from, Same same)
{
    QList<Item> missing;
    for (const Item &item : items) {
        if (std::none_of(from.cbegin(), from.cend(), [&](const Item &other) { return same(item, other); }))
            missing.append(item);
    }
    return missing;
}

/// Typed by a person, kept as an import would keep it.
CustomerDraft tidied(CustomerDraft draft)
{
    for (QString CustomerDraft::*text : {&CustomerDraft::name, &CustomerDraft::company, &CustomerDraft::title})
        draft.*text = cleanText(draft.*text);
    draft.note = draft.note.trimmed().left(kLongestNote);
    QList<CustomerNumber> numbers;
    for (CustomerNumber number : draft.numbers) {
        number.text = cleanText(number.text, 100);
        number.label = cleanText(number.label, 40);
        number.extension = cleanText(number.extension, 12);
        const bool known =
            std::any_of(numbers.cbegin(), numbers.cend(), [&](const CustomerNumber &other) { return isSame(number, other); });
        if (!known && !textOf(number).isEmpty() && numbers.size() < kMostNumbers)
            numbers.append(number);
    }
    draft.numbers = numbers;
    QList<QString> emails;
    for (const QString &email : std::as_const(draft.emails)) {
        const QString clean = cleanText(email);
        if (!clean.isEmpty() && emails.size() < kMostEmails && missingIn(QList{clean}, emails, isSameEmail).size() == 1)
            emails.append(clean);
    }
    draft.emails = emails;
    return draft;
}

/// Of what other sources say already, nothing is repeated: what they change later still comes through.
SourceRecord recordFor(const CustomerDraft &draft, const std::optional<Customer> &others, const QString &localId, const QString &target)
{
    SourceRecord record{.sourceId = localId, .sameAs = target};
    Customer &mine = record.customer;
    mine.kind = draft.kind;
    if (!others) {
        mine.name = draft.name;
        mine.company = draft.company;
        mine.title = draft.title;
        mine.note = draft.note;
        mine.numbers = draft.numbers;
        mine.emails = draft.emails;
        return record;
    }
    mine.name = draft.name == others->name ? QString() : draft.name;
    mine.company = draft.company == others->company ? QString() : draft.company;
    mine.title = draft.title == others->title ? QString() : draft.title;
    mine.note = draft.note == others->note ? QString() : draft.note;
    record.cleared = {.company = draft.company.isEmpty() && !others->company.isEmpty(),
                      .title = draft.title.isEmpty() && !others->title.isEmpty(),
                      .note = draft.note.isEmpty() && !others->note.isEmpty()};
    mine.numbers = missingIn(draft.numbers, others->numbers, isSame);
    mine.emails = missingIn(draft.emails, others->emails, isSameEmail);
    for (const CustomerNumber &number : missingIn(others->numbers, draft.numbers, isSame))
        record.withdrawn.append(textOf(number));
    record.withdrawn += missingIn(others->emails, draft.emails, isSameEmail);
    return record;
}

CustomerDraft draftOf(const Customer &customer)
{
    return {.edits = customer.id,
            .kind = customer.kind,
            .name = customer.name,
            .company = customer.company,
            .title = customer.title,
            .numbers = customer.numbers,
            .emails = customer.emails,
            .note = customer.note};
}

} // namespace

Result<SourceRecord> Directory::Private::localRecord(const CustomerDraft &draft) const
{
    const QString fresh = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (draft.edits.isEmpty())
        return recordFor(draft, {}, fresh, {});
    const auto row = reader ? reader->rowOf(draft.edits.text()) : Result<std::optional<qint64>>(std::nullopt);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure(ErrorKind::Refused, u"the customer is not in the directory any more"_s);
    const auto whole = reader->customerAt(**row);
    if (!whole)
        return tl::unexpected(whole.error());
    const auto others = reader->withoutLocal(**row);
    if (!others)
        return tl::unexpected(others.error());
    QString localId = fresh;
    if (*whole) {
        for (const CustomerOrigin &origin : (*whole)->origins) {
            if (origin.source == localSource())
                localId = origin.sourceId;
        }
    }
    return recordFor(draft, *others, localId, *others ? (*others)->id.text() : QString());
}

Result<bool> Directory::Private::applyLocal()
{
    const auto changes = local->unapplied();
    if (!changes)
        return tl::unexpected(changes.error());
    for (const LocalCustomers::Change &change : *changes) {
        const QList<SourceRecord> changed = change.removed ? QList<SourceRecord>{} : QList{change.record};
        const QList<QString> removed = change.removed ? QList{change.record.sourceId} : QList<QString>{};
        if (const Result<> put = putInForce(localSource(), changed, removed); !put)
            return tl::unexpected(put.error());
        // A generation that is being built may have copied the old state already: it gets the change once more.
        if (running)
            continue;
        if (const Result<> marked = local->setApplied(change.record.sourceId); !marked)
            return tl::unexpected(marked.error());
    }
    return !changes->isEmpty();
}

/// It is on the disk; that a worker holds the file just now only delays it.
bool Directory::Private::bringLocalIn()
{
    Result<bool> applied = applyLocal();
    if (!applied && givesWay(applied.error()))
        return true; // and what was made here is in the new one
    if (!applied)
        qCWarning(lcEdits) << "customers made here are put in later:" << applied.error();
    return applied.value_or(false);
}

void Directory::Private::offerLocal()
{
    if (!outlet || readOnly)
        return;
    const auto waiting = local->unsent();
    if (!waiting) {
        qCWarning(lcEdits) << "customers made here cannot be read:" << waiting.error();
        return;
    }
    for (const LocalCustomers::Unsent &one : *waiting) {
        Result<> taken = one.removed ? outlet->withdraw(one.customer.localId) : outlet->put(one.customer);
        if (taken)
            taken = local->setSent(one.customer.localId);
        if (!taken) {
            qCWarning(lcEdits) << "a customer made here waits:" << taken.error();
            return;
        }
    }
}

void Directory::Private::changedLocally()
{
    (void)bringLocalIn();
    offerLocal();
}

bool Directory::Private::endWork()
{
    const bool isVoid = running && running->isVoid;
    running.reset();
    if (isVoid) {
        files.discardStaging();
        files.discardBuilding(Turn::Import);
    }
    return bringLocalIn();
}

Result<CustomerId> Directory::save(const CustomerDraft &draft)
{
    if (d->readOnly)
        return failure(ErrorKind::Storage, u"the directory was opened for reading"_s);
    const CustomerDraft tidy = tidied(draft);
    if (tidy.name.isEmpty())
        return failure(ErrorKind::Refused, u"a customer without a name"_s);
    const auto record = d->asking([&] { return d->localRecord(tidy); });
    if (!record)
        return tl::unexpected(record.error());
    const Result<> kept = d->local->save(*record, d->clock.now());
    d->noticeDamage();
    if (!kept)
        return tl::unexpected(kept.error());
    d->changedLocally();
    Q_EMIT
    generationChanged();
    return CustomerId(recordKey(localSource(), record->sourceId));
}

Result<> Directory::discard(const CustomerId &id)
{
    const auto known = customer(id);
    if (!known)
        return tl::unexpected(known.error());
    if (d->readOnly || !*known)
        return failure(ErrorKind::Refused, u"there is nothing to take back"_s);
    for (const CustomerOrigin &origin : (*known)->origins) {
        if (origin.source != localSource())
            continue;
        if (const Result<> removed = d->local->remove(origin.sourceId); !removed)
            return removed;
        d->changedLocally();
        Q_EMIT
        generationChanged();
        return {};
    }
    return failure(ErrorKind::Refused, u"there is nothing to take back"_s);
}

Result<> Directory::link(const CustomerNumber &number, const CustomerId &id)
{
    if (!number.number)
        return failure(ErrorKind::Refused, u"no number to link"_s);
    const auto known = customer(id);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return failure(ErrorKind::Refused, u"the customer is not in the directory any more"_s);
    CustomerDraft draft = draftOf(**known);
    draft.numbers.append(number);
    const auto saved = save(draft);
    return saved ? learn(*number.number, id) : Result<>(tl::unexpected(saved.error()));
}

Result<> Directory::unlink(const PhoneNumber &number, const CustomerId &id)
{
    const auto known = customer(id);
    if (!known)
        return tl::unexpected(known.error());
    if (*known) {
        CustomerDraft draft = draftOf(**known);
        draft.numbers.removeIf([&](const CustomerNumber &one) { return one.number == number; });
        if (draft.numbers.size() != (*known)->numbers.size()) {
            if (const auto saved = save(draft); !saved)
                return tl::unexpected(saved.error());
        }
    }
    return unlearn(number);
}

void Directory::setOutlet(CustomerOutlet *outlet)
{
    d->outlet = outlet;
    d->offerLocal();
}

bool Directory::hasOutlet() const
{
    return d->outlet != nullptr;
}

Result<QList<LocalCustomer>> Directory::unsent() const
{
    const auto waiting = d->local->unsent();
    d->noticeDamage();
    if (!waiting)
        return tl::unexpected(waiting.error());
    QList<LocalCustomer> customers;
    for (const LocalCustomers::Unsent &one : *waiting) {
        if (!one.removed)
            customers.append(one.customer);
    }
    return customers;
}

} // namespace callcard
