// What a Firestore may answer, and what may lie in an outbox: nothing of it may crash or hang, and what is a value stays one.
#include <customermapping.h>
#include <figurerows.h>
#include <pendingdocument.h>
#include <requestwire.h>
#include <synccursor.h>
#include <valuewire.h>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace callcard;
    using namespace callcard::firestore;
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString project = QStringLiteral("p1");
    if (const auto json = wire::parse(body, kDeepestAnswer)) {
        if (const auto value = valueFrom(*json)) {
            const wire::Json written = toJson(*value);
            const auto again = valueFrom(written);
            if (!again || toJson(*again) != written)
                std::abort();
        }
    }
    if (const auto rows = rowsFrom(body, project)) {
        (void)figuresFrom(*rows, {QDate(2026, 1, 1), QDate(2026, 12, 31)}, QTimeZone("America/Denver"));
        for (const Document &row : *rows) {
            (void)isTombstone(row.fields);
            (void)goalFrom(row.fields);
            (void)hoursFrom(row.fields);
            (void)memberFrom(row);
            for (const char *collection :
                 {"copper_people", "copper_companies", "copper_leads", "fishbowl_customers", "customer_sales_summary"}) {
                const MappingContext context{.source = QStringLiteral("firestore:x"),
                                             .kind = kindOf(QString::fromLatin1(collection)),
                                             .region = QStringLiteral("US")};
                (void)recordFrom(row, context);
            }
        }
    }
    (void)foundFrom(body, project);
    (void)documentFrom(body, project);
    (void)commitFrom(body);
    for (const int status : {200, 403, 503})
        (void)faultFrom({.status = status, .body = body}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    (void)pendingFrom(body);
    (void)cursorFrom(body);
    return 0;
}
