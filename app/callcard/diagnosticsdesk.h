#pragma once

#include <callcard/ui/diagnosticspage.h>

#include <QObject>

namespace callcard {

class Engine;

/// Feeds "Why didn't it pop?": decisions and receipts as they are made, and how the connection stood.
class DiagnosticsDesk final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive us.
    DiagnosticsDesk(Engine &engine, ui::DiagnosticsPage &page, QObject *parent = nullptr);

    /// Ages are of now.
    void refresh();

private:
    void onConnections();
    Engine &m_engine;
    ui::DiagnosticsPage &m_page;
    ui::ConnectionRecord m_record;
    QDateTime m_gapSince; ///< Valid while a connection that was there is gone.
};

} // namespace callcard
