// What any program of the same user may write to the local socket, and what the program there may answer: read with bounds, told on as
// it was, and never an end of either of the two.

#include <ipc/ipcwire.h>

#include <cstdint>
#include <cstdlib>

using namespace callcard;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

int depthOf(const Json &value)
{
    int deepest = 0;
    if (value.is_structured()) {
        for (const Json &inner : value)
            deepest = std::max(deepest, depthOf(inner));
    }
    return deepest + (value.is_structured() ? 1 : 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Json> object = ipcObject(line);
    const Result<IpcQuestion> question = ipcQuestion(line);
    if (!object) {
        require(!question && object.error().kind == ErrorKind::BadPayload);
        return 0;
    }
    require(object->is_object() && depthOf(*object) <= 33);
    const QByteArray written = ipcLine(*object);
    require(written.endsWith('\n') && written.count('\n') == 1);
    const Result<Json> again = ipcObject(written);
    require(again && *again == *object); // nothing is dropped in silence
    if (question) {
        require(question->arguments.is_object());
        for (const auto &[name, value] : question->arguments.items()) {
            require(textArgument(question->arguments, name.c_str()).isEmpty() || value.is_string());
            require(!flagArgument(question->arguments, name.c_str()) || value.is_boolean());
        }
    }
    const Error error = ipcErrorFrom(*object);
    require(!errorKindName(error.kind).isEmpty());
    const Error told = ipcErrorFrom(ipcError(error));
    require(told.kind == error.kind && told.retryAfter == error.retryAfter && told.detail == QString::fromUtf8(error.detail.toUtf8()));
    (void)ipcErrorFrom(object->value("error", Json()));
    return 0;
}
