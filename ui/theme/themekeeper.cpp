#include "callcardstyle.h"
#include "currenttheme.h"
#include "spokencombo.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <QScopedValueRollback>
#include <QWidget>

#include <algorithm>

// A static library's resources are dropped by the linker unless somebody asks for them; outside any namespace, as Qt wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(callcard_icons);
}

namespace callcard::ui {

namespace {
constexpr double kSmallestScale = 0.85;
constexpr double kLargestScale = 2.0;
constexpr int kDarkBelow = 128;

/// Those always compose; on X11 somebody has to look.
bool platformComposes()
{
    const QString platform = QGuiApplication::platformName();
    return platform.startsWith(QLatin1String("wayland")) || platform == QLatin1String("windows") || platform == QLatin1String("cocoa");
}
} // namespace

ThemeKeeper::ThemeKeeper(QApplication &application) : m_application(application), m_compositing(platformComposes())
{
    installSpokenCombo();
    initIcons();
    QApplication::setStyle(new CallcardStyle); // the application owns it
    readSystem();
    apply();
    m_application.installEventFilter(this);
}

ThemeKeeper::~ThemeKeeper()
{
    m_application.removeEventFilter(this);
}

void ThemeKeeper::setSchemeChoice(SchemeChoice choice)
{
    m_choice = choice;
    apply();
}

void ThemeKeeper::setSystemDark(std::optional<bool> dark)
{
    m_systemDark = dark;
    apply();
}

void ThemeKeeper::setHighContrast(bool on)
{
    m_highContrast = on;
    apply();
}

void ThemeKeeper::setReducedMotion(bool on)
{
    m_reducedMotion = on;
    apply();
}

void ThemeKeeper::setCompositing(bool on)
{
    m_compositing = on;
    apply();
}

// Runs for every event of the program, so the first test must be enough for nearly all of them.
bool ThemeKeeper::eventFilter(QObject *watched, QEvent *event)
{
    const bool ofSystem = event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationFontChange;
    if (ofSystem && !m_applying) {
        readSystem();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

// Our own palette hides the system's; only taking it off for a moment shows what lies beneath.
void ThemeKeeper::readSystem()
{
    const QScopedValueRollback applying(m_applying, true);
    QApplication::setPalette(QPalette());
    m_systemPalette = QApplication::palette();
    m_systemFont = QApplication::font();
}

void ThemeKeeper::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    const bool systemDark = m_systemDark.value_or(m_systemPalette.color(QPalette::Window).lightness() < kDarkBelow);
    Theme next;
    next.scheme = m_choice == SchemeChoice::Dark || (m_choice == SchemeChoice::System && systemDark) ? Scheme::Dark : Scheme::Light;
    next.highContrast = m_highContrast;
    next.reducedMotion = m_reducedMotion;
    next.compositing = m_compositing;
    next.scale = std::clamp(QFontInfo(m_systemFont).pixelSize() / double(kBasePx), kSmallestScale, kLargestScale);
    next.color = m_highContrast ? highContrastColors(m_systemPalette) : colors(next.scheme);

    const bool same = next == mutableTheme();
    const bool metricsChanged = !qFuzzyCompare(next.scale, mutableTheme().scale);
    mutableTheme() = next;
    QApplication::setPalette(next.palette()); // also after readSystem() took it off
    if (metricsChanged) {                     // sizes are the style's: tell every widget to ask again
        for (QWidget *widget : QApplication::allWidgets()) {
            QEvent styleChange(QEvent::StyleChange);
            QApplication::sendEvent(widget, &styleChange);
        }
    }
    if (!same)
        Q_EMIT
    changed();
}

} // namespace callcard::ui
