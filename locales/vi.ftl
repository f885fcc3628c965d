# Tiếng Việt

language-name = Tiếng Việt

## Phần giới thiệu hiện trước tin nhắn đầu tiên: không dùng thẻ
bot-description =
    Lưu lượng BytesFlows còn bao nhiêu, đã dùng vào đâu và còn dùng được bao lâu: hỏi là có ngay trong Telegram, ở chat riêng hay trong nhóm của bạn.

    Token của bạn được mã hóa ngay khi nhận, xóa khỏi cuộc trò chuyện và không bao giờ hiển thị lại.
bot-short-description = Lưu lượng BytesFlows của nhóm bạn trên Telegram: còn bao nhiêu, dùng được bao lâu, gói nào hết hạn trước.

## Đơn vị lưu lượng: 1 GB = 1024³ byte
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Chào mừng và trợ giúp
start =
    <b>Lưu lượng BytesFlows của bạn, ngay trong Telegram.</b>
    Mình cho bạn biết còn bao nhiêu, đã mua gì và gói nào hết hạn trước.
    Token của bạn được mã hóa ngay khi nhận và không bao giờ hiển thị lại.
start-first = Trước tiên, bạn kết nối tài khoản nhé, chỉ mất một phút.
start-connected = Đã kết nối. Bạn muốn xem gì?
group-start =
    <b>Lưu lượng BytesFlows của cả nhóm, ngay tại đây.</b>
    Ai cũng có thể hỏi còn bao nhiêu, đã mua gì và gói nào hết hạn trước.
    Chỉ quản trị viên của nhóm mới có thể kết nối tài khoản và thay đổi cài đặt.
group-start-first = Trước tiên, quản trị viên cần kết nối tài khoản. Token chỉ gửi trong chat riêng với mình, đừng gửi ở đây.
group-start-connected = Đã có tài khoản được kết nối. Bạn muốn xem gì?
help = <b>Mình làm được gì</b>
help-group = <b>Mình giúp được gì ở đây</b>
help-traffic = <b>Lưu lượng</b>
help-itself = <b>Những điều mình tự báo</b>
help-accounts = <b>Tài khoản</b>
help-bot = <b>Về bot</b>
help-line = { $command } – { $about }
help-group-roles = Ai trong nhóm cũng xem được; chỉ quản trị viên mới thay đổi được.
help-safety = Mình xóa ngay mọi tin nhắn có token; /logout xóa cả token đã lưu.
about-balance = lưu lượng còn lại và gói hết hạn sớm nhất
about-records = đơn mua và thưởng điểm danh
about-usage = lưu lượng dùng mỗi ngày, và phần còn lại đủ trong bao lâu
about-export = mức dùng hoặc giao dịch dưới dạng tệp bảng tính
about-daily = bản tóm tắt mỗi ngày vào giờ bạn chọn
about-alerts = những việc mình tự báo
about-pin = thẻ trực tiếp cho biết còn bao nhiêu, luôn cập nhật tại đây
about-accounts = các tài khoản kết nối ở đây
about-login = kết nối tài khoản BytesFlows
about-logout = ngắt kết nối tài khoản
about-settings = ngôn ngữ, múi giờ, giờ yên tĩnh và các mục khác
about-start = lời chào
about-help = tất cả các lệnh
not-a-command = Mình chỉ hiểu các lệnh. Bạn thử /balance, hoặc /help để xem tất cả.
unknown-command = Mình không biết lệnh <code>{ $command }</code>. Gửi /help để xem mình làm được gì.
misused = Ở đây không dùng được “{ $argument }”. Ví dụ: <code>{ $example }</code>
misused-unnamed = Ở đây không dùng như vậy được. Ví dụ: <code>{ $example }</code>
private-only = Việc này chỉ liên quan đến riêng bạn. Bạn thực hiện trong chat riêng với mình nhé.
group-only = Mục này được chọn trong nhóm; ở cuộc trò chuyện riêng không có gì để chọn.
too-many-commands = Nhiều lệnh cùng lúc quá, cho mình một phút nhé. Trong lúc đó mình sẽ không trả lời ở đây.
unwritable = Mình không thể trả lời bạn trong <b>{ $title }</b>: chủ đề đã đóng, hoặc nhóm không cho mình gửi tin nhắn. Quản trị viên có thể thay đổi điều này.
answer-in-doubt = Kết nối của tôi bị ngắt khi đang trả lời. Nếu bạn không thấy câu trả lời ở trên, hãy hỏi lại.
bug = Xin lỗi, mình gặp trục trặc. Lỗi đã được ghi lại; bạn thử lại sau giây lát nhé.

