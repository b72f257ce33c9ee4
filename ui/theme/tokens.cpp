#include <callcard/ui/tokens.h>

namespace callcard::ui {

namespace {
QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

QColor rgba(QRgb value)
{
    return QColor::fromRgba(value);
}
} // namespace

const Colors &colors(Scheme scheme)
{
    static const Colors light{.window = rgb(0xF6F5F2),
                              .sidebar = rgb(0xEFEDE9),
                              .surface = rgb(0xFFFFFF),
                              .sunken = rgb(0xF3F1ED),
                              .hover = rgb(0xF0EEEA),
                              .pressed = rgb(0xE6E3DD),
                              .border = rgb(0xE3E0DA),
                              .borderStrong = rgb(0x8F8A80),
                              .text = rgb(0x1E1D1A),
                              .textSecondary = rgb(0x57544E),
                              .textTertiary = rgb(0x6B675F),
                              .textDisabled = rgb(0x9C978D),
                              .accent = rgb(0x2B59D9),
                              .accentHover = rgb(0x244DC0),
                              .accentPressed = rgb(0x1E42A6),
                              .onAccent = rgb(0xFFFFFF),
                              .accentText = rgb(0x2450C8),
                              .selection = rgb(0xE6ECFB),
                              .selectionText = rgb(0x1E1D1A),
                              .focus = rgb(0x2B59D9),
                              .mark = rgb(0xFFE9A8),
                              .link = rgb(0x2450C8),
                              .wall = rgb(0xDAD7D0),
                              .scrim = rgba(0x661E1D1A),
                              .shadow = rgb(0x2A241A)};
    static const Colors dark{.window = rgb(0x18191B),
                             .sidebar = rgb(0x141517),
                             .surface = rgb(0x202124),
                             .sunken = rgb(0x1A1B1D),
                             .hover = rgb(0x2A2B2F),
                             .pressed = rgb(0x33353A),
                             .border = rgb(0x33353A),
                             .borderStrong = rgb(0x7B7E86),
                             .text = rgb(0xEDECE9),
                             .textSecondary = rgb(0xB7B5B0),
                             .textTertiary = rgb(0xA19F9A),
                             .textDisabled = rgb(0x6C6B68),
                             .accent = rgb(0x3A68E2),
                             .accentHover = rgb(0x3F6DE6),
                             .accentPressed = rgb(0x315BCB),
                             .onAccent = rgb(0xFFFFFF),
                             .accentText = rgb(0x93B2FF),
                             .selection = rgb(0x263353),
                             .selectionText = rgb(0xEDECE9),
                             .focus = rgb(0x93B2FF),
                             .mark = rgb(0x5C4A14),
                             .link = rgb(0x93B2FF),
                             .wall = rgb(0x0C0D0E),
                             .scrim = rgba(0x99000000),
                             .shadow = rgb(0x000000)};
    return scheme == Scheme::Dark ? dark : light;
}

const StateColors &stateColors(Scheme scheme, StateLook look)
{
    static const std::array<StateColors, 9> light{{
        {rgb(0x2450C8), rgb(0x2B59D9), rgb(0xFFFFFF), rgb(0xE8EEFC), rgb(0x2B59D9)},
        {rgb(0x2450C8), rgb(0x2B59D9), rgb(0xFFFFFF), rgb(0xE8EEFC), rgb(0x2B59D9)},
        {rgb(0x0A6456), rgb(0x0E7C6B), rgb(0xFFFFFF), rgb(0xDFF2ED), rgb(0x0E7C6B)},
        {rgb(0x735000), rgb(0xF0B429), rgb(0x2B1D00), rgb(0xFAF0D9), rgb(0xA06E00)},
        {rgb(0xAD360C), rgb(0xC2410F), rgb(0xFFFFFF), rgb(0xFCE9E1), rgb(0xC2410F)},
        {rgb(0x57544E), rgb(0x45423D), rgb(0xFFFFFF), rgb(0xF0EEEA), rgb(0x8F8A80)},
        {rgb(0x0A6456), rgb(0x0E7C6B), rgb(0xFFFFFF), rgb(0xDFF2ED), rgb(0x0A6456)},
        {rgb(0x735000), rgb(0xF0B429), rgb(0x2B1D00), rgb(0xFAF0D9), rgb(0x735000)},
        {rgb(0xAD360C), rgb(0xC2410F), rgb(0xFFFFFF), rgb(0xFCE9E1), rgb(0xAD360C)},
    }};
    static const std::array<StateColors, 9> dark{{
        {rgb(0x93B2FF), rgb(0x3A68E2), rgb(0xFFFFFF), rgb(0x212C49), rgb(0x93B2FF)},
        {rgb(0x93B2FF), rgb(0x3A68E2), rgb(0xFFFFFF), rgb(0x212C49), rgb(0x93B2FF)},
        {rgb(0x62D2BB), rgb(0x0F7F6E), rgb(0xFFFFFF), rgb(0x16332E), rgb(0x62D2BB)},
        {rgb(0xEDBF60), rgb(0xF0B93F), rgb(0x2B1D00), rgb(0x372B13), rgb(0xEDBF60)},
        {rgb(0xFF9D7A), rgb(0xC74A1B), rgb(0xFFFFFF), rgb(0x41241B), rgb(0xFF9D7A)},
        {rgb(0xB7B5B0), rgb(0x9A9893), rgb(0x18191B), rgb(0x2A2B2F), rgb(0x7B7E86)},
        {rgb(0x62D2BB), rgb(0x0F7F6E), rgb(0xFFFFFF), rgb(0x16332E), rgb(0x62D2BB)},
        {rgb(0xEDBF60), rgb(0xF0B93F), rgb(0x2B1D00), rgb(0x372B13), rgb(0xEDBF60)},
        {rgb(0xFF9D7A), rgb(0xC74A1B), rgb(0xFFFFFF), rgb(0x41241B), rgb(0xFF9D7A)},
    }};
    return (scheme == Scheme::Dark ? dark : light)[static_cast<size_t>(look)];
}

const ChartColors &chartColors(Scheme scheme)
{
    static const ChartColors light{.outgoing = rgb(0x2F5FD0),
                                   .incoming = rgb(0x2B9482),
                                   .missed = rgb(0xE0672F),
                                   .unconnected = rgb(0xD2CDC4),
                                   .other = rgb(0x8A857B),
                                   .track = rgb(0xE9E6E0),
                                   .pace = rgb(0x1E1D1A),
                                   .hatch = rgb(0xCFCAC0),
                                   .grid = rgb(0xECE9E4),
                                   .heat = {rgb(0xF3F1ED), rgb(0xCFDDFB), rgb(0x9FBBF5), rgb(0x6A93EA), rgb(0x3864D2), rgb(0x1B3C94)}};
    static const ChartColors dark{.outgoing = rgb(0x6E96F5),
                                  .incoming = rgb(0x2F9C88),
                                  .missed = rgb(0xF08355),
                                  .unconnected = rgb(0x55575C),
                                  .other = rgb(0x8B8D92),
                                  .track = rgb(0x303237),
                                  .pace = rgb(0xEDECE9),
                                  .hatch = rgb(0x45474C),
                                  .grid = rgb(0x2A2B2F),
                                  .heat = {rgb(0x26272A), rgb(0x24375F), rgb(0x2C4F97), rgb(0x4273D2), rgb(0x7BA1F6), rgb(0xC2D5FF)}};
    return scheme == Scheme::Dark ? dark : light;
}

const std::array<AvatarColors, 8> &avatarColors(Scheme scheme)
{
    static const std::array<AvatarColors, 8> light{{{rgb(0xE3E8EF), rgb(0x3A4A60)},
                                                    {rgb(0xD9EDE8), rgb(0x14594C)},
                                                    {rgb(0xE5EBD6), rgb(0x465420)},
                                                    {rgb(0xF1E6D2), rgb(0x6B4A13)},
                                                    {rgb(0xF4E0D8), rgb(0x7A3A20)},
                                                    {rgb(0xF3DFE6), rgb(0x7A2F4E)},
                                                    {rgb(0xEADFF0), rgb(0x5B3576)},
                                                    {rgb(0xDCE8F8), rgb(0x234C8C)}}};
    static const std::array<AvatarColors, 8> dark{{{rgb(0x38424F), rgb(0xD0DAE8)},
                                                   {rgb(0x234740), rgb(0xAFE4D7)},
                                                   {rgb(0x3E4729), rgb(0xD4E0B0)},
                                                   {rgb(0x503F20), rgb(0xF0D6A5)},
                                                   {rgb(0x543226), rgb(0xF6C9B5)},
                                                   {rgb(0x532D3B), rgb(0xF4BFD1)},
                                                   {rgb(0x453053), rgb(0xE0C8F2)},
                                                   {rgb(0x284069), rgb(0xBDD5FB)}}};
    return scheme == Scheme::Dark ? dark : light;
}

const std::array<QColor, 6> &lineColors(Scheme scheme)
{
    static const std::array<QColor, 6> light{rgb(0x2B9482), rgb(0x8A5CC2), rgb(0xB8862B), rgb(0x4C86C6), rgb(0xB8567F), rgb(0x7C8A3A)};
    static const std::array<QColor, 6> dark{rgb(0x3FB39F), rgb(0xA98ADB), rgb(0xD0A24A), rgb(0x6FA5DF), rgb(0xD57FA2), rgb(0x9BAA58)};
    return scheme == Scheme::Dark ? dark : light;
}

TypeStyle typeStyle(Type type)
{
    switch (type) {
    case Type::Caption:
        return {11, 400, 16, false};
    case Type::CaptionStrong:
        return {11, 600, 16, false};
    case Type::Small:
        return {12, 400, 16, false};
    case Type::SmallStrong:
        return {12, 600, 16, false};
    case Type::Body:
        return {13, 400, 20, false};
    case Type::BodyMedium: // names in lists; falls back to 400 where the font has no 500
        return {13, 500, 20, false};
    case Type::BodyStrong:
        return {13, 600, 20, false};
    case Type::Title:
        return {15, 600, 20, false};
    case Type::Name:
        return {17, 600, 24, false};
    case Type::Page:
        return {20, 600, 28, false};
    case Type::Figure:
        return {24, 600, 28, true};
    case Type::FigureLarge:
        return {32, 600, 40, true};
    }
    return {};
}

} // namespace callcard::ui
