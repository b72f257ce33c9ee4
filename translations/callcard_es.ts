<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CallLine</name>
    <message>
        <source>Missed, marked as done</source>
        <translation>Perdida, marcada como resuelta</translation>
    </message>
    <message>
        <source>Missed, settled %1 later</source>
        <extracomment>A missed call that was called back since; %1: 4 min</extracomment>
        <translation>Perdida, resuelta %1 después</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Perdida, comprobando…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How long a voicemail is: &quot;Voicemail, 0:41&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Settles the missed call</source>
        <translation>Resuelve la llamada perdida</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallTexts</name>
    <message>
        <source>Extension %1</source>
        <extracomment>A colleague&apos;s short number</extracomment>
        <translation>Extensión %1</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
    <message>
        <source>Withheld</source>
        <extracomment>The caller hides the number</extracomment>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Colega</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Usted llamó, contestada</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>You called, no answer</source>
        <translation>Usted llamó, sin respuesta</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Llamada terminada</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Perdida, quien llamaba colgó</translation>
    </message>
    <message>
        <source>You called, reached voicemail</source>
        <translation>Usted llamó, buzón de voz</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>You called, busy</source>
        <translation>Usted llamó, ocupado</translation>
    </message>
    <message>
        <source>You called, call failed</source>
        <translation>Usted llamó, la llamada falló</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Stop ringing here</source>
        <translation>No sonar más aquí</translation>
    </message>
    <message>
        <source>Send to voicemail</source>
        <translation>Enviar al buzón de voz</translation>
    </message>
    <message>
        <source>Answer on desk phone</source>
        <translation>Contestar en el teléfono de mesa</translation>
    </message>
    <message>
        <source>Picks up on the phone that rings</source>
        <translation>Contesta en el teléfono que suena</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Ends the call for both sides</source>
        <translation>Termina la llamada para ambas partes</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Poner en espera</translation>
    </message>
    <message>
        <source>The other side hears music</source>
        <translation>La otra parte oye música</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>You hear each other again</source>
        <translation>Vuelven a oírse</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interesado</translation>
    </message>
    <message>
        <source>Order placed</source>
        <translation>Pedido hecho</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>A direct call goes to voicemail; from a queue, others can still answer</source>
        <translation>Una llamada directa va al buzón de voz; si viene de una cola, otros aún pueden contestar</translation>
    </message>
    <message>
        <source>Ends the ringing; if it came from a queue, for everybody in it</source>
        <translation>Deja de sonar; si vino de una cola, para todos en ella</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transferir…</translation>
    </message>
    <message>
        <source>Hands the call over at once, without asking there first</source>
        <translation>Pasa la llamada enseguida, sin preguntar antes allí</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Both sides hear that it is being recorded</source>
        <translation>Ambas partes oyen que se está grabando</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Detener grabación</translation>
    </message>
    <message>
        <source>What was recorded until now is kept</source>
        <translation>Se conserva lo grabado hasta ahora</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>after %1</source>
        <extracomment>How long it rang before somebody else took the call</extracomment>
        <translation>tras %1</translation>
    </message>
    <message>
        <source>Your phone</source>
        <translation>Su teléfono</translation>
    </message>
    <message>
        <source>then %1</source>
        <extracomment>%1: first name of who is being called after one&apos;s own phone</extracomment>
        <translation>luego %1</translation>
    </message>
    <message>
        <source>%1’s phone rings</source>
        <translation>Suena el teléfono de %1</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 contestó</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Llamada saliente</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Llamada entrante</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>Caller hidden</source>
        <translation>Llamante oculto</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Oculto mientras comparte la pantalla</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Abrir cliente</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Abrir cliente %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver llamada</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Recordármelo…</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Añadir cliente</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Vincular a un cliente</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de ellos</translation>
    </message>
    <message>
        <source>Call back %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Abrir en el CRM</translation>
    </message>
    <message>
        <source>Undo your choice</source>
        <translation>Deshacer su elección</translation>
    </message>
    <message>
        <source>Show everybody with this number next time</source>
        <translation>Mostrar la próxima vez a todos los que tienen este número</translation>
    </message>
    <message>
        <source>Cancel call</source>
        <translation>Cancelar llamada</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>A promise is due</extracomment>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n día de retraso</numerusform>
            <numerusform>%n días de retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <translation>Cliente desde %1</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Su cuenta</translation>
    </message>
    <message>
        <source>%1’s account</source>
        <extracomment>%1: the colleague who owns the customer</extracomment>
        <translation>Cuenta de %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 este año</translation>
    </message>
    <message>
        <source>You picked %1 last time, %2</source>
        <extracomment>%1: first name, %2: date. Why one of several customers stands first</extracomment>
        <translation>La última vez eligió a %1, %2</translation>
    </message>
    <message>
        <source>You picked this one last time</source>
        <translation>La última vez eligió a este</translation>
    </message>
    <message>
        <source>Last contact %1</source>
        <translation>Último contacto %1</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Cliente activo</translation>
    </message>
    <message>
        <source>Same number, extension %1</source>
        <translation>Mismo número, extensión %1</translation>
    </message>
    <message numerus="yes">
        <source>No call in %n month(s)</source>
        <translation>
            <numerusform>Sin llamadas desde hace %n mes</numerusform>
            <numerusform>Sin llamadas desde hace %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Aún sin llamadas</translation>
    </message>
    <message>
        <source>Same number</source>
        <translation>Mismo número</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Colega</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
    <message>
        <source>first call</source>
        <translation>primera llamada</translation>
    </message>
    <message>
        <source>Perhaps %1</source>
        <extracomment>%1: whom we guess the caller belongs to</extracomment>
        <translation>Quizá %1</translation>
    </message>
    <message>
        <source>Same number block as its switchboard</source>
        <translation>Mismo bloque de números que su centralita</translation>
    </message>
    <message>
        <source>Similar name, another number</source>
        <translation>Nombre parecido, otro número</translation>
    </message>
    <message>
        <source>The name the phone network sent</source>
        <translation>El nombre que envió la red</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>ext. %1</translation>
    </message>
    <message>
        <source>The caller withheld the number, so it is never matched to anybody.</source>
        <translation>Quien llama ocultó su número; nunca se asocia a nadie.</translation>
    </message>
    <message>
        <source>Rang %1</source>
        <translation>Sonó en %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) today</source>
        <translation>
            <numerusform>%n llamada hoy</numerusform>
            <numerusform>%n llamadas hoy</numerusform>
        </translation>
    </message>
    <message>
        <source>then type %1</source>
        <extracomment>%1: an extension or tones, to be typed on the phone when the other side answers</extracomment>
        <translation>luego escriba %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>The call is being recorded just now</extracomment>
        <translation>Grabando</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The clock of this computer is %1 minutes slow. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>El reloj de este equipo va %1 minutos atrasado. Póngalo en hora o deje que lo haga el sistema; con un reloj mal puesto fallan los inicios de sesión.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 minutes fast. Set it, or let the system set it; sign-ins fail with a wrong clock.</source>
        <translation>El reloj de este equipo va %1 minutos adelantado. Póngalo en hora o deje que lo haga el sistema; con un reloj mal puesto fallan los inicios de sesión.</translation>
    </message>
    <message>
        <source>Not set up. Missing: %1.</source>
        <translation>Sin configurar. Falta: %1.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funciona.</translation>
    </message>
    <message numerus="yes">
        <source>%n recent call(s).</source>
        <translation>
            <numerusform>%n llamada reciente.</numerusform>
            <numerusform>%n llamadas recientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>no movido</translation>
    </message>
    <message>
        <source>The file of customers is damaged (%1). Sync, or import your files once more.</source>
        <translation>El archivo de clientes está dañado (%1). Sincronice o importe sus archivos otra vez.</translation>
    </message>
    <message>
        <source>The file of chosen numbers was damaged (%1). What could be read of it is kept.</source>
        <translation>El archivo de números elegidos estaba dañado (%1). Se conserva lo que se pudo leer.</translation>
    </message>
    <message>
        <source>The file of customers made here was damaged (%1). What could be read of it is kept.</source>
        <translation>El archivo de clientes creados aquí estaba dañado (%1). Se conserva lo que se pudo leer.</translation>
    </message>
    <message>
        <source>Works. Damaged files of an earlier time lie beside it: %1.</source>
        <translation>Funciona. Junto a él hay archivos dañados de antes: %1.</translation>
    </message>
    <message>
        <source>The directory cannot be read, so callers have no names. %1</source>
        <extracomment>%1: one or two sentences that say why</extracomment>
        <translation>El directorio no se puede leer, así que quienes llaman no tienen nombre. %1</translation>
    </message>
    <message>
        <source>Nobody is signed in to %1. Start callcard and sign in: Settings, Connections, Set up.</source>
        <translation>Nadie ha iniciado sesión en %1. Inicie callcard y luego la sesión: Ajustes, Conexiones, Configurar.</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in or the key it was given. Look for a missing character at the beginning or end, or for one that has ended or was replaced, and enter it anew.</source>
        <translation>%1 no acepta el inicio de sesión o la clave recibida. Mire si falta un carácter al principio o al final, o si ha caducado o se ha reemplazado, e introdúzcala de nuevo.</translation>
    </message>
    <message>
        <source>%1 did not answer in time, or broke off in the middle. Check again in a moment; if it stays, the fault is on its side or on the way.</source>
        <translation>%1 no respondió a tiempo o se interrumpió a medias. Compruébelo de nuevo en un momento; si persiste, el fallo está de su lado o por el camino.</translation>
    </message>
    <message>
        <source>The call log cannot be used, so no call and no note is remembered.</source>
        <translation>El registro de llamadas no se puede usar, así que no se guarda ninguna llamada ni nota.</translation>
    </message>
    <message>
        <source>What has to be sent cannot be kept, so nothing is sent.</source>
        <translation>Lo que hay que enviar no se puede guardar, así que no se envía nada.</translation>
    </message>
</context>
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>Último evento %1</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Aún sin llamadas</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Calls show as soon as it stands.</source>
        <translation>Las llamadas aparecerán en cuanto haya conexión.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Inicie sesión de nuevo</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <extracomment>%1: a moment, &quot;2:04 PM&quot;</extracomment>
        <translation>Sin conexión desde %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Sin configurar</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>En espera hasta %1</translation>
    </message>
    <message>
        <source>Partly working</source>
        <translation>Funciona en parte</translation>
    </message>
    <message>
        <source>last event %1</source>
        <extracomment>%1: an age, &quot;4 s ago&quot;</extracomment>
        <translation>último evento %1</translation>
    </message>
    <message>
        <source>no call yet</source>
        <translation>aún sin llamadas</translation>
    </message>
    <message>
        <source>Connect your phone service in Settings.</source>
        <translation>Conecte su servicio telefónico en los ajustes.</translation>
    </message>
    <message>
        <source>Partly connected</source>
        <translation>Conectado en parte</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Acceso denegado</translation>
    </message>
    <message>
        <source>last answer %1</source>
        <translation>última respuesta %1</translation>
    </message>
</context>
<context>
    <name>CrmTexts</name>
    <message>
        <source>For example: %1</source>
        <extracomment>%1: an address</extracomment>
        <translation>Por ejemplo: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a customer&apos;s name, %2: the address of their page</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This opens the same page for everybody. Put {id}, {email}, {name} or {number} where the customer belongs.</source>
        <translation>Esto abre la misma página para todos. Ponga {id}, {email}, {name} o {number} donde va el cliente.</translation>
    </message>
    <message>
        <source>%1 is not known. There are {id}, {source}, {name}, {company}, {email} and {number}.</source>
        <extracomment>%1: like {customer}; the words in braces are fixed</extracomment>
        <translation>%1 no se conoce. Existen {id}, {source}, {name}, {company}, {email} y {number}.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>La dirección debe empezar por https://.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://crm.company.example/people/{id}.</source>
        <translation>No es una dirección completa. Tiene este aspecto: https://crm.company.example/people/{id}.</translation>
    </message>
    <message>
        <source>%1 has nothing for %2, so nothing is opened for them. Others’ pages open.</source>
        <extracomment>%1: a customer&apos;s name, %2: like {email}</extracomment>
        <translation>%1 no tiene nada para %2, así que aquí no se abre nada. Las páginas de los demás se abren.</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Lead</source>
        <extracomment>Somebody who has not bought yet. %1: company</extracomment>
        <translation>Cliente potencial</translation>
    </message>
    <message>
        <source>Lead · %1</source>
        <translation>Cliente potencial · %1</translation>
    </message>
    <message>
        <source>%1 ext. %2</source>
        <extracomment>A phone number and its extension: &quot;(416) 555-0100 ext. 12&quot;</extracomment>
        <translation>%1 ext. %2</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Particular</translation>
    </message>
    <message>
        <source>Main</source>
        <extracomment>The main number of a company</extracomment>
        <translation>Centralita</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Direct</source>
        <extracomment>A direct line that passes the switchboard</extracomment>
        <translation>Directo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <extracomment>%1: a day. Said by screen readers</extracomment>
        <translation>último contacto %1</translation>
    </message>
    <message>
        <source>similar name</source>
        <extracomment>Found although it is not written as it was typed</extracomment>
        <translation>nombre parecido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln cliente</numerusform>
            <numerusform>%Ln clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+ of %2 customers</source>
        <extracomment>%1 of %2: counting all that were found would take too long</extracomment>
        <translation>%1+ de %2 clientes</translation>
    </message>
    <message>
        <source>%1 of %2 customers</source>
        <translation>%1 de %2 clientes</translation>
    </message>
    <message>
        <source>Files of the directory were damaged and have been set aside.</source>
        <translation>Algunos archivos del directorio estaban dañados y se han apartado.</translation>
    </message>
    <message>
        <source>Files of the directory are damaged.</source>
        <translation>Algunos archivos del directorio están dañados.</translation>
    </message>
    <message>
        <source>The file of customers was damaged and has been set aside.</source>
        <translation>El archivo de clientes estaba dañado y se ha apartado.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose was damaged and has been set aside.</source>
        <translation>El archivo de los números que eligió estaba dañado y se ha apartado.</translation>
    </message>
    <message>
        <source>The file of the numbers you chose is damaged.</source>
        <translation>El archivo de los números que eligió está dañado.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here was damaged and has been set aside.</source>
        <translation>El archivo de lo que añadió y cambió aquí estaba dañado y se ha apartado.</translation>
    </message>
    <message>
        <source>The file of what you added and changed here is damaged.</source>
        <translation>El archivo de lo que añadió y cambió aquí está dañado.</translation>
    </message>
    <message>
        <source>It could not be moved: let its folder be written to, and start Callcard again.</source>
        <translation>No se pudo mover: permita escribir en su carpeta y vuelva a iniciar Callcard.</translation>
    </message>
    <message>
        <source>Sync, or import your files once more.</source>
        <translation>Sincronice o importe sus archivos otra vez.</translation>
    </message>
    <message>
        <source>Import your files once more.</source>
        <translation>Importe sus archivos otra vez.</translation>
    </message>
    <message>
        <source>What could be read is kept.</source>
        <translation>Se conserva lo que se pudo leer.</translation>
    </message>
    <message>
        <source>A card asks again about the other numbers.</source>
        <translation>Para los demás números, la ficha vuelve a preguntar.</translation>
    </message>
    <message>
        <source>Look whether your newest changes are there.</source>
        <translation>Compruebe que estén sus cambios más recientes.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>File %1</source>
        <extracomment>%1: its name</extracomment>
        <translation>Archivo %1</translation>
    </message>
