# English: the source of every other language. Values arrive formatted and escaped; tags are Telegram's HTML.

language-name = English

## What is seen before the first message: no tags here
bot-description =
    How much of your BytesFlows traffic is left, where it went and how long it will last: asked and answered right here in Telegram, alone or in your team’s group.

    Your token is encrypted on arrival, deleted from the chat and never shown again.
bot-short-description = Your team’s BytesFlows traffic in Telegram: what is left, how long it lasts, what expires next.

## Sizes: 1 GB = 1024³ bytes
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Welcome and help
start =
    <b>Your BytesFlows traffic, right here in Telegram.</b>
    I show what is left, what you bought and what expires next.
    Your token is encrypted on arrival and never shown again.
start-first = Connect your account first. It takes a minute.
start-connected = You are connected. What would you like to see?
group-start =
    <b>Your team’s BytesFlows traffic, right here in the group.</b>
    Everybody can ask what is left, what was bought and what expires next.
    Only this group’s admins can connect accounts and change settings.
group-start-first = An admin connects the account first. The token is given in a private chat with me, never here.
group-start-connected = An account is connected. What would you like to see?
help = <b>What I can do</b>
help-group = <b>What I can do for you here</b>
help-traffic = <b>Traffic</b>
help-itself = <b>What I say by myself</b>
help-accounts = <b>Accounts</b>
help-bot = <b>This bot</b>
help-line = { $command } – { $about }
help-group-roles = Everybody in this group can look; only its admins can change things.
help-safety = I delete messages with a token at once; /logout deletes the stored token too.
about-balance = what is left, and what expires next
about-records = purchases and check-in rewards
about-usage = traffic used per day, and how long the rest lasts
about-export = usage or records as a file for a spreadsheet
about-daily = a summary every day at a time you choose
about-alerts = what I speak up about by myself
about-pin = a live card of what is left, kept up to date here
about-accounts = the accounts connected here
about-login = connect a BytesFlows account
about-logout = disconnect an account
about-settings = language, time zone, quiet hours and more
about-start = the welcome
about-help = all commands
not-a-command = I only understand commands. Try /balance, or /help for all of them.
unknown-command = I don’t know <code>{ $command }</code>. /help shows what I can do.
misused = I can’t use “{ $argument }” there. For example: <code>{ $example }</code>
misused-unnamed = I can’t use that there. For example: <code>{ $example }</code>
private-only = That concerns you alone. Please do it in your private chat with me.
group-only = That is chosen in a group. In a private chat there is nothing to choose.
too-many-commands = That is a lot at once. Please give me a minute; until then I stay silent here.
unwritable = I can’t write where you asked in <b>{ $title }</b>: the topic is closed, or the group doesn’t let me send messages. An admin can change that.
answer-in-doubt = My connection broke while I answered. If you see no answer above, please ask again.
bug = Sorry, something went wrong on my side. It is noted; please try again in a moment.

## The overview
balance-title = <b>Traffic</b>
balance-title-named = <b>Traffic</b> · { $name }
balance-available = <b>{ $available }</b> of { $total } available
balance-used = { $bar } { $share } used ({ $used })
balance-empty = There is no traffic on this account yet. Buy a package or check in at bytesflows.com.
balance-contradiction = ⚠️ More is available than there is in total. That is how BytesFlows sends it, so I can’t say how much is used.
balance-available-only = <b>{ $size }</b> available. BytesFlows did not say of how much.
balance-total-only = <b>{ $size }</b> in total. BytesFlows did not say how much of it is left.
balance-no-figures = ⚠️ BytesFlows sent no traffic figures that make sense.
balance-money = 💰 Balance: { $money }
lasts = ⏳ Lasts about <b>{ $left }</b>, until { $until }, at { $speed } a day ({ $days ->
        [one] pace of the last day
       *[other] { $days }-day pace
    })
lasts-long = ⏳ Lasts for more than <b>{ $years } years</b> at { $speed } a day ({ $days ->
        [one] pace of the last day
       *[other] { $days }-day pace
    })
lasts-unknown = ⏳ How long it lasts: known after about a day.
lasts-idle = ⏳ How long it lasts: no traffic used in the { $days ->
        [one] last day
       *[other] last { $days } days
    } that I saw.