## Tổng quan
balance-title = <b>Lưu lượng</b>
balance-title-named = <b>Lưu lượng</b> · { $name }
balance-available = Còn <b>{ $available }</b> trên tổng { $total }
balance-used = { $bar } đã dùng { $share } ({ $used })
balance-empty = Tài khoản này chưa có lưu lượng. Bạn mua gói hoặc điểm danh tại bytesflows.com nhé.
balance-contradiction = ⚠️ Phần còn lại lớn hơn cả tổng. BytesFlows gửi như vậy nên mình không biết đã dùng bao nhiêu.
balance-available-only = Còn <b>{ $size }</b>. BytesFlows không cho biết tổng là bao nhiêu.
balance-total-only = Tổng <b>{ $size }</b>. BytesFlows không cho biết còn bao nhiêu.
balance-no-figures = ⚠️ BytesFlows không gửi số liệu lưu lượng hợp lệ.
balance-money = 💰 Số dư: { $money }
lasts = ⏳ Còn dùng được khoảng <b>{ $left }</b> (đến { $until }) nếu mỗi ngày dùng { $speed } như { $days ->
        [1] ngày vừa qua
       *[other] { $days } ngày qua
    }
lasts-long = ⏳ Còn dùng được hơn <b>{ $years } năm</b> nếu mỗi ngày dùng { $speed } như { $days ->
        [1] ngày vừa qua
       *[other] { $days } ngày qua
    }
lasts-unknown = ⏳ Còn dùng được bao lâu: khoảng một ngày nữa mới ước tính được.
lasts-idle = ⏳ Còn dùng được bao lâu: chưa rõ, vì { $days ->
        [1] ngày vừa qua
       *[other] { $days } ngày qua
    } mình không thấy lưu lượng nào được dùng.
lasts-nothing = ⛔ <b>Đã hết lưu lượng.</b> Bạn có thể mua thêm tại bytesflows.com.
expires-next = 📦 Hết hạn sớm nhất: <b>{ $size }</b>, còn { $left } ({ $date })
expires-next-unknown = 📦 Gói hết hạn sớm nhất: còn { $left } ({ $date })
expires-unseen = 📦 Hết hạn sớm nhất: chưa rõ, vì mình không xem hết được các giao dịch.
as-of = <i>Cập nhật: { $at }</i>

## Usage and forecast
usage-title = <b>Lưu lượng đã dùng</b> · { $days } ngày
usage-title-named = <b>Lưu lượng đã dùng</b> · { $days } ngày · { $name }
usage-total = Tổng cộng <b>{ $total }</b>, trung bình { $average } mỗi ngày
usage-sum = Tổng cộng <b>{ $total }</b>
usage-busiest = Nhiều nhất ngày { $date }: { $size }
usage-since = <i>Tôi theo dõi từ { $date }.</i>
usage-none = Tôi chưa theo dõi tài khoản này đủ lâu để nói đã dùng bao nhiêu. Tôi xem khoảng mỗi giờ một lần; hãy quay lại sau hai giờ.
lasts-expires = ⏳ Với { $speed } mỗi ngày, sẽ không dùng hết trước khi phần cuối hết hạn vào { $date }
lasts-range = { $high ->
       *[other] ⏳ Còn dùng được khoảng <b>{ $low } đến { $high } ngày</b>, đến khoảng từ { $begin } đến { $end }
    }
loss = 📦 Với tốc độ này, <b>{ $size }</b> sẽ hết hạn mà chưa dùng vào { $date }.
loss-more = 📦 Sau đó thêm { $size } sẽ hết hạn mà chưa dùng.
loss-saved = Cần { $speed } mỗi ngày để dùng hết.

