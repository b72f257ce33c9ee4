#pragma once

#include <callcard/ui/directoryvalues.h>

#include <QWidget>

#include <memory>

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// The customers: a list that is searched as one types, and the record of the chosen one beside it, over it where there is no room.
/// Shows what it is given and emits wishes; whoever hears searchChanged() answers with setFound().
class DirectoryPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DirectoryPage(const Clock &clock, QWidget *parent = nullptr); ///< The clock outlives us.
    ~DirectoryPage() override;
    [[nodiscard]] static QString title();

    void setOptions(const DirectoryOptions &options);
    /// The answer to the last searchChanged(), or the same anew: rows that stay keep their place, and whoever is chosen stays so. Only the
    /// first answer to a new question chooses somebody.
    void setFound(const FoundCustomers &found);
    void appendFound(const FoundCustomers &found); ///< The next page, after moreWanted().
    void setStats(const DirectoryStats &stats);
    void setRecord(const std::optional<CustomerRecord> &record);
    void setSync(const SyncState &sync);
    void setImport(const ImportState &state);
    /// The answer to choicesRequested(), or the same anew; `count` of all there are.
    void setChoices(const QList<ChosenNumber> &choices, qint64 count);
    [[nodiscard]] bool areChoicesShown() const;
    void showChoices();
    /// The answer to refusedRequested(), or the same anew.
    void setRefused(const QList<RefusedRecords> &sources);
    [[nodiscard]] bool areRefusedShown() const;
    void showRefused();
    /// Something a person did could not be kept; said above the list until the next time it works.
    void setTrouble(const std::optional<Error> &error);

    [[nodiscard]] QString searchText() const;
    [[nodiscard]] CustomerFilter filter() const;
    [[nodiscard]] CustomerId chosen() const;
    void search(const QString &text); ///< As if it was typed.
    void focusSearch();
    /// Opens the form: from a card ("Add customer") with the number filled in.
    void addCustomer(const CustomerDraft &draft = {});
    /// Somebody looks for whose number it is: every record offers to take it, until one does, Esc is pressed or nothing is passed.
    void setLinking(const std::optional<CustomerNumber> &number);

Q_SIGNALS:
    void searchChanged(const QString &text, callcard::CustomerFilter filter);
    void moreWanted();
    void customerChosen(const callcard::CustomerId &customer);
    void callRequested(const callcard::PhoneNumber &number, const callcard::CustomerId &customer);
    void mailRequested(const QString &address);
    void crmRequested(const QUrl &page);
    void eventChosen(const callcard::CallId &call);
    void noteEditRequested(const callcard::CallId &call);
    void promiseDone(qint64 promise);
    void saveRequested(const callcard::CustomerDraft &draft);
    void discardRequested(const callcard::CustomerId &customer);
    void linkRequested(const callcard::CustomerNumber &number, const callcard::CustomerId &customer);
    void unlearnRequested(const callcard::PhoneNumber &number);
    void choicesRequested(int most); ///< The newest ones.
    void refusedRequested();         ///< What the sources have and the directory cannot use.
    void syncRequested();
    void connectRequested();
    void importRequested(const callcard::ImportRequest &request); ///< With dryRun: only the report.
    void importCancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void chooseFile();
    void showDetail(bool shown);
    void place();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace callcard::ui