lasts-nothing = ⛔ <b>No traffic is left.</b> You can buy more at bytesflows.com.
expires-next = 📦 Expires next: <b>{ $size }</b> in { $left } ({ $date })
expires-next-unknown = 📦 The next package expires in { $left } ({ $date })
expires-unseen = 📦 What expires next: I could not look through all of your records.
as-of = <i>Updated { $at }</i>

## Usage and forecast
usage-title = <b>Traffic used</b> · { $days } days
usage-title-named = <b>Traffic used</b> · { $days } days · { $name }
usage-total = <b>{ $total }</b> in all, { $average } a day on average
usage-sum = <b>{ $total }</b> in all
usage-busiest = Most on { $date }: { $size }
usage-since = <i>I have watched since { $date }.</i>
usage-none = I have not watched this account long enough to say what was used. I look about once an hour; please come back after two.
lasts-expires = ⏳ At this pace it is not used up before the last of it expires on { $date } ({ $speed } a day)
lasts-range = { $high ->
        [one] ⏳ Lasts about <b>{ $low } to { $high } day</b>, until between { $begin } and { $end }
       *[other] ⏳ Lasts about <b>{ $low } to { $high } days</b>, until between { $begin } and { $end }
    }
loss = 📦 At this pace <b>{ $size }</b> expire unused on { $date }.
loss-more = 📦 Later another { $size } expire unused.
loss-saved = It takes { $speed } a day to use all of it.

## The daily summary
daily-on = ⏰ Daily summary: every day at <b>{ $time }</b> ({ $city })
daily-off = ⏰ Daily summary: <b>off</b>
daily-explained = It tells what was used since the one before, what is left, how long it lasts and what expires. When should it come? Choose, or send your own time, for example <code>{ $example }</code>
daily-which-zone = { $time } in which time zone?
daily-title = <b>Daily summary</b>
daily-used = Used <b>{ $size }</b> in the last { $span }
daily-above = ▲ { $share } above the usual { $speed } a day
daily-below = ▼ { $share } below the usual { $speed } a day
daily-usual = About the usual { $speed } a day
daily-untold = What was used in the last { $span } can’t be told.
daily-quiet = Nothing used in the last { $span }. <b>{ $available }</b> of { $total } available.
daily-bought = 🛒 Bought: { $size }
daily-checked-in = 🎁 Checked in: { $size }
daily-received = 📦 Received: { $size }
daily-expired = ⌛ Expired unused: { $size }

