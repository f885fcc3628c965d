# Français, avec vous. Espaces insécables : U+202F avant ; ! ? et les unités, U+00A0 avant : et entre « ».

language-name = Français

## Ce qu’on voit avant le premier message : pas de balises ici
bot-description =
    Combien de trafic BytesFlows il vous reste, où il est passé et combien de temps il durera : demandez-le directement dans Telegram, en privé ou dans le groupe de votre équipe.

    Votre jeton est chiffré dès son arrivée, supprimé de la conversation et plus jamais affiché.
bot-short-description = Le trafic BytesFlows de votre équipe dans Telegram : ce qui reste, pour combien de temps, ce qui expire en premier.

## Tailles : 1 Go = 1024³ octets
size-b = { $amount } o
size-kb = { $amount } Ko
size-mb = { $amount } Mo
size-gb = { $amount } Go
size-tb = { $amount } To
size-pb = { $amount } Po

## Accueil et aide
start =
    <b>Votre trafic BytesFlows, directement dans Telegram.</b>
    Je vous montre ce qui reste, vos achats et ce qui expire en premier.
    Votre jeton est chiffré dès son arrivée et plus jamais affiché.
start-first = Connectez d’abord votre compte. Une minute suffit.
start-connected = Tout est connecté. Que voulez-vous voir ?
group-start =
    <b>Le trafic BytesFlows de votre équipe, directement dans le groupe.</b>
    Tout le monde peut consulter ce qui reste, les achats et ce qui expire en premier.
    Seuls les admins de ce groupe peuvent connecter des comptes et changer les paramètres.
group-start-first = Un admin connecte d’abord le compte. Le jeton se donne en conversation privée avec moi, jamais ici.
group-start-connected = Un compte est connecté. Que voulez-vous voir ?
help = <b>Ce que je sais faire</b>
help-group = <b>Ce que je peux faire pour vous ici</b>
help-traffic = <b>Trafic</b>
help-itself = <b>Ce que je dis de moi-même</b>
help-accounts = <b>Comptes</b>
help-bot = <b>Ce bot</b>
help-line = { $command } – { $about }
help-group-roles = Dans ce groupe, tout le monde peut consulter ; seuls les admins peuvent modifier.
help-safety = Je supprime aussitôt les messages contenant un jeton ; /logout supprime aussi le jeton enregistré.
about-balance = ce qui reste et ce qui expire en premier
about-records = achats et bonus quotidiens
about-usage = le trafic consommé par jour, et combien de temps dure le reste
about-export = la conso ou les achats et bonus en fichier pour tableur
about-daily = un résumé chaque jour à l’heure choisie
about-alerts = ce dont je vous préviens de moi-même
about-pin = une carte en direct de ce qui reste, toujours à jour ici
about-accounts = les comptes connectés ici
about-login = connecter un compte BytesFlows
about-logout = déconnecter un compte
about-settings = langue, fuseau horaire, heures calmes, etc.
about-start = l’accueil
about-help = toutes les commandes
not-a-command = Je ne comprends que les commandes. Essayez /balance, ou /help pour les voir toutes.
unknown-command = Je ne connais pas <code>{ $command }</code>. /help montre ce que je sais faire.
misused = Je ne sais pas quoi faire de « { $argument } » ici. Par exemple : <code>{ $example }</code>
misused-unnamed = Je ne sais pas quoi en faire ici. Par exemple : <code>{ $example }</code>
private-only = Cela ne concerne que vous : faites-le dans notre conversation privée, s’il vous plaît.
group-only = Cela se choisit dans un groupe ; il n’y a rien à choisir dans un chat privé.
too-many-commands = Cela fait beaucoup à la fois. Laissez-moi une minute ; d’ici là, je ne dis plus rien ici.
unwritable = Je ne peux pas écrire là où vous me l’avez demandé dans <b>{ $title }</b> : le sujet est fermé, ou le groupe ne me laisse pas envoyer de messages. Un admin peut y remédier.
answer-in-doubt = Ma connexion a été coupée pendant que je répondais. Si vous ne voyez pas de réponse ci-dessus, redemandez.
bug = Désolé, quelque chose s’est mal passé de mon côté. C’est noté ; réessayez dans un instant.

