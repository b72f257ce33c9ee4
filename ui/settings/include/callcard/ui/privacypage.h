#pragma once

#include <QDateTime>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace callcard::ui {

class Banner;
class HostTable;
class PlainText;

/// What went to and came from one host since the program started.
struct HostContact {
    QString host{};
    quint64 sent{};
    quint64 received{};
    QDateTime last{};
    bool operator==(const HostContact &) const = default;
};

/// Somebody who could be forgotten: enough to be sure that it is the right one.
struct ForgettablePerson {
    QString id{};
    QString name{};
    QString detail{}; ///< Company and number.
    bool operator==(const ForgettablePerson &) const = default;
};

/// What leaves this computer, and the ways to take along or get rid of what is on it. Only deleting asks a second time, in place.
class PrivacyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PrivacyPage(QWidget *parent = nullptr);

    void setHosts(const QList<HostContact> &hosts, const QDateTime &now);
    /// Who was found for what was typed last.
    void setPeople(const QString &typed, const QList<ForgettablePerson> &people);
    /// Shown whole before it can be saved.
    void showBundle(const QString &text);
    /// How the last wish ended.
    void tell(bool worked, const QString &sentence);
    void tellForgotten();
    void tellExporting();
    void tellSaved(const QString &file);
    void tellDirectoryBusy(); ///< Nobody was forgotten.
    void tellFilesLeft();     ///< A wipe could not remove everything.
    void tellSessionsLeft(const QStringList &services);

Q_SIGNALS:
    void peopleSought(const QString &typed);
    void forgetRequested(const QString &id);
    void exportRequested();
    void bundleRequested();
    void bundleSaveRequested(const QString &text);
    void wipeRequested();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeForget();
    [[nodiscard]] QWidget *makeTaking();
    [[nodiscard]] QWidget *makeWipe();
    void askForWipe(bool asking);

    Banner *m_outcome;
    HostTable *m_hosts;
    PlainText *m_noHosts;
    QLineEdit *m_sought;
    QVBoxLayout *m_people;
    QPlainTextEdit *m_bundle;
    QPushButton *m_saveBundle;
    QPushButton *m_closeBundle;
    QPushButton *m_wipe;
    QPushButton *m_reallyWipe;
    QPushButton *m_keepAll;
    PlainText *m_wipeText;
};

} // namespace callcard::ui
