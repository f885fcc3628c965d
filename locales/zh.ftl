# 简体中文

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
    还剩多少、买过什么、什么快到期，一问便知。
    令牌一收到就加密保存，不会再显示。
start-first = 先连接账户吧，一分钟就好。
start-connected = 已连接。想看什么？
help = <b>我能做什么</b>
help-traffic = <b>流量</b>
help-accounts = <b>账户</b>
help-bot = <b>关于机器人</b>
help-line = /{ $command } – { $about }
help-safety = 含令牌的消息我会立刻删除；/logout 会删除已保存的令牌。
about-balance = 剩余流量和即将到期的套餐
about-records = 购买记录和签到奖励
about-login = 连接 BytesFlows 账户
about-logout = 断开账户
about-start = 欢迎页
about-help = 全部命令
not-a-command = 我只能识别命令。试试 /balance，或用 /help 查看全部。
unknown-command = 我不认识 <code>{ $command }</code>。发送 /help 看看我能做什么。
misused = 这里不能用“{ $argument }”。示例：<code>{ $example }</code>
misused-unnamed = 这里不能这样用。示例：<code>{ $example }</code>
private-only = 目前我只在私聊中工作。请打开与我的私聊并发送 /start。
private-only-secret = 千万不要把令牌发到群里。请立即到 BytesFlows 吊销它，然后在私聊中用新令牌连接。
bug = 抱歉，我这边出了点问题，已记录下来，请稍后再试。

## 概览
balance-title = <b>流量</b>
balance-title-named = <b>流量</b> · { $name }
balance-available = 可用 <b>{ $available }</b> / 共 { $total }
balance-used = { $bar } 已用 { $share }（{ $used }）
balance-empty = 这个账户还没有流量。可到 bytesflows.com 购买或签到。
balance-contradiction = ⚠️ 可用流量比总量还多。BytesFlows 就是这样返回的，所以无法得知用了多少。
balance-available-only = 可用 <b>{ $size }</b>。BytesFlows 没有给出总量。
balance-total-only = 总量 <b>{ $size }</b>。BytesFlows 没有给出剩余流量。
balance-no-figures = ⚠️ BytesFlows 返回的流量数据不合理，无法显示。
balance-money = 💰 余额：{ $money }
lasts = ⏳ 按{ $days ->
        [1] 最近 1 天
       *[other] 最近 { $days } 天
    }的速度（每天 { $speed }），大约还能用 <b>{ $left }</b>，到 { $until }
lasts-long = ⏳ 按{ $days ->
        [1] 最近 1 天
       *[other] 最近 { $days } 天
    }的速度（每天 { $speed }），还能用 <b>{ $years } 年</b>以上
lasts-unknown = ⏳ 还能用多久：约一天后可估算。
lasts-idle = ⏳ 还能用多久：最近 { $days } 天没有看到流量消耗。
lasts-nothing = ⛔ <b>流量已用完。</b>可到 bytesflows.com 购买。
expires-next = 📦 最先到期：<b>{ $size }</b>，{ $left }后（{ $date }）
expires-next-unknown = 📦 下一个套餐 { $left }后到期（{ $date }）
expires-unseen = 📦 最先到期：未能查看全部记录，无法判断。
as-of = <i>更新：{ $at }</i>

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

