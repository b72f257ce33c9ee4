<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CallLine</name>
    <message>
        <source>Missed, marked as done</source>
        <translation>Verpasst, als erledigt markiert</translation>
    </message>
    <message>
        <source>Missed, settled %1 later</source>
        <extracomment>A missed call that was called back since; %1: 4 min</extracomment>
        <translation>Verpasst, %1 später erledigt</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Verpasst, wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How long a voicemail is: &quot;Voicemail, 0:41&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Settles the missed call</source>
        <translation>Erledigt den verpassten Anruf</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallTexts</name>
    <message>
        <source>Extension %1</source>
        <extracomment>A colleague&apos;s short number</extracomment>
        <translation>Nebenstelle %1</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Withheld</source>
        <extracomment>The caller hides the number</extracomment>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollege oder Kollegin</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Sie haben angerufen, angenommen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>You called, no answer</source>
        <translation>Sie haben angerufen, keine Antwort</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Verpasst, Anrufer hat aufgelegt</translation>
    </message>
    <message>
        <source>You called, reached voicemail</source>
        <translation>Sie haben angerufen, Mailbox erreicht</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Sprachnachricht</translation>
    </message>
    <message>
        <source>You called, busy</source>
        <translation>Sie haben angerufen, besetzt</translation>
    </message>
    <message>
        <source>You called, call failed</source>
        <translation>Sie haben angerufen, fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Stop ringing here</source>
        <translation>Hier nicht mehr klingeln</translation>
    </message>
    <message>
        <source>Send to voicemail</source>
        <translation>An die Mailbox leiten</translation>
    </message>
    <message>
        <source>Answer on desk phone</source>
        <translation>Am Tischtelefon annehmen</translation>
    </message>
    <message>
        <source>Picks up on the phone that rings</source>
        <translation>Nimmt an dem Telefon an, das klingelt</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Ends the call for both sides</source>
        <translation>Beendet den Anruf für beide Seiten</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>The other side hears music</source>
        <translation>Die andere Seite hört Musik</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>You hear each other again</source>
        <translation>Sie hören einander wieder</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interessiert</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>Bestellung erteilt</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Nochmals anrufen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>A direct call goes to voicemail; from a queue, others can still answer</source>
        <translation>Ein direkter Anruf geht an die Mailbox; kommt er aus einer Warteschlange, können andere noch annehmen</translation>
    </message>
    <message>
        <source>Ends the ringing; if it came from a queue, for everybody in it</source>
        <translation>Beendet das Klingeln; kam der Anruf aus einer Warteschlange, für alle darin</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Weiterleiten …</translation>
    </message>
    <message>
        <source>Hands the call over at once, without asking there first</source>
        <translation>Leitet den Anruf sofort weiter, ohne dort erst zu fragen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Both sides hear that it is being recorded</source>
        <translation>Beide Seiten hören, dass aufgenommen wird</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>What was recorded until now is kept</source>
        <translation>Was bis jetzt aufgenommen wurde, bleibt erhalten</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Test call</source>
        <translation>Testanruf</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>How long it rang before somebody else took the call</extracomment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Ihr Telefon</translation>
    </message>
    <message>
        <source>then %1</source>
        <extracomment>%1: first name of who is being called after one&apos;s own phone</extracomment>
        <translation>dann %1</translation>
    </message>
    <message>
        <source>%1’s phone rings</source>
        <translation>Bei %1 klingelt es</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat angenommen</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>Caller hidden</source>
        <translation>Anrufer verborgen</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Verborgen, solange Sie Ihren Bildschirm teilen</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Kunden öffnen</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Kunden %1 öffnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Erinnern&#xa0;…</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Mit Kunden verknüpfen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Niemand davon</translation>
    </message>
    <message>
        <source>Call back %1</source>
        <translation>%1 zurückrufen</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Später</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Im CRM öffnen</translation>
    </message>
    <message>
        <source>Undo your choice</source>
        <translation>Ihre Wahl rückgängig machen</translation>
    </message>
    <message>
        <source>Show everybody with this number next time</source>
        <translation>Beim nächsten Mal alle mit dieser Nummer zeigen</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Anruf abbrechen</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>A promise is due</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n Tag überfällig</numerusform>
            <numerusform>%n Tage überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <translation>Kunde seit %1</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ihr Kunde</translation>
    </message>
    <message>
        <source>%1’s account</source>
        <extracomment>%1: the colleague who owns the customer</extracomment>
        <translation>Kunde von %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 in diesem Jahr</translation>
    </message>
    <message>
        <source>You picked %1 last time, %2</source>
        <extracomment>%1: first name, %2: date. Why one of several customers stands first</extracomment>
        <translation>Zuletzt haben Sie %1 gewählt, %2</translation>
    </message>
    <message>
        <source>You picked this one last time</source>
        <translation>Zuletzt haben Sie diesen gewählt</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>Letzter Kontakt %1</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Aktiver Kunde</translation>
    </message>
    <message>
        <source>Same number, extension %1</source>
        <translation>Gleiche Nummer, Nebenstelle %1</translation>
    </message>
    <message numerus="yes">
        <source>No call in %n month(s)</source>
        <translation>
            <numerusform>Seit %n Monat kein Anruf</numerusform>
            <numerusform>Seit %n Monaten kein Anruf</numerusform>
        </translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Noch kein Anruf</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>Gleiche Nummer</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollege oder Kollegin</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>first call</source>
        <translation>erster Anruf</translation>
    </message>
    <message>
        <source>Perhaps %1</source>
        <extracomment>%1: whom we guess the caller belongs to</extracomment>
        <translation>Vielleicht %1</translation>
    </message>
    <message>
        <source>Same number block as its switchboard</source>
        <translation>Gleicher Nummernblock wie die Telefonzentrale</translation>
    </message>
    <message>
        <source>Similar name, another number</source>
        <translation>Ähnlicher Name, andere Nummer</translation>
    </message>
    <message>
        <source>The name the phone network sent</source>
        <translation>Der Name, den das Telefonnetz mitgab</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>Nst. %1</translation>
    </message>
    <message>
        <source>The caller withheld the number, so it is never matched to anybody.</source>
        <translation>Der Anrufer hat seine Nummer unterdrückt; sie wird nie jemandem zugeordnet.</translation>
    </message>
    <message>
        <source>Rang %1</source>
        <translation>Klingelte auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n Anruf heute</numerusform>
            <numerusform>%n Anrufe heute</numerusform>
        </translation>
    </message>
    <message>
        <source>then type %1</source>
        <extracomment>%1: an extension or tones, to be typed on the phone when the other side answers</extracomment>
        <translation>dann %1 eingeben</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>The call is being recorded just now</extracomment>
        <translation>Aufnahme läuft</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The clock of this computer is %1 minutes slow. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>Die Uhr dieses Computers geht %1 Minuten nach. Stellen Sie sie oder lassen Sie das System sie stellen; mit falscher Uhr schlagen Anmeldungen fehl.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 minutes fast. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>Die Uhr dieses Computers geht %1 Minuten vor. Stellen Sie sie oder lassen Sie das System sie stellen; mit falscher Uhr schlagen Anmeldungen fehl.</translation>
    </message>
    <message>
        <source>Not set up. Missing: %1.</source>
        <translation>Nicht eingerichtet. Es fehlt: %1.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funktioniert.</translation>
    </message>
    <message numerus="yes">
        <source>%n recent call(s).</source>
        <translation>
            <numerusform>%n neuer Anruf.</numerusform>
            <numerusform>%n neue Anrufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>nicht verschoben</translation>
    </message>
    <message>
        <source>The file of customers is damaged (%1). Sync, or import your files once more.</source>
        <translation>Die Kundendatei ist beschädigt (%1). Gleichen Sie ab, oder importieren Sie Ihre Dateien noch einmal.</translation>
    </message>
    <message>
        <source>The file of chosen numbers was damaged (%1). What could be read of it is kept.</source>
        <translation>Die Datei der zugeordneten Nummern war beschädigt (%1). Was davon lesbar war, ist erhalten.</translation>
    </message>
    <message>
        <source>The file of customers made here was damaged (%1). What could be read of it is kept.</source>
        <translation>Die Datei der hier angelegten Kunden war beschädigt (%1). Was davon lesbar war, ist erhalten.</translation>
    </message>
    <message>
        <source>Works. Damaged files of an earlier time lie beside it: %1.</source>
        <translation>Funktioniert. Daneben liegen beschädigte Dateien von früher: %1.</translation>
    </message>
    <message>
        <source>The directory cannot be read, so callers have no names. %1</source>
        <extracomment>%1: one or two sentences that say why</extracomment>
        <translation>Das Verzeichnis kann nicht gelesen werden, daher haben Anrufer keine Namen. %1</translation>
    </message>
    <message>
        <source>Nobody is signed in to %1. Start callcard and sign in: Settings, Connections, Set up.</source>
        <translation>Bei %1 ist niemand angemeldet. Starten Sie callcard und melden Sie sich an: Einstellungen, Verbindungen, Einrichten.</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in or the key it was given. Look for a missing character at the beginning or end, or for one that has ended or was replaced, and enter it anew.</source>
        <translation>%1 nimmt die Anmeldung oder den Schlüssel nicht an. Sehen Sie nach, ob am Anfang oder Ende ein Zeichen fehlt oder ob er abgelaufen ist oder ersetzt wurde, und geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>%1 did not answer in time, or broke off in the middle. Check again in a moment; if it stays, the fault is on its side or on the way.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet oder mittendrin abgebrochen. Prüfen Sie es gleich noch einmal; bleibt es dabei, liegt der Fehler dort oder auf dem Weg dahin.</translation>
    </message>
    <message>
        <source>The call log cannot be used, so no call and no note is remembered.</source>
        <translation>Das Anrufprotokoll ist nicht verwendbar, daher wird kein Anruf und keine Notiz behalten.</translation>
    </message>
    <message>
        <source>What has to be sent cannot be kept, so nothing is sent.</source>
        <translation>Was zu senden ist, lässt sich nicht aufbewahren, daher wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>Letztes Ereignis %1</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Noch kein Anruf</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinde&#xa0;…</translation>
    </message>
    <message>
        <source>Calls show as soon as it stands.</source>
        <translation>Anrufe erscheinen, sobald die Verbindung steht.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <extracomment>%1: a moment, &quot;2:04 PM&quot;</extracomment>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>Wartet bis %1</translation>
    </message>
    <message>
        <source>Partly working</source>
        <translation>Funktioniert teilweise</translation>
    </message>
    <message>
        <source>last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>letztes Ereignis %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>noch kein Anruf</translation>
    </message>
    <message>
        <source>Connect your phone service in Settings.</source>
        <translation>Verbinden Sie Ihren Telefondienst in den Einstellungen.</translation>
    </message>
    <message>
        <source>Partly connected</source>
        <translation>Teilweise verbunden</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>letzte Antwort %1</translation>
    </message>
</context>
<context>
    <name>CrmTexts</name>
    <message>
        <source>For example: %1</source>
        <extracomment>%1: an address</extracomment>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a customer&apos;s name, %2: the address of their page</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This opens the same page for everybody. Put {id}, {email}, {name} or {number} where the customer belongs.</source>
        <translation>Das öffnet für alle dieselbe Seite. Setzen Sie {id}, {email}, {name} oder {number} dort ein, wo der Kunde hingehört.</translation>
    </message>
    <message>
        <source>%1 is not known. There are {id}, {source}, {name}, {company}, {email} and {number}.</source>
        <extracomment>%1: like {customer}; the words in braces are fixed</extracomment>
        <translation>%1 ist nicht bekannt. Es gibt {id}, {source}, {name}, {company}, {email} und {number}.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://crm.company.example/people/{id}.</source>
        <translation>Das ist keine vollständige Adresse. Sie sieht aus wie https://crm.company.example/people/{id}.</translation>
    </message>
    <message>
        <source>%1 has nothing for %2, so nothing is opened for them. Others’ pages open.</source>
        <extracomment>%1: a customer&apos;s name, %2: like {email}</extracomment>
        <translation>%1 hat nichts für %2, daher wird hier nichts geöffnet. Die Seiten anderer öffnen sich.</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Lead</source>
        <extracomment>Somebody who has not bought yet. %1: company</extracomment>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Lead · %1</source>
        <translation>Lead · %1</translation>
    </message>
    <message>
        <source>%1 ext. %2</source>
        <extracomment>A phone number and its extension: &quot;(416) 555-0100 ext. 12&quot;</extracomment>
        <translation>%1 Nst. %2</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Main</source>
        <extracomment>The main number of a company</extracomment>
        <translation>Zentrale</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Direct</source>
        <extracomment>A direct line that passes the switchboard</extracomment>
        <translation>Durchwahl</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <extracomment>%1: a day. Said by screen readers</extracomment>
        <translation>letzter Kontakt %1</translation>
    </message>
    <message>
        <source>similar name</source>
        <extracomment>Found although it is not written as it was typed</extracomment>
        <translation>ähnlicher Name</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln Kunde</numerusform>
            <numerusform>%Ln Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ of %2 customers</source>
        <extracomment>%1 of %2: counting all that were found would take too long</extracomment>
        <translation>%1+ von %2 Kunden</translation>
    </message>
    <message>
        <source>%1 of %2 customers</source>
        <translation>%1 von %2 Kunden</translation>
    </message>
    <message>
        <source>Files of the directory were damaged and have been set aside.</source>
        <translation>Dateien des Verzeichnisses waren beschädigt und wurden beiseitegelegt.</translation>
    </message>
    <message>
        <source>Files of the directory are damaged.</source>
        <translation>Dateien des Verzeichnisses sind beschädigt.</translation>
    </message>
    <message>
        <source>The file of customers was damaged and has been set aside.</source>
        <translation>Die Kundendatei war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose was damaged and has been set aside.</source>
        <translation>Die Datei der von Ihnen zugeordneten Nummern war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose is damaged.</source>
        <translation>Die Datei der von Ihnen zugeordneten Nummern ist beschädigt.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here was damaged and has been set aside.</source>
        <translation>Die Datei mit dem, was Sie hier hinzugefügt und geändert haben, war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here is damaged.</source>
        <translation>Die Datei mit dem, was Sie hier hinzugefügt und geändert haben, ist beschädigt.</translation>
    </message>
    <message>
        <source>It could not be moved: let its folder be written to, and start Callcard again.</source>
        <translation>Sie ließ sich nicht verschieben: Geben Sie den Ordner zum Schreiben frei, und starten Sie Callcard neu.</translation>
    </message>
    <message>
        <source>Sync, or import your files once more.</source>
        <translation>Gleichen Sie ab, oder importieren Sie Ihre Dateien noch einmal.</translation>
    </message>
    <message>
        <source>Import your files once more.</source>
        <translation>Importieren Sie Ihre Dateien noch einmal.</translation>
    </message>
    <message>
        <source>What could be read is kept.</source>
        <translation>Was lesbar war, ist erhalten.</translation>
    </message>
    <message>
        <source>A card asks again about the other numbers.</source>
        <translation>Bei den anderen Nummern fragt die Karte wieder.</translation>
    </message>
    <message>
        <source>Look whether your newest changes are there.</source>
        <translation>Sehen Sie nach, ob Ihre neuesten Änderungen da sind.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>File %1</source>
        <extracomment>%1: its name</extracomment>
        <translation>Datei %1</translation>
    </message>