## The daily summary
daily-on = ⏰ Tóm tắt hằng ngày: mỗi ngày lúc <b>{ $time }</b> ({ $city })
daily-off = ⏰ Tóm tắt hằng ngày: <b>tắt</b>
daily-explained = Cho biết đã dùng bao nhiêu từ lần trước, còn lại bao nhiêu, dùng được bao lâu và gì sắp hết hạn. Gửi lúc mấy giờ? Hãy chọn, hoặc gửi giờ của bạn, ví dụ <code>{ $example }</code>
daily-which-zone = { $time } theo múi giờ nào?
daily-title = <b>Tóm tắt hằng ngày</b>
daily-used = Đã dùng <b>{ $size }</b> trong { $span } qua
daily-above = ▲ cao hơn { $share } so với thường lệ { $speed } mỗi ngày
daily-below = ▼ thấp hơn { $share } so với thường lệ { $speed } mỗi ngày
daily-usual = Gần như thường lệ: { $speed } mỗi ngày
daily-untold = Không thể biết đã dùng bao nhiêu trong { $span } qua.
daily-quiet = Không dùng gì trong { $span } qua. Còn <b>{ $available }</b> trong { $total }.
daily-bought = 🛒 Đã mua: { $size }
daily-checked-in = 🎁 Điểm danh: { $size }
daily-received = 📦 Nhận được: { $size }
daily-expired = ⌛ Hết hạn chưa dùng: { $size }

## Cảnh báo
alerts-title = 🔔 <b>Cảnh báo</b>
alerts-explained = Mình xem khoảng mỗi giờ một lần và báo mỗi việc một lần, chỉ báo lại khi tệ hơn rõ rệt. Bấm vào một mục để đổi.
alerts-off = 🔕 <b>Cảnh báo đang tắt.</b>
alerts-off-explained = Mình không tự nhắn khi lưu lượng sắp cạn, tăng vọt hoặc sắp hết hạn.
alerts-low = 🪫 Còn ít: dưới <b>{ $least }</b>
alerts-low-off = 🪫 Còn ít: tắt
alerts-days = ⏳ Sắp dùng hết: chưa đến <b>{ $span }</b>
alerts-days-off = ⏳ Sắp dùng hết: tắt
alerts-spike = 📈 Tăng vọt: <b>{ $times }×</b> một giờ bình thường
alerts-spike-off = 📈 Tăng vọt: tắt
alerts-expiry = 📦 Hết hạn mà chưa dùng: trước <b>{ $span }</b>
alerts-expiry-off = 📦 Hết hạn mà chưa dùng: tắt
alerts-balance = 💰 Số dư: dưới <b>{ $least }</b>
alerts-balance-off = 💰 Số dư: tắt
alerts-trouble = ⚠️ Token bị từ chối hoặc số liệu vô lý: <b>bật</b>
alerts-trouble-off = ⚠️ Token bị từ chối hoặc số liệu vô lý: tắt
alerts-choose = Hãy chọn, hoặc gửi giá trị của bạn, ví dụ <code>{ $example }</code>
alerts-elsewhere = Cảnh báo được gửi vào một chủ đề khác của nhóm này.
alert-low = 🪫 Chỉ còn <b>{ $available }</b> trong { $total } ({ $share })
alert-days = ⏳ Với tốc độ này, còn dùng được khoảng <b>{ $left }</b> nữa (mỗi ngày { $speed })
alert-spike = 📈 Giờ qua đã dùng <b>{ $used }</b>. Bình thường là { $usual }.
alert-spike-first = 📈 Giờ qua đã dùng <b>{ $used }</b>. Bình thường gần như không dùng.
alert-spike-left = Cứ thế này, khoảng <b>{ $left }</b> nữa là hết sạch.
alert-last-day = 📦 <b>{ $size }</b> sắp hết hạn mà chưa dùng: { $at }
alert-balance = 💰 Số dư chỉ còn <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows không còn chấp nhận token của { $name }.</b> Chưa kết nối lại thì mình không thấy được mức dùng.
alert-contradiction = ⚠️ BytesFlows đếm lạ: báo còn { $available } trong { $total }. Mình không tính toán với số đó.
alert-backwards = ⚠️ BytesFlows đếm lạ: { $size } đã dùng lại thành còn dùng được dù không mua gì. Mình không tính phần đó.
alert-snoozed = 💤 Đã hoãn. Lần nhắc tới: { $at }
alert-snoozed-by = 💤 { $who } đã hoãn. Lần nhắc tới: { $at }
alert-taken = 🙋 { $who } đang lo việc này.
alert-taken-by-somebody = 🙋 Có người đang lo việc này.
alert-given-back = Giờ không còn ai lo việc này.
alert-awake = 🔔 Không còn gì bị hoãn.
alert-over = ✅ Việc đó đã qua. Không cần làm gì nữa.
## Thẻ trực tiếp
pin-updated = 📌 <i>Trực tiếp · cập nhật: { $at }</i>
pin-expires = 📦 Hết hạn sớm nhất: <b>{ $size }</b>, ngày { $date }
pin-not-seen = Mình chưa thấy số liệu của tài khoản này.
pin-off = 📌 Thẻ trực tiếp đang <b>tắt</b>. Gửi /pin để tạo thẻ mới.
pin-none = 📌 Ở đây chưa có thẻ trực tiếp. Gửi /pin để tạo.
pin-lost = 📌 Thẻ trực tiếp ở đây không còn: nó đã bị xóa, hoặc mình không thể sửa nó nữa. Gửi /pin để tạo thẻ mới.
pin-may-not = 📌 Mình không có quyền ghim tin nhắn ở đây. Hãy cấp quyền đó rồi gửi lại /pin, hoặc tự ghim thẻ này.