</context>
<context>
    <name>DecisionTexts</name>
    <message>
        <source>Withheld, so nobody is matched</source>
        <translation>Oculto, así que no se asocia a nadie</translation>
    </message>
    <message>
        <source>Test call: %1</source>
        <extracomment>%1: how sure the match is</extracomment>
        <translation>Llamada de prueba: %1</translation>
    </message>
    <message>
        <source>Arrived %1 s after it rang</source>
        <extracomment>%1: &quot;9.4&quot;</extracomment>
        <translation>Llegó %1 s después de sonar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Ficha</translation>
    </message>
    <message>
        <source>In the digest</source>
        <translation>En el resumen</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Sin ficha</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Same call</source>
        <translation>Misma llamada</translation>
    </message>
    <message>
        <source>Cards are off</source>
        <translation>Las fichas están desactivadas</translation>
    </message>
    <message>
        <source>Cards are off for the line “%1”</source>
        <translation>Las fichas están desactivadas para la línea «%1»</translation>
    </message>
    <message>
        <source>Only the tray’s badge, set by you</source>
        <translation>Solo la marca de la bandeja, elegido por usted</translation>
    </message>
    <message>
        <source>Quiet for an hour, set by you</source>
        <translation>Silencio durante una hora, elegido por usted</translation>
    </message>
    <message>
        <source>Quiet time %1 – %2, set by you</source>
        <extracomment>%1, %2: times of day</extracomment>
        <translation>Horario de silencio %1 – %2, elegido por usted</translation>
    </message>
    <message>
        <source>The desktop was set to do not disturb</source>
        <translation>El escritorio estaba en «no molestar»</translation>
    </message>
    <message>
        <source>Cards for outgoing calls are off</source>
        <translation>Las fichas de llamadas salientes están desactivadas</translation>
    </message>
    <message>
        <source>A colleague’s call</source>
        <translation>Llamada de un colega</translation>
    </message>
    <message>
        <source>Your own phone, for a call that you placed</source>
        <translation>Su propio teléfono, por una llamada que usted hizo</translation>
    </message>
    <message>
        <source>Reported long after it rang</source>
        <translation>Se informó mucho después de sonar</translation>
    </message>
    <message>
        <source>It was over before we heard of it</source>
        <translation>Terminó antes de que lo supiéramos</translation>
    </message>
    <message>
        <source>Reported by %1 too, already shown</source>
        <extracomment>%1: a service, &quot;JustCall&quot;</extracomment>
        <translation>También lo informó %1, ya mostrado</translation>
    </message>
    <message>
        <source>Change when cards show…</source>
        <translation>Cambiar cuándo aparecen las fichas…</translation>
    </message>
    <message>
        <source>Change quiet time…</source>
        <translation>Cambiar el horario de silencio…</translation>
    </message>
    <message>
        <source>Change do not disturb…</source>
        <translation>Cambiar «no molestar»…</translation>
    </message>
    <message>
        <source>Change outgoing cards…</source>
        <translation>Cambiar llamadas salientes…</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Callcard tries again by itself.</source>
        <translation>Callcard lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>Callcard tries again at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Callcard lo intenta de nuevo a las %1.</translation>
    </message>
    <message>
        <source>Callcard cannot write to its folder.</source>
        <translation>Callcard no puede escribir en su carpeta.</translation>
    </message>
    <message>
        <source>The disk may be full or read-only, or the files come from a newer Callcard. Calls still show.</source>
        <translation>El disco puede estar lleno o ser de solo lectura, o los archivos son de un Callcard más nuevo. Las llamadas siguen apareciendo.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or missing.</source>
        <translation>El llavero del sistema está bloqueado o no existe.</translation>
    </message>
    <message>
        <source>Unlock it, then Callcard signs in by itself.</source>
        <translation>Desbloquéelo y Callcard iniciará sesión por sí solo.</translation>
    </message>
    <message>
        <source>Unlock the keychain</source>
        <translation>Desbloquear el llavero</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>No hay red.</translation>
    </message>
    <message>
        <source>The directory and notes work; missed calls are fetched when the network is back.</source>
        <translation>El directorio y las notas funcionan; las llamadas perdidas se recuperan cuando vuelva la red.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Este archivo no se puede leer.</translation>
    </message>
    <message>
        <source>Check that it is complete and try again.</source>
        <translation>Compruebe que está completo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This took too long and was stopped.</source>
        <translation>Tardó demasiado y se detuvo.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>No funcionó.</translation>
    </message>
    <message>
        <source>Try again; the log says more.</source>
        <translation>Inténtelo de nuevo; el registro dice más.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>No se puede contactar con %1.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 no respondió a tiempo.</translation>
    </message>
    <message>
        <source>It may have gone through all the same; check before you repeat it.</source>
        <translation>Puede que haya llegado igualmente; compruébelo antes de repetirlo.</translation>
    </message>
    <message>
        <source>%1 wants you to sign in again.</source>
        <translation>%1 pide que inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>%1 asked us to wait until %2.</source>
        <extracomment>%1: a service, %2: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>%1 nos pide esperar hasta las %2.</translation>
    </message>
    <message>
        <source>Nothing is sent until then; what is due waits here.</source>
        <translation>Hasta entonces no se envía nada; lo pendiente espera aquí.</translation>
    </message>
    <message>
        <source>%1 asked us to slow down.</source>
        <translation>%1 nos pide ir más despacio.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself.</source>
        <translation>Callcard continúa por sí solo.</translation>
    </message>
    <message>
        <source>%1 refused this.</source>
        <translation>%1 lo ha rechazado.</translation>
    </message>
    <message>
        <source>Your account may lack the right to do it; your administrator can tell.</source>
        <translation>Puede que su cuenta no tenga permiso; su administrador lo sabe.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>%1 has a fault on its side.</source>
        <translation>%1 tiene un fallo de su lado.</translation>
    </message>
    <message>
        <source>%1 sent an answer that Callcard cannot read.</source>
        <translation>%1 envió una respuesta que Callcard no puede leer.</translation>
    </message>
    <message>
        <source>It was set aside, the rest goes on. If it stays, send a report.</source>
        <translation>Se apartó y el resto continúa. Si persiste, envíe un informe.</translation>
    </message>
    <message>
        <source>The call log was damaged and has been set aside.</source>
        <translation>El registro de llamadas estaba dañado y se ha apartado.</translation>
    </message>
    <message>
        <source>Calls and notes are kept in a new one from now on. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>Las llamadas y las notas se guardan desde ahora en uno nuevo. El archivo antiguo queda como %1.</translation>
    </message>
    <message>
        <source>What waited to be sent was damaged and has been set aside.</source>
        <translation>Lo que esperaba a enviarse estaba dañado y se ha apartado.</translation>
    </message>
    <message>
        <source>Sync counts the last days anew. The old file stays as %1.</source>
        <extracomment>%1: the name of a file</extracomment>
        <translation>La sincronización vuelve a contar los últimos días. El archivo antiguo queda como %1.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>Make room on it: until then Callcard cannot keep what is new. Calls still show.</source>
        <translation>Libere espacio: hasta entonces Callcard no puede guardar nada nuevo. Las llamadas siguen apareciendo.</translation>
    </message>
    <message>
        <source>Callcard may not write to its files.</source>
        <translation>Callcard no tiene permiso para escribir en sus archivos.</translation>
    </message>
    <message>
        <source>Make its folder and what is in it writable for you, then start Callcard again. Calls still show.</source>
        <translation>Dese permiso de escritura en su carpeta y en lo que contiene, y vuelva a iniciar Callcard. Las llamadas siguen apareciendo.</translation>
    </message>
    <message>
        <source>Callcard cannot open its files.</source>
        <translation>Callcard no puede abrir sus archivos.</translation>
    </message>
    <message>
        <source>Check that its folder is there and yours to read and write, then start Callcard again.</source>
        <translation>Compruebe que su carpeta existe y que usted puede leer y escribir en ella, y vuelva a iniciar Callcard.</translation>
    </message>
    <message>
        <source>A file of Callcard&apos;s is damaged.</source>
        <translation>Un archivo de Callcard está dañado.</translation>
    </message>
    <message>
        <source>Start Callcard again: it sets the damaged file aside and begins a new one.</source>
        <translation>Vuelva a iniciar Callcard: aparta el archivo dañado y empieza uno nuevo.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files were written by a newer version of it.</source>
        <translation>Los archivos de Callcard son de una versión más nueva.</translation>
    </message>
    <message>
        <source>Install the newer version again; this one leaves them as they are.</source>
        <translation>Instale de nuevo la versión más nueva; esta los deja como están.</translation>
    </message>
    <message>
        <source>Callcard&apos;s files are still those of an older version of it.</source>
        <translation>Los archivos de Callcard son todavía los de una versión anterior.</translation>
    </message>
    <message>
        <source>Start Callcard once, it brings them up to date.</source>
        <translation>Inicie Callcard una vez y los pondrá al día.</translation>
    </message>
    <message>
        <source>Another program is busy with Callcard&apos;s files.</source>
        <translation>Otro programa está usando los archivos de Callcard.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, then try again.</source>
        <translation>Espere a que termine o ciérrelo, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain failed.</source>
        <translation>El llavero del sistema ha fallado.</translation>
    </message>
    <message>
        <source>Sign out of the desktop and in again, then try again; what lies in the keychain stays there.</source>
        <translation>Cierre la sesión del escritorio, vuelva a iniciarla e inténtelo de nuevo; lo que hay en el llavero sigue allí.</translation>
    </message>
    <message>
        <source>This computer has no network.</source>
        <translation>Este equipo no tiene red.</translation>
    </message>
    <message>
        <source>Callcard goes on by itself when it is back.</source>
        <translation>Callcard continúa por sí solo cuando vuelva.</translation>
    </message>
    <message>
        <source>There is no server of the name that stands in %1&apos;s address.</source>
        <translation>No hay ningún servidor con el nombre que figura en la dirección de %1.</translation>
    </message>
    <message>
        <source>Check the address, and that this computer is online; Callcard tries again by itself.</source>
        <translation>Compruebe la dirección y que este equipo esté conectado; Callcard lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>Nobody answers at the address of %1.</source>
        <translation>Nadie responde en la dirección de %1.</translation>
    </message>
    <message>
        <source>It may be down for a while, or the address is wrong; Callcard tries again by itself.</source>
        <translation>Puede que no funcione durante un rato o que la dirección sea incorrecta; Callcard lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent.</source>
        <translation>El servidor no pudo demostrar que es %1, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Somebody may be in between. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>Puede haber alguien por medio. Este sistema debe conocer el certificado propio de la empresa; su administrador puede añadirlo.</translation>
    </message>
    <message>
        <source>By the clock of this computer, the certificate of %1 has run out or is not valid yet.</source>
        <translation>Según el reloj de este equipo, el certificado de %1 ha caducado o aún no es válido.</translation>
    </message>
    <message>
        <source>Set the clock. If it is right, whoever runs the server must renew the certificate.</source>
        <translation>Ponga el reloj en hora. Si va bien, quien gestiona el servidor debe renovar el certificado.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let Callcard through to %1.</source>
        <translation>El proxy de la red no dejó pasar a Callcard hasta %1.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address and sign-in in the system&apos;s settings; Callcard tries again by itself.</source>
        <translation>Compruebe la dirección y el acceso del proxy en los ajustes del sistema; Callcard lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network.</source>
        <translation>Respondió algo distinto de %1: quizá la página de acceso de esta red.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in to the network; Callcard goes on by itself.</source>
        <translation>Abra cualquier página en el navegador e inicie sesión en la red; Callcard continúa por sí solo.</translation>
    </message>
    <message>
        <source>%1 was sent on to a place where Callcard does not follow.</source>
        <translation>%1 se redirigió a un lugar al que Callcard no va.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network in your browser.</source>
        <translation>Compruebe la dirección o inicie sesión en esta red con el navegador.</translation>
    </message>
    <message>
        <source>The address of %1 has no encryption, so nothing was sent.</source>
        <translation>La dirección de %1 no tiene cifrado, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Let it begin with https://.</source>
        <translation>Haga que empiece por https://.</translation>
    </message>
    <message>
        <source>The address of %1 is not complete.</source>
        <translation>La dirección de %1 no está completa.</translation>
    </message>
    <message>
        <source>It looks like https://calls.company.example; correct it in Settings.</source>
        <translation>Tiene este aspecto: https://calls.company.example; corríjala en los ajustes.</translation>
    </message>
    <message>
        <source>Until then nothing new arrives from there; nothing already recorded is lost.</source>
        <translation>Hasta entonces no llega nada nuevo de allí; no se pierde nada de lo ya registrado.</translation>
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
        <translation>%1, reintentando</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>of %1 %2</source>
        <extracomment>%1: the goal, %2: &quot;today&quot;, &quot;this week&quot;</extracomment>
        <translation>de %1 %2</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>Objetivo alcanzado</translation>
    </message>
    <message>
        <source>On pace</source>
        <translation>Al ritmo</translation>
    </message>
    <message>
        <source>%1 ahead</source>
        <translation>%1 por delante</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 por detrás</translation>
    </message>
    <message>
        <source>%1 expected by now</source>
        <translation>%1 esperados hasta ahora</translation>
    </message>
    <message>
        <source>usually %1 by now</source>
        <extracomment>The rep&apos;s own last twenty working days had %1 at this time of day, on average</extracomment>
        <translation>normalmente %1 a esta hora</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) not read</source>
        <translation>
            <numerusform>%n día sin leer</numerusform>
            <numerusform>%n días sin leer</numerusform>
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
            <numerusform>de %n llamada entrante</numerusform>
            <numerusform>de %n llamadas entrantes</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>%1 outgoing</source>
        <translation>%1 salientes</translation>
    </message>
    <message>
        <source>%1 incoming</source>
        <translation>%1 entrantes</translation>
    </message>
    <message>
        <source>%1 missed</source>
        <translation>%1 perdidas</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1 sin conexión</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <translation>2 fuentes: %1</translation>
    </message>
    <message numerus="yes">
        <source>Today’s %n call(s)</source>
        <translation>
            <numerusform>%n llamada hoy</numerusform>
            <numerusform>%n llamadas hoy</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls per week</source>
        <translation>Llamadas por semana</translation>
    </message>
    <message>
        <source>Calls per day</source>
        <translation>Llamadas por día</translation>
    </message>
