# Deutsch

language-name = Deutsch

## Vor der ersten Nachricht zu sehen: hier ohne Tags
bot-description =
    Wie viel BytesFlows-Datenvolumen noch da ist, wofür es verbraucht wurde und wie lange es reicht: einfach hier in Telegram fragen, allein oder in der Gruppe deines Teams.

    Dein Token wird sofort verschlüsselt, aus dem Chat gelöscht und nie wieder angezeigt.
bot-short-description = Das BytesFlows-Datenvolumen deines Teams in Telegram: was noch da ist, wie lange es reicht, was als Nächstes abläuft.

## Größen: 1 GB = 1024³ Byte
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Begrüßung und Hilfe
start =
    <b>Dein BytesFlows-Datenvolumen, direkt hier in Telegram.</b>
    Ich zeige dir, was noch da ist, was du gekauft hast und was als Nächstes abläuft.
    Dein Token wird sofort verschlüsselt und nie wieder angezeigt.
start-first = Verbinde zuerst dein Konto. Das dauert nur eine Minute.
start-connected = Dein Konto ist verbunden. Was möchtest du sehen?
group-start =
    <b>Das BytesFlows-Datenvolumen deines Teams, direkt hier in der Gruppe.</b>
    Alle können fragen, was noch da ist, was gekauft wurde und was als Nächstes abläuft.
    Nur die Admins dieser Gruppe können Konten verbinden und Einstellungen ändern.
group-start-first = Zuerst verbindet ein Admin das Konto. Das Token kommt in den privaten Chat mit mir, niemals hierher.
group-start-connected = Ein Konto ist verbunden. Was möchtet ihr sehen?
help = <b>Was ich kann</b>
help-group = <b>Was ich hier für dich tun kann</b>
help-traffic = <b>Datenvolumen</b>
help-itself = <b>Was ich von selbst sage</b>
help-accounts = <b>Konten</b>
help-bot = <b>Dieser Bot</b>
help-line = { $command } – { $about }
help-group-roles = Ansehen können alle in dieser Gruppe, ändern nur die Admins.
help-safety = Nachrichten mit einem Token lösche ich sofort; /logout löscht auch das gespeicherte Token.
about-balance = was noch da ist und was als Nächstes abläuft
about-records = Käufe und Tagesboni
about-usage = Verbrauch pro Tag und wie lange der Rest reicht
about-export = Verbrauch oder Käufe und Boni als Datei für Tabellen
about-daily = jeden Tag ein Bericht zur gewählten Zeit
about-alerts = wovor ich von selbst warne
about-pin = eine Live-Karte mit dem Rest, hier immer aktuell
about-accounts = die hier verbundenen Konten
about-login = ein BytesFlows-Konto verbinden
about-logout = ein Konto trennen
about-settings = Sprache, Zeitzone, Ruhezeiten und mehr
about-start = die Begrüßung
about-help = alle Befehle
not-a-command = Ich verstehe nur Befehle. Probier /balance; alle zeigt dir /help.
unknown-command = <code>{ $command }</code> kenne ich nicht. /help zeigt, was ich kann.
misused = Mit „{ $argument }“ kann ich da nichts anfangen. Zum Beispiel: <code>{ $example }</code>
misused-unnamed = Damit kann ich da nichts anfangen. Zum Beispiel: <code>{ $example }</code>
private-only = Das betrifft nur dich. Mach das bitte im privaten Chat mit mir.
group-only = Das wird in einer Gruppe festgelegt; im privaten Chat gibt es nichts zu wählen.
too-many-commands = Das ist viel auf einmal. Gib mir bitte eine Minute; bis dahin bin ich hier still.
unwritable = In <b>{ $title }</b> kann ich dort, wo du gefragt hast, nicht schreiben: Das Thema ist geschlossen, oder die Gruppe lässt mich keine Nachrichten senden. Ein Admin kann das ändern.
answer-in-doubt = Meine Verbindung brach ab, während ich antwortete. Wenn oben keine Antwort steht, frag bitte noch einmal.
bug = Entschuldige, bei mir ist etwas schiefgegangen. Es ist notiert; versuch es bitte gleich noch einmal.

