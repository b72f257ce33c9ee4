<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CallLine</name>
    <message>
        <source>Missed, marked as done</source>
        <translation>Manqué, marqué comme réglé</translation>
    </message>
    <message>
        <source>Missed, settled %1 later</source>
        <extracomment>A missed call that was called back since; %1: 4 min</extracomment>
        <translation>Manqué, réglé %1 plus tard</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Manqué, vérification…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How long a voicemail is: &quot;Voicemail, 0:41&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Settles the missed call</source>
        <translation>Règle l’appel manqué</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallTexts</name>
    <message>
        <source>Extension %1</source>
        <extracomment>A colleague&apos;s short number</extracomment>
        <translation>Poste %1</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Numéro inconnu</translation>
    </message>
    <message>
        <source>Withheld</source>
        <extracomment>The caller hides the number</extracomment>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Vous avez appelé, répondu</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>You called, no answer</source>
        <translation>Vous avez appelé, sans réponse</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Appel terminé</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Manqué, l’appelant a raccroché</translation>
    </message>
    <message>
        <source>You called, reached voicemail</source>
        <translation>Vous avez appelé, messagerie</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Message vocal</translation>
    </message>
    <message>
        <source>You called, busy</source>
        <translation>Vous avez appelé, occupé</translation>
    </message>
    <message>
        <source>You called, call failed</source>
        <translation>Vous avez appelé, échec de l’appel</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Stop ringing here</source>
        <translation>Ne plus sonner ici</translation>
    </message>
    <message>
        <source>Send to voicemail</source>
        <translation>Envoyer vers la messagerie</translation>
    </message>
    <message>
        <source>Answer on desk phone</source>
        <translation>Répondre sur le téléphone de bureau</translation>
    </message>
    <message>
        <source>Picks up on the phone that rings</source>
        <translation>Décroche le téléphone qui sonne</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Raccrocher</translation>
    </message>
    <message>
        <source>Ends the call for both sides</source>
        <translation>Termine l’appel des deux côtés</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Mettre en attente</translation>
    </message>
    <message>
        <source>The other side hears music</source>
        <translation>L’autre personne entend de la musique</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>You hear each other again</source>
        <translation>Vous vous entendez de nouveau</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Intéressé</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>Commande passée</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>A direct call goes to voicemail; from a queue, others can still answer</source>
        <translation>Un appel direct va à la messagerie&#x202f;; s’il vient d’une file, d’autres peuvent encore répondre</translation>
    </message>
    <message>
        <source>Ends the ringing; if it came from a queue, for everybody in it</source>
        <translation>Arrête la sonnerie&#x202f;; si l’appel vient d’une file, pour toute la file</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Hands the call over at once, without asking there first</source>
        <translation>Transfère l’appel aussitôt, sans demander d’abord au destinataire</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Both sides hear that it is being recorded</source>
        <translation>Les deux côtés entendent que l’appel est enregistré</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>What was recorded until now is kept</source>
        <translation>Ce qui a été enregistré jusqu’ici est gardé</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Test call</source>
        <translation>Appel d’essai</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>How long it rang before somebody else took the call</extracomment>
        <translation>après %1</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Votre téléphone</translation>
    </message>
    <message>
        <source>then %1</source>
        <extracomment>%1: first name of who is being called after one&apos;s own phone</extracomment>
        <translation>puis %1</translation>
    </message>
    <message>
        <source>%1’s phone rings</source>
        <translation>Le téléphone de %1 sonne</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 a répondu</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Appel sortant</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Appel entrant</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Caller hidden</source>
        <translation>Appelant masqué</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Masqué pendant le partage de votre écran</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Ouvrir le client %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Me le rappeler…</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Associer à un client</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucun d’eux</translation>
    </message>
    <message>
        <source>Call back %1</source>
        <translation>Rappeler %1</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Ouvrir dans le CRM</translation>
    </message>
    <message>
        <source>Undo your choice</source>
        <translation>Annuler votre choix</translation>
    </message>
    <message>
        <source>Show everybody with this number next time</source>
        <translation>Montrer la prochaine fois tous ceux qui ont ce numéro</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Annuler l’appel</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>A promise is due</extracomment>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n jour de retard</numerusform>
            <numerusform>%n jours de retard</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <translation>Client depuis %1</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Votre compte</translation>
    </message>
    <message>
        <source>%1’s account</source>
        <extracomment>%1: the colleague who owns the customer</extracomment>
        <translation>Compte de %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 cette année</translation>
    </message>
    <message>
        <source>You picked %1 last time, %2</source>
        <extracomment>%1: first name, %2: date. Why one of several customers stands first</extracomment>
        <translation>Vous avez choisi %1 la dernière fois, %2</translation>
    </message>
    <message>
        <source>You picked this one last time</source>
        <translation>Vous avez choisi celui-ci la dernière fois</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>Dernier contact %1</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Client actif</translation>
    </message>
    <message>
        <source>Same number, extension %1</source>
        <translation>Même numéro, poste %1</translation>
    </message>
    <message numerus="yes">
        <source>No call in %n month(s)</source>
        <translation>
            <numerusform>Aucun appel depuis %n mois</numerusform>
            <numerusform>Aucun appel depuis %n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Aucun appel</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>Même numéro</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Numéro inconnu</translation>
    </message>
    <message>
        <source>first call</source>
        <translation>premier appel</translation>
    </message>
    <message>
        <source>Perhaps %1</source>
        <extracomment>%1: whom we guess the caller belongs to</extracomment>
        <translation>Peut-être %1</translation>
    </message>
    <message>
        <source>Same number block as its switchboard</source>
        <translation>Même tranche de numéros que son standard</translation>
    </message>
    <message>
        <source>Similar name, another number</source>
        <translation>Nom semblable, autre numéro</translation>
    </message>
    <message>
        <source>The name the phone network sent</source>
        <translation>Le nom envoyé par le réseau</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>poste %1</translation>
    </message>
    <message>
        <source>The caller withheld the number, so it is never matched to anybody.</source>
        <translation>L’appelant a masqué son numéro&#x202f;; il n’est jamais associé à quelqu’un.</translation>
    </message>
    <message>
        <source>Rang %1</source>
        <translation>A sonné sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n appel aujourd’hui</numerusform>
            <numerusform>%n appels aujourd’hui</numerusform>
        </translation>
    </message>
    <message>
        <source>then type %1</source>
        <extracomment>%1: an extension or tones, to be typed on the phone when the other side answers</extracomment>
        <translation>puis tapez %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>The call is being recorded just now</extracomment>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The clock of this computer is %1 minutes slow. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>L’horloge de cet ordinateur retarde de %1 minutes. Réglez-la ou laissez le système la régler&#x202f;; les connexions échouent avec une horloge fausse.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 minutes fast. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>L’horloge de cet ordinateur avance de %1 minutes. Réglez-la ou laissez le système la régler&#x202f;; les connexions échouent avec une horloge fausse.</translation>
    </message>
    <message>
        <source>Not set up. Missing: %1.</source>
        <translation>Non configuré. Il manque&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Fonctionne.</translation>
    </message>
    <message numerus="yes">
        <source>%n recent call(s).</source>
        <translation>
            <numerusform>%n appel récent.</numerusform>
            <numerusform>%n appels récents.</numerusform>
        </translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>non déplacé</translation>
    </message>
    <message>
        <source>The file of customers is damaged (%1). Sync, or import your files once more.</source>
        <translation>Le fichier des clients est endommagé (%1). Synchronisez, ou importez de nouveau vos fichiers.</translation>
    </message>
    <message>
        <source>The file of chosen numbers was damaged (%1). What could be read of it is kept.</source>
        <translation>Le fichier des numéros choisis était endommagé (%1). Ce qui a pu en être lu est gardé.</translation>
    </message>
    <message>
        <source>The file of customers made here was damaged (%1). What could be read of it is kept.</source>
        <translation>Le fichier des clients créés ici était endommagé (%1). Ce qui a pu en être lu est gardé.</translation>
    </message>
    <message>
        <source>Works. Damaged files of an earlier time lie beside it: %1.</source>
        <translation>Fonctionne. Des fichiers endommagés d’avant se trouvent à côté&#x202f;: %1.</translation>
    </message>
    <message>
        <source>The directory cannot be read, so callers have no names. %1</source>
        <extracomment>%1: one or two sentences that say why</extracomment>
        <translation>Le répertoire ne peut pas être lu, donc les appelants n’ont pas de nom. %1</translation>
    </message>
    <message>
        <source>Nobody is signed in to %1. Start callcard and sign in: Settings, Connections, Set up.</source>
        <translation>Personne n’est connecté à %1. Démarrez callcard et connectez-vous&#x202f;: Réglages, Connexions, Configurer.</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in or the key it was given. Look for a missing character at the beginning or end, or for one that has ended or was replaced, and enter it anew.</source>
        <translation>%1 n’accepte pas la connexion ou la clé reçue. Voyez s’il manque un caractère au début ou à la fin, ou si elle a expiré ou a été remplacée, et saisissez-la de nouveau.</translation>
    </message>
    <message>
        <source>%1 did not answer in time, or broke off in the middle. Check again in a moment; if it stays, the fault is on its side or on the way.</source>
        <translation>%1 n’a pas répondu à temps ou s’est interrompu au milieu. Vérifiez de nouveau dans un instant&#x202f;; si cela dure, la panne est de son côté ou en chemin.</translation>
    </message>
    <message>
        <source>The call log cannot be used, so no call and no note is remembered.</source>
        <translation>Le journal d’appels est inutilisable, donc aucun appel et aucune note ne sont gardés.</translation>
    </message>
    <message>
        <source>What has to be sent cannot be kept, so nothing is sent.</source>
        <translation>Ce qui doit être envoyé ne peut pas être gardé, donc rien n’est envoyé.</translation>
    </message>
</context>
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>Dernier événement %1</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Aucun appel</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Calls show as soon as it stands.</source>
        <translation>Les appels s’affichent dès que la connexion est établie.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <extracomment>%1: a moment, &quot;2:04 PM&quot;</extracomment>
        <translation>Hors ligne depuis %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Non configuré</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>En attente jusqu’à %1</translation>
    </message>
    <message>
        <source>Partly working</source>
        <translation>Fonctionne en partie</translation>
    </message>
    <message>
        <source>last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>dernier événement %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>aucun appel</translation>
    </message>
    <message>
        <source>Connect your phone service in Settings.</source>
        <translation>Connectez votre service téléphonique dans les réglages.</translation>
    </message>
    <message>
        <source>Partly connected</source>
        <translation>Connecté en partie</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>dernière réponse %1</translation>
    </message>
</context>
<context>
    <name>CrmTexts</name>
    <message>
        <source>For example: %1</source>
        <extracomment>%1: an address</extracomment>
        <translation>Par exemple&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a customer&apos;s name, %2: the address of their page</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>This opens the same page for everybody. Put {id}, {email}, {name} or {number} where the customer belongs.</source>
        <translation>Cela ouvre la même page pour tous. Mettez {id}, {email}, {name} ou {number} à la place du client.</translation>
    </message>
    <message>
        <source>%1 is not known. There are {id}, {source}, {name}, {company}, {email} and {number}.</source>
        <extracomment>%1: like {customer}; the words in braces are fixed</extracomment>
        <translation>%1 n’est pas connu. Il y a {id}, {source}, {name}, {company}, {email} et {number}.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>L’adresse doit commencer par https://.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://crm.company.example/people/{id}.</source>
        <translation>Ce n’est pas une adresse complète. Elle ressemble à https://crm.company.example/people/{id}.</translation>
    </message>
    <message>
        <source>%1 has nothing for %2, so nothing is opened for them. Others’ pages open.</source>
        <extracomment>%1: a customer&apos;s name, %2: like {email}</extracomment>
        <translation>%1 n’a rien pour %2, donc rien ne s’ouvre ici. Les pages des autres s’ouvrent.</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Lead</source>
        <extracomment>Somebody who has not bought yet. %1: company</extracomment>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>Lead · %1</source>
        <translation>Prospect · %1</translation>
    </message>
    <message>
        <source>%1 ext. %2</source>
        <extracomment>A phone number and its extension: &quot;(416) 555-0100 ext. 12&quot;</extracomment>
        <translation>%1 poste %2</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Portable</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bureau</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Domicile</translation>
    </message>
    <message>
        <source>Main</source>
        <extracomment>The main number of a company</extracomment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Direct</source>
        <extracomment>A direct line that passes the switchboard</extracomment>
        <translation>Ligne directe</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <extracomment>%1: a day. Said by screen readers</extracomment>
        <translation>dernier contact %1</translation>
    </message>
    <message>
        <source>similar name</source>
        <extracomment>Found although it is not written as it was typed</extracomment>
        <translation>nom semblable</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ of %2 customers</source>
        <extracomment>%1 of %2: counting all that were found would take too long</extracomment>
        <translation>%1+ sur %2 clients</translation>
    </message>
    <message>
        <source>%1 of %2 customers</source>
        <translation>%1 sur %2 clients</translation>
    </message>
    <message>
        <source>Files of the directory were damaged and have been set aside.</source>
        <translation>Des fichiers du répertoire étaient endommagés et ont été mis de côté.</translation>
    </message>
    <message>
        <source>Files of the directory are damaged.</source>
        <translation>Des fichiers du répertoire sont endommagés.</translation>
    </message>
    <message>
        <source>The file of customers was damaged and has been set aside.</source>
        <translation>Le fichier des clients était endommagé et a été mis de côté.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose was damaged and has been set aside.</source>
        <translation>Le fichier des numéros que vous avez choisis était endommagé et a été mis de côté.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose is damaged.</source>
        <translation>Le fichier des numéros que vous avez choisis est endommagé.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here was damaged and has been set aside.</source>
        <translation>Le fichier de ce que vous avez ajouté et changé ici était endommagé et a été mis de côté.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here is damaged.</source>
        <translation>Le fichier de ce que vous avez ajouté et changé ici est endommagé.</translation>
    </message>
    <message>
        <source>It could not be moved: let its folder be written to, and start Callcard again.</source>
        <translation>Il n’a pas pu être déplacé&#x202f;: autorisez l’écriture dans son dossier, et redémarrez Callcard.</translation>
    </message>
    <message>
        <source>Sync, or import your files once more.</source>
        <translation>Synchronisez, ou importez de nouveau vos fichiers.</translation>
    </message>
    <message>
        <source>Import your files once more.</source>
        <translation>Importez de nouveau vos fichiers.</translation>
    </message>
    <message>
        <source>What could be read is kept.</source>
        <translation>Ce qui a pu être lu est gardé.</translation>
    </message>
    <message>
        <source>A card asks again about the other numbers.</source>
        <translation>Pour les autres numéros, une fiche redemande.</translation>
    </message>
    <message>
        <source>Look whether your newest changes are there.</source>
        <translation>Vérifiez que vos derniers changements y sont.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>File %1</source>
        <extracomment>%1: its name</extracomment>
        <translation>Fichier %1</translation>
    </message>