## Vue d’ensemble
balance-title = <b>Trafic</b>
balance-title-named = <b>Trafic</b> · { $name }
balance-available = Disponible : <b>{ $available }</b> sur { $total }
balance-used = { $bar } utilisé à { $share } ({ $used })
balance-empty = Il n’y a pas encore de trafic sur ce compte. Achetez un forfait ou récupérez votre bonus quotidien sur bytesflows.com.
balance-contradiction = ⚠️ Il y a plus de trafic disponible qu’au total. BytesFlows l’envoie ainsi ; je ne peux donc pas dire combien est utilisé.
balance-available-only = Disponible : <b>{ $size }</b>. BytesFlows n’a pas dit sur combien.
balance-total-only = Total : <b>{ $size }</b>. BytesFlows n’a pas dit combien il en reste.
balance-no-figures = ⚠️ BytesFlows n’a pas envoyé de chiffres de trafic cohérents.
balance-money = 💰 Solde : { $money }
lasts = ⏳ De quoi tenir environ <b>{ $left }</b>, jusqu’au { $until }, à { $speed } par jour ({ $days ->
        [one] rythme du dernier jour
        [many] rythme des derniers { $days } de jours
       *[other] rythme des { $days } derniers jours
    })
lasts-long = ⏳ De quoi tenir plus de <b>{ $years } ans</b> à { $speed } par jour ({ $days ->
        [one] rythme du dernier jour
        [many] rythme des derniers { $days } de jours
       *[other] rythme des { $days } derniers jours
    })
lasts-unknown = ⏳ Durée restante : je la connaîtrai dans un jour environ.
lasts-idle = ⏳ Durée restante : je n’ai vu aucun trafic utilisé { $days ->
        [one] au cours du dernier jour
        [many] au cours des derniers { $days } de jours
       *[other] au cours des { $days } derniers jours
    }.
lasts-nothing = ⛔ <b>Il ne reste plus de trafic.</b> Vous pouvez en racheter sur bytesflows.com.
expires-next = 📦 Prochaine expiration : <b>{ $size }</b> dans { $left } ({ $date })
expires-next-unknown = 📦 Le prochain forfait expire dans { $left } ({ $date })
expires-unseen = 📦 Prochaine expiration : je n’ai pas pu parcourir tous les achats et bonus.
as-of = <i>Mis à jour : { $at }</i>

## Usage and forecast
usage-title = <b>Trafic consommé</b> · { $days } jours
usage-title-named = <b>Trafic consommé</b> · { $days } jours · { $name }
usage-total = <b>{ $total }</b> au total, { $average } par jour en moyenne
usage-sum = <b>{ $total }</b> au total
usage-busiest = Jour le plus chargé, le { $date } : { $size }
usage-since = <i>Je suis ce compte depuis le { $date }.</i>
usage-none = Je ne suis pas ce compte depuis assez longtemps pour dire ce qui a été consommé. Je regarde environ une fois par heure ; revenez dans deux heures.
lasts-expires = ⏳ À { $speed } par jour, tout ne sera pas consommé avant que le dernier expire le { $date }
lasts-range = { $high ->
        [one] ⏳ Dure environ <b>{ $low } à { $high } jour</b>, jusqu’à une date entre le { $begin } et le { $end }
        [many] ⏳ Dure environ <b>{ $low } à { $high } jours</b>, jusqu’à une date entre le { $begin } et le { $end }
       *[other] ⏳ Dure environ <b>{ $low } à { $high } jours</b>, jusqu’à une date entre le { $begin } et le { $end }
    }
loss = 📦 À ce rythme, <b>{ $size }</b> expirent sans être utilisés le { $date }.
loss-more = 📦 Plus tard, { $size } de plus expirent sans être utilisés.
loss-saved = Il faudrait { $speed } par jour pour tout utiliser.