</context>
<context>
    <name>GroupTexts</name>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>tel:, callto: and sip: links</source>
        <translation>Enlaces tel:, callto: y sip:</translation>
    </message>
    <message>
        <source>A click on a phone number in any program opens Callcard’s call box.</source>
        <translation>Un clic en un número en cualquier programa abre el cuadro de llamada de Callcard.</translation>
    </message>
    <message>
        <source>Start when I sign in</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Starts hidden, in the tray.</source>
        <translation>Se inicia oculto, en la bandeja.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Where calls come from</source>
        <translation>De dónde vienen las llamadas</translation>
    </message>
    <message>
        <source>Nothing chosen: every service that is set up.</source>
        <translation>Nada elegido: todos los servicios configurados.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID de cliente</translation>
    </message>
    <message>
        <source>Of the app your administrator registered with RingCentral.</source>
        <translation>De la aplicación que su administrador registró en RingCentral.</translation>
    </message>
    <message>
        <source>Another one for a test account only.</source>
        <translation>Otro solo para una cuenta de prueba.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>~ is the account you sign in to.</source>
        <translation>~ es la cuenta en la que inicia sesión.</translation>
    </message>
    <message>
        <source>Way back from the browser</source>
        <translation>Vuelta desde el navegador</translation>
    </message>
    <message>
        <source>As registered with RingCentral. If its port is taken, the next two are tried.</source>
        <translation>Como se registró en RingCentral. Si el puerto está ocupado, se prueban los dos siguientes.</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Signs in without a browser.</source>
        <translation>Inicia sesión sin navegador.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secreto del cliente</translation>
    </message>
    <message>
        <source>Needed with a JWT; signing in with the browser needs none.</source>
        <translation>Necesario con un JWT; con el navegador no hace falta.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Your administrator has it.</source>
        <translation>La tiene su administrador.</translation>
    </message>
    <message>
        <source>Your token</source>
        <translation>Su token</translation>
    </message>
    <message>
        <source>Opens your own calls and nobody else’s.</source>
        <translation>Da acceso a sus llamadas y a las de nadie más.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Opens the calls of every colleague: for accounts of one person.</source>
        <translation>Da acceso a las llamadas de todos los colegas: para cuentas de una sola persona.</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>Secreto de API</translation>
    </message>
    <message>
        <source>The other half of the key.</source>
        <translation>La otra mitad de la clave.</translation>
    </message>
    <message>
        <source>Where JustCall’s API is.</source>
        <translation>Dónde está la API de JustCall.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>The team’s Firebase project.</source>
        <translation>El proyecto de Firebase del equipo.</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Clave de API web</translation>
    </message>
    <message>
        <source>Names the project and opens nothing.</source>
        <translation>Identifica el proyecto y no da acceso a nada.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Signs in with your e-mail address.</source>
        <translation>Inicia sesión con su dirección de correo.</translation>
    </message>
    <message>
        <source>Test server for Firestore</source>
        <translation>Servidor de prueba para Firestore</translation>
    </message>
    <message>
        <source>On this computer only; normally empty.</source>
        <translation>Solo en este equipo; normalmente vacío.</translation>
    </message>
    <message>
        <source>Test server for signing in</source>
        <translation>Servidor de prueba para iniciar sesión</translation>
    </message>
    <message>
        <source>Of the project’s desktop client, to sign in with Google.</source>
        <translation>Del cliente de escritorio del proyecto, para iniciar sesión con Google.</translation>
    </message>
    <message>
        <source>Issued with it; not confidential for desktop clients.</source>
        <translation>Se emite con él; no es confidencial en clientes de escritorio.</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Página de inicio de sesión</translation>
    </message>
    <message>
        <source>Google’s own unless you test.</source>
        <translation>La de Google, salvo en pruebas.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Dirección de tokens</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Dirección de correo</translation>
    </message>
    <message>
        <source>Whose key it is.</source>
        <translation>De quién es la clave.</translation>
    </message>
    <message>
        <source>From your settings in Copper.</source>
        <translation>De sus ajustes en Copper.</translation>
    </message>
    <message>
        <source>Where Copper’s API is.</source>
        <translation>Dónde está la API de Copper.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>When the phone rings</source>
        <translation>Cuando suena el teléfono</translation>
    </message>
    <message>
        <source>Off: calls are still kept in the history.</source>
        <translation>Nada: las llamadas se guardan igualmente en el historial.</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Mostrar la ficha</translation>
    </message>
    <message>
        <source>Show a small card</source>
        <translation>Mostrar una ficha pequeña</translation>
    </message>
    <message>
        <source>Only mark the tray icon</source>
        <translation>Solo marcar el icono</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>No hacer nada</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Esquina</translation>
    </message>
    <message>
        <source>Of the screen’s free area.</source>
        <translation>Del área libre de la pantalla.</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Arriba a la izquierda</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Arriba a la derecha</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>The active one is where the pointer is.</source>
        <translation>La activa es la del puntero.</translation>
    </message>
    <message>
        <source>The active one</source>
        <translation>La activa</translation>
    </message>
    <message>
        <source>The primary one</source>
        <translation>La principal</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Hide after</source>
        <translation>Ocultar después de</translation>
    </message>
    <message>
        <source>0: as long as it rings.</source>
        <translation>0: mientras suene.</translation>
    </message>
    <message>
        <source>Tell how it ended for</source>
        <translation>Decir cómo terminó durante</translation>
    </message>
    <message>
        <source>0: the card goes with the call.</source>
        <translation>0: la ficha se va con la llamada.</translation>
    </message>
    <message>
        <source>A card for calls I make</source>
        <translation>Ficha para mis llamadas</translation>
    </message>
    <message>
        <source>The note can start before hello.</source>
        <translation>La nota puede empezar antes del saludo.</translation>
    </message>
    <message>
        <source>Lines of their own</source>
        <translation>Líneas con regla propia</translation>
    </message>
    <message>
        <source>Another way for one of your numbers, like +14165550142=compact, separated by commas.</source>
        <translation>Otra forma para uno de sus números, como +14165550142=compact, separados por comas.</translation>
    </message>
    <message>
        <source>Page of the CRM</source>
        <translation>Página del CRM</translation>
    </message>
    <message>
        <source>What Open in CRM opens: an address with {id}, {email}, {name} or {number} in it.</source>
        <translation>Lo que abre «Abrir en el CRM»: una dirección con {id}, {email}, {name} o {number}.</translation>
    </message>
    <message>
        <source>Follow “do not disturb”</source>
        <translation>Respetar «no molestar»</translation>
    </message>
    <message>
        <source>No cards while the desktop or the phone wants quiet.</source>
        <translation>Sin fichas mientras el escritorio o el teléfono pidan silencio.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horario de silencio</translation>
    </message>
    <message>
        <source>Every day, in your time zone.</source>
        <translation>Cada día, en su zona horaria.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Go to the card</source>
        <translation>Ir a la ficha</translation>
    </message>
    <message>
        <source>Gives the keyboard to the card that shows.</source>
        <translation>Da el teclado a la ficha que se muestra.</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Llamar al número marcado</translation>
    </message>
    <message>
        <source>Shows what will be dialled first.</source>
        <translation>Muestra antes lo que se marcará.</translation>
    </message>
    <message>
        <source>Calls go through</source>
        <translation>Las llamadas van por</translation>
    </message>
    <message>
        <source>What rings first when you click a number.</source>
        <translation>Lo que suena primero al hacer clic en un número.</translation>
    </message>
    <message>
        <source>The phone service</source>
        <translation>El servicio telefónico</translation>
    </message>
    <message>
        <source>The RingCentral app</source>
        <translation>La aplicación RingCentral</translation>
    </message>
    <message>
        <source>The JustCall dialer</source>
        <translation>El marcador de JustCall</translation>
    </message>
    <message>
        <source>The system’s program for tel: links</source>
        <translation>El programa del sistema para enlaces tel:</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Identificador de llamada</translation>
    </message>
    <message>
        <source>One of your own numbers; empty: what the service chooses.</source>
        <translation>Uno de sus números; vacío: el que elija el servicio.</translation>
    </message>
    <message>
        <source>Customers may be called from</source>
        <translation>Se puede llamar a clientes desde</translation>
    </message>
    <message>
        <source>In their own time; outside of it Callcard warns first.</source>
        <translation>En su hora local; fuera de ella Callcard avisa antes.</translation>
    </message>
    <message>
        <source>… until</source>
        <translation>… hasta</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Several make one directory; the same person is shown once.</source>
        <translation>Varias forman un directorio; la misma persona aparece una vez.</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Qué clientes</translation>
    </message>
    <message>
        <source>Everything can be hundreds of thousands.</source>
        <translation>Todos pueden ser cientos de miles.</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Mis cuentas</translation>
    </message>
    <message>
        <source>Mine and active ones</source>
        <translation>Las mías y las activas</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Look for changes every</source>
        <translation>Buscar cambios cada</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Collections in Firestore</source>
        <translation>Colecciones en Firestore</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Separadas por comas.</translation>
    </message>
    <message>
        <source>Send new customers to Firestore</source>
        <translation>Enviar clientes nuevos a Firestore</translation>
    </message>
    <message>
        <source>Those you add here; they wait on this computer until it worked.</source>
        <translation>Los que añade aquí; esperan en este equipo hasta que funcione.</translation>
    </message>
    <message>
        <source>Call records</source>
        <translation>Registros de llamadas</translation>
    </message>
    <message>
        <source>Only read</source>
        <translation>Solo leer</translation>
    </message>
    <message>
        <source>For teams where a server writes the figures already.</source>
        <translation>Para equipos donde un servidor ya escribe las cifras.</translation>
    </message>
    <message>
        <source>Bring today up to date every</source>
        <translation>Actualizar el día de hoy cada</translation>
    </message>
    <message>
        <source>A day is marked at</source>
        <translation>Un día se marca a las</translation>
    </message>
    <message>
        <source>Noon UTC is the right day for readers almost everywhere.</source>
        <translation>El mediodía UTC es el día correcto casi en todas partes.</translation>
    </message>
    <message>
        <source>Noon UTC</source>
        <translation>Mediodía UTC</translation>
    </message>
    <message>
        <source>Midnight UTC</source>
        <translation>Medianoche UTC</translation>
    </message>
    <message>
        <source>Midnight in your zone</source>
        <translation>Medianoche en su zona</translation>
    </message>
    <message>
        <source>Send my goals to Firestore</source>
        <translation>Enviar mis objetivos a Firestore</translation>
    </message>
    <message>
        <source>Otherwise goals are only read.</source>
        <translation>Si no, los objetivos solo se leen.</translation>
    </message>
    <message>
        <source>Known by another name</source>
        <translation>Conocido con otro nombre</translation>
    </message>
    <message>
        <source>Where a phone service has another address: sam@company.example=417000, separated by commas.</source>
        <translation>Donde un servicio telefónico tiene otra dirección: sam@company.example=417000, separadas por comas.</translation>
    </message>
    <message>
        <source>Write each call to Firestore</source>
        <translation>Escribir cada llamada en Firestore</translation>
    </message>
    <message>
        <source>From its first moment, with every change.</source>
        <translation>Desde el primer momento, con cada cambio.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Keep calls, notes and texts for</source>
        <translation>Guardar llamadas, notas y SMS durante</translation>
    </message>
    <message>
        <source>Older ones are removed from this computer; open promises stay.</source>
        <translation>Los más antiguos se quitan de este equipo; las promesas abiertas quedan.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>My e-mail address</source>
        <translation>Mi dirección de correo</translation>
    </message>
    <message>
        <source>Tells which calls are yours.</source>
        <translation>Indica qué llamadas son suyas.</translation>
    </message>
    <message>
        <source>My country</source>
        <translation>Mi país</translation>
    </message>
    <message>
        <source>For numbers written without one.</source>
        <translation>Para números escritos sin país.</translation>
    </message>
    <message>
        <source>My time zone</source>
        <translation>Mi zona horaria</translation>
    </message>
    <message>
        <source>Where your day begins and ends.</source>
        <translation>Donde empieza y termina su día.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Changes at once.</source>
        <translation>Cambia al instante.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Your team’s own fields</source>
        <translation>Campos propios de su equipo</translation>
    </message>
    <message>
        <source>Like phone=Direct Line, separated by commas.</source>
        <extracomment>phone=Direct Line is an example; the words before the equals sign are fixed.</extracomment>
        <translation>Como phone=Línea directa, separados por comas.</translation>
    </message>
    <message>
        <source>Icon in the panel</source>
        <translation>Icono en el panel</translation>
    </message>
    <message>
        <source>Panels do not tell their colour: choose what you see best.</source>
        <translation>Los paneles no dicen su color: elija lo que vea mejor.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>En color</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>There is nothing in this row.</source>
        <translation>No hay nada en esta fila.</translation>
    </message>
    <message>
        <source>There is neither a name nor a company.</source>
        <translation>No hay ni nombre ni empresa.</translation>
    </message>
    <message>
        <source>The row does not say which customer it belongs to.</source>
        <translation>La fila no dice a qué cliente pertenece.</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>Unas comillas se abren y no se cierran.</translation>
    </message>
    <message>
        <source>One field is longer than any name or note.</source>
        <translation>Un campo es más largo que cualquier nombre o nota.</translation>
    </message>
    <message>
        <source>The row is too long.</source>
        <translation>La fila es demasiado larga.</translation>
    </message>
    <message>
        <source>The row has too many columns.</source>
        <translation>La fila tiene demasiadas columnas.</translation>
    </message>
    <message>
        <source>The card has no end.</source>
        <translation>La tarjeta no tiene fin.</translation>
    </message>
    <message>
        <source>The card is too long.</source>
        <translation>La tarjeta es demasiado larga.</translation>
    </message>
    <message>
        <source>This stands for a withheld number.</source>
        <translation>Esto representa un número oculto.</translation>
    </message>
    <message>
        <source>The number is written in letters.</source>
        <translation>El número está escrito con letras.</translation>
    </message>
    <message>
        <source>Several numbers stand in one field.</source>
        <translation>Hay varios números en un campo.</translation>
    </message>
    <message>
        <source>A spreadsheet rounded the number away. Export it as text.</source>
        <translation>Una hoja de cálculo redondeó el número. Expórtelo como texto.</translation>
    </message>
    <message>
        <source>This is not a phone number.</source>
        <translation>Esto no es un número de teléfono.</translation>
    </message>
    <message>
        <source>This is a short code, which identifies nobody.</source>
        <translation>Es un número corto que no identifica a nadie.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>Falta el prefijo.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>El número es demasiado corto.</translation>
    </message>
    <message>
        <source>The number is too long.</source>
        <translation>El número es demasiado largo.</translation>
    </message>
    <message>
        <source>The country is not known. Set the region for numbers without one.</source>
        <translation>No se conoce el país. Elija la región de los números que no lo llevan.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Ningún país tiene este prefijo.</translation>
    </message>
    <message>
        <source>No telephone company gives out such a number.</source>
        <translation>Ninguna operadora asigna un número así.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
    <message>
        <source>Customer’s id</source>
        <translation>ID del cliente</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre de pila</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Owner’s e-mail</source>
        <translation>Correo del responsable</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Active customer</source>
        <translation>Cliente activo</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Cliente desde</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Sales this year</source>
        <translation>Ventas de este año</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>No quiere llamadas</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Company’s id</source>
        <translation>ID de la empresa</translation>
    </message>
    <message>
        <source>Account’s id</source>
        <translation>ID de la cuenta</translation>
    </message>
    <message>
        <source>Same company elsewhere</source>
        <translation>La misma empresa en otro sitio</translation>
    </message>
    <message>
        <source>People, exported from Copper</source>
        <translation>Personas, exportadas de Copper</translation>
    </message>
    <message>
        <source>Companies, exported from Copper</source>
        <translation>Empresas, exportadas de Copper</translation>
    </message>
    <message>
        <source>Leads, exported from Copper</source>
        <translation>Clientes potenciales, exportados de Copper</translation>
    </message>
    <message>
        <source>Customers, exported from Fishbowl</source>
        <translation>Clientes, exportados de Fishbowl</translation>
    </message>
    <message>
        <source>Sales summary by customer</source>
        <translation>Resumen de ventas por cliente</translation>
    </message>
    <message>
        <source>Another name has the same id. Both are kept, each for itself.</source>
        <translation>Otro nombre tiene el mismo ID. Se guardan los dos, cada uno por separado.</translation>
    </message>
    <message>
        <source>There is neither a name nor a number.</source>
        <translation>No hay ni nombre ni número.</translation>
    </message>
    <message>
        <source>The record has no id.</source>
        <translation>El registro no tiene ID.</translation>
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
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <comment>spoken</comment>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchTexts</name>
    <message>
        <source>Other extension</source>
        <extracomment>The number is known, its extension is not the stored one</extracomment>
        <translation>Otra extensión</translation>
    </message>
    <message>
        <source>Same e-mail</source>
        <translation>Mismo correo</translation>
    </message>
    <message>
        <source>Same text</source>
        <extracomment>Not a real number, but letter by letter what is stored</extracomment>
        <translation>Mismo texto</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) share this number</source>
        <translation>
            <numerusform>%n cliente tiene este número</numerusform>
            <numerusform>%n clientes comparten este número</numerusform>
        </translation>
    </message>
    <message>
        <source>New caller, not in your directory</source>
        <translation>Llamante nuevo, no está en su directorio</translation>
    </message>
    <message>
        <source>Your directory could not be read</source>
        <translation>No se pudo leer su directorio</translation>
    </message>
</context>
<context>
    <name>MissedRow</name>
    <message>
        <source>Call back</source>
        <translation>Devolver llamada</translation>
    </message>
    <message>
        <source>Missed, checking…</source>
        <extracomment>The provider&apos;s log has not said yet whether somebody answered</extracomment>
        <translation>Perdida, comprobando…</translation>
    </message>
    <message>
        <source>Voicemail, %1</source>
        <translation>Mensaje de voz, %1</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Caller hung up</source>
        <translation>Quien llamaba colgó</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>you tried %n time(s)</source>
        <extracomment>Own calls since then that reached nobody</extracomment>
        <translation>
            <numerusform>usted lo intentó %n vez</numerusform>
            <numerusform>usted lo intentó %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me at %1</source>
        <translation>Recordármelo a las %1</translation>
    </message>
    <message>
        <source>Reminder for %1</source>
        <translation>Recordatorio para %1</translation>
    </message>
    <message>
        <source>You reached them, %1 later</source>
        <extracomment>%1: 4 min</extracomment>
        <translation>Usted le localizó, %1 después</translation>
    </message>
    <message>
        <source>A colleague reached them, %1 later</source>
        <translation>Un colega le localizó, %1 después</translation>
    </message>
    <message>
        <source>%1 reached them, %2 later</source>
        <extracomment>%1: a colleague, %2: 20 min</extracomment>
        <translation>%1 le localizó, %2 después</translation>
    </message>
    <message>
        <source>They called again and you answered</source>
        <translation>Volvió a llamar y usted contestó</translation>
    </message>
    <message>
        <source>You marked it as done</source>
        <translation>Usted la marcó como resuelta</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Por devolver</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Settled today</source>
        <translation>Resueltas hoy</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Test call</source>
        <translation>Llamada de prueba</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <extracomment>%1: what was promised to this customer</extracomment>
        <translation>Prometido: %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Abrir cliente</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver llamada</translation>
    </message>
    <message>
        <source>While you were quiet</source>
        <translation>Mientras estaba en silencio</translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s)</source>
        <translation>
            <numerusform>%n llamada perdida</numerusform>
            <numerusform>%n llamadas perdidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) while offline</source>
        <translation>
            <numerusform>%n llamada sin conexión</numerusform>
            <numerusform>%n llamadas sin conexión</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in the history.</source>
        <translation>Están en el historial.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) to make now</source>
        <translation>
            <numerusform>%n llamada por hacer ahora</numerusform>
            <numerusform>%n llamadas por hacer ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Time to call %1</source>
        <extracomment>A reminder; %1: whom the rep wanted to call now, a name or a number</extracomment>
        <translation>Es hora de llamar a %1</translation>
    </message>
    <message>
        <source>You asked to be reminded.</source>
        <translation>Pidió que se le recordara.</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>Puts a missed call aside for a while</extracomment>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Añadir cliente</translation>
    </message>
    <message>
        <source>Link to existing</source>
        <translation>Vincular a un cliente</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Copiar número</translation>
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
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Tiempo de conversación</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Tasa de respuesta</translation>
    </message>
    <message>
        <source>Average call</source>
        <translation>Llamada media</translation>
    </message>
    <message>
        <source>Text replies</source>
        <extracomment>The share of incoming texts that were replied to</extracomment>
        <translation>SMS respondidos</translation>
    </message>
    <message>
        <source>Called back</source>
        <extracomment>How long missed callers waited until they were called back</extracomment>
        <translation>Devueltas</translation>
    </message>
    <message>
        <source>Outgoing, reached</source>
        <translation>Salientes, atendidas</translation>
    </message>
    <message>
        <source>Outgoing, no answer</source>
        <translation>Salientes, sin respuesta</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Entrantes, atendidas</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Atendidas por un colega</translation>
    </message>
    <message>
        <source>Failed or blocked</source>
        <translation>Fallidas o bloqueadas</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocidas</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended. It belongs to the day on which it began, in your time zone.</source>
        <translation>Cada llamada terminada, entrante o saliente, contada una vez, acabara como acabara. Pertenece al día en que empezó, en su zona horaria.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Summed in seconds and rounded to minutes once a day.</source>
        <translation>Solo conversación: sin tono ni espera. Sumada en segundos y redondeada a minutos una vez al día.</translation>
    </message>
    <message>
        <source>Texts that you sent. Deleted ones are left out.</source>
        <translation>SMS que usted envió, sin los eliminados.</translation>
    </message>
    <message>
        <source>Incoming calls that you answered, of those that you answered or missed. What a colleague took counts for neither.</source>
        <translation>Llamadas entrantes atendidas de las atendidas o perdidas. Las que tomó un colega no cuentan.</translation>
    </message>
    <message>
        <source>Talk time divided by the calls in which somebody talked.</source>
        <translation>Tiempo de conversación dividido entre las llamadas en que se habló.</translation>
    </message>
    <message>
        <source>Of the customers who wrote, how many got a text back within a day. Several texts in a row are one question.</source>
        <translation>De los clientes que escribieron, cuántos recibieron un SMS en un día. Varios SMS seguidos son una pregunta.</translation>
    </message>
    <message>
        <source>How long missed callers waited until you reached them, on average. Those who still wait are not in it.</source>
        <translation>Cuánto esperaron de media quienes llamaron sin respuesta hasta que usted los localizó. Quienes aún esperan no están incluidos.</translation>
    </message>
    <message>
        <source>Calls that you placed and somebody answered.</source>
        <translation>Llamadas que usted hizo y alguien atendió.</translation>
    </message>
    <message>
        <source>Calls that you placed and nobody answered: busy, declined, a mailbox.</source>
        <translation>Llamadas que usted hizo y nadie atendió: ocupado, rechazada, un buzón.</translation>
    </message>
    <message>
        <source>Calls that came in and that you took.</source>
        <translation>Llamadas que entraron y usted atendió.</translation>
    </message>
    <message>
        <source>Calls that came in and nobody took, without those that left a voicemail.</source>
        <translation>Llamadas que entraron y nadie atendió, sin las que dejaron mensaje.</translation>
    </message>
    <message>
        <source>Missed calls that went to voicemail.</source>
        <translation>Llamadas perdidas que fueron al buzón de voz.</translation>
    </message>
    <message>
        <source>Rang at yours too, and a colleague took it: nobody’s miss.</source>
        <translation>Sonó también en su teléfono y la tomó un colega: nadie la perdió.</translation>
    </message>
    <message>
        <source>The phone service could not or would not connect them.</source>
        <translation>El servicio telefónico no pudo o no quiso conectarlas.</translation>
    </message>
    <message>
        <source>The phone service gave them an outcome that this version does not know. They count as calls.</source>
        <translation>El servicio telefónico les dio un resultado que esta versión no conoce. Cuentan como llamadas.</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>After a figure: &quot;38 calls today&quot;</extracomment>
        <translation>hoy</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>el %1</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>esta semana</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>in Q%1 %2</source>
        <extracomment>%1: the quarter&apos;s number, %2: the year</extracomment>
        <translation>en el T%1 de %2</translation>
    </message>
    <message>
        <source>in %1</source>
        <extracomment>%1: a month with its year</extracomment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Perhaps not complete</source>
        <translation>Quizá incompleto</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Aún se está leyendo</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Caller card</source>
        <translation>Ficha de llamada</translation>
    </message>
    <message>
        <source>Quiet times</source>
        <translation>Silencio</translation>
    </message>
    <message>
        <source>Dialling</source>
        <translation>Marcación</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Metrics and goals</source>
        <translation>Métricas y objetivos</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>What Callcard talks to. It carries no audio: none of this can drop a call.</source>
        <translation>Con qué habla Callcard. No transporta audio: nada de esto puede cortar una llamada.</translation>
    </message>
    <message>
        <source>Where your services are and who you are there. Keys are kept in the system keychain.</source>
        <translation>Dónde están sus servicios y quién es usted allí. Las claves se guardan en el llavero del sistema.</translation>
    </message>
    <message>
        <source>What appears when the phone rings, where, and for how long.</source>
        <translation>Qué aparece cuando suena el teléfono, dónde y cuánto tiempo.</translation>
    </message>
    <message>
        <source>When no card appears. What came meanwhile is told afterwards.</source>
        <translation>Cuándo no aparece ninguna ficha. Lo que llegó mientras tanto se cuenta después.</translation>
    </message>
    <message>
        <source>How a number becomes a call.</source>
        <translation>Cómo un número se convierte en llamada.</translation>
    </message>
    <message>
        <source>Where your customers come from. They lie on this computer and work offline.</source>
        <translation>De dónde vienen sus clientes. Están en este equipo y funcionan sin conexión.</translation>
    </message>
    <message>
        <source>What is counted, and where the figures go.</source>
        <translation>Qué se cuenta y adónde van las cifras.</translation>
    </message>
    <message>
        <source>Keys that work in every program.</source>
        <translation>Teclas que funcionan en cualquier programa.</translation>
    </message>
    <message>
        <source>What is kept here, what leaves this computer, and how to get rid of it.</source>
        <translation>Qué se guarda aquí, qué sale de este equipo y cómo deshacerse de ello.</translation>
    </message>
    <message>
        <source>You, your language and this program.</source>
        <translation>Usted, su idioma y este programa.</translation>
    </message>
    <message>
        <source>This must be an e-mail address, like sam@company.example.</source>
        <translation>Debe ser una dirección de correo, como sam@company.example.</translation>
    </message>
    <message>
        <source>This must be an address that begins with https://. Plain http is for this computer only.</source>
        <translation>Debe ser una dirección que empiece por https://. http sin cifrar es solo para este equipo.</translation>
    </message>
    <message>
        <source>This must be host:port of a test server on this computer, like 127.0.0.1:8080.</source>
        <translation>Debe ser host:puerto de un servidor de prueba en este equipo, como 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Choose a country from the list.</source>
        <translation>Elija un país de la lista.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Elija una zona horaria de la lista.</translation>
    </message>
    <message>
        <source>This must be a time of day.</source>
        <translation>Debe ser una hora del día.</translation>
    </message>
    <message>
        <source>This must be a number from %1 to %2.</source>
        <extracomment>%1, %2: whole numbers</extracomment>
        <translation>Debe ser un número de %1 a %2.</translation>
    </message>
    <message>
        <source>One of these words is not known here.</source>
        <translation>Una de estas palabras no se conoce aquí.</translation>
    </message>
    <message>
        <source>This value cannot be used.</source>
        <translation>Este valor no se puede usar.</translation>
    </message>
    <message>
        <source>Each entry must be like phone=Direct Line. These can stand before the equals sign: %1.</source>
        <extracomment>%1: fixed words, &quot;name, company, phone&quot;</extracomment>
        <translation>Cada entrada debe ser como phone=Línea directa. Antes del signo igual pueden ir: %1.</translation>
    </message>
