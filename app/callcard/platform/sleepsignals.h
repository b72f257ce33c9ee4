#pragma once

#include <QObject>

namespace callcard {

/// What logind tells of sleeping and waking. Where there is no logind it stays silent, and the engine's own clock watch notices later.
class SleepSignals final : public QObject
{
    Q_OBJECT

public:
    explicit SleepSignals(QObject *parent = nullptr);

Q_SIGNALS:
    void fallsAsleep();
    void wokeUp();

private Q_SLOTS:
    void onPrepareForSleep(bool before);
};

} // namespace callcard