## The daily summary
daily-on = ⏰ Résumé quotidien : tous les jours à <b>{ $time }</b> ({ $city })
daily-off = ⏰ Résumé quotidien : <b>désactivé</b>
daily-explained = Il dit ce qui a été consommé depuis le précédent, ce qui reste, combien de temps cela dure et ce qui expire. À quelle heure ? Choisissez ou envoyez la vôtre, par exemple <code>{ $example }</code>
daily-which-zone = { $time }, dans quel fuseau horaire ?
daily-title = <b>Résumé quotidien</b>
daily-used = <b>{ $size }</b> consommés en { $span }
daily-above = ▲ { $share } de plus que d’habitude ({ $speed } par jour)
daily-below = ▼ { $share } de moins que d’habitude ({ $speed } par jour)
daily-usual = À peu près comme d’habitude : { $speed } par jour
daily-untold = Impossible de dire ce qui a été consommé en { $span }.
daily-quiet = Rien de consommé en { $span }. <b>{ $available }</b> disponibles sur { $total }.
daily-bought = 🛒 Acheté : { $size }
daily-checked-in = 🎁 Bonus : { $size }
daily-received = 📦 Reçu : { $size }
daily-expired = ⌛ Expiré sans être utilisé : { $size }

## Alertes
alerts-title = 🔔 <b>Alertes</b>
alerts-explained = Je regarde environ une fois par heure et je dis chaque chose une fois, puis de nouveau seulement si elle s’aggrave nettement. Touchez-en une pour la changer.
alerts-off = 🔕 <b>Les alertes sont désactivées.</b>
alerts-off-explained = Je n’écris rien de moi-même quand le trafic s’épuise, s’emballe ou va expirer.
alerts-low = 🪫 Trafic faible : moins de <b>{ $least }</b>
alerts-low-off = 🪫 Trafic faible : désactivé
alerts-days = ⏳ Bientôt épuisé : moins de <b>{ $span }</b>
alerts-days-off = ⏳ Bientôt épuisé : désactivé
alerts-spike = 📈 Pic : <b>{ $times }×</b> plus que d’habitude en une heure
alerts-spike-off = 📈 Pic : désactivé
alerts-expiry = 📦 Expire sans être utilisé : <b>{ $span }</b> avant
alerts-expiry-off = 📦 Expire sans être utilisé : désactivé
alerts-balance = 💰 Solde : moins de <b>{ $least }</b>
alerts-balance-off = 💰 Solde : désactivé
alerts-trouble = ⚠️ Jeton refusé ou chiffres impossibles : <b>activé</b>
alerts-trouble-off = ⚠️ Jeton refusé ou chiffres impossibles : désactivé
alerts-choose = Choisissez, ou envoyez votre propre valeur, par exemple <code>{ $example }</code>
alerts-elsewhere = Elles arrivent dans un autre sujet de ce groupe.
alert-low = 🪫 Plus que <b>{ $available }</b> sur { $total } ({ $share })
alert-days = ⏳ À ce rythme, cela dure encore environ <b>{ $left }</b> ({ $speed } par jour)
alert-spike = 📈 <b>{ $used }</b> consommés pendant la dernière heure. D’habitude : { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> consommés pendant la dernière heure. D’habitude, presque rien.
alert-spike-left = Si cela continue, tout sera épuisé dans environ <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> vont expirer sans être utilisés : { $at }
alert-balance = 💰 Le solde est descendu à <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows n’accepte plus le jeton du compte { $name }.</b> Tant qu’il n’est pas reconnecté, je ne vois pas ce qui est consommé.
alert-contradiction = ⚠️ BytesFlows compte bizarrement : { $available } seraient disponibles sur { $total }. Je n’en tire aucun chiffre.
alert-backwards = ⚠️ BytesFlows compte bizarrement : { $size } déjà consommés sont de nouveau disponibles sans achat. Je n’en tiens pas compte.
alert-snoozed = 💤 Reporté. Prochain rappel : { $at }
alert-snoozed-by = 💤 Reporté par { $who }. Prochain rappel : { $at }
alert-taken = 🙋 { $who } s’en occupe.
alert-taken-by-somebody = 🙋 Quelqu’un s’en occupe.
alert-given-back = Plus personne ne s’en occupe.
alert-awake = 🔔 Plus rien n’est reporté.
alert-over = ✅ C’est passé. Il n’y a plus rien à faire.
## La carte en direct
pin-updated = 📌 <i>En direct · mis à jour : { $at }</i>
pin-expires = 📦 Prochaine expiration : <b>{ $size }</b> le { $date }
pin-not-seen = Je n’ai pas encore vu ses chiffres.
pin-off = 📌 La carte en direct est <b>désactivée</b>. /pin en crée une nouvelle.
pin-none = 📌 Il n’y a pas de carte en direct ici. /pin en crée une.
pin-lost = 📌 J’ai perdu la carte en direct : elle a été supprimée, ou je ne peux plus la modifier. /pin en crée une nouvelle.
pin-may-not = 📌 Je n’ai pas le droit d’épingler ici. Donnez-moi ce droit et renvoyez /pin, ou épinglez la carte vous-même.

## Achats et bonus
records-title-all = <b>Achats et bonus</b>
records-title-all-named = <b>Achats et bonus</b> · { $name }
records-title-order = <b>Achats</b>
records-title-order-named = <b>Achats</b> · { $name }
records-title-sign = <b>Bonus quotidiens</b>
records-title-sign-named = <b>Bonus quotidiens</b> · { $name }
records-none = Il n’y a encore ni achat ni bonus.
records-none-here = Il n’y a rien sur cette page.
record-order = 🛒 <b>Achat</b> · { $state }
record-sign = 🎁 <b>Bonus quotidien</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = actif
record-expired = expiré
record-unknown = état inconnu
record-order-id = <code>{ $order }</code>
record-used-share = Utilisé : <b>{ $used }</b> sur { $quota } ({ $share })
record-used = Utilisé : <b>{ $used }</b> sur { $quota }. Ces deux chiffres ne concordent pas.
record-quota = { $quota } ; on ne sait pas combien est utilisé
record-no-figures = Aucun chiffre n’a été envoyé.
record-created = Créé le { $date }
record-expires = Expire le { $date }, dans { $left }
record-expired-on = Expiré le { $date }, il y a { $left }

## Fichiers
export-title = <b>Fichiers pour tableur</b> (CSV)
export-title-named = <b>Fichiers pour tableur</b> (CSV) · { $name }
export-usage-about = 📈 <b>Conso</b> : ce qui a été consommé, acheté ou perdu d’un de mes relevés à l’autre
export-records-about = 🧾 <b>Achats et bonus</b> : la liste complète
export-privately = Ce groupe n’affiche pas les montants : le fichier arrive donc en privé à qui le demande.
export-usage = <b>Conso</b> · { $begin } – { $end }
export-usage-named = <b>Conso</b> · { $begin } – { $end } · { $name }
export-asked-in = Demandé dans <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } ligne
        [many] { $count } de lignes
       *[other] { $count } lignes
    }