## Giao dịch
records-title-all = <b>Đơn mua và điểm danh</b>
records-title-all-named = <b>Đơn mua và điểm danh</b> · { $name }
records-title-order = <b>Đơn mua</b>
records-title-order-named = <b>Đơn mua</b> · { $name }
records-title-sign = <b>Thưởng điểm danh</b>
records-title-sign-named = <b>Thưởng điểm danh</b> · { $name }
records-none = Chưa có giao dịch nào.
records-none-here = Trang này không có gì.
record-order = 🛒 <b>Đơn mua</b> · { $state }
record-sign = 🎁 <b>Điểm danh</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = còn hạn
record-expired = hết hạn
record-unknown = không rõ trạng thái
record-order-id = <code>{ $order }</code>
record-used-share = Đã dùng <b>{ $used }</b> trên { $quota } ({ $share })
record-used = Đã dùng <b>{ $used }</b> trên { $quota }. Hai con số này không khớp nhau.
record-quota = { $quota }; không rõ đã dùng bao nhiêu
record-no-figures = Không có số liệu.
record-created = Tạo ngày { $date }
record-expires = Hết hạn ngày { $date } (còn { $left })
record-expired-on = Đã hết hạn ngày { $date } ({ $left } trước)

## Tệp
export-title = <b>Tệp cho bảng tính</b> (CSV)
export-title-named = <b>Tệp cho bảng tính</b> (CSV) · { $name }
export-usage-about = 📈 <b>Mức dùng</b>: lưu lượng đã dùng, đã mua và đã hết hạn giữa hai lần mình kiểm tra
export-records-about = 🧾 <b>Giao dịch</b>: mọi đơn mua và lần điểm danh
export-privately = Nhóm này ẩn số tiền, nên ai cần tệp thì mình gửi vào chat riêng của người đó.
export-usage = <b>Mức dùng</b> · { $begin } – { $end }
export-usage-named = <b>Mức dùng</b> · { $begin } – { $end } · { $name }
export-asked-in = Yêu cầu từ nhóm <b>{ $title }</b>
export-rows = { $count } dòng
export-notes = <i>Giờ theo UTC, lưu lượng tính bằng byte; chỗ nào chưa rõ thì để trống.</i>
export-cut = ⚠️ Chỉ có các dòng mới nhất: một tệp không chứa được nhiều hơn.
export-incomplete = ⚠️ Chưa đầy đủ: BytesFlows không cung cấp hết các giao dịch. Bạn thử lại sau nhé.
export-no-records = Chưa có gì để xuất ra tệp: tài khoản này chưa có đơn mua hay lần điểm danh nào. Bạn mua gói hoặc điểm danh tại bytesflows.com nhé.
export-sent = 📄 Tệp đã nằm trong chat riêng của bạn với mình.
export-unheard = Nhóm này ẩn số tiền nên tệp được gửi riêng, nhưng mình chưa nhắn cho bạn được. Bạn mở chat riêng với mình, nhấn “Bắt đầu”, rồi quay lại đây yêu cầu lại nhé.
export-to-whom = Bạn đang nhắn với tư cách nhóm nên mình không biết phải gửi tệp cho ai. Hãy nhấn nút: tệp sẽ vào chat riêng của bạn với mình, không ai khác biết bạn là ai.
export-can-write = Giờ mình nhắn cho bạn ở đây được rồi. Bạn quay lại nhóm và yêu cầu tệp lần nữa nhé.