</context>
<context>
    <name>DecisionTexts</name>
    <message>
        <source>Withheld, so nobody is matched</source>
        <translation>Unterdrückt, daher niemandem zugeordnet</translation>
    </message>
    <message>
        <source>Test call: %1</source>
        <extracomment>%1: how sure the match is</extracomment>
        <translation>Testanruf: %1</translation>
    </message>
    <message>
        <source>Arrived %1 s after it rang</source>
        <extracomment>%1: &quot;9.4&quot;</extracomment>
        <translation>Kam %1 s nach dem Klingeln an</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>In the digest</source>
        <translation>In der Zusammenfassung</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Keine Karte</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Same call</source>
        <translation>Gleicher Anruf</translation>
    </message>
    <message>
        <source>Cards are off</source>
        <translation>Karten sind aus</translation>
    </message>
    <message>
        <source>Cards are off for the line “%1”</source>
        <translation>Karten sind für die Leitung „%1“ aus</translation>
    </message>
    <message>
        <source>Only the tray’s badge, set by you</source>
        <translation>Nur die Markierung in der Leiste, von Ihnen eingestellt</translation>
    </message>
    <message>
        <source>Quiet for an hour, set by you</source>
        <translation>Ruhe für eine Stunde, von Ihnen eingestellt</translation>
    </message>
    <message>
        <source>Quiet time %1 – %2, set by you</source>
        <extracomment>%1, %2: times of day</extracomment>
        <translation>Ruhezeit %1 – %2, von Ihnen eingestellt</translation>
    </message>
    <message>
        <source>The desktop was set to do not disturb</source>
        <translation>Am Desktop war „Nicht stören“ eingeschaltet</translation>
    </message>
    <message>
        <source>Cards for outgoing calls are off</source>
        <translation>Karten für ausgehende Anrufe sind aus</translation>
    </message>
    <message>
        <source>A colleague’s call</source>
        <translation>Anruf eines Kollegen</translation>
    </message>
    <message>
        <source>Your own phone, for a call that you placed</source>
        <translation>Ihr eigenes Telefon, für einen von Ihnen gewählten Anruf</translation>
    </message>
    <message>
        <source>Reported long after it rang</source>
        <translation>Lange nach dem Klingeln gemeldet</translation>
    </message>
    <message>
        <source>It was over before we heard of it</source>
        <translation>Er war vorbei, bevor wir davon erfuhren</translation>
    </message>
    <message>
        <source>Reported by %1 too, already shown</source>
        <extracomment>%1: a service, &quot;JustCall&quot;</extracomment>
        <translation>Auch von %1 gemeldet, schon gezeigt</translation>
    </message>
    <message>
        <source>Change when cards show…</source>
        <translation>Ändern, wann Karten erscheinen&#xa0;…</translation>
    </message>
    <message>
        <source>Change quiet time…</source>
        <translation>Ruhezeit ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Change do not disturb…</source>
        <translation>„Nicht stören“ ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Change outgoing cards…</source>
        <translation>Ausgehende Anrufe ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Callcard tries again by itself.</source>
        <translation>Callcard versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Callcard tries again at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Callcard versucht es um %1 wieder.</translation>
    </message>
    <message>
        <source>Callcard cannot write to its folder.</source>
        <translation>Callcard kann nicht in seinen Ordner schreiben.</translation>
    </message>
    <message>
        <source>The disk may be full or read-only, or the files come from a newer Callcard. Calls still show.</source>
        <translation>Der Datenträger ist vielleicht voll oder schreibgeschützt, oder die Dateien stammen von einem neueren Callcard. Anrufe erscheinen weiterhin.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or missing.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt oder fehlt.</translation>
    </message>
    <message>
        <source>Unlock it, then Callcard signs in by itself.</source>
        <translation>Entsperren Sie ihn, dann meldet sich Callcard von selbst an.</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Es gibt keine Netzverbindung.</translation>
    </message>
    <message>
        <source>The directory and notes work; missed calls are fetched when the network is back.</source>
        <translation>Verzeichnis und Notizen funktionieren; verpasste Anrufe werden geholt, sobald das Netz zurück ist.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it is complete and try again.</source>
        <translation>Prüfen Sie, ob sie vollständig ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This took too long and was stopped.</source>
        <translation>Das hat zu lange gedauert und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Das hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Try again; the log says more.</source>
        <translation>Versuchen Sie es erneut; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may have gone through all the same; check before you repeat it.</source>
        <translation>Vielleicht ist es trotzdem angekommen; sehen Sie nach, bevor Sie es wiederholen.</translation>
    </message>
    <message>
        <source>%1 wants you to sign in again.</source>
        <translation>%1 verlangt eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>%1 asked us to wait until %2.</source>
        <extracomment>%1: a service, %2: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>%1 bittet uns, bis %2 zu warten.</translation>
    </message>
    <message>
        <source>Nothing is sent until then; what is due waits here.</source>
        <translation>Bis dahin wird nichts gesendet; was ansteht, wartet hier.</translation>
    </message>
    <message>
        <source>%1 asked us to slow down.</source>
        <translation>%1 bittet uns, langsamer zu machen.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself.</source>
        <translation>Callcard macht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 refused this.</source>
        <translation>%1 hat das abgelehnt.</translation>
    </message>
    <message>
        <source>Your account may lack the right to do it; your administrator can tell.</source>
        <translation>Ihrem Konto fehlt vielleicht das Recht dazu; Ihre Verwaltung weiß es.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>%1 has a fault on its side.</source>
        <translation>%1 hat eine Störung.</translation>
    </message>
    <message>
        <source>%1 sent an answer that Callcard cannot read.</source>
        <translation>%1 hat eine Antwort geschickt, die Callcard nicht lesen kann.</translation>
    </message>
    <message>
        <source>It was set aside, the rest goes on. If it stays, send a report.</source>
        <translation>Sie wurde beiseitegelegt, der Rest geht weiter. Bleibt es dabei, senden Sie einen Bericht.</translation>
    </message>
    <message>
        <source>The call log was damaged and has been set aside.</source>
        <translation>Das Anrufprotokoll war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Calls and notes are kept in a new one from now on. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>Anrufe und Notizen kommen ab jetzt in ein neues. Die alte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>What waited to be sent was damaged and has been set aside.</source>
        <translation>Was auf das Senden wartete, war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Sync counts the last days anew. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>Der Abgleich zählt die letzten Tage neu. Die alte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room on it: until then Callcard cannot keep what is new. Calls still show.</source>
        <translation>Schaffen Sie darauf Platz: Bis dahin kann Callcard nichts Neues aufbewahren. Anrufe erscheinen weiterhin.</translation>
    </message>
    <message>
        <source>Callcard may not write to its files.</source>
        <translation>Callcard darf nicht in seine Dateien schreiben.</translation>
    </message>
    <message>
        <source>Make its folder and what is in it writable for you, then start Callcard again. Calls still show.</source>
        <translation>Geben Sie seinen Ordner und dessen Inhalt für sich zum Schreiben frei, und starten Sie Callcard neu. Anrufe erscheinen weiterhin.</translation>
    </message>
    <message>
        <source>Callcard cannot open its files.</source>
        <translation>Callcard kann seine Dateien nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that its folder is there and yours to read and write, then start Callcard again.</source>
        <translation>Prüfen Sie, ob sein Ordner da ist und Sie darin lesen und schreiben dürfen, und starten Sie Callcard neu.</translation>
    </message>
    <message>
        <source>A file of Callcard&apos;s is damaged.</source>
        <translation>Eine Datei von Callcard ist beschädigt.</translation>
    </message>
    <message>
        <source>Start Callcard again: it sets the damaged file aside and begins a new one.</source>
        <translation>Starten Sie Callcard neu: Es legt die beschädigte Datei beiseite und beginnt eine neue.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files were written by a newer version of it.</source>
        <translation>Die Dateien von Callcard stammen von einer neueren Version.</translation>
    </message>
    <message>
        <source>Install the newer version again; this one leaves them as they are.</source>
        <translation>Installieren Sie wieder die neuere Version; diese lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files are still those of an older version of it.</source>
        <translation>Die Dateien von Callcard sind noch die einer älteren Version.</translation>
    </message>
    <message>
        <source>Start Callcard once, it brings them up to date.</source>
        <translation>Starten Sie Callcard einmal, es bringt sie auf den neuen Stand.</translation>
    </message>
    <message>
        <source>Another program is busy with Callcard&apos;s files.</source>
        <translation>Ein anderes Programm ist mit den Dateien von Callcard beschäftigt.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, then try again.</source>
        <translation>Warten Sie, bis es fertig ist, oder schließen Sie es, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain failed.</source>
        <translation>Der Schlüsselbund des Systems hat versagt.</translation>
    </message>
    <message>
        <source>Sign out of the desktop and in again, then try again; what lies in the keychain stays there.</source>
        <translation>Melden Sie sich vom Desktop ab und wieder an, dann versuchen Sie es erneut; was im Schlüsselbund liegt, bleibt dort.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>Dieser Computer hat keine Netzverbindung.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself when it is back.</source>
        <translation>Callcard macht von selbst weiter, sobald sie zurück ist.</translation>
    </message>
    <message>
        <source>There is no server of the name that stands in %1&apos;s address.</source>
        <translation>Einen Server mit dem Namen in der Adresse von %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the address, and that this computer is online; Callcard tries again by itself.</source>
        <translation>Prüfen Sie die Adresse und ob dieser Computer online ist; Callcard versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Nobody answers at the address of %1.</source>
        <translation>Unter der Adresse von %1 antwortet niemand.</translation>
    </message>
    <message>
        <source>It may be down for a while, or the address is wrong; Callcard tries again by itself.</source>
        <translation>Vielleicht ist der Dienst eine Weile ausgefallen, oder die Adresse ist falsch; Callcard versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent.</source>
        <translation>Der Server konnte nicht beweisen, dass er %1 ist; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Somebody may be in between. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>Vielleicht ist jemand dazwischen. Ein firmeneigenes Zertifikat muss diesem System bekannt sein; Ihre Verwaltung kann es hinzufügen.</translation>
    </message>
    <message>
        <source>By the clock of this computer, the certificate of %1 has run out or is not valid yet.</source>
        <translation>Nach der Uhr dieses Computers ist das Zertifikat von %1 abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>Set the clock. If it is right, whoever runs the server must renew the certificate.</source>
        <translation>Stellen Sie die Uhr. Geht sie richtig, muss der Betreiber des Servers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let Callcard through to %1.</source>
        <translation>Der Proxy des Netzes hat Callcard nicht zu %1 durchgelassen.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and sign-in in the system&apos;s settings; Callcard tries again by itself.</source>
        <translation>Prüfen Sie Adresse und Anmeldung des Proxys in den Systemeinstellungen; Callcard versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network.</source>
        <translation>Etwas anderes als %1 hat geantwortet: vielleicht die Anmeldeseite dieses Netzes.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in to the network; Callcard goes on by itself.</source>
        <translation>Öffnen Sie irgendeine Seite im Browser und melden Sie sich am Netz an; Callcard macht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 was sent on to a place where Callcard does not follow.</source>
        <translation>%1 wurde an einen Ort weitergeleitet, dem Callcard nicht folgt.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network in your browser.</source>
        <translation>Prüfen Sie die Adresse, oder melden Sie sich im Browser an diesem Netz an.</translation>
    </message>
    <message>
        <source>The address of %1 has no encryption, so nothing was sent.</source>
        <translation>Die Adresse von %1 ist unverschlüsselt; deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Let it begin with https://.</source>
        <translation>Lassen Sie sie mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The address of %1 is not complete.</source>
        <translation>Die Adresse von %1 ist nicht vollständig.</translation>
    </message>
    <message>
        <source>It looks like https://calls.company.example; correct it in Settings.</source>
        <translation>Sie sieht aus wie https://calls.company.example; berichtigen Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>Until then nothing new arrives from there; nothing already recorded is lost.</source>
        <translation>Bis dahin kommt von dort nichts Neues; was schon erfasst ist, geht nicht verloren.</translation>
    </message>
</context>
<context>
    <name>FaceText</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, retrying</source>
        <extracomment>%1: an age, &quot;2 h ago&quot;</extracomment>
        <translation>%1, wird wiederholt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>of %1 %2</source>
        <extracomment>%1: the goal, %2: &quot;today&quot;, &quot;this week&quot;</extracomment>
        <translation>von %1 %2</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Ziel erreicht</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 voraus</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>%1 expected by now</source>
        <translation>%1 bis jetzt erwartet</translation>
    </message>
    <message>
        <source>usually %1 by now</source>
        <extracomment>The rep&apos;s own last twenty working days had %1 at this time of day, on average</extracomment>
        <translation>sonst %1 um diese Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) not read</source>
        <translation>
            <numerusform>%n Tag nicht gelesen</numerusform>
            <numerusform>%n Tage nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: &quot;38 calls&quot;, %2: &quot;this week&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming call(s)</source>
        <translation>
            <numerusform>von %n eingehenden Anruf</numerusform>
            <numerusform>von %n eingehenden Anrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>%1 outgoing</source>
        <translation>%1 ausgehend</translation>
    </message>
    <message>
        <source>%1 incoming</source>
        <translation>%1 eingehend</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 verpasst</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1 nicht verbunden</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <translation>2 Quellen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Today’s %n call(s)</source>
        <translation>
            <numerusform>Heute %n Anruf</numerusform>
            <numerusform>Heute %n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls per week</source>
        <translation>Anrufe pro Woche</translation>
    </message>
    <message>
        <source>Calls per day</source>
        <translation>Anrufe pro Tag</translation>
    </message>
