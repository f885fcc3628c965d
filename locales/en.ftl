# English: the source of every other language. Values arrive formatted and escaped; tags are Telegram's HTML.

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
help = <b>What I can do</b>
help-traffic = <b>Traffic</b>
help-accounts = <b>Your account</b>
help-bot = <b>This bot</b>
help-line = /{ $command } – { $about }
help-safety = I delete messages with a token at once; /logout deletes the stored token too.
about-balance = what is left, and what expires next
about-records = purchases and check-in rewards
about-login = connect a BytesFlows account
about-logout = disconnect an account
about-start = the welcome
about-help = all commands
not-a-command = I only understand commands. Try /balance, or /help for all of them.
unknown-command = I don’t know <code>{ $command }</code>. /help shows what I can do.
misused = I can’t use “{ $argument }” there. For example: <code>{ $example }</code>
misused-unnamed = I can’t use that there. For example: <code>{ $example }</code>
private-only = For now I work in private chats only. Open a chat with me and send /start there.
private-only-secret = Never paste a token into a group. Revoke it at BytesFlows now, then connect with a new one in a private chat with me.
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

## Connecting
login-ask = Send me your BytesFlows token in your next message.
login-again = Send me the BytesFlows token for <b>{ $name }</b> in your next message.
login-where = <b>Where to find it:</b> sign in at bytesflows.com and copy the API token from the dashboard. A copied <code>Authorization</code> header works too; a <code>Cookie</code> header shows /balance only.
login-safety = I delete your message at once, test the token and store it encrypted. I wait for { $wait }.
login-cancelled = Cancelled.
login-nothing-to-cancel = There is nothing to cancel.
login-done = ✅ Connected as <b>{ $name }</b>.
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

## Disconnecting
logout-which = Which account should I disconnect?
logout-sure = Disconnect <b>{ $name }</b>? Its token is deleted. You choose whether its history goes too.
logout-sure-all = Disconnect all { $count } accounts? Their tokens are deleted. You choose whether their histories go too.
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

## Buttons and notices
button-connect = 🔑 Connect account
button-connect-again = 🔑 Connect again
button-cancel = Cancel
button-help = What can you do?
button-balance = 📊 Balance
button-records = 🧾 Records
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
