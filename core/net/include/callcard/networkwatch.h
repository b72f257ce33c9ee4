#pragma once

#include <QObject>

namespace callcard {

/// Tells when this computer's network comes and goes, as far as the system says so. Where it says nothing, isKnown() is false and
/// isOnline() true.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] bool isOnline() const { return m_online; }

Q_SIGNALS:
    void returned(); ///< Try again at once.
    void lost();

private:
    void update(bool online);
    bool m_known = false;
    bool m_online = true;
};

} // namespace callcard