## Kết nối
login-ask = Hãy gửi token BytesFlows của bạn trong tin nhắn tiếp theo.
login-again = Hãy gửi token BytesFlows của <b>{ $name }</b> trong tin nhắn tiếp theo.
login-where = <b>Lấy token ở đâu:</b> đăng nhập bytesflows.com rồi sao chép API token trong bảng điều khiển. Dán header <code>Authorization</code> cũng được; header <code>Cookie</code> chỉ xem được /balance.
login-safety = Mình sẽ xóa tin nhắn của bạn ngay, kiểm tra token rồi mã hóa trước khi lưu. Mình chờ trong { $wait }.
login-cancelled = Đã hủy.
login-nothing-to-cancel = Không có gì để hủy.
login-done = ✅ Đã kết nối với tên <b>{ $name }</b>.
login-known = ✅ Token này đã được kết nối ở đây với tên <b>{ $name }</b>.
login-speaks-up = Từ giờ mình sẽ báo ở đây khi lưu lượng sắp cạn, tăng vọt hoặc sắp hết hạn mà chưa dùng. Đổi bằng { $command }
login-replaced = Trước đây { $name } dùng một token khác; token đó không còn được dùng nữa. Để giữ cả hai tài khoản, hãy kết nối thêm tài khoản này với tên khác.
login-cookie = Cookie chỉ xem được /balance. Để dùng /records, hãy kết nối bằng token.
login-name-unusable = Tên đó không dùng được nên mình đặt là { $name }. Tên phải là một từ, tối đa 24 ký tự, gồm chữ cái, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.
login-erased = <i>Mình đã xóa tin nhắn chứa token của bạn.</i>
login-not-erased = ⚠️ <b>Mình không xóa được tin nhắn chứa token. Bạn hãy tự xóa ngay.</b>
login-refused = BytesFlows không chấp nhận token này nên mình không lưu gì cả. Hãy kiểm tra xem bạn đã sao chép đủ và token còn hạn không, rồi gửi lại.
login-not-proved = Mình chưa kiểm tra được token nên không lưu gì cả. Bạn gửi lại sau một phút nhé.
login-unexpected = Tin nhắn đó trông giống token nên mình đã xóa và không dùng đến. Để kết nối tài khoản, hãy nhấn nút rồi gửi lại.
login-unexpected-not-erased = ⚠️ <b>Tin nhắn này trông giống token nhưng mình không xóa được. Bạn hãy tự xóa ngay.</b> Mình không dùng đến token này.
no-credential = Mình đã xóa tin nhắn đó cho an toàn, nhưng không thấy token trong đó. Hãy chỉ gửi token, hoặc một dòng như <code>Authorization: Bearer …</code>.
no-credential-visible = Mình không thấy token trong tin nhắn đó. Hãy chỉ gửi token, hoặc một dòng như <code>Authorization: Bearer …</code>.
too-many-accounts = Cuộc trò chuyện này đã có { $most } tài khoản, là mức tối đa. Hãy dùng /logout ngắt bớt một tài khoản rồi kết nối tài khoản này.
no-account = Ở đây chưa kết nối tài khoản nào. Hãy kết nối để xem lưu lượng.
unknown-account = Ở đây không có tài khoản “{ $name }”. Đã kết nối: { $known }.
unknown-account-unnamed = Ở đây không có tài khoản đó. Đã kết nối: { $known }.
unknown-filter = Không có bộ lọc hay tài khoản nào tên “{ $name }”. Đã kết nối: { $known }. Ví dụ: <code>{ $example }</code>
overview-only = <b>{ $name }</b> được kết nối bằng cookie nên chỉ xem được /balance. Hãy kết nối bằng token để xem mục này.
accounts-locked = 🔒 Mình không mở được token của { $names } vì ở đây thiếu khóa đã dùng để mã hóa. Hãy kết nối lại các tài khoản này. Không có gì bị xóa.
account-locked = 🔒 Mình không mở được token của <b>{ $name }</b> vì ở đây thiếu khóa đã dùng để mã hóa. Hãy kết nối lại tài khoản. Không có gì bị xóa.