export-notes = <i>Heures en UTC, volumes en octets ; ce qui n’est pas connu reste vide.</i>
export-cut = ⚠️ Seulement les lignes les plus récentes : un fichier n’en contient pas plus.
export-incomplete = ⚠️ Il en manque : BytesFlows ne m’a pas donné tous les achats et bonus. Redemandez le fichier plus tard.
export-no-records = Il n’y a encore rien à mettre dans un fichier : ce compte n’a ni achat ni bonus. Achetez un forfait ou récupérez votre bonus quotidien sur bytesflows.com.
export-sent = 📄 Le fichier est dans votre conversation privée avec moi.
export-unheard = Ce groupe n’affiche pas les montants : les fichiers arrivent donc en privé, mais je ne peux pas encore vous écrire. Ouvrez notre conversation privée, appuyez sur « Démarrer », puis revenez redemander le fichier ici.
export-to-whom = Vous écrivez au nom du groupe, je ne vois donc pas à qui envoyer le fichier. Appuyez sur le bouton : il arrive dans votre conversation privée avec moi, et personne d’autre n’apprend qui vous êtes.
export-can-write = Je peux maintenant vous écrire ici. Retournez dans le groupe et redemandez le fichier.

## Connexion
login-ask = Envoyez-moi votre jeton BytesFlows dans votre prochain message.
login-again = Envoyez-moi le jeton BytesFlows du compte <b>{ $name }</b> dans votre prochain message.
login-where = <b>Où le trouver :</b> connectez-vous sur bytesflows.com et copiez le jeton d’API depuis le tableau de bord. Un en-tête <code>Authorization</code> copié convient aussi ; un en-tête <code>Cookie</code> ne donne accès qu’à /balance.
login-safety = Je supprime aussitôt votre message, je teste le jeton et je l’enregistre chiffré. J’attends { $wait }.
login-cancelled = Annulé.
login-nothing-to-cancel = Il n’y a rien à annuler.
login-done = ✅ Compte connecté sous le nom <b>{ $name }</b>.
login-known = ✅ Ce jeton est déjà connecté ici sous le nom <b>{ $name }</b>.
login-speaks-up = Désormais, je vous préviens ici quand le trafic s’épuise, s’emballe ou va expirer sans être utilisé. Pour changer cela : { $command }
login-replaced = Jusqu’ici, { $name } utilisait un autre jeton ; il ne sert plus. Pour garder les deux comptes, connectez aussi celui-ci sous un autre nom.
login-cookie = Un cookie ne donne accès qu’à /balance. Pour /records, connectez le compte avec un jeton.
login-name-unusable = Ce nom ne convient pas, j’ai donc choisi { $name }. Un nom est un seul mot de 24 caractères au plus : lettres, chiffres, points, tirets ou tirets bas.
login-erased = <i>J’ai supprimé votre message contenant le jeton.</i>
login-not-erased = ⚠️ <b>Je n’ai pas pu supprimer votre message contenant le jeton. Supprimez-le vous-même tout de suite, s’il vous plaît.</b>
login-refused = BytesFlows n’accepte pas ce jeton, je n’ai donc rien gardé. Vérifiez qu’il est copié en entier et qu’il n’a pas expiré, puis renvoyez-le.
login-not-proved = Je n’ai pas pu essayer votre jeton, je n’ai donc rien gardé. Renvoyez-le dans une minute.
login-unexpected = Cela ressemblait à un jeton, j’ai donc supprimé votre message sans l’utiliser. Pour connecter un compte, appuyez sur le bouton, puis renvoyez le jeton.
login-unexpected-not-erased = ⚠️ <b>Cela ressemble à un jeton, et je n’ai pas pu le supprimer. Supprimez-le vous-même tout de suite, s’il vous plaît.</b> Je ne l’ai pas utilisé.
no-credential = J’ai supprimé ce message par prudence, mais je n’y vois pas de jeton. Envoyez seulement le jeton, ou une ligne comme <code>Authorization: Bearer …</code>.
no-credential-visible = Je ne vois pas de jeton dans ce message. Envoyez seulement le jeton, ou une ligne comme <code>Authorization: Bearer …</code>.
too-many-accounts = Cette conversation a déjà { $most } comptes, le maximum possible. Déconnectez-en un avec /logout, puis connectez celui-ci.
no-account = Aucun compte n’est encore connecté ici. Connectez-en un pour voir son trafic.
unknown-account = Il n’y a pas de compte « { $name } » ici. Connectés : { $known }.
unknown-account-unnamed = Il n’y a pas de compte de ce nom ici. Connectés : { $known }.
unknown-filter = Je ne connais ni filtre ni compte « { $name } ». Connectés : { $known }. Par exemple : <code>{ $example }</code>
overview-only = <b>{ $name }</b> est connecté avec un cookie, qui ne donne accès qu’à /balance. Connectez-le avec un jeton pour voir ceci.
accounts-locked = 🔒 La clé qui a chiffré les jetons de ces comptes manque ici : { $names }. Je ne peux donc pas les ouvrir. Reconnectez ces comptes. Rien n’a été supprimé.
account-locked = 🔒 La clé qui a chiffré le jeton du compte <b>{ $name }</b> manque ici, je ne peux donc pas l’ouvrir. Reconnectez le compte. Rien n’a été supprimé.

