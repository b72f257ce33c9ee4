#pragma once

class QCoreApplication;
class QLocale;

namespace callcard {

/// Puts the catalogue of the locale's language on the application, or the English one, without which "%n" has no plural forms.
/// Call it once, before the first window. False: not even that was found, which only a broken build can do.
bool installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace callcard