## Nhóm: ai được làm gì
admins-only = Chỉ quản trị viên của nhóm mới làm được việc này.
admins-only-named = Chỉ quản trị viên của nhóm mới làm được việc này: { $names }.
admins-only-there = Chỉ quản trị viên của <b>{ $title }</b> mới làm được việc này.
who-are-you = Bạn đang nhắn với tư cách nhóm nên mình không biết bạn là ai. Hãy nhấn nút: mình chỉ kiểm tra bạn có phải quản trị viên không, không ai khác biết.
rights-unknown = Mình chưa hỏi được Telegram ai là quản trị viên của nhóm đó. Bạn thử lại sau một phút; nếu vẫn vậy, hãy kiểm tra xem mình còn ở trong nhóm không.
addressed = { $person }:
secret-in-group = ⚠️ <b>Đừng bao giờ dán token vào nhóm.</b> Mình đã xóa tin nhắn và không dùng token, nhưng có thể người khác đã thấy. Hãy thu hồi token tại bytesflows.com ngay, rồi kết nối bằng token mới trong chat riêng với mình.
secret-in-group-visible = ⚠️ <b>Đừng bao giờ dán token vào nhóm. Mình không xóa được tin nhắn của bạn: bạn hãy tự xóa ngay.</b> Mình không dùng token, nhưng có thể người khác đã thấy. Hãy thu hồi token tại bytesflows.com, rồi kết nối bằng token mới trong chat riêng với mình.

## Nhóm: kết nối
login-privately = Kết nối tài khoản mà không ai khác nhìn thấy: nhấn nút rồi tiếp tục trong chat riêng. Liên kết chỉ dành cho bạn, dùng được một lần trong { $wait }.
login-for-group = Hãy gửi token BytesFlows cho nhóm <b>{ $title }</b> trong tin nhắn tiếp theo.
login-for-group-again = Hãy gửi token BytesFlows của <b>{ $name }</b> cho nhóm <b>{ $title }</b> trong tin nhắn tiếp theo.
login-or-share = Hoặc chia sẻ một tài khoản đã kết nối ở đây bằng các nút bên dưới.
login-done-there = ✅ Đã kết nối <b>{ $name }</b> trong <b>{ $title }</b>. Nhóm sẽ được thông báo nhưng không bao giờ thấy token.
login-renewed-in-groups = Tài khoản cũng đã được cập nhật ở { $count } nhóm mà bạn chia sẻ.
share-revocable = Bạn có thể ngừng chia sẻ bất cứ lúc nào trong /accounts.
not-shared = Vì vậy <b>{ $name }</b> chưa được chia sẻ.
code-expired = Liên kết này đã được dùng hoặc đã hết hạn. Hãy lấy liên kết mới bằng /login trong nhóm, hoặc bằng /accounts trong chat riêng với mình.
code-of-another = Liên kết này được tạo cho người khác. Quản trị viên của nhóm có thể nhận liên kết riêng bằng /login tại đó.
group-connected = ✅ { $who } đã kết nối tài khoản <b>{ $name }</b>. Giờ ai ở đây cũng xem được.
group-connected-by-admin = ✅ Một quản trị viên đã kết nối tài khoản <b>{ $name }</b>. Giờ ai ở đây cũng xem được.
group-disconnected = Tài khoản <b>{ $name }</b> đã được chính người kết nối gỡ khỏi nhóm. Token và lịch sử của tài khoản ở đây đã bị xóa.
group-disconnected-kept = Tài khoản <b>{ $name }</b> đã bị người kết nối nó ngắt kết nối. Token đã bị xóa ở đây; lịch sử được giữ lại.
group-renewed = 🔄 Tài khoản <b>{ $name }</b> đã được kết nối lại bằng token khác.

## Tài khoản
accounts-title = <b>Tài khoản</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · mặc định
account-since = Kết nối ngày { $date }
account-refused = ⚠️ BytesFlows không còn chấp nhận token. Hãy kết nối lại.
account-is-locked = 🔒 Thiếu khóa đã dùng để mã hóa token. Hãy kết nối lại.
account-by-cookie = Kết nối bằng cookie: chỉ xem được /balance
account-shared-with = Chia sẻ với { $groups }
and-more = { $count ->
       *[other] và { $count } nữa
    }
account-rename = Để đổi tên <b>{ $name }</b>, hãy gửi lệnh, ví dụ:
    <code>{ $example }</code>
account-share = Chia sẻ <b>{ $name }</b> với một nhóm: hãy chọn nhóm mà bạn là quản trị viên. Nếu chưa ở trong nhóm, mình sẽ tham gia. Nhóm thấy lưu lượng của tài khoản nhưng không bao giờ thấy token. Liên kết dùng được một lần trong { $wait }.
accounts-used-title = <b>Tài khoản của bạn trong các nhóm</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Bạn chưa kết nối tài khoản nào trong nhóm.
account-revoke-sure = Ngắt kết nối <b>{ $name }</b> trong <b>{ $title }</b>? Token và lịch sử ở đó sẽ bị xóa, và nhóm sẽ được thông báo.
account-revoked = Đã ngắt kết nối <b>{ $name }</b> trong <b>{ $title }</b>.
name-taken = Tên “{ $name }” đã được dùng ở đây, có thể trong lịch sử của một tài khoản đã ngắt kết nối. Bạn chọn tên khác nhé.
not-a-name = Tên phải là một từ, tối đa 24 ký tự, gồm chữ cái, chữ số, dấu chấm, gạch ngang hoặc gạch dưới, và không được chỉ toàn chữ số. Ví dụ: crawler