</context>
<context>
    <name>SpokenText</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Flecha arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Flecha abajo</translation>
    </message>
</context>
<context>
    <name>SyncTexts</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Reading day %1 of %2</source>
        <extracomment>%1 of %2 days have been read</extracomment>
        <translation>Leyendo el día %1 de %2</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Sincronizando…</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Sin actualizar</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Requiere su atención</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Sin configurar</translation>
    </message>
    <message>
        <source>Connect your phone service and set your e-mail; then your calls are counted.</source>
        <translation>Conecte su servicio telefónico e indique su correo; entonces se contarán sus llamadas.</translation>
    </message>
    <message>
        <source>Last synced %1.</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Última sincronización %1.</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Aún sin sincronizar.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <extracomment>%1: a moment, &quot;2:31 PM&quot;</extracomment>
        <translation>Próximo intento a las %1.</translation>
    </message>
    <message>
        <source>Synced calls: %1. Metrics written: %2.</source>
        <translation>Llamadas sincronizadas: %1. Métricas escritas: %2.</translation>
    </message>
    <message>
        <source>Not everything could be synced: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>No se pudo sincronizar todo: %1</translation>
    </message>
    <message>
        <source>Stopped. What was read is kept.</source>
        <translation>Detenido. Lo leído se conserva.</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1.</source>
        <translation>Pendiente de envío: %1.</translation>
    </message>
    <message>
        <source>Refused and set aside: %1.</source>
        <translation>Rechazado y apartado: %1.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Salientes</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atendidas</translation>
    </message>
    <message>
        <source>Talk, seconds</source>
        <translation>Conversación, segundos</translation>
    </message>
    <message>
        <source>Talk, minutes</source>
        <translation>Conversación, minutos</translation>
    </message>
    <message>
        <source>Average, seconds</source>
        <translation>Media, segundos</translation>
    </message>
    <message>
        <source>Texts sent</source>
        <translation>SMS enviados</translation>
    </message>
    <message>
        <source>Texts received</source>
        <translation>SMS recibidos</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
</context>
<context>
    <name>TeamDetailText</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>A part of a whole: &quot;9 of 12&quot;</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a length of time, %2: how many calls</extracomment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Every call that is over, incoming and outgoing, counted once however it ended, on the day on which it began where that person is.</source>
        <translation>Cada llamada terminada, entrante o saliente, contada una vez, acabara como acabara, el día en que empezó donde está esa persona.</translation>
    </message>
    <message>
        <source>Conversation only: ringing and hold are left out. Rounded to minutes once a day, then summed.</source>
        <translation>Solo conversación: sin tono ni espera. Redondeada a minutos una vez al día y luego sumada.</translation>
    </message>
    <message>
        <source>Texts that were sent. Deleted ones are left out.</source>
        <translation>SMS enviados, sin los eliminados.</translation>
    </message>
    <message>
        <source>Incoming calls that were answered, of all that came in. Only where every day’s document tells it.</source>
        <translation>Llamadas entrantes atendidas, de todas las entrantes. Solo si consta en el documento de cada día.</translation>
    </message>
    <message>
        <source>Calls that came in, however they ended.</source>
        <translation>Llamadas entrantes, acabaran como acabaran.</translation>
    </message>
    <message>
        <source>Talk time divided by all calls, also by those in which nobody talked.</source>
        <translation>Tiempo de conversación dividido entre todas las llamadas, también aquellas en que no se habló.</translation>
    </message>
    <message>
        <source>Calls in which somebody talked, of all calls. Recomputed from sums, never the mean of several rates.</source>
        <translation>Llamadas en que se habló, de todas las llamadas. Recalculado a partir de sumas, nunca la media de varias tasas.</translation>
    </message>
    <message>
        <source>Calls of each of the last ten working days. A gap is a day that was not read.</source>
        <translation>Llamadas de cada uno de los últimos diez días laborables. Un hueco es un día que no se leyó.</translation>
    </message>
    <message>
        <source>not read</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>sin leer</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
</context>
<context>
    <name>TeamText</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Calls, against pace</source>
        <translation>Llamadas y ritmo</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atendidas</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Talk a call</source>
        <translation>Por llamada</translation>
    </message>
    <message>
        <source>10 work days</source>
        <translation>10 días laborables</translation>
    </message>
    <message>
        <source>How fresh</source>
        <translation>Actualidad</translation>
    </message>
    <message>
        <source>Still being read</source>
        <translation>Aún se está leyendo</translation>
    </message>
    <message>
        <source>Not read since %1</source>
        <extracomment>%1: a moment, &quot;Wed 5:40 PM&quot;</extracomment>
        <translation>Sin leer desde %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>, of %1, %2 expected by now</source>
        <translation>, de %1, %2 esperados hasta ahora</translation>
    </message>
    <message>
        <source>not told</source>
        <extracomment>The documents do not say how many calls were answered</extracomment>
        <translation>no consta</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;On a call&quot;, %2: &quot;20 s ago&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Right now</source>
        <extracomment>Column: free, on a call, away</extracomment>
        <translation>Ahora mismo</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Última sincronización</translation>
    </message>
    <message>
        <source>Connected</source>
        <extracomment>Column: how many of all calls were answered by a person</extracomment>
        <translation>Con conexión</translation>
    </message>
    <message>
        <source>Free</source>
        <extracomment>A person of the team who is not on the phone</extracomment>
        <translation>Libre</translation>
    </message>
    <message>
        <source>On a call</source>
        <translation>En una llamada</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Not known</source>
        <extracomment>Whether a person is on the phone</extracomment>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Documents of %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Documentos: %1</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <extracomment>%1: &quot;12 s ago&quot;</extracomment>
        <translation>Última sincronización %1</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>New caller</source>
        <extracomment>The number rings for the first time and nobody in the directory has it</extracomment>
        <translation>Llamante nuevo</translation>
    </message>
    <message>
        <source>Private number</source>
        <extracomment>The caller withheld the number</extracomment>
        <translation>Número privado</translation>
    </message>
    <message>
        <source>Exact match</source>
        <extracomment>The whole number is stored with this customer</extracomment>
        <translation>Coincidencia exacta</translation>
    </message>
    <message>
        <source>Guess</source>
        <extracomment>Who is calling is inferred, not known</extracomment>
        <translation>Suposición</translation>
    </message>
    <message>
        <source>Not read</source>
        <extracomment>A day or figure that could not be fetched; it is not zero</extracomment>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Test server</source>
        <extracomment>Said wherever the program talks to a stand-in instead of the real service</extracomment>
        <translation>Servidor de prueba</translation>
    </message>
    <message>
        <source>Calling</source>
        <extracomment>Outgoing: the other phone has not answered yet</extracomment>
        <translation>Llamando</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Sonando</translation>
    </message>
    <message>
        <source>On the call</source>
        <translation>En llamada</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Llamada terminada</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <extracomment>%1: a colleague, or a device such as &quot;your desk phone&quot;</extracomment>
        <translation>Contestada en otro sitio</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Contestada por %1</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No localizado</translation>
    </message>
    <message>
        <source>Missed, caller hung up</source>
        <translation>Perdida, quien llamaba colgó</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Reached voicemail</source>
        <translation>Llegó al buzón de voz</translation>
    </message>
    <message>
        <source>Missed, left a voicemail</source>
        <translation>Perdida, dejó un mensaje de voz</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>La llamada falló</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Transferida</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>Transferida a %1</translation>
    </message>
    <message>
        <source>Team relay</source>
        <translation>Relay del equipo</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Handed to another program</source>
        <extracomment>An outgoing call that another program was asked to dial</extracomment>
        <translation>Pasada a otro programa</translation>
    </message>
    <message>
        <source>Not known what became of it</source>
        <extracomment>An outgoing call of which nobody knows whether a phone rang</extracomment>
        <translation>Resultado desconocido</translation>
    </message>
    <message>
        <source>Handed to the AI agent</source>
        <translation>Pasada al agente de IA</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: seconds</extracomment>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <extracomment>Age of a figure, as short as possible. %L1: minutes</extracomment>
        <translation>hace %1 min</translation>
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
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
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
        <translation>en %1</translation>
    </message>
