#pragma once

#include "directorypresenter.h"

#include <callcard/call.h>
#include <callcard/ui/directorypage.h>

#include <QObject>
#include <QTimer>

#include <memory>

namespace callcard {

class Engine;

/// Between the directory's page and everything it reaches out to: the call log, the sources, the CRM, the mail program. The directory
/// is read when the page is looked at for the first time, not when the program starts.
class DirectoryDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    DirectoryDesk(Engine &engine, ui::DirectoryPage &page, QObject *parent = nullptr);
    ~DirectoryDesk() override;

    void openCustomer(const callcard::CustomerId &customer);
    /// A caller whom nobody knows: the form, filled in with what the call said.
    void addCaller(const callcard::CallId &call, const callcard::CallParty &party);
    /// The rep knows whose number it is: they look for the record.
    void linkCaller(const callcard::CallId &call, const callcard::CallParty &party);
    void sync();
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void callRequested(const callcard::PhoneNumber &number, const callcard::CustomerId &customer);
    void logRequested(const callcard::CallId &call); ///< To be read, or its note to be written on.
    void connectRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wirePage();
    void wireLog();
    void applySettings();
    void showSync();
    void present();
    void onSaved(const CustomerId &customer);
    QCoro::Task<> syncNow();

    Engine &m_engine;
    ui::DirectoryPage &m_page;
    std::unique_ptr<DirectoryPresenter> m_presenter; ///< Null: nobody looked yet, or there is no directory.
    QTimer m_pastSoon;                               ///< A call changes its entry many times.
    CallId m_addingFor;                              ///< The call whose caller is being added.
    qint64 m_fetched = 0;
    TaskScope m_scope; // last: its coroutines use all of the above
};

} // namespace callcard
