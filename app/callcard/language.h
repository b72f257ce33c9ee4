#pragma once

#include <callcard/translations.h>

#include <QLocale>

namespace callcard {

/// The language that the windows speak from now on: words, dates, numbers, direction. Built before them, gone after them.
class Language
{
public:
    /// `choice`: the setting desktop/language.
    explicit Language(const QString &choice);
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

private:
    Translations m_translations;
};

} // namespace callcard