## Cài đặt
settings-title = <b>Cài đặt</b>
settings-title-group = <b>Cài đặt của nhóm này</b>
settings-language = 🌐 Ngôn ngữ: <b>{ $language }</b>
settings-zone = 🕒 Múi giờ: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Múi giờ: chưa chọn, dùng UTC
settings-quiet = 🌙 Giờ yên tĩnh: <b>{ $begin } đến { $end }</b>
settings-quiet-off = 🌙 Giờ yên tĩnh: tắt
settings-money-shown = 💰 Số tiền: hiện trong nhóm này
settings-money-hidden = 💰 Số tiền: ẩn trong nhóm này
settings-history-kept = 🗂 Nếu mình không còn trong nhóm: xóa token, giữ lịch sử
settings-history-deleted = 🗂 Nếu mình không còn trong nhóm: xóa token và lịch sử
settings-choose-language = Ở đây mình nên nói ngôn ngữ nào?
settings-choose-zone = Bạn ở múi giờ nào? Hiện tại: <b>{ $city }</b>. Nếu không có bên dưới, hãy gửi thành phố của bạn, ví dụ:
    <code>{ $example }</code>
settings-which-zone = Ý bạn là nơi nào?
settings-choose-quiet = Trong giờ này, mình không tự nhắn gì trừ khi có việc gấp. Hãy chọn, hoặc gửi khung giờ khác, ví dụ:
    <code>{ $example }</code>
unknown-zone = Mình không biết thành phố hay múi giờ này. Bạn thử một thành phố lớn hơn gần đó, hoặc tên như Europe/Berlin.
settings-delete = <b>Xóa mọi dữ liệu của cuộc trò chuyện này?</b> { $count ->
        [0] Cài đặt sẽ bị xóa vĩnh viễn ngay lập tức.
       *[other] Cài đặt và { $count } tài khoản, cùng token và lịch sử, sẽ bị xóa vĩnh viễn ngay lập tức.
    }
settings-delete-group = <b>Xóa mọi dữ liệu của nhóm này?</b> { $count ->
        [0] Cài đặt sẽ bị xóa vĩnh viễn ngay lập tức.
       *[other] Cài đặt và { $count } tài khoản, cùng token và lịch sử, sẽ bị xóa vĩnh viễn ngay lập tức.
    }
settings-delete-shared = { $count } tài khoản bạn chia sẻ với nhóm cũng bị ngắt kết nối ở đó.
settings-deleted = Mọi dữ liệu của cuộc trò chuyện này đã bị xóa. Gửi /start để bắt đầu lại.

## Ngắt kết nối
logout-which = Bạn muốn ngắt kết nối tài khoản nào?
logout-sure = Ngắt kết nối <b>{ $name }</b>? Token sẽ bị xóa. Bạn chọn có xóa cả lịch sử hay không.
logout-sure-all = Ngắt kết nối cả { $count } tài khoản? Token sẽ bị xóa. Bạn chọn có xóa cả lịch sử hay không.
logout-shared = { $count } lượt chia sẻ với nhóm cũng sẽ bị ngắt.
logout-done = Đã ngắt kết nối <b>{ $name }</b>. Token và lịch sử đã bị xóa.
logout-done-kept = Đã ngắt kết nối <b>{ $name }</b>. Token đã bị xóa; lịch sử sẽ trở lại khi bạn kết nối lại bằng tên này.
logout-done-all = Đã ngắt kết nối cả { $count } tài khoản. Token và lịch sử đã bị xóa.
logout-done-all-kept = Đã ngắt kết nối cả { $count } tài khoản. Token đã bị xóa; lịch sử sẽ trở lại khi bạn kết nối lại bằng tên cũ.
logout-done-already = Đã ngắt kết nối từ trước rồi.
logout-cancelled = Mình không ngắt kết nối tài khoản nào.