</context>
<context>
    <name>TrayTexts</name>
    <message>
        <source>%1 · %2 min · %3 today</source>
        <extracomment>%1: &quot;38 calls&quot;, %2: &quot;96&quot;, %3: &quot;21 texts&quot;</extracomment>
        <translation>%1 · %2 min · %3 hoy</translation>
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
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomeTexts</name>
    <message>
        <source>Something is still empty. Fill in every field, or skip this step.</source>
        <translation>Falta algo. Rellene todos los campos o salte este paso.</translation>
    </message>
    <message>
        <source>%1 does not accept this. Look for a missing character at the beginning or end, or for a key that was replaced.</source>
        <extracomment>%1: a service</extracomment>
        <translation>%1 no acepta esto. Busque un carácter que falte al principio o al final, o una clave que se haya reemplazado.</translation>
    </message>
    <message>
        <source>%1 knows you, but your account may not do this. Your administrator can allow it.</source>
        <translation>%1 le conoce, pero su cuenta no puede hacerlo. Su administrador puede permitirlo.</translation>
    </message>
    <message>
        <source>Something other than %1 answered: perhaps the sign-in page of this network, or the address is wrong. Open any page in your browser, sign in to the network, and try again.</source>
        <translation>Respondió algo distinto de %1: quizá la página de acceso de esta red, o la dirección es incorrecta. Abra cualquier página en el navegador, inicie sesión en la red e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no server of that name. Check the address, and that this computer is online.</source>
        <translation>No hay ningún servidor con ese nombre. Compruebe la dirección y que este equipo esté conectado.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that this computer is online; a firewall may be in the way.</source>
        <translation>No se puede contactar con %1. Compruebe que este equipo esté conectado; puede haber un cortafuegos por medio.</translation>
    </message>
    <message>
        <source>The server could not prove that it is %1, so nothing was sent. A certificate made by the company itself must be known to this system; your administrator can add it.</source>
        <translation>El servidor no pudo demostrar que es %1, así que no se envió nada. Este sistema debe conocer el certificado propio de la empresa; su administrador puede añadirlo.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong, and sign-ins fail with a wrong clock. Set it, and try again.</source>
        <translation>El reloj de este equipo va mal y así fallan los inicios de sesión. Póngalo en hora e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The network’s proxy refused. Check its address and sign-in in the system’s settings.</source>
        <translation>El proxy de la red lo rechazó. Compruebe su dirección y acceso en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>The address must begin with https://: without encryption everybody on the way could read your calls.</source>
        <translation>La dirección debe empezar por https://: sin cifrado cualquiera por el camino podría leer sus llamadas.</translation>
    </message>
    <message>
        <source>This is no complete address. It looks like https://calls.company.example.</source>
        <translation>No es una dirección completa. Tiene este aspecto: https://calls.company.example.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in any browser on this computer, or use a JWT.</source>
        <translation>No se pudo abrir ningún navegador. Copie el enlace y ábralo en cualquier navegador de este equipo, o use un JWT.</translation>
    </message>
    <message>
        <source>Another program uses the ports 5000, 5001 and 5002 that the browser comes back to. Quit it and try again, or use a JWT.</source>
        <translation>Otro programa usa los puertos 5000, 5001 y 5002 a los que vuelve el navegador. Ciérrelo e inténtelo de nuevo, o use un JWT.</translation>
    </message>
    <message>
        <source>The sign-in page said no. Try again with another account, or ask your administrator to allow Callcard.</source>
        <translation>La página de inicio de sesión dijo que no. Pruebe con otra cuenta o pida a su administrador que permita Callcard.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser. If the window was closed, simply try again.</source>
        <translation>Nadie volvió del navegador. Si se cerró la ventana, inténtelo otra vez.</translation>
    </message>
    <message>
        <source>%1 allows a few tries a minute. Wait a minute, then try again.</source>
        <translation>%1 permite pocos intentos por minuto. Espere un minuto y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The system’s keychain is locked, so the key could not be kept. Unlock it and try again.</source>
        <translation>El llavero del sistema está bloqueado, así que no se pudo guardar la clave. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no keychain on this desktop. The key can be kept until Callcard quits, and never in a file.</source>
        <translation>Este escritorio no tiene llavero. La clave puede guardarse hasta que Callcard se cierre, y nunca en un archivo.</translation>
    </message>
    <message>
        <source>%1 has a fault on its side. Skip this step; Callcard tries again by itself.</source>
        <translation>%1 tiene un fallo de su lado. Salte este paso; Callcard lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>This file cannot be read as a table (CSV) or as address cards (vCard).</source>
        <translation>Este archivo no se puede leer como tabla (CSV) ni como tarjetas (vCard).</translation>
    </message>
    <message>
        <source>No row of this file has a name and a number, so nothing was changed.</source>
        <translation>Ninguna fila de este archivo tiene nombre y número; no se cambió nada.</translation>
    </message>
    <message>
        <source>Your administrator has decided this already; it cannot be changed here.</source>
        <translation>Su administrador ya lo ha decidido; no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>El escritorio no permitió que Callcard tomara estos enlaces.</translation>
    </message>
    <message>
        <source>The disk is full, so this was not kept. Make room on it, then try again.</source>
        <translation>El disco está lleno, así que esto no se guardó. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 has no customers of yours. Settings, Directory, can ask for everybody’s; or your administrator can tell whose accounts are yours.</source>
        <translation>%1 no tiene clientes suyos. En Ajustes, Directorio puede pedir los de todos; o su administrador puede indicar qué cuentas son suyas.</translation>
    </message>
    <message>
        <source>Callcard may not write to its folder, so this was not kept. Make the folder and what is in it writable for you, then try again.</source>
        <translation>Callcard no tiene permiso para escribir en su carpeta, así que esto no se guardó. Dese permiso de escritura en la carpeta y en lo que contiene, e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Callcard’s own files cannot be used just now. Quit Callcard and start it again: it says what is wrong with them.</source>
        <translation>Los archivos propios de Callcard no se pueden usar ahora. Salga de Callcard y vuelva a iniciarlo: dirá qué les pasa.</translation>
    </message>
    <message>
        <source>The system’s keychain failed, so the key was not kept. Sign out of the desktop and in again, then try again.</source>
        <translation>El llavero del sistema ha fallado, así que la clave no se guardó. Cierre la sesión del escritorio, vuelva a iniciarla e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>callcard::Hotkeys</name>
    <message>
        <source>Go to the card of the call</source>
        <translation>Ir a la ficha de la llamada</translation>
    </message>
    <message>
        <source>Call the marked number</source>
        <translation>Llamar al número marcado</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ActionRow</name>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBox</name>
    <message>
        <source>Call or find</source>
        <translation>Llamar o buscar</translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation>Número o nombre</translation>
    </message>
    <message>
        <source>Number or name to call</source>
        <translation>Número o nombre al que llamar</translation>
    </message>
    <message>
        <source>Who can be called</source>
        <translation>A quién se puede llamar</translation>
    </message>
    <message>
        <source>Type a number or a name</source>
        <translation>Escriba un número o un nombre</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number</source>
        <translation>Nadie con ese nombre, y no es un número</translation>
    </message>
    <message>
        <source>Searched %1 customers</source>
        <translation>%1 clientes revisados</translation>
    </message>
    <message>
        <source>A number in any form, pasted or typed</source>
        <translation>Un número en cualquier forma, pegado o escrito</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>Which of my lines the other side sees. %1: &quot;Sales Toronto&quot;</extracomment>
        <translation>como %1</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>Behind the keys Ctrl and V</extracomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>paste a number in any form</source>
        <translation>pegar un número en cualquier forma</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir cliente</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc cierra</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallBoxModel</name>
    <message>
        <source>Call anyway</source>
        <translation>Llamar igualmente</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Ctrl ↵</source>
        <translation>Ctrl ↵</translation>
    </message>
    <message>
        <source>Call %1</source>
        <extracomment>Spoken. %1: who, what will be dialled, where that is.</extracomment>
        <translation>Llamar a %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallCard</name>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallDetails</name>
    <message>
        <source>Close the details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>Escribir un SMS</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Añadir cliente</translation>
    </message>
    <message>
        <source>Open with %1</source>
        <translation>Pendiente con %1</translation>
    </message>
    <message>
        <source>Details of the call with %1</source>
        <translation>Detalles de la llamada con %1</translation>
    </message>
    <message>
        <source>Saved, stays on this computer</source>
        <translation>Guardado, se queda en este equipo</translation>
    </message>
    <message>
        <source>Saved, sent to the provider %1</source>
        <translation>Guardado, enviado al proveedor %1</translation>
    </message>
    <message>
        <source>Saved, on its way to the provider</source>
        <translation>Guardado, en camino al proveedor</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message numerus="yes">
        <source>Counted today, in your %n call(s)</source>
        <translation>
            <numerusform>Contada hoy, en su %n llamada</numerusform>
            <numerusform>Contada hoy, en sus %n llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted on %1, in your %n call(s)</source>
        <translation>
            <numerusform>Contada el %1, en su %n llamada</numerusform>
            <numerusform>Contada el %1, en sus %n llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted when it has ended</source>
        <translation>Se contará cuando termine</translation>
    </message>
    <message>
        <source>Counted when the provider&apos;s log has it</source>
        <translation>Se contará cuando esté en el registro del proveedor</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Contada</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copiar el número</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Recordármelo…</translation>
    </message>
    <message>
        <source>Private: its note stays on this computer</source>
        <translation>Privada: su nota se queda en este equipo</translation>
    </message>
    <message>
        <source>Saved here, not sent: %1</source>
        <extracomment>%1: why, a sentence</extracomment>
        <translation>Guardado aquí, sin enviar: %1</translation>
    </message>
    <message>
        <source>Important customer (S)</source>
        <translation>Cliente importante (S)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallField</name>
    <message>
        <source>Call or find…</source>
        <translation>Llamar o buscar…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CallHistoryPage</name>
    <message>
        <source>No calls yet. The first one will be here before it has ended.</source>
        <translation>Aún no hay llamadas. La primera estará aquí antes de terminar.</translation>
    </message>
    <message>
        <source>No call matches.</source>
        <translation>Ninguna llamada coincide.</translation>
    </message>
    <message>
        <source>Show all calls</source>
        <translation>Mostrar todas las llamadas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CardBand</name>
    <message>
        <source>Keep this card</source>
        <translation>Mantener esta ficha</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChipRow</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation>Mis cuentas</translation>
    </message>
    <message>
        <source>Active</source>
        <extracomment>Customers who buy at present</extracomment>
        <translation>Activos</translation>
    </message>
    <message>
        <source>Shared numbers</source>
        <extracomment>Customers who have a number in common with somebody else</extracomment>
        <translation>Números compartidos</translation>
    </message>
    <message>
        <source>Which customers</source>
        <translation>Qué clientes</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoiceRow</name>
    <message numerus="yes">
        <source>%n more…</source>
        <translation>
            <numerusform>%n más…</numerusform>
            <numerusform>%n más…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::ChoicesPane</name>
    <message>
        <source>Numbers you chose</source>
        <translation>Números que eligió</translation>
    </message>
    <message>
        <source>Nothing chosen yet. When several customers have the number that calls, the card asks who it is.</source>
        <translation>Aún no ha elegido nada. Cuando varios clientes tienen el número que llama, la ficha pregunta quién es.</translation>
    </message>
    <message>
        <source>Who is on the card when one of them calls.</source>
        <translation>Quién aparece en la ficha cuando llama uno de ellos.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Mostrar los más antiguos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Not in the directory any more</source>
        <translation>Ya no está en el directorio</translation>
    </message>
    <message>
        <source>Chosen %1</source>
        <extracomment>%1: a moment, &quot;2:13 PM&quot; or &quot;Nov 17, 5:40 PM&quot;</extracomment>
        <translation>Elegido %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo: %1 is %2</source>
        <extracomment>%1: a phone number, %2: a person</extracomment>
        <translation>Deshacer: %1 es de %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ComputerPage</name>
    <message>
        <source>Start when I sign in</source>
        <translation>Iniciar con la sesión</translation>
    </message>
    <message>
        <source>Open phone links with Callcard</source>
        <translation>Abrir enlaces de teléfono con Callcard</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Callcard stays in the tray and is silent until the phone rings.</source>
        <translation>Callcard se queda en la bandeja y en silencio hasta que suena el teléfono.</translation>
    </message>
    <message>
        <source>Hidden, in the tray.</source>
        <translation>Oculto, en la bandeja.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Enviar una llamada de prueba</translation>
    </message>
    <message>
        <source>See a card</source>
        <translation>Ver una ficha</translation>
    </message>
    <message>
        <source>A make-believe caller rings for a few seconds, in the corner you chose.</source>
        <translation>Un llamante inventado suena unos segundos, en la esquina elegida.</translation>
    </message>
    <message>
        <source>A click on a number in any program opens the call box.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Un clic en un número en cualquier programa abre el cuadro de llamada.</translation>
    </message>
    <message>
        <source>No program opens them at the moment.</source>
        <translation>Ahora mismo no los abre ningún programa.</translation>
    </message>
    <message>
        <source>%1 opens them at the moment. It stays so unless you switch this on.</source>
        <translation>Ahora mismo los abre %1. Seguirá así salvo que active esto.</translation>
    </message>
    <message>
        <source>The test call rings now. This is all there is to know: the card comes, and it goes.</source>
        <translation>La llamada de prueba suena ahora. No hay más que saber: la ficha viene y se va.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionLine</name>
    <message>
        <source>Opens the connections</source>
        <translation>Abre las conexiones</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionRow</name>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Iniciar sesión de nuevo…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ConnectionsPage</name>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Aún no hay nada conectado.</translation>
    </message>
    <message>
        <source>Connect your phone service</source>
        <translation>Conectar su servicio telefónico</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CounterPill</name>
    <message numerus="yes">
        <source>%n more call(s) ringing</source>
        <translation>
            <numerusform>%n llamada más sonando</numerusform>
            <numerusform>%n llamadas más sonando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more call(s)</source>
        <translation>
            <numerusform>%n llamada más</numerusform>
            <numerusform>%n llamadas más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomerForm</name>
    <message>
        <source>Kind of customer</source>
        <translation>Tipo de cliente</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Guardar cliente</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Potencial</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <extracomment>What somebody does in a company: &quot;Head of purchasing&quot;</extracomment>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>E-mail</source>
        <extracomment>%1: the second, the third … address of a customer</extracomment>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Kept on this computer and sent to the team’s database.</source>
        <translation>Se guarda en este equipo y se envía a la base de datos del equipo.</translation>
    </message>
    <message>
        <source>Kept on this computer only.</source>
        <translation>Se guarda solo en este equipo.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Editar cliente</translation>
    </message>
    <message>
        <source>mobile</source>
        <extracomment>The kind of a number, as a hint: &quot;mobile, office …&quot;</extracomment>
        <translation>móvil</translation>
    </message>
    <message>
        <source>Add a number</source>
        <translation>Añadir un número</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Añadir una dirección</translation>
    </message>
    <message>
        <source>not a number yet</source>
        <translation>aún no es un número</translation>
    </message>
    <message>
        <source>Kind of number %1</source>
        <extracomment>%1: the first, the second … number of a customer</extracomment>
        <translation>Tipo del número %1</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Número %1</translation>
    </message>
    <message>
        <source>E-mail %1</source>
        <translation>Correo %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::CustomersPage</name>
    <message>
        <source>Who are your customers?</source>
        <translation>¿Quiénes son sus clientes?</translation>
    </message>
    <message>
        <source>They are copied to this computer, so that a name is there before the first ring ends, also offline.</source>
        <translation>Se copian a este equipo para que haya un nombre antes de que acabe el primer tono, también sin conexión.</translation>
    </message>
    <message>
        <source>The team’s Firestore</source>
        <translation>El Firestore del equipo</translation>
    </message>
    <message>
        <source>Your own accounts first; the rest only if you ask for it.</source>
        <translation>Primero sus propias cuentas; el resto solo si lo pide.</translation>
    </message>
    <message>
        <source>With the key from your settings there.</source>
        <translation>Con la clave de sus ajustes allí.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un archivo</translation>
    </message>
    <message>
        <source>CSV or vCard. You see what it would bring before anything is kept.</source>
        <translation>CSV o vCard. Verá qué aportaría antes de guardar nada.</translation>
    </message>
    <message>
        <source>Your e-mail address in Copper</source>
        <translation>Su dirección de correo en Copper</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>Test and fetch</source>
        <translation>Probar y traer</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf)</source>
        <translation>Clientes (*.csv *.tsv *.txt *.vcf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers are on this computer.</source>
        <extracomment>%1, %2: amounts, already written with their separators</extracomment>
        <translation>Hay %1 clientes con %2 números en este equipo.</translation>
    </message>
    <message>
        <source>%1 customers with %2 numbers can be read.</source>
        <translation>Se pueden leer %1 clientes con %2 números.</translation>
    </message>
    <message>
        <source>%1 numbers cannot be read as a phone number.</source>
        <translation>%1 números no se pueden leer como número de teléfono.</translation>
    </message>
    <message>
        <source>%1 of the %2 who called last month are among them.</source>
        <translation>%1 de los %2 que llamaron el mes pasado están entre ellos.</translation>
    </message>
    <message>
        <source>The first %1 customers with %2 numbers were looked at; there are more.</source>
        <translation>Se han mirado los primeros %1 clientes con %2 números; hay más.</translation>
    </message>
    <message>
        <source>%1 more cannot be used.</source>
        <translation>%1 más no se pueden usar.</translation>
    </message>
    <message>
        <source>Looking who called last month…</source>
        <translation>Mirando quién llamó el mes pasado…</translation>
    </message>
    <message>
        <source>Nobody called last month whom they could be compared with.</source>
        <translation>El mes pasado no llamó nadie con quien compararlos.</translation>
    </message>
    <message>
        <source>Not every phone service could be asked who called.</source>
        <translation>No se pudo preguntar a todos los servicios telefónicos quién llamó.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionHead</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Porque</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>Cuánto tardó</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionList</name>
    <message>
        <source>Decisions about calls, newest first</source>
        <translation>Decisiones sobre llamadas, las más nuevas primero</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DecisionRow</name>
    <message>
        <source>no card</source>
        <translation>sin ficha</translation>
    </message>
    <message>
        <source>provider %1 s</source>
        <extracomment>%1: &quot;0.7&quot;: how long the provider took to tell us</extracomment>
        <translation>proveedor %1 s</translation>
    </message>
    <message>
        <source>Provider sent</source>
        <translation>Envío del proveedor</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>%1 s later</source>
        <translation>%1 s después</translation>
    </message>
    <message>
        <source>Matched in</source>
        <translation>Identificado en</translation>
    </message>
    <message>
        <source>On screen after</source>
        <translation>En pantalla tras</translation>
    </message>
    <message>
        <source>Held back for</source>
        <translation>Retenido por</translation>
    </message>
    <message>
        <source>quiet time</source>
        <translation>horario de silencio</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Sin ficha</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DiagnosticsPage</name>
    <message>
        <source>Rang today</source>
        <translation>Sonó hoy</translation>
    </message>
    <message>
        <source>Event to card</source>
        <translation>Del evento a la ficha</translation>
    </message>
    <message>
        <source>Provider to us</source>
        <translation>Del proveedor a nosotros</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>No call has reached Callcard yet.</source>
        <translation>Aún no ha llegado ninguna llamada a Callcard.</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Enviar una llamada de prueba</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>¿Por qué no apareció?</translation>
    </message>
    <message>
        <source>Which calls</source>
        <translation>Qué llamadas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Sin ficha</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Number, name or line</source>
        <translation>Número, nombre o línea</translation>
    </message>
    <message>
        <source>Kept while Callcard runs, a thousand at most. The report hides names, numbers and notes.</source>
        <translation>Se guarda mientras Callcard funciona, mil como máximo. El informe oculta nombres, números y notas.</translation>
    </message>
    <message>
        <source>The report, as it will be copied</source>
        <translation>El informe, tal como se copiará</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>This is what will be copied. Names, numbers and notes are not in it.</source>
        <translation>Esto es lo que se copiará. No contiene nombres, números ni notas.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;15 cards&quot;, %2: &quot;4 kept back on purpose&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n ficha</numerusform>
            <numerusform>%n fichas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept back on purpose</source>
        <translation>
            <numerusform>%n retenida a propósito</numerusform>
            <numerusform>%n retenidas a propósito</numerusform>
        </translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>slowest %1 ms, on this computer</source>
        <extracomment>%1: &quot;41&quot;</extracomment>
        <translation>la más lenta %1 ms, en este equipo</translation>
    </message>
    <message>
        <source>no card yet today</source>
        <translation>hoy aún ninguna ficha</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>slowest %1 s at %2</source>
        <extracomment>%1: &quot;9.4&quot;, %2: &quot;11:20 AM&quot;</extracomment>
        <translation>la más lenta %1 s a las %2</translation>
    </message>
    <message>
        <source>no call yet today</source>
        <translation>hoy aún ninguna llamada</translation>
    </message>
    <message>
        <source>no gap since the start</source>
        <translation>sin cortes desde el inicio</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n corte</numerusform>
            <numerusform>%n cortes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) fetched afterwards</source>
        <translation>
            <numerusform>%n llamada recuperada después</numerusform>
            <numerusform>%n llamadas recuperadas después</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, repaired, nothing lost</source>
        <translation>%1, reparado, nada perdido</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Algunos ajustes no se aplican.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself.</source>
        <translation>Este escritorio (Wayland) coloca las ventanas por sí mismo.</translation>
    </message>
    <message>
        <source>Calls show as its notifications, or in a window where it shows none. If you see neither, look into the desktop’s own settings for notifications. Shortcuts of Callcard’s do nothing in other programs here.</source>
        <translation>Las llamadas aparecen como notificaciones suyas, o en una ventana si no muestra ninguna. Si no ve ni lo uno ni lo otro, mire los ajustes de notificaciones del escritorio. Los atajos de Callcard no hacen nada aquí en otros programas.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DialTexts</name>
    <message>
        <source>Your phone rings first, then theirs</source>
        <translation>Suena primero su teléfono, luego el otro</translation>
    </message>
    <message>
        <source>The RingCentral app dials</source>
        <translation>La aplicación RingCentral marca</translation>
    </message>
    <message>
        <source>JustCall’s dialer opens; press call there</source>
        <translation>Se abre el marcador de JustCall; pulse llamar allí</translation>
    </message>
    <message>
        <source>This computer’s phone program dials</source>
        <translation>Marca el programa de teléfono de este equipo</translation>
    </message>
    <message>
        <source>My phone</source>
        <translation>Mi teléfono</translation>
    </message>
    <message>
        <source>RingCentral app</source>
        <translation>Aplicación RingCentral</translation>
    </message>
    <message>
        <source>JustCall dialer</source>
        <translation>Marcador de JustCall</translation>
    </message>
    <message>
        <source>Phone program of this computer</source>
        <translation>Programa de teléfono de este equipo</translation>
    </message>
    <message>
        <source>Will dial %1</source>
        <translation>Marcará %1</translation>
    </message>
    <message>
        <source>then type %1 yourself</source>
        <extracomment>%1 is an extension&apos;s digits, or tones. The way chosen cannot dial them.</extracomment>
        <translation>luego escriba %1 usted mismo</translation>
    </message>
    <message>
        <source>ext. %1</source>
        <translation>ext. %1</translation>
    </message>
    <message>
        <source>%1, %2 there</source>
        <extracomment>Place and the time of day in it: &quot;Toronto, 2:15 PM there&quot;</extracomment>
        <translation>%1, allí son las %2</translation>
    </message>
    <message>
        <source>This is an emergency number.</source>
        <translation>Es un número de emergencia.</translation>
    </message>
    <message>
        <source>In danger, use the nearest phone; it is faster.</source>
        <translation>En peligro, use el teléfono más cercano; es más rápido.</translation>
    </message>
    <message>
        <source>This number costs extra.</source>
        <translation>Este número tiene coste adicional.</translation>
    </message>
    <message>
        <source>Whoever answers earns on the call.</source>
        <translation>Quien contesta gana con la llamada.</translation>
    </message>
    <message>
        <source>On the do-not-call list.</source>
        <translation>En la lista de no llamar.</translation>
    </message>
    <message>
        <source>This customer asked not to be called.</source>
        <translation>Este cliente pidió que no le llamen.</translation>
    </message>
    <message>
        <source>It is %1 there.</source>
        <translation>Allí son las %1.</translation>
    </message>
    <message>
        <source>You asked to be warned outside %1 to %2.</source>
        <translation>Pidió que se le avise fuera de %1 a %2.</translation>
    </message>
    <message>
        <source>No connected phone service can dial.</source>
        <translation>Ningún servicio telefónico conectado puede marcar.</translation>
    </message>
    <message>
        <source>Short numbers cannot be dialled from here.</source>
        <translation>Los números cortos no se pueden marcar desde aquí.</translation>
    </message>
    <message>
        <source>Dial it on your phone.</source>
        <translation>Márquelo en su teléfono.</translation>
    </message>
    <message>
        <source>Phone links open Callcard itself.</source>
        <translation>Los enlaces de teléfono abren el propio Callcard.</translation>
    </message>
    <message>
        <source>Choose another way to dial in Settings.</source>
        <translation>Elija otra forma de marcar en los ajustes.</translation>
    </message>
    <message>
        <source>Already calling %1.</source>
        <translation>Ya se está llamando a %1.</translation>
    </message>
    <message>
        <source>Your phone may ring all the same: look before you try again.</source>
        <translation>Puede que su teléfono suene igualmente: mire antes de intentarlo otra vez.</translation>
    </message>
    <message>
        <source>Type a number or a name.</source>
        <translation>Escriba un número o un nombre.</translation>
    </message>
    <message>
        <source>The caller hid the number, so there is nothing to dial.</source>
        <translation>Quien llamó ocultó el número; no hay nada que marcar.</translation>
    </message>
    <message>
        <source>There is no phone number in this text.</source>
        <translation>En este texto no hay ningún número de teléfono.</translation>
    </message>
    <message>
        <source>These are several numbers; choose one.</source>
        <translation>Son varios números; elija uno.</translation>
    </message>
    <message>
        <source>A spreadsheet cut this number’s digits; take it from the source.</source>
        <translation>Una hoja de cálculo cortó los dígitos de este número; tómelo de la fuente.</translation>
    </message>
    <message>
        <source>A short number works in its own network only.</source>
        <translation>Un número corto solo funciona en su propia red.</translation>
    </message>
    <message>
        <source>The area code is missing.</source>
        <translation>Falta el prefijo.</translation>
    </message>
    <message>
        <source>The number is too short.</source>
        <translation>El número es demasiado corto.</translation>
    </message>
    <message>
        <source>That is too long for a number.</source>
        <translation>Es demasiado largo para un número.</translation>
    </message>
    <message>
        <source>Start with + and the country’s code, or set your region in Settings.</source>
        <translation>Empiece por + y el código del país, o elija su región en los ajustes.</translation>
    </message>
    <message>
        <source>No country has this code.</source>
        <translation>Ningún país tiene este prefijo.</translation>
    </message>
    <message>
        <source>Nobody can have this number in its country.</source>
        <translation>Nadie puede tener este número en su país.</translation>
    </message>
    <message>
        <source>Your phone rings first, then %1</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Suena primero su teléfono, luego el de %1</translation>
    </message>
    <message>
        <source>Callcard is just starting.</source>
        <translation>Callcard se está iniciando.</translation>
    </message>
    <message>
        <source>In a moment it knows whether your phone service can dial.</source>
        <translation>En un momento sabrá si su servicio telefónico puede marcar.</translation>
    </message>
    <message>
        <source>Connect RingCentral, or choose another way here or in Settings.</source>
        <translation>Conecte RingCentral o elija otra vía aquí o en los ajustes.</translation>
    </message>
    <message>
        <source>Opening the program…</source>
        <translation>Abriendo el programa…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Solicitándolo a %1…</translation>
    </message>
    <message>
        <source>%1: nothing on this computer opens its links.</source>
        <extracomment>%1: &quot;RingCentral app&quot;, &quot;Phone program of this computer&quot;</extracomment>
        <translation>%1: nada en este equipo abre sus enlaces.</translation>
    </message>
    <message>
        <source>Install it, or choose another way in Settings.</source>
        <translation>Instale el programa o elija otra vía en los ajustes.</translation>
    </message>
    <message>
        <source>The call was not placed; call again then.</source>
        <translation>La llamada no se hizo; vuelva a llamar entonces.</translation>
    </message>
    <message>
        <source>The call was not placed. Sign in under Settings, then call again.</source>
        <translation>La llamada no se hizo. Inicie sesión en los ajustes y vuelva a llamar.</translation>
    </message>
    <message>
        <source>The call was not placed.</source>
        <translation>La llamada no se hizo.</translation>
    </message>
    <message>
        <source>Your own phone was busy.</source>
        <translation>Su propio teléfono estaba ocupado.</translation>
    </message>
    <message>
        <source>%1 was not called.</source>
        <translation>No se llamó a %1.</translation>
    </message>
    <message>
        <source>Your own phone was not picked up.</source>
        <translation>Nadie descolgó su propio teléfono.</translation>
    </message>
    <message>
        <source>Your own phone declined the call.</source>
        <translation>Su propio teléfono rechazó la llamada.</translation>
    </message>
    <message>
        <source>%1 could not ring your own phone.</source>
        <translation>%1 no pudo hacer sonar su propio teléfono.</translation>
    </message>
    <message>
        <source>Check in its settings which phone it rings for you; %1 was not called.</source>
        <translation>Compruebe en sus ajustes qué teléfono hace sonar para usted; no se llamó a %1.</translation>
    </message>
    <message>
        <source>%1 is busy.</source>
        <translation>La línea de %1 está ocupada.</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 no contestó.</translation>
    </message>
    <message>
        <source>%1 declined the call.</source>
        <translation>%1 rechazó la llamada.</translation>
    </message>
    <message>
        <source>%1 could not call %2.</source>
        <translation>%1 no pudo llamar a %2.</translation>
    </message>
    <message>
        <source>The number may be wrong, or your account lacks the credit or the right to call there.</source>
        <translation>Puede que el número sea incorrecto o que su cuenta no tenga saldo o permiso para llamar allí.</translation>
    </message>
    <message>
        <source>The call could not be cancelled; put down your phone.</source>
        <translation>No se pudo cancelar la llamada; cuelgue su teléfono.</translation>
    </message>
    <message>
        <source>An AI agent calls %1 and talks, not you</source>
        <extracomment>%1: first name of who is being called</extracomment>
        <translation>Un agente de IA llama a %1 y habla, no usted</translation>
    </message>
    <message>
        <source>An AI agent calls and talks, not you</source>
        <translation>Un agente de IA llama y habla, no usted</translation>
    </message>
    <message>
        <source>AI agent</source>
        <translation>Agente de IA</translation>
    </message>
    <message>
        <source>my usual number</source>
        <extracomment>The caller id, where none was chosen</extracomment>
        <translation>mi número habitual</translation>
    </message>
    <message>
        <source>extension %1</source>
        <translation>extensión %1</translation>
    </message>
    <message>
        <source>The relay has no AI agent that calls.</source>
        <translation>El relay no tiene ningún agente de IA que llame.</translation>
    </message>
    <message>
        <source>Choose another way here or in Settings.</source>
        <translation>Elija otra vía aquí o en los ajustes.</translation>
    </message>
    <message>
        <source>The agent may call all the same: look at the recent calls before you try again.</source>
        <translation>Puede que el agente llame igualmente: mire las llamadas recientes antes de intentarlo otra vez.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DigestCard</name>
    <message>
        <source>Call back in order</source>
        <translation>Devolver en orden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Private number</source>
        <translation>Número privado</translation>
    </message>
    <message>
        <source>voicemail, %1</source>
        <extracomment>%n: how often somebody called, %1: when last</extracomment>
        <translation>mensaje de voz, %1</translation>
    </message>
    <message numerus="yes">
        <source>called %n time(s), last %1</source>
        <translation>
            <numerusform>llamó %n vez, la última %1</numerusform>
            <numerusform>llamó %n veces, la última %1</numerusform>
        </translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>llamó %1</translation>
    </message>
    <message>
        <source>text, %1</source>
        <translation>SMS, %1</translation>
    </message>
    <message numerus="yes">
        <source>missed</source>
        <translation>
            <numerusform>perdida</numerusform>
            <numerusform>perdidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>voicemail(s)</source>
        <translation>
            <numerusform>mensaje de voz</numerusform>
            <numerusform>mensajes de voz</numerusform>
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
        <translation>Mientras estaba en silencio</translation>
    </message>
