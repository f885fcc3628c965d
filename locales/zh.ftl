# 简体中文

language-name = 简体中文

## 第一条消息之前看到的介绍：不能有标签
bot-description =
    BytesFlows 流量还剩多少、用在了哪里、还能用多久：在 Telegram 里一问便知，私聊或团队群组都行。

    令牌一收到就加密保存，并从聊天中删除，不会再显示。
bot-short-description = 在 Telegram 里查看团队的 BytesFlows 流量：还剩多少、能用多久、什么最先到期。

## 流量单位：1 GB = 1024³ 字节
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## 欢迎与帮助
start =
    <b>在 Telegram 里查看 BytesFlows 流量。</b>
    还剩多少、买过什么、什么最先到期，一问便知。
    令牌一收到就加密保存，不会再显示。
start-first = 先绑定账户吧，一分钟就好。
start-connected = 账户已绑定。想看什么？
group-start =
    <b>在群里查看团队的 BytesFlows 流量。</b>
    还剩多少、买过什么、什么最先到期，人人都可以问。
    只有本群管理员可以绑定账户、更改设置。
group-start-first = 请管理员先绑定账户。令牌只在与我的私聊中发送，千万不要发在这里。
group-start-connected = 账户已绑定。想看什么？
help = <b>我能做什么</b>
help-group = <b>我在这里能帮你做什么</b>
help-traffic = <b>流量</b>
help-itself = <b>主动消息</b>
help-accounts = <b>账户</b>
help-bot = <b>关于机器人</b>
help-line = { $command } – { $about }
help-group-roles = 群里的人都可以查看，只有管理员可以更改。
help-safety = 含令牌的消息我会立刻删除；/logout 也会删除已保存的令牌。
about-balance = 剩余流量和最先到期的套餐
about-records = 购买记录和签到奖励
about-usage = 每天的用量，以及剩余流量能用多久
about-export = 把用量或记录导出成表格文件
about-daily = 每天定时发送摘要
about-alerts = 我会主动提醒什么
about-pin = 实时卡片：显示剩余流量，自动更新
about-accounts = 这里绑定的账户
about-login = 绑定 BytesFlows 账户
about-logout = 解绑账户
about-settings = 语言、时区、免打扰等
about-start = 欢迎页
about-help = 全部命令
not-a-command = 我只能识别命令。试试 /balance，或用 /help 查看全部。
unknown-command = 我不认识 <code>{ $command }</code>。发送 /help 看看我能做什么。
misused = 这里不能用“{ $argument }”。示例：<code>{ $example }</code>
misused-unnamed = 这里不能这样用。示例：<code>{ $example }</code>
private-only = 这只与你个人有关，请在与我的私聊中操作。
group-only = 这项设置只用于群组，私聊中无需选择。
too-many-commands = 一下子太多了，请给我一分钟。这期间我不会在这里回复。
unwritable = 我无法在 <b>{ $title }</b> 中回复你：话题已关闭，或者群组不允许我发消息。管理员可以更改。
answer-in-doubt = 回复时我的连接中断了。如果上面没有看到回答，请再问一次。
bug = 抱歉，我这边出了点问题，已记录下来，请稍后再试。

