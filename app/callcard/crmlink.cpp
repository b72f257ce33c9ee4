#include "crmlink.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QUrl crmPage(const QString &pattern, const Customer &customer)
{
    QString number;
    for (const CustomerNumber &known : customer.numbers) {
        if (known.number && number.isEmpty())
            number = known.number->e164();
    }
    const QList<std::pair<QString, QString>> values{
        {u"id"_s, customer.origins.isEmpty() ? customer.id.text() : customer.origins.first().sourceId},
        {u"name"_s, customer.name},
        {u"company"_s, customer.company},
        {u"email"_s, customer.emails.value(0)},
        {u"number"_s, number}};
    // In one pass: a value that looks like a placeholder is no placeholder.
    QString page;
    for (qsizetype at = 0; at < pattern.size();) {
        const qsizetype end = pattern[at] == u'{' ? pattern.indexOf(u'}', at) : -1;
        const QString key = end > at ? pattern.mid(at + 1, end - at - 1) : QString();
        const auto value = std::find_if(values.begin(), values.end(), [&key](const auto &entry) { return entry.first == key; });
        if (value == values.end()) {
            page += pattern[at++];
            continue;
        }
        page += QString::fromLatin1(QUrl::toPercentEncoding(value->second));
        at = end + 1;
    }
    return QUrl(page, QUrl::StrictMode);
}

} // namespace callcard
