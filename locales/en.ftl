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
    <b>Your BytesFlows traffic, where your team talks.</b>
    I tell you how much is left, where it went and what expires next.
    Your token is sealed when it arrives and never shown again.
start-first = Connect your account first. It takes a minute.
start-connected = Your account is connected. What would you like to see?
help = <b>What I can do</b>
help-traffic = <b>Traffic</b>
help-accounts = <b>Your account</b>
help-bot = <b>This bot</b>
help-line = /{ $command } – { $about }
help-safety = I delete the message with your token at once. /logout deletes the sealed token as well.
about-balance = what is left, and what expires next
about-records = purchases and check-in rewards
about-login = connect a BytesFlows account
about-logout = disconnect an account
about-start = the welcome
about-help = this list
not-a-command = I understand commands only. /balance shows what is left; /help shows the rest.
unknown-command = I don’t know <code>{ $command }</code>. /help shows what I can do.
misused = I can’t use “{ $argument }” there. For example: <code>{ $example }</code>
misused-unnamed = I can’t use that there. For example: <code>{ $example }</code>
private-only = For now I work in private chats only. Open a chat with me and send /start there.
private-only-secret = Never paste a token into a group. Revoke it at BytesFlows now, then connect with a new one in a private chat with me.
bug = Sorry, something went wrong on my side. It is noted; please try again in a moment.

## The overview
balance-title = <b>Traffic</b>
balance-title-named = <b>Traffic</b> · { $name }
balance-available = <b>{ $available }</b> available of { $total }
balance-used =
    { $bar } { $share } used
    { $used } used so far
balance-empty = There is no traffic on this account yet.
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
lasts-unknown = ⏳ How long it lasts: I can say after about a day of readings.
lasts-idle = ⏳ How long it lasts: no traffic used in the { $days ->
        [one] last day
       *[other] last { $days } days
    } that I saw.
lasts-nothing = ⛔ <b>No traffic is left.</b>
expires-next = 📦 Expires next: <b>{ $size }</b> in { $left } ({ $date })
expires-next-unknown = 📦 The next package expires in { $left } ({ $date })
as-of = <i>Updated { $at }</i>

## Records
records-title-all = <b>Purchases and check-ins</b>
records-title-all-named = <b>Purchases and check-ins</b> · { $name }
records-title-order = <b>Purchases</b>
records-title-order-named = <b>Purchases</b> · { $name }
records-title-sign = <b>Check-in rewards</b>
records-title-sign-named = <b>Check-in rewards</b> · { $name }
records-none = Nothing here yet.
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
login-again = Send me a new BytesFlows token for <b>{ $name }</b> in your next message.
login-where = <b>Where it is:</b> sign in at bytesflows.com and copy the API token from your dashboard. The <code>Authorization</code> header that your browser sends there works too; a <code>Cookie</code> header does as well, but shows the overview only.
login-safety = I delete your message at once, try the token, and keep it sealed. I wait for { $wait }.
login-cancelled = Cancelled. Nothing was kept.
login-nothing-to-cancel = There is nothing to cancel.
login-done = ✅ <b>{ $name }</b> is connected.
login-cookie = This is a cookie, so I can show the overview only. For purchases and check-ins connect with a token.
login-name-unusable = I named it { $name }: a name is one word of up to 24 letters, digits, dots or dashes.
login-erased = <i>I deleted your message with the token.</i>
login-not-erased = ⚠️ <b>I could not delete your message with the token. Please delete it yourself now.</b>
login-refused = BytesFlows does not accept this token, so I kept nothing. Check that it is copied whole and has not expired, then send it again.
login-not-proved = I could not try your token, so I kept nothing. Please send it again in a minute.
login-unexpected = That looked like a token, so I deleted it and did not use it. To connect an account, press the button first.
login-unexpected-not-erased = ⚠️ <b>That looks like a token, and I could not delete it. Please delete it yourself now.</b> I did not use it.
no-credential = I see no token in that. Send just the token, a line like <code>Authorization: Bearer …</code>, or <code>Cookie: …</code>.
too-many-accounts = This chat has { $most } accounts already, the most I keep. Disconnect one with /logout first.
no-account = No account is connected here yet. Connect one to see its traffic.
unknown-account = There is no account “{ $name }” here. Connected: { $known }.
unknown-account-unnamed = There is no such account here. Connected: { $known }.
overview-only = This account is connected by a cookie, which shows the overview only. Connect it with a token to see more.
account-locked = 🔒 The key that sealed the token of <b>{ $name }</b> is missing here, so I can’t open it. Please connect the account again. Nothing was deleted.

## Disconnecting
logout-which = Which account should I disconnect?
logout-sure = Disconnect <b>{ $name }</b>? I delete its sealed token, and the history I gathered for it unless you keep that.
logout-sure-all = Disconnect all { $count } accounts? I delete their sealed tokens, and the history I gathered for them unless you keep that.
logout-done = <b>{ $name }</b> is disconnected. Its token and its history are deleted.
logout-done-kept = <b>{ $name }</b> is disconnected. Its token is deleted; its history comes back when you connect it again under this name.
logout-done-all = All { $count } accounts are disconnected. Their tokens and histories are deleted.
logout-done-all-kept = All { $count } accounts are disconnected. Their tokens are deleted; their histories come back when you connect them again under the same names.
logout-cancelled = Nothing was disconnected.

## Trouble with the vendor
vendor-unreachable = BytesFlows is not answering right now.
vendor-busy = BytesFlows asks to be asked less often. Please wait a minute.
vendor-busy-until = BytesFlows asks to be asked less often. Please try again in { $wait }.
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