## 概览
balance-title = <b>流量</b>
balance-title-named = <b>流量</b> · { $name }
balance-available = 可用 <b>{ $available }</b> / 共 { $total }
balance-used = { $bar } 已用 { $share }（{ $used }）
balance-empty = 这个账户还没有流量。可到 bytesflows.com 购买或签到。
balance-contradiction = ⚠️ 可用流量比总量还多。BytesFlows 就是这样返回的，所以不知道用了多少。
balance-available-only = 可用 <b>{ $size }</b>。BytesFlows 没有给出总量。
balance-total-only = 总量 <b>{ $size }</b>。BytesFlows 没有给出剩余流量。
balance-no-figures = ⚠️ BytesFlows 返回的流量数据不合理，无法显示。
balance-money = 💰 余额：{ $money }
lasts = ⏳ 按最近 { $days } 天的速度（每天 { $speed }），大约还能用 <b>{ $left }</b>，到 { $until }
lasts-long = ⏳ 按最近 { $days } 天的速度（每天 { $speed }），还能用 <b>{ $years } 年</b>以上
lasts-unknown = ⏳ 还能用多久：约一天后可估算。
lasts-idle = ⏳ 还能用多久：最近 { $days } 天没有看到流量消耗。
lasts-nothing = ⛔ <b>流量已用完。</b>可到 bytesflows.com 购买。
expires-next = 📦 最先到期：<b>{ $size }</b>，{ $left }后（{ $date }）
expires-next-unknown = 📦 下一个套餐 { $left }后到期（{ $date }）
expires-unseen = 📦 最先到期：没能看完全部记录，无法判断。
as-of = <i>更新：{ $at }</i>

## Usage and forecast
usage-title = <b>流量使用</b> · { $days } 天
usage-title-named = <b>流量使用</b> · { $days } 天 · { $name }
usage-total = 共 <b>{ $total }</b>，平均每天 { $average }
usage-sum = 共 <b>{ $total }</b>
usage-busiest = 用得最多：{ $date }，{ $size }
usage-since = <i>我从 { $date } 开始记录。</i>
usage-none = 记录时间还太短，无法说明用量。我大约每小时查看一次，请两小时后再来。
lasts-expires = ⏳ 按目前每天 { $speed } 的用量，到 { $date } 全部过期前用不完
lasts-range = { $high ->
       *[other] ⏳ 大约还能用 <b>{ $low } 到 { $high } 天</b>，到 { $begin } 至 { $end } 之间
    }
loss = 📦 按目前用量，<b>{ $size }</b> 将在 { $date } 未用完就过期。
loss-more = 📦 之后还有 { $size } 会过期。
loss-saved = 每天用 { $speed } 才能全部用完。

## The daily summary
daily-on = ⏰ 每日摘要：每天 <b>{ $time }</b>（{ $city }）
daily-off = ⏰ 每日摘要：<b>关闭</b>
daily-explained = 摘要会说明自上次以来用了多少、还剩多少、能用多久、什么将过期。希望几点收到？请选择，或直接发送时间，例如 <code>{ $example }</code>
daily-which-zone = { $time } 是哪个时区的时间？
daily-title = <b>每日摘要</b>
daily-used = 最近 { $span }用了 <b>{ $size }</b>
daily-above = ▲ 比平时每天 { $speed } 多 { $share }
daily-below = ▼ 比平时每天 { $speed } 少 { $share }
daily-usual = 与平时每天 { $speed } 差不多
daily-untold = 最近 { $span }的用量无法确定。
daily-quiet = 最近 { $span }没有使用流量。可用 <b>{ $available }</b>，共 { $total }。
daily-bought = 🛒 购买：{ $size }
daily-checked-in = 🎁 签到：{ $size }
daily-received = 📦 获得：{ $size }
daily-expired = ⌛ 未用完过期：{ $size }