</context>
<context>
    <name>GroupTexts</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>tel:, callto: and sip: links</source>
        <translation>tel:-, callto:- und sip:-Links</translation>
    </message>
    <message>
        <source>A click on a phone number in any program opens Callcard’s call box.</source>
        <translation>Ein Klick auf eine Telefonnummer in irgendeinem Programm öffnet das Anruffeld von Callcard.</translation>
    </message>
    <message>
        <source>Start when I sign in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Starts hidden, in the tray.</source>
        <translation>Startet verborgen, in der Leiste.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Where calls come from</source>
        <translation>Woher Anrufe kommen</translation>
    </message>
    <message>
        <source>Nothing chosen: every service that is set up.</source>
        <translation>Nichts gewählt: jeder eingerichtete Dienst.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Of the app your administrator registered with RingCentral.</source>
        <translation>Der App, die Ihre Verwaltung bei RingCentral registriert hat.</translation>
    </message>
    <message>
        <source>Another one for a test account only.</source>
        <translation>Ein anderer nur für ein Testkonto.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>~ is the account you sign in to.</source>
        <translation>~ ist das Konto, bei dem Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Way back from the browser</source>
        <translation>Rückweg vom Browser</translation>
    </message>
    <message>
        <source>As registered with RingCentral. If its port is taken, the next two are tried.</source>
        <translation>Wie bei RingCentral registriert. Ist der Port belegt, werden die nächsten zwei versucht.</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Signs in without a browser.</source>
        <translation>Meldet ohne Browser an.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Needed with a JWT; signing in with the browser needs none.</source>
        <translation>Nötig mit einem JWT; die Anmeldung im Browser braucht keines.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Your administrator has it.</source>
        <translation>Ihre Verwaltung kennt sie.</translation>
    </message>
    <message>
        <source>Your token</source>
        <translation>Ihr Token</translation>
    </message>
    <message>
        <source>Opens your own calls and nobody else’s.</source>
        <translation>Öffnet Ihre eigenen Anrufe und keine anderen.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Opens the calls of every colleague: for accounts of one person.</source>
        <translation>Öffnet die Anrufe aller Kollegen: für Konten einer einzelnen Person.</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Geheimnis</translation>
    </message>
    <message>
        <source>The other half of the key.</source>
        <translation>Die andere Hälfte des Schlüssels.</translation>
    </message>
    <message>
        <source>Where JustCall’s API is.</source>
        <translation>Wo die API von JustCall ist.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>The team’s Firebase project.</source>
        <translation>Das Firebase-Projekt des Teams.</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Web-API-Schlüssel</translation>
    </message>
    <message>
        <source>Names the project and opens nothing.</source>
        <translation>Benennt das Projekt und öffnet nichts.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Signs in with your e-mail address.</source>
        <translation>Meldet mit Ihrer E-Mail-Adresse an.</translation>
    </message>
    <message>
        <source>Test server for Firestore</source>
        <translation>Testserver für Firestore</translation>
    </message>
    <message>
        <source>On this computer only; normally empty.</source>
        <translation>Nur auf diesem Computer; normalerweise leer.</translation>
    </message>
    <message>
        <source>Test server for signing in</source>
        <translation>Testserver für die Anmeldung</translation>
    </message>
    <message>
        <source>Of the project’s desktop client, to sign in with Google.</source>
        <translation>Des Desktop-Clients des Projekts, um sich mit Google anzumelden.</translation>
    </message>
    <message>
        <source>Issued with it; not confidential for desktop clients.</source>
        <translation>Damit ausgestellt; bei Desktop-Clients nicht vertraulich.</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Google’s own unless you test.</source>
        <translation>Die von Google, außer beim Testen.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Whose key it is.</source>
        <translation>Wem der Schlüssel gehört.</translation>
    </message>
    <message>
        <source>From your settings in Copper.</source>
        <translation>Aus Ihren Einstellungen in Copper.</translation>
    </message>
    <message>
        <source>Where Copper’s API is.</source>
        <translation>Wo die API von Copper ist.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>When the phone rings</source>
        <translation>Wenn das Telefon klingelt</translation>
    </message>
    <message>
        <source>Off: calls are still kept in the history.</source>
        <translation>Aus: Anrufe bleiben trotzdem im Verlauf.</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Karte zeigen</translation>
    </message>
    <message>
        <source>Show a small card</source>
        <translation>Kleine Karte zeigen</translation>
    </message>
    <message>
        <source>Only mark the tray icon</source>
        <translation>Nur das Symbol markieren</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Of the screen’s free area.</source>
        <translation>Des freien Bereichs des Bildschirms.</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Oben rechts</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>The active one is where the pointer is.</source>
        <translation>Der aktive ist der mit dem Mauszeiger.</translation>
    </message>
    <message>
        <source>The active one</source>
        <translation>Der aktive</translation>
    </message>
    <message>
        <source>The primary one</source>
        <translation>Der primäre</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Hide after</source>
        <translation>Ausblenden nach</translation>
    </message>
    <message>
        <source>0: as long as it rings.</source>
        <translation>0: solange es klingelt.</translation>
    </message>
    <message>
        <source>Tell how it ended for</source>
        <translation>Ende anzeigen für</translation>
    </message>
    <message>
        <source>0: the card goes with the call.</source>
        <translation>0: Die Karte geht mit dem Anruf.</translation>
    </message>
    <message>
        <source>A card for calls I make</source>
        <translation>Karte für eigene Anrufe</translation>
    </message>
    <message>
        <source>The note can start before hello.</source>
        <translation>Die Notiz kann vor dem Hallo beginnen.</translation>
    </message>
    <message>
        <source>Lines of their own</source>
        <translation>Eigene Regeln für Leitungen</translation>
    </message>
    <message>
        <source>Another way for one of your numbers, like +14165550142=compact, separated by commas.</source>
        <translation>Eine andere Art für eine Ihrer Nummern, wie +14165550142=compact, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Page of the CRM</source>
        <translation>Seite des CRM</translation>
    </message>
    <message>
        <source>What Open in CRM opens: an address with {id}, {email}, {name} or {number} in it.</source>
        <translation>Was „Im CRM öffnen“ öffnet: eine Adresse mit {id}, {email}, {name} oder {number} darin.</translation>
    </message>
    <message>
        <source>Follow “do not disturb”</source>
        <translation>„Nicht stören“ folgen</translation>
    </message>
    <message>
        <source>No cards while the desktop or the phone wants quiet.</source>
        <translation>Keine Karten, solange Desktop oder Telefon Ruhe wollen.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Every day, in your time zone.</source>
        <translation>Jeden Tag, in Ihrer Zeitzone.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Go to the card</source>
        <translation>Zur Karte gehen</translation>
    </message>
    <message>
        <source>Gives the keyboard to the card that shows.</source>
        <translation>Gibt der gezeigten Karte die Tastatur.</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Markierte Nummer anrufen</translation>
    </message>
    <message>
        <source>Shows what will be dialled first.</source>
        <translation>Zeigt zuerst, was gewählt wird.</translation>
    </message>
    <message>
        <source>Calls go through</source>
        <translation>Anrufe gehen über</translation>
    </message>
    <message>
        <source>What rings first when you click a number.</source>
        <translation>Was zuerst klingelt, wenn Sie auf eine Nummer klicken.</translation>
    </message>
    <message>
        <source>The phone service</source>
        <translation>Der Telefondienst</translation>
    </message>
    <message>
        <source>The RingCentral app</source>
        <translation>Die RingCentral-App</translation>
    </message>
    <message>
        <source>The JustCall dialer</source>
        <translation>Der JustCall-Dialer</translation>
    </message>
    <message>
        <source>The system’s program for tel: links</source>
        <translation>Das Programm des Systems für tel:-Links</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Angezeigte Nummer</translation>
    </message>
    <message>
        <source>One of your own numbers; empty: what the service chooses.</source>
        <translation>Eine Ihrer Nummern; leer: was der Dienst wählt.</translation>
    </message>
    <message>
        <source>Customers may be called from</source>
        <translation>Kunden anrufen ab</translation>
    </message>
    <message>
        <source>In their own time; outside of it Callcard warns first.</source>
        <translation>In deren Ortszeit; außerhalb warnt Callcard zuerst.</translation>
    </message>
    <message>
        <source>… until</source>
        <translation>… bis</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Several make one directory; the same person is shown once.</source>
        <translation>Mehrere ergeben ein Verzeichnis; dieselbe Person erscheint einmal.</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Welche Kunden</translation>
    </message>
    <message>
        <source>Everything can be hundreds of thousands.</source>
        <translation>Alles können Hunderttausende sein.</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Meine Kunden</translation>
    </message>
    <message>
        <source>Mine and active ones</source>
        <translation>Meine und aktive</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Look for changes every</source>
        <translation>Nach Änderungen sehen alle</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Collections in Firestore</source>
        <translation>Sammlungen in Firestore</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Send new customers to Firestore</source>
        <translation>Neue Kunden an Firestore senden</translation>
    </message>
    <message>
        <source>Those you add here; they wait on this computer until it worked.</source>
        <translation>Die Sie hier hinzufügen; sie warten auf diesem Computer, bis es geklappt hat.</translation>
    </message>
    <message>
        <source>Call records</source>
        <translation>Anrufaufzeichnung</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>For teams where a server writes the figures already.</source>
        <translation>Für Teams, in denen schon ein Server die Zahlen schreibt.</translation>
    </message>
    <message>
        <source>Bring today up to date every</source>
        <translation>Heute auf den Stand bringen alle</translation>
    </message>
    <message>
        <source>A day is marked at</source>
        <translation>Ein Tag ist markiert mit</translation>
    </message>
    <message>
        <source>Noon UTC is the right day for readers almost everywhere.</source>
        <translation>12 Uhr UTC ist fast überall der richtige Tag.</translation>
    </message>
    <message>
        <source>Noon UTC</source>
        <translation>12 Uhr UTC</translation>
    </message>
    <message>
        <source>Midnight UTC</source>
        <translation>Mitternacht UTC</translation>
    </message>
    <message>
        <source>Midnight in your zone</source>
        <translation>Mitternacht in Ihrer Zone</translation>
    </message>
    <message>
        <source>Send my goals to Firestore</source>
        <translation>Meine Ziele an Firestore senden</translation>
    </message>
    <message>
        <source>Otherwise goals are only read.</source>
        <translation>Sonst werden Ziele nur gelesen.</translation>
    </message>
    <message>
        <source>Known by another name</source>
        <translation>Unter anderem Namen bekannt</translation>
    </message>
    <message>
        <source>Where a phone service has another address: sam@company.example=417000, separated by commas.</source>
        <translation>Wo ein Telefondienst eine andere Adresse hat: sam@company.example=417000, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Write each call to Firestore</source>
        <translation>Jeden Anruf nach Firestore schreiben</translation>
    </message>
    <message>
        <source>From its first moment, with every change.</source>
        <translation>Vom ersten Augenblick an, mit jeder Änderung.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Keep calls, notes and texts for</source>
        <translation>Anrufe, Notizen und SMS behalten für</translation>
    </message>
    <message>
        <source>Older ones are removed from this computer; open promises stay.</source>
        <translation>Ältere werden von diesem Computer entfernt; offene Zusagen bleiben.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>My e-mail address</source>
        <translation>Meine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Tells which calls are yours.</source>
        <translation>Sagt, welche Anrufe Ihre sind.</translation>
    </message>
    <message>
        <source>My country</source>
        <translation>Mein Land</translation>
    </message>
    <message>
        <source>For numbers written without one.</source>
        <translation>Für Nummern ohne Ländervorwahl.</translation>
    </message>
    <message>
        <source>My time zone</source>
        <translation>Meine Zeitzone</translation>
    </message>
    <message>
        <source>Where your day begins and ends.</source>
        <translation>Wo Ihr Tag beginnt und endet.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>Wechselt sofort.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Your team’s own fields</source>
        <translation>Eigene Felder Ihres Teams</translation>
    </message>
    <message>
        <source>Like phone=Direct Line, separated by commas.</source>
        <extracomment>phone=Direct Line is an example; the words before the equals sign are fixed.</extracomment>
        <translation>Wie phone=Durchwahl, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Icon in the panel</source>
        <translation>Symbol in der Leiste</translation>
    </message>
    <message>
        <source>Panels do not tell their colour: choose what you see best.</source>
        <translation>Leisten verraten ihre Farbe nicht: Wählen Sie, was Sie am besten sehen.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Farbig</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>There is nothing in this row.</source>
        <translation>In dieser Zeile steht nichts.</translation>
    </message>
    <message>
        <source>There is neither a name nor a company.</source>
        <translation>Es gibt weder Namen noch Firma.</translation>
    </message>
    <message>
        <source>The row does not say which customer it belongs to.</source>
        <translation>Die Zeile sagt nicht, zu welchem Kunden sie gehört.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Ein Anführungszeichen wird geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>One field is longer than any name or note.</source>
        <translation>Ein Feld ist länger als jeder Name und jede Notiz.</translation>
    </message>
    <message>
        <source>The row is too long.</source>
        <translation>Die Zeile ist zu lang.</translation>
    </message>
    <message>
        <source>The row has too many columns.</source>
        <translation>Die Zeile hat zu viele Spalten.</translation>
    </message>
    <message>
        <source>The card has no end.</source>
        <translation>Die Karte hat kein Ende.</translation>
    </message>
    <message>
        <source>The card is too long.</source>
        <translation>Die Karte ist zu lang.</translation>
    </message>
    <message>
        <source>This stands for a withheld number.</source>
        <translation>Das steht für eine unterdrückte Nummer.</translation>
    </message>
    <message>
        <source>The number is written in letters.</source>
        <translation>Die Nummer ist in Buchstaben geschrieben.</translation>
    </message>
    <message>
        <source>Several numbers stand in one field.</source>
        <translation>Mehrere Nummern stehen in einem Feld.</translation>
    </message>
    <message>
        <source>A spreadsheet rounded the number away. Export it as text.</source>
        <translation>Eine Tabellenkalkulation hat die Nummer gerundet. Exportieren Sie sie als Text.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Das ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>This is a short code, which identifies nobody.</source>
        <translation>Das ist eine Kurzwahl, die niemanden ausweist.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>Die Ortsvorwahl fehlt.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Die Nummer ist zu kurz.</translation>
    </message>
    <message>
        <source>The number is too long.</source>
        <translation>Die Nummer ist zu lang.</translation>
    </message>
    <message>
        <source>The country is not known. Set the region for numbers without one.</source>
        <translation>Das Land ist nicht bekannt. Stellen Sie die Region für Nummern ohne Land ein.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Kein Land hat diese Vorwahl.</translation>
    </message>
    <message>
        <source>No telephone company gives out such a number.</source>
        <translation>Keine Telefongesellschaft vergibt eine solche Nummer.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>Customer’s id</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Nebenstelle</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Owner’s e-mail</source>
        <translation>E-Mail des Betreuers</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Betreuer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Aktiver Kunde</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Letzte Bestellung</translation>
    </message>
    <message>
        <source>Sales this year</source>
        <translation>Umsatz dieses Jahr</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>Will keine Anrufe</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Company’s id</source>
        <translation>Firmennummer</translation>
    </message>
    <message>
        <source>Account’s id</source>
        <translation>Kontonummer</translation>
    </message>
    <message>
        <source>Same company elsewhere</source>
        <translation>Dieselbe Firma anderswo</translation>
    </message>
    <message>
        <source>People, exported from Copper</source>
        <translation>Personen, exportiert aus Copper</translation>
    </message>
    <message>
        <source>Companies, exported from Copper</source>
        <translation>Firmen, exportiert aus Copper</translation>
    </message>
    <message>
        <source>Leads, exported from Copper</source>
        <translation>Leads, exportiert aus Copper</translation>
    </message>
    <message>
        <source>Customers, exported from Fishbowl</source>
        <translation>Kunden, exportiert aus Fishbowl</translation>
    </message>
    <message>
        <source>Sales summary by customer</source>
        <translation>Umsätze je Kunde</translation>
    </message>
    <message>
        <source>Another name has the same id. Both are kept, each for itself.</source>
        <translation>Ein anderer Name hat dieselbe Kundennummer. Beide bleiben, jeder für sich.</translation>
    </message>
    <message>
        <source>There is neither a name nor a number.</source>
        <translation>Es gibt weder Namen noch Nummer.</translation>
    </message>
    <message>
        <source>The record has no id.</source>
        <translation>Der Datensatz hat keine ID.</translation>
    </message>