## 连接
login-ask = 请在下一条消息中发送你的 BytesFlows 令牌。
login-again = 请在下一条消息中发送 <b>{ $name }</b> 的 BytesFlows 令牌。
login-where = <b>在哪里找：</b>登录 bytesflows.com，在控制台复制 API 令牌。也可以粘贴 <code>Authorization</code> 请求头；<code>Cookie</code> 请求头只能查看 /balance。
login-safety = 我会立刻删除你的消息，验证令牌后加密保存。请在 { $wait }内发送。
login-cancelled = 已取消。
login-nothing-to-cancel = 没有可取消的操作。
login-done = ✅ 已连接，名称为 <b>{ $name }</b>。
login-cookie = Cookie 只能查看 /balance。要用 /records，请用令牌连接。
login-name-unusable = 这个名称不能用，已改用 { $name }。名称须为一个词，最多 24 个字符，可用文字、数字、点、横线和下划线。
login-erased = <i>带有令牌的消息已删除。</i>
login-not-erased = ⚠️ <b>我没能删除带有令牌的消息，请立即自行删除。</b>
login-refused = BytesFlows 不接受这个令牌，我没有保留任何内容。请确认复制完整且没有过期，然后重新发送。
login-not-proved = 暂时无法验证令牌，我没有保留任何内容。请一分钟后重新发送。
login-unexpected = 这看起来像令牌，所以我删除了那条消息，没有使用它。要连接账户，请先点按钮，再重新发送。
login-unexpected-not-erased = ⚠️ <b>这看起来像令牌，但我没能删除它。请立即自行删除。</b>我没有使用它。
no-credential = 为安全起见，我删除了那条消息，但没有在其中看到令牌。请只发送令牌，或类似 <code>Authorization: Bearer …</code> 的一行。
no-credential-visible = 那条消息里没有看到令牌。请只发送令牌，或类似 <code>Authorization: Bearer …</code> 的一行。
too-many-accounts = 这个聊天已有 { $most } 个账户，达到上限。请先用 /logout 断开一个，再连接这个。
no-account = 这里还没有连接账户。连接后即可查看流量。
unknown-account = 这里没有名为“{ $name }”的账户。已连接：{ $known }。
unknown-account-unnamed = 这里没有这个账户。已连接：{ $known }。
unknown-filter = 没有名为“{ $name }”的筛选或账户。已连接：{ $known }。示例：<code>{ $example }</code>
overview-only = <b>{ $name }</b> 是用 Cookie 连接的，只能查看 /balance。改用令牌连接后即可查看。
accounts-locked = 🔒 加密 { $names } 令牌的密钥在这里找不到，无法打开。请重新连接这些账户。没有删除任何数据。
account-locked = 🔒 加密 <b>{ $name }</b> 令牌的密钥在这里找不到，无法打开。请重新连接账户。没有删除任何数据。

## 断开
logout-which = 要断开哪个账户？
logout-sure = 要断开“<b>{ $name }</b>”吗？令牌会被删除，历史数据可以保留。
logout-sure-all = 要断开全部 { $count } 个账户吗？令牌会被删除，历史数据可以保留。
logout-done = <b>{ $name }</b> 已断开，令牌和历史数据已删除。
logout-done-kept = <b>{ $name }</b> 已断开，令牌已删除；以同名重新连接后，历史数据会恢复。
logout-done-all = 全部 { $count } 个账户已断开，令牌和历史数据已删除。
logout-done-all-kept = 全部 { $count } 个账户已断开，令牌已删除；以同名重新连接后，历史数据会恢复。
logout-done-already = 已经断开了。
logout-cancelled = 没有断开任何账户。

## 服务商故障
vendor-unreachable = BytesFlows 暂时没有响应。
vendor-busy = BytesFlows 要求稍候，请一分钟后再试。
vendor-busy-until = BytesFlows 要求稍候，请在 { $wait }后再试。
vendor-broken = BytesFlows 那边暂时出了问题。
vendor-refused = BytesFlows 拒绝回答这个查询。
vendor-unreadable = BytesFlows 返回了我读不懂的内容。可能只是暂时的，请稍后再试。
token-refused = BytesFlows 不再接受 <b>{ $name }</b> 的令牌，它已过期或被吊销。请用新令牌重新连接。
last-good = 最近一次有效数据：可用 <b>{ $available }</b>，共 { $total }，{ $at }。

## 按钮与提示
button-connect = 🔑 连接账户
button-connect-again = 🔑 重新连接
button-cancel = 取消
button-help = 你能做什么？
button-balance = 📊 流量
button-records = 🧾 记录
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
button-disconnect = 断开并删除历史
button-disconnect-keep = 断开，保留历史
notice-expired = 这个按钮已失效，请重新发送命令。
notice-hasty = 按得太快了。确定的话请再按一次。
