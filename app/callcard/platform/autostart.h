#pragma once

#include <callcard/result.h>

#include <QString>

namespace callcard {

/// Starting with the session, by the desktop's own convention: an entry in the person's autostart folder. What an administrator put
/// into the system's folder is hidden by ours and comes back without it.
class Autostart
{
public:
    /// An entry of its own for each profile. `folder`: normally ~/.config/autostart. `program`: what the entry starts.
    explicit Autostart(const QString &profile = {}, const QString &folder = {}, const QString &program = {});
    [[nodiscard]] bool isOn() const;
    [[nodiscard]] Result<> set(bool on) const;

private:
    [[nodiscard]] QString file() const;
    QString m_profile;
    QString m_folder;
    QString m_program;
};

} // namespace callcard
