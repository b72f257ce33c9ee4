#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

#include <memory>

namespace callcard::ui {

/// The first-run assistant: six steps, each of which can be skipped, gone back to, and tests itself. It decides nothing: wishes go out
/// as signals, and what became of them comes back.
class Welcome final : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);
    ~Welcome() override;

    /// Before prefill(): these cannot be changed here.
    void setLocked(const QList<WelcomeField> &fields);
    /// What is known already is filled in: settings, a policy, an earlier walk through.
    void prefill(const SignInEntry &calls, const FirebaseEntry &firebase, const CopperEntry &copper);
    void setPlace(const QString &region, const QString &zone, bool guessed);
    void setAutostart(bool on, bool locked);
    void setLinks(bool on, bool locked, const QString &owner);
    void setService(CallService service);
    void showStep(WelcomeStep step);
    [[nodiscard]] WelcomeStep step() const;

    void showBusy(WelcomeStep step);
    /// `opened`: false where the link has to be copied into a browser.
    void showBrowserWaiting(WelcomeStep step, bool opened);
    /// The step's test went well; `detail` goes below its name ("Ext. 214"). The sign-in page goes on by itself.
    void showGood(WelcomeStep step, const QString &detail);
    void showTrouble(WelcomeStep step, WelcomeTrouble trouble, const QString &service);
    void showPreview(const DirectoryPreview &preview);
    void showTestCall();
    void showDemoStarting();
    void chooseFile(const QString &file); ///< As if it had been chosen in the dialog.

Q_SIGNALS:
    void demoRequested();
    void browserSignInRequested(const callcard::ui::SignInEntry &entry);
    void keysEntered(const callcard::ui::SignInEntry &entry);
    void copyLinkRequested();
    void cancelRequested();
    void firebaseRequested(const callcard::ui::FirebaseEntry &entry, bool withGoogle, callcard::ui::WelcomeStep from);
    void copperRequested(const callcard::ui::CopperEntry &entry);
    void fileChosen(const QString &file);
    void keepRequested();  ///< The customers that were looked at.
    void otherRequested(); ///< Not those.
    void keepForSessionRequested();
    void regionChosen(const QString &region);
    void zoneChosen(const QString &zone);
    void autostartChosen(bool on);
    void linksChosen(bool on);
    void testCallRequested();
    void stepShown(callcard::ui::WelcomeStep step);
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Parts;
    [[nodiscard]] QWidget *makeDemoStrip();
    void wirePages();
    void onEdited(WelcomeStep step);
    void endWaiting();
    /// What was typed and not tried yet. True: it is being tried.
    [[nodiscard]] bool tryFirst(WelcomeStep step);
    void goOn();
    void goBack();
    void skip();

    std::unique_ptr<Parts> d;
};

} // namespace callcard::ui
