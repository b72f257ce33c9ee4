#include "documentname.h"
#include "requestwire.h"
#include "valuewire.h"

#include <callcard/log.h>

#include <array>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using wire::Json;

namespace {

/// With no word from the service: its own clients begin at their longest pause.
constexpr auto kQuotaPause = 60s;
constexpr qsizetype kLongestName = 6 * 1024;

struct StatusWord {
    const char *word;
    ErrorKind kind;
    Refusal refusal = Refusal::Other;
};

// DATA_LOSS and UNIMPLEMENTED do not heal by asking again; DEADLINE_EXCEEDED may have been carried out.
constexpr std::array kStatusWords{
    StatusWord{"INVALID_ARGUMENT", ErrorKind::Refused, Refusal::WrongRequest},
    StatusWord{"OUT_OF_RANGE", ErrorKind::Refused, Refusal::WrongRequest},
    StatusWord{"FAILED_PRECONDITION", ErrorKind::Refused, Refusal::Precondition},
    StatusWord{"PERMISSION_DENIED", ErrorKind::Refused, Refusal::Denied},
    StatusWord{"NOT_FOUND", ErrorKind::Refused, Refusal::Missing},
    StatusWord{"ALREADY_EXISTS", ErrorKind::Refused, Refusal::AlreadyThere},
    StatusWord{"UNIMPLEMENTED", ErrorKind::Refused},
    StatusWord{"DATA_LOSS", ErrorKind::Refused},
    StatusWord{"UNAUTHENTICATED", ErrorKind::SignInNeeded},
    StatusWord{"RESOURCE_EXHAUSTED", ErrorKind::RateLimited},
    StatusWord{"ABORTED", ErrorKind::ServerFault},
    StatusWord{"UNAVAILABLE", ErrorKind::ServerFault},
    StatusWord{"INTERNAL", ErrorKind::ServerFault},
    StatusWord{"UNKNOWN", ErrorKind::ServerFault},
    StatusWord{"CANCELLED", ErrorKind::TimedOut},
    StatusWord{"DEADLINE_EXCEEDED", ErrorKind::TimedOut},
};

const StatusWord *known(const QString &status)
{
    for (const StatusWord &one : kStatusWords) {
        if (status == QLatin1StringView(one.word))
            return &one;
    }
    return nullptr;
}

/// "PERMISSION_DENIED: Missing or insufficient permissions."
QString wordsOf(const Json &error)
{
    const QString message = redacted(wire::text(error, "message", 200)).simplified();
    return message.isEmpty() ? wire::text(error, "status", 64) : QString(wire::text(error, "status", 64) + u": "_s + message);
}

/// {"error"}, bare or in an array, in front or behind rows.
const Json &errorIn(const Json &body)
{
    if (body.is_array()) {
        for (const Json &element : body) {
            if (const Json &error = wire::member(element, "error"); !error.is_null())
                return error;
        }
    }
    return wire::member(body, "error");
}

Fault faultIn(const Json &error, std::optional<std::chrono::seconds> retryAfter)
{
    const QString status = wire::text(error, "status", 64);
    const StatusWord *meaning = known(status);
    Fault fault{.error = {.kind = meaning != nullptr ? meaning->kind : ErrorKind::Refused, .detail = wordsOf(error)},
                .refusal = meaning != nullptr ? meaning->refusal : Refusal::Other};
    fault.error.retryAfter = retryAfter;
    if (fault.error.kind == ErrorKind::RateLimited && !retryAfter)
        fault.error.retryAfter = kQuotaPause;
    if (fault.error.kind != ErrorKind::Refused)
        fault.refusal = Refusal::None;
    return fault;
}

/// A whole answer, or a fault. A success that cannot be read was cut on its way: nobody knows more.
Answer<Json> readable(QByteArrayView body)
{
    Result<Json> json = wire::parse(body, kDeepestAnswer);
    if (!json)
        return faulty({.kind = ErrorKind::TimedOut, .detail = json.error().detail});
    if (const Json &error = errorIn(*json); error.is_object())
        return tl::unexpected(faultIn(error, std::nullopt));
    return *std::move(json);
}

Answer<Document> documentIn(const Json &json, const QString &project)
{
    const auto path = pathInName(project, wire::text(json, "name", kLongestName));
    if (!path)
        return faulty({.kind = ErrorKind::BadPayload, .detail = u"a document without a name"_s});
    Result<Map> fields = fieldsFrom(wire::member(json, "fields"));
    if (!fields)
        return faulty(fields.error());
    return Document{.path = *path, .fields = *std::move(fields), .updateTime = wire::text(json, "updateTime", 64)};
}

/// The documents that stand under one key of each element.
Answer<QList<Document>> documentsUnder(const char *key, const Json &elements, const QString &project)
{
    if (!elements.is_array())
        return faulty({.kind = ErrorKind::BadPayload, .detail = u"an answer that is no list"_s});
    QList<Document> documents;
    for (const Json &element : elements) {
        const Json &json = wire::member(element, key);
        if (json.is_null())
            continue; // a read time, a missing document, or the end
        Answer<Document> document = documentIn(json, project);
        if (!document)
            return tl::unexpected(document.error());
        documents.append(*std::move(document));
    }
    return documents;
}

} // namespace

Answer<QList<Document>> rowsFrom(QByteArrayView body, const QString &project)
{
    const Answer<Json> json = readable(body);
    return json ? documentsUnder("document", *json, project) : tl::unexpected(json.error());
}

Answer<QList<Document>> foundFrom(QByteArrayView body, const QString &project)
{
    const Answer<Json> json = readable(body);
    return json ? documentsUnder("found", *json, project) : tl::unexpected(json.error());
}

Answer<Document> documentFrom(QByteArrayView body, const QString &project)
{
    const Answer<Json> json = readable(body);
    return json ? documentIn(*json, project) : tl::unexpected(json.error());
}

Answer<> commitFrom(QByteArrayView body)
{
    const Answer<Json> json = readable(body);
    return json ? Answer<>{} : tl::unexpected(json.error());
}

Fault faultFrom(const HttpAnswer &answer, const QDateTime &now)
{
    const auto json = wire::parse(answer.body, kDeepestAnswer);
    const Json &error = json ? errorIn(*json) : wire::member(Json(), "error");
    if (known(wire::text(error, "status", 64)) != nullptr)
        return faultIn(error, answer.retryAfter(now));
    // A proxy or a front end spoke: only the number is left.
    const Result<> meaning = meaningOf(answer, now);
    Fault fault{.error = meaning ? Error{.kind = ErrorKind::BadPayload, .detail = u"a success without an answer"_s} : meaning.error()};
    if (fault.error.kind == ErrorKind::RateLimited && !fault.error.retryAfter)
        fault.error.retryAfter = kQuotaPause;
    if (fault.error.kind == ErrorKind::Refused)
        fault.refusal = answer.status == 403 ? Refusal::Denied : answer.status == 404 ? Refusal::Missing : Refusal::Other;
    return fault;
}

} // namespace callcard::firestore
