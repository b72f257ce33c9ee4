#pragma once

#include <callcard/connection.h>
#include <callcard/preferences.h>
#include <callcard/ui/privacypage.h>
#include <callcard/ui/settingtexts.h>

#include <QHash>
#include <QWidget>

#include <memory>

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace callcard::ui {

class Banner;
class ConnectionsPage;

/// How a sign-out ended, as far as somebody should know.
enum class SignOutEnd {
    Done,
    KeysLeft,    ///< The keychain has some of them still.
    SessionLeft, ///< Signed out here, but the service could not be told.
};

/// Why a shortcut does not work in other programs.
enum class ShortcutTrouble {
    None,
    Taken,
    UnknownKey,
    NotHere,
    ByDesktop, ///< None at all: but the desktop decides which keys they are.
    Refused,   ///< By the person, when the desktop asked.
};

enum class SecretPlace { Absent, Keychain, Session, Environment, Locked };

/// Who opens tel: links on this desktop.
struct LinkOwner {
    bool known{}; ///< The desktop could be asked.
    bool ours{};
    QString name{}; ///< Empty: nobody.
    bool operator==(const LinkOwner &) const = default;
};

/// Every setting, by section or by search. What is changed is asked for at once; what holds is what setStates() says afterwards.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;
    [[nodiscard]] static QString title();

    void setStates(const QList<SettingState> &states);
    void refuse(const QString &key, const QString &sentence); ///< Of a setting or a secret.
    /// The answer to templateTyped().
    void setPreview(const QString &key, const QString &sentence, bool isTrouble);
    void setSecrets(const QHash<QString, SecretPlace> &places); ///< By the setting's key, "justcall/apiKey".
    void setKeychainMissing(bool missing);
    void setConnections(const QList<Connection> &connections, const QDateTime &now);
    /// Below the connections; takes it.
    void addConnectionTile(QWidget *tile);
    void setLinkOwner(const LinkOwner &owner);
    void tellLinksRefused();
    void tellLinksTested(bool arrived);
    void tellLinksStay(); ///< Nobody else opens them yet.
    void tellSignedOut(const QString &service, SignOutEnd end);
    void setShortcutTrouble(const QString &key, ShortcutTrouble trouble);
    /// No window of ours has a place of its own here: what asks for one says that it does nothing.
    void tellPlacesAreTheDesktops();
    /// What is wrong with the administrator's file, or with the person's own, in the program's words; nothing: all is well.
    void setFileProblems(const QStringList &sentences);
    [[nodiscard]] PrivacyPage &privacy() { return *m_privacy; }

    void showSection(SettingsSection section);
    void showSetting(const QString &key);
    [[nodiscard]] SettingsSection section() const { return m_section; }
    void focusSearch();

Q_SIGNALS:
    void changeRequested(const QString &key, const QVariant &value);
    void resetRequested(const QString &key);
    void templateTyped(const QString &key, const QString &text); ///< Letter by letter; also what holds, when it is shown.
    void secretEntered(const QString &key, const QString &text);
    void secretRemoveRequested(const QString &key);
    void keepForSessionRequested(); ///< No keychain: secrets may live until the program ends.
    void testRequested();
    void setUpRequested(const QString &service); ///< The assistant; empty: from its beginning.
    void signOutRequested(const QString &service);
    void sectionShown(callcard::ui::SettingsSection section);

private:
    struct Parts;
    [[nodiscard]] QWidget *makeList();
    void fill();
    void setNote(const QString &key, const QString &note);
    void addGroups(const QList<SettingWords> &words, const QStringList &sought);
    [[nodiscard]] QWidget *rowOf(const SettingWords &words);
    void clearBody();
    [[nodiscard]] QList<Banner *> banners() const;
    void showBanner(Banner *banner, bool on);

    std::unique_ptr<Parts> d;
    QListWidget *m_list;
    PrivacyPage *m_privacy;
    SettingsSection m_section{SettingsSection::Connections};
};

} // namespace callcard::ui