</context>
<context>
    <name>LengthText</name>
    <message>
        <source>%1 s</source>
        <extracomment>Length of time in seconds, abbreviated</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Length of time in minutes, abbreviated</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Length of time in whole hours, abbreviated</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Length of time in hours and minutes, abbreviated: &quot;1 h 36 min&quot;</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchTexts</name>
    <message>
        <source>Other extension</source>
        <extracomment>The number is known, its extension is not the stored one</extracomment>
        <translation>Andere Nebenstelle</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Gleiche E-Mail</translation>
    </message>
    <message>
        <source>Same text</source>
        <extracomment>Not a real number, but letter by letter what is stored</extracomment>
        <translation>Gleicher Text</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) share this number</source>
        <translation>
            <numerusform>%n Kunde hat diese Nummer</numerusform>
            <numerusform>%n Kunden teilen sich diese Nummer</numerusform>
        </translation>
    </message>
    <message>
        <source>New caller, not in your directory</source>
        <translation>Neuer Anrufer, nicht in Ihrem Verzeichnis</translation>
    </message>
    <message>
        <source>Your directory could not be read</source>
        <translation>Ihr Verzeichnis konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>MissedRow</name>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Verpasst, wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Voicemail, %1</source>
        <translation>Sprachnachricht, %1</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Sprachnachricht</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Anrufer hat aufgelegt</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you tried %n time(s)</source>
        <extracomment>Own calls since then that reached nobody</extracomment>
        <translation>
            <numerusform>Sie haben es %n-mal versucht</numerusform>
            <numerusform>Sie haben es %n-mal versucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me at %1</source>
        <translation>Erinnern um %1</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Erinnerung für %1</translation>
    </message>
    <message>
        <source>You reached them, %1 later</source>
        <extracomment>%1: 4 min</extracomment>
        <translation>Sie haben den Kunden erreicht, %1 später</translation>
    </message>
    <message>
        <source>A colleague reached them, %1 later</source>
        <translation>Jemand aus dem Team hat den Kunden erreicht, %1 später</translation>
    </message>
    <message>
        <source>%1 reached them, %2 later</source>
        <extracomment>%1: a colleague, %2: 20 min</extracomment>
        <translation>%1 hat den Kunden erreicht, %2 später</translation>
    </message>
    <message>
        <source>They called again and you answered</source>
        <translation>Rief wieder an und Sie haben angenommen</translation>
    </message>
    <message>
        <source>You marked it as done</source>
        <translation>Von Ihnen als erledigt markiert</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Zurückzurufen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Settled today</source>
        <translation>Heute erledigt</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Test call</source>
        <translation>Testanruf</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <extracomment>%1: what was promised to this customer</extracomment>
        <translation>Zugesagt: %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Kunden öffnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>While you were quiet</source>
        <translation>Während Ihrer Ruhezeit</translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n verpasster Anruf</numerusform>
            <numerusform>%n verpasste Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) while offline</source>
        <translation>
            <numerusform>%n Anruf während der Unterbrechung</numerusform>
            <numerusform>%n Anrufe während der Unterbrechung</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the history.</source>
        <translation>Sie stehen im Verlauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to make now</source>
        <translation>
            <numerusform>%n Anruf jetzt fällig</numerusform>
            <numerusform>%n Anrufe jetzt fällig</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to call %1</source>
        <extracomment>A reminder; %1: whom the rep wanted to call now, a name or a number</extracomment>
        <translation>Zeit, %1 anzurufen</translation>
    </message>
    <message>
        <source>You asked to be reminded.</source>
        <translation>Sie wollten erinnert werden.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Später</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Mit Kunden verknüpfen</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberText</name>
    <message>
        <source>%1%</source>
        <extracomment>A share. %1: the number. Put the space your language wants before the sign</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Thousandths of a second, abbreviated</extracomment>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>PanelText</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Gesprächszeit</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Annahmequote</translation>
    </message>
    <message>
        <source>Average call</source>
        <translation>Mittlerer Anruf</translation>
    </message>
    <message>
        <source>Text replies</source>
        <extracomment>The share of incoming texts that were replied to</extracomment>
        <translation>Beantwortete SMS</translation>
    </message>
    <message>
        <source>Called back</source>
        <extracomment>How long missed callers waited until they were called back</extracomment>
        <translation>Zurückgerufen</translation>
    </message>
    <message>
        <source>Outgoing, reached</source>
        <translation>Ausgehend, erreicht</translation>
    </message>
    <message>
        <source>Outgoing, no answer</source>
        <translation>Ausgehend, keine Antwort</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Eingehend, angenommen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Von jemand anderem angenommen</translation>
    </message>
    <message>
        <source>Failed or blocked</source>
        <translation>Gescheitert oder gesperrt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended. It belongs to the day on which it began, in your time zone.</source>
        <translation>Jeder beendete Anruf, ein- und ausgehend, einmal gezählt, wie immer er endete. Er gehört zu dem Tag, an dem er in Ihrer Zeitzone begann.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Summed in seconds and rounded to minutes once a day.</source>
        <translation>Nur Gespräch: Klingeln und Halten zählen nicht. In Sekunden summiert und einmal am Tag auf Minuten gerundet.</translation>
    </message>
    <message>
        <source>Texts that you sent. Deleted ones are left out.</source>
        <translation>SMS, die Sie gesendet haben, ohne gelöschte.</translation>
    </message>
    <message>
        <source>Incoming calls that you answered, of those that you answered or missed. What a colleague took counts for neither.</source>
        <translation>Angenommene eingehende Anrufe von denen, die Sie angenommen oder verpasst haben. Was jemand anderes annahm, zählt zu keinem von beiden.</translation>
    </message>
    <message>
        <source>Talk time divided by the calls in which somebody talked.</source>
        <translation>Gesprächszeit geteilt durch die Anrufe, in denen gesprochen wurde.</translation>
    </message>
    <message>
        <source>Of the customers who wrote, how many got a text back within a day. Several texts in a row are one question.</source>
        <translation>Wie viele der Kunden, die schrieben, binnen eines Tages eine SMS zurückbekamen. Mehrere SMS hintereinander sind eine Frage.</translation>
    </message>
    <message>
        <source>How long missed callers waited until you reached them, on average. Those who still wait are not in it.</source>
        <translation>Wie lange verpasste Anrufer im Mittel warteten, bis Sie sie erreichten. Wer noch wartet, ist nicht dabei.</translation>
    </message>
    <message>
        <source>Calls that you placed and somebody answered.</source>
        <translation>Anrufe, die Sie gemacht haben und die angenommen wurden.</translation>
    </message>
    <message>
        <source>Calls that you placed and nobody answered: busy, declined, a mailbox.</source>
        <translation>Anrufe, die Sie gemacht haben und die niemand annahm: besetzt, abgelehnt, eine Mailbox.</translation>
    </message>
    <message>
        <source>Calls that came in and that you took.</source>
        <translation>Anrufe, die hereinkamen und die Sie angenommen haben.</translation>
    </message>
    <message>
        <source>Calls that came in and nobody took, without those that left a voicemail.</source>
        <translation>Anrufe, die hereinkamen und niemand annahm, ohne die mit Mailbox-Nachricht.</translation>
    </message>
    <message>
        <source>Missed calls that went to voicemail.</source>
        <translation>Verpasste Anrufe, die auf die Mailbox gingen.</translation>
    </message>
    <message>
        <source>Rang at yours too, and a colleague took it: nobody’s miss.</source>
        <translation>Klingelte auch bei Ihnen, und jemand anderes nahm ab: niemandes Versäumnis.</translation>
    </message>
    <message>
        <source>The phone service could not or would not connect them.</source>
        <translation>Der Telefondienst konnte oder wollte sie nicht verbinden.</translation>
    </message>
    <message>
        <source>The phone service gave them an outcome that this version does not know. They count as calls.</source>
        <translation>Der Telefondienst gab ihnen ein Ergebnis, das diese Version nicht kennt. Sie zählen als Anrufe.</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>After a figure: &quot;38 calls today&quot;</extracomment>
        <translation>heute</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>in Q%1 %2</source>
        <extracomment>%1: the quarter&apos;s number, %2: the year</extracomment>
        <translation>in Q%1 %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1: a month with its year</extracomment>
        <translation>im %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Perhaps not complete</source>
        <translation>Vielleicht nicht vollständig</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Wird noch gelesen</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Caller card</source>
        <translation>Anruferkarte</translation>
    </message>
    <message>
        <source>Quiet times</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Metrics and goals</source>
        <translation>Kennzahlen und Ziele</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>What Callcard talks to. It carries no audio: none of this can drop a call.</source>
        <translation>Womit Callcard spricht. Es überträgt keinen Ton: Nichts davon kann einen Anruf trennen.</translation>
    </message>
    <message>
        <source>Where your services are and who you are there. Keys are kept in the system keychain.</source>
        <translation>Wo Ihre Dienste sind und wer Sie dort sind. Schlüssel liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>What appears when the phone rings, where, and for how long.</source>
        <translation>Was erscheint, wenn das Telefon klingelt, wo und wie lange.</translation>
    </message>
    <message>
        <source>When no card appears. What came meanwhile is told afterwards.</source>
        <translation>Wann keine Karte erscheint. Was inzwischen kam, wird danach erzählt.</translation>
    </message>
    <message>
        <source>How a number becomes a call.</source>
        <translation>Wie aus einer Nummer ein Anruf wird.</translation>
    </message>
    <message>
        <source>Where your customers come from. They lie on this computer and work offline.</source>
        <translation>Woher Ihre Kunden kommen. Sie liegen auf diesem Computer, auch offline.</translation>
    </message>
    <message>
        <source>What is counted, and where the figures go.</source>
        <translation>Was gezählt wird und wohin die Zahlen gehen.</translation>
    </message>
    <message>
        <source>Keys that work in every program.</source>
        <translation>Tasten, die in jedem Programm wirken.</translation>
    </message>
    <message>
        <source>What is kept here, what leaves this computer, and how to get rid of it.</source>
        <translation>Was hier aufbewahrt wird, was diesen Computer verlässt und wie man es loswird.</translation>
    </message>
    <message>
        <source>You, your language and this program.</source>
        <translation>Sie, Ihre Sprache und dieses Programm.</translation>
    </message>
    <message>
        <source>This must be an e-mail address, like sam@company.example.</source>
        <translation>Das muss eine E-Mail-Adresse sein, wie sam@company.example.</translation>
    </message>
    <message>
        <source>This must be an address that begins with https://. Plain http is for this computer only.</source>
        <translation>Das muss eine Adresse sein, die mit https:// beginnt. Einfaches http gilt nur für diesen Computer.</translation>
    </message>
    <message>
        <source>This must be host:port of a test server on this computer, like 127.0.0.1:8080.</source>
        <translation>Das muss host:port eines Testservers auf diesem Computer sein, wie 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Choose a country from the list.</source>
        <translation>Wählen Sie ein Land aus der Liste.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Wählen Sie eine Zeitzone aus der Liste.</translation>
    </message>
    <message>
        <source>This must be a time of day.</source>
        <translation>Das muss eine Uhrzeit sein.</translation>
    </message>
    <message>
        <source>This must be a number from %1 to %2.</source>
        <extracomment>%1, %2: whole numbers</extracomment>
        <translation>Das muss eine Zahl von %1 bis %2 sein.</translation>
    </message>
    <message>
        <source>One of these words is not known here.</source>
        <translation>Eines dieser Wörter ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Dieser Wert ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Each entry must be like phone=Direct Line. These can stand before the equals sign: %1.</source>
        <extracomment>%1: fixed words, &quot;name, company, phone&quot;</extracomment>
        <translation>Jeder Eintrag muss wie phone=Durchwahl aussehen. Vor dem Gleichheitszeichen können stehen: %1.</translation>
    </message>
</context>
<context>
    <name>SpokenText</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabetaste</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Pfeil nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Pfeil nach unten</translation>
    </message>