## 主动提醒
alerts-title = 🔔 <b>提醒</b>
alerts-explained = 我大约每小时查看一次，每种情况只提醒一次，明显恶化时才再次提醒。点按即可更改。
alerts-off = 🔕 <b>提醒已关闭。</b>
alerts-off-explained = 流量不足、突增或即将过期时，我不会主动发消息。
alerts-low = 🪫 流量不足：低于 <b>{ $least }</b>
alerts-low-off = 🪫 流量不足：关闭
alerts-days = ⏳ 即将用完：不足 <b>{ $span }</b>
alerts-days-off = ⏳ 即将用完：关闭
alerts-spike = 📈 突增：平时每小时的 <b>{ $times } 倍</b>
alerts-spike-off = 📈 突增：关闭
alerts-expiry = 📦 未用完就过期：提前 <b>{ $span }</b>
alerts-expiry-off = 📦 未用完就过期：关闭
alerts-balance = 💰 余额：低于 <b>{ $least }</b>
alerts-balance-off = 💰 余额：关闭
alerts-trouble = ⚠️ 令牌失效或数据异常：<b>开启</b>
alerts-trouble-off = ⚠️ 令牌失效或数据异常：关闭
alerts-choose = 请选择，或直接发送你的数值，例如 <code>{ $example }</code>
alerts-elsewhere = 提醒会发到本群的另一个话题。
alert-low = 🪫 { $total } 中只剩 <b>{ $available }</b>（{ $share }）
alert-days = ⏳ 按目前用量，大约还能用 <b>{ $left }</b>（每天 { $speed }）
alert-spike = 📈 最近一小时用了 <b>{ $used }</b>，平时是 { $usual }。
alert-spike-first = 📈 最近一小时用了 <b>{ $used }</b>，平时几乎没有用量。
alert-spike-left = 照这样下去，大约 <b>{ $left }</b>后就会用完。
alert-last-day = 📦 <b>{ $size }</b> 尚未用完，即将过期：{ $at }
alert-balance = 💰 余额只剩 <b>{ $money }</b>。
alert-refused = 🔑 <b>BytesFlows 不再接受 { $name } 的令牌。</b>重新绑定之前，我看不到用量。
alert-contradiction = ⚠️ BytesFlows 的数据异常：总量 { $total }，可用却有 { $available }。我不会用它计算。
alert-backwards = ⚠️ BytesFlows 的数据异常：没有购买，却有 { $size } 已用流量又变为可用。我不会把它计入。
alert-snoozed = 💤 已暂停提醒，下次提醒：{ $at }
alert-snoozed-by = 💤 { $who } 已暂停提醒，下次提醒：{ $at }
alert-taken = 🙋 { $who } 来处理。
alert-taken-by-somebody = 🙋 有人在处理。
alert-given-back = 现在没有人处理。
alert-awake = 🔔 已恢复提醒。
alert-over = ✅ 情况已解除，无需处理。
## 实时卡片
pin-updated = 📌 <i>实时 · 更新：{ $at }</i>
pin-expires = 📦 最先到期：<b>{ $size }</b>（{ $date }）
pin-not-seen = 还没有看到它的数据。
pin-off = 📌 实时卡片已<b>关闭</b>。发送 /pin 可新建一张。
pin-none = 📌 这里没有实时卡片。发送 /pin 可新建一张。
pin-lost = 📌 这里的实时卡片丢失了：它已被删除，或者我无法再编辑它。发送 /pin 可新建一张。
pin-may-not = 📌 我没有在这里置顶消息的权限。请授予该权限后再发送 /pin，或自行置顶这张卡片。

## 记录
records-title-all = <b>购买与签到</b>
records-title-all-named = <b>购买与签到</b> · { $name }
records-title-order = <b>购买记录</b>
records-title-order-named = <b>购买记录</b> · { $name }
records-title-sign = <b>签到奖励</b>
records-title-sign-named = <b>签到奖励</b> · { $name }
records-none = 还没有记录。
records-none-here = 这一页没有内容。
record-order = 🛒 <b>购买</b> · { $state }
record-sign = 🎁 <b>签到</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = 有效
record-expired = 已过期
record-unknown = 状态未知
record-order-id = <code>{ $order }</code>
record-used-share = 已用 <b>{ $used }</b>，共 { $quota }（{ $share }）
record-used = 已用 <b>{ $used }</b>，共 { $quota }。这两个数字互相矛盾。
record-quota = 共 { $quota }，已用量未知
record-no-figures = 没有返回流量数据。
record-created = 创建于 { $date }
record-expires = { $date }到期，还有 { $left }
record-expired-on = 已于 { $date }到期（{ $left }前）