## Groupes : qui peut quoi
admins-only = Seuls les admins de ce groupe peuvent faire cela.
admins-only-named = Seuls les admins de ce groupe peuvent faire cela : { $names }.
admins-only-there = Seuls les admins du groupe <b>{ $title }</b> peuvent faire cela.
who-are-you = Vous écrivez au nom du groupe, je ne vois donc pas qui vous êtes. Appuyez sur le bouton : je vérifie que vous êtes admin, et personne d’autre ne l’apprend.
rights-unknown = Je n’ai pas pu vérifier auprès de Telegram qui sont les admins de ce groupe. Réessayez dans une minute ; si cela continue, vérifiez que je suis toujours dans le groupe.
addressed = { $person } :
secret-in-group = ⚠️ <b>Ne collez jamais de jeton dans un groupe.</b> J’ai supprimé le message et n’ai pas utilisé le jeton, mais d’autres l’ont peut-être vu. Révoquez-le tout de suite sur bytesflows.com, puis connectez le compte avec un nouveau jeton en conversation privée avec moi.
secret-in-group-visible = ⚠️ <b>Ne collez jamais de jeton dans un groupe. Je ne peux pas supprimer votre message : supprimez-le vous-même tout de suite, s’il vous plaît.</b> Je n’ai pas utilisé le jeton, mais d’autres l’ont peut-être vu. Révoquez-le sur bytesflows.com, puis connectez le compte avec un nouveau jeton en conversation privée avec moi.

