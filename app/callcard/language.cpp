#include "language.h"

#include <QGuiApplication>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The system's own way to write dates, where it has that language already.
QLocale localeFor(const QString &choice)
{
    const QLocale system = QLocale::system();
    if (choice == "system"_L1)
        return system;
    const QLocale chosen(choice);
    return chosen.language() == system.language() ? system : chosen;
}

} // namespace

Language::Language(const QString &choice) : m_translations(localeFor(choice))
{
    const QLocale locale = localeFor(choice);
    QLocale::setDefault(locale);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

Language::~Language() = default;

} // namespace callcard
