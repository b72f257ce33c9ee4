#pragma once

#include <QLocale>
#include <QStringList>

#include <memory>
#include <vector>

class QCoreApplication;
class QTranslator;

namespace callcard {

/// The languages that are complete: "en", "de" …
[[nodiscard]] QStringList completeLanguages();

/// The catalogues of a language on the application, which must exist, for as long as this lives: ours, or the English one, without which "%n" has no plural
/// forms, and Qt's own. Made before the windows that are to speak it.
class Translations
{
public:
    explicit Translations(const QLocale &locale);
    ~Translations();
    Translations(const Translations &) = delete;
    Translations &operator=(const Translations &) = delete;
    /// False: not even English was found, which only a broken build can do.
    [[nodiscard]] bool isInstalled() const { return m_installed; }

private:
    void install(std::unique_ptr<QTranslator> translator);
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    bool m_installed = false;
};

/// The same for as long as the application lives, for programs that never change their language.
bool installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace callcard
