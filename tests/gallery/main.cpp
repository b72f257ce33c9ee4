// gallery --list
// gallery NAME [--scheme dark] [--scale 2] [--text 1.5] [--language de] [--contrast] --out FILE
// gallery --all [the same] --out DIR
// gallery --walk [ROOM…]         what a listener would miss in any state: controls without names, painted words nobody says
// gallery --tab [ROOM…]          what the keyboard does not reach in any state, or does not show
#include "accesswalk.h"
#include "pseudotranslator.h"
#include "render.h"
#include "tabwalk.h"

#include <callcard/translations.h>
#include <callcard/ui/theme.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLocale>
#include <QTextStream>

#include <cstring>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {
/// Both must be known before QApplication exists.
void prepareEnvironment(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--scale") == 0)
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    }
}

QString fileName(const QString &state)
{
    return QString(state).replace(u'/', u'-') + u".png"_s;
}

bool save(const QString &name, const gallery::Entry &entry, const QString &path)
{
    if (gallery::render(entry).save(path))
        return true;
    QTextStream(stderr) << "cannot write " << path << " for " << name << Qt::endl;
    return false;
}
} // namespace

int main(int argc, char **argv)
{
    prepareEnvironment(argc, argv);
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption list(u"list"_s, u"Name every state."_s);
    const QCommandLineOption all(u"all"_s, u"Render every state into the folder --out."_s);
    const QCommandLineOption scheme(u"scheme"_s, u"light or dark"_s, u"scheme"_s, u"light"_s);
    const QCommandLineOption scale(u"scale"_s, u"Device pixel ratio."_s, u"ratio"_s, u"1"_s);
    const QCommandLineOption text(u"text"_s, u"System font against 13 px: the design's s."_s, u"s"_s, u"1"_s);
    const QCommandLineOption language(u"language"_s, u"de, fr, es, ar …; xx is 1.4 times as long, xr that from right to left."_s, u"code"_s,
                                      u"en_US"_s);
    const QCommandLineOption contrast(u"contrast"_s, u"High contrast."_s);
    const QCommandLineOption out(u"out"_s, u"File, or folder with --all."_s, u"path"_s);
    const QCommandLineOption walk(u"walk"_s, u"Listen to every state."_s);
    const QCommandLineOption tab(u"tab"_s, u"Walk through every state with the keyboard."_s);
    parser.addOptions({walk, tab, list, all, scheme, scale, text, language, contrast, out});
    parser.addPositionalArgument(u"name"_s, u"A state, as --list names it."_s);
    parser.addHelpOption();
    parser.process(application);
    QTextStream err(stderr);

    if (parser.isSet(list)) {
        for (const auto &[name, entry] : gallery::states())
            QTextStream(stdout) << name << Qt::endl;
        return 0;
    }

    const QString code = parser.value(language);
    gallery::PseudoTranslator pseudo;
    if (code == "xx"_L1 || code == "xr"_L1) {
        QApplication::installTranslator(&pseudo);
    } else {
        QLocale::setDefault(QLocale(code));
        installTranslations(application, QLocale());
    }
    QApplication::setLayoutDirection(code == "xr"_L1 ? Qt::RightToLeft : QLocale().textDirection());

    QFont font = QApplication::font();
    font.setPixelSize(qRound(ui::kBasePx * parser.value(text).toDouble()));
    QApplication::setFont(font);
    ui::ThemeKeeper keeper(application);
    keeper.setCompositing(true);
    keeper.setReducedMotion(true); // a picture must be the same each time
    keeper.setSchemeChoice(parser.value(scheme) == "dark"_L1 ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
    keeper.setHighContrast(parser.isSet(contrast));

    if (parser.isSet(walk) || parser.isSet(tab)) {
        QStringList faults;
        const QStringList rooms = parser.positionalArguments();
        for (const auto &[name, entry] : gallery::states()) {
            if (rooms.isEmpty() || rooms.contains(name) || rooms.contains(name.section(u'/', 0, 0)))
                faults += parser.isSet(tab) ? gallery::unreachable(name, entry) : gallery::unheard(name, entry);
        }
        err << faults.join(u'\n') << Qt::endl;
        return faults.isEmpty() ? 0 : 1;
    }

    if (parser.isSet(all)) {
        const QDir folder(parser.value(out));
        if (!parser.isSet(out) || !folder.mkpath(u"."_s)) {
            err << "--all needs a folder: --out DIR" << Qt::endl;
            return 2;
        }
        bool good = true;
        for (const auto &[name, entry] : gallery::states())
            good = save(name, entry, folder.filePath(fileName(name))) && good;
        return good ? 0 : 1;
    }

    const QString name = parser.positionalArguments().value(0);
    const auto found = gallery::states().find(name);
    if (found == gallery::states().end()) {
        err << (name.isEmpty() ? u"Name a state, or --list, or --all."_s : u"There is no state \"%1\"; --list names them."_s.arg(name))
            << Qt::endl;
        return 2;
    }
    return save(name, found->second, parser.isSet(out) ? parser.value(out) : fileName(name)) ? 0 : 1;
}
