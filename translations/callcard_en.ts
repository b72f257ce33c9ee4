<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CallLine</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No call in %n month(s)</source>
        <translation>
            <numerusform>No call in %n month</numerusform>
            <numerusform>No call in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n call today</numerusform>
            <numerusform>%n calls today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n recent call(s).</source>
        <translation>
            <numerusform>%n recent call.</numerusform>
            <numerusform>%n recent calls.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaceText</name>
    <message numerus="yes">
        <source>%n day(s) not read</source>
        <translation>
            <numerusform>%n day not read</numerusform>
            <numerusform>%n days not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming call(s)</source>
        <translation>
            <numerusform>of %n incoming call</numerusform>
            <numerusform>of %n incoming calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Today’s %n call(s)</source>
        <translation>
            <numerusform>Today’s %n call</numerusform>
            <numerusform>Today’s %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchTexts</name>
    <message numerus="yes">
        <source>%n customer(s) share this number</source>
        <translation>
            <numerusform>%n customer has this number</numerusform>
            <numerusform>%n customers share this number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissedRow</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you tried %n time(s)</source>
        <extracomment>Own calls since then that reached nobody</extracomment>
        <translation>
            <numerusform>you tried once</numerusform>
            <numerusform>you tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n missed call</numerusform>
            <numerusform>%n missed calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) while offline</source>
        <translation>
            <numerusform>%n call while offline</numerusform>
            <numerusform>%n calls while offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to make now</source>
        <translation>
            <numerusform>%n call to make now</numerusform>
            <numerusform>%n calls to make now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PanelText</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayTexts</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallDetails</name>
    <message numerus="yes">
        <source>Counted today, in your %n call(s)</source>
        <translation>
            <numerusform>Counted today, in your %n call</numerusform>
            <numerusform>Counted today, in your %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted on %1, in your %n call(s)</source>
        <translation>
            <numerusform>Counted on %1, in your %n call</numerusform>
            <numerusform>Counted on %1, in your %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoiceRow</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::CounterPill</name>
    <message numerus="yes">
        <source>%n more call(s) ringing</source>
        <translation>
            <numerusform>%n more call ringing</numerusform>
            <numerusform>%n more calls ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more call(s)</source>
        <translation>
            <numerusform>%n more call</numerusform>
            <numerusform>%n more calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::DiagnosticsPage</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept back on purpose</source>
        <translation>
            <numerusform>%n kept back on purpose</numerusform>
            <numerusform>%n kept back on purpose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) fetched afterwards</source>
        <translation>
            <numerusform>%n call fetched afterwards</numerusform>
            <numerusform>%n calls fetched afterwards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::DigestCard</name>
    <message numerus="yes">
        <source>called %n time(s), last %1</source>
        <translation>
            <numerusform>called once, %1</numerusform>
            <numerusform>called %n times, last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>missed</source>
        <translation>
            <numerusform>missed</numerusform>
            <numerusform>missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>voicemail(s)</source>
        <translation>
            <numerusform>voicemail</numerusform>
            <numerusform>voicemails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text(s)</source>
        <translation>
            <numerusform>text</numerusform>
            <numerusform>texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n to call back</numerusform>
            <numerusform>%n to call back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::MetricsPage</name>
    <message numerus="yes">
        <source>%n call(s) not confirmed by the phone service yet</source>
        <translation>
            <numerusform>%n call not confirmed by the phone service yet</numerusform>
            <numerusform>%n calls not confirmed by the phone service yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not read: why?</source>
        <translation>
            <numerusform>%n day was not read: why?</numerusform>
            <numerusform>%n days were not read: why?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::MissedPage</name>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n to call back</numerusform>
            <numerusform>%n to call back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::TeamPage</name>
    <message numerus="yes">
        <source>%1 of %n people counted</source>
        <translation>
            <numerusform>%1 of %n person counted</numerusform>
            <numerusform>%1 of %n people counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming</source>
        <translation>
            <numerusform>of %n incoming</numerusform>
            <numerusform>of %n incoming</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::TextCard</name>
    <message numerus="yes">
        <source>Text, %n more</source>
        <extracomment>An SMS</extracomment>
        <translation>
            <numerusform>Text, %n more</numerusform>
            <numerusform>Text, %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::TopCustomers</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::Tray</name>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n missed call</numerusform>
            <numerusform>%n missed calls</numerusform>
        </translation>
    </message>
</context>
</TS>