## Der Überblick
balance-title = <b>Datenvolumen</b>
balance-title-named = <b>Datenvolumen</b> · { $name }
balance-available = <b>{ $available }</b> von { $total } verfügbar
balance-used = { $bar } { $share } verbraucht ({ $used })
balance-empty = Auf diesem Konto ist noch kein Datenvolumen. Kauf ein Paket oder hol dir den Tagesbonus auf bytesflows.com.
balance-contradiction = ⚠️ Es ist mehr verfügbar, als es insgesamt gibt. So schickt es BytesFlows, deshalb kann ich nicht sagen, wie viel verbraucht ist.
balance-available-only = <b>{ $size }</b> verfügbar. Von wie viel, hat BytesFlows nicht gesagt.
balance-total-only = <b>{ $size }</b> insgesamt. Wie viel davon noch da ist, hat BytesFlows nicht gesagt.
balance-no-figures = ⚠️ BytesFlows hat keine sinnvollen Zahlen zum Datenvolumen geschickt.
balance-money = 💰 Guthaben: { $money }
lasts = ⏳ Reicht noch etwa <b>{ $left }</b>, bis { $until }, bei { $speed } am Tag (Schnitt { $days ->
        [one] des letzten Tages
       *[other] der letzten { $days } Tage
    })
lasts-long = ⏳ Reicht noch mehr als <b>{ $years } Jahre</b> bei { $speed } am Tag (Schnitt { $days ->
        [one] des letzten Tages
       *[other] der letzten { $days } Tage
    })
lasts-unknown = ⏳ Wie lange es reicht, weiß ich nach etwa einem Tag.
lasts-idle = ⏳ Wie lange es reicht: Seit { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    } sehe ich keinen Verbrauch.
lasts-nothing = ⛔ <b>Das Datenvolumen ist aufgebraucht.</b> Mehr gibt es auf bytesflows.com.
expires-next = 📦 Läuft als Nächstes ab: <b>{ $size }</b>, noch { $left } ({ $date })
expires-next-unknown = 📦 Das nächste Paket läuft am { $date } ab (noch { $left })
expires-unseen = 📦 Was als Nächstes abläuft: Ich konnte nicht alle Einträge durchsehen.
as-of = <i>Stand: { $at }</i>

## Usage and forecast
usage-title = <b>Verbrauch</b> · { $days } Tage
usage-title-named = <b>Verbrauch</b> · { $days } Tage · { $name }
usage-total = Insgesamt <b>{ $total }</b>, im Schnitt { $average } am Tag
usage-sum = Insgesamt <b>{ $total }</b>
usage-busiest = Am meisten am { $date }: { $size }
usage-since = <i>Ich beobachte seit { $date }.</i>
usage-none = Ich beobachte dieses Konto noch nicht lange genug, um den Verbrauch zu nennen. Ich sehe etwa stündlich nach; schau in zwei Stunden wieder vorbei.
lasts-expires = ⏳ Bei { $speed } am Tag ist es nicht aufgebraucht, bevor am { $date } das letzte verfällt
lasts-range = { $high ->
        [one] ⏳ Reicht etwa <b>{ $low } bis { $high } Tag</b>, bis zwischen { $begin } und { $end }
       *[other] ⏳ Reicht etwa <b>{ $low } bis { $high } Tage</b>, bis zwischen { $begin } und { $end }
    }
loss = 📦 Bei diesem Verbrauch verfallen am { $date } <b>{ $size }</b> ungenutzt.
loss-more = 📦 Später verfallen weitere { $size } ungenutzt.
loss-saved = Um alles zu nutzen, wären es { $speed } am Tag.

## The daily summary
daily-on = ⏰ Tagesbericht: jeden Tag um <b>{ $time }</b> ({ $city })
daily-off = ⏰ Tagesbericht: <b>aus</b>
daily-explained = Er sagt, was seit dem letzten verbraucht wurde, was übrig ist, wie lange es reicht und was verfällt. Wann soll er kommen? Wähle eine Zeit oder schick deine eigene, zum Beispiel <code>{ $example }</code>
daily-which-zone = { $time } in welcher Zeitzone?
daily-title = <b>Tagesbericht</b>
daily-used = <b>{ $size }</b> verbraucht in { $span }
daily-above = ▲ { $share } über den üblichen { $speed } am Tag
daily-below = ▼ { $share } unter den üblichen { $speed } am Tag
daily-usual = Etwa wie üblich: { $speed } am Tag
daily-untold = Was in { $span } verbraucht wurde, lässt sich nicht sagen.
daily-quiet = Nichts verbraucht in { $span }. <b>{ $available }</b> von { $total } verfügbar.
daily-bought = 🛒 Gekauft: { $size }
daily-checked-in = 🎁 Check-in: { $size }
daily-received = 📦 Erhalten: { $size }
daily-expired = ⌛ Ungenutzt verfallen: { $size }

