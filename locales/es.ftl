# Español neutro: de tú y sin palabras de un solo país.

language-name = Español

## Lo que se ve antes del primer mensaje: aquí no hay etiquetas
bot-description =
    Cuánto tráfico te queda en BytesFlows, en qué se fue y cuánto durará: pregúntalo aquí mismo en Telegram, en privado o en el grupo de tu equipo.

    Tu token se cifra al llegar, se borra del chat y no se vuelve a mostrar.
bot-short-description = El tráfico de BytesFlows de tu equipo en Telegram: cuánto queda, cuánto durará y qué vence primero.

## Tamaños: 1 GB = 1024³ bytes
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Bienvenida y ayuda
start =
    <b>Tu tráfico de BytesFlows, aquí mismo en Telegram.</b>
    Te muestro lo que queda, lo que has comprado y lo próximo que vence.
    Tu token se cifra al llegar y no se vuelve a mostrar.
start-first = Primero conecta tu cuenta. Es cosa de un minuto.
start-connected = Ya está todo conectado. ¿Qué quieres ver?
group-start =
    <b>El tráfico de BytesFlows de tu equipo, aquí mismo en el grupo.</b>
    Todos pueden consultar lo que queda, lo que se ha comprado y lo próximo que vence.
    Solo los administradores del grupo pueden conectar cuentas y cambiar los ajustes.
group-start-first = Primero, un administrador conecta la cuenta. El token se envía en un chat privado conmigo, nunca aquí.
group-start-connected = Ya hay una cuenta conectada. ¿Qué quieres ver?
help = <b>Qué puedo hacer</b>
help-group = <b>Qué puedo hacer por ti aquí</b>
help-traffic = <b>Tráfico</b>
help-itself = <b>Lo que digo por mi cuenta</b>
help-accounts = <b>Cuentas</b>
help-bot = <b>Este bot</b>
help-line = { $command } – { $about }
help-group-roles = En este grupo todos pueden consultar; solo los administradores pueden hacer cambios.
help-safety = Borro al instante los mensajes que llevan un token; /logout borra también el token guardado.
about-balance = lo que queda y lo próximo que vence
about-records = compras y recompensas de check-in
about-usage = el tráfico usado cada día y cuánto dura el resto
about-export = el uso o los movimientos en un archivo para hojas de cálculo
about-daily = un resumen cada día a la hora que elijas
about-alerts = de qué te aviso por mi cuenta
about-pin = una tarjeta en vivo con lo que queda, siempre al día aquí
about-accounts = las cuentas conectadas aquí
about-login = conectar una cuenta de BytesFlows
about-logout = desconectar una cuenta
about-settings = idioma, zona horaria, horas de silencio y más
about-start = la bienvenida
about-help = todos los comandos
not-a-command = Solo entiendo comandos. Prueba con /balance, o con /help para verlos todos.
unknown-command = No conozco <code>{ $command }</code>. En /help ves lo que puedo hacer.
misused = No sé qué hacer ahí con «{ $argument }». Por ejemplo: <code>{ $example }</code>
misused-unnamed = No sé qué hacer ahí con eso. Por ejemplo: <code>{ $example }</code>
private-only = Eso es algo personal. Hazlo en tu chat privado conmigo, por favor.
group-only = Eso se elige en un grupo; en un chat privado no hay nada que elegir.
too-many-commands = Son muchas cosas a la vez. Dame un minuto, por favor; hasta entonces no contesto aquí.
unwritable = No puedo escribir donde me lo has pedido en <b>{ $title }</b>: el tema está cerrado o el grupo no me deja enviar mensajes. Un administrador puede cambiarlo.
answer-in-doubt = Se cortó mi conexión mientras respondía. Si no ves la respuesta arriba, pregunta de nuevo.
bug = Lo siento, algo ha fallado por mi parte. Queda anotado; inténtalo de nuevo en un momento.

