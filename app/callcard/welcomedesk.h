#pragma once

#include <callcard/task.h>
#include <callcard/ui/welcome.h>

#include <engine/engine.h>

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace callcard {

class LinkHandler;

/// Carries out what the first-run assistant is asked for. Its window is made when it is wanted and gone afterwards. Wishes end with
/// what became of them, in words that say what helps.
class WelcomeDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us. `open`: the system's browser, unless a test has another.
    WelcomeDesk(Engine &engine, LinkHandler &links, BrowserOpener open = {}, QObject *parent = nullptr);
    ~WelcomeDesk() override;

    /// Empty: from the beginning. Otherwise at the page where one signs in to that service, or chooses "customers".
    void show(const QString &service);
    /// At the customers' page, with what that service would bring.
    void showCustomersOf(const QString &service);
    void hide();
    [[nodiscard]] ui::Welcome *window() { return m_window.get(); }
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void finished();
    void demoRequested();

private:
    void wire();
    void prefill();
    void showDesktop(); ///< How autostart and links are, whoever changed them.
    /// What is asked for ends the wish before it.
    [[nodiscard]] std::stop_token newWish();
    [[nodiscard]] bool isLocked(const QString &key) const;
    [[nodiscard]] QList<ui::WelcomeField> lockedFields() const;
    [[nodiscard]] Result<> keep(const QString &key, const QString &text);
    QCoro::Task<Result<>> keepSecret(QString name, QString text, std::stop_token stop);
    /// A wish that "Keep for this session" makes once more.
    void beginWish(std::function<void()> begin);
    /// What was tried works, and stays; or what was there before it comes back.
    void confirm();
    QCoro::Task<> putBack();
    QCoro::Task<bool> askRingCentral(std::stop_token stop);
    QCoro::Task<> signInWithBrowser(ui::SignInEntry entry, std::stop_token stop);
    QCoro::Task<> tryKeys(ui::SignInEntry entry, std::stop_token stop);
    QCoro::Task<Result<>> keepKeys(ui::SignInEntry entry, std::stop_token stop);
    QCoro::Task<> signInToFirebase(ui::FirebaseEntry entry, bool withGoogle, ui::WelcomeStep from, std::stop_token stop);
    QCoro::Task<> tryCopper(ui::CopperEntry entry, std::stop_token stop);
    /// What somebody looks at and has not said yes to.
    struct Offer {
        std::shared_ptr<CustomersPreview> preview{};
        QString service{}; ///< "copper"; empty: a file.
        QString file{};
        PastCallers past{};
    };
    [[nodiscard]] std::stop_token newLook();
    void onStepShown(ui::WelcomeStep step);
    QCoro::Task<> offerSource(QString service, std::stop_token stop);
    QCoro::Task<> offerFile(QString file, std::stop_token stop);
    QCoro::Task<> showOffer(std::stop_token stop);
    void keepOffer();
    /// From now on the source is one of those that are synced.
    [[nodiscard]] Result<> choose(const QString &service);
    QCoro::Task<> fetchCustomers(QString service, std::stop_token stop);
    QCoro::Task<> importFile(QString file, std::stop_token stop);
    void tellFile(const Error &error);
    /// Checks the services; the first that failed is told. True: all of them work.
    QCoro::Task<bool> check(QStringList services, ui::WelcomeStep step, std::stop_token stop);
    void tell(ui::WelcomeStep step, const Error &error, const QString &service);
    /// What is on this computer now.
    [[nodiscard]] Result<ui::DirectoryPreview> kept() const;
    [[nodiscard]] BrowserOpener opener(ui::WelcomeStep step);
    void startDemo();

    Engine &m_engine;
    LinkHandler &m_links;
    const BrowserOpener m_open;
    std::unique_ptr<ui::Welcome> m_window;
    QUrl m_link; ///< Of the sign-in that waits in the browser.
    Offer m_offer;
    int m_looks = 0;               ///< At sources, under way.
    std::function<void()> m_retry; ///< The last wish: for a session without a keychain, if the person agrees.
    // As it was before the fields were tried. A wish that another one ends leaves it to that one.
    std::map<QString, std::optional<Secret>> m_secretsBefore;
    std::map<QString, SettingState> m_settingsBefore;
    std::stop_source m_wish;
    std::stop_source m_look; ///< Apart from it: nobody's sign-in ends because somebody looks at customers.
    TaskScope m_scope;
};

/// What a person can do about it.
[[nodiscard]] ui::WelcomeTrouble welcomeTrouble(const Error &error);

} // namespace callcard