## Groupes : connexion
login-privately = Connectez un compte à l’abri des regards : appuyez sur le bouton, et nous continuons en privé. Le lien est personnel, sert une seule fois et reste valable { $wait }.
login-for-group = Envoyez-moi le jeton BytesFlows pour le groupe <b>{ $title }</b> dans votre prochain message.
login-for-group-again = Dans votre prochain message, envoyez-moi le jeton BytesFlows du compte <b>{ $name }</b> pour le groupe <b>{ $title }</b>.
login-or-share = Ou partagez un compte déjà connecté ici, avec les boutons ci-dessous.
login-done-there = ✅ <b>{ $name }</b> est connecté dans <b>{ $title }</b>. Le groupe en est informé, mais ne voit jamais le jeton.
login-renewed-in-groups = { $count ->
        [one] Il est aussi renouvelé dans le groupe avec lequel vous l’avez partagé.
        [many] Il est aussi renouvelé dans { $count } de groupes avec lesquels vous l’avez partagé.
       *[other] Il est aussi renouvelé dans les { $count } groupes avec lesquels vous l’avez partagé.
    }
share-revocable = Vous pouvez arrêter le partage à tout moment dans /accounts.
not-shared = <b>{ $name }</b> n’a donc pas été partagé.
code-expired = Ce lien a déjà servi ou a expiré. Demandez-en un nouveau avec /login dans le groupe, ou avec /accounts dans notre conversation privée.
code-of-another = Ce lien a été créé pour quelqu’un d’autre. Un administrateur du groupe obtient le sien en y envoyant /login.
group-connected = ✅ { $who } a connecté le compte <b>{ $name }</b>. Tout le monde ici peut maintenant le consulter.
group-connected-by-admin = ✅ Un admin a connecté le compte <b>{ $name }</b>. Tout le monde ici peut maintenant le consulter.
group-disconnected = Le compte <b>{ $name }</b> a été déconnecté par la personne qui l’avait connecté. Son jeton et son historique sont supprimés ici.
group-disconnected-kept = Le compte <b>{ $name }</b> a été déconnecté par la personne qui l’avait connecté. Son jeton est supprimé ici ; son historique est conservé.
group-renewed = 🔄 Le compte <b>{ $name }</b> a été reconnecté avec un autre jeton.

## Comptes
accounts-title = <b>Comptes</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · par défaut
account-since = Connecté le { $date }
account-refused = ⚠️ BytesFlows n’accepte plus son jeton. Reconnectez ce compte.
account-is-locked = 🔒 La clé qui a chiffré son jeton manque. Reconnectez ce compte.
account-by-cookie = Connecté avec un cookie : /balance seulement
account-shared-with = Partagé avec { $groups }
and-more = { $count ->
        [one] et { $count } de plus
        [many] et { $count } de plus
       *[other] et { $count } de plus
    }
account-rename = Pour renommer <b>{ $name }</b>, envoyez par exemple
    <code>{ $example }</code>
account-share = Partagez <b>{ $name }</b> avec un groupe : choisissez-en un dont vous êtes admin. Si je n’y suis pas encore, je le rejoins. Le groupe voit le trafic du compte, jamais son jeton. Le lien sert une seule fois et reste valable { $wait }.
accounts-used-title = <b>Vos comptes dans des groupes</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Aucun de vos comptes n’est connecté dans un groupe.
account-revoke-sure = Déconnecter <b>{ $name }</b> dans <b>{ $title }</b> ? Son jeton et son historique y sont supprimés, et le groupe en est informé.
account-revoked = <b>{ $name }</b> est déconnecté dans <b>{ $title }</b>.
name-taken = Le nom « { $name } » est déjà pris ici, peut-être par l’historique d’un compte déconnecté. Choisissez-en un autre.
not-a-name = Un nom est un seul mot de 24 caractères au plus (lettres, chiffres, points, tirets ou tirets bas), et pas un nombre. Par exemple : crawler

