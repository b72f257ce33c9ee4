#include <callcard/ui/matchtexts.h>

#include <callcard/ui/terms.h>

#include <QCoreApplication>

namespace callcard::ui {

namespace {
struct MatchTexts {
    Q_DECLARE_TR_FUNCTIONS(MatchTexts)
};
} // namespace

QString confidenceText(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Exact:
        return terms::exactMatch();
    case Confidence::OtherExtension:
        //: The number is known, its extension is not the stored one
        return MatchTexts::tr("Other extension");
    case Confidence::Email:
        return MatchTexts::tr("Same e-mail");
    case Confidence::Literal:
        //: Not a real number, but letter by letter what is stored
        return MatchTexts::tr("Same text");
    case Confidence::Switchboard:
    case Confidence::Name:
        break;
    }
    return terms::guess();
}

QString sharedNumberText(int customers)
{
    return MatchTexts::tr("%n customer(s) share this number", nullptr, customers);
}

QString strangerText()
{
    return MatchTexts::tr("New caller, not in your directory");
}

QString unaskedText()
{
    return MatchTexts::tr("Your directory could not be read");
}

QString nobodyText(const WhoIs &who)
{
    return who.problem ? unaskedText() : strangerText();
}

} // namespace callcard::ui
