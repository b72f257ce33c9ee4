#pragma once

#include <QStringList>

class QWidget;

namespace callcard::gallery {

/// The words that this widget itself paints, without those of its children; single letters and digits that stand together as one word.
[[nodiscard]] QStringList paintedWords(QWidget &widget);

} // namespace callcard::gallery
