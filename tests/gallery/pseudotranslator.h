#pragma once

#include <QTranslator>

namespace callcard::gallery {

/// The language "xx": every string 1.4 times as long and full of accents. What stays plain was never given to tr(), what is cut
/// off will be cut off in German.
class PseudoTranslator final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace callcard::gallery
