#include <callcard/ui/settingtexts.h>

#include <QCoreApplication>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SettingTexts {
    Q_DECLARE_TR_FUNCTIONS(SettingTexts)
};

} // namespace

QList<SettingsSection> settingsSections()
{
    using enum SettingsSection;
    return {Connections, Accounts, Card, Quiet, Dialling, Directory, Metrics, Shortcuts, Privacy, General};
}

QString sectionTitle(SettingsSection section)
{
    switch (section) {
    case SettingsSection::Connections:
        return SettingTexts::tr("Connections");
    case SettingsSection::Accounts:
        return SettingTexts::tr("Accounts");
    case SettingsSection::Card:
        return SettingTexts::tr("Caller card");
    case SettingsSection::Quiet:
        return SettingTexts::tr("Quiet times");
    case SettingsSection::Dialling:
        return SettingTexts::tr("Dialling");
    case SettingsSection::Directory:
        return SettingTexts::tr("Directory");
    case SettingsSection::Metrics:
        return SettingTexts::tr("Metrics and goals");
    case SettingsSection::Shortcuts:
        return SettingTexts::tr("Shortcuts");
    case SettingsSection::Privacy:
        return SettingTexts::tr("Privacy");
    case SettingsSection::General:
        return SettingTexts::tr("General");
    }
    Q_UNREACHABLE();
}

QString sectionContext(SettingsSection section)
{
    switch (section) {
    case SettingsSection::Connections:
        return SettingTexts::tr("What Callcard talks to. It carries no audio: none of this can drop a call.");
    case SettingsSection::Accounts:
        return SettingTexts::tr("Where your services are and who you are there. Keys are kept in the system keychain.");
    case SettingsSection::Card:
        return SettingTexts::tr("What appears when the phone rings, where, and for how long.");
    case SettingsSection::Quiet:
        return SettingTexts::tr("When no card appears. What came meanwhile is told afterwards.");
    case SettingsSection::Dialling:
        return SettingTexts::tr("How a number becomes a call.");
    case SettingsSection::Directory:
        return SettingTexts::tr("Where your customers come from. They lie on this computer and work offline.");
    case SettingsSection::Metrics:
        return SettingTexts::tr("What is counted, and where the figures go.");
    case SettingsSection::Shortcuts:
        return SettingTexts::tr("Keys that work in every program.");
    case SettingsSection::Privacy:
        return SettingTexts::tr("What is kept here, what leaves this computer, and how to get rid of it.");
    case SettingsSection::General:
        return SettingTexts::tr("You, your language and this program.");
    }
    Q_UNREACHABLE();
}

QString sectionIcon(SettingsSection section)
{
    switch (section) {
    case SettingsSection::Connections:
        return u"plug"_s;
    case SettingsSection::Accounts:
        return u"key"_s;
    case SettingsSection::Card:
        return u"bell"_s;
    case SettingsSection::Quiet:
        return u"moon"_s;
    case SettingsSection::Dialling:
        return u"phone"_s;
    case SettingsSection::Directory:
        return u"book"_s;
    case SettingsSection::Metrics:
        return u"chart"_s;
    case SettingsSection::Shortcuts:
        return u"keyboard"_s;
    case SettingsSection::Privacy:
        return u"shield"_s;
    case SettingsSection::General:
        return u"settings"_s;
    }
    Q_UNREACHABLE();
}

QString refusalText(const SettingInfo &info)
{
    switch (info.kind) {
    case SettingKind::Email:
        return SettingTexts::tr("This must be an e-mail address, like sam@company.example.");
    case SettingKind::Url:
    case SettingKind::UrlTemplate:
        return SettingTexts::tr("This must be an address that begins with https://. Plain http is for this computer only.");
    case SettingKind::LoopbackHost:
        return SettingTexts::tr("This must be host:port of a test server on this computer, like 127.0.0.1:8080.");
    case SettingKind::Region:
        return SettingTexts::tr("Choose a country from the list.");
    case SettingKind::TimeZone:
        return SettingTexts::tr("Choose a time zone from the list.");
    case SettingKind::TimeOfDay:
        return SettingTexts::tr("This must be a time of day.");
    case SettingKind::Number:
        //: %1, %2: whole numbers
        return SettingTexts::tr("This must be a number from %1 to %2.").arg(info.least).arg(info.most);
    case SettingKind::List:
        if (!info.targets.isEmpty())
            //: %1: fixed words, "name, company, phone"
            return SettingTexts::tr("Each entry must be like phone=Direct Line. These can stand before the equals sign: %1.")
                .arg(info.targets.join(u", "_s));
        [[fallthrough]];
    case SettingKind::Choice:
        return SettingTexts::tr("One of these words is not known here.");
    case SettingKind::Text:
    case SettingKind::Flag:
        break;
    }
    return SettingTexts::tr("This value cannot be used.");
}

} // namespace callcard::ui
