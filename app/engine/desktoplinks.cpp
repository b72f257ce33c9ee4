#include "desktoplinks.h"

#include <QDesktopServices>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

Result<> DesktopLinks::open(const QUrl &link)
{
    if (QDesktopServices::openUrl(link))
        return {};
    return failure(ErrorKind::Refused, u"no program takes links of the kind "_s + link.scheme());
}

} // namespace callcard
