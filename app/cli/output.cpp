#include "output.h"

#include <cstdio>

#include <unistd.h>

namespace callcard::cli {

namespace {
void write(std::FILE *stream, QByteArray bytes)
{
    bytes.append('\n');
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}
} // namespace

void print(const QString &line)
{
    write(stdout, line.toUtf8());
}

void printJson(const nlohmann::json &document)
{
    write(stdout, QByteArray::fromStdString(document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
}

void note(const QString &line)
{
    if (isatty(STDERR_FILENO) != 0)
        write(stderr, QString(line).replace(u'\n', u' ').toUtf8());
}

int fail(const QString &sentence, int code)
{
    write(stderr, QByteArray("callcard-cli: ") + QString(sentence).replace(u'\n', u' ').toUtf8());
    return code;
}

} // namespace callcard::cli
