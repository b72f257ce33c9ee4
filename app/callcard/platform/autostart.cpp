#include "autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One word of an Exec line: quoted, with what the desktop entry specification wants escaped.
QString quoted(const QString &word)
{
    QString escaped;
    for (const QChar c : word) {
        if (c == u'"' || c == u'`' || c == u'$' || c == u'\\')
            escaped += u'\\';
        escaped += c;
        if (c == u'%')
            escaped += u'%';
    }
    // A value in the file is unescaped once before it is read as a command.
    return u'"' + escaped.replace(u'\\', u"\\\\"_s) + u'"';
}

} // namespace

Autostart::Autostart(const QString &profile, const QString &folder, const QString &program)
    : m_profile(profile)
    , m_folder(folder.isEmpty() ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s)
                                : folder)
    , m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : program)
{
}

QString Autostart::file() const
{
    return m_folder + u"/callcard"_s + (m_profile.isEmpty() ? QString() : QString(u'-' + m_profile)) + u".desktop"_s;
}

bool Autostart::isOn() const
{
    QFile entry(file());
    return entry.open(QFile::ReadOnly) && !entry.read(64 * 1024).contains("Hidden=true");
}

Result<> Autostart::set(bool on) const
{
    if (!on) {
        if (!QFile::exists(file()) || QFile::remove(file()))
            return {};
        return failure(ErrorKind::Storage, u"the autostart entry cannot be removed"_s);
    }
    QSaveFile entry(file());
    const bool isDefault = m_profile.isEmpty();
    const QString command = isDefault ? quoted(m_program) : QString(quoted(m_program) + u" --profile "_s + quoted(m_profile));
    const QString name = isDefault ? u"Callcard"_s : QString(u"Callcard ("_s + m_profile + u')');
    // In one pass: a path may hold "%2" itself.
    const QString text = u"[Desktop Entry]\nType=Application\nName=%2\nExec=%1 --background\nIcon=callcard\nTerminal=false\n"
                         "X-GNOME-Autostart-enabled=true\n"_s.arg(command, name);
    if (!QDir().mkpath(m_folder) || !entry.open(QFile::WriteOnly) || entry.write(text.toUtf8()) < 0 || !entry.commit())
        return failure(ErrorKind::Storage, u"the autostart entry cannot be written"_s);
    return {};
}

} // namespace callcard