## 文件
export-title = <b>导出表格文件</b>（CSV）
export-title-named = <b>导出表格文件</b>（CSV） · { $name }
export-usage-about = 📈 <b>用量</b>：我每两次查看之间，用了、买了、过期了多少
export-records-about = 🧾 <b>记录</b>：每一笔购买和签到
export-privately = 本群不显示金额，所以谁要文件，我就私聊发给谁。
export-usage = <b>用量</b> · { $begin } – { $end }
export-usage-named = <b>用量</b> · { $begin } – { $end } · { $name }
export-asked-in = 来自群组 <b>{ $title }</b>
export-rows = 共 { $count } 行
export-notes = <i>时间为 UTC，流量单位为字节；不清楚的留空。</i>
export-cut = ⚠️ 一个文件装不下全部，这里只有最新的行。
export-incomplete = ⚠️ 不完整：BytesFlows 没有给出全部记录，请稍后再导出一次。
export-no-records = 这个账户还没有购买或签到，暂时没有可导出的记录。可到 bytesflows.com 购买或签到。
export-sent = 📄 文件已发到你与我的私聊。
export-unheard = 本群不显示金额，文件只能私聊发送，但我还不能给你发消息。请打开与我的私聊并点“开始”，再回到这里重新导出。
export-to-whom = 你在以群组身份发言，我不知道该把文件发给谁。请点按钮：文件会发到你与我的私聊，别人不会知道你是谁。
export-can-write = 现在我可以在这里给你发消息了。请回到群里，再导出一次。

## 绑定
login-ask = 请在下一条消息中发送你的 BytesFlows 令牌。
login-again = 请在下一条消息中发送 <b>{ $name }</b> 的 BytesFlows 令牌。
login-where = <b>在哪里找：</b>登录 bytesflows.com，在控制台复制 API 令牌。也可以粘贴 <code>Authorization</code> 请求头；<code>Cookie</code> 请求头只能查看 /balance。
login-safety = 我会立刻删除你的消息，验证令牌后加密保存。请在 { $wait }内发送。
login-cancelled = 已取消。
login-nothing-to-cancel = 没有可取消的操作。
login-done = ✅ 绑定成功，名称为 <b>{ $name }</b>。
login-known = ✅ 这个令牌已在此连接，名为 <b>{ $name }</b>。
login-speaks-up = 从现在起，流量不足、突增或即将未用完就过期时，我会在这里主动提醒。可用 { $command } 更改。
login-replaced = { $name } 之前用的是另一个令牌，现已停用。如需保留两个账户，请为这个账户另取名称再连接一次。
login-cookie = Cookie 只能查看 /balance。要用 /records，请用令牌绑定。
login-name-unusable = 这个名称不能用，已改用 { $name }。名称须为一个词，最多 24 个字符，可用文字、数字、点、横线和下划线。
login-erased = <i>含令牌的消息已删除。</i>
login-not-erased = ⚠️ <b>我没能删除含令牌的消息，请立即自行删除。</b>
login-refused = BytesFlows 不接受这个令牌，我没有保留任何内容。请确认复制完整且没有过期，然后重新发送。
login-not-proved = 暂时无法验证令牌，我没有保留任何内容。请一分钟后重新发送。
login-unexpected = 这看起来像令牌，所以我删除了那条消息，没有使用它。要绑定账户，请先点按钮，再重新发送。
login-unexpected-not-erased = ⚠️ <b>这看起来像令牌，但我没能删除它。请立即自行删除。</b>我没有使用它。
no-credential = 为安全起见，我删除了那条消息，但没有在其中看到令牌。请只发送令牌，或类似 <code>Authorization: Bearer …</code> 的一行。
no-credential-visible = 那条消息里没有看到令牌。请只发送令牌，或类似 <code>Authorization: Bearer …</code> 的一行。
too-many-accounts = 这个聊天已有 { $most } 个账户，达到上限。请先用 /logout 解绑一个，再绑定这个。
no-account = 这里还没有绑定账户。绑定后即可查看流量。
unknown-account = 这里没有名为“{ $name }”的账户。已绑定：{ $known }。
unknown-account-unnamed = 这里没有这个账户。已绑定：{ $known }。
unknown-filter = 没有名为“{ $name }”的筛选条件或账户。已绑定：{ $known }。示例：<code>{ $example }</code>
overview-only = <b>{ $name }</b> 是用 Cookie 绑定的，只能查看 /balance。改用令牌绑定后即可查看。
accounts-locked = 🔒 { $names } 的令牌无法打开：这里找不到加密它们的密钥。请重新绑定这些账户。没有删除任何数据。
account-locked = 🔒 <b>{ $name }</b> 的令牌无法打开：这里找不到加密它的密钥。请重新绑定账户。没有删除任何数据。