## Resumen de la cuenta
balance-title = <b>Tráfico</b>
balance-title-named = <b>Tráfico</b> · { $name }
balance-available = Disponible: <b>{ $available }</b> de { $total }
balance-used = { $bar } { $share } usado ({ $used })
balance-empty = Esta cuenta aún no tiene tráfico. Compra un paquete o haz check-in en bytesflows.com.
balance-contradiction = ⚠️ Hay más tráfico disponible que en total. Así lo envía BytesFlows, y por eso no puedo decir cuánto se ha usado.
balance-available-only = Disponible: <b>{ $size }</b>. BytesFlows no ha dicho de cuánto.
balance-total-only = Total: <b>{ $size }</b>. BytesFlows no ha dicho cuánto queda.
balance-no-figures = ⚠️ BytesFlows no ha enviado cifras de tráfico que tengan sentido.
balance-money = 💰 Saldo: { $money }
lasts = ⏳ Durará alrededor de <b>{ $left }</b>, hasta el { $until }, a { $speed } al día ({ $days ->
        [one] ritmo del último día
        [many] ritmo de los últimos { $days } de días
       *[other] ritmo de los últimos { $days } días
    })
lasts-long = ⏳ Durará más de <b>{ $years } años</b> a { $speed } al día ({ $days ->
        [one] ritmo del último día
        [many] ritmo de los últimos { $days } de días
       *[other] ritmo de los últimos { $days } días
    })
lasts-unknown = ⏳ Cuánto durará: lo sabré dentro de un día, más o menos.
lasts-idle = ⏳ Cuánto durará: no he visto que se usara tráfico en { $days ->
        [one] el último día
        [many] los últimos { $days } de días
       *[other] los últimos { $days } días
    }.
lasts-nothing = ⛔ <b>No queda tráfico.</b> Puedes comprar más en bytesflows.com.
expires-next = 📦 Próximo vencimiento: <b>{ $size }</b> en { $left } ({ $date })
expires-next-unknown = 📦 El próximo paquete vence en { $left } ({ $date })
expires-unseen = 📦 Próximo vencimiento: no he podido revisar todos los movimientos.
as-of = <i>Actualizado: { $at }</i>

## Usage and forecast
usage-title = <b>Tráfico usado</b> · { $days } días
usage-title-named = <b>Tráfico usado</b> · { $days } días · { $name }
usage-total = <b>{ $total }</b> en total, { $average } al día de media
usage-sum = <b>{ $total }</b> en total
usage-busiest = El día con más uso, { $date }: { $size }
usage-since = <i>Observo esta cuenta desde el { $date }.</i>
usage-none = Todavía no he observado esta cuenta lo suficiente para decir cuánto se ha usado. Miro más o menos una vez por hora; vuelve dentro de dos.
lasts-expires = ⏳ A { $speed } al día no se agota antes de que caduque lo último el { $date }
lasts-range = { $high ->
        [one] ⏳ Dura unos <b>{ $low } a { $high } día</b>, hasta entre el { $begin } y el { $end }
        [many] ⏳ Dura unos <b>{ $low } a { $high } días</b>, hasta entre el { $begin } y el { $end }
       *[other] ⏳ Dura unos <b>{ $low } a { $high } días</b>, hasta entre el { $begin } y el { $end }
    }
loss = 📦 A este ritmo caducan sin usar <b>{ $size }</b> el { $date }.
loss-more = 📦 Después caducan sin usar otros { $size }.
loss-saved = Para usarlo todo hacen falta { $speed } al día.

