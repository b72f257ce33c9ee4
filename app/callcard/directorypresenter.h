#pragma once

#include <callcard/directory.h>
#include <callcard/task.h>
#include <callcard/ui/directorypage.h>

#include <QObject>
#include <QTimer>

#include <functional>

namespace callcard {

/// Between the directory and its page: asks when somebody types, shows when something changed, keeps what was filled in. What leaves
/// the directory (calling, writing, opening the CRM, syncing) is the page's own signals, wired by the application.
class DirectoryPresenter final : public QObject
{
    Q_OBJECT

public:
    /// What the call log knows of a customer; fills in everything but the customer itself.
    using PastOf = std::function<void(ui::CustomerRecord &)>;
    DirectoryPresenter(Directory &directory, ui::DirectoryPage &page, PastOf pastOf = {});
    ~DirectoryPresenter() override;

    /// Everything anew.
    void refresh();
    void showRecord();                             ///< Its past may have changed.
    void openCustomer(const CustomerId &customer); ///< From a card or the history.
    [[nodiscard]] QCoro::Task<> stop() { return m_scope.close(); }

Q_SIGNALS:
    void saved(const callcard::CustomerId &customer); ///< Made, changed or given a number: a card may be waiting for it.

private:
    void onSearch(const QString &text, CustomerFilter filter);
    void onMoreWanted();
    void onChosen(const CustomerId &customer);
    void onSave(const CustomerDraft &draft);
    void onLink(const CustomerNumber &number, const CustomerId &customer);
    void onImport(const ImportRequest &request);
    void search();
    void showStats();
    void showChoices();
    void showRefused();
    void keep(const Result<> &done);
    QCoro::Task<> import(ImportRequest request, std::stop_token stop);

    Directory &m_directory; // these outlive us: declared earlier
    ui::DirectoryPage &m_page;
    const PastOf m_pastOf;
    CustomerQuery m_query;
    int m_mostChoices = 0; ///< Of those that are shown.
    int m_loaded = 0;      ///< Rows of the list, all pages together.
    CustomerId m_chosen;
    QTimer m_changed; ///< Many changes in a row are one look.
    ui::ImportState m_import;
    std::stop_source m_importStop;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