## Paramètres
settings-title = <b>Paramètres</b>
settings-title-group = <b>Paramètres de ce groupe</b>
settings-language = 🌐 Langue : <b>{ $language }</b>
settings-zone = 🕒 Fuseau horaire : <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Fuseau horaire : pas choisi, donc UTC
settings-quiet = 🌙 Heures calmes : <b>de { $begin } à { $end }</b>
settings-quiet-off = 🌙 Heures calmes : désactivées
settings-money-shown = 💰 Montants : visibles dans ce groupe
settings-money-hidden = 💰 Montants : masqués dans ce groupe
settings-history-kept = 🗂 Si on me retire : les jetons sont supprimés, l’historique est conservé
settings-history-deleted = 🗂 Si on me retire : les jetons et l’historique sont supprimés
settings-choose-language = Dans quelle langue dois-je parler ici ?
settings-choose-zone = Dans quel fuseau horaire êtes-vous ? Actuellement : <b>{ $city }</b>. Si le vôtre n’est pas ci-dessous, envoyez votre ville, par exemple
    <code>{ $example }</code>
settings-which-zone = Lequel voulez-vous ?
settings-choose-quiet = Pendant ces heures, je n’envoie rien de ma propre initiative, sauf urgence. Choisissez, ou envoyez les vôtres, par exemple
    <code>{ $example }</code>
unknown-zone = Je ne connais ni cette ville ni ce fuseau horaire. Essayez une plus grande ville des environs, ou un nom comme Europe/Berlin.
settings-delete = <b>Supprimer tout ce qui concerne cette conversation ?</b> { $count ->
        [0] Ses paramètres disparaissent aussitôt, pour de bon.
        [one] Ses paramètres et son compte, avec jeton et historique, disparaissent aussitôt, pour de bon.
        [many] Ses paramètres et { $count } de comptes, avec jetons et historiques, disparaissent aussitôt, pour de bon.
       *[other] Ses paramètres et ses { $count } comptes, avec jetons et historiques, disparaissent aussitôt, pour de bon.
    }
settings-delete-group = <b>Supprimer tout ce qui concerne ce groupe ?</b> { $count ->
        [0] Ses paramètres disparaissent aussitôt, pour de bon.
        [one] Ses paramètres et son compte, avec jeton et historique, disparaissent aussitôt, pour de bon.
        [many] Ses paramètres et { $count } de comptes, avec jetons et historiques, disparaissent aussitôt, pour de bon.
       *[other] Ses paramètres et ses { $count } comptes, avec jetons et historiques, disparaissent aussitôt, pour de bon.
    }
settings-delete-shared = { $count ->
        [one] Le compte que vous avez partagé avec un groupe y est aussi déconnecté.
        [many] { $count } de comptes que vous avez partagés avec des groupes y sont aussi déconnectés.
       *[other] Les { $count } comptes que vous avez partagés avec des groupes y sont aussi déconnectés.
    }
settings-deleted = Tout ce qui concerne cette conversation est supprimé. /start permet de repartir de zéro.

## Déconnexion
logout-which = Quel compte dois-je déconnecter ?
logout-sure = Déconnecter <b>{ $name }</b> ? Son jeton est supprimé. À vous de choisir si son historique l’est aussi.
logout-sure-all = Déconnecter les { $count } comptes ? Leurs jetons sont supprimés. À vous de choisir si leurs historiques le sont aussi.
logout-shared = { $count ->
        [one] Le partage avec un groupe prend fin aussi.
        [many] { $count } de partages avec des groupes prennent fin aussi.
       *[other] Les { $count } partages avec des groupes prennent fin aussi.
    }
logout-done = <b>{ $name }</b> est déconnecté. Son jeton et son historique sont supprimés.
logout-done-kept = <b>{ $name }</b> est déconnecté. Son jeton est supprimé ; son historique reviendra quand vous reconnecterez le compte sous ce nom.
logout-done-all = Les { $count } comptes sont déconnectés. Leurs jetons et leurs historiques sont supprimés.
logout-done-all-kept = Les { $count } comptes sont déconnectés. Leurs jetons sont supprimés ; leurs historiques reviendront quand vous reconnecterez les comptes sous les mêmes noms.
logout-done-already = C’est déjà déconnecté.
logout-cancelled = Rien n’a été déconnecté.