## The daily summary
daily-on = ⏰ Resumen diario: todos los días a las <b>{ $time }</b> ({ $city })
daily-off = ⏰ Resumen diario: <b>desactivado</b>
daily-explained = Dice cuánto se usó desde el anterior, cuánto queda, cuánto dura y qué caduca. ¿A qué hora lo envío? Elige una o envía la tuya, por ejemplo <code>{ $example }</code>
daily-which-zone = ¿Las { $time } en qué zona horaria?
daily-title = <b>Resumen diario</b>
daily-used = <b>{ $size }</b> usados en las últimas { $span }
daily-above = ▲ { $share } más de lo habitual ({ $speed } al día)
daily-below = ▼ { $share } menos de lo habitual ({ $speed } al día)
daily-usual = Más o menos lo habitual: { $speed } al día
daily-untold = No se puede saber cuánto se usó en { $span }.
daily-quiet = Nada usado en { $span }. <b>{ $available }</b> disponibles de { $total }.
daily-bought = 🛒 Comprado: { $size }
daily-checked-in = 🎁 Por check-in: { $size }
daily-received = 📦 Recibido: { $size }
daily-expired = ⌛ Caducado sin usar: { $size }

## Avisos
alerts-title = 🔔 <b>Avisos</b>
alerts-explained = Miro más o menos cada hora y digo cada cosa una vez, y otra solo si empeora claramente. Pulsa una para cambiarla.
alerts-off = 🔕 <b>Los avisos están desactivados.</b>
alerts-off-explained = No escribo por mi cuenta cuando queda poco tráfico, se dispara el uso o algo está a punto de caducar.
alerts-low = 🪫 Queda poco: menos de <b>{ $least }</b>
alerts-low-off = 🪫 Queda poco: desactivado
alerts-days = ⏳ Dura poco: menos de <b>{ $span }</b>
alerts-days-off = ⏳ Dura poco: desactivado
alerts-spike = 📈 Pico: <b>{ $times }×</b> lo habitual en una hora
alerts-spike-off = 📈 Pico: desactivado
alerts-expiry = 📦 Caduca sin usar: <b>{ $span }</b> antes
alerts-expiry-off = 📦 Caduca sin usar: desactivado
alerts-balance = 💰 Saldo: menos de <b>{ $least }</b>
alerts-balance-off = 💰 Saldo: desactivado
alerts-trouble = ⚠️ Token rechazado o cifras imposibles: <b>activado</b>
alerts-trouble-off = ⚠️ Token rechazado o cifras imposibles: desactivado
alerts-choose = Elige, o envía tu propio valor, por ejemplo <code>{ $example }</code>
alerts-elsewhere = Llegan a otro tema de este grupo.
alert-low = 🪫 Solo quedan <b>{ $available }</b> de { $total } ({ $share })
alert-days = ⏳ A este ritmo dura alrededor de <b>{ $left }</b> más ({ $speed } al día)
alert-spike = 📈 <b>{ $used }</b> usados en la última hora. Lo habitual es { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> usados en la última hora. Lo habitual es casi nada.
alert-spike-left = Si sigue así, lo que queda dura alrededor de <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> están a punto de caducar sin usar: { $at }
alert-balance = 💰 El saldo ha bajado a <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows ya no acepta el token de { $name }.</b> Hasta que se conecte de nuevo, no puedo ver lo que se usa.
alert-contradiction = ⚠️ BytesFlows cuenta de forma extraña: dice que hay { $available } disponibles de { $total }. No hago cuentas con eso.
alert-backwards = ⚠️ BytesFlows cuenta de forma extraña: { $size } ya usados vuelven a estar disponibles sin ninguna compra. No los cuento.
alert-snoozed = 💤 Pospuesto. Próximo recordatorio: { $at }
alert-snoozed-by = 💤 Pospuesto por { $who }. Próximo recordatorio: { $at }
alert-taken = 🙋 { $who } se encarga.
alert-taken-by-somebody = 🙋 Alguien se encarga.
alert-given-back = Ya no se encarga nadie.
alert-awake = 🔔 Ya no hay nada pospuesto.
alert-over = ✅ Eso ya pasó. No queda nada por hacer.
## La tarjeta viva
pin-updated = 📌 <i>En vivo · actualizado: { $at }</i>
pin-expires = 📦 Próximo vencimiento: <b>{ $size }</b> el { $date }
pin-not-seen = Todavía no he visto sus cifras.
pin-off = 📌 La tarjeta en vivo está <b>desactivada</b>. Con /pin creo otra.
pin-none = 📌 Aquí no hay ninguna tarjeta en vivo. Con /pin creo una.
pin-lost = 📌 He perdido la tarjeta en vivo: la han borrado o ya no puedo editarla. Con /pin creo otra.
pin-may-not = 📌 Aquí no puedo fijar mensajes. Dame ese permiso y envía /pin otra vez, o fija tú la tarjeta.

## Movimientos
records-title-all = <b>Compras y check-ins</b>
records-title-all-named = <b>Compras y check-ins</b> · { $name }
records-title-order = <b>Compras</b>
records-title-order-named = <b>Compras</b> · { $name }
records-title-sign = <b>Recompensas de check-in</b>
records-title-sign-named = <b>Recompensas de check-in</b> · { $name }
records-none = Aún no hay movimientos.
records-none-here = No hay nada en esta página.
record-order = 🛒 <b>Compra</b> · { $state }
record-sign = 🎁 <b>Recompensa de check-in</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = activa
record-expired = vencida
record-unknown = estado desconocido
record-order-id = <code>{ $order }</code>
record-used-share = Usado: <b>{ $used }</b> de { $quota } ({ $share })
record-used = Usado: <b>{ $used }</b> de { $quota }. Estas dos cifras no cuadran.
record-quota = { $quota }; no se sabe cuánto se ha usado
record-no-figures = No han llegado cifras.
record-created = Creada el { $date }
record-expires = Vence el { $date }, en { $left }
record-expired-on = Venció el { $date }, hace { $left }

## Archivos
export-title = <b>Archivos para hojas de cálculo</b> (CSV)
export-title-named = <b>Archivos para hojas de cálculo</b> (CSV) · { $name }
export-usage-about = 📈 <b>Uso</b>: lo usado, lo comprado y lo caducado entre una comprobación mía y la siguiente
export-records-about = 🧾 <b>Movimientos</b>: todas las compras y todos los check-ins
export-privately = En este grupo no se muestra dinero, así que el archivo le llega en privado a quien lo pida.
export-usage = <b>Uso</b> · { $begin } – { $end }
export-usage-named = <b>Uso</b> · { $begin } – { $end } · { $name }
export-asked-in = Pedido en <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } fila
        [many] { $count } de filas
       *[other] { $count } filas
    }