</context>
<context>
    <name>DecisionTexts</name>
    <message>
        <source>Withheld, so nobody is matched</source>
        <translation>Masqué, donc associé à personne</translation>
    </message>
    <message>
        <source>Test call: %1</source>
        <extracomment>%1: how sure the match is</extracomment>
        <translation>Appel d’essai&#x202f;: %1</translation>
    </message>
    <message>
        <source>Arrived %1 s after it rang</source>
        <extracomment>%1: &quot;9.4&quot;</extracomment>
        <translation>Arrivé %1 s après la sonnerie</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>In the digest</source>
        <translation>Dans le résumé</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Pas de fiche</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Same call</source>
        <translation>Même appel</translation>
    </message>
    <message>
        <source>Cards are off</source>
        <translation>Les fiches sont désactivées</translation>
    </message>
    <message>
        <source>Cards are off for the line “%1”</source>
        <translation>Les fiches sont désactivées pour la ligne «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Only the tray’s badge, set by you</source>
        <translation>Seulement la pastille de la zone de notification, réglé par vous</translation>
    </message>
    <message>
        <source>Quiet for an hour, set by you</source>
        <translation>Silence pendant une heure, réglé par vous</translation>
    </message>
    <message>
        <source>Quiet time %1 – %2, set by you</source>
        <extracomment>%1, %2: times of day</extracomment>
        <translation>Heures calmes %1 – %2, réglées par vous</translation>
    </message>
    <message>
        <source>The desktop was set to do not disturb</source>
        <translation>Le bureau était en mode «&#x202f;ne pas déranger&#x202f;»</translation>
    </message>
    <message>
        <source>Cards for outgoing calls are off</source>
        <translation>Les fiches des appels sortants sont désactivées</translation>
    </message>
    <message>
        <source>A colleague’s call</source>
        <translation>Appel d’un collègue</translation>
    </message>
    <message>
        <source>Your own phone, for a call that you placed</source>
        <translation>Votre propre téléphone, pour un appel que vous avez passé</translation>
    </message>
    <message>
        <source>Reported long after it rang</source>
        <translation>Signalé longtemps après la sonnerie</translation>
    </message>
    <message>
        <source>It was over before we heard of it</source>
        <translation>C’était terminé avant que nous l’apprenions</translation>
    </message>
    <message>
        <source>Reported by %1 too, already shown</source>
        <extracomment>%1: a service, &quot;JustCall&quot;</extracomment>
        <translation>Signalé aussi par %1, déjà affiché</translation>
    </message>
    <message>
        <source>Change when cards show…</source>
        <translation>Changer quand les fiches s’affichent…</translation>
    </message>
    <message>
        <source>Change quiet time…</source>
        <translation>Changer les heures calmes…</translation>
    </message>
    <message>
        <source>Change do not disturb…</source>
        <translation>Changer «&#x202f;ne pas déranger&#x202f;»…</translation>
    </message>
    <message>
        <source>Change outgoing cards…</source>
        <translation>Changer pour les appels sortants…</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Numéro inconnu</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Callcard tries again by itself.</source>
        <translation>Callcard réessaie tout seul.</translation>
    </message>
    <message>
        <source>Callcard tries again at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Callcard réessaie à %1.</translation>
    </message>
    <message>
        <source>Callcard cannot write to its folder.</source>
        <translation>Callcard ne peut pas écrire dans son dossier.</translation>
    </message>
    <message>
        <source>The disk may be full or read-only, or the files come from a newer Callcard. Calls still show.</source>
        <translation>Le disque est peut-être plein ou en lecture seule, ou les fichiers viennent d’un Callcard plus récent. Les appels s’affichent toujours.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or missing.</source>
        <translation>Le trousseau du système est verrouillé ou absent.</translation>
    </message>
    <message>
        <source>Unlock it, then Callcard signs in by itself.</source>
        <translation>Déverrouillez-le, et Callcard se connecte tout seul.</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Déverrouiller le trousseau</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Il n’y a pas de réseau.</translation>
    </message>
    <message>
        <source>The directory and notes work; missed calls are fetched when the network is back.</source>
        <translation>Le répertoire et les notes fonctionnent&#x202f;; les appels manqués sont récupérés au retour du réseau.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Check that it is complete and try again.</source>
        <translation>Vérifiez qu’il est complet et réessayez.</translation>
    </message>
    <message>
        <source>This took too long and was stopped.</source>
        <translation>Cela a pris trop de temps et a été arrêté.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Cela n’a pas marché.</translation>
    </message>
    <message>
        <source>Try again; the log says more.</source>
        <translation>Réessayez&#x202f;; le journal en dit plus.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 est injoignable.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>It may have gone through all the same; check before you repeat it.</source>
        <translation>C’est peut-être passé quand même&#x202f;; vérifiez avant de recommencer.</translation>
    </message>
    <message>
        <source>%1 wants you to sign in again.</source>
        <translation>%1 vous demande de vous reconnecter.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>%1 asked us to wait until %2.</source>
        <extracomment>%1: a service, %2: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>%1 nous demande d’attendre jusqu’à %2.</translation>
    </message>
    <message>
        <source>Nothing is sent until then; what is due waits here.</source>
        <translation>Rien n’est envoyé d’ici là&#x202f;; ce qui est dû attend ici.</translation>
    </message>
    <message>
        <source>%1 asked us to slow down.</source>
        <translation>%1 nous demande de ralentir.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself.</source>
        <translation>Callcard continue tout seul.</translation>
    </message>
    <message>
        <source>%1 refused this.</source>
        <translation>%1 a refusé cela.</translation>
    </message>
    <message>
        <source>Your account may lack the right to do it; your administrator can tell.</source>
        <translation>Votre compte n’en a peut-être pas le droit&#x202f;; votre administrateur peut le dire.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>%1 has a fault on its side.</source>
        <translation>%1 a une panne de son côté.</translation>
    </message>
    <message>
        <source>%1 sent an answer that Callcard cannot read.</source>
        <translation>%1 a envoyé une réponse que Callcard ne peut pas lire.</translation>
    </message>
    <message>
        <source>It was set aside, the rest goes on. If it stays, send a report.</source>
        <translation>Elle a été mise de côté, le reste continue. Si cela dure, envoyez un rapport.</translation>
    </message>
    <message>
        <source>The call log was damaged and has been set aside.</source>
        <translation>Le journal d’appels était endommagé et a été mis de côté.</translation>
    </message>
    <message>
        <source>Calls and notes are kept in a new one from now on. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>Appels et notes sont désormais gardés dans un nouveau. L’ancien fichier reste sous le nom %1.</translation>
    </message>
    <message>
        <source>What waited to be sent was damaged and has been set aside.</source>
        <translation>Ce qui attendait d’être envoyé était endommagé et a été mis de côté.</translation>
    </message>
    <message>
        <source>Sync counts the last days anew. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>La synchronisation recompte les derniers jours. L’ancien fichier reste sous le nom %1.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>Make room on it: until then Callcard cannot keep what is new. Calls still show.</source>
        <translation>Libérez de la place&#x202f;: d’ici là, Callcard ne peut rien garder de nouveau. Les appels s’affichent toujours.</translation>
    </message>
    <message>
        <source>Callcard may not write to its files.</source>
        <translation>Callcard n’a pas le droit d’écrire dans ses fichiers.</translation>
    </message>
    <message>
        <source>Make its folder and what is in it writable for you, then start Callcard again. Calls still show.</source>
        <translation>Donnez-vous le droit d’écrire dans son dossier et son contenu, puis redémarrez Callcard. Les appels s’affichent toujours.</translation>
    </message>
    <message>
        <source>Callcard cannot open its files.</source>
        <translation>Callcard ne peut pas ouvrir ses fichiers.</translation>
    </message>
    <message>
        <source>Check that its folder is there and yours to read and write, then start Callcard again.</source>
        <translation>Vérifiez que son dossier existe et que vous pouvez y lire et écrire, puis redémarrez Callcard.</translation>
    </message>
    <message>
        <source>A file of Callcard&apos;s is damaged.</source>
        <translation>Un fichier de Callcard est endommagé.</translation>
    </message>
    <message>
        <source>Start Callcard again: it sets the damaged file aside and begins a new one.</source>
        <translation>Redémarrez Callcard&#x202f;: il met de côté le fichier endommagé et en commence un nouveau.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files were written by a newer version of it.</source>
        <translation>Les fichiers de Callcard viennent d’une version plus récente.</translation>
    </message>
    <message>
        <source>Install the newer version again; this one leaves them as they are.</source>
        <translation>Réinstallez la version plus récente&#x202f;; celle-ci les laisse tels quels.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files are still those of an older version of it.</source>
        <translation>Les fichiers de Callcard sont encore ceux d’une version plus ancienne.</translation>
    </message>
    <message>
        <source>Start Callcard once, it brings them up to date.</source>
        <translation>Démarrez Callcard une fois, il les met à jour.</translation>
    </message>
    <message>
        <source>Another program is busy with Callcard&apos;s files.</source>
        <translation>Un autre programme utilise les fichiers de Callcard.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, then try again.</source>
        <translation>Attendez qu’il ait fini, ou fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain failed.</source>
        <translation>Le trousseau du système a échoué.</translation>
    </message>
    <message>
        <source>Sign out of the desktop and in again, then try again; what lies in the keychain stays there.</source>
        <translation>Fermez votre session de bureau et rouvrez-la, puis réessayez&#x202f;; ce qui est dans le trousseau y reste.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>Cet ordinateur n’a pas de réseau.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself when it is back.</source>
        <translation>Callcard continue tout seul quand il revient.</translation>
    </message>
    <message>
        <source>There is no server of the name that stands in %1&apos;s address.</source>
        <translation>Il n’y a pas de serveur du nom qui figure dans l’adresse de %1.</translation>
    </message>
    <message>
        <source>Check the address, and that this computer is online; Callcard tries again by itself.</source>
        <translation>Vérifiez l’adresse, et que cet ordinateur est en ligne&#x202f;; Callcard réessaie tout seul.</translation>
    </message>
    <message>
        <source>Nobody answers at the address of %1.</source>
        <translation>Personne ne répond à l’adresse de %1.</translation>
    </message>
    <message>
        <source>It may be down for a while, or the address is wrong; Callcard tries again by itself.</source>
        <translation>Le service est peut-être arrêté un moment, ou l’adresse est fausse&#x202f;; Callcard réessaie tout seul.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent.</source>
        <translation>Le serveur n’a pas pu prouver qu’il est %1, donc rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Somebody may be in between. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>Quelqu’un s’est peut-être interposé. Un certificat fait par l’entreprise doit être connu de ce système&#x202f;; votre administrateur peut l’ajouter.</translation>
    </message>
    <message>
        <source>By the clock of this computer, the certificate of %1 has run out or is not valid yet.</source>
        <translation>Selon l’horloge de cet ordinateur, le certificat de %1 a expiré ou n’est pas encore valable.</translation>
    </message>
    <message>
        <source>Set the clock. If it is right, whoever runs the server must renew the certificate.</source>
        <translation>Réglez l’horloge. Si elle est juste, le responsable du serveur doit renouveler le certificat.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let Callcard through to %1.</source>
        <translation>Le proxy du réseau n’a pas laissé Callcard passer vers %1.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and sign-in in the system&apos;s settings; Callcard tries again by itself.</source>
        <translation>Vérifiez l’adresse et la connexion du proxy dans les réglages du système&#x202f;; Callcard réessaie tout seul.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network.</source>
        <translation>Autre chose que %1 a répondu&#x202f;: peut-être la page de connexion de ce réseau.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in to the network; Callcard goes on by itself.</source>
        <translation>Ouvrez une page dans votre navigateur et connectez-vous au réseau&#x202f;; Callcard continue tout seul.</translation>
    </message>
    <message>
        <source>%1 was sent on to a place where Callcard does not follow.</source>
        <translation>%1 a été redirigé vers un endroit où Callcard ne va pas.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network in your browser.</source>
        <translation>Vérifiez l’adresse, ou connectez-vous à ce réseau dans votre navigateur.</translation>
    </message>
    <message>
        <source>The address of %1 has no encryption, so nothing was sent.</source>
        <translation>L’adresse de %1 est sans chiffrement, donc rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Let it begin with https://.</source>
        <translation>Faites-la commencer par https://.</translation>
    </message>
    <message>
        <source>The address of %1 is not complete.</source>
        <translation>L’adresse de %1 n’est pas complète.</translation>
    </message>
    <message>
        <source>It looks like https://calls.company.example; correct it in Settings.</source>
        <translation>Elle ressemble à https://calls.company.example&#x202f;; corrigez-la dans les réglages.</translation>
    </message>
    <message>
        <source>Until then nothing new arrives from there; nothing already recorded is lost.</source>
        <translation>D’ici là, rien de nouveau n’en arrive&#x202f;; rien de déjà enregistré n’est perdu.</translation>
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
        <translation>%1, nouvel essai</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>of %1 %2</source>
        <extracomment>%1: the goal, %2: &quot;today&quot;, &quot;this week&quot;</extracomment>
        <translation>sur %1 %2</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Objectif atteint</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>Dans le rythme</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 d’avance</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>%1 expected by now</source>
        <translation>%1 attendus à cette heure</translation>
    </message>
    <message>
        <source>usually %1 by now</source>
        <extracomment>The rep&apos;s own last twenty working days had %1 at this time of day, on average</extracomment>
        <translation>d’habitude %1 à cette heure</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) not read</source>
        <translation>
            <numerusform>%n jour non lu</numerusform>
            <numerusform>%n jours non lus</numerusform>
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
            <numerusform>sur %n appel entrant</numerusform>
            <numerusform>sur %n appels entrants</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>%1 outgoing</source>
        <translation>%1 sortants</translation>
    </message>
    <message>
        <source>%1 incoming</source>
        <translation>%1 entrants</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 manqués</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1 non aboutis</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <translation>2 sources&#x202f;: %1</translation>
    </message>
    <message numerus="yes">
        <source>Today’s %n call(s)</source>
        <translation>
            <numerusform>%n appel aujourd’hui</numerusform>
            <numerusform>%n appels aujourd’hui</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls per week</source>
        <translation>Appels par semaine</translation>
    </message>
    <message>
        <source>Calls per day</source>
        <translation>Appels par jour</translation>
    </message>