## 群组：谁可以做什么
admins-only = 只有本群管理员才能操作。
admins-only-named = 只有本群管理员才能操作：{ $names }。
admins-only-there = 只有 <b>{ $title }</b> 的管理员才能操作。
who-are-you = 你在以群组身份发言，我看不到你是谁。请点按钮：我只确认你是不是管理员，别人不会知道。
rights-unknown = 我没能从 Telegram 查到那个群组的管理员。请一分钟后再试；如果还是不行，请确认我还在群里。
addressed = { $person }：
secret-in-group = ⚠️ <b>千万不要把令牌发到群里。</b>我删除了那条消息，没有使用令牌，但可能已经有人看到。请立即到 bytesflows.com 吊销它，然后在与我的私聊中用新令牌绑定。
secret-in-group-visible = ⚠️ <b>千万不要把令牌发到群里。我无法删除你的消息，请立即自行删除。</b>我没有使用令牌，但可能已经有人看到。请到 bytesflows.com 吊销它，然后在与我的私聊中用新令牌绑定。

## 群组：绑定
login-privately = 绑定账户不必让别人看到：点按钮，到私聊中继续。链接仅供你本人使用，{ $wait }内有效，只能用一次。
login-for-group = 请在下一条消息中发送群组 <b>{ $title }</b> 的 BytesFlows 令牌。
login-for-group-again = 请在下一条消息中发送群组 <b>{ $title }</b> 中 <b>{ $name }</b> 的 BytesFlows 令牌。
login-or-share = 也可以用下面的按钮，共享一个在这里绑定的账户。
login-done-there = ✅ <b>{ $name }</b> 已绑定到 <b>{ $title }</b>。群里会收到通知，但绝不会看到令牌。
login-renewed-in-groups = 你共享到的 { $count } 个群组也已同步更新。
share-revocable = 可以随时在 /accounts 中取消共享。
not-shared = 因此没有共享 <b>{ $name }</b>。
code-expired = 这个链接已用过或已过期。请在群里用 /login，或在与我的私聊中用 /accounts 获取新链接。
code-of-another = 这个链接是为别人生成的。群组管理员可在群组中发送 /login 获取自己的链接。
group-connected = ✅ { $who } 绑定了账户 <b>{ $name }</b>，现在大家都可以查询。
group-connected-by-admin = ✅ 管理员绑定了账户 <b>{ $name }</b>，现在大家都可以查询。
group-disconnected = 账户 <b>{ $name }</b> 已被当初绑定它的人解绑，这里的令牌和历史数据已删除。
group-disconnected-kept = 账户 <b>{ $name }</b> 已由连接者断开。其令牌已在此删除，历史记录保留。
group-renewed = 🔄 账户 <b>{ $name }</b> 已用另一个令牌重新连接。

## 账户
accounts-title = <b>账户</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · 默认
account-since = 绑定于 { $date }
account-refused = ⚠️ BytesFlows 不再接受它的令牌，请重新绑定。
account-is-locked = 🔒 找不到加密其令牌的密钥，请重新绑定。
account-by-cookie = 用 Cookie 绑定：只能查看 /balance
account-shared-with = 已共享到：{ $groups }
and-more = { $count ->
       *[other] 以及另外 { $count } 个
    }