export-notes = <i>Horas en UTC, cantidades en bytes; lo que no se sabe queda vacío.</i>
export-cut = ⚠️ Solo las filas más recientes: en un archivo no caben más.
export-incomplete = ⚠️ Faltan algunos: BytesFlows no me ha dado todos los movimientos. Vuelve a pedirlos más tarde.
export-no-records = Aún no hay nada que guardar en un archivo: esta cuenta no tiene compras ni check-ins. Compra un paquete o haz check-in en bytesflows.com.
export-sent = 📄 El archivo está en tu chat privado conmigo.
export-unheard = En este grupo no se muestra dinero, así que los archivos llegan en privado, pero todavía no puedo escribirte. Abre el chat privado conmigo, toca «Iniciar» y luego vuelve a pedirlo aquí.
export-to-whom = Escribes en nombre del grupo, así que no veo a quién enviar el archivo. Toca el botón: llega a tu chat privado conmigo y nadie más se entera de quién eres.
export-can-write = Ahora ya puedo escribirte aquí. Vuelve al grupo y pide el archivo otra vez.

## Conectar
login-ask = Envíame tu token de BytesFlows en el próximo mensaje.
login-again = Envíame el token de BytesFlows para <b>{ $name }</b> en el próximo mensaje.
login-where = <b>Dónde encontrarlo:</b> inicia sesión en bytesflows.com y copia el token de API del panel. También sirve un encabezado <code>Authorization</code> copiado; con un encabezado <code>Cookie</code> solo se ve /balance.
login-safety = Borro tu mensaje al instante, pruebo el token y lo guardo cifrado. Te espero { $wait }.
login-cancelled = Cancelado.
login-nothing-to-cancel = No hay nada que cancelar.
login-done = ✅ Cuenta conectada como <b>{ $name }</b>.
login-known = ✅ Este token ya está conectado aquí como <b>{ $name }</b>.
login-speaks-up = Desde ahora aviso aquí cuando quede poco tráfico, se dispare el uso o algo esté a punto de caducar sin usar. Para cambiarlo: { $command }
login-replaced = Hasta ahora { $name } usaba otro token; ya no se usa. Para conservar las dos cuentas, conecta también esta con otro nombre.
login-cookie = Con una cookie solo se ve /balance. Para usar /records, conecta la cuenta con un token.
login-name-unusable = Ese nombre no sirve, así que le he puesto { $name }. Un nombre es una sola palabra de hasta 24 letras, cifras, puntos, guiones o guiones bajos.
login-erased = <i>He borrado tu mensaje con el token.</i>
login-not-erased = ⚠️ <b>No he podido borrar tu mensaje con el token. Por favor, bórralo tú ahora.</b>
login-refused = BytesFlows no acepta este token, así que no he guardado nada. Comprueba que esté copiado entero y no haya expirado, y envíalo de nuevo.
login-not-proved = No he podido probar tu token, así que no he guardado nada. Envíalo de nuevo en un minuto.
login-unexpected = Eso parecía un token, así que he borrado tu mensaje sin usarlo. Para conectar una cuenta, toca el botón y envía el token de nuevo.
login-unexpected-not-erased = ⚠️ <b>Eso parece un token y no he podido borrarlo. Por favor, bórralo tú ahora.</b> No lo he usado.
no-credential = He borrado ese mensaje por si acaso, pero no veo ningún token en él. Envía solo el token, o una línea como <code>Authorization: Bearer …</code>.
no-credential-visible = No veo ningún token en ese mensaje. Envía solo el token, o una línea como <code>Authorization: Bearer …</code>.
too-many-accounts = Este chat ya tiene { $most } cuentas, el máximo posible. Desconecta una con /logout y después conecta esta.
no-account = Aquí aún no hay ninguna cuenta conectada. Conecta una para ver su tráfico.
unknown-account = Aquí no hay ninguna cuenta «{ $name }». Conectadas: { $known }.
unknown-account-unnamed = Aquí no hay ninguna cuenta así. Conectadas: { $known }.
unknown-filter = No conozco ningún filtro ni cuenta «{ $name }». Conectadas: { $known }. Por ejemplo: <code>{ $example }</code>
overview-only = <b>{ $name }</b> está conectada con una cookie, que solo muestra /balance. Para ver esto, conéctala con un token.
accounts-locked = 🔒 Aquí falta la clave con la que se cifraron los tokens de { $names }, así que no puedo abrirlos. Vuelve a conectar esas cuentas. No se ha borrado nada.
account-locked = 🔒 Aquí falta la clave con la que se cifró el token de <b>{ $name }</b>, así que no puedo abrirlo. Vuelve a conectar la cuenta. No se ha borrado nada.

