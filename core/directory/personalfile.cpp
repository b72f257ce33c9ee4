#include "personalfile.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <utility>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcPersonal, "callcard.directory", QtInfoMsg)
} // namespace

PersonalFile::PersonalFile(QString path, Kind kind, bool readOnly, const Clock &clock)
    : m_path(std::move(path)), m_kind(std::move(kind)), m_readOnly(readOnly), m_clock(clock)
{
}

Result<std::unique_ptr<PersonalFile>> PersonalFile::open(const QString &path, Kind kind, bool readOnly, const Clock &clock)
{
    std::unique_ptr<PersonalFile> file(new PersonalFile(path, std::move(kind), readOnly, clock));
    if (readOnly && !QFileInfo::exists(path))
        return file;
    const Result<> opened = file->openStore();
    if (!opened && storageFault(opened.error()) != StorageFault::Corrupt)
        return tl::unexpected(opened.error());
    if (!opened)
        file->replace(opened.error());
    return file;
}

Result<> PersonalFile::openStore()
{
    auto store = Store::open(m_path, m_kind.schema, {.readOnly = m_readOnly});
    if (!store)
        return tl::unexpected(store.error());
    m_store = *std::move(store);
    return {};
}

void PersonalFile::replace(const Error &error)
{
    m_store.reset(); // closed before it is moved
    m_damage = DamagedFile{.what = m_kind.what, .error = error};
    m_isNews = true;
    if (m_readOnly)
        return; // whoever writes it sets it aside
    const Result<QString> aside = setAside(m_path, m_clock.now());
    if (!aside) {
        qCWarning(lcPersonal) << QFileInfo(m_path).fileName() << "is damaged and cannot be set aside:" << aside.error();
        return;
    }
    m_damage->aside = *aside;
    qCWarning(lcPersonal) << QFileInfo(m_path).fileName() << "is damaged and has been set aside:" << error;
    if (const Result<> opened = openStore(); !opened)
        return; // it was logged
    const auto damaged = Store::open(*aside, m_kind.schema, {.readOnly = true, .checkAfterUncleanEnd = false});
    if (damaged)
        m_kind.rescue(**damaged, *m_store);
}

tl::unexpected<Error> PersonalFile::unwritable() const
{
    return failure(ErrorKind::Storage, QString(storageFaultName(StorageFault::ReadOnly) +
                                               (m_readOnly ? u": opened for reading"_s : u": a damaged file cannot be moved"_s)));
}

} // namespace callcard