</context>
<context>
    <name>callcard::ui::DirectoryPage</name>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Importar clientes</translation>
    </message>
    <message>
        <source>Customers (*.csv *.tsv *.txt *.vcf *.vcard)</source>
        <translation>Clientes (*.csv *.tsv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
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
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Missed, %1 reached them</source>
        <extracomment>%1: a colleague</extracomment>
        <translation>Perdida, %1 le localizó</translation>
    </message>
    <message>
        <source>Missed, you reached them</source>
        <translation>Perdida, usted le localizó</translation>
    </message>
    <message>
        <source>Incoming, answered</source>
        <translation>Entrante, contestada</translation>
    </message>
    <message>
        <source>You called, answered</source>
        <translation>Usted llamó, contestada</translation>
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
        <translation>Usted</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Cliente desde</translation>
    </message>
    <message>
        <source>This year</source>
        <extracomment>What they bought this year</extracomment>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Does not want calls</source>
        <translation>No quiere llamadas</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Localidad</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigurePopover</name>
    <message>
        <source>All in history</source>
        <translation>Todas en el historial</translation>
    </message>
    <message>
        <source>Calls behind this figure</source>
        <translation>Llamadas detrás de esta cifra</translation>
    </message>
    <message>
        <source>Copy figure</source>
        <translation>Copiar la cifra</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviados</translation>
    </message>
    <message>
        <source>received</source>
        <translation>recibidos</translation>
    </message>
    <message>
        <source>The newest %1 of %2</source>
        <translation>Las %1 más recientes de %2</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Sin llamadas</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FigureTable</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar la tabla</translation>
    </message>
</context>
<context>
    <name>callcard::ui::FirebaseForm</name>
    <message>
        <source>Firebase project</source>
        <translation>Proyecto de Firebase</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Su dirección de correo</translation>
    </message>
    <message>
        <source>Web API key</source>
        <translation>Clave de API web</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in with Google</source>
        <translation>Iniciar sesión con Google</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Flyout</name>
    <message>
        <source>Callcard, today</source>
        <translation>Callcard, hoy</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Silencio durante una hora</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>Por devolver</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Devolver llamada</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Call or find…</source>
        <translation>Llamar o buscar…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>A goal, after the figure it belongs to</extracomment>
        <translation>de %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>sin leer</translation>
    </message>
    <message>
        <source>All %1</source>
        <extracomment>How many callers wait in all</extracomment>
        <translation>Todas (%1)</translation>
    </message>
    <message>
        <source>Figures read %1</source>
        <extracomment>%1: an age, &quot;4 min ago&quot;</extracomment>
        <translation>Cifras leídas %1</translation>
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
        <translation>enviados</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>llamadas</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Qué se cuenta</translation>
    </message>
    <message>
        <source>What is counted: %1</source>
        <extracomment>%1: what figure, &quot;Calls&quot;</extracomment>
        <translation>Qué se cuenta: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryFilters</name>
    <message>
        <source>Search calls and notes</source>
        <translation>Buscar llamadas y notas</translation>
    </message>
    <message>
        <source>Kind of calls</source>
        <translation>Tipo de llamadas</translation>
    </message>
    <message>
        <source>Export these calls</source>
        <translation>Exportar estas llamadas</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Kinds of calls in the history</extracomment>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Salientes</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Mensaje de voz</translation>
    </message>
    <message>
        <source>Show everybody&apos;s calls again</source>
        <translation>Volver a mostrar las llamadas de todos</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Por día</translation>
    </message>
    <message>
        <source>By customer</source>
        <translation>Por cliente</translation>
    </message>
    <message>
        <source>Only calls of %1</source>
        <translation>Solo llamadas de %1</translation>
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
        <translation>Llamadas</translation>
    </message>
</context>
<context>
    <name>callcard::ui::HistoryModel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n llamada</numerusform>
            <numerusform>%n llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 talk</source>
        <extracomment>The time spent in conversations of a day</extracomment>
        <translation>%1 de conversación</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n por devolver</numerusform>
            <numerusform>%n por devolver</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callcard::ui::HostTable</name>
    <message>
        <source>Hosts contacted</source>
        <translation>Hosts contactados</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Último</translation>
    </message>
    <message>
        <source>%1, sent %2, received %3, last %4</source>
        <extracomment>For screen readers. %1: a host&apos;s name, %2, %3: amounts like &quot;12 kB&quot;, %4: an age, &quot;7 min ago&quot;</extracomment>
        <translation>%1, enviado %2, recibido %3, última vez %4</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ImportPane</name>
    <message>
        <source>Importing %1</source>
        <translation>Importando %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>The directory stays as it is until everything is there. Calls are matched all the while.</source>
        <translation>El directorio queda como está hasta que todo haya llegado. Mientras tanto, las llamadas se siguen identificando.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>%1 is imported</source>
        <translation>%1 se ha importado</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>Qué hay en %1</translation>
    </message>
    <message>
        <source>vCards</source>
        <translation>vCards</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>Una tabla</translation>
    </message>
    <message>
        <source>Nothing of this file can be used.</source>
        <translation>Nada de este archivo se puede usar.</translation>
    </message>
    <message>
        <source>Say below what its columns are, or choose another file.</source>
        <translation>Diga abajo qué son sus columnas o elija otro archivo.</translation>
    </message>
    <message>
        <source>rows read</source>
        <translation>filas leídas</translation>
    </message>
    <message>
        <source>rows are in the directory</source>
        <translation>filas están en el directorio</translation>
    </message>
    <message>
        <source>rows can be kept</source>
        <translation>filas se pueden guardar</translation>
    </message>
    <message>
        <source>of them were here already and are different now</source>
        <translation>de ellas ya estaban y ahora son distintas</translation>
    </message>
    <message>
        <source>customers of the earlier import are gone</source>
        <translation>clientes de la importación anterior ya no están</translation>
    </message>
    <message>
        <source>customers of the earlier import would go</source>
        <translation>clientes de la importación anterior desaparecerían</translation>
    </message>
    <message>
        <source>numbers understood</source>
        <translation>números entendidos</translation>
    </message>
    <message>
        <source>numbers not understood; they match only themselves</source>
        <translation>números no entendidos; solo coinciden consigo mismos</translation>
    </message>
    <message>
        <source>numbers that belong to several customers</source>
        <translation>números que pertenecen a varios clientes</translation>
    </message>
    <message>
        <source>rows refused</source>
        <translation>filas rechazadas</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>Mostrar los clientes</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>Importar %1 filas</translation>
    </message>
    <message>
        <source>Leave the directory as it is</source>
        <translation>Dejar el directorio como está</translation>
    </message>
    <message>
        <source>%1 was not imported</source>
        <translation>%1 no se ha importado</translation>
    </message>
    <message>
        <source>The directory is what it was.</source>
        <translation>El directorio sigue como estaba.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Qué es «%1»</translation>
    </message>
    <message>
        <source>Line %1</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Línea %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>Filas rechazadas</translation>
    </message>
    <message>
        <source>Rows kept with a doubt</source>
        <translation>Filas guardadas con dudas</translation>
    </message>
    <message>
        <source>It goes on from line %1, where it was interrupted.</source>
        <extracomment>%1: the number of a line in a file</extracomment>
        <translation>Sigue desde la línea %1, donde se interrumpió.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListFooter</name>
    <message>
        <source>New customer</source>
        <translation>Nuevo cliente</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importar un archivo…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>More for all customers</source>
        <translation>Más para todos los clientes</translation>
    </message>
    <message>
        <source>Syncing, %1</source>
        <extracomment>%1: how many customers have come so far</extracomment>
        <translation>Sincronizando, %1</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Sincronizando</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Sin sincronizar</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <extracomment>%1: a moment, &quot;2:11 PM&quot;</extracomment>
        <translation>Sincronizado %1</translation>
    </message>
    <message>
        <source>Numbers you chose…</source>
        <translation>Números que eligió…</translation>
    </message>
    <message>
        <source>Records refused: %1…</source>
        <extracomment>%1: how many</extracomment>
        <translation>Registros rechazados: %1…</translation>
    </message>
    <message>
        <source>Records refused: not known yet…</source>
        <translation>Registros rechazados: aún no se sabe…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ListPane</name>
    <message>
        <source>None of the customers here is yours.</source>
        <translation>Ninguno de los clientes de aquí es suyo.</translation>
    </message>
    <message>
        <source>No number belongs to several customers.</source>
        <translation>Ningún número pertenece a varios clientes.</translation>
    </message>
    <message>
        <source>No customer is marked as active.</source>
        <translation>Ningún cliente está marcado como activo.</translation>
    </message>
    <message>
        <source>Nobody here has this number.</source>
        <translation>Nadie aquí tiene este número.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamar a %1</translation>
    </message>
    <message>
        <source>Nobody is found for “%1”.</source>
        <translation>No se encuentra a nadie con «%1».</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Añadir cliente</translation>
    </message>
    <message>
        <source>Name, company, number or e-mail</source>
        <translation>Nombre, empresa, número o correo</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>The first customers are on their way.</source>
        <translation>Los primeros clientes están en camino.</translation>
    </message>
    <message>
        <source>No customers yet. Import a file from your old program, or connect the team’s database.</source>
        <translation>Aún no hay clientes. Importe un archivo de su programa anterior o conecte la base de datos del equipo.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importar un archivo</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Connect a source</source>
        <translation>Conectar una fuente</translation>
    </message>
    <message>
        <source>Your customers are not on this computer yet. Look at them first, and say yes.</source>
        <translation>Sus clientes aún no están en este equipo. Mírelos primero y diga que sí.</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Verlos</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Figures of %1</source>
        <extracomment>%1: whose figures are shown</extracomment>
        <translation>Cifras de %1</translation>
    </message>
    <message>
        <source>Most with %1</source>
        <extracomment>The customer with most calls</extracomment>
        <translation>Sobre todo con %1</translation>
    </message>
    <message>
        <source>Reading the phone service…</source>
        <translation>Leyendo el servicio telefónico…</translation>
    </message>
    <message>
        <source>Read the phone service now (F5)</source>
        <translation>Leer ahora el servicio telefónico (F5)</translation>
    </message>
    <message>
        <source>Span of time</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportar (Ctrl+E)</translation>
    </message>
    <message>
        <source>Figures by day (CSV)…</source>
        <translation>Cifras por día (CSV)…</translation>
    </message>
    <message>
        <source>Calls (CSV)…</source>
        <translation>Llamadas (CSV)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Imagen (PNG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Página (PDF)…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Salientes</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Entrantes</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Días activos</translation>
    </message>
    <message>
        <source>Customers with most calls</source>
        <translation>Clientes con más llamadas</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Most with</source>
        <translation>Sobre todo con</translation>
    </message>
    <message>
        <source>goal %1</source>
        <extracomment>Beside the dashed line of a chart</extracomment>
        <translation>objetivo %1</translation>
    </message>
    <message>
        <source>2 sources: %1</source>
        <extracomment>%1: the parts, &quot;RingCentral 30, JustCall 8&quot;</extracomment>
        <translation>2 fuentes: %1</translation>
    </message>
    <message>
        <source>%1+ calls</source>
        <translation>%1+ llamadas</translation>
    </message>
    <message>
        <source>most</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Agrees with the %1 call log, %2 of %3</source>
        <translation>Coincide con el registro de %1, %2 de %3</translation>
    </message>
    <message>
        <source>%1 has %2, we have %3: see “Why didn’t it pop?”</source>
        <translation>%1 tiene %2, nosotros %3: vea «¿Por qué no apareció?»</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>comprobado %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) not confirmed by the phone service yet</source>
        <translation>
            <numerusform>%n llamada aún sin confirmar por el servicio</numerusform>
            <numerusform>%n llamadas aún sin confirmar por el servicio</numerusform>
        </translation>
    </message>
    <message>
        <source>goals read %1</source>
        <translation>objetivos leídos %1</translation>
    </message>
    <message>
        <source>%1 was not read: why?</source>
        <extracomment>A day whose calls could not be read</extracomment>
        <translation>%1 no se leyó: ¿por qué?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) were not read: why?</source>
        <translation>
            <numerusform>%n día no se leyó: ¿por qué?</numerusform>
            <numerusform>%n días no se leyeron: ¿por qué?</numerusform>
        </translation>
    </message>
    <message>
        <source>Goals could not be read: %1</source>
        <translation>No se pudieron leer los objetivos: %1</translation>
    </message>
    <message>
        <source>usual working hours assumed, your own could not be read</source>
        <translation>se supone el horario laboral habitual, no se pudo leer el suyo</translation>
    </message>
    <message>
        <source>As table (Ctrl+T)</source>
        <translation>Como tabla (Ctrl+T)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Last order</source>
        <translation>Último pedido</translation>
    </message>
    <message>
        <source>Bought this year</source>
        <translation>Ventas de este año</translation>
    </message>
    <message>
        <source>From the team’s call records, which may be fewer than the calls that were counted.</source>
        <translation>De los registros de llamadas del equipo, que pueden ser menos que las llamadas contadas.</translation>
    </message>
    <message>
        <source>Firestore has the sums of each day, not the calls. Where the team writes call records, they are shown here.</source>
        <translation>Firestore tiene las sumas de cada día, no las llamadas. Si el equipo escribe registros de llamadas, aparecen aquí.</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Días detrás de esta cifra</translation>
    </message>
    <message>
        <source>Bought in 12 months</source>
        <translation>Ventas en 12 meses</translation>
    </message>