## Grupos: quién puede hacer qué
admins-only = Solo los administradores de este grupo pueden hacer eso.
admins-only-named = Eso solo pueden hacerlo los administradores de este grupo: { $names }.
admins-only-there = Solo los administradores de <b>{ $title }</b> pueden hacer eso.
who-are-you = Escribes en nombre del grupo, así que no veo quién eres. Toca el botón: compruebo que lo administras y nadie más se entera.
rights-unknown = No he podido averiguar en Telegram quién administra ese grupo. Inténtalo de nuevo en un minuto; si sigue igual, comprueba que yo aún esté en el grupo.
addressed = { $person }:
secret-in-group = ⚠️ <b>Nunca pegues un token en un grupo.</b> He borrado el mensaje y no he usado el token, pero puede que otros lo hayan visto. Revócalo ahora en bytesflows.com y conecta la cuenta con uno nuevo en un chat privado conmigo.
secret-in-group-visible = ⚠️ <b>Nunca pegues un token en un grupo. No puedo borrar tu mensaje: por favor, bórralo tú ahora.</b> No he usado el token, pero puede que otros lo hayan visto. Revócalo en bytesflows.com y conecta la cuenta con uno nuevo en un chat privado conmigo.

## Grupos: conectar
login-privately = Conecta una cuenta sin que nadie más lo vea: toca el botón y seguimos en privado. El enlace es solo para ti, vale durante { $wait } y sirve una sola vez.
login-for-group = Envíame el token de BytesFlows para el grupo <b>{ $title }</b> en el próximo mensaje.
login-for-group-again = En el próximo mensaje, envíame el token de BytesFlows para <b>{ $name }</b> en el grupo <b>{ $title }</b>.
login-or-share = O comparte una cuenta que ya esté conectada aquí, con los botones de abajo.
login-done-there = ✅ <b>{ $name }</b> está conectada en <b>{ $title }</b>. El grupo se entera, pero nunca ve el token.
login-renewed-in-groups = { $count ->
        [one] También se ha renovado en el grupo con el que la compartiste.
        [many] También se ha renovado en { $count } de grupos con los que la compartiste.
       *[other] También se ha renovado en los { $count } grupos con los que la compartiste.
    }