</context>
<context>
    <name>SyncTexts</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf den Versand</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Reading day %1 of %2</source>
        <extracomment>%1 of %2 days have been read</extracomment>
        <translation>Tag %1 von %2 wird gelesen</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Wird abgeglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Nicht aktuell</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Connect your phone service and set your e-mail; then your calls are counted.</source>
        <translation>Verbinden Sie Ihren Telefondienst und tragen Sie Ihre E-Mail-Adresse ein; dann werden Ihre Anrufe gezählt.</translation>
    </message>
    <message>
        <source>Last synced %1.</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Zuletzt abgeglichen %1.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Noch nicht abgeglichen.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>Synced calls: %1. Metrics written: %2.</source>
        <translation>Abgeglichene Anrufe: %1. Geschriebene Kennzahlen: %2.</translation>
    </message>
    <message>
        <source>Not everything could be synced: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Nicht alles ließ sich abgleichen: %1</translation>
    </message>
    <message>
        <source>Stopped. What was read is kept.</source>
        <translation>Angehalten. Was gelesen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1.</source>
        <translation>Warten auf den Versand: %1.</translation>
    </message>
    <message>
        <source>Refused and set aside: %1.</source>
        <translation>Abgelehnt und beiseitegelegt: %1.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Talk, seconds</source>
        <translation>Gespräch, Sekunden</translation>
    </message>
    <message>
        <source>Talk, minutes</source>
        <translation>Gespräch, Minuten</translation>
    </message>
    <message>
        <source>Average, seconds</source>
        <translation>Mittel, Sekunden</translation>
    </message>
    <message>
        <source>Texts sent</source>
        <translation>SMS gesendet</translation>
    </message>
    <message>
        <source>Texts received</source>
        <translation>SMS empfangen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>TeamDetailText</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>A part of a whole: &quot;9 of 12&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht enthalten</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a length of time, %2: how many calls</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended, on the day on which it began where that person is.</source>
        <translation>Jeder beendete Anruf, ein- und ausgehend, einmal gezählt, wie immer er endete, an dem Tag, an dem er am Ort der Person begann.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Rounded to minutes once a day, then summed.</source>
        <translation>Nur Gespräch: Klingeln und Halten zählen nicht. Einmal am Tag auf Minuten gerundet, dann summiert.</translation>
    </message>
    <message>
        <source>Texts that were sent. Deleted ones are left out.</source>
        <translation>Gesendete SMS, ohne gelöschte.</translation>
    </message>
    <message>
        <source>Incoming calls that were answered, of all that came in. Only where every day’s document tells it.</source>
        <translation>Angenommene eingehende Anrufe von allen eingegangenen. Nur, wo das Dokument jedes Tages sie enthält.</translation>
    </message>
    <message>
        <source>Calls that came in, however they ended.</source>
        <translation>Eingegangene Anrufe, wie immer sie endeten.</translation>
    </message>
    <message>
        <source>Talk time divided by all calls, also by those in which nobody talked.</source>
        <translation>Gesprächszeit geteilt durch alle Anrufe, auch durch die ohne Gespräch.</translation>
    </message>
    <message>
        <source>Calls in which somebody talked, of all calls. Recomputed from sums, never the mean of several rates.</source>
        <translation>Anrufe, in denen gesprochen wurde, von allen Anrufen. Aus Summen neu berechnet, nie das Mittel mehrerer Quoten.</translation>
    </message>
    <message>
        <source>Calls of each of the last ten working days. A gap is a day that was not read.</source>
        <translation>Anrufe an jedem der letzten zehn Arbeitstage. Eine Lücke ist ein Tag, der nicht gelesen wurde.</translation>
    </message>
    <message>
        <source>not read</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>TeamText</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Calls, against pace</source>
        <translation>Anrufe, gegen das Tempo</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Talk a call</source>
        <translation>Je Anruf</translation>
    </message>
    <message>
        <source>10 work days</source>
        <translation>10 Arbeitstage</translation>
    </message>
    <message>
        <source>How fresh</source>
        <translation>Wie frisch</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Wird noch gelesen</translation>
    </message>
    <message>
        <source>Not read since %1</source>
        <extracomment>%1: a moment, &quot;Wed 5:40 PM&quot;</extracomment>
        <translation>Nicht gelesen seit %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, of %1, %2 expected by now</source>
        <translation>, von %1, %2 bis jetzt erwartet</translation>
    </message>
    <message>
        <source>not told</source>
        <extracomment>The documents do not say how many calls were answered</extracomment>
        <translation>nicht enthalten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;On a call&quot;, %2: &quot;20 s ago&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Right now</source>
        <extracomment>Column: free, on a call, away</extracomment>
        <translation>Gerade jetzt</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>Column: how many of all calls were answered by a person</extracomment>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>A person of the team who is not on the phone</extracomment>
        <translation>Frei</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>Whether a person is on the phone</extracomment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Documents of %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Stand der Dokumente: %1</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Letzter Abgleich %1</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>New caller</source>
        <extracomment>The number rings for the first time and nobody in the directory has it</extracomment>
        <translation>Neuer Anrufer</translation>
    </message>
    <message>
        <source>Private number</source>
        <extracomment>The caller withheld the number</extracomment>
        <translation>Private Nummer</translation>
    </message>
    <message>
        <source>Exact match</source>
        <extracomment>The whole number is stored with this customer</extracomment>
        <translation>Genauer Treffer</translation>
    </message>
    <message>
        <source>Guess</source>
        <extracomment>Who is calling is inferred, not known</extracomment>
        <translation>Vermutung</translation>
    </message>
    <message>
        <source>Not read</source>
        <extracomment>A day or figure that could not be fetched; it is not zero</extracomment>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Test server</source>
        <extracomment>Said wherever the program talks to a stand-in instead of the real service</extracomment>
        <translation>Testserver</translation>
    </message>
    <message>
        <source>Calling</source>
        <extracomment>Outgoing: the other phone has not answered yet</extracomment>
        <translation>Anwahl</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>On the call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <extracomment>%1: a colleague, or a device such as &quot;your desk phone&quot;</extracomment>
        <translation>Anderswo angenommen</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Angenommen von %1</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Verpasst, Anrufer hat aufgelegt</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Reached voicemail</source>
        <translation>Mailbox erreicht</translation>
    </message>
    <message>
        <source>Missed, left a voicemail</source>
        <translation>Verpasst, Nachricht hinterlassen</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Anruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>Weitergeleitet an %1</translation>
    </message>
    <message>
        <source>Team relay</source>
        <translation>Team-Relay</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Handed to another program</source>
        <extracomment>An outgoing call that another program was asked to dial</extracomment>
        <translation>An anderes Programm übergeben</translation>
    </message>
    <message>
        <source>Not known what became of it</source>
        <extracomment>An outgoing call of which nobody knows whether a phone rang</extracomment>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Handed to the AI agent</source>
        <translation>An den KI-Agenten übergeben</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: seconds</extracomment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: minutes</extracomment>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A moment within a week. %1: short day of the week, %2: time. &quot;Wed 5:40 PM&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A moment more than a week away. %1: date, %2: time. &quot;Nov 17, 5:40 PM&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day</comment>
        <extracomment>A day of this year. %1: short day of the week, %2: month and day. &quot;Wed, Nov 18&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>How long until something happens. %1: &quot;12 s&quot;, &quot;4 min&quot;, &quot;1 h 15 min&quot;</extracomment>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>TrayTexts</name>
    <message>
        <source>%1 · %2 min · %3 today</source>
        <extracomment>%1: &quot;38 calls&quot;, %2: &quot;96&quot;, %3: &quot;21 texts&quot;</extracomment>
        <translation>%1 · %2 min · %3 heute</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeTexts</name>
    <message>
        <source>Something is still empty. Fill in every field, or skip this step.</source>
        <translation>Etwas ist noch leer. Füllen Sie jedes Feld aus oder überspringen Sie diesen Schritt.</translation>
    </message>
    <message>
        <source>%1 does not accept this. Look for a missing character at the beginning or end, or for a key that was replaced.</source>
        <extracomment>%1: a service</extracomment>
        <translation>%1 nimmt das nicht an. Suchen Sie nach einem fehlenden Zeichen am Anfang oder Ende, oder nach einem Schlüssel, der ersetzt wurde.</translation>
    </message>
    <message>
        <source>%1 knows you, but your account may not do this. Your administrator can allow it.</source>
        <translation>%1 kennt Sie, aber Ihr Konto darf das nicht. Ihre Verwaltung kann es erlauben.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network, or the address is wrong. Open any page in your browser, sign in to the network, and try again.</source>
        <translation>Etwas anderes als %1 hat geantwortet: vielleicht die Anmeldeseite dieses Netzes, oder die Adresse ist falsch. Öffnen Sie irgendeine Seite im Browser, melden Sie sich am Netz an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no server of that name. Check the address, and that this computer is online.</source>
        <translation>Es gibt keinen Server dieses Namens. Prüfen Sie die Adresse und ob dieser Computer online ist.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that this computer is online; a firewall may be in the way.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie, ob dieser Computer online ist; eine Firewall kann im Weg sein.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>Der Server konnte nicht beweisen, dass er %1 ist; deshalb wurde nichts gesendet. Ein firmeneigenes Zertifikat muss diesem System bekannt sein; Ihre Verwaltung kann es hinzufügen.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, and sign-ins fail with a wrong clock. Set it, and try again.</source>
        <translation>Die Uhr dieses Computers geht falsch, und damit schlagen Anmeldungen fehl. Stellen Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The network’s proxy refused. Check its address and sign-in in the system’s settings.</source>
        <translation>Der Proxy des Netzes hat abgelehnt. Prüfen Sie seine Adresse und Anmeldung in den Systemeinstellungen.</translation>
    </message>
    <message>
        <source>The address must begin with https://: without encryption everybody on the way could read your calls.</source>
        <translation>Die Adresse muss mit https:// beginnen: Ohne Verschlüsselung könnte unterwegs jeder Ihre Anrufe lesen.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://calls.company.example.</source>
        <translation>Das ist keine vollständige Adresse. Sie sieht aus wie https://calls.company.example.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in any browser on this computer, or use a JWT.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie den Link und öffnen Sie ihn in einem Browser auf diesem Computer, oder verwenden Sie ein JWT.</translation>
    </message>
    <message>
        <source>Another program uses the ports 5000, 5001 and 5002 that the browser comes back to. Quit it and try again, or use a JWT.</source>
        <translation>Ein anderes Programm belegt die Ports 5000, 5001 und 5002, zu denen der Browser zurückkommt. Beenden Sie es und versuchen Sie es erneut, oder verwenden Sie ein JWT.</translation>
    </message>
    <message>
        <source>The sign-in page said no. Try again with another account, or ask your administrator to allow Callcard.</source>
        <translation>Die Anmeldeseite hat abgelehnt. Versuchen Sie es mit einem anderen Konto, oder bitten Sie Ihre Verwaltung, Callcard zuzulassen.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser. If the window was closed, simply try again.</source>
        <translation>Niemand kam aus dem Browser zurück. Wurde das Fenster geschlossen, versuchen Sie es einfach erneut.</translation>
    </message>
    <message>
        <source>%1 allows a few tries a minute. Wait a minute, then try again.</source>
        <translation>%1 erlaubt wenige Versuche pro Minute. Warten Sie eine Minute, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The system’s keychain is locked, so the key could not be kept. Unlock it and try again.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt, daher ließ sich der Schlüssel nicht aufbewahren. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop. The key can be kept until Callcard quits, and never in a file.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund. Der Schlüssel kann aufbewahrt werden, bis Callcard endet, und niemals in einer Datei.</translation>
    </message>
    <message>
        <source>%1 has a fault on its side. Skip this step; Callcard tries again by itself.</source>
        <translation>%1 hat eine Störung. Überspringen Sie diesen Schritt; Callcard versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>This file cannot be read as a table (CSV) or as address cards (vCard).</source>
        <translation>Diese Datei lässt sich weder als Tabelle (CSV) noch als Adresskarten (vCard) lesen.</translation>
    </message>
    <message>
        <source>No row of this file has a name and a number, so nothing was changed.</source>
        <translation>Keine Zeile dieser Datei hat Namen und Nummer; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your administrator has decided this already; it cannot be changed here.</source>
        <translation>Ihre Verwaltung hat das schon entschieden; es lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>Der Desktop ließ Callcard diese Links nicht übernehmen.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not kept. Make room on it, then try again.</source>
        <translation>Der Datenträger ist voll, daher wurde das nicht behalten. Schaffen Sie darauf Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 has no customers of yours. Settings, Directory, can ask for everybody’s; or your administrator can tell whose accounts are yours.</source>
        <translation>%1 hat keine Kunden von Ihnen. Unter Einstellungen, Verzeichnis lassen sich die von allen anfordern; oder Ihre Verwaltung kann sagen, welche Kunden Ihre sind.</translation>
    </message>
    <message>
        <source>Callcard may not write to its folder, so this was not kept. Make the folder and what is in it writable for you, then try again.</source>
        <translation>Callcard darf nicht in seinen Ordner schreiben, daher wurde das nicht behalten. Geben Sie den Ordner und dessen Inhalt für sich zum Schreiben frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Callcard’s own files cannot be used just now. Quit Callcard and start it again: it says what is wrong with them.</source>
        <translation>Die eigenen Dateien von Callcard sind gerade nicht verwendbar. Beenden Sie Callcard und starten Sie es neu: Es sagt, was mit ihnen nicht stimmt.</translation>
    </message>
    <message>
        <source>The system’s keychain failed, so the key was not kept. Sign out of the desktop and in again, then try again.</source>
        <translation>Der Schlüsselbund des Systems hat versagt, daher wurde der Schlüssel nicht aufbewahrt. Melden Sie sich vom Desktop ab und wieder an, dann versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>callcard::Hotkeys</name>
    <message>
        <source>Go to the card of the call</source>
        <translation>Zur Karte des Anrufs gehen</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Markierte Nummer anrufen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ActionRow</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBox</name>
    <message>
        <source>Call or find</source>
        <translation>Anrufen oder suchen</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Nummer oder Name</translation>
    </message>
    <message>
        <source>Number or name to call</source>
        <translation>Nummer oder Name zum Anrufen</translation>
    </message>
    <message>
        <source>Who can be called</source>
        <translation>Wen man anrufen kann</translation>
    </message>
    <message>
        <source>Type a number or a name</source>
        <translation>Nummer oder Namen eingeben</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number</source>
        <translation>Niemand dieses Namens und keine Nummer</translation>
    </message>
    <message>
        <source>Searched %1 customers</source>
        <translation>%1 Kunden durchsucht</translation>
    </message>
    <message>
        <source>A number in any form, pasted or typed</source>
        <translation>Eine Nummer in jeder Form, eingefügt oder getippt</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>Which of my lines the other side sees. %1: &quot;Sales Toronto&quot;</extracomment>
        <translation>als %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>Behind the keys Ctrl and V</extracomment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>paste a number in any form</source>
        <translation>Nummer in jeder Form einfügen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Kunden öffnen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc schließt</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBoxModel</name>
    <message>
        <source>Call anyway</source>
        <translation>Trotzdem anrufen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
    </message>
    <message>
        <source>Call %1</source>
        <extracomment>Spoken. %1: who, what will be dialled, where that is.</extracomment>
        <translation>%1 anrufen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallCard</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallDetails</name>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>SMS schreiben</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>Offen mit %1</translation>
    </message>
    <message>
        <source>Details of the call with %1</source>
        <translation>Einzelheiten des Anrufs mit %1</translation>
    </message>
    <message>
        <source>Saved, stays on this computer</source>
        <translation>Gespeichert, bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Saved, sent to the provider %1</source>
        <translation>Gespeichert, an den Anbieter gesendet %1</translation>
    </message>
    <message>
        <source>Saved, on its way to the provider</source>
        <translation>Gespeichert, unterwegs zum Anbieter</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Counted today, in your %n call(s)</source>
        <translation>
            <numerusform>Heute gezählt, in Ihrem %n Anruf</numerusform>
            <numerusform>Heute gezählt, in Ihren %n Anrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted on %1, in your %n call(s)</source>
        <translation>
            <numerusform>Am %1 gezählt, in Ihrem %n Anruf</numerusform>
            <numerusform>Am %1 gezählt, in Ihren %n Anrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted when it has ended</source>
        <translation>Zählt, wenn er beendet ist</translation>
    </message>
    <message>
        <source>Counted when the provider&apos;s log has it</source>
        <translation>Zählt, sobald das Protokoll des Anbieters ihn hat</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Erinnern&#xa0;…</translation>
    </message>
    <message>
        <source>Private: its note stays on this computer</source>
        <translation>Privat: Die Notiz bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Saved here, not sent: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Hier gespeichert, nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Important customer (S)</source>
        <translation>Wichtiger Kunde (S)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallField</name>
    <message>
        <source>Call or find…</source>
        <translation>Anrufen oder suchen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallHistoryPage</name>
    <message>
        <source>No calls yet. The first one will be here before it has ended.</source>
        <translation>Noch keine Anrufe. Der erste steht hier, bevor er zu Ende ist.</translation>
    </message>
    <message>
        <source>No call matches.</source>
        <translation>Kein Anruf passt.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Alle Anrufe zeigen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CardBand</name>
    <message>
        <source>Keep this card</source>
        <translation>Karte behalten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChipRow</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Meine Kunden</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>Customers who buy at present</extracomment>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Shared numbers</source>
        <extracomment>Customers who have a number in common with somebody else</extracomment>
        <translation>Geteilte Nummern</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Welche Kunden</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoiceRow</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n weiterer&#xa0;…</numerusform>
            <numerusform>%n weitere&#xa0;…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoicesPane</name>
    <message>
        <source>Numbers you chose</source>
        <translation>Von Ihnen zugeordnete Nummern</translation>
    </message>
    <message>
        <source>Nothing chosen yet. When several customers have the number that calls, the card asks who it is.</source>
        <translation>Noch nichts zugeordnet. Wenn mehrere Kunden die anrufende Nummer haben, fragt die Karte, wer es ist.</translation>
    </message>
    <message>
        <source>Who is on the card when one of them calls.</source>
        <translation>Wer auf der Karte steht, wenn eine davon anruft.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not in the directory any more</source>
        <translation>Nicht mehr im Verzeichnis</translation>
    </message>
    <message>
        <source>Chosen %1</source>
        <extracomment>%1: a moment, &quot;2:13 PM&quot; or &quot;Nov 17, 5:40 PM&quot;</extracomment>
        <translation>Zugeordnet %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo: %1 is %2</source>
        <extracomment>%1: a phone number, %2: a person</extracomment>
        <translation>Rückgängig: %1 gehört zu %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ComputerPage</name>
    <message>
        <source>Start when I sign in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Open phone links with Callcard</source>
        <translation>Telefonlinks mit Callcard öffnen</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Callcard stays in the tray and is silent until the phone rings.</source>
        <translation>Callcard bleibt in der Leiste und ist still, bis das Telefon klingelt.</translation>
    </message>
    <message>
        <source>Hidden, in the tray.</source>
        <translation>Verborgen, in der Leiste.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Testanruf senden</translation>
    </message>
    <message>
        <source>See a card</source>
        <translation>Eine Karte sehen</translation>
    </message>
    <message>
        <source>A make-believe caller rings for a few seconds, in the corner you chose.</source>
        <translation>Ein erfundener Anrufer klingelt einige Sekunden, in der gewählten Ecke.</translation>
    </message>
    <message>
        <source>A click on a number in any program opens the call box.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Ein Klick auf eine Nummer in irgendeinem Programm öffnet das Anruffeld.</translation>
    </message>
    <message>
        <source>No program opens them at the moment.</source>
        <translation>Zurzeit öffnet sie kein Programm.</translation>
    </message>
    <message>
        <source>%1 opens them at the moment. It stays so unless you switch this on.</source>
        <translation>Zurzeit öffnet sie %1. Das bleibt so, wenn Sie dies nicht einschalten.</translation>
    </message>
    <message>
        <source>The test call rings now. This is all there is to know: the card comes, and it goes.</source>
        <translation>Der Testanruf klingelt jetzt. Mehr gibt es nicht zu wissen: Die Karte kommt, und sie geht.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionLine</name>
    <message>
        <source>Opens the connections</source>
        <translation>Öffnet die Verbindungen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionRow</name>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden&#xa0;…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionsPage</name>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Connect your phone service</source>
        <translation>Telefondienst verbinden</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CounterPill</name>
    <message numerus="yes">
        <source>%n more call(s) ringing</source>
        <translation>
            <numerusform>%n weiterer Anruf klingelt</numerusform>
            <numerusform>%n weitere Anrufe klingeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more call(s)</source>
        <translation>
            <numerusform>%n weiterer Anruf</numerusform>
            <numerusform>%n weitere Anrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomerForm</name>
    <message>
        <source>Kind of customer</source>
        <translation>Art des Kunden</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <extracomment>What somebody does in a company: &quot;Head of purchasing&quot;</extracomment>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>E-mail</source>
        <extracomment>%1: the second, the third … address of a customer</extracomment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Kept on this computer and sent to the team’s database.</source>
        <translation>Bleibt auf diesem Computer und geht an die Datenbank des Teams.</translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation>Bleibt nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunden bearbeiten</translation>
    </message>
    <message>
        <source>mobile</source>
        <extracomment>The kind of a number, as a hint: &quot;mobile, office …&quot;</extracomment>
        <translation>mobil</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Nummer hinzufügen</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>not a number yet</source>
        <translation>noch keine Nummer</translation>
    </message>
    <message>
        <source>Kind of number %1</source>
        <extracomment>%1: the first, the second … number of a customer</extracomment>
        <translation>Art der Nummer %1</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>E-Mail %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomersPage</name>
    <message>
        <source>Who are your customers?</source>
        <translation>Wer sind Ihre Kunden?</translation>
    </message>
    <message>
        <source>They are copied to this computer, so that a name is there before the first ring ends, also offline.</source>
        <translation>Sie werden auf diesen Computer kopiert, damit ein Name da ist, bevor das erste Klingeln endet, auch offline.</translation>
    </message>
    <message>
        <source>The team’s Firestore</source>
        <translation>Firestore des Teams</translation>
    </message>
    <message>
        <source>Your own accounts first; the rest only if you ask for it.</source>
        <translation>Ihre eigenen Kunden zuerst; der Rest nur auf Wunsch.</translation>
    </message>
    <message>
        <source>With the key from your settings there.</source>
        <translation>Mit dem Schlüssel aus Ihren Einstellungen dort.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>CSV or vCard. You see what it would bring before anything is kept.</source>
        <translation>CSV oder vCard. Sie sehen, was sie brächte, bevor etwas behalten wird.</translation>
    </message>
    <message>
        <source>Your e-mail address in Copper</source>
        <translation>Ihre E-Mail-Adresse in Copper</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Test and fetch</source>
        <translation>Testen und holen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf)</source>
        <translation>Kunden (*.csv *.tsv *.txt *.vcf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers are on this computer.</source>
        <extracomment>%1, %2: amounts, already written with their separators</extracomment>
        <translation>%1 Kunden mit %2 Nummern sind auf diesem Computer.</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers can be read.</source>
        <translation>%1 Kunden mit %2 Nummern lassen sich lesen.</translation>
    </message>
    <message>
        <source>%1 numbers cannot be read as a phone number.</source>
        <translation>%1 Nummern lassen sich nicht als Telefonnummer lesen.</translation>
    </message>
    <message>
        <source>%1 of the %2 who called last month are among them.</source>
        <translation>%1 der %2, die letzten Monat anriefen, sind darunter.</translation>
    </message>
    <message>
        <source>The first %1 customers with %2 numbers were looked at; there are more.</source>
        <translation>Die ersten %1 Kunden mit %2 Nummern wurden angesehen; es gibt noch mehr.</translation>
    </message>
    <message>
        <source>%1 more cannot be used.</source>
        <translation>%1 weitere sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Looking who called last month…</source>
        <translation>Es wird nachgesehen, wer letzten Monat anrief&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody called last month whom they could be compared with.</source>
        <translation>Letzten Monat rief niemand an, mit dem sie sich vergleichen ließen.</translation>
    </message>
    <message>
        <source>Not every phone service could be asked who called.</source>
        <translation>Nicht jeder Telefondienst ließ sich fragen, wer anrief.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionHead</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Wie lange es dauerte</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionList</name>
    <message>
        <source>Decisions about calls, newest first</source>
        <translation>Entscheidungen über Anrufe, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionRow</name>
    <message>
        <source>no card</source>
        <translation>keine Karte</translation>
    </message>
    <message>
        <source>provider %1 s</source>
        <extracomment>%1: &quot;0.7&quot;: how long the provider took to tell us</extracomment>
        <translation>Anbieter %1 s</translation>
    </message>
    <message>
        <source>Provider sent</source>
        <translation>Anbieter sendete</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>%1 s später</translation>
    </message>
    <message>
        <source>Matched in</source>
        <translation>Zugeordnet in</translation>
    </message>
    <message>
        <source>On screen after</source>
        <translation>Auf dem Bildschirm nach</translation>
    </message>
    <message>
        <source>Held back for</source>
        <translation>Zurückgehalten wegen</translation>
    </message>
    <message>
        <source>quiet time</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Keine Karte</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DiagnosticsPage</name>
    <message>
        <source>Rang today</source>
        <translation>Heute geklingelt</translation>
    </message>
    <message>
        <source>Event to card</source>
        <translation>Ereignis bis Karte</translation>
    </message>
    <message>
        <source>Provider to us</source>
        <translation>Anbieter bis zu uns</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>No call has reached Callcard yet.</source>
        <translation>Noch kein Anruf hat Callcard erreicht.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Testanruf senden</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>Warum kam keine Karte?</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Welche Anrufe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Keine Karte</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Zu spät</translation>
    </message>
    <message>
        <source>Number, name or line</source>
        <translation>Nummer, Name oder Leitung</translation>
    </message>
    <message>
        <source>Kept while Callcard runs, a thousand at most. The report hides names, numbers and notes.</source>
        <translation>Wird aufbewahrt, solange Callcard läuft, höchstens tausend. Der Bericht verbirgt Namen, Nummern und Notizen.</translation>
    </message>
    <message>
        <source>The report, as it will be copied</source>
        <translation>Der Bericht, wie er kopiert wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>This is what will be copied. Names, numbers and notes are not in it.</source>
        <translation>Das wird kopiert. Namen, Nummern und Notizen sind nicht darin.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;15 cards&quot;, %2: &quot;4 kept back on purpose&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept back on purpose</source>
        <translation>
            <numerusform>%n absichtlich zurückgehalten</numerusform>
            <numerusform>%n absichtlich zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>slowest %1 ms, on this computer</source>
        <extracomment>%1: &quot;41&quot;</extracomment>
        <translation>langsamste %1 ms, auf diesem Computer</translation>
    </message>
    <message>
        <source>no card yet today</source>
        <translation>heute noch keine Karte</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>slowest %1 s at %2</source>
        <extracomment>%1: &quot;9.4&quot;, %2: &quot;11:20 AM&quot;</extracomment>
        <translation>langsamste %1 s um %2</translation>
    </message>
    <message>
        <source>no call yet today</source>
        <translation>heute noch kein Anruf</translation>
    </message>
    <message>
        <source>no gap since the start</source>
        <translation>keine Lücke seit dem Start</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n Lücke</numerusform>
            <numerusform>%n Lücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) fetched afterwards</source>
        <translation>
            <numerusform>%n Anruf nachgeholt</numerusform>
            <numerusform>%n Anrufe nachgeholt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, repaired, nothing lost</source>
        <translation>%1, behoben, nichts verloren</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Einige Einstellungen gelten nicht.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself.</source>
        <translation>Dieser Desktop (Wayland) platziert Fenster selbst.</translation>
    </message>
    <message>
        <source>Calls show as its notifications, or in a window where it shows none. If you see neither, look into the desktop’s own settings for notifications. Shortcuts of Callcard’s do nothing in other programs here.</source>
        <translation>Anrufe erscheinen als seine Benachrichtigungen, oder in einem Fenster, wo er keine zeigt. Sehen Sie weder noch, prüfen Sie die Einstellungen des Desktops für Benachrichtigungen. Tastenkürzel von Callcard wirken hier nicht in anderen Programmen.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DialTexts</name>
    <message>
        <source>Your phone rings first, then theirs</source>
        <translation>Zuerst klingelt Ihr Telefon, dann das andere</translation>
    </message>
    <message>
        <source>The RingCentral app dials</source>
        <translation>Die RingCentral-App wählt</translation>
    </message>
    <message>
        <source>JustCall’s dialer opens; press call there</source>
        <translation>Der Dialer von JustCall öffnet sich; dort auf Anrufen drücken</translation>
    </message>
    <message>
        <source>This computer’s phone program dials</source>
        <translation>Das Telefonprogramm dieses Computers wählt</translation>
    </message>
    <message>
        <source>My phone</source>
        <translation>Mein Telefon</translation>
    </message>
    <message>
        <source>RingCentral app</source>
        <translation>RingCentral-App</translation>
    </message>
    <message>
        <source>JustCall dialer</source>
        <translation>JustCall-Dialer</translation>
    </message>
    <message>
        <source>Phone program of this computer</source>
        <translation>Telefonprogramm dieses Computers</translation>
    </message>
    <message>
        <source>Will dial %1</source>
        <translation>Wählt %1</translation>
    </message>
    <message>
        <source>then type %1 yourself</source>
        <extracomment>%1 is an extension&apos;s digits, or tones. The way chosen cannot dial them.</extracomment>
        <translation>dann %1 selbst eingeben</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>Nst. %1</translation>
    </message>
    <message>
        <source>%1, %2 there</source>
        <extracomment>Place and the time of day in it: &quot;Toronto, 2:15 PM there&quot;</extracomment>
        <translation>%1, dort %2</translation>
    </message>
    <message>
        <source>This is an emergency number.</source>
        <translation>Das ist eine Notrufnummer.</translation>
    </message>
    <message>
        <source>In danger, use the nearest phone; it is faster.</source>
        <translation>Bei Gefahr nehmen Sie das nächste Telefon; das ist schneller.</translation>
    </message>
    <message>
        <source>This number costs extra.</source>
        <translation>Diese Nummer kostet extra.</translation>
    </message>
    <message>
        <source>Whoever answers earns on the call.</source>
        <translation>Wer annimmt, verdient am Anruf.</translation>
    </message>
    <message>
        <source>On the do-not-call list.</source>
        <translation>Auf der Nicht-anrufen-Liste.</translation>
    </message>
    <message>
        <source>This customer asked not to be called.</source>
        <translation>Dieser Kunde will nicht angerufen werden.</translation>
    </message>
    <message>
        <source>It is %1 there.</source>
        <translation>Dort ist es %1.</translation>
    </message>
    <message>
        <source>You asked to be warned outside %1 to %2.</source>
        <translation>Außerhalb von %1 bis %2 wollten Sie gewarnt werden.</translation>
    </message>
    <message>
        <source>No connected phone service can dial.</source>
        <translation>Kein verbundener Telefondienst kann wählen.</translation>
    </message>
    <message>
        <source>Short numbers cannot be dialled from here.</source>
        <translation>Kurze Nummern lassen sich von hier nicht wählen.</translation>
    </message>
    <message>
        <source>Dial it on your phone.</source>
        <translation>Wählen Sie sie am Telefon.</translation>
    </message>
    <message>
        <source>Phone links open Callcard itself.</source>
        <translation>Telefonlinks öffnen Callcard selbst.</translation>
    </message>
    <message>
        <source>Choose another way to dial in Settings.</source>
        <translation>Wählen Sie in den Einstellungen einen anderen Weg.</translation>
    </message>
    <message>
        <source>Already calling %1.</source>
        <translation>%1 wird schon angerufen.</translation>
    </message>
    <message>
        <source>Your phone may ring all the same: look before you try again.</source>
        <translation>Ihr Telefon klingelt vielleicht trotzdem: Sehen Sie nach, bevor Sie es wieder versuchen.</translation>
    </message>
    <message>
        <source>Type a number or a name.</source>
        <translation>Geben Sie eine Nummer oder einen Namen ein.</translation>
    </message>
    <message>
        <source>The caller hid the number, so there is nothing to dial.</source>
        <translation>Der Anrufer hat die Nummer verborgen, es gibt nichts zu wählen.</translation>
    </message>
    <message>
        <source>There is no phone number in this text.</source>
        <translation>In diesem Text steht keine Telefonnummer.</translation>
    </message>
    <message>
        <source>These are several numbers; choose one.</source>
        <translation>Das sind mehrere Nummern; wählen Sie eine.</translation>
    </message>
    <message>
        <source>A spreadsheet cut this number’s digits; take it from the source.</source>
        <translation>Eine Tabellenkalkulation hat Ziffern abgeschnitten; nehmen Sie die Nummer aus der Quelle.</translation>
    </message>
    <message>
        <source>A short number works in its own network only.</source>
        <translation>Eine kurze Nummer gilt nur in ihrem eigenen Netz.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>Die Ortsvorwahl fehlt.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Die Nummer ist zu kurz.</translation>
    </message>
    <message>
        <source>That is too long for a number.</source>
        <translation>Das ist zu lang für eine Nummer.</translation>
    </message>
    <message>
        <source>Start with + and the country’s code, or set your region in Settings.</source>
        <translation>Beginnen Sie mit + und der Landesvorwahl, oder stellen Sie Ihre Region ein.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Kein Land hat diese Vorwahl.</translation>
    </message>
    <message>
        <source>Nobody can have this number in its country.</source>
        <translation>In diesem Land kann niemand diese Nummer haben.</translation>
    </message>
    <message>
        <source>Your phone rings first, then %1</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Zuerst klingelt Ihr Telefon, dann das von %1</translation>
    </message>
    <message>
        <source>Callcard is just starting.</source>
        <translation>Callcard startet gerade.</translation>
    </message>
    <message>
        <source>In a moment it knows whether your phone service can dial.</source>
        <translation>Gleich weiß es, ob Ihr Telefondienst wählen kann.</translation>
    </message>
    <message>
        <source>Connect RingCentral, or choose another way here or in Settings.</source>
        <translation>Verbinden Sie RingCentral, oder wählen Sie hier oder in den Einstellungen einen anderen Weg.</translation>
    </message>
    <message>
        <source>Opening the program…</source>
        <translation>Programm wird geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>%1: nothing on this computer opens its links.</source>
        <extracomment>%1: &quot;RingCentral app&quot;, &quot;Phone program of this computer&quot;</extracomment>
        <translation>%1: Nichts auf diesem Computer öffnet die Links dafür.</translation>
    </message>
    <message>
        <source>Install it, or choose another way in Settings.</source>
        <translation>Installieren Sie das Programm, oder wählen Sie in den Einstellungen einen anderen Weg.</translation>
    </message>
    <message>
        <source>The call was not placed; call again then.</source>
        <translation>Der Anruf wurde nicht gemacht; rufen Sie dann nochmals an.</translation>
    </message>
    <message>
        <source>The call was not placed. Sign in under Settings, then call again.</source>
        <translation>Der Anruf wurde nicht gemacht. Melden Sie sich in den Einstellungen an, dann rufen Sie nochmals an.</translation>
    </message>
    <message>
        <source>The call was not placed.</source>
        <translation>Der Anruf wurde nicht gemacht.</translation>
    </message>
    <message>
        <source>Your own phone was busy.</source>
        <translation>Ihr eigenes Telefon war besetzt.</translation>
    </message>
    <message>
        <source>%1 was not called.</source>
        <translation>%1 wurde nicht angerufen.</translation>
    </message>
    <message>
        <source>Your own phone was not picked up.</source>
        <translation>An Ihrem eigenen Telefon hat niemand abgehoben.</translation>
    </message>
    <message>
        <source>Your own phone declined the call.</source>
        <translation>Ihr eigenes Telefon hat den Anruf abgelehnt.</translation>
    </message>
    <message>
        <source>%1 could not ring your own phone.</source>
        <translation>%1 konnte Ihr eigenes Telefon nicht klingeln lassen.</translation>
    </message>
    <message>
        <source>Check in its settings which phone it rings for you; %1 was not called.</source>
        <translation>Prüfen Sie in den Einstellungen des Dienstes, welches Telefon er für Sie klingeln lässt; %1 wurde nicht angerufen.</translation>
    </message>
    <message>
        <source>%1 is busy.</source>
        <translation>Bei %1 ist besetzt.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 hat nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 declined the call.</source>
        <translation>%1 hat den Anruf abgelehnt.</translation>
    </message>
    <message>
        <source>%1 could not call %2.</source>
        <translation>%1 konnte %2 nicht anrufen.</translation>
    </message>
    <message>
        <source>The number may be wrong, or your account lacks the credit or the right to call there.</source>
        <translation>Die Nummer ist vielleicht falsch, oder Ihrem Konto fehlt das Guthaben oder das Recht, dort anzurufen.</translation>
    </message>
    <message>
        <source>The call could not be cancelled; put down your phone.</source>
        <translation>Der Anruf ließ sich nicht abbrechen; legen Sie an Ihrem Telefon auf.</translation>
    </message>
    <message>
        <source>An AI agent calls %1 and talks, not you</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Ein KI-Agent ruft %1 an und spricht, nicht Sie</translation>
    </message>
    <message>
        <source>An AI agent calls and talks, not you</source>
        <translation>Ein KI-Agent ruft an und spricht, nicht Sie</translation>
    </message>
    <message>
        <source>AI agent</source>
        <translation>KI-Agent</translation>
    </message>
    <message>
        <source>my usual number</source>
        <extracomment>The caller id, where none was chosen</extracomment>
        <translation>meine übliche Nummer</translation>
    </message>
    <message>
        <source>extension %1</source>
        <translation>Nebenstelle %1</translation>
    </message>
    <message>
        <source>The relay has no AI agent that calls.</source>
        <translation>Das Relay hat keinen KI-Agenten, der anruft.</translation>
    </message>
    <message>
        <source>Choose another way here or in Settings.</source>
        <translation>Wählen Sie hier oder in den Einstellungen einen anderen Weg.</translation>
    </message>
    <message>
        <source>The agent may call all the same: look at the recent calls before you try again.</source>
        <translation>Der Agent ruft vielleicht trotzdem an: Sehen Sie die letzten Anrufe an, bevor Sie es wieder versuchen.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DigestCard</name>
    <message>
        <source>Call back in order</source>
        <translation>Der Reihe nach zurückrufen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Private number</source>
        <translation>Private Nummer</translation>
    </message>
    <message>
        <source>voicemail, %1</source>
        <extracomment>%n: how often somebody called, %1: when last</extracomment>
        <translation>Sprachnachricht, %1</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), last %1</source>
        <translation>
            <numerusform>rief %n-mal an, zuletzt %1</numerusform>
            <numerusform>rief %n-mal an, zuletzt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>rief um %1 an</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>SMS, %1</translation>
    </message>
    <message numerus="yes">
        <source>missed</source>
        <translation>
            <numerusform>verpasst</numerusform>
            <numerusform>verpasst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>voicemail(s)</source>
        <translation>
            <numerusform>Sprachnachricht</numerusform>
            <numerusform>Sprachnachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>text(s)</source>
        <translation>
            <numerusform>SMS</numerusform>
            <numerusform>SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>While you were quiet</source>
        <translation>Während Ihrer Ruhezeit</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DirectoryPage</name>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Kunden importieren</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf *.vcard)</source>
        <translation>Kunden (*.csv *.tsv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::EventRow</name>
    <message>
        <source>Text</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>What somebody wrote in a text</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Missed, %1 reached them</source>
        <extracomment>%1: a colleague</extracomment>
        <translation>Verpasst, %1 hat den Kunden erreicht</translation>
    </message>
    <message>
        <source>Missed, you reached them</source>
        <translation>Verpasst, Sie haben den Kunden erreicht</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Eingehend, angenommen</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Sie haben angerufen, angenommen</translation>
    </message>
    <message>
        <source>–</source>
        <extracomment>No talk: nobody answered</extracomment>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FactStrip</name>
    <message>
        <source>Owner</source>
        <extracomment>Who looks after the customer</extracomment>
        <translation>Betreuer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Kunde seit</translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>What they bought this year</extracomment>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Letzte Bestellung</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>Will keine Anrufe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigurePopover</name>
    <message>
        <source>All in history</source>
        <translation>Alle im Verlauf</translation>
    </message>
    <message>
        <source>Calls behind this figure</source>
        <translation>Anrufe hinter dieser Zahl</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Zahl kopieren</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>Die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Keine Anrufe</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigureTable</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FirebaseForm</name>
    <message>
        <source>Firebase project</source>
        <translation>Firebase-Projekt</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Web-API-Schlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in with Google</source>
        <translation>Mit Google anmelden</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Flyout</name>
    <message>
        <source>Callcard, today</source>
        <translation>Callcard, heute</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Eine Stunde Ruhe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Letzte Anrufe</translation>
    </message>
    <message>
        <source>Call or find…</source>
        <translation>Anrufen oder suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>A goal, after the figure it belongs to</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>All %1</source>
        <extracomment>How many callers wait in all</extracomment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Figures read %1</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Zahlen gelesen %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::GoalTile</name>
    <message>
        <source>min</source>
        <extracomment>Below a figure, in a ring</extracomment>
        <translation>min</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>What is counted: %1</source>
        <extracomment>%1: what figure, &quot;Calls&quot;</extracomment>
        <translation>Was gezählt wird: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryFilters</name>
    <message>
        <source>Search calls and notes</source>
        <translation>Anrufe und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Kind of calls</source>
        <translation>Art der Anrufe</translation>
    </message>
    <message>
        <source>Export these calls</source>
        <translation>Diese Anrufe exportieren</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Kinds of calls in the history</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Sprachnachricht</translation>
    </message>
    <message>
        <source>Show everybody&apos;s calls again</source>
        <translation>Wieder alle Anrufe zeigen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>Nach Kunde</translation>
    </message>
    <message>
        <source>Only calls of %1</source>
        <translation>Nur Anrufe von %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>From one date to another</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryList</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Anruf</numerusform>
            <numerusform>%n Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 talk</source>
        <extracomment>The time spent in conversations of a day</extracomment>
        <translation>%1 Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n zurückzurufen</numerusform>
            <numerusform>%n zurückzurufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::HostTable</name>
    <message>
        <source>Hosts contacted</source>
        <translation>Kontaktierte Hosts</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>%1, sent %2, received %3, last %4</source>
        <extracomment>For screen readers. %1: a host&apos;s name, %2, %3: amounts like &quot;12 kB&quot;, %4: an age, &quot;7 min ago&quot;</extracomment>
        <translation>%1, gesendet %2, empfangen %3, zuletzt %4</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ImportPane</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The directory stays as it is until everything is there. Calls are matched all the while.</source>
        <translation>Das Verzeichnis bleibt, wie es ist, bis alles da ist. Anrufe werden die ganze Zeit zugeordnet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 ist importiert</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>Was in %1 steht</translation>
    </message>
    <message>
        <source>vCards</source>
        <translation>vCards</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Eine Tabelle</translation>
    </message>
    <message>
        <source>Nothing of this file can be used.</source>
        <translation>Aus dieser Datei lässt sich nichts verwenden.</translation>
    </message>
    <message>
        <source>Say below what its columns are, or choose another file.</source>
        <translation>Sagen Sie unten, was ihre Spalten sind, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>Zeilen gelesen</translation>
    </message>
    <message>
        <source>rows are in the directory</source>
        <translation>Zeilen sind im Verzeichnis</translation>
    </message>
    <message>
        <source>rows can be kept</source>
        <translation>Zeilen können übernommen werden</translation>
    </message>
    <message>
        <source>of them were here already and are different now</source>
        <translation>davon waren schon da und sind jetzt anders</translation>
    </message>
    <message>
        <source>customers of the earlier import are gone</source>
        <translation>Kunden des früheren Imports sind entfallen</translation>
    </message>
    <message>
        <source>customers of the earlier import would go</source>
        <translation>Kunden des früheren Imports würden entfallen</translation>
    </message>
    <message>
        <source>numbers understood</source>
        <translation>Nummern verstanden</translation>
    </message>
    <message>
        <source>numbers not understood; they match only themselves</source>
        <translation>Nummern nicht verstanden; sie passen nur zu sich selbst</translation>
    </message>
    <message>
        <source>numbers that belong to several customers</source>
        <translation>Nummern, die mehreren Kunden gehören</translation>
    </message>
    <message>
        <source>rows refused</source>
        <translation>Zeilen abgelehnt</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>Kunden zeigen</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>%1 Zeilen importieren</translation>
    </message>
    <message>
        <source>Leave the directory as it is</source>
        <translation>Verzeichnis so lassen</translation>
    </message>
    <message>
        <source>%1 was not imported</source>
        <translation>%1 wurde nicht importiert</translation>
    </message>
    <message>
        <source>The directory is what it was.</source>
        <translation>Das Verzeichnis ist, wie es war.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Was „%1“ ist</translation>
    </message>
    <message>
        <source>Line %1</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Rows kept with a doubt</source>
        <translation>Mit Zweifel übernommene Zeilen</translation>
    </message>
    <message>
        <source>It goes on from line %1, where it was interrupted.</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Es geht ab Zeile %1 weiter, wo es unterbrochen wurde.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListFooter</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>More for all customers</source>
        <translation>Mehr für alle Kunden</translation>
    </message>
    <message>
        <source>Syncing, %1</source>
        <extracomment>%1: how many customers have come so far</extracomment>
        <translation>Abgleich läuft, %1</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Nicht abgeglichen</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <extracomment>%1: a moment, &quot;2:11 PM&quot;</extracomment>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Numbers you chose…</source>
        <translation>Von Ihnen zugeordnete Nummern&#xa0;…</translation>
    </message>
    <message>
        <source>Records refused: %1…</source>
        <extracomment>%1: how many</extracomment>
        <translation>Abgelehnte Datensätze: %1&#xa0;…</translation>
    </message>
    <message>
        <source>Records refused: not known yet…</source>
        <translation>Abgelehnte Datensätze: noch nicht bekannt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListPane</name>
    <message>
        <source>None of the customers here is yours.</source>
        <translation>Keiner der Kunden hier ist Ihrer.</translation>
    </message>
    <message>
        <source>No number belongs to several customers.</source>
        <translation>Keine Nummer gehört mehreren Kunden.</translation>
    </message>
    <message>
        <source>No customer is marked as active.</source>
        <translation>Kein Kunde ist als aktiv markiert.</translation>
    </message>
    <message>
        <source>Nobody here has this number.</source>
        <translation>Niemand hier hat diese Nummer.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Nobody is found for “%1”.</source>
        <translation>Niemand gefunden für „%1“.</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>Name, company, number or e-mail</source>
        <translation>Name, Firma, Nummer oder E-Mail</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>The first customers are on their way.</source>
        <translation>Die ersten Kunden sind unterwegs.</translation>
    </message>
    <message>
        <source>No customers yet. Import a file from your old program, or connect the team’s database.</source>
        <translation>Noch keine Kunden. Importieren Sie eine Datei aus Ihrem alten Programm, oder verbinden Sie die Datenbank des Teams.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Connect a source</source>
        <translation>Quelle verbinden</translation>
    </message>
    <message>
        <source>Your customers are not on this computer yet. Look at them first, and say yes.</source>
        <translation>Ihre Kunden sind noch nicht auf diesem Computer. Sehen Sie sie sich erst an, und sagen Sie Ja.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <extracomment>%1: whose figures are shown</extracomment>
        <translation>Zahlen von %1</translation>
    </message>
    <message>
        <source>Most with %1</source>
        <extracomment>The customer with most calls</extracomment>
        <translation>Am meisten mit %1</translation>
    </message>
    <message>
        <source>Reading the phone service…</source>
        <translation>Der Telefondienst wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Read the phone service now (F5)</source>
        <translation>Telefondienst jetzt lesen (F5)</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Figures by day (CSV)…</source>
        <translation>Zahlen nach Tagen (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>Calls (CSV)…</source>
        <translation>Anrufe (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)&#xa0;…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Seite (PDF)&#xa0;…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken&#xa0;…</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Aktive Tage</translation>
    </message>
    <message>
        <source>Customers with most calls</source>
        <translation>Kunden mit den meisten Anrufen</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Most with</source>
        <translation>Am meisten mit</translation>
    </message>
    <message>
        <source>goal %1</source>
        <extracomment>Beside the dashed line of a chart</extracomment>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <extracomment>%1: the parts, &quot;RingCentral 30, JustCall 8&quot;</extracomment>
        <translation>2 Quellen: %1</translation>
    </message>
    <message>
        <source>%1+ calls</source>
        <translation>%1+ Anrufe</translation>
    </message>
    <message>
        <source>most</source>
        <translation>am meisten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Agrees with the %1 call log, %2 of %3</source>
        <translation>Stimmt mit der Anrufliste von %1 überein, %2 von %3</translation>
    </message>
    <message>
        <source>%1 has %2, we have %3: see “Why didn’t it pop?”</source>
        <translation>%1 hat %2, wir haben %3: siehe „Warum kam keine Karte?“</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) not confirmed by the phone service yet</source>
        <translation>
            <numerusform>%n Anruf vom Telefondienst noch nicht bestätigt</numerusform>
            <numerusform>%n Anrufe vom Telefondienst noch nicht bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>goals read %1</source>
        <translation>Ziele gelesen %1</translation>
    </message>
    <message>
        <source>%1 was not read: why?</source>
        <extracomment>A day whose calls could not be read</extracomment>
        <translation>%1 wurde nicht gelesen: warum?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not read: why?</source>
        <translation>
            <numerusform>%n Tag wurde nicht gelesen: warum?</numerusform>
            <numerusform>%n Tage wurden nicht gelesen: warum?</numerusform>
        </translation>
    </message>
    <message>
        <source>Goals could not be read: %1</source>
        <translation>Ziele konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>usual working hours assumed, your own could not be read</source>
        <translation>übliche Arbeitszeiten angenommen, Ihre eigenen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>As table (Ctrl+T)</source>
        <translation>Als Tabelle (Strg+T)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Letzte Bestellung</translation>
    </message>
    <message>
        <source>Bought this year</source>
        <translation>Umsatz dieses Jahr</translation>
    </message>
    <message>
        <source>From the team’s call records, which may be fewer than the calls that were counted.</source>
        <translation>Aus den Anrufdatensätzen des Teams; es können weniger sein als die gezählten Anrufe.</translation>
    </message>
    <message>
        <source>Firestore has the sums of each day, not the calls. Where the team writes call records, they are shown here.</source>
        <translation>Firestore hat die Summen jedes Tages, nicht die Anrufe. Schreibt das Team Anrufdatensätze, erscheinen sie hier.</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Tage hinter dieser Zahl</translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation>Umsatz in 12 Monaten</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MissedPage</name>
    <message>
        <source>choose</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>zurückrufen</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>A call settles itself when anyone on the team reaches the customer.</source>
        <translation>Ein Anruf erledigt sich, sobald jemand im Team den Kunden erreicht.</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Nach Wert</translation>
    </message>
    <message>
        <source>By waiting time</source>
        <translation>Nach Wartezeit</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Call back in order</source>
        <translation>Der Reihe nach zurückrufen</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Niemand wartet.</translation>
    </message>
    <message>
        <source>The order of the callers</source>
        <translation>Die Reihenfolge der Anrufer</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n zurückzurufen</numerusform>
            <numerusform>%n zurückzurufen</numerusform>
        </translation>
    </message>
    <message>
        <source>longest waits %1</source>
        <extracomment>After &quot;2 to call back, &quot;; %1: the time for which somebody waits, &quot;44 min&quot;</extracomment>
        <translation>am längsten wartet jemand %1</translation>
    </message>
    <message>
        <source>&amp;1  In 30 minutes</source>
        <translation>&amp;1  In 30 Minuten</translation>
    </message>
    <message>
        <source>&amp;2  In 1 hour</source>
        <translation>&amp;2  In 1 Stunde</translation>
    </message>
    <message>
        <source>&amp;3  In 3 hours</source>
        <translation>&amp;3  In 3 Stunden</translation>
    </message>
    <message>
        <source>&amp;4  Tomorrow at 9</source>
        <translation>&amp;4  Morgen um 9</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NoteBox</name>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NotePanel</name>
    <message>
        <source>Promise</source>
        <extracomment>Turns the line just written into a promise to the customer</extracomment>
        <translation>Zusage</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Keep this line as a promise (Ctrl+P)</source>
        <translation>Diese Zeile als Zusage behalten (Strg+P)</translation>
    </message>
    <message>
        <source>Note before hello</source>
        <translation>Notiz vor dem Hallo</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>Worum ging es?</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>&amp;1  Today</source>
        <extracomment>When a promise to a customer is due; the digit chooses</extracomment>
        <translation>&amp;1  Heute</translation>
    </message>
    <message>
        <source>&amp;2  Tomorrow</source>
        <translation>&amp;2  Morgen</translation>
    </message>
    <message>
        <source>&amp;3  In 3 days</source>
        <translation>&amp;3  In 3 Tagen</translation>
    </message>
    <message>
        <source>&amp;4  In a week</source>
        <translation>&amp;4  In einer Woche</translation>
    </message>
    <message>
        <source>&amp;5  Without a day</source>
        <translation>&amp;5  Ohne Datum</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PreviewPane</name>
    <message>
        <source>Keep these customers</source>
        <translation>Diese Kunden behalten</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>Etwas anderes wählen</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <extracomment>%1: how many records, %2: a sentence that says why</extracomment>
        <translation>%1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>Not there, or not for you to read: %1</source>
        <extracomment>%1: names of collections of a database, separated by commas</extracomment>
        <translation>Nicht vorhanden oder für Sie nicht lesbar: %1</translation>
    </message>
    <message>
        <source>As they will be shown</source>
        <translation>So werden sie angezeigt</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PrivacyPage</name>
    <message>
        <source>Nothing has left this computer since Callcard started.</source>
        <translation>Seit dem Start von Callcard hat nichts diesen Computer verlassen.</translation>
    </message>
    <message>
        <source>Hosts contacted since the start</source>
        <translation>Seit dem Start kontaktierte Hosts</translation>
    </message>
    <message>
        <source>Who is calling is looked up on this computer: no number leaves it for that.</source>
        <translation>Wer anruft, wird auf diesem Computer nachgesehen: Dafür verlässt ihn keine Nummer.</translation>
    </message>
    <message>
        <source>Forget a customer</source>
        <translation>Einen Kunden vergessen</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Wipe everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Removes the name, numbers, notes and texts from this computer. The day’s figures stay: they name nobody.</source>
        <translation>Entfernt Namen, Nummern, Notizen und SMS von diesem Computer. Die Tageszahlen bleiben: Sie nennen niemanden.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Your calls, notes, texts, promises and settings in one JSON file. No keys.</source>
        <translation>Ihre Anrufe, Notizen, SMS, Zusagen und Einstellungen in einer JSON-Datei. Keine Schlüssel.</translation>
    </message>
    <message>
        <source>Export my data…</source>
        <translation>Meine Daten exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>For whoever helps you: versions, connections, settings and counts, without names, numbers, notes or keys. You see it before it is saved.</source>
        <translation>Für alle, die Ihnen helfen: Versionen, Verbindungen, Einstellungen und Anzahlen, ohne Namen, Nummern, Notizen oder Schlüssel. Sie sehen ihn vor dem Speichern.</translation>
    </message>
    <message>
        <source>Show support report</source>
        <translation>Supportbericht zeigen</translation>
    </message>
    <message>
        <source>Support report</source>
        <translation>Supportbericht</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Bericht speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Wipe everything…</source>
        <translation>Alles löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Sign out and wipe</source>
        <translation>Abmelden und löschen</translation>
    </message>
    <message>
        <source>This cannot be undone. What was not sent yet is lost; what the phone service keeps stays there.</source>
        <translation>Das lässt sich nicht rückgängig machen. Noch nicht Gesendetes geht verloren; was der Telefondienst aufbewahrt, bleibt dort.</translation>
    </message>
    <message>
        <source>Signs out everywhere and removes calls, notes, customers, settings and keys from this computer.</source>
        <translation>Meldet überall ab und entfernt Anrufe, Notizen, Kunden, Einstellungen und Schlüssel von diesem Computer.</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen&#xa0;…</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Endgültig vergessen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <extracomment>%1: a customer&apos;s name</extracomment>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Forget %1 for good</source>
        <translation>%1 endgültig vergessen</translation>
    </message>
    <message>
        <source>Nobody here has that name or number.</source>
        <translation>Niemand hier hat diesen Namen oder diese Nummer.</translation>
    </message>
    <message>
        <source>Forgotten. If the customer comes from a source of the team, remove them there too, or the next sync brings them back.</source>
        <translation>Vergessen. Kommt der Kunde aus einer Quelle des Teams, entfernen Sie ihn auch dort, sonst bringt ihn der nächste Abgleich zurück.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1: the path of a file</extracomment>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert&#xa0;…</translation>
    </message>
    <message>
        <source>Customers are being fetched just now, which would bring this one back. Wait until that is done, and try again.</source>
        <translation>Gerade werden Kunden geholt; das würde diesen zurückbringen. Warten Sie, bis das fertig ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Signed out, and the keys are gone, but files could not be removed: another program may have them open, or the disk is read-only. Try again.</source>
        <translation>Abgemeldet, und die Schlüssel sind weg, aber Dateien ließen sich nicht entfernen: Vielleicht hat ein anderes Programm sie offen, oder der Datenträger ist schreibgeschützt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Wiped. %1 could not be told, so the session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <extracomment>%1: names of services</extracomment>
        <translation>Gelöscht. Die Abmeldung ließ sich %1 nicht mitteilen, daher läuft die Sitzung dort weiter, bis sie von selbst endet; auf der dortigen Seite Ihres Kontos können Sie sie jetzt beenden.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ProgressLine</name>
    <message>
        <source>Progress: %1</source>
        <extracomment>%1: &quot;40%&quot;</extracomment>
        <translation>Fortschritt: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::QueueList</name>
    <message>
        <source>Callers</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Later (L)</source>
        <translation>Später (L)</translation>
    </message>
    <message>
        <source>Done (D)</source>
        <translation>Erledigt (D)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RangeBar</name>
    <message>
        <source>From</source>
        <extracomment>Before a date: the first day of a range</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>Before a date: the last day of a range</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Letztes Quartal</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RecordPane</name>
    <message>
        <source>Choose a customer from the list.</source>
        <translation>Wählen Sie einen Kunden aus der Liste.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Everybody at %1</source>
        <translation>Alle bei %1</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <extracomment>Not with the team&apos;s database yet</extracomment>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Im CRM öffnen</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunden bearbeiten</translation>
    </message>
    <message>
        <source>Remove this customer</source>
        <translation>Diesen Kunden entfernen</translation>
    </message>
    <message>
        <source>Take back my changes</source>
        <translation>Meine Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Whose number is %1?</source>
        <extracomment>%1: a phone number</extracomment>
        <translation>Wem gehört die Nummer %1?</translation>
    </message>
    <message>
        <source>It is matched to the customer you link it to from now on.</source>
        <translation>Sie wird von nun an dem Kunden zugeordnet, mit dem Sie sie verknüpfen.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>due today</source>
        <extracomment>%1: a day</extracomment>
        <translation>heute fällig</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>war fällig: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Numbers and e-mail</source>
        <translation>Nummern und E-Mail</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the last note</source>
        <translation>Letzte Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>Letzte Notiz</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Calls with %1</source>
        <extracomment>%1: the first name of a customer</extracomment>
        <translation>Anrufe mit %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1: one or several sources of customers, &quot;Firestore · copper_people, JustCall&quot;</extracomment>
        <translation>Herkunft: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RefusedPane</name>
    <message>
        <source>Records refused</source>
        <translation>Abgelehnte Datensätze</translation>
    </message>
    <message>
        <source>Every record that the sources have can be used.</source>
        <translation>Alle Datensätze der Quellen sind verwendbar.</translation>
    </message>
    <message>
        <source>Your sources have them, but nobody can be made of them. Mend them there; the next sync takes them.</source>
        <translation>Ihre Quellen enthalten sie, aber es lässt sich kein Kunde daraus machen. Berichtigen Sie sie dort; der nächste Abgleich übernimmt sie.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <extracomment>%1: how many records</extracomment>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Record %1 of the list</source>
        <extracomment>%1: where a record without a name or an id stands in a list</extracomment>
        <translation>Datensatz %1 der Liste</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Not known yet: an earlier Callcard passed over them. The next sync tells.</source>
        <translation>Noch nicht bekannt: Ein früheres Callcard hat sie übergangen. Der nächste Abgleich zeigt es.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RegionPage</name>
    <message>
        <source>Where are you?</source>
        <translation>Wo sind Sie?</translation>
    </message>
    <message>
        <source>Numbers without a country are read as your country’s, and your day begins and ends in your time zone. Both are guessed from this computer.</source>
        <translation>Nummern ohne Land werden als solche Ihres Landes gelesen, und Ihr Tag beginnt und endet in Ihrer Zeitzone. Beides ist von diesem Computer geraten.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SecretRow</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Nicht gesetzt.</translation>
    </message>
    <message>
        <source>In the keychain.</source>
        <translation>Im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Until Callcard quits: there is no keychain.</source>
        <translation>Bis Callcard endet: Es gibt keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>From the environment.</source>
        <translation>Aus der Umgebung.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Eingeben&#xa0;…</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <extracomment>%1: what the secret is called, &quot;API key&quot;</extracomment>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>Enter %1</source>
        <translation>%1 eingeben</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ServicePage</name>
    <message>
        <source>Where do your calls come from?</source>
        <translation>Woher kommen Ihre Anrufe?</translation>
    </message>
    <message>
        <source>Callcard listens for your own calls and shows who it is. It carries no audio, so closing it never drops a call.</source>
        <translation>Callcard hört auf Ihre eigenen Anrufe und zeigt, wer es ist. Es überträgt keinen Ton: Wer es schließt, trennt nie einen Anruf.</translation>
    </message>
    <message>
        <source>Sign in with your browser. Cards appear on the first ring.</source>
        <translation>Anmeldung im Browser. Karten erscheinen beim ersten Klingeln.</translation>
    </message>
    <message>
        <source>JustCall through your team’s relay</source>
        <translation>JustCall über das Relay Ihres Teams</translation>
    </message>
    <message>
        <source>Cards appear on the first ring. Ask your administrator for the address.</source>
        <translation>Karten erscheinen beim ersten Klingeln. Die Adresse hat Ihre Verwaltung.</translation>
    </message>
    <message>
        <source>JustCall with the account’s key</source>
        <translation>JustCall mit dem Schlüssel des Kontos</translation>
    </message>
    <message>
        <source>For accounts of one person. Finished calls and texts only.</source>
        <translation>Für Konten einer Person. Nur beendete Anrufe und SMS.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>RingCentral and JustCall together; the same call is shown once.</source>
        <translation>RingCentral und JustCall zusammen; derselbe Anruf erscheint einmal.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <extracomment>%1: the administrator&apos;s reason</extracomment>
        <translation>Von Ihrer Verwaltung festgelegt.</translation>
    </message>
    <message>
        <source>Set by your administrator: %1</source>
        <translation>Von Ihrer Verwaltung festgelegt: %1</translation>
    </message>
    <message>
        <source>Set by %1 in the environment, which comes before what you choose here.</source>
        <extracomment>%1: the name of an environment variable</extracomment>
        <translation>Von %1 in der Umgebung gesetzt; das geht vor, was Sie hier wählen.</translation>
    </message>
    <message>
        <source>Suggested by your administrator; you may choose otherwise.</source>
        <translation>Von Ihrer Verwaltung vorgeschlagen; Sie dürfen anders wählen.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingsPage</name>
    <message>
        <source>There is no keychain on this desktop.</source>
        <translation>Auf diesem Desktop gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Keys can be kept until Callcard quits; they are never written to a file.</source>
        <translation>Schlüssel können aufbewahrt werden, bis Callcard endet; sie kommen nie in eine Datei.</translation>
    </message>
    <message>
        <source>Keep them for this session</source>
        <translation>Für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>Neu einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>This desktop does not say who opens them; choose Callcard in its settings.</source>
        <translation>Dieser Desktop sagt nicht, wer sie öffnet; wählen Sie Callcard in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>Opened by Callcard: a click on a phone number opens the call box.</source>
        <translation>Von Callcard geöffnet: Ein Klick auf eine Telefonnummer öffnet das Anruffeld.</translation>
    </message>
    <message>
        <source>Opened by no program at the moment.</source>
        <translation>Zurzeit von keinem Programm geöffnet.</translation>
    </message>
    <message>
        <source>Opened by %1 at the moment. Callcard takes them over only if you switch this on.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Zurzeit von %1 geöffnet. Callcard übernimmt sie nur, wenn Sie dies einschalten.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>Der Desktop ließ Callcard diese Links nicht übernehmen.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>The keys of %1 are in the keychain still.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Die Schlüssel von %1 sind noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>It did not let Callcard remove them. Unlock it, and sign out again.</source>
        <translation>Er hat Callcard sie nicht entfernen lassen. Entsperren Sie ihn und melden Sie sich noch einmal ab.</translation>
    </message>
    <message>
        <source>Signed out of %1 here, but it could not be told.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Hier von %1 abgemeldet, aber dem Dienst ließ es sich nicht mitteilen.</translation>
    </message>
    <message>
        <source>The session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <translation>Die Sitzung dort läuft weiter, bis sie von selbst endet; auf der dortigen Seite Ihres Kontos können Sie sie jetzt beenden.</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Einige Einstellungen gelten nicht.</translation>
    </message>
    <message>
        <source>Another program has these keys already. Choose others.</source>
        <translation>Ein anderes Programm hat diese Tasten schon. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>Diese Tastatur hat keine solche Taste. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own, so they do nothing here.</source>
        <translation>Dieser Desktop lässt keinem Programm eigene Tasten, daher bewirken sie hier nichts.</translation>
    </message>
    <message>
        <source>Callcard opens them until you choose another program for them in the desktop’s settings.</source>
        <translation>Callcard öffnet sie, bis Sie in den Einstellungen des Desktops ein anderes Programm dafür wählen.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself, so this does nothing here.</source>
        <translation>Dieser Desktop (Wayland) platziert Fenster selbst; daher bewirkt das hier nichts.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own. In its settings you can give some to this command: %1</source>
        <extracomment>%1: a command</extracomment>
        <translation>Dieser Desktop lässt keinem Programm eigene Tasten. In seinen Einstellungen können Sie diesem Befehl welche geben: %1</translation>
    </message>
    <message>
        <source>The desktop has these keys in its own settings, and may have others there now.</source>
        <translation>Der Desktop führt diese Tasten in seinen eigenen Einstellungen; inzwischen können dort andere stehen.</translation>
    </message>
    <message>
        <source>The desktop was told not to give these keys to Callcard. Its own settings can change that.</source>
        <translation>Dem Desktop wurde gesagt, Callcard diese Tasten nicht zu geben. In seinen eigenen Einstellungen lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Tried with a link: it arrived.</source>
        <translation>Mit einem Link probiert: Er kam an.</translation>
    </message>
    <message>
        <source>Tried with a link, and it did not arrive: the desktop says that Callcard opens them, and opens nothing.</source>
        <translation>Mit einem Link probiert, und er kam nicht an: Der Desktop sagt, dass Callcard sie öffnet, und öffnet nichts.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SignInForm</name>
    <message>
        <source>Test and keep</source>
        <translation>Testen und behalten</translation>
    </message>
    <message>
        <source>Client ID of your company’s RingCentral app</source>
        <translation>Client-ID der RingCentral-App Ihrer Firma</translation>
    </message>
    <message>
        <source>From your administrator</source>
        <translation>Von Ihrer Verwaltung</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Use a JWT instead</source>
        <translation>Stattdessen ein JWT verwenden</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Address of your team’s relay</source>
        <translation>Adresse des Relays Ihres Teams</translation>
    </message>
    <message>
        <source>Your own token</source>
        <translation>Ihr eigenes Token</translation>
    </message>
    <message>
        <source>This key opens the calls of every colleague.</source>
        <translation>Dieser Schlüssel öffnet die Anrufe aller Kollegen.</translation>
    </message>
    <message>
        <source>Use it only where you are the account’s only person; in a team, ask your administrator for the relay. It tells of finished calls and texts only: no card appears while the phone rings.</source>
        <translation>Verwenden Sie ihn nur, wenn Sie die einzige Person des Kontos sind; in einem Team fragen Sie Ihre Verwaltung nach dem Relay. Er meldet nur beendete Anrufe und SMS: Beim Klingeln erscheint keine Karte.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Geheimnis</translation>
    </message>
    <message>
        <source>Sign in with the browser instead</source>
        <translation>Stattdessen im Browser anmelden</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SkeletonRows</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepEntry</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepList</name>
    <message>
        <source>Called</source>
        <extracomment>The first thing that happens to a call; then the line that it rang on</extracomment>
        <translation>Angerufen</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>Klingelte</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Answered by a colleague or on a device</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Card shown</source>
        <translation>Karte gezeigt</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Keine Karte</translation>
    </message>
    <message>
        <source>although on the do-not-call list</source>
        <translation>obwohl auf der Nicht-anrufen-Liste</translation>
    </message>
    <message>
        <source>outside the hours for calls there</source>
        <translation>außerhalb der dortigen Anrufzeiten</translation>
    </message>
    <message>
        <source>although it costs extra</source>
        <translation>obwohl es extra kostet</translation>
    </message>
    <message>
        <source>an emergency number</source>
        <translation>eine Notrufnummer</translation>
    </message>
    <message>
        <source>Called anyway</source>
        <translation>Trotzdem angerufen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TeamDelegate</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TeamPage</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Alle abgleichen</translation>
    </message>
    <message>
        <source>Nobody of your team is known here. Firestore tells who belongs to it.</source>
        <translation>Hier ist niemand aus Ihrem Team bekannt. Firestore sagt, wer dazugehört.</translation>
    </message>
    <message>
        <source>Pace is against the working time that is over. Sorted as you like; nobody is ranked.</source>
        <translation>Das Tempo misst sich an der vergangenen Arbeitszeit. Sortiert, wie Sie mögen; niemand hat einen Rang.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people counted</source>
        <translation>
            <numerusform>%1 von %n Person gezählt</numerusform>
            <numerusform>%1 von %n Personen gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Gesprächszeit</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Annahmequote</translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming</source>
        <translation>
            <numerusform>von %n eingehenden</numerusform>
            <numerusform>von %n eingehenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Not told by the documents</source>
        <translation>In den Dokumenten nicht enthalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a person, %2: what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Team read %1</source>
        <translation>Team gelesen %1</translation>
    </message>
    <message>
        <source>Open metrics</source>
        <translation>Kennzahlen öffnen</translation>
    </message>
    <message>
        <source>Sync this person</source>
        <translation>Diese Person abgleichen</translation>
    </message>
    <message>
        <source>Connection rate</source>
        <extracomment>How many of all calls were answered by a person</extracomment>
        <translation>Verbindungsquote</translation>
    </message>
    <message>
        <source>Who is on a call is not known of everybody. %1</source>
        <extracomment>%1: what happened, a sentence</extracomment>
        <translation>Nicht von allen ist bekannt, ob sie im Gespräch sind. %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <extracomment>%1: which part of the company is shown</extracomment>
        <translation>Team: %1</translation>
    </message>
    <message>
        <source>What is behind it (Space)</source>
        <translation>Was dahintersteht (Leertaste)</translation>
    </message>
    <message>
        <source>People behind this figure</source>
        <translation>Personen hinter dieser Zahl</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Tage hinter dieser Zahl</translation>
    </message>
    <message>
        <source>These are the sums of each day from Firestore. The single calls stay with the person; where the team writes call records, their metrics show them.</source>
        <translation>Das sind die Summen jedes Tages aus Firestore. Die einzelnen Anrufe bleiben bei der Person; schreibt das Team Anrufdatensätze, zeigen ihre Kennzahlen sie.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)&#xa0;…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Seite (PDF)&#xa0;…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken&#xa0;…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1, %2: the first and the last day of a span</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TextCard</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Antworten&#xa0;…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Verborgen, solange Sie Ihren Bildschirm teilen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Text from %1</source>
        <translation>SMS von %1</translation>
    </message>
    <message numerus="yes">
        <source>Text, %n more</source>
        <extracomment>An SMS</extracomment>
        <translation>
            <numerusform>SMS, %n weitere</numerusform>
            <numerusform>SMS, %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet&#xa0;…</translation>
    </message>
    <message>
        <source>A new text</source>
        <translation>Eine neue SMS</translation>
    </message>
    <message>
        <source>Text to %1</source>
        <translation>SMS an %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Kunden öffnen</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Kunden %1 öffnen</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <extracomment>What the rep has written becomes a template for later texts</extracomment>
        <translation>Meinen Text behalten</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>Vorlage entfernen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ToastHead</name>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TopCustomers</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n SMS</numerusform>
            <numerusform>%n SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>Last order %1</source>
        <extracomment>%1: a date</extracomment>
        <translation>Letzte Bestellung %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 dieses Jahr</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 in 12 months</source>
        <extracomment>%1: money, of the last twelve months</extracomment>
        <translation>%1 in 12 Monaten</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TransferPanel</name>
    <message>
        <source>Do not transfer</source>
        <translation>Nicht weiterleiten</translation>
    </message>
    <message>
        <source>Transfer to: name, number or extension</source>
        <translation>Weiterleiten an: Name, Nummer oder Nebenstelle</translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation>Weiterleiten an</translation>
    </message>
    <message>
        <source>You leave the call; they talk on without you.</source>
        <extracomment>What a blind transfer does</extracomment>
        <translation>Sie verlassen den Anruf; die anderen sprechen ohne Sie weiter.</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number.</source>
        <translation>Niemand dieses Namens und keine Nummer.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Tray</name>
    <message>
        <source>Callcard</source>
        <extracomment>First line of the tray&apos;s tool tip. %1: &quot;connected&quot;, &quot;partly connected&quot;</extracomment>
        <translation>Callcard</translation>
    </message>
    <message>
        <source>Callcard: %1</source>
        <translation>Callcard: %1</translation>
    </message>
    <message>
        <source>Callcard, %1</source>
        <translation>Callcard, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n verpasster Anruf</numerusform>
            <numerusform>%n verpasste Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>klingelt</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TrayMenu</name>
    <message>
        <source>Callcard</source>
        <translation>Callcard</translation>
    </message>
    <message>
        <source>Call or find…</source>
        <translation>Anrufen oder suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Show last card</source>
        <translation>Letzte Karte zeigen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Letzte Anrufe</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>Warum kam keine Karte?</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Quit Callcard</source>
        <translation>Callcard beenden</translation>
    </message>
    <message>
        <source>End quiet time</source>
        <translation>Ruhe beenden</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Eine Stunde Ruhe</translation>
    </message>
    <message>
        <source>Missed (%1)</source>
        <translation>Verpasst (%1)</translation>
    </message>
    <message>
        <source>All missed calls</source>
        <translation>Alle verpassten Anrufe</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Abgleich anhalten</translation>
    </message>
