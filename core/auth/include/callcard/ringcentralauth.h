#pragma once

#include <callcard/auth.h>
#include <callcard/browsersignin.h>

namespace callcard {

struct RingCentralApp {
    QUrl server{QStringLiteral("https://platform.ringcentral.com")};
    QString clientId{};
    Secret clientSecret{}; ///< Only a confidential app has one; a public one must not even send an empty one.
    Secret jwt{};          ///< For test rigs and servers.
    QString endpointId{};  ///< Stable for this installation.
};

/// RingCentral's OAuth, protocols/ringcentral.md 2. All of it is in the rate group "Auth" (five a minute, shared with the WebSocket token).
class RingCentralAuth final : public TokenIssuer
{
public:
    RingCentralAuth(RingCentralApp app, HttpSender send, Clock &clock);

    [[nodiscard]] QString origin() const override;
    [[nodiscard]] QCoro::Task<Result<Tokens>> refresh(Secret refreshToken, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Tokens>> signInSilently(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<>> revoke(Tokens tokens, std::stop_token stop) override;

    /// Authorization code with PKCE.
    [[nodiscard]] QCoro::Task<Result<Tokens>> signInWithBrowser(QList<QUrl> redirects, BrowserOpener open, RedirectPages pages,
                                                                std::stop_token stop);

private:
    [[nodiscard]] HttpRequest tokenRequest(QList<std::pair<QString, QString>> fields) const;
    QCoro::Task<Result<Tokens>> ask(QList<std::pair<QString, QString>> fields, std::stop_token stop);

    RingCentralApp m_app;
    HttpSender m_send;
    Clock &m_clock;
};

} // namespace callcard
