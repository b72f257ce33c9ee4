#include "figures.h"

#include "delivery.h"

namespace callcard::relay {

namespace {

std::string figureText(double value)
{
    return QByteArray::number(value, 'g', 12).toStdString();
}

void figureLine(std::string &text, const std::string &name, const char *type, double value)
{
    text += "# TYPE callcard_relay_" + name + ' ' + type + "\ncallcard_relay_" + name + ' ' + figureText(value) + '\n';
}

void perProvider(std::string &text, const char *result, const std::array<std::uint64_t, 4> &counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        text += "callcard_relay_webhooks_total{provider=\"" + providerName(static_cast<Provider>(i)).toStdString() + "\",result=\"" +
                result + "\"} " + std::to_string(counts[i]) + '\n';
    }
}

} // namespace

void Histogram::add(std::chrono::nanoseconds time)
{
    const double seconds = std::chrono::duration<double>(time).count();
    ++m_total;
    m_sum += seconds;
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        m_counts[i] += seconds <= kSteps[i] ? 1 : 0;
}

std::string Histogram::text(const std::string &name) const
{
    std::string text = "# TYPE " + name + " histogram\n";
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        text += name + "_bucket{le=\"" + figureText(kSteps[i]) + "\"} " + std::to_string(m_counts[i]) + '\n';
    text += name + "_bucket{le=\"+Inf\"} " + std::to_string(m_total) + '\n';
    return text + name + "_sum " + figureText(m_sum) + '\n' + name + "_count " + std::to_string(m_total) + '\n';
}

std::string prometheusText(const Figures &figures, const FiguresAround &around)
{
    std::string text = "# TYPE callcard_relay_webhooks_total counter\n";
    perProvider(text, "kept", figures.kept);
    perProvider(text, "repeated", figures.repeated);
    perProvider(text, "answered", figures.answered);
    perProvider(text, "forged", figures.forged);
    perProvider(text, "failed", figures.failed);
    text += figures.acknowledged.text("callcard_relay_webhook_seconds");
    figureLine(text, "streams", "gauge", double(around.streams));
    figureLine(text, "slow_streams", "gauge", double(around.slowStreams));
    figureLine(text, "connections", "gauge", double(around.server.connections));
    figureLine(text, "requests_total", "counter", double(around.server.requests));
    figureLine(text, "requests_refused_total", "counter", double(around.server.refused));
    figureLine(text, "sign_ins_refused_total", "counter", double(figures.signInsRefused));
    figureLine(text, "rate_limited_total", "counter", double(figures.rateLimited));
    figureLine(text, "ai_calls_total", "counter", double(figures.aiCalls));
    figureLine(text, "events_total", "counter", double(around.events));
    figureLine(text, "unrouted_records_total", "counter", double(around.unrouted));
    figureLine(text, "log_records", "gauge", double(around.log.records));
    figureLine(text, "log_waiting", "gauge", double(around.log.waiting));
    figureLine(text, "log_commits_total", "counter", double(around.log.commits));
    figureLine(text, "log_failing", "gauge", around.log.trouble ? 1 : 0);
    figureLine(text, "justcall_questions_total", "counter", double(around.gateway.questions));
    figureLine(text, "justcall_answered_from_memory_total", "counter", double(around.gateway.fromMemory));
    figureLine(text, "justcall_readings_total", "counter", double(around.gateway.readings));
    figureLine(text, "justcall_failures_total", "counter", double(around.gateway.failures));
    return text;
}

} // namespace callcard::relay
