#include <callcard/translations.h>

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

// A static library's resource is linked only when somebody asks for it; the macro wants the global namespace.
static void bringResources()
{
    Q_INIT_RESOURCE(callcard_i18n);
}

namespace callcard {

bool installTranslations(QCoreApplication &application, const QLocale &locale)
{
    bringResources();
    auto *translator = new QTranslator(&application);
    if (!translator->load(locale, u"callcard"_s, u"_"_s, u":/i18n"_s) && !translator->load(u":/i18n/callcard_en.qm"_s)) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace callcard