</context>
<context>
    <name>callcard::ui::MissedPage</name>
    <message>
        <source>choose</source>
        <translation>elegir</translation>
    </message>
    <message>
        <source>call back</source>
        <translation>devolver</translation>
    </message>
    <message>
        <source>later</source>
        <translation>luego</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>saltar</translation>
    </message>
    <message>
        <source>A call settles itself when anyone on the team reaches the customer.</source>
        <translation>Una llamada se resuelve sola cuando alguien del equipo localiza al cliente.</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Por valor</translation>
    </message>
    <message>
        <source>By waiting time</source>
        <translation>Por espera</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Más nuevas primero</translation>
    </message>
    <message>
        <source>Call back in order</source>
        <translation>Devolver en orden</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Nadie espera.</translation>
    </message>
    <message>
        <source>The order of the callers</source>
        <translation>El orden de los llamantes</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message numerus="yes">
        <source>%n to call back</source>
        <translation>
            <numerusform>%n por devolver</numerusform>
            <numerusform>%n por devolver</numerusform>
        </translation>
    </message>
    <message>
        <source>longest waits %1</source>
        <extracomment>After &quot;2 to call back, &quot;; %1: the time for which somebody waits, &quot;44 min&quot;</extracomment>
        <translation>la espera más larga, %1</translation>
    </message>
    <message>
        <source>&amp;1  In 30 minutes</source>
        <translation>&amp;1  En 30 minutos</translation>
    </message>
    <message>
        <source>&amp;2  In 1 hour</source>
        <translation>&amp;2  En 1 hora</translation>
    </message>
    <message>
        <source>&amp;3  In 3 hours</source>
        <translation>&amp;3  En 3 horas</translation>
    </message>
    <message>
        <source>&amp;4  Tomorrow at 9</source>
        <translation>&amp;4  Mañana a las 9</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NoteBox</name>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>callcard::ui::NotePanel</name>
    <message>
        <source>Promise</source>
        <extracomment>Turns the line just written into a promise to the customer</extracomment>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Keep this line as a promise (Ctrl+P)</source>
        <translation>Guardar esta línea como promesa (Ctrl+P)</translation>
    </message>
    <message>
        <source>Note before hello</source>
        <translation>Nota antes del saludo</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>¿De qué se trataba?</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>&amp;1  Today</source>
        <extracomment>When a promise to a customer is due; the digit chooses</extracomment>
        <translation>&amp;1  Hoy</translation>
    </message>
    <message>
        <source>&amp;2  Tomorrow</source>
        <translation>&amp;2  Mañana</translation>
    </message>
    <message>
        <source>&amp;3  In 3 days</source>
        <translation>&amp;3  En 3 días</translation>
    </message>
    <message>
        <source>&amp;4  In a week</source>
        <translation>&amp;4  En una semana</translation>
    </message>
    <message>
        <source>&amp;5  Without a day</source>
        <translation>&amp;5  Sin fecha</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PreviewPane</name>
    <message>
        <source>Keep these customers</source>
        <translation>Guardar estos clientes</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>Elegir otra cosa</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <extracomment>%1: how many records, %2: a sentence that says why</extracomment>
        <translation>%1 rechazados: %2</translation>
    </message>
    <message>
        <source>Not there, or not for you to read: %1</source>
        <extracomment>%1: names of collections of a database, separated by commas</extracomment>
        <translation>No existen o usted no puede leerlas: %1</translation>
    </message>
    <message>
        <source>As they will be shown</source>
        <translation>Así se mostrarán</translation>
    </message>
</context>
<context>
    <name>callcard::ui::PrivacyPage</name>
    <message>
        <source>Nothing has left this computer since Callcard started.</source>
        <translation>Nada ha salido de este equipo desde que se inició Callcard.</translation>
    </message>
    <message>
        <source>Hosts contacted since the start</source>
        <translation>Hosts contactados desde el inicio</translation>
    </message>
    <message>
        <source>Who is calling is looked up on this computer: no number leaves it for that.</source>
        <translation>Quién llama se busca en este equipo: ningún número sale de él para eso.</translation>
    </message>
    <message>
        <source>Forget a customer</source>
        <translation>Olvidar a un cliente</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Llevarse los datos</translation>
    </message>
    <message>
        <source>Wipe everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Removes the name, numbers, notes and texts from this computer. The day’s figures stay: they name nobody.</source>
        <translation>Quita de este equipo el nombre, los números, las notas y los SMS. Las cifras del día quedan: no nombran a nadie.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nombre o número</translation>
    </message>
    <message>
        <source>Your calls, notes, texts, promises and settings in one JSON file. No keys.</source>
        <translation>Sus llamadas, notas, SMS, promesas y ajustes en un archivo JSON. Sin claves.</translation>
    </message>
    <message>
        <source>Export my data…</source>
        <translation>Exportar mis datos…</translation>
    </message>
    <message>
        <source>For whoever helps you: versions, connections, settings and counts, without names, numbers, notes or keys. You see it before it is saved.</source>
        <translation>Para quien le ayude: versiones, conexiones, ajustes y recuentos, sin nombres, números, notas ni claves. Lo verá antes de guardarlo.</translation>
    </message>
    <message>
        <source>Show support report</source>
        <translation>Mostrar informe de soporte</translation>
    </message>
    <message>
        <source>Support report</source>
        <translation>Informe de soporte</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Guardar el informe…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Wipe everything…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Sign out and wipe</source>
        <translation>Cerrar sesión y borrar</translation>
    </message>
    <message>
        <source>This cannot be undone. What was not sent yet is lost; what the phone service keeps stays there.</source>
        <translation>No se puede deshacer. Lo que aún no se envió se pierde; lo que guarda el servicio telefónico sigue allí.</translation>
    </message>
    <message>
        <source>Signs out everywhere and removes calls, notes, customers, settings and keys from this computer.</source>
        <translation>Cierra todas las sesiones y quita llamadas, notas, clientes, ajustes y claves de este equipo.</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Olvidar…</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Olvidar definitivamente</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <extracomment>%1: a customer&apos;s name</extracomment>
        <translation>Olvidar a %1</translation>
    </message>
    <message>
        <source>Forget %1 for good</source>
        <translation>Olvidar a %1 definitivamente</translation>
    </message>
    <message>
        <source>Nobody here has that name or number.</source>
        <translation>Nadie aquí tiene ese nombre o número.</translation>
    </message>
    <message>
        <source>Forgotten. If the customer comes from a source of the team, remove them there too, or the next sync brings them back.</source>
        <translation>Olvidado. Si el cliente viene de una fuente del equipo, quítelo también allí o la próxima sincronización lo traerá de vuelta.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1: the path of a file</extracomment>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Customers are being fetched just now, which would bring this one back. Wait until that is done, and try again.</source>
        <translation>Ahora mismo se están trayendo clientes, y eso traería de vuelta a este. Espere a que termine e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Signed out, and the keys are gone, but files could not be removed: another program may have them open, or the disk is read-only. Try again.</source>
        <translation>La sesión se cerró y las claves ya no están, pero no se pudieron quitar algunos archivos: puede que otro programa los tenga abiertos o que el disco sea de solo lectura. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Wiped. %1 could not be told, so the session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <extracomment>%1: names of services</extracomment>
        <translation>Borrado. No se pudo avisar a %1, así que la sesión sigue abierta allí hasta que termine por sí sola; en la página de su cuenta allí puede cerrarla ahora.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ProgressLine</name>
    <message>
        <source>Progress: %1</source>
        <extracomment>%1: &quot;40%&quot;</extracomment>
        <translation>Progreso: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::QueueList</name>
    <message>
        <source>Callers</source>
        <translation>Llamantes</translation>
    </message>
    <message>
        <source>Later (L)</source>
        <translation>Luego (L)</translation>
    </message>
    <message>
        <source>Done (D)</source>
        <translation>Hecho (D)</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RangeBar</name>
    <message>
        <source>From</source>
        <extracomment>Before a date: the first day of a range</extracomment>
        <translation>Desde</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>Before a date: the last day of a range</extracomment>
        <translation>hasta</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Este trimestre</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Trimestre pasado</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RecordPane</name>
    <message>
        <source>Choose a customer from the list.</source>
        <translation>Elija un cliente de la lista.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Everybody at %1</source>
        <translation>Todos en %1</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Cliente potencial</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <extracomment>Not with the team&apos;s database yet</extracomment>
        <translation>aún sin enviar</translation>
    </message>
    <message>
        <source>Open in CRM</source>
        <translation>Abrir en el CRM</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Editar cliente</translation>
    </message>
    <message>
        <source>Remove this customer</source>
        <translation>Quitar este cliente</translation>
    </message>
    <message>
        <source>Take back my changes</source>
        <translation>Deshacer mis cambios</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Más para %1</translation>
    </message>
    <message>
        <source>Whose number is %1?</source>
        <extracomment>%1: a phone number</extracomment>
        <translation>¿De quién es el número %1?</translation>
    </message>
    <message>
        <source>It is matched to the customer you link it to from now on.</source>
        <translation>Desde ahora se asociará al cliente con el que lo vincule.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>due today</source>
        <extracomment>%1: a day</extracomment>
        <translation>para hoy</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>vencía: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>vence: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Numbers and e-mail</source>
        <translation>Números y correo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the last note</source>
        <translation>Editar la última nota</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>Última nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>Calls with %1</source>
        <extracomment>%1: the first name of a customer</extracomment>
        <translation>Llamadas con %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1: one or several sources of customers, &quot;Firestore · copper_people, JustCall&quot;</extracomment>
        <translation>Origen: %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RefusedPane</name>
    <message>
        <source>Records refused</source>
        <translation>Registros rechazados</translation>
    </message>
    <message>
        <source>Every record that the sources have can be used.</source>
        <translation>Todos los registros de las fuentes se pueden usar.</translation>
    </message>
    <message>
        <source>Your sources have them, but nobody can be made of them. Mend them there; the next sync takes them.</source>
        <translation>Sus fuentes los tienen, pero no se puede sacar ningún cliente de ellos. Corríjalos allí; la próxima sincronización los recoge.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <extracomment>%1: how many records</extracomment>
        <translation>Rechazados: %1</translation>
    </message>
    <message>
        <source>Record %1 of the list</source>
        <extracomment>%1: where a record without a name or an id stands in a list</extracomment>
        <translation>Registro %1 de la lista</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>Not known yet: an earlier Callcard passed over them. The next sync tells.</source>
        <translation>Aún no se sabe: un Callcard anterior los pasó por alto. La próxima sincronización lo dirá.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::RegionPage</name>
    <message>
        <source>Where are you?</source>
        <translation>¿Dónde está?</translation>
    </message>
    <message>
        <source>Numbers without a country are read as your country’s, and your day begins and ends in your time zone. Both are guessed from this computer.</source>
        <translation>Los números sin país se leen como de su país, y su día empieza y termina en su zona horaria. Ambos se deducen de este equipo.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SecretRow</name>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Not set.</source>
        <translation>Sin definir.</translation>
    </message>
    <message>
        <source>In the keychain.</source>
        <translation>En el llavero.</translation>
    </message>
    <message>
        <source>Until Callcard quits: there is no keychain.</source>
        <translation>Hasta que Callcard se cierre: no hay llavero.</translation>
    </message>
    <message>
        <source>From the environment.</source>
        <translation>Del entorno.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>El llavero está bloqueado.</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Introducir…</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <extracomment>%1: what the secret is called, &quot;API key&quot;</extracomment>
        <translation>Reemplazar %1</translation>
    </message>
    <message>
        <source>Enter %1</source>
        <translation>Introducir %1</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ServicePage</name>
    <message>
        <source>Where do your calls come from?</source>
        <translation>¿De dónde vienen sus llamadas?</translation>
    </message>
    <message>
        <source>Callcard listens for your own calls and shows who it is. It carries no audio, so closing it never drops a call.</source>
        <translation>Callcard atiende a sus propias llamadas y muestra quién es. No transporta audio: cerrarlo nunca corta una llamada.</translation>
    </message>
    <message>
        <source>Sign in with your browser. Cards appear on the first ring.</source>
        <translation>Inicie sesión con el navegador. Las fichas aparecen al primer tono.</translation>
    </message>
    <message>
        <source>JustCall through your team’s relay</source>
        <translation>JustCall por el relay de su equipo</translation>
    </message>
    <message>
        <source>Cards appear on the first ring. Ask your administrator for the address.</source>
        <translation>Las fichas aparecen al primer tono. Pida la dirección a su administrador.</translation>
    </message>
    <message>
        <source>JustCall with the account’s key</source>
        <translation>JustCall con la clave de la cuenta</translation>
    </message>
    <message>
        <source>For accounts of one person. Finished calls and texts only.</source>
        <translation>Para cuentas de una persona. Solo llamadas terminadas y SMS.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>RingCentral and JustCall together; the same call is shown once.</source>
        <translation>RingCentral y JustCall juntos; la misma llamada se muestra una vez.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restablecer %1</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <extracomment>%1: the administrator&apos;s reason</extracomment>
        <translation>Fijado por su administrador.</translation>
    </message>
    <message>
        <source>Set by your administrator: %1</source>
        <translation>Fijado por su administrador: %1</translation>
    </message>
    <message>
        <source>Set by %1 in the environment, which comes before what you choose here.</source>
        <extracomment>%1: the name of an environment variable</extracomment>
        <translation>Definido por %1 en el entorno, que prevalece sobre lo que elija aquí.</translation>
    </message>
    <message>
        <source>Suggested by your administrator; you may choose otherwise.</source>
        <translation>Sugerido por su administrador; puede elegir otra cosa.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SettingsPage</name>
    <message>
        <source>There is no keychain on this desktop.</source>
        <translation>Este escritorio no tiene llavero.</translation>
    </message>
    <message>
        <source>Keys can be kept until Callcard quits; they are never written to a file.</source>
        <translation>Las claves pueden guardarse hasta que Callcard se cierre; nunca se escriben en un archivo.</translation>
    </message>
    <message>
        <source>Keep them for this session</source>
        <translation>Guardarlas para esta sesión</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Probar todo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar un ajuste</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Set up again…</source>
        <translation>Configurar de nuevo…</translation>
    </message>
    <message>
        <source>This desktop does not say who opens them; choose Callcard in its settings.</source>
        <translation>Este escritorio no dice quién los abre; elija Callcard en sus ajustes.</translation>
    </message>
    <message>
        <source>Opened by Callcard: a click on a phone number opens the call box.</source>
        <translation>Los abre Callcard: un clic en un número abre el cuadro de llamada.</translation>
    </message>
    <message>
        <source>Opened by no program at the moment.</source>
        <translation>Ahora mismo no los abre ningún programa.</translation>
    </message>
    <message>
        <source>Opened by %1 at the moment. Callcard takes them over only if you switch this on.</source>
        <extracomment>%1: the name of another program</extracomment>
        <translation>Ahora mismo los abre %1. Callcard solo los toma si activa esto.</translation>
    </message>
    <message>
        <source>The desktop did not let Callcard take over these links.</source>
        <translation>El escritorio no permitió que Callcard tomara estos enlaces.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Ningún ajuste tiene esas palabras.</translation>
    </message>
    <message>
        <source>The keys of %1 are in the keychain still.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Las claves de %1 siguen en el llavero.</translation>
    </message>
    <message>
        <source>It did not let Callcard remove them. Unlock it, and sign out again.</source>
        <translation>No permitió que Callcard las quitara. Desbloquéelo y cierre sesión de nuevo.</translation>
    </message>
    <message>
        <source>Signed out of %1 here, but it could not be told.</source>
        <extracomment>%1: a service</extracomment>
        <translation>Sesión de %1 cerrada aquí, pero no se pudo avisar al servicio.</translation>
    </message>
    <message>
        <source>The session there lives on until it ends by itself; your account’s page there can end it now.</source>
        <translation>La sesión sigue abierta allí hasta que termine por sí sola; en la página de su cuenta allí puede cerrarla ahora.</translation>
    </message>
    <message>
        <source>Some settings are not in force.</source>
        <translation>Algunos ajustes no se aplican.</translation>
    </message>
    <message>
        <source>Another program has these keys already. Choose others.</source>
        <translation>Otro programa ya tiene estas teclas. Elija otras.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another.</source>
        <translation>Este teclado no tiene esa tecla. Elija otra.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own, so they do nothing here.</source>
        <translation>Este escritorio no permite que ningún programa tenga teclas propias, así que aquí no hacen nada.</translation>
    </message>
    <message>
        <source>Callcard opens them until you choose another program for them in the desktop’s settings.</source>
        <translation>Callcard los abre hasta que elija otro programa para ellos en los ajustes del escritorio.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives windows their places itself, so this does nothing here.</source>
        <translation>Este escritorio (Wayland) coloca las ventanas por sí mismo, así que esto no hace nada aquí.</translation>
    </message>
    <message>
        <source>This desktop lets no program have keys of its own. In its settings you can give some to this command: %1</source>
        <extracomment>%1: a command</extracomment>
        <translation>Este escritorio no permite que ningún programa tenga teclas propias. En sus ajustes puede asignar algunas a este comando: %1</translation>
    </message>
    <message>
        <source>The desktop has these keys in its own settings, and may have others there now.</source>
        <translation>El escritorio tiene estas teclas en sus propios ajustes, y puede que ahora tenga otras.</translation>
    </message>
    <message>
        <source>The desktop was told not to give these keys to Callcard. Its own settings can change that.</source>
        <translation>Se indicó al escritorio que no diera estas teclas a Callcard. Puede cambiarse en sus propios ajustes.</translation>
    </message>
    <message>
        <source>Tried with a link: it arrived.</source>
        <translation>Probado con un enlace: llegó.</translation>
    </message>
    <message>
        <source>Tried with a link, and it did not arrive: the desktop says that Callcard opens them, and opens nothing.</source>
        <translation>Probado con un enlace, y no llegó: el escritorio dice que Callcard los abre, y no abre nada.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SignInForm</name>
    <message>
        <source>Test and keep</source>
        <translation>Probar y guardar</translation>
    </message>
    <message>
        <source>Client ID of your company’s RingCentral app</source>
        <translation>ID de cliente de la aplicación RingCentral de su empresa</translation>
    </message>
    <message>
        <source>From your administrator</source>
        <translation>De su administrador</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Iniciar sesión con el navegador</translation>
    </message>
    <message>
        <source>Use a JWT instead</source>
        <translation>Usar un JWT en su lugar</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secreto del cliente</translation>
    </message>
    <message>
        <source>Address of your team’s relay</source>
        <translation>Dirección del relay de su equipo</translation>
    </message>
    <message>
        <source>Your own token</source>
        <translation>Su propio token</translation>
    </message>
    <message>
        <source>This key opens the calls of every colleague.</source>
        <translation>Esta clave da acceso a las llamadas de todos los colegas.</translation>
    </message>
    <message>
        <source>Use it only where you are the account’s only person; in a team, ask your administrator for the relay. It tells of finished calls and texts only: no card appears while the phone rings.</source>
        <translation>Úsela solo si es la única persona de la cuenta; en un equipo, pida el relay a su administrador. Solo informa de llamadas terminadas y SMS: no aparece ficha mientras suena el teléfono.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clave de API</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>Secreto de API</translation>
    </message>
    <message>
        <source>Sign in with the browser instead</source>
        <translation>Iniciar sesión con el navegador en su lugar</translation>
    </message>