</context>
<context>
    <name>GroupTexts</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>tel:, callto: and sip: links</source>
        <translation>Liens tel:, callto: et sip:</translation>
    </message>
    <message>
        <source>A click on a phone number in any program opens Callcard’s call box.</source>
        <translation>Un clic sur un numéro dans n’importe quel programme ouvre la boîte d’appel de Callcard.</translation>
    </message>
    <message>
        <source>Start when I sign in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Starts hidden, in the tray.</source>
        <translation>Démarre caché, dans la zone de notification.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Where calls come from</source>
        <translation>D’où viennent les appels</translation>
    </message>
    <message>
        <source>Nothing chosen: every service that is set up.</source>
        <translation>Rien de choisi&#x202f;: chaque service configuré.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Of the app your administrator registered with RingCentral.</source>
        <translation>De l’application que votre administrateur a enregistrée chez RingCentral.</translation>
    </message>
    <message>
        <source>Another one for a test account only.</source>
        <translation>Un autre seulement pour un compte d’essai.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>~ is the account you sign in to.</source>
        <translation>~ est le compte auquel vous vous connectez.</translation>
    </message>
    <message>
        <source>Way back from the browser</source>
        <translation>Retour du navigateur</translation>
    </message>
    <message>
        <source>As registered with RingCentral. If its port is taken, the next two are tried.</source>
        <translation>Comme enregistré chez RingCentral. Si le port est pris, les deux suivants sont essayés.</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Signs in without a browser.</source>
        <translation>Connecte sans navigateur.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret du client</translation>
    </message>
    <message>
        <source>Needed with a JWT; signing in with the browser needs none.</source>
        <translation>Nécessaire avec un JWT&#x202f;; la connexion par le navigateur n’en demande pas.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Your administrator has it.</source>
        <translation>Votre administrateur l’a.</translation>
    </message>
    <message>
        <source>Your token</source>
        <translation>Votre jeton</translation>
    </message>
    <message>
        <source>Opens your own calls and nobody else’s.</source>
        <translation>Ouvre vos propres appels et ceux de personne d’autre.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>Opens the calls of every colleague: for accounts of one person.</source>
        <translation>Ouvre les appels de tous les collègues&#x202f;: pour les comptes d’une seule personne.</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>Secret API</translation>
    </message>
    <message>
        <source>The other half of the key.</source>
        <translation>L’autre moitié de la clé.</translation>
    </message>
    <message>
        <source>Where JustCall’s API is.</source>
        <translation>Où se trouve l’API de JustCall.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>The team’s Firebase project.</source>
        <translation>Le projet Firebase de l’équipe.</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Clé d’API Web</translation>
    </message>
    <message>
        <source>Names the project and opens nothing.</source>
        <translation>Nomme le projet et n’ouvre rien.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Signs in with your e-mail address.</source>
        <translation>Connecte avec votre adresse e-mail.</translation>
    </message>
    <message>
        <source>Test server for Firestore</source>
        <translation>Serveur d’essai pour Firestore</translation>
    </message>
    <message>
        <source>On this computer only; normally empty.</source>
        <translation>Sur cet ordinateur seulement&#x202f;; vide en temps normal.</translation>
    </message>
    <message>
        <source>Test server for signing in</source>
        <translation>Serveur d’essai pour la connexion</translation>
    </message>
    <message>
        <source>Of the project’s desktop client, to sign in with Google.</source>
        <translation>Du client de bureau du projet, pour se connecter avec Google.</translation>
    </message>
    <message>
        <source>Issued with it; not confidential for desktop clients.</source>
        <translation>Délivré avec lui&#x202f;; non confidentiel pour les clients de bureau.</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Page de connexion</translation>
    </message>
    <message>
        <source>Google’s own unless you test.</source>
        <translation>Celle de Google, sauf pour un essai.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Adresse des jetons</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Whose key it is.</source>
        <translation>À qui est la clé.</translation>
    </message>
    <message>
        <source>From your settings in Copper.</source>
        <translation>De vos réglages dans Copper.</translation>
    </message>
    <message>
        <source>Where Copper’s API is.</source>
        <translation>Où se trouve l’API de Copper.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>When the phone rings</source>
        <translation>Quand le téléphone sonne</translation>
    </message>
    <message>
        <source>Off: calls are still kept in the history.</source>
        <translation>Désactivé&#x202f;: les appels restent dans l’historique.</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Afficher la fiche</translation>
    </message>
    <message>
        <source>Show a small card</source>
        <translation>Afficher une petite fiche</translation>
    </message>
    <message>
        <source>Only mark the tray icon</source>
        <translation>Seulement marquer l’icône</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Coin</translation>
    </message>
    <message>
        <source>Of the screen’s free area.</source>
        <translation>De la zone libre de l’écran.</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>En haut à gauche</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>En haut à droite</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>En bas à droite</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>The active one is where the pointer is.</source>
        <translation>L’écran actif est celui du pointeur.</translation>
    </message>
    <message>
        <source>The active one</source>
        <translation>L’écran actif</translation>
    </message>
    <message>
        <source>The primary one</source>
        <translation>L’écran principal</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Hide after</source>
        <translation>Masquer après</translation>
    </message>
    <message>
        <source>0: as long as it rings.</source>
        <translation>0&#x202f;: tant que ça sonne.</translation>
    </message>
    <message>
        <source>Tell how it ended for</source>
        <translation>Dire comment cela a fini pendant</translation>
    </message>
    <message>
        <source>0: the card goes with the call.</source>
        <translation>0&#x202f;: la fiche part avec l’appel.</translation>
    </message>
    <message>
        <source>A card for calls I make</source>
        <translation>Une fiche pour mes appels</translation>
    </message>
    <message>
        <source>The note can start before hello.</source>
        <translation>La note peut commencer avant le bonjour.</translation>
    </message>
    <message>
        <source>Lines of their own</source>
        <translation>Lignes particulières</translation>
    </message>
    <message>
        <source>Another way for one of your numbers, like +14165550142=compact, separated by commas.</source>
        <translation>Une autre façon pour un de vos numéros, comme +14165550142=compact, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Page of the CRM</source>
        <translation>Page du CRM</translation>
    </message>
    <message>
        <source>What Open in CRM opens: an address with {id}, {email}, {name} or {number} in it.</source>
        <translation>Ce qu’ouvre «&#x202f;Ouvrir dans le CRM&#x202f;»&#x202f;: une adresse avec {id}, {email}, {name} ou {number}.</translation>
    </message>
    <message>
        <source>Follow “do not disturb”</source>
        <translation>Suivre «&#x202f;ne pas déranger&#x202f;»</translation>
    </message>
    <message>
        <source>No cards while the desktop or the phone wants quiet.</source>
        <translation>Pas de fiches quand le bureau ou le téléphone veut le silence.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Every day, in your time zone.</source>
        <translation>Chaque jour, dans votre fuseau horaire.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Go to the card</source>
        <translation>Aller à la fiche</translation>
    </message>
    <message>
        <source>Gives the keyboard to the card that shows.</source>
        <translation>Donne le clavier à la fiche affichée.</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Appeler le numéro sélectionné</translation>
    </message>
    <message>
        <source>Shows what will be dialled first.</source>
        <translation>Montre d’abord ce qui sera composé.</translation>
    </message>
    <message>
        <source>Calls go through</source>
        <translation>Les appels passent par</translation>
    </message>
    <message>
        <source>What rings first when you click a number.</source>
        <translation>Ce qui sonne d’abord quand vous cliquez sur un numéro.</translation>
    </message>
    <message>
        <source>The phone service</source>
        <translation>Le service téléphonique</translation>
    </message>
    <message>
        <source>The RingCentral app</source>
        <translation>L’application RingCentral</translation>
    </message>
    <message>
        <source>The JustCall dialer</source>
        <translation>Le composeur JustCall</translation>
    </message>
    <message>
        <source>The system’s program for tel: links</source>
        <translation>Le programme du système pour les liens tel:</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Numéro affiché</translation>
    </message>
    <message>
        <source>One of your own numbers; empty: what the service chooses.</source>
        <translation>Un de vos numéros&#x202f;; vide&#x202f;: ce que choisit le service.</translation>
    </message>
    <message>
        <source>Customers may be called from</source>
        <translation>On peut appeler les clients dès</translation>
    </message>
    <message>
        <source>In their own time; outside of it Callcard warns first.</source>
        <translation>À leur heure&#x202f;; en dehors, Callcard avertit d’abord.</translation>
    </message>
    <message>
        <source>… until</source>
        <translation>… jusqu’à</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Several make one directory; the same person is shown once.</source>
        <translation>Plusieurs font un seul répertoire&#x202f;; une même personne n’apparaît qu’une fois.</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Quels clients</translation>
    </message>
    <message>
        <source>Everything can be hundreds of thousands.</source>
        <translation>Tout peut faire des centaines de milliers.</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Mes comptes</translation>
    </message>
    <message>
        <source>Mine and active ones</source>
        <translation>Les miens et les actifs</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Look for changes every</source>
        <translation>Chercher les changements toutes les</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Collections in Firestore</source>
        <translation>Collections dans Firestore</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Séparées par des virgules.</translation>
    </message>
    <message>
        <source>Send new customers to Firestore</source>
        <translation>Envoyer les nouveaux clients à Firestore</translation>
    </message>
    <message>
        <source>Those you add here; they wait on this computer until it worked.</source>
        <translation>Ceux que vous ajoutez ici&#x202f;; ils attendent sur cet ordinateur jusqu’à ce que cela marche.</translation>
    </message>
    <message>
        <source>Call records</source>
        <translation>Enregistrements d’appels</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>For teams where a server writes the figures already.</source>
        <translation>Pour les équipes où un serveur écrit déjà les chiffres.</translation>
    </message>
    <message>
        <source>Bring today up to date every</source>
        <translation>Mettre la journée à jour toutes les</translation>
    </message>
    <message>
        <source>A day is marked at</source>
        <translation>Un jour est marqué à</translation>
    </message>
    <message>
        <source>Noon UTC is the right day for readers almost everywhere.</source>
        <translation>Midi UTC est le bon jour pour presque tous les lecteurs.</translation>
    </message>
    <message>
        <source>Noon UTC</source>
        <translation>Midi UTC</translation>
    </message>
    <message>
        <source>Midnight UTC</source>
        <translation>Minuit UTC</translation>
    </message>
    <message>
        <source>Midnight in your zone</source>
        <translation>Minuit dans votre fuseau</translation>
    </message>
    <message>
        <source>Send my goals to Firestore</source>
        <translation>Envoyer mes objectifs à Firestore</translation>
    </message>
    <message>
        <source>Otherwise goals are only read.</source>
        <translation>Sinon les objectifs sont seulement lus.</translation>
    </message>
    <message>
        <source>Known by another name</source>
        <translation>Connu sous un autre nom</translation>
    </message>
    <message>
        <source>Where a phone service has another address: sam@company.example=417000, separated by commas.</source>
        <translation>Quand un service téléphonique a une autre adresse&#x202f;: sam@company.example=417000, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Write each call to Firestore</source>
        <translation>Écrire chaque appel dans Firestore</translation>
    </message>
    <message>
        <source>From its first moment, with every change.</source>
        <translation>Dès son premier instant, avec chaque changement.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Keep calls, notes and texts for</source>
        <translation>Garder appels, notes et SMS pendant</translation>
    </message>
    <message>
        <source>Older ones are removed from this computer; open promises stay.</source>
        <translation>Les plus anciens sont retirés de cet ordinateur&#x202f;; les promesses ouvertes restent.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>My e-mail address</source>
        <translation>Mon adresse e-mail</translation>
    </message>
    <message>
        <source>Tells which calls are yours.</source>
        <translation>Dit quels appels sont les vôtres.</translation>
    </message>
    <message>
        <source>My country</source>
        <translation>Mon pays</translation>
    </message>
    <message>
        <source>For numbers written without one.</source>
        <translation>Pour les numéros écrits sans pays.</translation>
    </message>
    <message>
        <source>My time zone</source>
        <translation>Mon fuseau horaire</translation>
    </message>
    <message>
        <source>Where your day begins and ends.</source>
        <translation>Où votre journée commence et finit.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>Change aussitôt.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Your team’s own fields</source>
        <translation>Champs propres à votre équipe</translation>
    </message>
    <message>
        <source>Like phone=Direct Line, separated by commas.</source>
        <extracomment>phone=Direct Line is an example; the words before the equals sign are fixed.</extracomment>
        <translation>Comme phone=Ligne directe, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Icon in the panel</source>
        <translation>Icône dans le panneau</translation>
    </message>
    <message>
        <source>Panels do not tell their colour: choose what you see best.</source>
        <translation>Les panneaux ne disent pas leur couleur&#x202f;: choisissez ce que vous voyez le mieux.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>En couleur</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>There is nothing in this row.</source>
        <translation>Il n’y a rien dans cette ligne.</translation>
    </message>
    <message>
        <source>There is neither a name nor a company.</source>
        <translation>Il n’y a ni nom ni société.</translation>
    </message>
    <message>
        <source>The row does not say which customer it belongs to.</source>
        <translation>La ligne ne dit pas à quel client elle appartient.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Un guillemet est ouvert et jamais fermé.</translation>
    </message>
    <message>
        <source>One field is longer than any name or note.</source>
        <translation>Un champ est plus long que tout nom ou toute note.</translation>
    </message>
    <message>
        <source>The row is too long.</source>
        <translation>La ligne est trop longue.</translation>
    </message>
    <message>
        <source>The row has too many columns.</source>
        <translation>La ligne a trop de colonnes.</translation>
    </message>
    <message>
        <source>The card has no end.</source>
        <translation>La fiche n’a pas de fin.</translation>
    </message>
    <message>
        <source>The card is too long.</source>
        <translation>La fiche est trop longue.</translation>
    </message>
    <message>
        <source>This stands for a withheld number.</source>
        <translation>Cela signifie un numéro masqué.</translation>
    </message>
    <message>
        <source>The number is written in letters.</source>
        <translation>Le numéro est écrit en lettres.</translation>
    </message>
    <message>
        <source>Several numbers stand in one field.</source>
        <translation>Plusieurs numéros sont dans un champ.</translation>
    </message>
    <message>
        <source>A spreadsheet rounded the number away. Export it as text.</source>
        <translation>Un tableur a arrondi le numéro. Exportez-le comme texte.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Ce n’est pas un numéro de téléphone.</translation>
    </message>
    <message>
        <source>This is a short code, which identifies nobody.</source>
        <translation>C’est un numéro court, qui n’identifie personne.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>L’indicatif régional manque.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Le numéro est trop court.</translation>
    </message>
    <message>
        <source>The number is too long.</source>
        <translation>Le numéro est trop long.</translation>
    </message>
    <message>
        <source>The country is not known. Set the region for numbers without one.</source>
        <translation>Le pays est inconnu. Réglez la région des numéros qui n’en ont pas.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Aucun pays n’a cet indicatif.</translation>
    </message>
    <message>
        <source>No telephone company gives out such a number.</source>
        <translation>Aucun opérateur n’attribue un tel numéro.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisé</translation>
    </message>
    <message>
        <source>Customer’s id</source>
        <translation>ID du client</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom de famille</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Société</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Owner’s e-mail</source>
        <translation>E-mail du responsable</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Client actif</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Client depuis</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Dernière commande</translation>
    </message>
    <message>
        <source>Sales this year</source>
        <translation>Ventes cette année</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>Ne veut pas d’appels</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Dernier contact</translation>
    </message>
    <message>
        <source>Company’s id</source>
        <translation>ID de la société</translation>
    </message>
    <message>
        <source>Account’s id</source>
        <translation>ID du compte</translation>
    </message>
    <message>
        <source>Same company elsewhere</source>
        <translation>La même société ailleurs</translation>
    </message>
    <message>
        <source>People, exported from Copper</source>
        <translation>Personnes, exportées de Copper</translation>
    </message>
    <message>
        <source>Companies, exported from Copper</source>
        <translation>Sociétés, exportées de Copper</translation>
    </message>
    <message>
        <source>Leads, exported from Copper</source>
        <translation>Prospects, exportés de Copper</translation>
    </message>
    <message>
        <source>Customers, exported from Fishbowl</source>
        <translation>Clients, exportés de Fishbowl</translation>
    </message>
    <message>
        <source>Sales summary by customer</source>
        <translation>Récapitulatif des ventes par client</translation>
    </message>
    <message>
        <source>Another name has the same id. Both are kept, each for itself.</source>
        <translation>Un autre nom a le même ID. Les deux sont gardés, chacun à part.</translation>
    </message>
    <message>
        <source>There is neither a name nor a number.</source>
        <translation>Il n’y a ni nom ni numéro.</translation>
    </message>
    <message>
        <source>The record has no id.</source>
        <translation>L’enregistrement n’a pas d’ID.</translation>
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
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
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
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchTexts</name>
    <message>
        <source>Other extension</source>
        <extracomment>The number is known, its extension is not the stored one</extracomment>
        <translation>Autre poste</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Même e-mail</translation>
    </message>
    <message>
        <source>Same text</source>
        <extracomment>Not a real number, but letter by letter what is stored</extracomment>
        <translation>Même texte</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) share this number</source>
        <translation>
            <numerusform>%n client a ce numéro</numerusform>
            <numerusform>%n clients partagent ce numéro</numerusform>
        </translation>
    </message>
    <message>
        <source>New caller, not in your directory</source>
        <translation>Nouvel appelant, absent de votre répertoire</translation>
    </message>
    <message>
        <source>Your directory could not be read</source>
        <translation>Votre répertoire n’a pas pu être lu</translation>
    </message>
