#pragma once

#include <callcard/ui/tokens.h>

#include <QFont>
#include <QObject>
#include <QPalette>

#include <memory>
#include <optional>

class QApplication;

namespace callcard::ui {

/// The look as values. Painting asks Theme::current() each time; nobody keeps a copy beyond a paint.
struct Theme {
    Scheme scheme{};
    bool highContrast{};  ///< Tints off, every colour from the system; shapes and words carry the state.
    bool reducedMotion{}; ///< All durations 0, no pulse.
    bool compositing{};   ///< Windows may be translucent: shadows and round corners. Without it they would be black.
    double scale{1};      ///< s: the system font against 13 px, 0.85 to 2.
    Colors color{colors(Scheme::Light)};

    [[nodiscard]] static const Theme &current();

    [[nodiscard]] bool isDark() const { return scheme == Scheme::Dark; }
    [[nodiscard]] StateColors state(StateLook look) const;
    [[nodiscard]] const ChartColors &chart() const { return chartColors(scheme); }
    [[nodiscard]] AvatarColors avatar(int index) const;
    [[nodiscard]] QColor line(int index) const;

    /// Rows, buttons, fields: grow with the font. Radii, hairlines and the grid do not.
    [[nodiscard]] int px(int tokenPx) const;
    /// 16 · s, in one of the sizes icons are drawn for.
    [[nodiscard]] int iconPx(int tokenPx = size::icon) const;
    [[nodiscard]] QFont font(Type type) const;
    [[nodiscard]] int lineHeight(Type type) const { return px(typeStyle(type).line); }
    [[nodiscard]] int duration(int milliseconds) const { return reducedMotion ? 0 : milliseconds; }
    [[nodiscard]] QPalette palette() const;

    bool operator==(const Theme &other) const;
};

enum class SchemeChoice { System, Light, Dark };

/// Puts the look on the application and keeps it true: style, palette, fonts, and a signal when one of them changes.
/// One a program, built right after QApplication. What Qt 6.4 cannot tell (the desktop's wish for dark, contrast, motion, a
/// compositor) the platform code of `app` hands in.
class ThemeKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeKeeper(QApplication &application);
    ~ThemeKeeper() override;

    void setSchemeChoice(SchemeChoice choice);
    void setSystemDark(std::optional<bool> dark); ///< The desktop's own word; without it the system palette's lightness decides.
    void setHighContrast(bool on);
    void setReducedMotion(bool on);
    void setCompositing(bool on);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readSystem();
    void apply();

    QApplication &m_application;
    QPalette m_systemPalette;
    QFont m_systemFont;
    SchemeChoice m_choice{};
    std::optional<bool> m_systemDark;
    bool m_highContrast{};
    bool m_reducedMotion{};
    bool m_compositing{};
    bool m_applying{};
};

} // namespace callcard::ui