account-rename = 要给 <b>{ $name }</b> 改名，请发送命令，例如：
    <code>{ $example }</code>
account-share = 把 <b>{ $name }</b> 共享到群组：请选一个你担任管理员的群组。如果我还不在群里，就会加入。群组能看到账户的流量，但绝不会看到令牌。链接 { $wait }内有效，只能用一次。
accounts-used-title = <b>你在群组中的账户</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = 你的账户没有绑定到任何群组。
account-revoke-sure = 要在 <b>{ $title }</b> 中解绑 <b>{ $name }</b> 吗？那里的令牌和历史数据会被删除，群里会收到通知。
account-revoked = <b>{ $name }</b> 已在 <b>{ $title }</b> 中解绑。
name-taken = 名称“{ $name }”在这里已被占用，可能属于某个已解绑账户的历史数据。请换一个。
not-a-name = 名称须为一个词，最多 24 个字符，可用文字、数字、点、横线和下划线，不能是纯数字。例如：crawler

## 设置
settings-title = <b>设置</b>
settings-title-group = <b>本群设置</b>
settings-language = 🌐 语言：<b>{ $language }</b>
settings-zone = 🕒 时区：<b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 时区：未选择，使用 UTC
settings-quiet = 🌙 免打扰：<b>{ $begin } 至 { $end }</b>
settings-quiet-off = 🌙 免打扰：关闭
settings-money-shown = 💰 金额：在本群显示
settings-money-hidden = 💰 金额：在本群隐藏
settings-history-kept = 🗂 我被移出群组时：删除令牌，保留历史
settings-history-deleted = 🗂 我被移出群组时：删除令牌和历史
settings-choose-language = 我在这里该用哪种语言？
settings-choose-zone = 你在哪个时区？当前：<b>{ $city }</b>。如果下面没有，请发送你的城市，例如：
    <code>{ $example }</code>
settings-which-zone = 你指的是哪一个？
settings-choose-quiet = 在这段时间里，除非事情紧急，我不会主动发消息。请选择，或发送自己的时段，例如：
    <code>{ $example }</code>
unknown-zone = 我不认识这个城市或时区。试试附近更大的城市，或 Europe/Berlin 这样的名称。
settings-delete = <b>要删除这个聊天的全部数据吗？</b>{ $count ->
        [0] 设置会立即永久删除。
       *[other] 设置和 { $count } 个账户，连同令牌和历史数据，会立即永久删除。
    }
settings-delete-group = <b>要删除这个群组的全部数据吗？</b>{ $count ->
        [0] 设置会立即永久删除。
       *[other] 设置和 { $count } 个账户，连同令牌和历史数据，会立即永久删除。
    }
settings-delete-shared = 你共享到群组的 { $count } 个账户也会在那里解绑。
settings-deleted = 这个聊天的全部数据已删除。发送 /start 可重新开始。

## 解绑
logout-which = 要解绑哪个账户？
logout-sure = 要解绑 <b>{ $name }</b> 吗？令牌会被删除，历史数据可以保留。
logout-sure-all = 要解绑全部 { $count } 个账户吗？令牌会被删除，历史数据可以保留。
logout-shared = 群组中的 { $count } 处共享也会一并解绑。
logout-done = <b>{ $name }</b> 已解绑，令牌和历史数据已删除。
logout-done-kept = <b>{ $name }</b> 已解绑，令牌已删除；以同名重新绑定后，历史数据会恢复。
logout-done-all = 全部 { $count } 个账户已解绑，令牌和历史数据已删除。
logout-done-all-kept = 全部 { $count } 个账户已解绑，令牌已删除；以同名重新绑定后，历史数据会恢复。
logout-done-already = 已经解绑了。
logout-cancelled = 没有解绑任何账户。