</context>
<context>
    <name>MissedRow</name>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Manqué, vérification…</translation>
    </message>
    <message>
        <source>Voicemail, %1</source>
        <translation>Message vocal, %1</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Message vocal</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>L’appelant a raccroché</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you tried %n time(s)</source>
        <extracomment>Own calls since then that reached nobody</extracomment>
        <translation>
            <numerusform>vous avez essayé %n fois</numerusform>
            <numerusform>vous avez essayé %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me at %1</source>
        <translation>Me le rappeler à %1</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Rappel pour %1</translation>
    </message>
    <message>
        <source>You reached them, %1 later</source>
        <extracomment>%1: 4 min</extracomment>
        <translation>Vous l’avez joint, %1 plus tard</translation>
    </message>
    <message>
        <source>A colleague reached them, %1 later</source>
        <translation>Un collègue l’a joint, %1 plus tard</translation>
    </message>
    <message>
        <source>%1 reached them, %2 later</source>
        <extracomment>%1: a colleague, %2: 20 min</extracomment>
        <translation>%1 l’a joint, %2 plus tard</translation>
    </message>
    <message>
        <source>They called again and you answered</source>
        <translation>A rappelé et vous avez répondu</translation>
    </message>
    <message>
        <source>You marked it as done</source>
        <translation>Marqué comme réglé par vous</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>À rappeler</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Settled today</source>
        <translation>Réglés aujourd’hui</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Test call</source>
        <translation>Appel d’essai</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Numéro inconnu</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <extracomment>%1: what was promised to this customer</extracomment>
        <translation>Promis&#x202f;: %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>While you were quiet</source>
        <translation>Pendant votre temps calme</translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n appel manqué</numerusform>
            <numerusform>%n appels manqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) while offline</source>
        <translation>
            <numerusform>%n appel hors ligne</numerusform>
            <numerusform>%n appels hors ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the history.</source>
        <translation>Ils sont dans l’historique.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to make now</source>
        <translation>
            <numerusform>%n appel à passer maintenant</numerusform>
            <numerusform>%n appels à passer maintenant</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to call %1</source>
        <extracomment>A reminder; %1: whom the rep wanted to call now, a name or a number</extracomment>
        <translation>C’est l’heure d’appeler %1</translation>
    </message>
    <message>
        <source>You asked to be reminded.</source>
        <translation>Vous avez demandé qu’on vous le rappelle.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Associer à un client</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copier le numéro</translation>
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
        <translation>%1&#x202f;%</translation>
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
        <translation>Appels</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Temps de parole</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Taux de réponse</translation>
    </message>
    <message>
        <source>Average call</source>
        <translation>Appel moyen</translation>
    </message>
    <message>
        <source>Text replies</source>
        <extracomment>The share of incoming texts that were replied to</extracomment>
        <translation>SMS répondus</translation>
    </message>
    <message>
        <source>Called back</source>
        <extracomment>How long missed callers waited until they were called back</extracomment>
        <translation>Rappelés</translation>
    </message>
    <message>
        <source>Outgoing, reached</source>
        <translation>Sortants, aboutis</translation>
    </message>
    <message>
        <source>Outgoing, no answer</source>
        <translation>Sortants, sans réponse</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Entrants, répondus</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Messagerie</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Pris par un collègue</translation>
    </message>
    <message>
        <source>Failed or blocked</source>
        <translation>Échoués ou bloqués</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnus</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended. It belongs to the day on which it began, in your time zone.</source>
        <translation>Chaque appel terminé, entrant ou sortant, compté une fois, quelle que soit sa fin. Il appartient au jour où il a commencé, dans votre fuseau horaire.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Summed in seconds and rounded to minutes once a day.</source>
        <translation>Conversation seule&#x202f;: sonnerie et attente exclues. Additionnée en secondes et arrondie à la minute une fois par jour.</translation>
    </message>
    <message>
        <source>Texts that you sent. Deleted ones are left out.</source>
        <translation>SMS que vous avez envoyés, hors supprimés.</translation>
    </message>
    <message>
        <source>Incoming calls that you answered, of those that you answered or missed. What a colleague took counts for neither.</source>
        <translation>Appels entrants répondus parmi ceux répondus ou manqués. Ceux pris par un collègue ne comptent pas.</translation>
    </message>
    <message>
        <source>Talk time divided by the calls in which somebody talked.</source>
        <translation>Temps de parole divisé par les appels où l’on a parlé.</translation>
    </message>
    <message>
        <source>Of the customers who wrote, how many got a text back within a day. Several texts in a row are one question.</source>
        <translation>Parmi les clients qui ont écrit, combien ont reçu un SMS en retour dans la journée. Plusieurs SMS de suite sont une question.</translation>
    </message>
    <message>
        <source>How long missed callers waited until you reached them, on average. Those who still wait are not in it.</source>
        <translation>Combien de temps, en moyenne, les appelants manqués ont attendu avant d’être joints. Ceux qui attendent encore n’y sont pas.</translation>
    </message>
    <message>
        <source>Calls that you placed and somebody answered.</source>
        <translation>Appels que vous avez passés et auxquels on a répondu.</translation>
    </message>
    <message>
        <source>Calls that you placed and nobody answered: busy, declined, a mailbox.</source>
        <translation>Appels que vous avez passés sans réponse&#x202f;: occupé, refusé, messagerie.</translation>
    </message>
    <message>
        <source>Calls that came in and that you took.</source>
        <translation>Appels entrants que vous avez pris.</translation>
    </message>
    <message>
        <source>Calls that came in and nobody took, without those that left a voicemail.</source>
        <translation>Appels entrants que personne n’a pris, hors messages vocaux.</translation>
    </message>
    <message>
        <source>Missed calls that went to voicemail.</source>
        <translation>Appels manqués arrivés sur la messagerie.</translation>
    </message>
    <message>
        <source>Rang at yours too, and a colleague took it: nobody’s miss.</source>
        <translation>A aussi sonné chez vous, et un collègue l’a pris&#x202f;: personne ne l’a manqué.</translation>
    </message>
    <message>
        <source>The phone service could not or would not connect them.</source>
        <translation>Le service téléphonique n’a pas pu ou voulu les établir.</translation>
    </message>
    <message>
        <source>The phone service gave them an outcome that this version does not know. They count as calls.</source>
        <translation>Le service téléphonique leur a donné un résultat que cette version ne connaît pas. Ils comptent comme appels.</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>After a figure: &quot;38 calls today&quot;</extracomment>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>le %1</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>cette semaine</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>ce mois-ci</translation>
    </message>
    <message>
        <source>in Q%1 %2</source>
        <extracomment>%1: the quarter&apos;s number, %2: the year</extracomment>
        <translation>au T%1 %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1: a month with its year</extracomment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>Perhaps not complete</source>
        <translation>Peut-être incomplet</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Lecture en cours</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Caller card</source>
        <translation>Fiche d’appel</translation>
    </message>
    <message>
        <source>Quiet times</source>
        <translation>Temps calmes</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Numérotation</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Metrics and goals</source>
        <translation>Indicateurs et objectifs</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>What Callcard talks to. It carries no audio: none of this can drop a call.</source>
        <translation>À quoi Callcard parle. Il ne transporte aucun son&#x202f;: rien de tout cela ne peut couper un appel.</translation>
    </message>
    <message>
        <source>Where your services are and who you are there. Keys are kept in the system keychain.</source>
        <translation>Où sont vos services et qui vous y êtes. Les clés sont gardées dans le trousseau du système.</translation>
    </message>
    <message>
        <source>What appears when the phone rings, where, and for how long.</source>
        <translation>Ce qui apparaît quand le téléphone sonne, où et combien de temps.</translation>
    </message>
    <message>
        <source>When no card appears. What came meanwhile is told afterwards.</source>
        <translation>Quand aucune fiche n’apparaît. Ce qui est venu entre-temps est dit après.</translation>
    </message>
    <message>
        <source>How a number becomes a call.</source>
        <translation>Comment un numéro devient un appel.</translation>
    </message>
    <message>
        <source>Where your customers come from. They lie on this computer and work offline.</source>
        <translation>D’où viennent vos clients. Ils sont sur cet ordinateur et restent là hors ligne.</translation>
    </message>
    <message>
        <source>What is counted, and where the figures go.</source>
        <translation>Ce qui est compté, et où vont les chiffres.</translation>
    </message>
    <message>
        <source>Keys that work in every program.</source>
        <translation>Des touches qui marchent dans tous les programmes.</translation>
    </message>
    <message>
        <source>What is kept here, what leaves this computer, and how to get rid of it.</source>
        <translation>Ce qui est gardé ici, ce qui quitte cet ordinateur, et comment s’en défaire.</translation>
    </message>
    <message>
        <source>You, your language and this program.</source>
        <translation>Vous, votre langue et ce programme.</translation>
    </message>
    <message>
        <source>This must be an e-mail address, like sam@company.example.</source>
        <translation>Ce doit être une adresse e-mail, comme sam@company.example.</translation>
    </message>
    <message>
        <source>This must be an address that begins with https://. Plain http is for this computer only.</source>
        <translation>Ce doit être une adresse qui commence par https://. http simple est réservé à cet ordinateur.</translation>
    </message>
    <message>
        <source>This must be host:port of a test server on this computer, like 127.0.0.1:8080.</source>
        <translation>Ce doit être hôte:port d’un serveur d’essai sur cet ordinateur, comme 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Choose a country from the list.</source>
        <translation>Choisissez un pays dans la liste.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Choisissez un fuseau horaire dans la liste.</translation>
    </message>
    <message>
        <source>This must be a time of day.</source>
        <translation>Ce doit être une heure de la journée.</translation>
    </message>
    <message>
        <source>This must be a number from %1 to %2.</source>
        <extracomment>%1, %2: whole numbers</extracomment>
        <translation>Ce doit être un nombre de %1 à %2.</translation>
    </message>
    <message>
        <source>One of these words is not known here.</source>
        <translation>Un de ces mots est inconnu ici.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Cette valeur ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>Each entry must be like phone=Direct Line. These can stand before the equals sign: %1.</source>
        <extracomment>%1: fixed words, &quot;name, company, phone&quot;</extracomment>
        <translation>Chaque entrée doit être comme phone=Ligne directe. Avant le signe égal peuvent figurer&#x202f;: %1.</translation>
    </message>
</context>
<context>
    <name>SpokenText</name>
    <message>
        <source>not known</source>
        <translation>non connu</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Flèche haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Flèche bas</translation>
    </message>
</context>
<context>
    <name>SyncTexts</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>Reading day %1 of %2</source>
        <extracomment>%1 of %2 days have been read</extracomment>
        <translation>Lecture du jour %1 sur %2</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Synchronisation…</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Pas à jour</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Attend votre action</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Non configuré</translation>
    </message>
    <message>
        <source>Connect your phone service and set your e-mail; then your calls are counted.</source>
        <translation>Connectez votre service téléphonique et indiquez votre e-mail&#x202f;; vos appels seront alors comptés.</translation>
    </message>
    <message>
        <source>Last synced %1.</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Dernière synchronisation %1.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Pas encore synchronisé.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Prochain essai à %1.</translation>
    </message>
    <message>
        <source>Synced calls: %1. Metrics written: %2.</source>
        <translation>Appels synchronisés&#x202f;: %1. Indicateurs écrits&#x202f;: %2.</translation>
    </message>
    <message>
        <source>Not everything could be synced: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Tout n’a pas pu être synchronisé&#x202f;: %1</translation>
    </message>
    <message>
        <source>Stopped. What was read is kept.</source>
        <translation>Arrêté. Ce qui a été lu est gardé.</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1.</source>
        <translation>En attente d’envoi&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Refused and set aside: %1.</source>
        <translation>Refusé et mis de côté&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrants</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Sortants</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondus</translation>
    </message>
    <message>
        <source>Talk, seconds</source>
        <translation>Parole, secondes</translation>
    </message>
    <message>
        <source>Talk, minutes</source>
        <translation>Parole, minutes</translation>
    </message>
    <message>
        <source>Average, seconds</source>
        <translation>Moyenne, secondes</translation>
    </message>
    <message>
        <source>Texts sent</source>
        <translation>SMS envoyés</translation>
    </message>
    <message>
        <source>Texts received</source>
        <translation>SMS reçus</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
</context>
<context>
    <name>TeamDetailText</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>A part of a whole: &quot;9 of 12&quot;</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a length of time, %2: how many calls</extracomment>
        <translation>%1 pour %2</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended, on the day on which it began where that person is.</source>
        <translation>Chaque appel terminé, entrant ou sortant, compté une fois, quelle que soit sa fin, le jour où il a commencé là où est la personne.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Rounded to minutes once a day, then summed.</source>
        <translation>Conversation seule&#x202f;: sonnerie et attente exclues. Arrondie à la minute une fois par jour, puis additionnée.</translation>
    </message>
    <message>
        <source>Texts that were sent. Deleted ones are left out.</source>
        <translation>SMS envoyés, hors supprimés.</translation>
    </message>
    <message>
        <source>Incoming calls that were answered, of all that came in. Only where every day’s document tells it.</source>
        <translation>Appels entrants répondus, parmi tous les appels entrants. Seulement si le document de chaque jour l’indique.</translation>
    </message>
    <message>
        <source>Calls that came in, however they ended.</source>
        <translation>Appels entrants, quelle que soit leur fin.</translation>
    </message>
    <message>
        <source>Talk time divided by all calls, also by those in which nobody talked.</source>
        <translation>Temps de parole divisé par tous les appels, y compris ceux où personne n’a parlé.</translation>
    </message>
    <message>
        <source>Calls in which somebody talked, of all calls. Recomputed from sums, never the mean of several rates.</source>
        <translation>Appels où l’on a parlé, parmi tous les appels. Recalculé à partir des sommes, jamais la moyenne de plusieurs taux.</translation>
    </message>
    <message>
        <source>Calls of each of the last ten working days. A gap is a day that was not read.</source>
        <translation>Appels de chacun des dix derniers jours ouvrés. Un vide est un jour qui n’a pas été lu.</translation>
    </message>
    <message>
        <source>not read</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>non lu</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
</context>
<context>
    <name>TeamText</name>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Calls, against pace</source>
        <translation>Appels et rythme</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondus</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrants</translation>
    </message>
    <message>
        <source>Talk a call</source>
        <translation>Par appel</translation>
    </message>
    <message>
        <source>10 work days</source>
        <translation>10 jours ouvrés</translation>
    </message>
    <message>
        <source>How fresh</source>
        <translation>Fraîcheur</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Lecture en cours</translation>
    </message>
    <message>
        <source>Not read since %1</source>
        <extracomment>%1: a moment, &quot;Wed 5:40 PM&quot;</extracomment>
        <translation>Non lu depuis %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, of %1, %2 expected by now</source>
        <translation>, sur %1, %2 attendus à cette heure</translation>
    </message>
    <message>
        <source>not told</source>
        <extracomment>The documents do not say how many calls were answered</extracomment>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;On a call&quot;, %2: &quot;20 s ago&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Right now</source>
        <extracomment>Column: free, on a call, away</extracomment>
        <translation>En ce moment</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Dernière synchronisation</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>Column: how many of all calls were answered by a person</extracomment>
        <translation>Aboutis</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>A person of the team who is not on the phone</extracomment>
        <translation>Libre</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>En appel</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>Whether a person is on the phone</extracomment>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Documents of %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Documents&#x202f;: %1</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Dernière synchronisation %1</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>New caller</source>
        <extracomment>The number rings for the first time and nobody in the directory has it</extracomment>
        <translation>Nouvel appelant</translation>
    </message>
    <message>
        <source>Private number</source>
        <extracomment>The caller withheld the number</extracomment>
        <translation>Numéro privé</translation>
    </message>
    <message>
        <source>Exact match</source>
        <extracomment>The whole number is stored with this customer</extracomment>
        <translation>Correspondance exacte</translation>
    </message>
    <message>
        <source>Guess</source>
        <extracomment>Who is calling is inferred, not known</extracomment>
        <translation>Supposition</translation>
    </message>
    <message>
        <source>Not read</source>
        <extracomment>A day or figure that could not be fetched; it is not zero</extracomment>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Test server</source>
        <extracomment>Said wherever the program talks to a stand-in instead of the real service</extracomment>
        <translation>Serveur d’essai</translation>
    </message>
    <message>
        <source>Calling</source>
        <extracomment>Outgoing: the other phone has not answered yet</extracomment>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Sonne</translation>
    </message>
    <message>
        <source>On the call</source>
        <translation>En communication</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Appel terminé</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <extracomment>%1: a colleague, or a device such as &quot;your desk phone&quot;</extracomment>
        <translation>Répondu ailleurs</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Répondu par %1</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non joint</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Manqué, l’appelant a raccroché</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Reached voicemail</source>
        <translation>Messagerie atteinte</translation>
    </message>
    <message>
        <source>Missed, left a voicemail</source>
        <translation>Manqué, message vocal laissé</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Échec de l’appel</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transféré</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>Transféré à %1</translation>
    </message>
    <message>
        <source>Team relay</source>
        <translation>Relais de l’équipe</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Handed to another program</source>
        <extracomment>An outgoing call that another program was asked to dial</extracomment>
        <translation>Confié à un autre programme</translation>
    </message>
    <message>
        <source>Not known what became of it</source>
        <extracomment>An outgoing call of which nobody knows whether a phone rang</extracomment>
        <translation>Issue inconnue</translation>
    </message>
    <message>
        <source>Handed to the AI agent</source>
        <translation>Confié à l’agent IA</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: seconds</extracomment>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: minutes</extracomment>
        <translation>il y a %1 min</translation>
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
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day</comment>
        <extracomment>A day of this year. %1: short day of the week, %2: month and day. &quot;Wed, Nov 18&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>How long until something happens. %1: &quot;12 s&quot;, &quot;4 min&quot;, &quot;1 h 15 min&quot;</extracomment>
        <translation>dans %1</translation>
    </message>