## Warnungen
alerts-title = 🔔 <b>Warnungen</b>
alerts-explained = Ich sehe etwa stündlich nach und sage jedes davon einmal, und erst dann wieder, wenn es deutlich schlimmer ist. Tippe an, was du ändern willst.
alerts-off = 🔕 <b>Warnungen sind aus.</b>
alerts-off-explained = Ich melde mich nicht von selbst, wenn das Datenvolumen knapp wird, plötzlich viel verbraucht wird oder etwas verfällt.
alerts-low = 🪫 Wenig übrig: unter <b>{ $least }</b>
alerts-low-off = 🪫 Wenig übrig: aus
alerts-days = ⏳ Bald aufgebraucht: in weniger als <b>{ $span }</b>
alerts-days-off = ⏳ Bald aufgebraucht: aus
alerts-spike = 📈 Spitze: <b>{ $times }×</b> so viel wie sonst in einer Stunde
alerts-spike-off = 📈 Spitze: aus
alerts-expiry = 📦 Verfällt ungenutzt: <b>{ $span }</b> vorher
alerts-expiry-off = 📦 Verfällt ungenutzt: aus
alerts-balance = 💰 Guthaben: unter <b>{ $least }</b>
alerts-balance-off = 💰 Guthaben: aus
alerts-trouble = ⚠️ Token abgelehnt oder unmögliche Zahlen: <b>an</b>
alerts-trouble-off = ⚠️ Token abgelehnt oder unmögliche Zahlen: aus
alerts-choose = Wähle aus oder schick deinen eigenen Wert, zum Beispiel <code>{ $example }</code>
alerts-elsewhere = Sie kommen in einem anderen Thema dieser Gruppe.
alert-low = 🪫 Nur noch <b>{ $available }</b> von { $total } übrig ({ $share })
alert-days = ⏳ Bei diesem Verbrauch reicht es noch etwa <b>{ $left }</b> ({ $speed } am Tag)
alert-spike = 📈 <b>{ $used }</b> in der letzten Stunde verbraucht. Üblich sind { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> in der letzten Stunde verbraucht. Üblich ist fast nichts.
alert-spike-left = Geht es so weiter, reicht der Rest noch etwa <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> verfallen gleich ungenutzt: { $at }
alert-balance = 💰 Das Guthaben beträgt nur noch <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows akzeptiert das Token von { $name } nicht mehr.</b> Bis das Konto neu verbunden ist, sehe ich den Verbrauch nicht.
alert-contradiction = ⚠️ BytesFlows zählt seltsam: { $available } sollen von { $total } verfügbar sein. Damit rechne ich nicht.
alert-backwards = ⚠️ BytesFlows zählt seltsam: { $size } schon Verbrauchtes ist wieder verfügbar, obwohl nichts gekauft wurde. Das zähle ich nicht.
alert-snoozed = 💤 Verschoben. Nächste Erinnerung: { $at }
alert-snoozed-by = 💤 Verschoben von { $who }. Nächste Erinnerung: { $at }
alert-taken = 🙋 { $who } kümmert sich darum.
alert-taken-by-somebody = 🙋 Jemand kümmert sich darum.
alert-given-back = Niemand kümmert sich mehr darum.
alert-awake = 🔔 Nichts ist mehr verschoben.
alert-over = ✅ Das ist vorbei. Es gibt nichts mehr zu tun.
## Die Live-Karte
pin-updated = 📌 <i>Live · Stand: { $at }</i>
pin-expires = 📦 Läuft als Nächstes ab: <b>{ $size }</b> am { $date }
pin-not-seen = Ich habe seine Zahlen noch nicht gesehen.
pin-off = 📌 Die Live-Karte ist <b>aus</b>. /pin legt eine neue an.
pin-none = 📌 Hier gibt es keine Live-Karte. /pin legt eine an.
pin-lost = 📌 Die Live-Karte ist verloren: Sie wurde gelöscht, oder ich kann sie nicht mehr bearbeiten. /pin legt eine neue an.
pin-may-not = 📌 Ich darf hier keine Nachrichten anheften. Erlaube es mir und sende /pin noch einmal, oder hefte die Karte selbst an.

## Einträge
records-title-all = <b>Käufe und Tagesboni</b>
records-title-all-named = <b>Käufe und Tagesboni</b> · { $name }
records-title-order = <b>Käufe</b>
records-title-order-named = <b>Käufe</b> · { $name }
records-title-sign = <b>Tagesboni</b>
records-title-sign-named = <b>Tagesboni</b> · { $name }
records-none = Es gibt noch keine Einträge.
records-none-here = Auf dieser Seite ist nichts.
record-order = 🛒 <b>Kauf</b> · { $state }
record-sign = 🎁 <b>Tagesbonus</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = aktiv
record-expired = abgelaufen
record-unknown = Status unbekannt
record-order-id = <code>{ $order }</code>
record-used-share = <b>{ $used }</b> von { $quota } verbraucht ({ $share })
record-used = <b>{ $used }</b> von { $quota } verbraucht. Diese beiden Zahlen passen nicht zusammen.
record-quota = { $quota }; Verbrauch nicht angegeben
record-no-figures = Es wurden keine Zahlen geschickt.
record-created = Erstellt am { $date }
record-expires = Läuft am { $date } ab, noch { $left }
record-expired-on = Abgelaufen am { $date }, { $left } her

## Dateien
export-title = <b>Dateien für Tabellen</b> (CSV)
export-title-named = <b>Dateien für Tabellen</b> (CSV) · { $name }
export-usage-about = 📈 <b>Verbrauch</b>: was von einem Nachsehen zum nächsten verbraucht, gekauft und verfallen ist
export-records-about = 🧾 <b>Käufe und Boni</b>: alle Einträge
export-privately = In dieser Gruppe sind Beträge ausgeblendet, darum kommt eine Datei in den privaten Chat der Person, die sie anfordert.
export-usage = <b>Verbrauch</b> · { $begin } – { $end }
export-usage-named = <b>Verbrauch</b> · { $begin } – { $end } · { $name }
export-asked-in = Angefordert in <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
export-notes = <i>Zeiten in UTC, Mengen in Byte; was nicht bekannt ist, bleibt leer.</i>
export-cut = ⚠️ Nur die neuesten Zeilen: Mehr passen nicht in eine Datei.
export-incomplete = ⚠️ Nicht vollständig: BytesFlows hat mir nicht alle Einträge gegeben. Bitte fordere die Datei später noch einmal an.
export-no-records = Noch gibt es nichts für eine Datei: Dieses Konto hat weder Käufe noch Tagesboni. Kauf ein Paket oder hol dir den Tagesbonus auf bytesflows.com.
export-sent = 📄 Die Datei ist in deinem privaten Chat mit mir.
export-unheard = In dieser Gruppe sind Beträge ausgeblendet, darum kommen Dateien privat, aber ich kann dir noch nicht schreiben. Öffne den privaten Chat mit mir, tippe auf „Starten“, komm dann zurück und fordere die Datei noch einmal an.
export-to-whom = Du schreibst im Namen der Gruppe, deshalb sehe ich nicht, wem ich die Datei schicken soll. Tippe auf den Button: Sie kommt in deinen privaten Chat mit mir, und sonst erfährt niemand, wer du bist.
export-can-write = Jetzt kann ich dir hier schreiben. Geh zurück in die Gruppe und fordere die Datei noch einmal an.

## Verbinden
login-ask = Schick mir dein BytesFlows-Token in deiner nächsten Nachricht.
login-again = Schick mir das BytesFlows-Token für <b>{ $name }</b> in deiner nächsten Nachricht.
login-where = <b>Wo du es findest:</b> Melde dich auf bytesflows.com an und kopiere das API-Token aus dem Dashboard. Ein kopierter <code>Authorization</code>-Header geht auch; ein <code>Cookie</code>-Header zeigt nur /balance.
login-safety = Ich lösche deine Nachricht sofort, prüfe das Token und speichere es verschlüsselt. Ich warte { $wait }.
login-cancelled = Abgebrochen.
login-nothing-to-cancel = Es gibt nichts abzubrechen.
login-done = ✅ Verbunden als <b>{ $name }</b>.
login-known = ✅ Dieses Token ist hier schon verbunden, als <b>{ $name }</b>.
login-speaks-up = Ab jetzt melde ich mich hier, wenn das Datenvolumen knapp wird, plötzlich viel verbraucht wird oder etwas ungenutzt verfällt. Ändern: { $command }
login-replaced = Bisher war als { $name } ein anderes Token verbunden; es wird nicht mehr verwendet. Um beide Konten zu behalten, verbinde dieses noch einmal unter einem anderen Namen.
login-cookie = Ein Cookie zeigt nur /balance. Für /records verbinde das Konto mit einem Token.
login-name-unusable = Dieser Name geht nicht, deshalb heißt das Konto jetzt { $name }. Ein Name ist ein Wort aus bis zu 24 Buchstaben, Ziffern, Punkten, Binde- oder Unterstrichen.
login-erased = <i>Deine Nachricht mit dem Token habe ich gelöscht.</i>
login-not-erased = ⚠️ <b>Ich konnte deine Nachricht mit dem Token nicht löschen. Bitte lösche sie jetzt selbst.</b>
login-refused = BytesFlows akzeptiert dieses Token nicht, deshalb habe ich nichts gespeichert. Prüf, ob es vollständig kopiert und nicht abgelaufen ist, und schick es noch einmal.
login-not-proved = Ich konnte dein Token nicht prüfen, deshalb habe ich nichts gespeichert. Schick es bitte in einer Minute noch einmal.
login-unexpected = Das sah nach einem Token aus, deshalb habe ich die Nachricht gelöscht und es nicht benutzt. Um ein Konto zu verbinden, tippe auf den Button und schick das Token dann noch einmal.
login-unexpected-not-erased = ⚠️ <b>Das sieht nach einem Token aus, und ich konnte es nicht löschen. Bitte lösche es jetzt selbst.</b> Ich habe es nicht benutzt.
no-credential = Ich habe die Nachricht sicherheitshalber gelöscht, sehe darin aber kein Token. Schick nur das Token oder eine Zeile wie <code>Authorization: Bearer …</code>.
no-credential-visible = In dieser Nachricht sehe ich kein Token. Schick nur das Token oder eine Zeile wie <code>Authorization: Bearer …</code>.
too-many-accounts = Dieser Chat hat schon { $most } Konten, mehr gehen nicht. Trenne eines mit /logout und verbinde dann dieses.
no-account = Hier ist noch kein Konto verbunden. Verbinde eines, um sein Datenvolumen zu sehen.
unknown-account = Ein Konto „{ $name }“ gibt es hier nicht. Verbunden: { $known }.
unknown-account-unnamed = Ein solches Konto gibt es hier nicht. Verbunden: { $known }.
unknown-filter = Einen Filter oder ein Konto „{ $name }“ kenne ich nicht. Verbunden: { $known }. Zum Beispiel: <code>{ $example }</code>
overview-only = <b>{ $name }</b> ist mit einem Cookie verbunden, das nur /balance zeigt. Verbinde es mit einem Token, um das hier zu sehen.
accounts-locked = 🔒 Der Schlüssel zu den Tokens von { $names } fehlt hier, deshalb kann ich sie nicht öffnen. Bitte verbinde diese Konten neu. Es wurde nichts gelöscht.
account-locked = 🔒 Der Schlüssel zum Token von <b>{ $name }</b> fehlt hier, deshalb kann ich es nicht öffnen. Bitte verbinde das Konto neu. Es wurde nichts gelöscht.

## Gruppen: wer was darf
admins-only = Das können nur die Admins dieser Gruppe.
admins-only-named = Das können nur die Admins dieser Gruppe: { $names }.
admins-only-there = Das können nur Admins von <b>{ $title }</b>.
who-are-you = Du schreibst im Namen der Gruppe, deshalb sehe ich nicht, wer du bist. Tippe auf den Button: Ich prüfe, ob du Admin bist, und sonst erfährt es niemand.
rights-unknown = Ich konnte von Telegram nicht erfahren, wer in dieser Gruppe Admin ist. Versuch es bitte in einer Minute noch einmal; wenn es so bleibt, prüf, ob ich noch in der Gruppe bin.
addressed = { $person }:
secret-in-group = ⚠️ <b>Schick niemals ein Token in eine Gruppe.</b> Ich habe die Nachricht gelöscht und das Token nicht benutzt, aber andere könnten es gesehen haben. Widerrufe es jetzt auf bytesflows.com und verbinde das Konto dann mit einem neuen im privaten Chat mit mir.
secret-in-group-visible = ⚠️ <b>Schick niemals ein Token in eine Gruppe. Ich kann deine Nachricht nicht löschen: Bitte lösche sie jetzt selbst.</b> Ich habe das Token nicht benutzt, aber andere könnten es gesehen haben. Widerrufe es auf bytesflows.com und verbinde das Konto dann mit einem neuen im privaten Chat mit mir.

## Gruppen: verbinden
login-privately = So verbindest du ein Konto, ohne dass jemand mitliest: Tippe auf den Button, und wir machen im privaten Chat weiter. Der Link ist nur für dich, funktioniert einmal und gilt { $wait }.
login-for-group = Schick mir das BytesFlows-Token für die Gruppe <b>{ $title }</b> in deiner nächsten Nachricht.
login-for-group-again = Schick mir das BytesFlows-Token für <b>{ $name }</b> in der Gruppe <b>{ $title }</b> in deiner nächsten Nachricht.
login-or-share = Oder teile ein Konto, das hier schon verbunden ist, mit den Buttons unten.
login-done-there = ✅ <b>{ $name }</b> ist in <b>{ $title }</b> verbunden. Die Gruppe erfährt davon, sieht das Token aber nie.
login-renewed-in-groups = { $count ->
        [one] In der Gruppe, mit der du dieses Konto teilst, ist das Token auch erneuert.
       *[other] In den { $count } Gruppen, mit denen du dieses Konto teilst, ist das Token auch erneuert.
    }
share-revocable = Unter /accounts kannst du das jederzeit zurücknehmen.
not-shared = <b>{ $name }</b> wurde deshalb nicht geteilt.
code-expired = Dieser Link wurde schon benutzt oder ist abgelaufen. Einen neuen bekommst du mit /login in der Gruppe oder unter /accounts im privaten Chat mit mir.
code-of-another = Dieser Link ist für jemand anderen. Admins der Gruppe bekommen mit /login dort einen eigenen.
group-connected = ✅ { $who } hat das Konto <b>{ $name }</b> verbunden. Alle hier können jetzt sein Datenvolumen abfragen.
group-connected-by-admin = ✅ Ein Admin hat das Konto <b>{ $name }</b> verbunden. Alle hier können jetzt sein Datenvolumen abfragen.
group-disconnected = Das Konto <b>{ $name }</b> wurde von der Person getrennt, die es verbunden hatte. Token und Verlauf sind hier gelöscht.
group-disconnected-kept = Das Konto <b>{ $name }</b> wurde von der Person getrennt, die es verbunden hatte. Sein Token ist hier gelöscht; sein Verlauf bleibt.
group-renewed = 🔄 Das Konto <b>{ $name }</b> wurde mit einem anderen Token neu verbunden.

## Konten
accounts-title = <b>Konten</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · Standard
account-since = Verbunden seit { $date }
account-refused = ⚠️ BytesFlows akzeptiert das Token nicht mehr. Verbinde das Konto neu.
account-is-locked = 🔒 Der Schlüssel zum Token fehlt. Verbinde das Konto neu.
account-by-cookie = Mit einem Cookie verbunden: nur /balance
account-shared-with = Geteilt mit { $groups }
and-more = { $count ->
        [one] und { $count } weitere
       *[other] und { $count } weitere
    }
account-rename = Um <b>{ $name }</b> umzubenennen, schick zum Beispiel
    <code>{ $example }</code>
account-share = Teile <b>{ $name }</b> mit einer Gruppe: Wähle eine, in der du Admin bist. Bin ich noch nicht dort, komme ich dazu. Die Gruppe sieht das Datenvolumen des Kontos, nie sein Token. Der Link funktioniert einmal und gilt { $wait }.
accounts-used-title = <b>Deine Konten in Gruppen</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Keines deiner Konten ist in einer Gruppe verbunden.
account-revoke-sure = <b>{ $name }</b> in <b>{ $title }</b> trennen? Token und Verlauf werden dort gelöscht, und die Gruppe erfährt davon.
account-revoked = <b>{ $name }</b> ist in <b>{ $title }</b> getrennt.
name-taken = Der Name „{ $name }“ ist hier vergeben, vielleicht durch den Verlauf eines getrennten Kontos. Bitte wähle einen anderen.
not-a-name = Ein Name ist ein Wort aus bis zu 24 Buchstaben, Ziffern, Punkten, Binde- oder Unterstrichen und keine bloße Zahl. Zum Beispiel: crawler

## Einstellungen
settings-title = <b>Einstellungen</b>
settings-title-group = <b>Einstellungen dieser Gruppe</b>
settings-language = 🌐 Sprache: <b>{ $language }</b>
settings-zone = 🕒 Zeitzone: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Zeitzone: nicht gewählt, also UTC
settings-quiet = 🌙 Ruhezeiten: <b>{ $begin } bis { $end }</b>
settings-quiet-off = 🌙 Ruhezeiten: aus
settings-money-shown = 💰 Beträge: in dieser Gruppe sichtbar
settings-money-hidden = 💰 Beträge: in dieser Gruppe ausgeblendet
settings-history-kept = 🗂 Wenn ich entfernt werde: Tokens werden gelöscht, der Verlauf bleibt
settings-history-deleted = 🗂 Wenn ich entfernt werde: Tokens und Verlauf werden gelöscht
settings-choose-language = Welche Sprache soll ich hier sprechen?
settings-choose-zone = In welcher Zeitzone lebst du? Jetzt: <b>{ $city }</b>. Wenn deine unten fehlt, schick mir deine Stadt, zum Beispiel
    <code>{ $example }</code>
settings-which-zone = Welche meinst du?
settings-choose-quiet = In diesen Zeiten melde ich mich nicht von selbst, außer es ist dringend. Wähle aus oder schick eigene, zum Beispiel
    <code>{ $example }</code>
unknown-zone = Diese Stadt oder Zeitzone kenne ich nicht. Versuch es mit der nächstgrößeren Stadt oder einem Namen wie Europe/Berlin.
settings-delete = <b>Alles zu diesem Chat löschen?</b> { $count ->
        [0] Seine Einstellungen werden sofort und endgültig gelöscht.
        [one] Seine Einstellungen und sein Konto mit Token und Verlauf werden sofort und endgültig gelöscht.
       *[other] Seine Einstellungen und seine { $count } Konten mit Tokens und Verläufen werden sofort und endgültig gelöscht.
    }
settings-delete-group = <b>Alles zu dieser Gruppe löschen?</b> { $count ->
        [0] Ihre Einstellungen werden sofort und endgültig gelöscht.
        [one] Ihre Einstellungen und ihr Konto mit Token und Verlauf werden sofort und endgültig gelöscht.
       *[other] Ihre Einstellungen und ihre { $count } Konten mit Tokens und Verläufen werden sofort und endgültig gelöscht.
    }
settings-delete-shared = { $count ->
        [one] Das Konto, das du mit einer Gruppe teilst, wird auch dort getrennt.
       *[other] Die { $count } Konten, die du mit Gruppen teilst, werden auch dort getrennt.
    }
settings-deleted = Alles zu diesem Chat ist gelöscht. Mit /start fängst du neu an.

## Trennen
logout-which = Welches Konto soll ich trennen?
logout-sure = <b>{ $name }</b> trennen? Das Token wird gelöscht. Ob auch der Verlauf gelöscht wird, entscheidest du.
logout-sure-all = Alle { $count } Konten trennen? Die Tokens werden gelöscht. Ob auch die Verläufe gelöscht werden, entscheidest du.
logout-shared = { $count ->
        [one] Auch die Verbindung in einer Gruppe wird getrennt.
       *[other] Auch { $count } Verbindungen in Gruppen werden getrennt.
    }
logout-done = <b>{ $name }</b> ist getrennt. Token und Verlauf sind gelöscht.
logout-done-kept = <b>{ $name }</b> ist getrennt. Das Token ist gelöscht; der Verlauf ist wieder da, wenn du das Konto unter diesem Namen neu verbindest.
logout-done-all = Alle { $count } Konten sind getrennt. Tokens und Verläufe sind gelöscht.
logout-done-all-kept = Alle { $count } Konten sind getrennt. Die Tokens sind gelöscht; die Verläufe sind wieder da, wenn du die Konten unter denselben Namen neu verbindest.
logout-done-already = Das ist schon getrennt.
logout-cancelled = Es wurde nichts getrennt.

## Wenn der Anbieter Probleme hat
vendor-unreachable = BytesFlows antwortet gerade nicht.
vendor-busy = BytesFlows bittet um eine Pause. Versuch es bitte in einer Minute noch einmal.
vendor-busy-until = BytesFlows bittet um eine Pause. Warte bitte { $wait } und versuch es dann noch einmal.
vendor-broken = BytesFlows hat gerade selbst ein Problem.
vendor-refused = BytesFlows wollte darauf nicht antworten.
vendor-unreadable = BytesFlows hat etwas geantwortet, das ich nicht lesen kann. Vielleicht gibt sich das; versuch es bitte später noch einmal.
token-refused = BytesFlows akzeptiert das Token von <b>{ $name }</b> nicht mehr. Es ist abgelaufen oder wurde widerrufen. Bitte verbinde das Konto mit einem neuen.
last-good = Letzte gültige Zahlen: <b>{ $available }</b> von { $total } verfügbar, { $at }.

## Das Bild zu /usage: kurz, ohne Tags
chart-average = Schnitt { $size }
chart-today = Heute bisher
chart-unknown = Keine Daten
chart-size = { $size }
chart-day = { $day }

## Buttons und Hinweise
button-connect = 🔑 Konto verbinden
button-connect-again = 🔑 Neu verbinden
button-connect-privately = 🔒 Privat verbinden
button-it-is-me = Das bin ich
button-open-private = 💬 Privaten Chat öffnen
button-send-me = 📄 Schick sie mir
button-use-account = { $name } teilen
button-add-account = ➕ Konto hinzufügen
button-accounts = 👤 Konten
button-used = In Gruppen ({ $count })
button-make-default = Als Standard
button-rename = Umbenennen
button-share = Mit Gruppe teilen
button-choose-group = Gruppe wählen
button-disconnect-account = Trennen
button-revoke = { $title } · { $name }
button-revoke-yes = Dort trennen
button-back = ◀ Zurück
button-language = 🌐 Sprache
button-language-named = { $name }
button-language-auto = Wie in Telegram
button-language-auto-group = Wie beim Hinzufügen
button-zone = 🕒 Zeitzone
button-city = { $city }
button-quiet = 🌙 Ruhezeiten
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Keine Ruhezeiten
button-money-show = 💰 Beträge anzeigen
button-money-hide = 💰 Beträge ausblenden
button-history-keep = 🗂 Beim Entfernen Verlauf behalten
button-history-delete = 🗂 Beim Entfernen Verlauf löschen
button-delete-all = Alles löschen
button-delete-all-yes = Endgültig löschen
button-cancel = Abbrechen
button-help = Was kannst du?
button-balance = 📊 Datenvolumen
button-records = 🧾 Käufe & Boni
button-usage = 📈 Verbrauch
button-days = { $days } T.
button-csv = CSV
button-daily = ⏰ Tagesbericht
button-daily-at = { $time }
button-daily-off = Ausschalten
button-daily-now = Jetzt zeigen
button-picture-on = 🖼 Mit Bild
button-picture-off = 🖼 Ohne Bild
button-alerts = 🔔 Warnungen
button-low-alert = 🪫 Wenig übrig
button-days-alert = ⏳ Bald aufgebraucht
button-spike-alert = 📈 Spitze
button-expiry-alert = 📦 Verfall
button-balance-alert = 💰 Guthaben
button-trouble-alert = ⚠️ Störungen
button-alerts-on = 🔔 Einschalten
button-alerts-off = 🔕 Alle ausschalten
button-alerts-here = 📍 Hier melden
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = An
button-alerts-never = Aus
button-snooze = 💤 2 Stunden
button-snooze-tomorrow = 💤 Bis morgen
button-wake = 🔔 Wieder melden
button-mine = 🙋 Ich kümmere mich
button-refresh = 🔄 Aktualisieren
button-try-again = 🔄 Noch einmal
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Alle
button-order = Käufe
button-sign = Boni
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Alle Konten
button-disconnect = Trennen und Verlauf löschen
button-disconnect-keep = Trennen, Verlauf behalten
notice-expired = Dieser Button ist zu alt. Schick den Befehl bitte noch einmal.
notice-hasty = Das ging sehr schnell. Tippe noch einmal, wenn du es so meinst.
notice-admins-only = Das können nur die Admins dieser Gruppe.
notice-too-many = Das ist viel auf einmal. Gib mir bitte eine Minute.