share-revocable = Puedes dejar de compartirla cuando quieras en /accounts.
not-shared = Por eso no he compartido <b>{ $name }</b>.
code-expired = Este enlace ya se ha usado o ha expirado. Pide otro con /login en el grupo, o con /accounts en tu chat privado conmigo.
code-of-another = Este enlace se creó para otra persona. Un administrador del grupo obtiene el suyo enviando allí /login.
group-connected = ✅ { $who } ha conectado la cuenta <b>{ $name }</b>. Ya puede consultarla todo el grupo.
group-connected-by-admin = ✅ Un administrador ha conectado la cuenta <b>{ $name }</b>. Ya puede consultarla todo el grupo.
group-disconnected = Quien había conectado la cuenta <b>{ $name }</b> la ha desconectado. Su token y su historial se han borrado aquí.
group-disconnected-kept = Quien conectó la cuenta <b>{ $name }</b> la ha desconectado. Su token se ha borrado aquí; su historial se conserva.
group-renewed = 🔄 La cuenta <b>{ $name }</b> se ha vuelto a conectar con otro token.

## Cuentas
accounts-title = <b>Cuentas</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · predeterminada
account-since = Conectada el { $date }
account-refused = ⚠️ BytesFlows ya no acepta su token. Conéctala de nuevo.
account-is-locked = 🔒 Falta la clave con la que se cifró su token. Conéctala de nuevo.
account-by-cookie = Conectada con una cookie: solo /balance
account-shared-with = Compartida con { $groups }
and-more = { $count ->
        [one] y { $count } más
        [many] y { $count } más
       *[other] y { $count } más
    }
account-rename = Para cambiar el nombre de <b>{ $name }</b>, envía por ejemplo
    <code>{ $example }</code>
account-share = Comparte <b>{ $name }</b> con un grupo: elige uno que administres. Si aún no estoy allí, me uno. El grupo ve el tráfico de la cuenta, nunca su token. El enlace vale durante { $wait } y sirve una sola vez.
accounts-used-title = <b>Tus cuentas en grupos</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Ninguna de tus cuentas está conectada en un grupo.
account-revoke-sure = ¿Desconectar <b>{ $name }</b> en <b>{ $title }</b>? Allí se borran su token y su historial, y se avisa al grupo.
account-revoked = <b>{ $name }</b> ya no está conectada en <b>{ $title }</b>.
name-taken = El nombre «{ $name }» ya está ocupado aquí, quizá por el historial de una cuenta desconectada. Elige otro, por favor.
not-a-name = Un nombre es una sola palabra de hasta 24 letras, cifras, puntos, guiones o guiones bajos, y no un número. Por ejemplo: crawler

