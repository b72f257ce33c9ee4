#pragma once

#include "captured.h"

#include "cloudstage.h"

#include <cstdint>

namespace callcard::demo {

/// A small cloud that stands still: no socket, no story, time only when told. Everything runs on its own thread, as it will.
class CloudUnderFuzz
{
public:
    CloudUnderFuzz();
    ~CloudUnderFuzz();
    CloudUnderFuzz(const CloudUnderFuzz &) = delete;
    CloudUnderFuzz &operator=(const CloudUnderFuzz &) = delete;

    /// Requests as people write them, one after another:
    ///     GET /v2.1/calls?per_page=5        or  +90: that many seconds pass
    ///     Name: value
    ///     (an empty line, then the body)
    ///     ---
    /// What lets the demo's rep in is added; a request that begins with "!" goes without.
    void ask(const std::string &service, std::string_view text);
    /// Each line a frame; +90 as above, "pong", "cut" and "again", which comes back with the newest token.
    void talk(std::string_view text);
    /// Each line a request to `control`.
    void steer(std::string_view text);

private:
    std::shared_ptr<CapturedExchange> send(const std::string &service, serving::Request request, bool wantsSocket = false);
    [[nodiscard]] serving::Headers credentials(const std::string &service);
    [[nodiscard]] std::string accessToken();
    [[nodiscard]] std::shared_ptr<CapturedSocket> connect();
    bool passTime(std::string_view line);

    serving::ServingThread m_thread;
    std::unique_ptr<CloudStage> m_stage;
    std::string m_accessToken;
};

/// One input for a cloud that is made anew for every few of them: enough state to stumble over, young enough to find out why.
template <typename Try>
int fuzzed(const std::uint8_t *data, std::size_t size, Try attempt)
{
    static std::unique_ptr<CloudUnderFuzz> cloud;
    static int uses = 0;
    if (!cloud || ++uses > 50) {
        cloud.reset();
        cloud = std::make_unique<CloudUnderFuzz>();
        uses = 0;
    }
    attempt(*cloud, std::string_view(reinterpret_cast<const char *>(data), size));
    return 0;
}

} // namespace callcard::demo
