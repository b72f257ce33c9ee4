#include <callcard/translations.h>

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;

// A static library's resource is linked only when somebody asks for it; the macro wants the global namespace.
static void bringResources()
{
    Q_INIT_RESOURCE(callcard_i18n);
}

namespace callcard {

namespace {
bool loadOurs(QTranslator &translator, const QLocale &locale)
{
    bringResources();
    return translator.load(u":/i18n/callcard_"_s + QLocale::languageToCode(locale.language()) + u".qm"_s) ||
           translator.load(u":/i18n/callcard_en.qm"_s);
}
} // namespace

QStringList completeLanguages()
{
    return {u"en"_s, u"de"_s, u"fr"_s, u"es"_s};
}

Translations::Translations(const QLocale &locale)
{
    // By the language alone: load(QLocale) would try the system's other languages before it says no.
    const QString language = QLocale::languageToCode(locale.language());
    auto qts = std::make_unique<QTranslator>();
    if (qts->load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qts));
    auto ours = std::make_unique<QTranslator>();
    if (loadOurs(*ours, locale)) {
        install(std::move(ours));
        m_installed = true;
    }
}

Translations::~Translations()
{
    for (const std::unique_ptr<QTranslator> &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Translations::install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

bool installTranslations(QCoreApplication &application, const QLocale &locale)
{
    auto *translator = new QTranslator(&application);
    return loadOurs(*translator, locale) && QCoreApplication::installTranslator(translator);
}

} // namespace callcard
