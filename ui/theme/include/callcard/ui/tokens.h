#pragma once

#include <QColor>

#include <array>

namespace callcard::ui {

/// Every number and colour of the design, by the design's own names. tests/ui/theme compares them with tests/data/design/tokens.json.
enum class Scheme { Light, Dark };

struct Colors {
    QColor window, sidebar, surface, sunken, hover, pressed;
    QColor border, borderStrong, text, textSecondary, textTertiary, textDisabled;
    QColor accent, accentHover, accentPressed, onAccent, accentText, selection, selectionText, focus;
    QColor mark, link, wall, scrim, shadow;
};
using ColorRole = QColor Colors::*; ///< `&Colors::textSecondary`: a colour that follows the theme.

/// The state of a call, or the tone of a message. The first six have a ring.
enum class StateLook { Ringing, Dialling, Active, Held, Missed, Ended, Ok, Warning, Error };

struct StateColors {
    QColor text;   ///< On surface and on tint.
    QColor fill;   ///< The badge.
    QColor onFill; ///< Its glyph.
    QColor tint;   ///< The band.
    QColor ring;
};

struct ChartColors {
    QColor outgoing, incoming, missed, unconnected, other, track, pace, hatch, grid;
    std::array<QColor, 6> heat;
};

struct AvatarColors {
    QColor background, text;
};

[[nodiscard]] const Colors &colors(Scheme scheme);
[[nodiscard]] const StateColors &stateColors(Scheme scheme, StateLook look); ///< Dialling has the colours of ringing.
[[nodiscard]] const ChartColors &chartColors(Scheme scheme);
[[nodiscard]] const std::array<AvatarColors, 8> &avatarColors(Scheme scheme);
[[nodiscard]] const std::array<QColor, 6> &lineColors(Scheme scheme);

/// Text sizes, for Theme::font().
enum class Type { Caption, CaptionStrong, Small, SmallStrong, Body, BodyMedium, BodyStrong, Title, Name, Page, Figure, FigureLarge };

struct TypeStyle {
    int px{}, weight{}, line{};
    bool tabular{};
};
[[nodiscard]] TypeStyle typeStyle(Type type);
inline constexpr int kBasePx = 13;

namespace space {
inline constexpr int xxs = 2, xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32, xxxl = 48;
}

namespace radius {
inline constexpr int cell = 3, chip = 5, control = 6, row = 6, tile = 10, card = 14;
}

namespace size {
inline constexpr int hairline = 1, focusRing = 2, focusGap = 1, icon = 16, iconButton = 28, button = 32, buttonSmall = 26, field = 32,
                     chip = 20, keycap = 18;
inline constexpr double iconStroke = 1.5;
inline constexpr int avatarXs = 20, avatarS = 28, avatarM = 36, avatarL = 48, avatarXl = 64, stateRing = 2, stateRingGap = 2,
                     stateBadge = 20;
inline constexpr int rowOne = 36, rowTwo = 52, rowTable = 48, dayHeader = 36, pageHeader = 64, sidebar = 208;
inline constexpr int cardWidth = 368, cardBand = 36, cardCompactWidth = 288, cardCompactHeight = 56, cardGap = 10, cardScreenMargin = 16,
                     cardShadowMargin = 16, flyoutWidth = 328, callBoxWidth = 440;
inline constexpr int goalRing = 92, goalRingSmall = 48, goalRingSmallStroke = 5, goalRingStroke = 8, heatCell = 16, heatGap = 3,
                     sparkHeight = 28;
} // namespace size

/// Milliseconds; ask Theme::duration(), which knows about reduced motion.
namespace motion {
inline constexpr int instant = 0, fast = 90, normal = 140, enter = 120, ringPulse = 1400, age = 5000, afterglow = 6000, missedStays = 20000,
                     clickGuard = 400;
}

struct ShadowLayer {
    int y{}, blur{};
    double alphaLight{}, alphaDark{};
};
inline constexpr std::array<ShadowLayer, 2> kFloatingShadow{{{1, 2, 0.10, 0.40}, {6, 14, 0.14, 0.50}}};

} // namespace callcard::ui