## Speaking up
alerts-title = 🔔 <b>Alerts</b>
alerts-explained = I look about once an hour and say each of these once, then again only when it is clearly worse. Press one to change it.
alerts-off = 🔕 <b>Alerts are off.</b>
alerts-off-explained = I say nothing by myself when traffic runs low, spikes or is about to expire unused.
alerts-low = 🪫 Low traffic: below <b>{ $least }</b>
alerts-low-off = 🪫 Low traffic: off
alerts-days = ⏳ Running out: within <b>{ $span }</b>
alerts-days-off = ⏳ Running out: off
alerts-spike = 📈 Spike: <b>{ $times }×</b> the usual in an hour
alerts-spike-off = 📈 Spike: off
alerts-expiry = 📦 Expiring unused: <b>{ $span }</b> ahead
alerts-expiry-off = 📦 Expiring unused: off
alerts-balance = 💰 Balance: below <b>{ $least }</b>
alerts-balance-off = 💰 Balance: off
alerts-trouble = ⚠️ Token refused, or figures that can’t be right: <b>on</b>
alerts-trouble-off = ⚠️ Token refused, or figures that can’t be right: off
alerts-choose = Choose, or send your own, for example <code>{ $example }</code>
alerts-elsewhere = Alerts come in another topic of this group.
alert-low = 🪫 Only <b>{ $available }</b> of { $total } left ({ $share })
alert-days = ⏳ At the present pace it lasts about <b>{ $left }</b> more ({ $speed } a day)
alert-spike = 📈 <b>{ $used }</b> used in the last hour. Usual is { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> used in the last hour. Usually it is next to nothing.
alert-spike-left = If it goes on like this, all of it is used up in about <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> are about to expire unused: { $at }
alert-balance = 💰 The balance is down to <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows no longer accepts the token of { $name }.</b> Until it is connected again, I can’t see what is used.
alert-contradiction = ⚠️ BytesFlows counts oddly: { $available } are said to be available of { $total }. I make no figures out of that.
alert-backwards = ⚠️ BytesFlows counts oddly: { $size } that were used are available again, though nothing was bought. I don’t count them.
alert-snoozed = 💤 Snoozed. Next reminder: { $at }
alert-snoozed-by = 💤 Snoozed by { $who }. Next reminder: { $at }
alert-taken = 🙋 { $who } takes care of it.
alert-taken-by-somebody = 🙋 Somebody takes care of it.
alert-given-back = Nobody takes care of it any more.
alert-awake = 🔔 Nothing is snoozed any more.
alert-over = ✅ That is over. There is nothing left to do.
## The live card
pin-updated = 📌 <i>Live · updated { $at }</i>
pin-expires = 📦 Expires next: <b>{ $size }</b> on { $date }
pin-not-seen = I have not seen its figures yet.
pin-off = 📌 The live card is <b>off</b>. /pin makes a new one.
pin-none = 📌 There is no live card here. /pin makes one.
pin-lost = 📌 I lost the live card here: it was deleted, or I can no longer edit it. /pin makes a new one.
pin-may-not = 📌 I may not pin messages here. Let me pin messages and send /pin again, or pin the card yourself.

## Records
records-title-all = <b>Purchases and check-ins</b>
records-title-all-named = <b>Purchases and check-ins</b> · { $name }
records-title-order = <b>Purchases</b>
records-title-order-named = <b>Purchases</b> · { $name }
records-title-sign = <b>Check-in rewards</b>
records-title-sign-named = <b>Check-in rewards</b> · { $name }
records-none = There are no records yet.
records-none-here = There is nothing on this page.
record-order = 🛒 <b>Purchase</b> · { $state }
record-sign = 🎁 <b>Check-in</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = active
record-expired = expired
record-unknown = state unknown
record-order-id = <code>{ $order }</code>
record-used-share = <b>{ $used }</b> of { $quota } used ({ $share })
record-used = <b>{ $used }</b> used of { $quota }. These two figures don’t fit together.
record-quota = { $quota }; how much is used was not said
record-no-figures = No figures were sent.
record-created = Created { $date }
record-expires = Expires { $date }, in { $left }
record-expired-on = Expired { $date }, { $left } ago

## Files
export-title = <b>Files for a spreadsheet</b> (CSV)
export-title-named = <b>Files for a spreadsheet</b> (CSV) · { $name }
export-usage-about = 📈 <b>Usage</b>: what was used, bought and lost, from each of my looks to the next
export-records-about = 🧾 <b>Records</b>: every purchase and check-in
export-privately = This group doesn’t show money, so a file goes to whoever asks for it, in their private chat.
export-usage = <b>Usage</b> · { $begin } – { $end }
export-usage-named = <b>Usage</b> · { $begin } – { $end } · { $name }
export-asked-in = Asked for in <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
export-notes = <i>Times are UTC, amounts are bytes; what is not known is left empty.</i>
export-cut = ⚠️ Only the newest rows: one file holds no more.
export-incomplete = ⚠️ Some are missing: BytesFlows did not give me all of the records. Please ask again later.
export-no-records = There is nothing to put into a file yet: this account has no purchases or check-ins. You can buy a package or check in at bytesflows.com.
export-sent = 📄 The file is in your private chat with me.
export-unheard = This group doesn’t show money, so files come in private, but I can’t write to you yet. Open our private chat, press Start, then come back and ask again.
export-to-whom = You write as the group, so I can’t see whom to send the file to. Press the button: it comes to your private chat with me, and nobody else learns who you are.
export-can-write = Now I can write to you here. Go back to the group and ask for the file again.

## Connecting
login-ask = Send me your BytesFlows token in your next message.
login-again = Send me the BytesFlows token for <b>{ $name }</b> in your next message.
login-where = <b>Where to find it:</b> sign in at bytesflows.com and copy the API token from the dashboard. A copied <code>Authorization</code> header works too; a <code>Cookie</code> header shows /balance only.
login-safety = I delete your message at once, test the token and store it encrypted. I wait for { $wait }.
login-cancelled = Cancelled.
login-nothing-to-cancel = There is nothing to cancel.
login-done = ✅ Connected as <b>{ $name }</b>.
login-known = ✅ This token is connected here already, as <b>{ $name }</b>.
login-speaks-up = From now on I speak up here when traffic runs low, spikes or is about to expire unused. { $command } changes that.
login-replaced = Another token was connected as { $name } until now; it is no longer used. To keep both accounts, connect this one under a name of its own, too.
login-cookie = A cookie shows /balance only. For /records, connect with a token.
login-name-unusable = That name can’t be used, so I called it { $name }. A name is one word of up to 24 letters, digits, dots, dashes or underscores.
login-erased = <i>I deleted your message with the token.</i>
login-not-erased = ⚠️ <b>I could not delete your message with the token. Please delete it yourself now.</b>
login-refused = BytesFlows does not accept this token, so I kept nothing. Check that it is copied whole and has not expired, then send it again.
login-not-proved = I could not try your token, so I kept nothing. Please send it again in a minute.
login-unexpected = That looked like a token, so I deleted your message and did not use it. To connect an account, press the button, then send it again.
login-unexpected-not-erased = ⚠️ <b>That looks like a token, and I could not delete it. Please delete it yourself now.</b> I did not use it.
no-credential = I deleted that message to be safe, but I see no token in it. Send only the token, or a line like <code>Authorization: Bearer …</code>.
no-credential-visible = I see no token in that message. Send only the token, or a line like <code>Authorization: Bearer …</code>.
too-many-accounts = This chat has { $most } accounts already, the most I keep. Disconnect one with /logout, then connect this one.
no-account = No account is connected here yet. Connect one to see its traffic.
unknown-account = There is no account “{ $name }” here. Connected: { $known }.
unknown-account-unnamed = There is no such account here. Connected: { $known }.
unknown-filter = I know no filter or account “{ $name }”. Connected: { $known }. For example: <code>{ $example }</code>
overview-only = <b>{ $name }</b> is connected with a cookie, which shows /balance only. Connect it with a token to see this.
accounts-locked = 🔒 The key that encrypted the tokens of { $names } is missing here, so I can’t open them. Please connect these accounts again. Nothing was deleted.
account-locked = 🔒 The key that encrypted the token of <b>{ $name }</b> is missing here, so I can’t open it. Please connect the account again. Nothing was deleted.

## Groups: who may do what
admins-only = Only this group’s admins can do that.
admins-only-named = Only this group’s admins can do that: { $names }.
admins-only-there = Only admins of <b>{ $title }</b> can do that.
who-are-you = You write as the group, so I can’t see who you are. Press the button: I check that you are an admin, and nobody else learns it.
rights-unknown = I couldn’t find out from Telegram who the admins of that group are. Please try again in a minute; if it goes on, check that I am still in the group.
addressed = { $person }:
secret-in-group = ⚠️ <b>Never paste a token into a group.</b> I deleted the message and did not use the token, but others may have seen it. Revoke it at bytesflows.com now, then connect with a new one in a private chat with me.
secret-in-group-visible = ⚠️ <b>Never paste a token into a group. I can’t delete your message: please delete it yourself now.</b> I did not use the token, but others may have seen it. Revoke it at bytesflows.com, then connect with a new one in a private chat with me.

## Groups: connecting
login-privately = Connect an account without anybody reading along: press the button, and we go on in your private chat. The link is for you alone and works once, within { $wait }.
login-for-group = Send me the BytesFlows token for the group <b>{ $title }</b> in your next message.
login-for-group-again = Send me the BytesFlows token for <b>{ $name }</b> in the group <b>{ $title }</b> in your next message.
login-or-share = Or share an account that is connected here, with the buttons below.
login-done-there = ✅ <b>{ $name }</b> is connected in <b>{ $title }</b>. The group hears of it, but never sees the token.
login-renewed-in-groups = { $count ->
        [one] It is renewed in the group you shared it with, too.
       *[other] It is renewed in the { $count } groups you shared it with, too.
    }
share-revocable = You can take it back at any time under /accounts.
not-shared = So <b>{ $name }</b> was not shared.
code-expired = This link has been used or has expired. Ask for a new one with /login in the group, or under /accounts in your private chat with me.
code-of-another = This link was made for somebody else. An admin of the group gets one of their own there with /login.
group-connected = ✅ { $who } connected the account <b>{ $name }</b>. Everybody here can ask for it now.
group-connected-by-admin = ✅ An admin connected the account <b>{ $name }</b>. Everybody here can ask for it now.
group-disconnected = The account <b>{ $name }</b> was disconnected by whoever had connected it. Its token and history are deleted here.
group-disconnected-kept = The account <b>{ $name }</b> was disconnected by whoever had connected it. Its token is deleted here; its history is kept.
group-renewed = 🔄 The account <b>{ $name }</b> was connected again with another token.

## Accounts
accounts-title = <b>Accounts</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · default
account-since = Connected { $date }
account-refused = ⚠️ BytesFlows no longer accepts its token. Connect it again.
account-is-locked = 🔒 The key that encrypted its token is missing. Connect it again.
account-by-cookie = Connected with a cookie: /balance only
account-shared-with = Shared with { $groups }
and-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
account-rename = To rename <b>{ $name }</b>, send for example
    <code>{ $example }</code>
account-share = Share <b>{ $name }</b> with a group: choose one where you are an admin. If I am not there yet, I join it. The group sees the account’s traffic, never its token. The link works once, within { $wait }.
accounts-used-title = <b>Your accounts in groups</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = None of your accounts is connected in a group.
account-revoke-sure = Disconnect <b>{ $name }</b> in <b>{ $title }</b>? Its token and its history are deleted there, and the group is told.
account-revoked = <b>{ $name }</b> is disconnected in <b>{ $title }</b>.
name-taken = The name “{ $name }” is taken here, perhaps by the history of a disconnected account. Please choose another.
not-a-name = A name is one word of up to 24 letters, digits, dots, dashes or underscores, and no number. For example: crawler

## Settings
settings-title = <b>Settings</b>
settings-title-group = <b>Settings of this group</b>
settings-language = 🌐 Language: <b>{ $language }</b>
settings-zone = 🕒 Time zone: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Time zone: not chosen, so UTC
settings-quiet = 🌙 Quiet hours: <b>{ $begin } to { $end }</b>
settings-quiet-off = 🌙 Quiet hours: off
settings-money-shown = 💰 Money: shown in this group
settings-money-hidden = 💰 Money: hidden in this group
settings-history-kept = 🗂 If I am removed: tokens are deleted, history is kept
settings-history-deleted = 🗂 If I am removed: tokens and history are deleted
settings-choose-language = Which language should I speak here?
settings-choose-zone = In which time zone do you live? Now: <b>{ $city }</b>. If yours is not below, send your city, for example
    <code>{ $example }</code>
settings-which-zone = Which one do you mean?
settings-choose-quiet = In these hours I say nothing by myself unless it is urgent. Choose, or send your own, for example
    <code>{ $example }</code>
unknown-zone = I know no such city or time zone. Try the next larger city, or a name such as Europe/Berlin.
settings-delete = <b>Delete everything about this chat?</b> { $count ->
        [0] Its settings are gone at once, for good.
        [one] Its settings and its account, with token and history, are gone at once, for good.
       *[other] Its settings and its { $count } accounts, with tokens and histories, are gone at once, for good.
    }
settings-delete-group = <b>Delete everything about this group?</b> { $count ->
        [0] Its settings are gone at once, for good.
        [one] Its settings and its account, with token and history, are gone at once, for good.
       *[other] Its settings and its { $count } accounts, with tokens and histories, are gone at once, for good.
    }
settings-delete-shared = { $count ->
        [one] The account you shared with a group is disconnected there, too.
       *[other] The { $count } accounts you shared with groups are disconnected there, too.
    }
settings-deleted = Everything about this chat is deleted. /start begins anew.

## Disconnecting
logout-which = Which account should I disconnect?
logout-sure = Disconnect <b>{ $name }</b>? Its token is deleted. You choose whether its history goes too.
logout-sure-all = Disconnect all { $count } accounts? Their tokens are deleted. You choose whether their histories go too.
logout-shared = { $count ->
        [one] It is shared with a group and is disconnected there, too.
       *[other] They are shared { $count } times with groups and are disconnected there, too.
    }
logout-done = <b>{ $name }</b> is disconnected. Its token and its history are deleted.
logout-done-kept = <b>{ $name }</b> is disconnected. Its token is deleted; its history comes back when you connect it again under this name.
logout-done-all = All { $count } accounts are disconnected. Their tokens and histories are deleted.
logout-done-all-kept = All { $count } accounts are disconnected. Their tokens are deleted; their histories come back when you connect them again under the same names.
logout-done-already = That is disconnected already.
logout-cancelled = Nothing was disconnected.

## Trouble with the vendor
vendor-unreachable = BytesFlows is not answering right now.
vendor-busy = BytesFlows wants a pause. Please try again in a minute.
vendor-busy-until = BytesFlows wants a pause. Please try again in { $wait }.
vendor-broken = BytesFlows has a problem on its side right now.
vendor-refused = BytesFlows declined to answer this.
vendor-unreadable = BytesFlows answered with something I can’t read. This may pass; please try again in a while.
token-refused = BytesFlows no longer accepts the token of <b>{ $name }</b>. It has expired or was revoked. Please connect again with a new one.
last-good = Last good figures: <b>{ $available }</b> available of { $total }, { $at }.

## The picture of /usage: short, plain, no tags
chart-average = Average { $size }
chart-today = Today so far
chart-unknown = No data
chart-size = { $size }
chart-day = { $day }

## Buttons and notices
button-connect = 🔑 Connect account
button-connect-again = 🔑 Connect again
button-connect-privately = 🔒 Connect privately
button-it-is-me = It’s me
button-open-private = 💬 Open private chat
button-send-me = 📄 Send it to me
button-use-account = Share { $name }
button-add-account = ➕ Add account
button-accounts = 👤 Accounts
button-used = In groups ({ $count })
button-make-default = Make default
button-rename = Rename
button-share = Share with a group
button-choose-group = Choose a group
button-disconnect-account = Disconnect
button-revoke = { $title } · { $name }
button-revoke-yes = Disconnect there
button-back = ◀ Back
button-language = 🌐 Language
button-language-named = { $name }
button-language-auto = As in my Telegram
button-language-auto-group = As chosen when I was added
button-zone = 🕒 Time zone
button-city = { $city }
button-quiet = 🌙 Quiet hours
button-quiet-hours = { $begin } – { $end }
button-quiet-off = No quiet hours
button-money-show = 💰 Show money
button-money-hide = 💰 Hide money
button-history-keep = 🗂 Keep history if I am removed
button-history-delete = 🗂 Delete history if I am removed
button-delete-all = Delete everything
button-delete-all-yes = Delete for good
button-cancel = Cancel
button-help = What can you do?
button-balance = 📊 Balance
button-records = 🧾 Records
button-usage = 📈 Usage
button-days = { $days }d
button-csv = CSV
button-daily = ⏰ Daily summary
button-daily-at = { $time }
button-daily-off = Switch off
button-daily-now = Show it now
button-picture-on = 🖼 With a picture
button-picture-off = 🖼 Without a picture
button-alerts = 🔔 Alerts
button-low-alert = 🪫 Low traffic
button-days-alert = ⏳ Running out
button-spike-alert = 📈 Spike
button-expiry-alert = 📦 Expiring
button-balance-alert = 💰 Balance
button-trouble-alert = ⚠️ Trouble
button-alerts-on = 🔔 Switch on
button-alerts-off = 🔕 Switch all off
button-alerts-here = 📍 Send them here
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = On
button-alerts-never = Off
button-snooze = 💤 2 hours
button-snooze-tomorrow = 💤 Until tomorrow
button-wake = 🔔 Stop snoozing
button-mine = 🙋 It’s mine
button-refresh = 🔄 Refresh
button-try-again = 🔄 Try again
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = All
button-order = Orders
button-sign = Check-ins
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = All accounts
button-disconnect = Disconnect and delete history
button-disconnect-keep = Disconnect, keep history
notice-expired = This button is too old. Please send the command again.
notice-hasty = That was very quick. Press again if you mean it.
notice-admins-only = Only this group’s admins can do that.
notice-too-many = That is a lot at once. Please give me a minute.