</context>
<context>
    <name>callcard::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is off the list.</source>
        <extracomment>Somebody on the call-back list</extracomment>
        <translation>%1 ist von der Liste.</translation>
    </message>
    <message>
        <source>Put %1 back on the list</source>
        <translation>%1 wieder auf die Liste setzen</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WaitingRow</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Your browser is open. Sign in there, then come back; this page goes on by itself.</source>
        <translation>Ihr Browser ist offen. Melden Sie sich dort an und kommen Sie zurück; diese Seite geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Von Ihrer Verwaltung festgelegt.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WayRow</name>
    <message>
        <source>usually reached here</source>
        <extracomment>The number at which the rep usually reaches this customer</extracomment>
        <translation>meist hier erreicht</translation>
    </message>
    <message>
        <source>you chose this</source>
        <extracomment>The rep said that this number belongs to the customer</extracomment>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>Undo: %1 is not %2</source>
        <translation>Rückgängig: %1 gehört nicht zu %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <extracomment>%1: a person, %2: number or address</extracomment>
        <translation>%1 anrufen, %2</translation>
    </message>
    <message>
        <source>Write to %1, %2</source>
        <translation>An %1 schreiben, %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Welcome</name>
    <message>
        <source>Welcome to Callcard</source>
        <translation>Willkommen bei Callcard</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>As yourself: Callcard sees your own calls. What you enter is kept in the system’s keychain.</source>
        <translation>Als Sie selbst: Callcard sieht Ihre eigenen Anrufe. Was Sie eingeben, liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Where do the day’s figures go?</source>
        <translation>Wohin gehen die Zahlen des Tages?</translation>
    </message>
    <message>
        <source>Calls, talk minutes and texts of each day are written to the team’s Firebase project, under your own name.</source>
        <translation>Anrufe, Gesprächsminuten und SMS jedes Tages werden unter Ihrem Namen in das Firebase-Projekt des Teams geschrieben.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Schritt überspringen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Just looking? An invented company with a call every few seconds.</source>
        <translation>Nur mal sehen? Eine erfundene Firma mit einem Anruf alle paar Sekunden.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <extracomment>%1: &quot;Canada · Toronto&quot;</extracomment>
        <translation>%1, geraten</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht&#xa0;…</translation>
    </message>
    <message>
        <source>Fetching customers…</source>
        <translation>Kunden werden geholt&#xa0;…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es funktioniert.</translation>
    </message>
    <message>
        <source>It works: %1.</source>
        <translation>Es funktioniert: %1.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>Für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 Kunden</translation>
    </message>
    <message>
        <source>The demo opens beside this window; its first call comes in a few seconds.</source>
        <translation>Die Demo öffnet sich neben diesem Fenster; ihr erster Anruf kommt in wenigen Sekunden.</translation>
    </message>
    <message>
        <source>Looking at the customers…</source>
        <translation>Kunden werden angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Wait for your yes</source>
        <translation>Warten auf Ihr Ja</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WelcomeSteps</name>
    <message>
        <source>Your phone service</source>
        <translation>Ihr Telefondienst</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Region and time</source>
        <translation>Region und Zeit</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Every step can be skipped and changed later in Settings.</source>
        <translation>Jeder Schritt lässt sich überspringen und später in den Einstellungen ändern.</translation>
    </message>
</context>
</TS>
