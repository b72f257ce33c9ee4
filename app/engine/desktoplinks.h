#pragma once

#include <callcard/dialing.h>

#include <QUrl>

#include <functional>
#include <utility>

namespace callcard {

/// Opens links with whatever program the desktop has for them. Asks the desktop first which that is: handing a link over succeeds even
/// where nobody takes it.
class DesktopLinks final : public LinkOpener
{
public:
    /// What hands a link to the desktop: false where that cannot be done.
    using Hand = std::function<bool(const QUrl &)>;
    explicit DesktopLinks(Hand hand) : m_hand(std::move(hand)) {}
    [[nodiscard]] QCoro::Task<Result<>> open(QUrl link, std::stop_token stop) override;

private:
    const Hand m_hand;
};

} // namespace callcard
