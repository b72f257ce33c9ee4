#include "currenttheme.h"

#include <QApplication>
#include <QFontInfo>

#include <algorithm>
#include <cmath>

namespace callcard::ui {

Theme &mutableTheme()
{
    static Theme theme;
    return theme;
}

const Theme &Theme::current()
{
    return mutableTheme();
}

StateColors Theme::state(StateLook look) const
{
    if (!highContrast)
        return stateColors(scheme, look);
    return {color.text, color.text, color.surface, color.surface, color.text};
}

AvatarColors Theme::avatar(int index) const
{
    if (highContrast)
        return {color.surface, color.text};
    const auto &pairs = avatarColors(scheme);
    return pairs[static_cast<size_t>(std::clamp<int>(index, 0, static_cast<int>(pairs.size()) - 1))];
}

QColor Theme::line(int index) const
{
    const auto &lines = lineColors(scheme);
    return highContrast ? color.text : lines[static_cast<size_t>(std::abs(index)) % lines.size()];
}

int Theme::px(int tokenPx) const
{
    return static_cast<int>(std::lround(tokenPx * scale));
}

int Theme::iconPx(int tokenPx) const
{
    const double wanted = tokenPx * scale;
    constexpr std::array drawn{16, 20, 24, 32};
    if (wanted > 40)
        return static_cast<int>(std::lround(wanted));
    return *std::min_element(drawn.begin(), drawn.end(), [wanted](int a, int b) { return std::abs(a - wanted) < std::abs(b - wanted); });
}

QFont Theme::font(Type type) const
{
    const TypeStyle style = typeStyle(type);
    QFont font = QApplication::font();
    font.setPixelSize(px(style.px));
    font.setWeight(static_cast<QFont::Weight>(style.weight));
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &normal) { palette.setColor(QPalette::All, role, normal); };
    set(QPalette::Window, color.window);
    set(QPalette::WindowText, color.text);
    set(QPalette::Text, color.text);
    set(QPalette::ButtonText, color.text);
    set(QPalette::BrightText, color.onAccent);
    set(QPalette::Base, color.surface);
    set(QPalette::AlternateBase, color.sunken);
    set(QPalette::Button, color.surface);
    set(QPalette::PlaceholderText, color.textTertiary);
    set(QPalette::Light, color.surface);
    set(QPalette::Midlight, color.hover);
    set(QPalette::Mid, color.border);
    set(QPalette::Dark, color.borderStrong);
    set(QPalette::Shadow, color.shadow);
    set(QPalette::Link, color.link);
    set(QPalette::LinkVisited, color.link);
    set(QPalette::Highlight, color.accent);
    set(QPalette::HighlightedText, color.onAccent);
    // Dark in both schemes: a tool tip lies over anything.
    set(QPalette::ToolTipBase, highContrast ? color.surface : colors(Scheme::Light).text);
    set(QPalette::ToolTipText, highContrast ? color.text : colors(Scheme::Dark).text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color.textDisabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color.pressed);
    return palette;
}

bool Theme::operator==(const Theme &other) const
{
    return scheme == other.scheme && highContrast == other.highContrast && reducedMotion == other.reducedMotion &&
           compositing == other.compositing && qFuzzyCompare(scale, other.scale) && palette() == other.palette();
}

Colors highContrastColors(const QPalette &system)
{
    const QColor window = system.color(QPalette::Window);
    const QColor base = system.color(QPalette::Base);
    const QColor text = system.color(QPalette::Text);
    const QColor highlight = system.color(QPalette::Highlight);
    const QColor onHighlight = system.color(QPalette::HighlightedText);
    const QColor link = system.color(QPalette::Link);
    Colors result = colors(window.lightness() < 128 ? Scheme::Dark : Scheme::Light);
    result.window = result.sidebar = window;
    result.surface = result.sunken = result.hover = result.pressed = base;
    result.border = result.borderStrong = text;
    result.text = result.textSecondary = result.textTertiary = text;
    result.textDisabled = system.color(QPalette::Disabled, QPalette::Text);
    result.accent = result.accentHover = result.accentPressed = result.selection = result.mark = highlight;
    result.onAccent = result.selectionText = onHighlight;
    result.accentText = result.link = link;
    result.focus = text;
    return result;
}

} // namespace callcard::ui