## Khi nhà cung cấp gặp sự cố
vendor-unreachable = BytesFlows hiện không phản hồi.
vendor-busy = BytesFlows yêu cầu chờ. Bạn thử lại sau một phút nhé.
vendor-busy-until = BytesFlows yêu cầu chờ. Bạn thử lại sau { $wait } nhé.
vendor-broken = BytesFlows hiện đang gặp sự cố.
vendor-refused = BytesFlows từ chối trả lời yêu cầu này.
vendor-unreadable = BytesFlows trả về nội dung mình không đọc được. Có thể chỉ là tạm thời; bạn thử lại sau ít lâu nhé.
token-refused = BytesFlows không còn chấp nhận token của <b>{ $name }</b>. Token đã hết hạn hoặc bị thu hồi. Hãy kết nối lại bằng token mới.
last-good = Số liệu đúng gần nhất ({ $at }): còn <b>{ $available }</b> trên tổng { $total }.

## Hình của /usage: ngắn, không có thẻ
chart-average = Trung bình { $size }
chart-today = Hôm nay đến giờ
chart-unknown = Không có dữ liệu
chart-size = { $size }
chart-day = { $day }

## Nút và thông báo
button-connect = 🔑 Kết nối tài khoản
button-connect-again = 🔑 Kết nối lại
button-connect-privately = 🔒 Kết nối trong chat riêng
button-it-is-me = Là tôi đây
button-open-private = 💬 Mở chat riêng
button-send-me = 📄 Gửi cho tôi
button-use-account = Chia sẻ { $name }
button-add-account = ➕ Thêm tài khoản
button-accounts = 👤 Tài khoản
button-used = Trong các nhóm ({ $count })
button-make-default = Đặt mặc định
button-rename = Đổi tên
button-share = Chia sẻ với nhóm
button-choose-group = Chọn nhóm
button-disconnect-account = Ngắt kết nối
button-revoke = { $title } · { $name }
button-revoke-yes = Ngắt kết nối ở đó
button-back = ◀ Quay lại
button-language = 🌐 Ngôn ngữ
button-language-named = { $name }
button-language-auto = Theo Telegram của tôi
button-language-auto-group = Ngôn ngữ lúc thêm bot
button-zone = 🕒 Múi giờ
button-city = { $city }
button-quiet = 🌙 Giờ yên tĩnh
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Tắt giờ yên tĩnh
button-money-show = 💰 Hiện số tiền
button-money-hide = 💰 Ẩn số tiền
button-history-keep = 🗂 Giữ lịch sử khi bot rời nhóm
button-history-delete = 🗂 Xóa lịch sử khi bot rời nhóm
button-delete-all = Xóa mọi dữ liệu
button-delete-all-yes = Xóa vĩnh viễn
button-cancel = Hủy
button-help = Bạn làm được gì?
button-balance = 📊 Lưu lượng
button-records = 🧾 Giao dịch
button-usage = 📈 Mức dùng
button-days = { $days } ngày
button-csv = CSV
button-daily = ⏰ Tóm tắt hằng ngày
button-daily-at = { $time }
button-daily-off = Tắt
button-daily-now = Xem ngay
button-picture-on = 🖼 Kèm hình
button-picture-off = 🖼 Không kèm hình
button-alerts = 🔔 Cảnh báo
button-low-alert = 🪫 Còn ít
button-days-alert = ⏳ Sắp dùng hết
button-spike-alert = 📈 Tăng vọt
button-expiry-alert = 📦 Hết hạn
button-balance-alert = 💰 Số dư
button-trouble-alert = ⚠️ Sự cố
button-alerts-on = 🔔 Bật
button-alerts-off = 🔕 Tắt tất cả
button-alerts-here = 📍 Gửi vào đây
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Bật
button-alerts-never = Tắt
button-snooze = 💤 2 giờ
button-snooze-tomorrow = 💤 Đến mai
button-wake = 🔔 Thôi hoãn
button-mine = 🙋 Để tôi lo
button-refresh = 🔄 Làm mới
button-try-again = 🔄 Thử lại
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Tất cả
button-order = Đơn mua
button-sign = Điểm danh
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Tất cả tài khoản
button-disconnect = Ngắt kết nối và xóa lịch sử
button-disconnect-keep = Ngắt kết nối, giữ lịch sử
notice-expired = Nút này đã cũ. Bạn gửi lại lệnh nhé.
notice-hasty = Bạn nhấn nhanh quá. Nếu chắc chắn, hãy nhấn lại.
notice-admins-only = Chỉ quản trị viên của nhóm mới làm được việc này.
notice-too-many = Nhiều lệnh cùng lúc quá, cho mình một phút nhé.
