#pragma once

#include <callcard/result.h>

#include <QTemporaryDir>
#include <QUrl>

#include <deque>
#include <memory>

namespace callcard {

/// Recordings that were fetched, for the system's player: in a folder that only this person can read, and that ends with us.
class SoundFiles final
{
public:
    /// Where it lies now, if it was fetched before.
    [[nodiscard]] QString find(const QUrl &source) const;
    [[nodiscard]] Result<QString> keep(const QUrl &source, const QByteArray &bytes, const QString &mimeType);

private:
    struct Kept {
        QUrl source{};
        QString path{};
    };
    std::unique_ptr<QTemporaryDir> m_folder; ///< Made for the first one.
    std::deque<Kept> m_kept;                 ///< Oldest first.
    int m_number = 0;
};

} // namespace callcard
