#include "soundfiles.h"

#include <QFile>
#include <QMimeDatabase>
#include <QStandardPaths>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t kMostSounds = 10;

/// In memory where the system has such a place, and gone with the session whatever happens to us.
QString parentFolder()
{
    const QString session = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return session.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::TempLocation) : session;
}

} // namespace

QString SoundFiles::find(const QUrl &source) const
{
    const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&source](const Kept &one) { return one.source == source; });
    return known != m_kept.end() && QFile::exists(known->path) ? known->path : QString();
}

Result<QString> SoundFiles::keep(const QUrl &source, const QByteArray &bytes, const QString &mimeType)
{
    if (!m_folder || !m_folder->isValid())
        m_folder = std::make_unique<QTemporaryDir>(parentFolder() + u"/callcard-XXXXXX"_s);
    if (!m_folder->isValid())
        return failure(ErrorKind::Storage, u"no folder for a recording"_s);
    while (m_kept.size() >= kMostSounds) {
        QFile::remove(m_kept.front().path);
        m_kept.pop_front();
    }
    const QString suffix = QMimeDatabase().mimeTypeForName(mimeType).preferredSuffix();
    const QString path = m_folder->filePath(u"recording-%1.%2"_s.arg(++m_number).arg(suffix.isEmpty() ? u"mp3"_s : suffix));
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::NewOnly, QFile::ReadOwner | QFile::WriteOwner) || file.write(bytes) != bytes.size() ||
        !file.flush()) {
        file.remove();
        return failure(ErrorKind::Storage, u"a recording could not be kept"_s);
    }
    m_kept.push_back({.source = source, .path = path});
    return path;
}

} // namespace callcard