## Ajustes
settings-title = <b>Ajustes</b>
settings-title-group = <b>Ajustes de este grupo</b>
settings-language = 🌐 Idioma: <b>{ $language }</b>
settings-zone = 🕒 Zona horaria: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Zona horaria: sin elegir, por eso UTC
settings-quiet = 🌙 Horas de silencio: <b>de { $begin } a { $end }</b>
settings-quiet-off = 🌙 Horas de silencio: desactivadas
settings-money-shown = 💰 Dinero: visible en este grupo
settings-money-hidden = 💰 Dinero: oculto en este grupo
settings-history-kept = 🗂 Si me quitan: se borran los tokens y se conserva el historial
settings-history-deleted = 🗂 Si me quitan: se borran los tokens y el historial
settings-choose-language = ¿En qué idioma hablo aquí?
settings-choose-zone = ¿En qué zona horaria estás? Ahora: <b>{ $city }</b>. Si la tuya no está abajo, envía tu ciudad, por ejemplo
    <code>{ $example }</code>
settings-which-zone = ¿Cuál de estas?
settings-choose-quiet = En esas horas no escribo por mi cuenta, salvo que sea urgente. Elige, o envía las tuyas, por ejemplo
    <code>{ $example }</code>
unknown-zone = No conozco esa ciudad ni esa zona horaria. Prueba con una ciudad más grande que esté cerca, o con un nombre como Europe/Berlin.
settings-delete = <b>¿Borrar todo lo de este chat?</b> { $count ->
        [0] Sus ajustes desaparecen al instante y para siempre.
        [one] Sus ajustes y su cuenta, con token e historial, desaparecen al instante y para siempre.
        [many] Sus ajustes y { $count } de cuentas, con tokens e historiales, desaparecen al instante y para siempre.
       *[other] Sus ajustes y sus { $count } cuentas, con tokens e historiales, desaparecen al instante y para siempre.
    }
settings-delete-group = <b>¿Borrar todo lo de este grupo?</b> { $count ->
        [0] Sus ajustes desaparecen al instante y para siempre.
        [one] Sus ajustes y su cuenta, con token e historial, desaparecen al instante y para siempre.
        [many] Sus ajustes y { $count } de cuentas, con tokens e historiales, desaparecen al instante y para siempre.
       *[other] Sus ajustes y sus { $count } cuentas, con tokens e historiales, desaparecen al instante y para siempre.
    }
settings-delete-shared = { $count ->
        [one] La cuenta que compartiste con un grupo también se desconecta allí.
        [many] También se desconectan { $count } de cuentas que compartiste con grupos.
       *[other] Las { $count } cuentas que compartiste con grupos también se desconectan allí.
    }
settings-deleted = Todo lo de este chat está borrado. Con /start se empieza de nuevo.

## Desconectar
logout-which = ¿Qué cuenta desconecto?
logout-sure = ¿Desconectar <b>{ $name }</b>? Su token se borra. Tú decides si su historial también.
logout-sure-all = ¿Desconectar las { $count } cuentas? Sus tokens se borran. Tú decides si sus historiales también.
logout-shared = { $count ->
        [one] También se corta la conexión en el grupo con el que se comparte.
        [many] También se cortan { $count } de conexiones en grupos con los que se comparte.
       *[other] También se cortan las { $count } conexiones en grupos con los que se comparte.
    }
logout-done = <b>{ $name }</b> está desconectada. Su token y su historial se han borrado.
logout-done-kept = <b>{ $name }</b> está desconectada. Su token se ha borrado; su historial vuelve cuando la conectes otra vez con este nombre.
logout-done-all = Las { $count } cuentas están desconectadas. Sus tokens e historiales se han borrado.
logout-done-all-kept = Las { $count } cuentas están desconectadas. Sus tokens se han borrado; sus historiales vuelven cuando las conectes otra vez con los mismos nombres.
logout-done-already = Eso ya estaba desconectado.
logout-cancelled = No se ha desconectado nada.