</context>
<context>
    <name>TrayTexts</name>
    <message>
        <source>%1 · %2 min · %3 today</source>
        <extracomment>%1: &quot;38 calls&quot;, %2: &quot;96&quot;, %3: &quot;21 texts&quot;</extracomment>
        <translation>%1 · %2 min · %3 aujourd’hui</translation>
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
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeTexts</name>
    <message>
        <source>Something is still empty. Fill in every field, or skip this step.</source>
        <translation>Il manque encore quelque chose. Remplissez chaque champ, ou passez cette étape.</translation>
    </message>
    <message>
        <source>%1 does not accept this. Look for a missing character at the beginning or end, or for a key that was replaced.</source>
        <extracomment>%1: a service</extracomment>
        <translation>%1 n’accepte pas cela. Cherchez un caractère manquant au début ou à la fin, ou une clé qui a été remplacée.</translation>
    </message>
    <message>
        <source>%1 knows you, but your account may not do this. Your administrator can allow it.</source>
        <translation>%1 vous connaît, mais votre compte n’en a pas le droit. Votre administrateur peut l’autoriser.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network, or the address is wrong. Open any page in your browser, sign in to the network, and try again.</source>
        <translation>Autre chose que %1 a répondu&#x202f;: peut-être la page de connexion de ce réseau, ou l’adresse est fausse. Ouvrez une page dans votre navigateur, connectez-vous au réseau et réessayez.</translation>
    </message>
    <message>
        <source>There is no server of that name. Check the address, and that this computer is online.</source>
        <translation>Il n’y a pas de serveur de ce nom. Vérifiez l’adresse, et que cet ordinateur est en ligne.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that this computer is online; a firewall may be in the way.</source>
        <translation>%1 est injoignable. Vérifiez que cet ordinateur est en ligne&#x202f;; un pare-feu peut faire obstacle.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>Le serveur n’a pas pu prouver qu’il est %1, donc rien n’a été envoyé. Un certificat fait par l’entreprise doit être connu de ce système&#x202f;; votre administrateur peut l’ajouter.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, and sign-ins fail with a wrong clock. Set it, and try again.</source>
        <translation>L’horloge de cet ordinateur est fausse, et les connexions échouent ainsi. Réglez-la et réessayez.</translation>
    </message>
    <message>
        <source>The network’s proxy refused. Check its address and sign-in in the system’s settings.</source>
        <translation>Le proxy du réseau a refusé. Vérifiez son adresse et sa connexion dans les réglages du système.</translation>
    </message>
    <message>
        <source>The address must begin with https://: without encryption everybody on the way could read your calls.</source>
        <translation>L’adresse doit commencer par https://&#x202f;: sans chiffrement, chacun en chemin pourrait lire vos appels.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://calls.company.example.</source>
        <translation>Ce n’est pas une adresse complète. Elle ressemble à https://calls.company.example.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in any browser on this computer, or use a JWT.</source>
        <translation>Aucun navigateur n’a pu être ouvert. Copiez le lien et ouvrez-le dans un navigateur de cet ordinateur, ou utilisez un JWT.</translation>
    </message>
    <message>
        <source>Another program uses the ports 5000, 5001 and 5002 that the browser comes back to. Quit it and try again, or use a JWT.</source>
        <translation>Un autre programme utilise les ports 5000, 5001 et 5002 auxquels le navigateur revient. Quittez-le et réessayez, ou utilisez un JWT.</translation>
    </message>
    <message>
        <source>The sign-in page said no. Try again with another account, or ask your administrator to allow Callcard.</source>
        <translation>La page de connexion a refusé. Réessayez avec un autre compte, ou demandez à votre administrateur d’autoriser Callcard.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser. If the window was closed, simply try again.</source>
        <translation>Personne n’est revenu du navigateur. Si la fenêtre a été fermée, réessayez simplement.</translation>
    </message>
    <message>
        <source>%1 allows a few tries a minute. Wait a minute, then try again.</source>
        <translation>%1 permet quelques essais par minute. Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>The system’s keychain is locked, so the key could not be kept. Unlock it and try again.</source>
        <translation>Le trousseau du système est verrouillé, donc la clé n’a pas pu être gardée. Déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop. The key can be kept until Callcard quits, and never in a file.</source>
        <translation>Il n’y a pas de trousseau sur ce bureau. La clé peut être gardée jusqu’à ce que Callcard quitte, et jamais dans un fichier.</translation>
    </message>
    <message>
        <source>%1 has a fault on its side. Skip this step; Callcard tries again by itself.</source>
        <translation>%1 a une panne de son côté. Passez cette étape&#x202f;; Callcard réessaie tout seul.</translation>
    </message>
    <message>
        <source>This file cannot be read as a table (CSV) or as address cards (vCard).</source>
        <translation>Ce fichier ne se lit ni comme tableau (CSV) ni comme fiches d’adresse (vCard).</translation>
    </message>
    <message>
        <source>No row of this file has a name and a number, so nothing was changed.</source>
        <translation>Aucune ligne de ce fichier n’a un nom et un numéro&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Your administrator has decided this already; it cannot be changed here.</source>
        <translation>Votre administrateur l’a déjà décidé&#x202f;; cela ne se change pas ici.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>Le bureau n’a pas laissé Callcard prendre ces liens.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not kept. Make room on it, then try again.</source>
        <translation>Le disque est plein, donc ceci n’a pas été gardé. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 has no customers of yours. Settings, Directory, can ask for everybody’s; or your administrator can tell whose accounts are yours.</source>
        <translation>%1 n’a aucun client à vous. Réglages, Répertoire permet de demander ceux de tout le monde&#x202f;; ou votre administrateur peut dire quels comptes sont les vôtres.</translation>
    </message>
    <message>
        <source>Callcard may not write to its folder, so this was not kept. Make the folder and what is in it writable for you, then try again.</source>
        <translation>Callcard n’a pas le droit d’écrire dans son dossier, donc ceci n’a pas été gardé. Donnez-vous le droit d’écrire dans le dossier et son contenu, puis réessayez.</translation>
    </message>
    <message>
        <source>Callcard’s own files cannot be used just now. Quit Callcard and start it again: it says what is wrong with them.</source>
        <translation>Les fichiers de Callcard sont inutilisables en ce moment. Quittez Callcard et redémarrez-le&#x202f;: il dit ce qui ne va pas.</translation>
    </message>
    <message>
        <source>The system’s keychain failed, so the key was not kept. Sign out of the desktop and in again, then try again.</source>
        <translation>Le trousseau du système a échoué, donc la clé n’a pas été gardée. Fermez votre session de bureau et rouvrez-la, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>callcard::Hotkeys</name>
    <message>
        <source>Go to the card of the call</source>
        <translation>Aller à la fiche de l’appel</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Appeler le numéro sélectionné</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ActionRow</name>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBox</name>
    <message>
        <source>Call or find</source>
        <translation>Appeler ou chercher</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Numéro ou nom</translation>
    </message>
    <message>
        <source>Number or name to call</source>
        <translation>Numéro ou nom à appeler</translation>
    </message>
    <message>
        <source>Who can be called</source>
        <translation>Qui l’on peut appeler</translation>
    </message>
    <message>
        <source>Type a number or a name</source>
        <translation>Tapez un numéro ou un nom</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number</source>
        <translation>Personne de ce nom, et pas un numéro</translation>
    </message>
    <message>
        <source>Searched %1 customers</source>
        <translation>%1 clients parcourus</translation>
    </message>
    <message>
        <source>A number in any form, pasted or typed</source>
        <translation>Un numéro sous toute forme, collé ou tapé</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>Which of my lines the other side sees. %1: &quot;Sales Toronto&quot;</extracomment>
        <translation>en tant que %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>Behind the keys Ctrl and V</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>paste a number in any form</source>
        <translation>coller un numéro sous toute forme</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Échap ferme</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBoxModel</name>
    <message>
        <source>Call anyway</source>
        <translation>Appeler quand même</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Ctrl ↵</translation>
    </message>
    <message>
        <source>Call %1</source>
        <extracomment>Spoken. %1: who, what will be dialled, where that is.</extracomment>
        <translation>Appeler %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallCard</name>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Ouvrir %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallDetails</name>
    <message>
        <source>Close the details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>Écrire un SMS</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En mots</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Appeler %1</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>En attente avec %1</translation>
    </message>
    <message>
        <source>Details of the call with %1</source>
        <translation>Détails de l’appel avec %1</translation>
    </message>
    <message>
        <source>Saved, stays on this computer</source>
        <translation>Enregistré, reste sur cet ordinateur</translation>
    </message>
    <message>
        <source>Saved, sent to the provider %1</source>
        <translation>Enregistré, envoyé au fournisseur %1</translation>
    </message>
    <message>
        <source>Saved, on its way to the provider</source>
        <translation>Enregistré, en route vers le fournisseur</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message numerus="yes">
        <source>Counted today, in your %n call(s)</source>
        <translation>
            <numerusform>Compté aujourd’hui, dans votre %n appel</numerusform>
            <numerusform>Compté aujourd’hui, dans vos %n appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted on %1, in your %n call(s)</source>
        <translation>
            <numerusform>Compté le %1, dans votre %n appel</numerusform>
            <numerusform>Compté le %1, dans vos %n appels</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted when it has ended</source>
        <translation>Compté quand il sera terminé</translation>
    </message>
    <message>
        <source>Counted when the provider&apos;s log has it</source>
        <translation>Compté quand le journal du fournisseur l’aura</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Me le rappeler…</translation>
    </message>
    <message>
        <source>Private: its note stays on this computer</source>
        <translation>Privé&#x202f;: sa note reste sur cet ordinateur</translation>
    </message>
    <message>
        <source>Saved here, not sent: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Enregistré ici, non envoyé&#x202f;: %1</translation>
    </message>
    <message>
        <source>Important customer (S)</source>
        <translation>Client important (S)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallField</name>
    <message>
        <source>Call or find…</source>
        <translation>Appeler ou chercher…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallHistoryPage</name>
    <message>
        <source>No calls yet. The first one will be here before it has ended.</source>
        <translation>Aucun appel. Le premier sera ici avant sa fin.</translation>
    </message>
    <message>
        <source>No call matches.</source>
        <translation>Aucun appel ne correspond.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Afficher tous les appels</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CardBand</name>
    <message>
        <source>Keep this card</source>
        <translation>Garder cette fiche</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChipRow</name>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Mes comptes</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>Customers who buy at present</extracomment>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Shared numbers</source>
        <extracomment>Customers who have a number in common with somebody else</extracomment>
        <translation>Numéros partagés</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Quels clients</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoiceRow</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n autre…</numerusform>
            <numerusform>%n autres…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoicesPane</name>
    <message>
        <source>Numbers you chose</source>
        <translation>Numéros que vous avez choisis</translation>
    </message>
    <message>
        <source>Nothing chosen yet. When several customers have the number that calls, the card asks who it is.</source>
        <translation>Rien de choisi pour l’instant. Quand plusieurs clients ont le numéro qui appelle, la fiche demande de qui il s’agit.</translation>
    </message>
    <message>
        <source>Who is on the card when one of them calls.</source>
        <translation>Qui figure sur la fiche quand l’un d’eux appelle.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Afficher les plus anciens</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Not in the directory any more</source>
        <translation>N’est plus dans le répertoire</translation>
    </message>
    <message>
        <source>Chosen %1</source>
        <extracomment>%1: a moment, &quot;2:13 PM&quot; or &quot;Nov 17, 5:40 PM&quot;</extracomment>
        <translation>Choisi %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo: %1 is %2</source>
        <extracomment>%1: a phone number, %2: a person</extracomment>
        <translation>Annuler&#x202f;: %1 est à %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ComputerPage</name>
    <message>
        <source>Start when I sign in</source>
        <translation>Démarrer à l’ouverture de session</translation>
    </message>
    <message>
        <source>Open phone links with Callcard</source>
        <translation>Ouvrir les liens téléphoniques avec Callcard</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Callcard stays in the tray and is silent until the phone rings.</source>
        <translation>Callcard reste dans la zone de notification, silencieux jusqu’à ce que le téléphone sonne.</translation>
    </message>
    <message>
        <source>Hidden, in the tray.</source>
        <translation>Caché, dans la zone de notification.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Envoyer un appel d’essai</translation>
    </message>
    <message>
        <source>See a card</source>
        <translation>Voir une fiche</translation>
    </message>
    <message>
        <source>A make-believe caller rings for a few seconds, in the corner you chose.</source>
        <translation>Un appelant imaginaire sonne quelques secondes, dans le coin choisi.</translation>
    </message>
    <message>
        <source>A click on a number in any program opens the call box.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Un clic sur un numéro dans n’importe quel programme ouvre la boîte d’appel.</translation>
    </message>
    <message>
        <source>No program opens them at the moment.</source>
        <translation>Aucun programme ne les ouvre pour l’instant.</translation>
    </message>
    <message>
        <source>%1 opens them at the moment. It stays so unless you switch this on.</source>
        <translation>%1 les ouvre pour l’instant. Cela reste ainsi, sauf si vous activez ceci.</translation>
    </message>
    <message>
        <source>The test call rings now. This is all there is to know: the card comes, and it goes.</source>
        <translation>L’appel d’essai sonne. C’est tout ce qu’il y a à savoir&#x202f;: la fiche vient, et s’en va.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionLine</name>
    <message>
        <source>Opens the connections</source>
        <translation>Ouvre les connexions</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionRow</name>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Se reconnecter…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionsPage</name>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Rien n’est encore connecté.</translation>
    </message>
    <message>
        <source>Connect your phone service</source>
        <translation>Connecter votre service téléphonique</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CounterPill</name>
    <message numerus="yes">
        <source>%n more call(s) ringing</source>
        <translation>
            <numerusform>%n autre appel sonne</numerusform>
            <numerusform>%n autres appels sonnent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more call(s)</source>
        <translation>
            <numerusform>%n autre appel</numerusform>
            <numerusform>%n autres appels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomerForm</name>
    <message>
        <source>Kind of customer</source>
        <translation>Type de client</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Enregistrer le client</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Société</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <extracomment>What somebody does in a company: &quot;Head of purchasing&quot;</extracomment>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>E-mail</source>
        <extracomment>%1: the second, the third … address of a customer</extracomment>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Kept on this computer and sent to the team’s database.</source>
        <translation>Gardé sur cet ordinateur et envoyé à la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation>Gardé sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Modifier le client</translation>
    </message>
    <message>
        <source>mobile</source>
        <extracomment>The kind of a number, as a hint: &quot;mobile, office …&quot;</extracomment>
        <translation>portable</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Ajouter un numéro</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <source>not a number yet</source>
        <translation>pas encore un numéro</translation>
    </message>
    <message>
        <source>Kind of number %1</source>
        <extracomment>%1: the first, the second … number of a customer</extracomment>
        <translation>Type du numéro %1</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Numéro %1</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>E-mail %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomersPage</name>
    <message>
        <source>Who are your customers?</source>
        <translation>Qui sont vos clients&#x202f;?</translation>
    </message>
    <message>
        <source>They are copied to this computer, so that a name is there before the first ring ends, also offline.</source>
        <translation>Ils sont copiés sur cet ordinateur, pour qu’un nom soit là avant la fin de la première sonnerie, même hors ligne.</translation>
    </message>
    <message>
        <source>The team’s Firestore</source>
        <translation>Le Firestore de l’équipe</translation>
    </message>
    <message>
        <source>Your own accounts first; the rest only if you ask for it.</source>
        <translation>Vos propres comptes d’abord&#x202f;; le reste seulement si vous le demandez.</translation>
    </message>
    <message>
        <source>With the key from your settings there.</source>
        <translation>Avec la clé de vos réglages là-bas.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>CSV or vCard. You see what it would bring before anything is kept.</source>
        <translation>CSV ou vCard. Vous voyez ce qu’il apporterait avant que rien ne soit gardé.</translation>
    </message>
    <message>
        <source>Your e-mail address in Copper</source>
        <translation>Votre adresse e-mail dans Copper</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>Test and fetch</source>
        <translation>Tester et récupérer</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf)</source>
        <translation>Clients (*.csv *.tsv *.txt *.vcf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers are on this computer.</source>
        <extracomment>%1, %2: amounts, already written with their separators</extracomment>
        <translation>%1 clients avec %2 numéros sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers can be read.</source>
        <translation>%1 clients avec %2 numéros peuvent être lus.</translation>
    </message>
    <message>
        <source>%1 numbers cannot be read as a phone number.</source>
        <translation>%1 numéros ne se lisent pas comme numéro de téléphone.</translation>
    </message>
    <message>
        <source>%1 of the %2 who called last month are among them.</source>
        <translation>%1 des %2 qui ont appelé le mois dernier en font partie.</translation>
    </message>
    <message>
        <source>The first %1 customers with %2 numbers were looked at; there are more.</source>
        <translation>Les %1 premiers clients avec %2 numéros ont été examinés&#x202f;; il y en a d’autres.</translation>
    </message>
    <message>
        <source>%1 more cannot be used.</source>
        <translation>%1 autres sont inutilisables.</translation>
    </message>
    <message>
        <source>Looking who called last month…</source>
        <translation>Recherche de qui a appelé le mois dernier…</translation>
    </message>
    <message>
        <source>Nobody called last month whom they could be compared with.</source>
        <translation>Personne n’a appelé le mois dernier à qui les comparer.</translation>
    </message>
    <message>
        <source>Not every phone service could be asked who called.</source>
        <translation>Tous les services téléphoniques n’ont pas pu dire qui a appelé.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionHead</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Parce que</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Combien de temps</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionList</name>
    <message>
        <source>Decisions about calls, newest first</source>
        <translation>Décisions sur les appels, les plus récentes d’abord</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionRow</name>
    <message>
        <source>no card</source>
        <translation>pas de fiche</translation>
    </message>
    <message>
        <source>provider %1 s</source>
        <extracomment>%1: &quot;0.7&quot;: how long the provider took to tell us</extracomment>
        <translation>fournisseur %1 s</translation>
    </message>
    <message>
        <source>Provider sent</source>
        <translation>Envoyé par le fournisseur</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>%1 s plus tard</translation>
    </message>
    <message>
        <source>Matched in</source>
        <translation>Identifié en</translation>
    </message>
    <message>
        <source>On screen after</source>
        <translation>À l’écran après</translation>
    </message>
    <message>
        <source>Held back for</source>
        <translation>Retenu pour</translation>
    </message>
    <message>
        <source>quiet time</source>
        <translation>temps calme</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Pas de fiche</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DiagnosticsPage</name>
    <message>
        <source>Rang today</source>
        <translation>Sonné aujourd’hui</translation>
    </message>
    <message>
        <source>Event to card</source>
        <translation>De l’événement à la fiche</translation>
    </message>
    <message>
        <source>Provider to us</source>
        <translation>Du fournisseur à nous</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>No call has reached Callcard yet.</source>
        <translation>Aucun appel n’est encore arrivé à Callcard.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Envoyer un appel d’essai</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>Pourquoi pas de fiche&#x202f;?</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Quels appels</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Pas de fiche</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Number, name or line</source>
        <translation>Numéro, nom ou ligne</translation>
    </message>
    <message>
        <source>Kept while Callcard runs, a thousand at most. The report hides names, numbers and notes.</source>
        <translation>Gardé tant que Callcard tourne, mille au plus. Le rapport cache noms, numéros et notes.</translation>
    </message>
    <message>
        <source>The report, as it will be copied</source>
        <translation>Le rapport, tel qu’il sera copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>This is what will be copied. Names, numbers and notes are not in it.</source>
        <translation>Voici ce qui sera copié. Noms, numéros et notes n’y sont pas.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;15 cards&quot;, %2: &quot;4 kept back on purpose&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept back on purpose</source>
        <translation>
            <numerusform>%n retenue exprès</numerusform>
            <numerusform>%n retenues exprès</numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>slowest %1 ms, on this computer</source>
        <extracomment>%1: &quot;41&quot;</extracomment>
        <translation>la plus lente %1 ms, sur cet ordinateur</translation>
    </message>
    <message>
        <source>no card yet today</source>
        <translation>aucune fiche aujourd’hui</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>slowest %1 s at %2</source>
        <extracomment>%1: &quot;9.4&quot;, %2: &quot;11:20 AM&quot;</extracomment>
        <translation>la plus lente %1 s à %2</translation>
    </message>
    <message>
        <source>no call yet today</source>
        <translation>aucun appel aujourd’hui</translation>
    </message>
    <message>
        <source>no gap since the start</source>
        <translation>aucune coupure depuis le début</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n coupure</numerusform>
            <numerusform>%n coupures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) fetched afterwards</source>
        <translation>
            <numerusform>%n appel récupéré ensuite</numerusform>
            <numerusform>%n appels récupérés ensuite</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, repaired, nothing lost</source>
        <translation>%1, réparé, rien de perdu</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Certains réglages ne sont pas appliqués.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself.</source>
        <translation>Ce bureau (Wayland) place lui-même les fenêtres.</translation>
    </message>
    <message>
        <source>Calls show as its notifications, or in a window where it shows none. If you see neither, look into the desktop’s own settings for notifications. Shortcuts of Callcard’s do nothing in other programs here.</source>
        <translation>Les appels s’affichent dans ses notifications, ou dans une fenêtre s’il n’en montre pas. Si vous ne voyez ni l’un ni l’autre, regardez les réglages de notification du bureau. Les raccourcis de Callcard ne font rien ici dans d’autres programmes.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DialTexts</name>
    <message>
        <source>Your phone rings first, then theirs</source>
        <translation>Votre téléphone sonne d’abord, puis le leur</translation>
    </message>
    <message>
        <source>The RingCentral app dials</source>
        <translation>L’application RingCentral compose</translation>
    </message>
    <message>
        <source>JustCall’s dialer opens; press call there</source>
        <translation>Le composeur de JustCall s’ouvre&#x202f;; appuyez là sur appeler</translation>
    </message>
    <message>
        <source>This computer’s phone program dials</source>
        <translation>Le programme téléphonique de cet ordinateur compose</translation>
    </message>
    <message>
        <source>My phone</source>
        <translation>Mon téléphone</translation>
    </message>
    <message>
        <source>RingCentral app</source>
        <translation>Application RingCentral</translation>
    </message>
    <message>
        <source>JustCall dialer</source>
        <translation>Composeur JustCall</translation>
    </message>
    <message>
        <source>Phone program of this computer</source>
        <translation>Programme téléphonique de cet ordinateur</translation>
    </message>
    <message>
        <source>Will dial %1</source>
        <translation>Composera %1</translation>
    </message>
    <message>
        <source>then type %1 yourself</source>
        <extracomment>%1 is an extension&apos;s digits, or tones. The way chosen cannot dial them.</extracomment>
        <translation>puis tapez %1 vous-même</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>poste %1</translation>
    </message>
    <message>
        <source>%1, %2 there</source>
        <extracomment>Place and the time of day in it: &quot;Toronto, 2:15 PM there&quot;</extracomment>
        <translation>%1, il y est %2</translation>
    </message>
    <message>
        <source>This is an emergency number.</source>
        <translation>C’est un numéro d’urgence.</translation>
    </message>
    <message>
        <source>In danger, use the nearest phone; it is faster.</source>
        <translation>En cas de danger, prenez le téléphone le plus proche&#x202f;; c’est plus rapide.</translation>
    </message>
    <message>
        <source>This number costs extra.</source>
        <translation>Ce numéro est surtaxé.</translation>
    </message>
    <message>
        <source>Whoever answers earns on the call.</source>
        <translation>Celui qui répond gagne sur l’appel.</translation>
    </message>
    <message>
        <source>On the do-not-call list.</source>
        <translation>Sur la liste à ne pas appeler.</translation>
    </message>
    <message>
        <source>This customer asked not to be called.</source>
        <translation>Ce client a demandé à ne pas être appelé.</translation>
    </message>
    <message>
        <source>It is %1 there.</source>
        <translation>Il y est %1.</translation>
    </message>
    <message>
        <source>You asked to be warned outside %1 to %2.</source>
        <translation>Vous avez demandé à être averti hors de %1 à %2.</translation>
    </message>
    <message>
        <source>No connected phone service can dial.</source>
        <translation>Aucun service téléphonique connecté ne peut composer.</translation>
    </message>
    <message>
        <source>Short numbers cannot be dialled from here.</source>
        <translation>Les numéros courts ne se composent pas d’ici.</translation>
    </message>
    <message>
        <source>Dial it on your phone.</source>
        <translation>Composez-le sur votre téléphone.</translation>
    </message>
    <message>
        <source>Phone links open Callcard itself.</source>
        <translation>Les liens téléphoniques ouvrent Callcard lui-même.</translation>
    </message>
    <message>
        <source>Choose another way to dial in Settings.</source>
        <translation>Choisissez une autre voie dans les réglages.</translation>
    </message>
    <message>
        <source>Already calling %1.</source>
        <translation>%1 est déjà en cours d’appel.</translation>
    </message>
    <message>
        <source>Your phone may ring all the same: look before you try again.</source>
        <translation>Votre téléphone sonne peut-être quand même&#x202f;: regardez avant de réessayer.</translation>
    </message>
    <message>
        <source>Type a number or a name.</source>
        <translation>Tapez un numéro ou un nom.</translation>
    </message>
    <message>
        <source>The caller hid the number, so there is nothing to dial.</source>
        <translation>L’appelant a masqué le numéro, il n’y a rien à composer.</translation>
    </message>
    <message>
        <source>There is no phone number in this text.</source>
        <translation>Il n’y a pas de numéro de téléphone dans ce texte.</translation>
    </message>
    <message>
        <source>These are several numbers; choose one.</source>
        <translation>Ce sont plusieurs numéros&#x202f;; choisissez-en un.</translation>
    </message>
    <message>
        <source>A spreadsheet cut this number’s digits; take it from the source.</source>
        <translation>Un tableur a coupé les chiffres de ce numéro&#x202f;; prenez-le à la source.</translation>
    </message>
    <message>
        <source>A short number works in its own network only.</source>
        <translation>Un numéro court ne marche que dans son propre réseau.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>L’indicatif régional manque.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>Le numéro est trop court.</translation>
    </message>
    <message>
        <source>That is too long for a number.</source>
        <translation>C’est trop long pour un numéro.</translation>
    </message>
    <message>
        <source>Start with + and the country’s code, or set your region in Settings.</source>
        <translation>Commencez par + et l’indicatif du pays, ou réglez votre région.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Aucun pays n’a cet indicatif.</translation>
    </message>
    <message>
        <source>Nobody can have this number in its country.</source>
        <translation>Personne ne peut avoir ce numéro dans ce pays.</translation>
    </message>
    <message>
        <source>Your phone rings first, then %1</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Votre téléphone sonne d’abord, puis celui de %1</translation>
    </message>
    <message>
        <source>Callcard is just starting.</source>
        <translation>Callcard est en train de démarrer.</translation>
    </message>
    <message>
        <source>In a moment it knows whether your phone service can dial.</source>
        <translation>Dans un instant, il saura si votre service téléphonique peut composer.</translation>
    </message>
    <message>
        <source>Connect RingCentral, or choose another way here or in Settings.</source>
        <translation>Connectez RingCentral, ou choisissez une autre voie ici ou dans les réglages.</translation>
    </message>
    <message>
        <source>Opening the program…</source>
        <translation>Ouverture du programme…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Demande à %1…</translation>
    </message>
    <message>
        <source>%1: nothing on this computer opens its links.</source>
        <extracomment>%1: &quot;RingCentral app&quot;, &quot;Phone program of this computer&quot;</extracomment>
        <translation>%1&#x202f;: rien sur cet ordinateur n’ouvre ses liens.</translation>
    </message>
    <message>
        <source>Install it, or choose another way in Settings.</source>
        <translation>Installez le programme, ou choisissez une autre voie dans les réglages.</translation>
    </message>
    <message>
        <source>The call was not placed; call again then.</source>
        <translation>L’appel n’a pas été passé&#x202f;; rappelez à ce moment-là.</translation>
    </message>
    <message>
        <source>The call was not placed. Sign in under Settings, then call again.</source>
        <translation>L’appel n’a pas été passé. Connectez-vous dans les réglages, puis rappelez.</translation>
    </message>
    <message>
        <source>The call was not placed.</source>
        <translation>L’appel n’a pas été passé.</translation>
    </message>
    <message>
        <source>Your own phone was busy.</source>
        <translation>Votre propre téléphone était occupé.</translation>
    </message>
    <message>
        <source>%1 was not called.</source>
        <translation>%1 n’a reçu aucun appel.</translation>
    </message>
    <message>
        <source>Your own phone was not picked up.</source>
        <translation>Votre propre téléphone n’a pas été décroché.</translation>
    </message>
    <message>
        <source>Your own phone declined the call.</source>
        <translation>Votre propre téléphone a refusé l’appel.</translation>
    </message>
    <message>
        <source>%1 could not ring your own phone.</source>
        <translation>%1 n’a pas pu faire sonner votre propre téléphone.</translation>
    </message>
    <message>
        <source>Check in its settings which phone it rings for you; %1 was not called.</source>
        <translation>Vérifiez dans ses réglages quel téléphone il fait sonner pour vous&#x202f;; %1 n’a reçu aucun appel.</translation>
    </message>
    <message>
        <source>%1 is busy.</source>
        <translation>La ligne de %1 est occupée.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 n’a pas répondu.</translation>
    </message>
    <message>
        <source>%1 declined the call.</source>
        <translation>%1 a refusé l’appel.</translation>
    </message>
    <message>
        <source>%1 could not call %2.</source>
        <translation>%1 n’a pas pu appeler %2.</translation>
    </message>
    <message>
        <source>The number may be wrong, or your account lacks the credit or the right to call there.</source>
        <translation>Le numéro est peut-être faux, ou votre compte n’a pas le crédit ou le droit d’y appeler.</translation>
    </message>
    <message>
        <source>The call could not be cancelled; put down your phone.</source>
        <translation>L’appel n’a pas pu être annulé&#x202f;; raccrochez votre téléphone.</translation>
    </message>
    <message>
        <source>An AI agent calls %1 and talks, not you</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Un agent IA appelle %1 et parle, pas vous</translation>
    </message>
    <message>
        <source>An AI agent calls and talks, not you</source>
        <translation>Un agent IA appelle et parle, pas vous</translation>
    </message>
    <message>
        <source>AI agent</source>
        <translation>Agent IA</translation>
    </message>
    <message>
        <source>my usual number</source>
        <extracomment>The caller id, where none was chosen</extracomment>
        <translation>mon numéro habituel</translation>
    </message>
    <message>
        <source>extension %1</source>
        <translation>poste %1</translation>
    </message>
    <message>
        <source>The relay has no AI agent that calls.</source>
        <translation>Le relais n’a pas d’agent IA qui appelle.</translation>
    </message>
    <message>
        <source>Choose another way here or in Settings.</source>
        <translation>Choisissez une autre voie ici ou dans les réglages.</translation>
    </message>
    <message>
        <source>The agent may call all the same: look at the recent calls before you try again.</source>
        <translation>L’agent appelle peut-être quand même : regardez les appels récents avant de réessayer.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DigestCard</name>
    <message>
        <source>Call back in order</source>
        <translation>Rappeler dans l’ordre</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Private number</source>
        <translation>Numéro privé</translation>
    </message>
    <message>
        <source>voicemail, %1</source>
        <extracomment>%n: how often somebody called, %1: when last</extracomment>
        <translation>message vocal, %1</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), last %1</source>
        <translation>
            <numerusform>a appelé %n fois, dernièrement %1</numerusform>
            <numerusform>a appelé %n fois, dernièrement %1</numerusform>
        </translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>a appelé %1</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>SMS, %1</translation>
    </message>
    <message numerus="yes">
        <source>missed</source>
        <translation>
            <numerusform>manqué</numerusform>
            <numerusform>manqués</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>voicemail(s)</source>
        <translation>
            <numerusform>message vocal</numerusform>
            <numerusform>messages vocaux</numerusform>
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
        <translation>Pendant votre temps calme</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DirectoryPage</name>
    <message>
        <source>Directory</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Importer des clients</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf *.vcard)</source>
        <translation>Clients (*.csv *.tsv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
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
        <translation>«&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Missed, %1 reached them</source>
        <extracomment>%1: a colleague</extracomment>
        <translation>Manqué, %1 l’a joint</translation>
    </message>
    <message>
        <source>Missed, you reached them</source>
        <translation>Manqué, vous l’avez joint</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Entrant, répondu</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Vous avez appelé, répondu</translation>
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
        <translation>Responsable</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Client depuis</translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>What they bought this year</extracomment>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Dernière commande</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>Ne veut pas d’appels</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ville</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigurePopover</name>
    <message>
        <source>All in history</source>
        <translation>Tous dans l’historique</translation>
    </message>
    <message>
        <source>Calls behind this figure</source>
        <translation>Appels derrière ce chiffre</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Copier le chiffre</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyés</translation>
    </message>
    <message>
        <source>received</source>
        <translation>reçus</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>Les %1 plus récents sur %2</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Aucun appel</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigureTable</name>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FirebaseForm</name>
    <message>
        <source>Firebase project</source>
        <translation>Projet Firebase</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Votre adresse e-mail</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Clé d’API Web</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in with Google</source>
        <translation>Se connecter avec Google</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Flyout</name>
    <message>
        <source>Callcard, today</source>
        <translation>Callcard, aujourd’hui</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Silence pendant une heure</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>À rappeler</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>Call or find…</source>
        <translation>Appeler ou chercher…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>A goal, after the figure it belongs to</extracomment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>All %1</source>
        <extracomment>How many callers wait in all</extracomment>
        <translation>Tous (%1)</translation>
    </message>
    <message>
        <source>Figures read %1</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Chiffres lus %1</translation>
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
        <translation>envoyés</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>appels</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Ce qui est compté</translation>
    </message>
    <message>
        <source>What is counted: %1</source>
        <extracomment>%1: what figure, &quot;Calls&quot;</extracomment>
        <translation>Ce qui est compté&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryFilters</name>
    <message>
        <source>Search calls and notes</source>
        <translation>Chercher appels et notes</translation>
    </message>
    <message>
        <source>Kind of calls</source>
        <translation>Type d’appels</translation>
    </message>
    <message>
        <source>Export these calls</source>
        <translation>Exporter ces appels</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Kinds of calls in the history</extracomment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrants</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Sortants</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Message vocal</translation>
    </message>
    <message>
        <source>Show everybody&apos;s calls again</source>
        <translation>Afficher de nouveau tous les appels</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Cette semaine</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>Par client</translation>
    </message>
    <message>
        <source>Only calls of %1</source>
        <translation>Seulement les appels de %1</translation>
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
        <translation>Appels</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 talk</source>
        <extracomment>The time spent in conversations of a day</extracomment>
        <translation>%1 de conversation</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n à rappeler</numerusform>
            <numerusform>%n à rappeler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::HostTable</name>
    <message>
        <source>Hosts contacted</source>
        <translation>Hôtes contactés</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>%1, sent %2, received %3, last %4</source>
        <extracomment>For screen readers. %1: a host&apos;s name, %2, %3: amounts like &quot;12 kB&quot;, %4: an age, &quot;7 min ago&quot;</extracomment>
        <translation>%1, envoyé %2, reçu %3, dernière fois %4</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ImportPane</name>
    <message>
        <source>Importing %1</source>
        <translation>Importation de %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lecture de %1</translation>
    </message>
    <message>
        <source>The directory stays as it is until everything is there. Calls are matched all the while.</source>
        <translation>Le répertoire reste tel quel jusqu’à ce que tout soit là. Entre-temps, les appels continuent d’être identifiés.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 est importé</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>Ce que contient %1</translation>
    </message>
    <message>
        <source>vCards</source>
        <translation>vCards</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Un tableau</translation>
    </message>
    <message>
        <source>Nothing of this file can be used.</source>
        <translation>Rien dans ce fichier n’est utilisable.</translation>
    </message>
    <message>
        <source>Say below what its columns are, or choose another file.</source>
        <translation>Dites ci-dessous ce que sont ses colonnes, ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>lignes lues</translation>
    </message>
    <message>
        <source>rows are in the directory</source>
        <translation>lignes sont dans le répertoire</translation>
    </message>
    <message>
        <source>rows can be kept</source>
        <translation>lignes peuvent être gardées</translation>
    </message>
    <message>
        <source>of them were here already and are different now</source>
        <translation>d’entre elles étaient déjà là et sont différentes maintenant</translation>
    </message>
    <message>
        <source>customers of the earlier import are gone</source>
        <translation>clients de l’importation précédente ont disparu</translation>
    </message>
    <message>
        <source>customers of the earlier import would go</source>
        <translation>clients de l’importation précédente disparaîtraient</translation>
    </message>
    <message>
        <source>numbers understood</source>
        <translation>numéros compris</translation>
    </message>
    <message>
        <source>numbers not understood; they match only themselves</source>
        <translation>numéros non compris&#x202f;; ils ne correspondent qu’à eux-mêmes</translation>
    </message>
    <message>
        <source>numbers that belong to several customers</source>
        <translation>numéros qui appartiennent à plusieurs clients</translation>
    </message>
    <message>
        <source>rows refused</source>
        <translation>lignes refusées</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>Afficher les clients</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>Importer %1 lignes</translation>
    </message>
    <message>
        <source>Leave the directory as it is</source>
        <translation>Laisser le répertoire tel quel</translation>
    </message>
    <message>
        <source>%1 was not imported</source>
        <translation>%1 n’a pas été importé</translation>
    </message>
    <message>
        <source>The directory is what it was.</source>
        <translation>Le répertoire est resté tel quel.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Ce qu’est «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Line %1</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>Lignes refusées</translation>
    </message>
    <message>
        <source>Rows kept with a doubt</source>
        <translation>Lignes gardées avec un doute</translation>
    </message>
    <message>
        <source>It goes on from line %1, where it was interrupted.</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Reprise à la ligne %1, là où il y a eu interruption.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListFooter</name>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>More for all customers</source>
        <translation>Plus pour tous les clients</translation>
    </message>
    <message>
        <source>Syncing, %1</source>
        <extracomment>%1: how many customers have come so far</extracomment>
        <translation>Synchronisation, %1</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Non synchronisé</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <extracomment>%1: a moment, &quot;2:11 PM&quot;</extracomment>
        <translation>Synchronisé %1</translation>
    </message>
    <message>
        <source>Numbers you chose…</source>
        <translation>Numéros que vous avez choisis…</translation>
    </message>
    <message>
        <source>Records refused: %1…</source>
        <extracomment>%1: how many</extracomment>
        <translation>Enregistrements refusés&#x202f;: %1…</translation>
    </message>
    <message>
        <source>Records refused: not known yet…</source>
        <translation>Enregistrements refusés&#x202f;: pas encore connus…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListPane</name>
    <message>
        <source>None of the customers here is yours.</source>
        <translation>Aucun des clients ici n’est à vous.</translation>
    </message>
    <message>
        <source>No number belongs to several customers.</source>
        <translation>Aucun numéro n’appartient à plusieurs clients.</translation>
    </message>
    <message>
        <source>No customer is marked as active.</source>
        <translation>Aucun client n’est marqué comme actif.</translation>
    </message>
    <message>
        <source>Nobody here has this number.</source>
        <translation>Personne ici n’a ce numéro.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Appeler %1</translation>
    </message>
    <message>
        <source>Nobody is found for “%1”.</source>
        <translation>Personne ne correspond à «&#x202f;%1&#x202f;».</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Ajouter un client</translation>
    </message>
    <message>
        <source>Name, company, number or e-mail</source>
        <translation>Nom, société, numéro ou e-mail</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>The first customers are on their way.</source>
        <translation>Les premiers clients arrivent.</translation>
    </message>
    <message>
        <source>No customers yet. Import a file from your old program, or connect the team’s database.</source>
        <translation>Aucun client pour l’instant. Importez un fichier de votre ancien programme, ou connectez la base de données de l’équipe.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Connect a source</source>
        <translation>Connecter une source</translation>
    </message>
    <message>
        <source>Your customers are not on this computer yet. Look at them first, and say yes.</source>
        <translation>Vos clients ne sont pas encore sur cet ordinateur. Regardez-les d’abord, et dites oui.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Les regarder</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <extracomment>%1: whose figures are shown</extracomment>
        <translation>Chiffres de %1</translation>
    </message>
    <message>
        <source>Most with %1</source>
        <extracomment>The customer with most calls</extracomment>
        <translation>Surtout avec %1</translation>
    </message>
    <message>
        <source>Reading the phone service…</source>
        <translation>Lecture du service téléphonique…</translation>
    </message>
    <message>
        <source>Read the phone service now (F5)</source>
        <translation>Lire le service téléphonique maintenant (F5)</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exporter (Ctrl+E)</translation>
    </message>
    <message>
        <source>Figures by day (CSV)…</source>
        <translation>Chiffres par jour (CSV)…</translation>
    </message>
    <message>
        <source>Calls (CSV)…</source>
        <translation>Appels (CSV)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Image (PNG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Page (PDF)…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Sortants</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrants</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non aboutis</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Jours actifs</translation>
    </message>
    <message>
        <source>Customers with most calls</source>
        <translation>Clients avec le plus d’appels</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Personne pour l’instant</translation>
    </message>
    <message>
        <source>Most with</source>
        <translation>Surtout avec</translation>
    </message>
    <message>
        <source>goal %1</source>
        <extracomment>Beside the dashed line of a chart</extracomment>
        <translation>objectif %1</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <extracomment>%1: the parts, &quot;RingCentral 30, JustCall 8&quot;</extracomment>
        <translation>2 sources&#x202f;: %1</translation>
    </message>
    <message>
        <source>%1+ calls</source>
        <translation>%1+ appels</translation>
    </message>
    <message>
        <source>most</source>
        <translation>maximum</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Agrees with the %1 call log, %2 of %3</source>
        <translation>Concorde avec le journal d’appels %1, %2 sur %3</translation>
    </message>
    <message>
        <source>%1 has %2, we have %3: see “Why didn’t it pop?”</source>
        <translation>%1 en a %2, nous en avons %3&#x202f;: voir «&#x202f;Pourquoi pas de fiche&#x202f;?&#x202f;»</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>vérifié %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) not confirmed by the phone service yet</source>
        <translation>
            <numerusform>%n appel pas encore confirmé par le service</numerusform>
            <numerusform>%n appels pas encore confirmés par le service</numerusform>
        </translation>
    </message>
    <message>
        <source>goals read %1</source>
        <translation>objectifs lus %1</translation>
    </message>
    <message>
        <source>%1 was not read: why?</source>
        <extracomment>A day whose calls could not be read</extracomment>
        <translation>%1 n’a pas été lu&#x202f;: pourquoi&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not read: why?</source>
        <translation>
            <numerusform>%n jour n’a pas été lu&#x202f;: pourquoi&#x202f;?</numerusform>
            <numerusform>%n jours n’ont pas été lus&#x202f;: pourquoi&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Goals could not be read: %1</source>
        <translation>Objectifs illisibles&#x202f;: %1</translation>
    </message>
    <message>
        <source>usual working hours assumed, your own could not be read</source>
        <translation>horaires de travail habituels supposés, les vôtres n’ont pas pu être lus</translation>
    </message>
    <message>
        <source>As table (Ctrl+T)</source>
        <translation>En tableau (Ctrl+T)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Dernière commande</translation>
    </message>
    <message>
        <source>Bought this year</source>
        <translation>Ventes cette année</translation>
    </message>
    <message>
        <source>From the team’s call records, which may be fewer than the calls that were counted.</source>
        <translation>D’après les enregistrements d’appels de l’équipe, peut-être moins nombreux que les appels comptés.</translation>
    </message>
    <message>
        <source>Firestore has the sums of each day, not the calls. Where the team writes call records, they are shown here.</source>
        <translation>Firestore a les sommes de chaque jour, pas les appels. Si l’équipe écrit des enregistrements d’appels, ils s’affichent ici.</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Jours derrière ce chiffre</translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation>Ventes sur 12 mois</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MissedPage</name>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>rappeler</translation>
    </message>
    <message>
        <source>later</source>
        <translation>plus tard</translation>
    </message>
    <message>
        <source>done</source>
        <translation>réglé</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>passer</translation>
    </message>
    <message>
        <source>A call settles itself when anyone on the team reaches the customer.</source>
        <translation>Un appel se règle dès que quelqu’un de l’équipe joint le client.</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Par valeur</translation>
    </message>
    <message>
        <source>By waiting time</source>
        <translation>Par attente</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récents d’abord</translation>
    </message>
    <message>
        <source>Call back in order</source>
        <translation>Rappeler dans l’ordre</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Personne n’attend.</translation>
    </message>
    <message>
        <source>The order of the callers</source>
        <translation>L’ordre des appelants</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n à rappeler</numerusform>
            <numerusform>%n à rappeler</numerusform>
        </translation>
    </message>
    <message>
        <source>longest waits %1</source>
        <extracomment>After &quot;2 to call back, &quot;; %1: the time for which somebody waits, &quot;44 min&quot;</extracomment>
        <translation>la plus longue attente&#x202f;: %1</translation>
    </message>
    <message>
        <source>&amp;1  In 30 minutes</source>
        <translation>&amp;1  Dans 30 minutes</translation>
    </message>
    <message>
        <source>&amp;2  In 1 hour</source>
        <translation>&amp;2  Dans 1 heure</translation>
    </message>
    <message>
        <source>&amp;3  In 3 hours</source>
        <translation>&amp;3  Dans 3 heures</translation>
    </message>
    <message>
        <source>&amp;4  Tomorrow at 9</source>
        <translation>&amp;4  Demain à 9 h</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NoteBox</name>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NotePanel</name>
    <message>
        <source>Promise</source>
        <extracomment>Turns the line just written into a promise to the customer</extracomment>
        <translation>Promesse</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Keep this line as a promise (Ctrl+P)</source>
        <translation>Garder cette ligne comme promesse (Ctrl+P)</translation>
    </message>
    <message>
        <source>Note before hello</source>
        <translation>Note avant le bonjour</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>De quoi s’agissait-il&#x202f;?</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>&amp;1  Today</source>
        <extracomment>When a promise to a customer is due; the digit chooses</extracomment>
        <translation>&amp;1  Aujourd’hui</translation>
    </message>
    <message>
        <source>&amp;2  Tomorrow</source>
        <translation>&amp;2  Demain</translation>
    </message>
    <message>
        <source>&amp;3  In 3 days</source>
        <translation>&amp;3  Dans 3 jours</translation>
    </message>
    <message>
        <source>&amp;4  In a week</source>
        <translation>&amp;4  Dans une semaine</translation>
    </message>
    <message>
        <source>&amp;5  Without a day</source>
        <translation>&amp;5  Sans date</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PreviewPane</name>
    <message>
        <source>Keep these customers</source>
        <translation>Garder ces clients</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>Choisir autre chose</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <extracomment>%1: how many records, %2: a sentence that says why</extracomment>
        <translation>%1 refusés&#x202f;: %2</translation>
    </message>
    <message>
        <source>Not there, or not for you to read: %1</source>
        <extracomment>%1: names of collections of a database, separated by commas</extracomment>
        <translation>Absentes, ou non lisibles pour vous&#x202f;: %1</translation>
    </message>
    <message>
        <source>As they will be shown</source>
        <translation>Tels qu’ils seront affichés</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PrivacyPage</name>
    <message>
        <source>Nothing has left this computer since Callcard started.</source>
        <translation>Rien n’a quitté cet ordinateur depuis le démarrage de Callcard.</translation>
    </message>
    <message>
        <source>Hosts contacted since the start</source>
        <translation>Hôtes contactés depuis le démarrage</translation>
    </message>
    <message>
        <source>Who is calling is looked up on this computer: no number leaves it for that.</source>
        <translation>Qui appelle est cherché sur cet ordinateur&#x202f;: aucun numéro ne le quitte pour cela.</translation>
    </message>
    <message>
        <source>Forget a customer</source>
        <translation>Oublier un client</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Emporter</translation>
    </message>
    <message>
        <source>Wipe everything</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Removes the name, numbers, notes and texts from this computer. The day’s figures stay: they name nobody.</source>
        <translation>Retire de cet ordinateur le nom, les numéros, notes et SMS. Les chiffres du jour restent&#x202f;: ils ne nomment personne.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nom ou numéro</translation>
    </message>
    <message>
        <source>Your calls, notes, texts, promises and settings in one JSON file. No keys.</source>
        <translation>Vos appels, notes, SMS, promesses et réglages dans un fichier JSON. Pas de clés.</translation>
    </message>
    <message>
        <source>Export my data…</source>
        <translation>Exporter mes données…</translation>
    </message>
    <message>
        <source>For whoever helps you: versions, connections, settings and counts, without names, numbers, notes or keys. You see it before it is saved.</source>
        <translation>Pour qui vous aide&#x202f;: versions, connexions, réglages et nombres, sans noms, numéros, notes ni clés. Vous le voyez avant de l’enregistrer.</translation>
    </message>
    <message>
        <source>Show support report</source>
        <translation>Afficher le rapport d’assistance</translation>
    </message>
    <message>
        <source>Support report</source>
        <translation>Rapport d’assistance</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Wipe everything…</source>
        <translation>Tout effacer…</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Sign out and wipe</source>
        <translation>Se déconnecter et effacer</translation>
    </message>
    <message>
        <source>This cannot be undone. What was not sent yet is lost; what the phone service keeps stays there.</source>
        <translation>C’est irréversible. Ce qui n’a pas été envoyé est perdu&#x202f;; ce que garde le service téléphonique y reste.</translation>
    </message>
    <message>
        <source>Signs out everywhere and removes calls, notes, customers, settings and keys from this computer.</source>
        <translation>Déconnecte partout et retire appels, notes, clients, réglages et clés de cet ordinateur.</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Oublier pour de bon</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <extracomment>%1: a customer&apos;s name</extracomment>
        <translation>Oublier %1</translation>
    </message>
    <message>
        <source>Forget %1 for good</source>
        <translation>Oublier %1 pour de bon</translation>
    </message>
    <message>
        <source>Nobody here has that name or number.</source>
        <translation>Personne ici n’a ce nom ou ce numéro.</translation>
    </message>
    <message>
        <source>Forgotten. If the customer comes from a source of the team, remove them there too, or the next sync brings them back.</source>
        <translation>Oublié. Si le client vient d’une source de l’équipe, retirez-le aussi là-bas, sinon la prochaine synchronisation le ramène.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1: the path of a file</extracomment>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Customers are being fetched just now, which would bring this one back. Wait until that is done, and try again.</source>
        <translation>La récupération des clients est en cours et ramènerait celui-ci. Attendez qu’elle soit finie et réessayez.</translation>
    </message>
    <message>
        <source>Signed out, and the keys are gone, but files could not be removed: another program may have them open, or the disk is read-only. Try again.</source>
        <translation>Déconnecté, et les clés ne sont plus là, mais des fichiers n’ont pas pu être retirés&#x202f;: un autre programme les tient peut-être ouverts, ou le disque est en lecture seule. Réessayez.</translation>
    </message>
    <message>
        <source>Wiped. %1 could not be told, so the session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <extracomment>%1: names of services</extracomment>
        <translation>Effacé. Impossible de prévenir %1, donc la session y continue jusqu’à ce qu’elle se termine d’elle-même&#x202f;; la page de votre compte là-bas permet d’y mettre fin maintenant.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ProgressLine</name>
    <message>
        <source>Progress: %1</source>
        <extracomment>%1: &quot;40%&quot;</extracomment>
        <translation>Progression&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::QueueList</name>
    <message>
        <source>Callers</source>
        <translation>Appelants</translation>
    </message>
    <message>
        <source>Later (L)</source>
        <translation>Plus tard (L)</translation>
    </message>
    <message>
        <source>Done (D)</source>
        <translation>Réglé (D)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RangeBar</name>
    <message>
        <source>From</source>
        <extracomment>Before a date: the first day of a range</extracomment>
        <translation>Du</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>Before a date: the last day of a range</extracomment>
        <translation>au</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Ce trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre dernier</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mois dernier</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RecordPane</name>
    <message>
        <source>Choose a customer from the list.</source>
        <translation>Choisissez un client dans la liste.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Everybody at %1</source>
        <translation>Tout le monde chez %1</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Prospect</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <extracomment>Not with the team&apos;s database yet</extracomment>
        <translation>pas encore envoyé</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Ouvrir dans le CRM</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Modifier le client</translation>
    </message>
    <message>
        <source>Remove this customer</source>
        <translation>Retirer ce client</translation>
    </message>
    <message>
        <source>Take back my changes</source>
        <translation>Annuler mes modifications</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Plus pour %1</translation>
    </message>
    <message>
        <source>Whose number is %1?</source>
        <extracomment>%1: a phone number</extracomment>
        <translation>À qui est le numéro %1&#x202f;?</translation>
    </message>
    <message>
        <source>It is matched to the customer you link it to from now on.</source>
        <translation>Il désignera désormais le client auquel vous l’associez.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Associer</translation>
    </message>
    <message>
        <source>due today</source>
        <extracomment>%1: a day</extracomment>
        <translation>pour aujourd’hui</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>échéance passée&#x202f;: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>échéance&#x202f;: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Numbers and e-mail</source>
        <translation>Numéros et e-mail</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit the last note</source>
        <translation>Modifier la dernière note</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>Dernière note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>Calls with %1</source>
        <extracomment>%1: the first name of a customer</extracomment>
        <translation>Appels avec %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1: one or several sources of customers, &quot;Firestore · copper_people, JustCall&quot;</extracomment>
        <translation>Provenance&#x202f;: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RefusedPane</name>
    <message>
        <source>Records refused</source>
        <translation>Enregistrements refusés</translation>
    </message>
    <message>
        <source>Every record that the sources have can be used.</source>
        <translation>Tous les enregistrements des sources sont utilisables.</translation>
    </message>
    <message>
        <source>Your sources have them, but nobody can be made of them. Mend them there; the next sync takes them.</source>
        <translation>Vos sources les contiennent, mais on ne peut en tirer aucun client. Corrigez-les là-bas&#x202f;; la prochaine synchronisation les prend.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <extracomment>%1: how many records</extracomment>
        <translation>Refusés&#x202f;: %1</translation>
    </message>
    <message>
        <source>Record %1 of the list</source>
        <extracomment>%1: where a record without a name or an id stands in a list</extracomment>
        <translation>Enregistrement %1 de la liste</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>Not known yet: an earlier Callcard passed over them. The next sync tells.</source>
        <translation>Pas encore connus&#x202f;: un Callcard antérieur les a laissés de côté. La prochaine synchronisation le dira.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RegionPage</name>
    <message>
        <source>Where are you?</source>
        <translation>Où êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Numbers without a country are read as your country’s, and your day begins and ends in your time zone. Both are guessed from this computer.</source>
        <translation>Les numéros sans pays sont lus comme ceux de votre pays, et votre journée commence et finit dans votre fuseau horaire. Les deux sont devinés d’après cet ordinateur.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SecretRow</name>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Non défini.</translation>
    </message>
    <message>
        <source>In the keychain.</source>
        <translation>Dans le trousseau.</translation>
    </message>
    <message>
        <source>Until Callcard quits: there is no keychain.</source>
        <translation>Jusqu’à ce que Callcard quitte&#x202f;: il n’y a pas de trousseau.</translation>
    </message>
    <message>
        <source>From the environment.</source>
        <translation>De l’environnement.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Saisir…</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <extracomment>%1: what the secret is called, &quot;API key&quot;</extracomment>
        <translation>Remplacer %1</translation>
    </message>
    <message>
        <source>Enter %1</source>
        <translation>Saisir %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ServicePage</name>
    <message>
        <source>Where do your calls come from?</source>
        <translation>D’où viennent vos appels&#x202f;?</translation>
    </message>
    <message>
        <source>Callcard listens for your own calls and shows who it is. It carries no audio, so closing it never drops a call.</source>
        <translation>Callcard écoute vos propres appels et montre qui c’est. Il ne transporte aucun son&#x202f;: le fermer ne coupe jamais un appel.</translation>
    </message>
    <message>
        <source>Sign in with your browser. Cards appear on the first ring.</source>
        <translation>Connexion par le navigateur. Les fiches apparaissent à la première sonnerie.</translation>
    </message>
    <message>
        <source>JustCall through your team’s relay</source>
        <translation>JustCall par le relais de votre équipe</translation>
    </message>
    <message>
        <source>Cards appear on the first ring. Ask your administrator for the address.</source>
        <translation>Les fiches apparaissent à la première sonnerie. Demandez l’adresse à votre administrateur.</translation>
    </message>
    <message>
        <source>JustCall with the account’s key</source>
        <translation>JustCall avec la clé du compte</translation>
    </message>
    <message>
        <source>For accounts of one person. Finished calls and texts only.</source>
        <translation>Pour les comptes d’une personne. Appels terminés et SMS seulement.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>RingCentral and JustCall together; the same call is shown once.</source>
        <translation>RingCentral et JustCall ensemble&#x202f;; un même appel n’apparaît qu’une fois.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Rétablir %1</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <extracomment>%1: the administrator&apos;s reason</extracomment>
        <translation>Fixé par votre administrateur.</translation>
    </message>
    <message>
        <source>Set by your administrator: %1</source>
        <translation>Fixé par votre administrateur&#x202f;: %1</translation>
    </message>
    <message>
        <source>Set by %1 in the environment, which comes before what you choose here.</source>
        <extracomment>%1: the name of an environment variable</extracomment>
        <translation>Défini par %1 dans l’environnement, qui passe avant votre choix ici.</translation>
    </message>
    <message>
        <source>Suggested by your administrator; you may choose otherwise.</source>
        <translation>Proposé par votre administrateur&#x202f;; vous pouvez choisir autrement.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingsPage</name>
    <message>
        <source>There is no keychain on this desktop.</source>
        <translation>Il n’y a pas de trousseau sur ce bureau.</translation>
    </message>
    <message>
        <source>Keys can be kept until Callcard quits; they are never written to a file.</source>
        <translation>Les clés peuvent être gardées jusqu’à ce que Callcard quitte&#x202f;; elles ne sont jamais écrites dans un fichier.</translation>
    </message>
    <message>
        <source>Keep them for this session</source>
        <translation>Les garder pour cette session</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Tout tester</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Chercher un réglage</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>Configurer de nouveau…</translation>
    </message>
    <message>
        <source>This desktop does not say who opens them; choose Callcard in its settings.</source>
        <translation>Ce bureau ne dit pas qui les ouvre&#x202f;; choisissez Callcard dans ses réglages.</translation>
    </message>
    <message>
        <source>Opened by Callcard: a click on a phone number opens the call box.</source>
        <translation>Ouverts par Callcard&#x202f;: un clic sur un numéro ouvre la boîte d’appel.</translation>
    </message>
    <message>
        <source>Opened by no program at the moment.</source>
        <translation>Ouverts par aucun programme pour l’instant.</translation>
    </message>
    <message>
        <source>Opened by %1 at the moment. Callcard takes them over only if you switch this on.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Ouverts par %1 pour l’instant. Callcard ne les prend que si vous activez ceci.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>Le bureau n’a pas laissé Callcard prendre ces liens.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Aucun réglage n’a ces mots.</translation>
    </message>
    <message>
        <source>The keys of %1 are in the keychain still.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Les clés de %1 sont encore dans le trousseau.</translation>
    </message>
    <message>
        <source>It did not let Callcard remove them. Unlock it, and sign out again.</source>
        <translation>Il n’a pas laissé Callcard les retirer. Déverrouillez-le et déconnectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>Signed out of %1 here, but it could not be told.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Déconnecté de %1 ici, mais le service n’a pas pu être prévenu.</translation>
    </message>
    <message>
        <source>The session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <translation>La session y continue jusqu’à ce qu’elle se termine d’elle-même&#x202f;; la page de votre compte là-bas permet d’y mettre fin maintenant.</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Certains réglages ne sont pas appliqués.</translation>
    </message>
    <message>
        <source>Another program has these keys already. Choose others.</source>
        <translation>Un autre programme a déjà ces touches. Choisissez-en d’autres.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>Ce clavier n’a pas cette touche. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own, so they do nothing here.</source>
        <translation>Ce bureau ne laisse aucun programme avoir ses propres touches, donc elles ne font rien ici.</translation>
    </message>
    <message>
        <source>Callcard opens them until you choose another program for them in the desktop’s settings.</source>
        <translation>Callcard les ouvre jusqu’à ce que vous choisissiez un autre programme pour eux dans les réglages du bureau.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself, so this does nothing here.</source>
        <translation>Ce bureau (Wayland) place lui-même les fenêtres, donc ceci ne fait rien ici.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own. In its settings you can give some to this command: %1</source>
        <extracomment>%1: a command</extracomment>
        <translation>Ce bureau ne laisse aucun programme avoir ses propres touches. Dans ses réglages, vous pouvez en donner à cette commande : %1</translation>
    </message>
    <message>
        <source>The desktop has these keys in its own settings, and may have others there now.</source>
        <translation>Le bureau a ces touches dans ses propres réglages, et en a peut-être d’autres maintenant.</translation>
    </message>
    <message>
        <source>The desktop was told not to give these keys to Callcard. Its own settings can change that.</source>
        <translation>Il a été dit au bureau de ne pas donner ces touches à Callcard. Ses propres réglages permettent de le changer.</translation>
    </message>
    <message>
        <source>Tried with a link: it arrived.</source>
        <translation>Essayé avec un lien : il est arrivé.</translation>
    </message>
    <message>
        <source>Tried with a link, and it did not arrive: the desktop says that Callcard opens them, and opens nothing.</source>
        <translation>Essayé avec un lien, et il n’est pas arrivé : le bureau dit que Callcard les ouvre, et n’ouvre rien.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SignInForm</name>
    <message>
        <source>Test and keep</source>
        <translation>Tester et garder</translation>
    </message>
    <message>
        <source>Client ID of your company’s RingCentral app</source>
        <translation>ID client de l’application RingCentral de votre société</translation>
    </message>
    <message>
        <source>From your administrator</source>
        <translation>De votre administrateur</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter par le navigateur</translation>
    </message>
    <message>
        <source>Use a JWT instead</source>
        <translation>Utiliser plutôt un JWT</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret du client</translation>
    </message>
    <message>
        <source>Address of your team’s relay</source>
        <translation>Adresse du relais de votre équipe</translation>
    </message>
    <message>
        <source>Your own token</source>
        <translation>Votre propre jeton</translation>
    </message>
    <message>
        <source>This key opens the calls of every colleague.</source>
        <translation>Cette clé ouvre les appels de tous les collègues.</translation>
    </message>
    <message>
        <source>Use it only where you are the account’s only person; in a team, ask your administrator for the relay. It tells of finished calls and texts only: no card appears while the phone rings.</source>
        <translation>Ne l’utilisez que si vous êtes la seule personne du compte&#x202f;; dans une équipe, demandez le relais à votre administrateur. Elle ne dit que les appels terminés et les SMS&#x202f;: aucune fiche n’apparaît quand le téléphone sonne.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé API</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>Secret API</translation>
    </message>
    <message>
        <source>Sign in with the browser instead</source>
        <translation>Se connecter plutôt par le navigateur</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SkeletonRows</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepEntry</name>
    <message>
        <source>done</source>
        <translation>réglé</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepList</name>
    <message>
        <source>Called</source>
        <extracomment>The first thing that happens to a call; then the line that it rang on</extracomment>
        <translation>A appelé</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>A sonné</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Answered by a colleague or on a device</extracomment>
        <translation>par %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Card shown</source>
        <translation>Fiche affichée</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Pas de fiche</translation>
    </message>
    <message>
        <source>although on the do-not-call list</source>
        <translation>bien que sur la liste à ne pas appeler</translation>
    </message>
    <message>
        <source>outside the hours for calls there</source>
        <translation>hors des heures d’appel là-bas</translation>
    </message>
    <message>
        <source>although it costs extra</source>
        <translation>bien que surtaxé</translation>
    </message>
    <message>
        <source>an emergency number</source>
        <translation>un numéro d’urgence</translation>
    </message>
    <message>
        <source>Called anyway</source>
        <translation>A appelé quand même</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TeamDelegate</name>
    <message>
        <source>you</source>
        <translation>vous</translation>
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
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Tout synchroniser</translation>
    </message>
    <message>
        <source>Nobody of your team is known here. Firestore tells who belongs to it.</source>
        <translation>Personne de votre équipe n’est connu ici. Firestore dit qui en fait partie.</translation>
    </message>
    <message>
        <source>Pace is against the working time that is over. Sorted as you like; nobody is ranked.</source>
        <translation>Le rythme se mesure au temps de travail écoulé. Trié comme vous voulez&#x202f;; personne n’est classé.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people counted</source>
        <translation>
            <numerusform>%1 personne comptée sur %n</numerusform>
            <numerusform>%1 personnes comptées sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Temps de parole</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Taux de réponse</translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming</source>
        <translation>
            <numerusform>sur %n entrant</numerusform>
            <numerusform>sur %n entrants</numerusform>
        </translation>
    </message>
    <message>
        <source>Not told by the documents</source>
        <translation>Absent des documents</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a person, %2: what happened</extracomment>
        <translation>%1&#x202f;: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Team read %1</source>
        <translation>Équipe lue %1</translation>
    </message>
    <message>
        <source>Open metrics</source>
        <translation>Ouvrir les indicateurs</translation>
    </message>
    <message>
        <source>Sync this person</source>
        <translation>Synchroniser cette personne</translation>
    </message>
    <message>
        <source>Connection rate</source>
        <extracomment>How many of all calls were answered by a person</extracomment>
        <translation>Taux d’aboutissement</translation>
    </message>
    <message>
        <source>Who is on a call is not known of everybody. %1</source>
        <extracomment>%1: what happened, a sentence</extracomment>
        <translation>On ne sait pas de tous s’ils sont en appel. %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <extracomment>%1: which part of the company is shown</extracomment>
        <translation>Équipe&#x202f;: %1</translation>
    </message>
    <message>
        <source>What is behind it (Space)</source>
        <translation>Ce qu’il y a derrière (Espace)</translation>
    </message>
    <message>
        <source>People behind this figure</source>
        <translation>Personnes derrière ce chiffre</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Jours derrière ce chiffre</translation>
    </message>
    <message>
        <source>These are the sums of each day from Firestore. The single calls stay with the person; where the team writes call records, their metrics show them.</source>
        <translation>Ce sont les sommes de chaque jour de Firestore. Les appels eux-mêmes restent chez la personne&#x202f;; si l’équipe écrit des enregistrements d’appels, ses indicateurs les montrent.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exporter (Ctrl+E)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tableau (CSV)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Image (PNG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Page (PDF)…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1, %2: the first and the last day of a span</extracomment>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Trier par %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TextCard</name>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Répondre…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Masqué pendant le partage de votre écran</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Text from %1</source>
        <translation>SMS de %1</translation>
    </message>
    <message numerus="yes">
        <source>Text, %n more</source>
        <extracomment>An SMS</extracomment>
        <translation>
            <numerusform>SMS, %n de plus</numerusform>
            <numerusform>SMS, %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>A new text</source>
        <translation>Un nouveau SMS</translation>
    </message>
    <message>
        <source>Text to %1</source>
        <translation>SMS à %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Ouvrir le client</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Ouvrir le client %1</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <extracomment>What the rep has written becomes a template for later texts</extracomment>
        <translation>Garder mon texte</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>Retirer un modèle</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ToastHead</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
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
        <translation>Dernière commande %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 cette année</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 in 12 months</source>
        <extracomment>%1: money, of the last twelve months</extracomment>
        <translation>%1 en 12 mois</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TransferPanel</name>
    <message>
        <source>Do not transfer</source>
        <translation>Ne pas transférer</translation>
    </message>
    <message>
        <source>Transfer to: name, number or extension</source>
        <translation>Transférer à : nom, numéro ou poste</translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation>Transférer à</translation>
    </message>
    <message>
        <source>You leave the call; they talk on without you.</source>
        <extracomment>What a blind transfer does</extracomment>
        <translation>Vous quittez l’appel ; les autres continuent sans vous.</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number.</source>
        <translation>Personne de ce nom, et pas un numéro.</translation>
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
        <translation>Callcard&#x202f;: %1</translation>
    </message>
    <message>
        <source>Callcard, %1</source>
        <translation>Callcard, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n appel manqué</numerusform>
            <numerusform>%n appels manqués</numerusform>
        </translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>sonne</translation>
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
        <translation>Appeler ou chercher…</translation>
    </message>
    <message>
        <source>Show last card</source>
        <translation>Afficher la dernière fiche</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqués</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Appels récents</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Répertoire</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>Pourquoi pas de fiche&#x202f;?</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Quit Callcard</source>
        <translation>Quitter Callcard</translation>
    </message>
    <message>
        <source>End quiet time</source>
        <translation>Finir le temps calme</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Silence pendant une heure</translation>
    </message>
    <message>
        <source>Missed (%1)</source>
        <translation>Manqués (%1)</translation>
    </message>
    <message>
        <source>All missed calls</source>
        <translation>Tous les appels manqués</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Arrêter la synchronisation</translation>
    </message>
</context>
<context>
    <name>callcard::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 is off the list.</source>
        <extracomment>Somebody on the call-back list</extracomment>
        <translation>%1 n’est plus sur la liste.</translation>
    </message>
    <message>
        <source>Put %1 back on the list</source>
        <translation>Remettre %1 sur la liste</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WaitingRow</name>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Your browser is open. Sign in there, then come back; this page goes on by itself.</source>
        <translation>Votre navigateur est ouvert. Connectez-vous là, puis revenez&#x202f;; cette page continue toute seule.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Fixé par votre administrateur.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WayRow</name>
    <message>
        <source>usually reached here</source>
        <extracomment>The number at which the rep usually reaches this customer</extracomment>
        <translation>joint le plus souvent ici</translation>
    </message>
    <message>
        <source>you chose this</source>
        <extracomment>The rep said that this number belongs to the customer</extracomment>
        <translation>choisi par vous</translation>
    </message>
    <message>
        <source>Undo: %1 is not %2</source>
        <translation>Annuler&#x202f;: %1 n’est pas à %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copier %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <extracomment>%1: a person, %2: number or address</extracomment>
        <translation>Appeler %1, %2</translation>
    </message>
    <message>
        <source>Write to %1, %2</source>
        <translation>Écrire à %1, %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Welcome</name>
    <message>
        <source>Welcome to Callcard</source>
        <translation>Bienvenue dans Callcard</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>As yourself: Callcard sees your own calls. What you enter is kept in the system’s keychain.</source>
        <translation>En votre nom&#x202f;: Callcard voit vos propres appels. Ce que vous saisissez est gardé dans le trousseau du système.</translation>
    </message>
    <message>
        <source>Where do the day’s figures go?</source>
        <translation>Où vont les chiffres du jour&#x202f;?</translation>
    </message>
    <message>
        <source>Calls, talk minutes and texts of each day are written to the team’s Firebase project, under your own name.</source>
        <translation>Appels, minutes de conversation et SMS de chaque jour sont écrits dans le projet Firebase de l’équipe, sous votre nom.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Passer cette étape</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Just looking? An invented company with a call every few seconds.</source>
        <translation>Juste pour voir&#x202f;? Une entreprise inventée avec un appel toutes les quelques secondes.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <extracomment>%1: &quot;Canada · Toronto&quot;</extracomment>
        <translation>%1, deviné</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Essai en cours…</translation>
    </message>
    <message>
        <source>Fetching customers…</source>
        <translation>Récupération des clients…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Cela marche.</translation>
    </message>
    <message>
        <source>It works: %1.</source>
        <translation>Cela marche&#x202f;: %1.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Connecté en tant que %1.</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>Garder pour cette session</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 clients</translation>
    </message>
    <message>
        <source>The demo opens beside this window; its first call comes in a few seconds.</source>
        <translation>La démo s’ouvre à côté de cette fenêtre&#x202f;; son premier appel arrive dans quelques secondes.</translation>
    </message>
    <message>
        <source>Looking at the customers…</source>
        <translation>Examen des clients…</translation>
    </message>
    <message>
        <source>Wait for your yes</source>
        <translation>Attendent votre accord</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WelcomeSteps</name>
    <message>
        <source>Your phone service</source>
        <translation>Votre service téléphonique</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Region and time</source>
        <translation>Région et heure</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Indicateurs</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Every step can be skipped and changed later in Settings.</source>
        <translation>Chaque étape peut être passée et changée plus tard dans les réglages.</translation>
    </message>
</context>
</TS>