## Soucis chez le fournisseur
vendor-unreachable = BytesFlows ne répond pas en ce moment.
vendor-busy = BytesFlows demande une pause. Réessayez dans une minute.
vendor-busy-until = BytesFlows demande une pause. Réessayez dans { $wait }.
vendor-broken = BytesFlows a un problème de son côté en ce moment.
vendor-refused = BytesFlows a refusé de répondre à cette demande.
vendor-unreadable = BytesFlows a répondu quelque chose que je ne sais pas lire. Cela passera peut-être ; réessayez un peu plus tard.
token-refused = BytesFlows n’accepte plus le jeton du compte <b>{ $name }</b>. Il a expiré ou a été révoqué. Reconnectez le compte avec un nouveau jeton.
last-good = Derniers chiffres valables ({ $at }) : <b>{ $available }</b> disponibles sur { $total }.

## L’image de /usage : court, sans balises
chart-average = Moyenne { $size }
chart-today = Aujourd’hui, en cours
chart-unknown = Pas de données
chart-size = { $size }
chart-day = { $day }

## Boutons et avis
button-connect = 🔑 Connecter un compte
button-connect-again = 🔑 Reconnecter
button-connect-privately = 🔒 Connecter en privé
button-it-is-me = C’est moi
button-open-private = 💬 Ouvrir la conversation privée
button-send-me = 📄 Me l’envoyer
button-use-account = Partager { $name }
button-add-account = ➕ Ajouter un compte
button-accounts = 👤 Comptes
button-used = Dans des groupes ({ $count })
button-make-default = Mettre par défaut
button-rename = Renommer
button-share = Partager avec un groupe
button-choose-group = Choisir un groupe
button-disconnect-account = Déconnecter
button-revoke = { $title } · { $name }
button-revoke-yes = Déconnecter du groupe
button-back = ◀ Retour
button-language = 🌐 Langue
button-language-named = { $name }
button-language-auto = Comme dans Telegram
button-language-auto-group = Comme à l’ajout du bot
button-zone = 🕒 Fuseau horaire
button-city = { $city }
button-quiet = 🌙 Heures calmes
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Pas d’heures calmes
button-money-show = 💰 Afficher les montants
button-money-hide = 💰 Masquer les montants
button-history-keep = 🗂 Garder l’historique si on me retire
button-history-delete = 🗂 Effacer l’historique si on me retire
button-delete-all = Tout supprimer
button-delete-all-yes = Supprimer pour de bon
button-cancel = Annuler
button-help = Que savez-vous faire ?
button-balance = 📊 Trafic
button-records = 🧾 Achats et bonus
button-usage = 📈 Conso
button-days = { $days } j
button-csv = CSV
button-daily = ⏰ Résumé quotidien
button-daily-at = { $time }
button-daily-off = Désactiver
button-daily-now = Voir maintenant
button-picture-on = 🖼 Avec image
button-picture-off = 🖼 Sans image
button-alerts = 🔔 Alertes
button-low-alert = 🪫 Trafic faible
button-days-alert = ⏳ Bientôt épuisé
button-spike-alert = 📈 Pic
button-expiry-alert = 📦 Expiration
button-balance-alert = 💰 Solde
button-trouble-alert = ⚠️ Problèmes
button-alerts-on = 🔔 Activer
button-alerts-off = 🔕 Tout désactiver
button-alerts-here = 📍 Les envoyer ici
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Activer
button-alerts-never = Désactiver
button-snooze = 💤 2 heures
button-snooze-tomorrow = 💤 Jusqu’à demain
button-wake = 🔔 Ne plus reporter
button-mine = 🙋 Je m’en occupe
button-refresh = 🔄 Actualiser
button-try-again = 🔄 Réessayer
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Tout
button-order = Achats
button-sign = Bonus
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Tous les comptes
button-disconnect = Déconnecter et effacer l’historique
button-disconnect-keep = Déconnecter, garder l’historique
notice-expired = Ce bouton est trop ancien. Renvoyez la commande.
notice-hasty = C’était très rapide. Appuyez de nouveau si c’est bien ce que vous voulez.
notice-admins-only = Seuls les admins de ce groupe peuvent faire cela.
notice-too-many = Cela fait beaucoup à la fois. Laissez-moi une minute.