</context>
<context>
    <name>callcard::ui::SkeletonRows</name>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepEntry</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
</context>
<context>
    <name>callcard::ui::StepList</name>
    <message>
        <source>Called</source>
        <extracomment>The first thing that happens to a call; then the line that it rang on</extracomment>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>Sonó</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Contestada</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Recuperada</translation>
    </message>
    <message>
        <source>by %1</source>
        <extracomment>Answered by a colleague or on a device</extracomment>
        <translation>por %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
    <message>
        <source>Card shown</source>
        <translation>Ficha mostrada</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>Sin ficha</translation>
    </message>
    <message>
        <source>although on the do-not-call list</source>
        <translation>aunque está en la lista de no llamar</translation>
    </message>
    <message>
        <source>outside the hours for calls there</source>
        <translation>fuera del horario de llamadas de allí</translation>
    </message>
    <message>
        <source>although it costs extra</source>
        <translation>aunque tiene coste adicional</translation>
    </message>
    <message>
        <source>an emergency number</source>
        <translation>un número de emergencia</translation>
    </message>
    <message>
        <source>Called anyway</source>
        <translation>Llamó igualmente</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TeamDelegate</name>
    <message>
        <source>you</source>
        <translation>usted</translation>
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
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Sincronizar todo</translation>
    </message>
    <message>
        <source>Nobody of your team is known here. Firestore tells who belongs to it.</source>
        <translation>Aquí no se conoce a nadie de su equipo. Firestore dice quién pertenece a él.</translation>
    </message>
    <message>
        <source>Pace is against the working time that is over. Sorted as you like; nobody is ranked.</source>
        <translation>El ritmo se mide con el tiempo de trabajo transcurrido. Ordene como quiera; nadie tiene puesto.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people counted</source>
        <translation>
            <numerusform>%1 de %n persona contada</numerusform>
            <numerusform>%1 de %n personas contadas</numerusform>
        </translation>
    </message>
    <message>
        <source>not read</source>
        <translation>sin leer</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>%1: a goal, after a figure</extracomment>
        <translation>de %1</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Talk time</source>
        <translation>Tiempo de conversación</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Answer rate</source>
        <translation>Tasa de respuesta</translation>
    </message>
    <message numerus="yes">
        <source>of %n incoming</source>
        <translation>
            <numerusform>de %n entrante</numerusform>
            <numerusform>de %n entrantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Not told by the documents</source>
        <translation>No consta en los documentos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a person, %2: what happened</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Team read %1</source>
        <translation>Equipo leído %1</translation>
    </message>
    <message>
        <source>Open metrics</source>
        <translation>Abrir métricas</translation>
    </message>
    <message>
        <source>Sync this person</source>
        <translation>Sincronizar esta persona</translation>
    </message>
    <message>
        <source>Connection rate</source>
        <extracomment>How many of all calls were answered by a person</extracomment>
        <translation>Tasa de conexión</translation>
    </message>
    <message>
        <source>Who is on a call is not known of everybody. %1</source>
        <extracomment>%1: what happened, a sentence</extracomment>
        <translation>No se sabe de todos si están en una llamada. %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <extracomment>%1: which part of the company is shown</extracomment>
        <translation>Equipo: %1</translation>
    </message>
    <message>
        <source>What is behind it (Space)</source>
        <translation>Qué hay detrás (Espacio)</translation>
    </message>
    <message>
        <source>People behind this figure</source>
        <translation>Personas detrás de esta cifra</translation>
    </message>
    <message>
        <source>Days behind this figure</source>
        <translation>Días detrás de esta cifra</translation>
    </message>
    <message>
        <source>These are the sums of each day from Firestore. The single calls stay with the person; where the team writes call records, their metrics show them.</source>
        <translation>Son las sumas de cada día de Firestore. Las llamadas en sí se quedan con la persona; si el equipo escribe registros de llamadas, sus métricas las muestran.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>Exportar (Ctrl+E)</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabla (CSV)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Imagen (PNG)…</translation>
    </message>
    <message>
        <source>Page (PDF)…</source>
        <translation>Página (PDF)…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1, %2: the first and the last day of a span</extracomment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <extracomment>%1: the name of a column</extracomment>
        <translation>Ordenar por %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TextCard</name>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Reply…</source>
        <translation>Responder…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Hidden while your screen is shared</source>
        <translation>Oculto mientras comparte la pantalla</translation>
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
            <numerusform>SMS, %n más</numerusform>
            <numerusform>SMS, %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>A new text</source>
        <translation>Un SMS nuevo</translation>
    </message>
    <message>
        <source>Text to %1</source>
        <translation>SMS a %1</translation>
    </message>
    <message>
        <source>Open customer</source>
        <translation>Abrir cliente</translation>
    </message>
    <message>
        <source>Open customer %1</source>
        <translation>Abrir cliente %1</translation>
    </message>
    <message>
        <source>Keep what I wrote</source>
        <extracomment>What the rep has written becomes a template for later texts</extracomment>
        <translation>Guardar mi texto</translation>
    </message>
    <message>
        <source>Remove a template</source>
        <translation>Quitar una plantilla</translation>
    </message>
</context>
<context>
    <name>callcard::ui::ToastHead</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
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
        <translation>Último pedido %1</translation>
    </message>
    <message>
        <source>%1 this year</source>
        <extracomment>%1: money</extracomment>
        <translation>%1 este año</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 in 12 months</source>
        <extracomment>%1: money, of the last twelve months</extracomment>
        <translation>%1 en 12 meses</translation>
    </message>
</context>
<context>
    <name>callcard::ui::TransferPanel</name>
    <message>
        <source>Do not transfer</source>
        <translation>No transferir</translation>
    </message>
    <message>
        <source>Transfer to: name, number or extension</source>
        <translation>Transferir a: nombre, número o extensión</translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation>Transferir a</translation>
    </message>
    <message>
        <source>You leave the call; they talk on without you.</source>
        <extracomment>What a blind transfer does</extracomment>
        <translation>Usted deja la llamada; los demás siguen hablando sin usted.</translation>
    </message>
    <message>
        <source>Nobody by that name, and no number.</source>
        <translation>Nadie con ese nombre, y no es un número.</translation>
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
            <numerusform>%n llamada perdida</numerusform>
            <numerusform>%n llamadas perdidas</numerusform>
        </translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>sonando</translation>
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
        <translation>Llamar o buscar…</translation>
    </message>
    <message>
        <source>Show last card</source>
        <translation>Mostrar la última ficha</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Perdidas</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Llamadas recientes</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Why didn’t it pop?</source>
        <translation>¿Por qué no apareció?</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit Callcard</source>
        <translation>Salir de Callcard</translation>
    </message>
    <message>
        <source>End quiet time</source>
        <translation>Terminar el silencio</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Silencio durante una hora</translation>
    </message>
    <message>
        <source>Missed (%1)</source>
        <translation>Perdidas (%1)</translation>
    </message>
    <message>
        <source>All missed calls</source>
        <translation>Todas las llamadas perdidas</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Detener la sincronización</translation>
    </message>
</context>
<context>
    <name>callcard::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 is off the list.</source>
        <extracomment>Somebody on the call-back list</extracomment>
        <translation>%1 ya no está en la lista.</translation>
    </message>
    <message>
        <source>Put %1 back on the list</source>
        <translation>Volver a poner a %1 en la lista</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WaitingRow</name>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Your browser is open. Sign in there, then come back; this page goes on by itself.</source>
        <translation>Su navegador está abierto. Inicie sesión allí y vuelva; esta página continúa sola.</translation>
    </message>
    <message>
        <source>Set by your administrator.</source>
        <translation>Fijado por su administrador.</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WayRow</name>
    <message>
        <source>usually reached here</source>
        <extracomment>The number at which the rep usually reaches this customer</extracomment>
        <translation>suele contestar aquí</translation>
    </message>
    <message>
        <source>you chose this</source>
        <extracomment>The rep said that this number belongs to the customer</extracomment>
        <translation>elegido por usted</translation>
    </message>
    <message>
        <source>Undo: %1 is not %2</source>
        <translation>Deshacer: %1 no es de %2</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Copiar %1</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Call %1, %2</source>
        <extracomment>%1: a person, %2: number or address</extracomment>
        <translation>Llamar a %1, %2</translation>
    </message>
    <message>
        <source>Write to %1, %2</source>
        <translation>Escribir a %1, %2</translation>
    </message>
</context>
<context>
    <name>callcard::ui::Welcome</name>
    <message>
        <source>Welcome to Callcard</source>
        <translation>Bienvenido a Callcard</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>As yourself: Callcard sees your own calls. What you enter is kept in the system’s keychain.</source>
        <translation>Como usted mismo: Callcard ve sus propias llamadas. Lo que introduzca se guarda en el llavero del sistema.</translation>
    </message>
    <message>
        <source>Where do the day’s figures go?</source>
        <translation>¿Adónde van las cifras del día?</translation>
    </message>
    <message>
        <source>Calls, talk minutes and texts of each day are written to the team’s Firebase project, under your own name.</source>
        <translation>Las llamadas, los minutos y los SMS de cada día se escriben en el proyecto de Firebase del equipo, con su nombre.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Saltar este paso</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Just looking? An invented company with a call every few seconds.</source>
        <translation>¿Solo mirar? Una empresa inventada con una llamada cada pocos segundos.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Probar la demo</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <extracomment>%1: &quot;Canada · Toronto&quot;</extracomment>
        <translation>%1, deducido</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>Fetching customers…</source>
        <translation>Trayendo clientes…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Funciona.</translation>
    </message>
    <message>
        <source>It works: %1.</source>
        <translation>Funciona: %1.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Sesión iniciada como %1.</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>Guardar para esta sesión</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 clientes</translation>
    </message>
    <message>
        <source>The demo opens beside this window; its first call comes in a few seconds.</source>
        <translation>La demo se abre junto a esta ventana; su primera llamada llega en unos segundos.</translation>
    </message>
    <message>
        <source>Looking at the customers…</source>
        <translation>Mirando los clientes…</translation>
    </message>
    <message>
        <source>Wait for your yes</source>
        <translation>Esperan su sí</translation>
    </message>
</context>
<context>
    <name>callcard::ui::WelcomeSteps</name>
    <message>
        <source>Your phone service</source>
        <translation>Su servicio telefónico</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Region and time</source>
        <translation>Región y hora</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Every step can be skipped and changed later in Settings.</source>
        <translation>Cada paso se puede saltar y cambiar después en los ajustes.</translation>
    </message>
</context>
</TS>
