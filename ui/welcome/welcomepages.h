#pragma once

#include <callcard/ui/welcometypes.h>

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace callcard::ui {

class FirebaseForm;
class OutcomeLine;
class PlacePicker;
class PlainText;
class PreviewPane;
class Switch;

/// A page's beginning: what it asks, and why. Announced to screen readers as the page's name.
QVBoxLayout *beginPage(QWidget &page, const QString &question, const QString &why);

class ServicePage final : public QWidget
{
    Q_OBJECT

public:
    explicit ServicePage(QWidget *parent = nullptr);
    [[nodiscard]] CallService service() const;
    void setService(CallService service);
    void focusFirst();

Q_SIGNALS:
    void chosen(callcard::ui::CallService service);

private:
    QButtonGroup *m_group;
};

class CustomersPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomersPage(QWidget *parent = nullptr);
    [[nodiscard]] FirebaseForm &firebase() { return *m_firebase; }
    [[nodiscard]] CustomerService service() const;
    void lockCopper();
    void prefillCopper(const QString &email);
    void showBrowserWaiting(bool opened);
    /// Asks for what was typed or read and is not kept yet. False: there is nothing.
    [[nodiscard]] bool tryUntried();
    [[nodiscard]] OutcomeLine &outcome() { return *m_outcome; }
    void showPreview(const DirectoryPreview &preview);
    [[nodiscard]] bool isOffering() const; ///< Something was looked at and waits for a yes.
    void showBusy(const QString &text);
    void showTrouble(const QString &text, const QString &button);
    void forgetKeys(); ///< Of the chosen source: it works.
    void focusFirst();
    /// For tests and for drops: as if the file had been chosen.
    void chooseFile(const QString &file);

Q_SIGNALS:
    void copperRequested(const callcard::ui::CopperEntry &entry);
    void edited();
    void fileChosen(const QString &file);
    void keepRequested();  ///< What was looked at.
    void otherRequested(); ///< Not that.

private:
    void offer(bool offered);
    [[nodiscard]] CopperEntry copper() const;
    [[nodiscard]] QWidget *makeCopper();
    [[nodiscard]] QWidget *makeFile();
    void askForFile();

    QButtonGroup *m_group;
    QStackedWidget *m_forms;
    FirebaseForm *m_firebase;
    QLineEdit *m_copperEmail{};
    QLineEdit *m_copperKey{};
    QWidget *m_choice; ///< Of sources.
    PreviewPane *m_preview;
    bool m_copperUntried = false;
    OutcomeLine *m_outcome;
};

class RegionPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RegionPage(QWidget *parent = nullptr);
    void lock(bool region, bool zone);
    void setPlace(const QString &region, const QString &zone);
    [[nodiscard]] QString summary() const; ///< "Canada · Toronto"
    void focusFirst();

Q_SIGNALS:
    void regionChosen(const QString &region);
    void zoneChosen(const QString &zone);

private:
    PlacePicker *m_region;
    PlacePicker *m_zone;
};

class ComputerPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ComputerPage(QWidget *parent = nullptr);
    void setAutostart(bool on, bool locked);
    void setLinks(bool on, bool locked, const QString &owner);
    void showTestCall();
    void showTrouble(const QString &text);
    void focusFirst();

Q_SIGNALS:
    void autostartChosen(bool on);
    void linksChosen(bool on);
    void testCallRequested();

private:
    Switch *m_autostart;
    Switch *m_links;
    PlainText *m_owner;
    OutcomeLine *m_outcome;
};

} // namespace callcard::ui