## Problemas con el proveedor
vendor-unreachable = BytesFlows no responde en este momento.
vendor-busy = BytesFlows pide una pausa. Inténtalo de nuevo en un minuto.
vendor-busy-until = BytesFlows pide una pausa. Inténtalo de nuevo en { $wait }.
vendor-broken = BytesFlows tiene problemas en este momento.
vendor-refused = BytesFlows se ha negado a responder a esto.
vendor-unreadable = BytesFlows ha respondido con algo que no puedo leer. Puede ser pasajero; inténtalo de nuevo en un rato.
token-refused = BytesFlows ya no acepta el token de <b>{ $name }</b>: ha expirado o se ha revocado. Conecta la cuenta de nuevo con otro.
last-good = Últimas cifras válidas ({ $at }): <b>{ $available }</b> de { $total } disponibles.

## La imagen de /usage: corto y sin etiquetas
chart-average = Media { $size }
chart-today = Hoy, por ahora
chart-unknown = Sin datos
chart-size = { $size }
chart-day = { $day }

## Botones y avisos
button-connect = 🔑 Conectar cuenta
button-connect-again = 🔑 Conectar de nuevo
button-connect-privately = 🔒 Conectar en privado
button-it-is-me = Soy yo
button-open-private = 💬 Abrir chat privado
button-send-me = 📄 Enviármelo
button-use-account = Compartir { $name }
button-add-account = ➕ Añadir cuenta
button-accounts = 👤 Cuentas
button-used = En grupos ({ $count })
button-make-default = Hacer predeterminada
button-rename = Cambiar nombre
button-share = Compartir con un grupo
button-choose-group = Elegir un grupo
button-disconnect-account = Desconectar
button-revoke = { $title } · { $name }
button-revoke-yes = Desconectar allí
button-back = ◀ Atrás
button-language = 🌐 Idioma
button-language-named = { $name }
button-language-auto = Como en mi Telegram
button-language-auto-group = Como al añadir el bot
button-zone = 🕒 Zona horaria
button-city = { $city }
button-quiet = 🌙 Horas de silencio
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Sin horas de silencio
button-money-show = 💰 Mostrar dinero
button-money-hide = 💰 Ocultar dinero
button-history-keep = 🗂 Conservar historial si me quitan
button-history-delete = 🗂 Borrar historial si me quitan
button-delete-all = Borrar todo
button-delete-all-yes = Borrar para siempre
button-cancel = Cancelar
button-help = ¿Qué puedes hacer?
button-balance = 📊 Tráfico
button-records = 🧾 Movimientos
button-usage = 📈 Uso
button-days = { $days } d
button-csv = CSV
button-daily = ⏰ Resumen diario
button-daily-at = { $time }
button-daily-off = Desactivar
button-daily-now = Mostrar ahora
button-picture-on = 🖼 Con imagen
button-picture-off = 🖼 Sin imagen
button-alerts = 🔔 Avisos
button-low-alert = 🪫 Queda poco
button-days-alert = ⏳ Dura poco
button-spike-alert = 📈 Pico
button-expiry-alert = 📦 Caducidad
button-balance-alert = 💰 Saldo
button-trouble-alert = ⚠️ Problemas
button-alerts-on = 🔔 Activar
button-alerts-off = 🔕 Desactivar todo
button-alerts-here = 📍 Avisar aquí
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Activar
button-alerts-never = Desactivar
button-snooze = 💤 2 horas
button-snooze-tomorrow = 💤 Hasta mañana
button-wake = 🔔 Dejar de posponer
button-mine = 🙋 Me encargo yo
button-refresh = 🔄 Actualizar
button-try-again = 🔄 Reintentar
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Todo
button-order = Compras
button-sign = Check-in
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Todas las cuentas
button-disconnect = Desconectar y borrar historial
button-disconnect-keep = Desconectar, conservar historial
notice-expired = Este botón es demasiado antiguo. Envía el comando de nuevo.
notice-hasty = Eso ha sido muy rápido. Si es lo que quieres, toca otra vez.
notice-admins-only = Solo los administradores de este grupo pueden hacer eso.
notice-too-many = Son muchas cosas a la vez. Dame un minuto, por favor.
