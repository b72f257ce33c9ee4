#pragma once

#include <callcard/dialing.h>

namespace callcard {

/// Opens links with whatever program the desktop has for them.
class DesktopLinks final : public LinkOpener
{
public:
    [[nodiscard]] Result<> open(const QUrl &link) override;
};

} // namespace callcard
