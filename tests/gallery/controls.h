#pragma once

class QWidget;

namespace callcard::gallery {

/// It is pressed, typed into or chosen from.
[[nodiscard]] bool isControl(const QWidget *widget);
/// A part of a control speaks and is reached through the control: the field of a spin box, a search field's cross.
[[nodiscard]] bool isPart(const QWidget *widget);

} // namespace callcard::gallery
