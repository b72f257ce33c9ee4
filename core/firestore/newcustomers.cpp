#include "documentname.h"
#include "upsert.h"

#include <callcard/newcustomers.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace firestore;

namespace {

QString kindName(CustomerKind kind)
{
    switch (kind) {
    case CustomerKind::Person:
        return u"person"_s;
    case CustomerKind::Company:
        return u"company"_s;
    case CustomerKind::Lead:
        return u"lead"_s;
    }
    Q_UNREACHABLE();
}

QString numberText(const CustomerNumber &number)
{
    if (!number.number)
        return number.text;
    return number.extension.isEmpty() ? number.number->e164() : QString(number.number->e164() + u" x"_s + number.extension);
}

/// Local ids are ours to choose, but a document's id allows less.
QString pathOf(const CustomerId &customer, const NewCustomersIdentity &identity)
{
    const QString id = customer.text();
    const QString name =
        isUsableId(id) ? id : QString::fromLatin1(id.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    return QString(identity.collection + u'/' + name);
}

class NewCustomersDelivery final : public Delivery
{
public:
    explicit NewCustomersDelivery(const FirestoreContext &context) : m_client(context) {}

    [[nodiscard]] QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        const Answer<QString> me = co_await m_client.whoAmI(stop);
        QList<Result<>> results;
        Result<> blocked = me ? Result<>{} : Result<>(tl::unexpected(me.error().error));
        for (const OutboxEntry &entry : std::as_const(entries)) {
            const Result<PendingDocument> document = pendingFrom(entry.payload);
            if (!document || !blocked) {
                results.append(document ? blocked : Result<>(tl::unexpected(document.error())));
                continue;
            }
            if (document->user != *me) {
                results.append(tl::unexpected(madeUnderAnotherSignIn()));
                continue;
            }
            const Answer<> written = co_await upsert(m_client, *document, Presence::Unknown, stop);
            results.append(withoutVerdict(written));
            if (!written && written.error().refusal == Refusal::None)
                blocked = results.constLast();
        }
        co_return results;
    }

    [[nodiscard]] int batchSize() const override { return 50; }

private:
    Client m_client;
};

} // namespace

QString newCustomersDestination()
{
    return u"firestore-customers"_s;
}

OutboxItem newCustomerItem(const Customer &customer, const NewCustomersIdentity &identity)
{
    List numbers, emails;
    for (const CustomerNumber &number : customer.numbers)
        numbers.push_back(Map{{u"number"_s, numberText(number)}, {u"category"_s, number.label}});
    for (const QString &email : customer.emails)
        emails.push_back(Map{{u"email"_s, email}, {u"category"_s, u"work"_s}});
    PendingDocument document{.kind = PendingDocument::Kind::Plain,
                             .path = pathOf(customer.id, identity),
                             .user = identity.user.text(),
                             .fields = {{u"userId"_s, identity.user.text()},
                                        {u"source"_s, u"callcard"_s},
                                        {u"kind"_s, kindName(customer.kind)},
                                        {u"name"_s, customer.name},
                                        {u"companyName"_s, customer.company},
                                        {u"title"_s, customer.title},
                                        {u"phoneNumbers"_s, numbers},
                                        {u"emails"_s, emails},
                                        {u"ownerEmail"_s, customer.ownerEmail},
                                        {u"country"_s, customer.region},
                                        {u"city"_s, customer.city},
                                        {u"details"_s, customer.note},
                                        {u"doNotCall"_s, customer.doNotCall}}};
    for (const auto &[name, value] : document.fields) {
        if (name != "userId"_L1)
            document.changing.append(name);
    }
    return {.key = document.path, .payload = payloadOf(document)};
}

OutboxItem goneCustomerItem(const CustomerId &customer, const NewCustomersIdentity &identity)
{
    // Written only where the document is. The user goes along: rules judge a write to a document that is not there as the making of one.
    PendingDocument document{.kind = PendingDocument::Kind::Plain,
                             .path = pathOf(customer, identity),
                             .user = identity.user.text(),
                             .fields = {{u"userId"_s, identity.user.text()}, {u"deleted"_s, true}},
                             .changing = {u"userId"_s, u"deleted"_s},
                             .correctsOnly = true};
    for (const QString &emptied : {u"name"_s, u"companyName"_s, u"title"_s, u"phoneNumbers"_s, u"emails"_s, u"details"_s})
        document.changing.append(emptied);
    return {.key = document.path, .payload = payloadOf(document)};
}

std::unique_ptr<Delivery> makeNewCustomersDelivery(const FirestoreContext &context)
{
    return std::make_unique<NewCustomersDelivery>(context);
}

} // namespace callcard
