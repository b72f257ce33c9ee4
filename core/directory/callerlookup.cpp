#include <callcard/callerlookup.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString confidenceName(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Exact:
        return u"exact"_s;
    case Confidence::OtherExtension:
        return u"other-extension"_s;
    case Confidence::Email:
        return u"email"_s;
    case Confidence::Literal:
        return u"literal"_s;
    case Confidence::Switchboard:
        return u"switchboard"_s;
    case Confidence::Name:
        return u"name"_s;
    }
    Q_UNREACHABLE();
}

} // namespace callcard
