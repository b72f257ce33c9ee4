#include "output.h"

#include <cstdio>

#include <unistd.h>

namespace callcard::cli {

namespace {
std::function<void()> g_nobodyReads;

void write(std::FILE *stream, QByteArray bytes)
{
    bytes.append('\n');
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    if (!written && stream == stdout && g_nobodyReads)
        g_nobodyReads();
}
} // namespace

void whenNobodyReads(std::function<void()> function)
{
    g_nobodyReads = std::move(function);
}

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