## 服务商故障
vendor-unreachable = BytesFlows 暂时没有响应。
vendor-busy = BytesFlows 要求稍候，请一分钟后再试。
vendor-busy-until = BytesFlows 要求稍候，请 { $wait }后再试。
vendor-broken = BytesFlows 那边暂时出了问题。
vendor-refused = BytesFlows 拒绝了这次查询。
vendor-unreadable = BytesFlows 返回了我读不懂的内容。可能只是暂时的，请稍后再试。
token-refused = BytesFlows 不再接受 <b>{ $name }</b> 的令牌，它已过期或被吊销。请用新令牌重新绑定。
last-good = 最近一次有效数据（{ $at }）：可用 <b>{ $available }</b>，共 { $total }。

## /usage 的图：要短，不能有标签
chart-average = 日均 { $size }
chart-today = 今日至今
chart-unknown = 无数据
chart-size = { $size }
chart-day = { $day }

## 按钮与提示
button-connect = 🔑 绑定账户
button-connect-again = 🔑 重新绑定
button-connect-privately = 🔒 到私聊中绑定
button-it-is-me = 是我
button-open-private = 💬 打开私聊
button-send-me = 📄 发给我
button-use-account = 共享 { $name }
button-add-account = ➕ 添加账户
button-accounts = 👤 账户
button-used = 群组中的账户（{ $count }）
button-make-default = 设为默认
button-rename = 改名
button-share = 共享到群组
button-choose-group = 选择群组
button-disconnect-account = 解绑
button-revoke = { $title } · { $name }
button-revoke-yes = 在群组中解绑
button-back = ◀ 返回
button-language = 🌐 语言
button-language-named = { $name }
button-language-auto = 跟随我的 Telegram
button-language-auto-group = 添加机器人时的语言
button-zone = 🕒 时区
button-city = { $city }
button-quiet = 🌙 免打扰
button-quiet-hours = { $begin } – { $end }
button-quiet-off = 关闭免打扰
button-money-show = 💰 显示金额
button-money-hide = 💰 隐藏金额
button-history-keep = 🗂 机器人被移出时保留历史
button-history-delete = 🗂 机器人被移出时删除历史
button-delete-all = 删除全部数据
button-delete-all-yes = 永久删除
button-cancel = 取消
button-help = 你能做什么？
button-balance = 📊 流量
button-records = 🧾 记录
button-usage = 📈 用量
button-days = { $days } 天
button-csv = CSV
button-daily = ⏰ 每日摘要
button-daily-at = { $time }
button-daily-off = 关闭
button-daily-now = 现在看看
button-picture-on = 🖼 附图
button-picture-off = 🖼 不附图
button-alerts = 🔔 提醒
button-low-alert = 🪫 流量不足
button-days-alert = ⏳ 即将用完
button-spike-alert = 📈 突增
button-expiry-alert = 📦 过期
button-balance-alert = 💰 余额
button-trouble-alert = ⚠️ 异常
button-alerts-on = 🔔 开启
button-alerts-off = 🔕 全部关闭
button-alerts-here = 📍 发到这里
button-alerts-choice = { $choice }
button-alerts-times = { $times } 倍
button-alerts-tell = 开启
button-alerts-never = 关闭
button-snooze = 💤 2 小时
button-snooze-tomorrow = 💤 到明天
button-wake = 🔔 恢复提醒
button-mine = 🙋 我来处理
button-refresh = 🔄 刷新
button-try-again = 🔄 重试
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = 全部
button-order = 购买
button-sign = 签到
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = 全部账户
button-disconnect = 解绑并删除历史
button-disconnect-keep = 解绑，保留历史
notice-expired = 这个按钮已失效，请重新发送命令。
notice-hasty = 按得太快了。确定的话请再按一次。
notice-admins-only = 只有本群管理员才能操作。
notice-too-many = 一下子太多了，请给我一分钟。
