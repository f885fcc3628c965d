# فارسی: هر سطر تا می‌شود با واژه‌ای فارسی آغاز می‌شود، چون نخستین حرف آن جهت سطر را تعیین می‌کند.

language-name = فارسی

## آنچه پیش از نخستین پیام دیده می‌شود: بدون برچسب
bot-description =
    از ترافیک حساب BytesFlows شما چقدر مانده، کجا مصرف شده و تا کی کافی است: همین‌جا در تلگرام بپرسید و پاسخ بگیرید، خصوصی یا در گروه تیمتان.

    توکن شما به محض رسیدن رمزگذاری و از گفتگو پاک می‌شود و دیگر هرگز نشان داده نمی‌شود.
bot-short-description = ترافیک BytesFlows تیم شما در تلگرام: چقدر مانده، تا کی کافی است و چه چیزی زودتر منقضی می‌شود.

## اندازه‌ها: ۱ گیگابایت = ۱۰۲۴³ بایت
size-b = { $amount } بایت
size-kb = { $amount } کیلوبایت
size-mb = { $amount } مگابایت
size-gb = { $amount } گیگابایت
size-tb = { $amount } ترابایت
size-pb = { $amount } پتابایت

## خوشامد و راهنما
start =
    <b>ترافیک BytesFlows شما، همین‌جا در تلگرام.</b>
    نشان می‌دهم چقدر مانده، چه خریده‌اید و چه چیزی زودتر منقضی می‌شود.
    توکن شما به محض رسیدن رمزگذاری می‌شود و دیگر هرگز نشان داده نمی‌شود.
start-first = اول حسابتان را وصل کنید؛ یک دقیقه بیشتر طول نمی‌کشد.
start-connected = حسابتان وصل است. چه چیزی را نشان بدهم؟
group-start =
    <b>ترافیک BytesFlows تیم شما، همین‌جا در گروه.</b>
    همه می‌توانند بپرسند چقدر مانده، چه خریده شده و چه چیزی زودتر منقضی می‌شود.
    فقط مدیران این گروه می‌توانند حساب وصل کنند و تنظیمات را تغییر دهند.
group-start-first = اول یکی از مدیران حساب را وصل می‌کند. توکن فقط در گفتگوی خصوصی با من فرستاده می‌شود، نه اینجا.
group-start-connected = یک حساب وصل است. چه چیزی را نشان بدهم؟
help = <b>چه کارهایی از من برمی‌آید</b>
help-group = <b>اینجا چه کارهایی برایتان می‌کنم</b>
help-traffic = <b>ترافیک</b>
help-itself = <b>آنچه خودم می‌گویم</b>
help-accounts = <b>حساب‌ها</b>
help-bot = <b>این ربات</b>
help-line = { "\u200F" }{ $command } – { $about }
help-group-roles = همهٔ اعضای این گروه می‌توانند ببینند؛ تغییر دادن فقط با مدیران است.
help-safety = پیام‌هایی را که توکن دارند فوراً پاک می‌کنم؛ دستور /logout توکن ذخیره‌شده را هم پاک می‌کند.
about-balance = باقی‌مانده و نزدیک‌ترین انقضا
about-records = خریدها و پاداش‌های حضور
about-usage = مصرف روزانه و اینکه باقی‌مانده تا کی کافی است
about-export = مصرف یا سوابق در فایلی برای صفحه‌گسترده
about-daily = هر روز یک خلاصه در ساعتی که انتخاب می‌کنید
about-alerts = آنچه خودم خبر می‌دهم
about-pin = کارت زندهٔ باقی‌مانده که همین‌جا به‌روز می‌ماند
about-accounts = حساب‌های وصل‌شده در اینجا
about-login = وصل کردن حساب BytesFlows
about-logout = قطع اتصال حساب
about-settings = زبان، منطقهٔ زمانی، ساعت‌های سکوت و …
about-start = خوشامد
about-help = همهٔ دستورها
not-a-command = من فقط دستورها را می‌فهمم. مثلاً /balance را امتحان کنید؛ همهٔ دستورها در /help است.
unknown-command = دستور <code>{ $command }</code> را نمی‌شناسم. در /help ببینید چه کارهایی از من برمی‌آید.
misused = اینجا نمی‌توانم از «{ $argument }» استفاده کنم. نمونه: <code>{ $example }</code>
misused-unnamed = اینجا نمی‌توانم از آن استفاده کنم. نمونه: <code>{ $example }</code>
private-only = این فقط به خود شما مربوط است. لطفاً در گفتگوی خصوصی با من انجامش دهید.
group-only = این در گروه انتخاب می‌شود؛ در گفتگوی خصوصی چیزی برای انتخاب نیست.
too-many-commands = این‌همه دستور یک‌جا زیاد است. لطفاً یک دقیقه به من فرصت بدهید؛ تا آن موقع اینجا چیزی نمی‌گویم.
unwritable = در <b>{ $title }</b> نمی‌توانم جایی که پرسیدید بنویسم: یا موضوع بسته است یا گروه اجازهٔ ارسال پیام به من نمی‌دهد. یکی از مدیران می‌تواند این را تغییر دهد.
answer-in-doubt = هنگام پاسخ دادن ارتباطم قطع شد. اگر بالا پاسخی نمی‌بینید، دوباره بپرسید.
bug = ببخشید، مشکلی از سمت من پیش آمد. ثبت شد؛ لطفاً کمی بعد دوباره امتحان کنید.

## نمای کلی
balance-title = <b>ترافیک</b>
balance-title-named = <b>ترافیک</b> · { $name }
balance-available = باقی‌مانده: <b>{ $available }</b> از { $total }
balance-used = { $bar } { $share } مصرف شده ({ $used })
balance-empty = این حساب هنوز ترافیکی ندارد. در bytesflows.com بسته بخرید یا پاداش حضور روزانه‌تان را بگیرید.
balance-contradiction = ⚠️ باقی‌مانده از کل بیشتر است. از BytesFlows همین‌طور رسیده، پس نمی‌توانم بگویم چقدر مصرف شده است.
balance-available-only = باقی‌مانده: <b>{ $size }</b>. مقدار کل از BytesFlows نرسیده است.
balance-total-only = کل: <b>{ $size }</b>. مقدار باقی‌مانده از BytesFlows نرسیده است.
balance-no-figures = ⚠️ آمار ترافیک درستی از BytesFlows نرسید.
balance-money = 💰 موجودی: { $money }
lasts = ⏳ برای حدود <b>{ $left }</b> کافی است، تا { $until }، با روزی { $speed } ({ $days ->
        [one] میانگین روز اخیر
       *[other] میانگین { $days } روز اخیر
    })
lasts-long = ⏳ برای بیش از <b>{ $years } سال</b> کافی است، با روزی { $speed } ({ $days ->
        [one] میانگین روز اخیر
       *[other] میانگین { $days } روز اخیر
    })
lasts-unknown = ⏳ تا کی کافی است: حدود یک روز دیگر معلوم می‌شود.
lasts-idle = ⏳ تا کی کافی است: در { $days ->
        [one] روز اخیر
       *[other] { $days } روز اخیر
    } مصرفی ندیدم.
lasts-nothing = ⛔ <b>ترافیکی نمانده است.</b> می‌توانید در bytesflows.com ترافیک بخرید.
expires-next = 📦 نزدیک‌ترین انقضا: <b>{ $size }</b> تا { $left } دیگر ({ $date })
expires-next-unknown = 📦 بستهٔ بعدی تا { $left } دیگر منقضی می‌شود ({ $date })
expires-unseen = 📦 نزدیک‌ترین انقضا: نتوانستم همهٔ سوابق شما را ببینم.
as-of = <i>به‌روزرسانی: { $at }</i>

## Usage and forecast
usage-title = <b>ترافیک مصرف‌شده</b> · { $days } روز
usage-title-named = <b>ترافیک مصرف‌شده</b> · { $days } روز · { $name }
usage-total = در مجموع <b>{ $total }</b>، به‌طور میانگین روزی { $average }
usage-sum = در مجموع <b>{ $total }</b>
usage-busiest = پرمصرف‌ترین روز { $date }: { $size }
usage-since = <i>از { $date } این حساب را زیر نظر دارم.</i>
usage-none = هنوز آن‌قدر این حساب را زیر نظر نداشته‌ام که مصرف را بگویم. حدود ساعتی یک بار نگاه می‌کنم؛ دو ساعت دیگر دوباره بپرسید.
lasts-expires = ⏳ با روزی { $speed }، پیش از آنکه آخرین بخش در { $date } منقضی شود تمام نمی‌شود
lasts-range = { $high ->
        [one] ⏳ حدود <b>{ $low } تا { $high } روز</b> کافی است، تا بین { $begin } و { $end }
       *[other] ⏳ حدود <b>{ $low } تا { $high } روز</b> کافی است، تا بین { $begin } و { $end }
    }
loss = 📦 با این سرعت، <b>{ $size }</b> در { $date } بدون استفاده منقضی می‌شود.
loss-more = 📦 بعد از آن { $size } دیگر هم بدون استفاده منقضی می‌شود.
loss-saved = برای مصرف همهٔ آن روزی { $speed } لازم است.

## The daily summary
daily-on = ⏰ خلاصهٔ روزانه: هر روز ساعت <b>{ $time }</b> ({ $city })
daily-off = ⏰ خلاصهٔ روزانه: <b>خاموش</b>
daily-explained = می‌گوید از خلاصهٔ قبلی چقدر مصرف شده، چقدر مانده، تا کی کافی است و چه چیزی منقضی می‌شود. چه ساعتی بفرستم؟ انتخاب کنید یا ساعت خودتان را بفرستید، مثلاً <code>{ $example }</code>
daily-which-zone = { $time } در کدام منطقهٔ زمانی؟
daily-title = <b>خلاصهٔ روزانه</b>
daily-used = مصرف <b>{ $size }</b> در { $span } گذشته
daily-above = ▲ { $share } بیشتر از معمول روزی { $speed }
daily-below = ▼ { $share } کمتر از معمول روزی { $speed }
daily-usual = نزدیک به معمول: روزی { $speed }
daily-untold = مصرف { $span } گذشته معلوم نیست.
daily-quiet = در { $span } گذشته چیزی مصرف نشد. <b>{ $available }</b> از { $total } در دسترس است.
daily-bought = 🛒 خرید: { $size }
daily-checked-in = 🎁 حضور: { $size }
daily-received = 📦 دریافت: { $size }
daily-expired = ⌛ بدون استفاده منقضی شد: { $size }

## هشدارها
alerts-title = 🔔 <b>هشدارها</b>
alerts-explained = حدوداً ساعتی یک بار نگاه می‌کنم و هر کدام را یک بار می‌گویم؛ دوباره فقط وقتی که آشکارا بدتر شود. برای تغییر، یکی را بزنید.
alerts-off = 🔕 <b>هشدارها خاموش است.</b>
alerts-off-explained = وقتی ترافیک رو به پایان باشد، مصرف جهش کند یا چیزی در آستانهٔ انقضا باشد، خودم چیزی نمی‌گویم.
alerts-low = 🪫 کم مانده: کمتر از <b>{ $least }</b>
alerts-low-off = 🪫 کم مانده: خاموش
alerts-days = ⏳ به‌زودی تمام می‌شود: کمتر از <b>{ $span }</b>
alerts-days-off = ⏳ به‌زودی تمام می‌شود: خاموش
alerts-spike = 📈 جهش: <b>{ $times }×</b> مصرف معمول در یک ساعت
alerts-spike-off = 📈 جهش: خاموش
alerts-expiry = 📦 انقضای بدون استفاده: <b>{ $span }</b> پیش از آن
alerts-expiry-off = 📦 انقضای بدون استفاده: خاموش
alerts-balance = 💰 موجودی: کمتر از <b>{ $least }</b>
alerts-balance-off = 💰 موجودی: خاموش
alerts-trouble = ⚠️ توکن ردشده یا رقم‌های ناممکن: <b>روشن</b>
alerts-trouble-off = ⚠️ توکن ردشده یا رقم‌های ناممکن: خاموش
alerts-choose = انتخاب کنید یا مقدار خودتان را بفرستید، مثلاً <code>{ $example }</code>
alerts-elsewhere = در موضوع دیگری از این گروه گفته می‌شود.
alert-low = 🪫 فقط <b>{ $available }</b> از { $total } مانده است ({ $share })
alert-days = ⏳ با این سرعت حدود <b>{ $left }</b> دیگر کافی است (روزی { $speed })
alert-spike = 📈 در یک ساعت گذشته <b>{ $used }</b> مصرف شد. معمولاً { $usual } است.
alert-spike-first = 📈 در یک ساعت گذشته <b>{ $used }</b> مصرف شد. معمولاً تقریباً هیچ است.
alert-spike-left = اگر همین‌طور پیش برود، حدود <b>{ $left }</b> دیگر همه‌اش تمام می‌شود.
alert-last-day = 📦 <b>{ $size }</b> در آستانهٔ انقضای بدون استفاده است: { $at }
alert-balance = 💰 موجودی به <b>{ $money }</b> رسیده است.
alert-refused = 🔑 <b>توکن { $name } را BytesFlows دیگر قبول نمی‌کند.</b> تا دوباره وصل نشود، مصرف را نمی‌بینم.
alert-contradiction = ⚠️ شمارش BytesFlows عجیب است: می‌گوید از { $total }، { $available } مانده است. با آن حسابی نمی‌کنم.
alert-backwards = ⚠️ شمارش BytesFlows عجیب است: { $size } مصرف‌شده بدون خرید دوباره در دسترس است. آن را حساب نمی‌کنم.
alert-snoozed = 💤 به تعویق افتاد. یادآوری بعدی: { $at }
alert-snoozed-by = 💤 { $who } آن را به تعویق انداخت. یادآوری بعدی: { $at }
alert-taken = 🙋 { $who } پیگیری می‌کند.
alert-taken-by-somebody = 🙋 کسی پیگیری می‌کند.
alert-given-back = دیگر کسی پیگیری نمی‌کند.
alert-awake = 🔔 دیگر چیزی در تعویق نیست.
alert-over = ✅ آن گذشت. کاری نمانده است.
## کارت زنده
pin-updated = 📌 <i>زنده · به‌روزرسانی: { $at }</i>
pin-expires = 📦 نزدیک‌ترین انقضا: <b>{ $size }</b> در { $date }
pin-not-seen = هنوز آمار آن را ندیده‌ام.
pin-off = 📌 کارت زنده <b>خاموش</b> است. با /pin یک کارت تازه بسازید.
pin-none = 📌 اینجا کارت زنده‌ای نیست. با /pin یکی بسازید.
pin-lost = 📌 کارت زندهٔ اینجا از دست رفت: یا پاک شده یا دیگر نمی‌توانم آن را ویرایش کنم. با /pin یک کارت تازه بسازید.
pin-may-not = 📌 اجازهٔ سنجاق کردن پیام در اینجا را ندارم. این اجازه را به من بدهید و دوباره /pin بفرستید، یا خودتان کارت را سنجاق کنید.

## سوابق
records-title-all = <b>خریدها و پاداش‌ها</b>
records-title-all-named = <b>خریدها و پاداش‌ها</b> · { $name }
records-title-order = <b>خریدها</b>
records-title-order-named = <b>خریدها</b> · { $name }
records-title-sign = <b>پاداش‌های حضور</b>
records-title-sign-named = <b>پاداش‌های حضور</b> · { $name }
records-none = هنوز سابقه‌ای نیست.
records-none-here = در این صفحه چیزی نیست.
record-order = 🛒 <b>خرید</b> · { $state }
record-sign = 🎁 <b>پاداش حضور</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = فعال
record-expired = منقضی‌شده
record-unknown = وضعیت نامعلوم
record-order-id = <code>{ $order }</code>
record-used-share = <b>{ $used }</b> از { $quota } مصرف شده ({ $share })
record-used = <b>{ $used }</b> از { $quota } مصرف شده. این دو عدد با هم نمی‌خوانند.
record-quota = کل: { $quota }؛ مقدار مصرف اعلام نشده
record-no-figures = آماری نرسیده است.
record-created = ایجاد: { $date }
record-expires = انقضا: { $date }، تا { $left } دیگر
record-expired-on = منقضی‌شده: { $date }، { $left } پیش

## فایل‌ها
export-title = <b>فایل برای صفحه‌گسترده</b> (CSV)
export-title-named = <b>فایل برای صفحه‌گسترده</b> (CSV) · { $name }
export-usage-about = 📈 <b>مصرف</b>: آنچه بین هر دو بار نگاه کردن من مصرف، خریداری یا بدون استفاده منقضی شده است
export-records-about = 🧾 <b>سوابق</b>: همهٔ خریدها و پاداش‌ها
export-privately = مبلغ‌ها در این گروه پنهان است، پس فایل را در گفتگوی خصوصی برای کسی می‌فرستم که آن را بخواهد.
export-usage = <b>مصرف</b> · { $begin } – { $end }
export-usage-named = <b>مصرف</b> · { $begin } – { $end } · { $name }
export-asked-in = به درخواست شما در <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } سطر
       *[other] { $count } سطر
    }
export-notes = <i>زمان‌ها به وقت UTC و مقدارها به بایت است؛ آنچه معلوم نیست خالی مانده.</i>
export-cut = ⚠️ فقط تازه‌ترین سطرها: در یک فایل بیش از این جا نمی‌شود.
export-incomplete = ⚠️ کامل نیست: BytesFlows همهٔ سوابق را نداد. لطفاً بعداً دوباره بخواهید.
export-no-records = هنوز چیزی نیست که در فایل بگذارم: این حساب نه خریدی دارد و نه پاداشی. در bytesflows.com بسته بخرید یا پاداش حضور روزانه‌تان را بگیرید.
export-sent = 📄 فایل در گفتگوی خصوصی شما با من است.
export-unheard = مبلغ‌ها در این گروه پنهان است، پس فایل‌ها را خصوصی می‌فرستم، ولی هنوز نمی‌توانم به شما پیام بدهم. گفتگوی خصوصی با من را باز کنید، «شروع» را بزنید، بعد به اینجا برگردید و دوباره بخواهید.
export-to-whom = شما از طرف گروه می‌نویسید، پس نمی‌دانم فایل را برای چه کسی بفرستم. دکمه را بزنید: فایل به گفتگوی خصوصی شما با من می‌رسد و کس دیگری باخبر نمی‌شود.
export-can-write = حالا می‌توانم اینجا به شما پیام بدهم. به گروه برگردید و فایل را دوباره بخواهید.

## اتصال
login-ask = توکن BytesFlows خود را در پیام بعدی بفرستید.
login-again = توکن BytesFlows حساب <b>{ $name }</b> را در پیام بعدی بفرستید.
login-where = <b>توکن کجاست:</b> وارد bytesflows.com شوید و توکن API را از داشبورد کپی کنید. هدر <code>Authorization</code> کپی‌شده هم کار می‌کند؛ هدر <code>Cookie</code> فقط /balance را نشان می‌دهد.
login-safety = پیامتان را فوراً پاک می‌کنم، توکن را امتحان می‌کنم و رمزگذاری‌شده نگه می‌دارم. تا { $wait } منتظر می‌مانم.
login-cancelled = لغو شد.
login-nothing-to-cancel = چیزی برای لغو کردن نیست.
login-done = ✅ با نام <b>{ $name }</b> وصل شد.
login-known = ✅ این توکن همین حالا هم اینجا با نام <b>{ $name }</b> متصل است.
login-speaks-up = از حالا وقتی ترافیک رو به پایان باشد، مصرف جهش کند یا چیزی بدون استفاده در آستانهٔ انقضا باشد، همین‌جا خبر می‌دهم. برای تغییر: { $command }
login-replaced = تا الان توکن دیگری با نام { $name } متصل بود که دیگر استفاده نمی‌شود. برای نگه داشتن هر دو حساب، این یکی را با نام دیگری هم وصل کنید.
login-cookie = کوکی فقط /balance را نشان می‌دهد. برای /records با توکن وصل شوید.
login-name-unusable = این نام قابل استفاده نیست، پس نامش را { $name } گذاشتم. نام یک کلمه است، حداکثر ۲۴ نویسه از حرف، رقم، نقطه، خط تیره یا زیرخط.
login-erased = <i>پیام شما را که توکن داشت پاک کردم.</i>
login-not-erased = ⚠️ <b>نتوانستم پیام شما را که توکن دارد پاک کنم. لطفاً همین حالا خودتان پاکش کنید.</b>
login-refused = این توکن را BytesFlows قبول نمی‌کند، پس چیزی نگه نداشتم. مطمئن شوید کامل کپی شده و منقضی نشده است، بعد دوباره بفرستیدش.
login-not-proved = نتوانستم توکن شما را امتحان کنم، پس چیزی نگه نداشتم. لطفاً یک دقیقهٔ دیگر دوباره بفرستیدش.
login-unexpected = پیامتان شبیه توکن بود، پس پاکش کردم و از آن استفاده نکردم. برای وصل کردن حساب، دکمه را بزنید و بعد توکن را دوباره بفرستید.
login-unexpected-not-erased = ⚠️ <b>این شبیه توکن است و نتوانستم پاکش کنم. لطفاً همین حالا خودتان پاکش کنید.</b> از آن استفاده نکردم.
no-credential = آن پیام را برای احتیاط پاک کردم، ولی توکنی در آن نمی‌بینم. فقط خود توکن یا خطی مانند <code>Authorization: Bearer …</code> را بفرستید.
no-credential-visible = توکنی در آن پیام نمی‌بینم. فقط خود توکن یا خطی مانند <code>Authorization: Bearer …</code> را بفرستید.
too-many-accounts = این گفتگو { $most } حساب دارد و بیشتر از این نگه نمی‌دارم. اول با /logout یکی را قطع کنید، بعد این را وصل کنید.
no-account = هنوز حسابی اینجا وصل نیست. برای دیدن ترافیک، یک حساب وصل کنید.
unknown-account = اینجا حسابی به نام «{ $name }» نیست. حساب‌های وصل: { $known }.
unknown-account-unnamed = اینجا چنین حسابی نیست. حساب‌های وصل: { $known }.
unknown-filter = فیلتر یا حسابی به نام «{ $name }» نمی‌شناسم. حساب‌های وصل: { $known }. نمونه: <code>{ $example }</code>
overview-only = حساب <b>{ $name }</b> با کوکی وصل شده که فقط /balance را نشان می‌دهد. برای دیدن این بخش، آن را با توکن وصل کنید.
accounts-locked = 🔒 کلیدی که توکن‌های { $names } با آن رمزگذاری شده اینجا نیست، پس نمی‌توانم بازشان کنم. لطفاً این حساب‌ها را دوباره وصل کنید. چیزی پاک نشده است.
account-locked = 🔒 کلیدی که توکن <b>{ $name }</b> با آن رمزگذاری شده اینجا نیست، پس نمی‌توانم بازش کنم. لطفاً این حساب را دوباره وصل کنید. چیزی پاک نشده است.

## گروه‌ها: چه کسی چه می‌تواند بکند
admins-only = فقط مدیران این گروه می‌توانند این کار را بکنند.
admins-only-named = فقط مدیران این گروه می‌توانند این کار را بکنند: { $names }.
admins-only-there = فقط مدیران <b>{ $title }</b> می‌توانند این کار را بکنند.
who-are-you = شما از طرف گروه می‌نویسید، پس نمی‌بینم چه کسی هستید. دکمه را بزنید: بررسی می‌کنم که مدیر باشید و کس دیگری باخبر نمی‌شود.
rights-unknown = نتوانستم از تلگرام بپرسم مدیران آن گروه چه کسانی هستند. لطفاً یک دقیقهٔ دیگر دوباره امتحان کنید؛ اگر باز هم نشد، ببینید من هنوز در گروه هستم یا نه.
addressed = { $person }:
secret-in-group = ⚠️ <b>هیچ‌وقت توکن را در گروه نفرستید.</b> پیام را پاک کردم و از توکن استفاده نکردم، ولی شاید دیگران آن را دیده باشند. همین حالا در bytesflows.com باطلش کنید، بعد در گفتگوی خصوصی با من با توکن تازه وصل شوید.
secret-in-group-visible = ⚠️ <b>هیچ‌وقت توکن را در گروه نفرستید. من نمی‌توانم پیامتان را پاک کنم: لطفاً همین حالا خودتان پاکش کنید.</b> از توکن استفاده نکردم، ولی شاید دیگران آن را دیده باشند. در bytesflows.com باطلش کنید، بعد در گفتگوی خصوصی با من با توکن تازه وصل شوید.

## گروه‌ها: اتصال
login-privately = برای اینکه حساب را دور از چشم دیگران وصل کنید، دکمه را بزنید تا در گفتگوی خصوصی ادامه دهیم. لینک فقط برای شماست و یک بار کار می‌کند، تا { $wait } دیگر.
login-for-group = توکن BytesFlows گروه <b>{ $title }</b> را در پیام بعدی بفرستید.
login-for-group-again = توکن BytesFlows حساب <b>{ $name }</b> در گروه <b>{ $title }</b> را در پیام بعدی بفرستید.
login-or-share = یا با دکمه‌های زیر، حسابی را که اینجا وصل است به اشتراک بگذارید.
login-done-there = ✅ حساب <b>{ $name }</b> در <b>{ $title }</b> وصل شد. گروه باخبر می‌شود، ولی هرگز توکن را نمی‌بیند.
login-renewed-in-groups = { $count ->
        [one] در گروهی که با آن به اشتراک گذاشته‌اید هم تازه شد.
       *[other] در { $count } گروهی که با آن‌ها به اشتراک گذاشته‌اید هم تازه شد.
    }
share-revocable = هر وقت بخواهید می‌توانید در /accounts آن را پس بگیرید.
not-shared = برای همین <b>{ $name }</b> به اشتراک گذاشته نشد.
code-expired = این لینک استفاده شده یا منقضی شده است. با /login در گروه، یا در /accounts در گفتگوی خصوصی با من، لینک تازه بگیرید.
code-of-another = این لینک برای کس دیگری ساخته شده است. مدیر گروه با فرستادن /login در گروه لینک خودش را می‌گیرد.
group-connected = ✅ حساب <b>{ $name }</b> را { $who } وصل کرد. حالا همه اینجا می‌توانند از آن بپرسند.
group-connected-by-admin = ✅ حساب <b>{ $name }</b> را یکی از مدیران وصل کرد. حالا همه اینجا می‌توانند از آن بپرسند.
group-disconnected = حساب <b>{ $name }</b> را همان کسی که وصل کرده بود قطع کرد. توکن و تاریخچه‌اش از اینجا پاک شده است.
group-disconnected-kept = اتصال حساب <b>{ $name }</b> را همان کسی که وصلش کرده بود قطع کرد. توکن آن از اینجا پاک شد؛ تاریخچه‌اش می‌ماند.
group-renewed = 🔄 حساب <b>{ $name }</b> دوباره با توکن دیگری متصل شد.

## حساب‌ها
accounts-title = <b>حساب‌ها</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · پیش‌فرض
account-since = تاریخ اتصال: { $date }
account-refused = ⚠️ توکن آن را BytesFlows دیگر قبول نمی‌کند. دوباره وصلش کنید.
account-is-locked = 🔒 کلیدی که توکنش با آن رمزگذاری شده نیست. دوباره وصلش کنید.
account-by-cookie = وصل با کوکی، فقط برای /balance
account-shared-with = به اشتراک گذاشته‌شده با { $groups }
and-more = { $count ->
        [one] و { $count } مورد دیگر
       *[other] و { $count } مورد دیگر
    }
account-rename = برای تغییر نام <b>{ $name }</b>، مثلاً بفرستید
    <code>{ $example }</code>
account-share = برای اشتراک‌گذاری <b>{ $name }</b>، گروهی را انتخاب کنید که مدیر آن هستید. اگر هنوز آنجا نباشم، عضو می‌شوم. گروه ترافیک حساب را می‌بیند، ولی هرگز توکنش را نمی‌بیند. لینک یک بار کار می‌کند، تا { $wait } دیگر.
accounts-used-title = <b>حساب‌های شما در گروه‌ها</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = هیچ‌کدام از حساب‌های شما در گروهی وصل نیست.
account-revoke-sure = اتصال <b>{ $name }</b> در <b>{ $title }</b> قطع شود؟ توکن و تاریخچه‌اش آنجا پاک می‌شود و گروه باخبر می‌شود.
account-revoked = اتصال <b>{ $name }</b> در <b>{ $title }</b> قطع شد.
name-taken = نام «{ $name }» اینجا گرفته شده است، شاید برای تاریخچهٔ حسابی که قطع شده. لطفاً نام دیگری انتخاب کنید.
not-a-name = نام یک کلمه است، حداکثر ۲۴ نویسه از حرف، رقم، نقطه، خط تیره یا زیرخط، و نباید فقط عدد باشد. نمونه: crawler

## تنظیمات
settings-title = <b>تنظیمات</b>
settings-title-group = <b>تنظیمات این گروه</b>
settings-language = 🌐 زبان: <b>{ $language }</b>
settings-zone = 🕒 منطقهٔ زمانی: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 منطقهٔ زمانی: انتخاب نشده، پس UTC
settings-quiet = 🌙 ساعت‌های سکوت: <b>{ $begin } تا { $end }</b>
settings-quiet-off = 🌙 ساعت‌های سکوت: خاموش
settings-money-shown = 💰 مبلغ‌ها: در این گروه نمایان
settings-money-hidden = 💰 مبلغ‌ها: در این گروه پنهان
settings-history-kept = 🗂 اگر حذف شوم: توکن‌ها پاک می‌شود، تاریخچه می‌ماند
settings-history-deleted = 🗂 اگر حذف شوم: توکن‌ها و تاریخچه پاک می‌شود
settings-choose-language = اینجا به چه زبانی صحبت کنم؟
settings-choose-zone = در کدام منطقهٔ زمانی هستید؟ الان: <b>{ $city }</b>. اگر منطقهٔ شما در دکمه‌های زیر نیست، نام شهرتان را بفرستید، مثلاً
    <code>{ $example }</code>
settings-which-zone = منظورتان کدام است؟
settings-choose-quiet = در این ساعت‌ها خودم چیزی نمی‌گویم، مگر فوری باشد. انتخاب کنید یا ساعت‌های خودتان را بفرستید، مثلاً
    <code>{ $example }</code>
unknown-zone = چنین شهر یا منطقهٔ زمانی‌ای نمی‌شناسم. نزدیک‌ترین شهر بزرگ را امتحان کنید، یا نامی مانند Europe/Berlin.
settings-delete = <b>همهٔ داده‌های این گفتگو پاک شود؟</b> { $count ->
        [0] تنظیماتش فوراً و برای همیشه پاک می‌شود.
        [one] تنظیمات و حسابش، با توکن و تاریخچه، فوراً و برای همیشه پاک می‌شود.
       *[other] تنظیمات و { $count } حسابش، با توکن‌ها و تاریخچه‌ها، فوراً و برای همیشه پاک می‌شود.
    }
settings-delete-group = <b>همهٔ داده‌های این گروه پاک شود؟</b> { $count ->
        [0] تنظیماتش فوراً و برای همیشه پاک می‌شود.
        [one] تنظیمات و حسابش، با توکن و تاریخچه، فوراً و برای همیشه پاک می‌شود.
       *[other] تنظیمات و { $count } حسابش، با توکن‌ها و تاریخچه‌ها، فوراً و برای همیشه پاک می‌شود.
    }
settings-delete-shared = { $count ->
        [one] حسابی که با گروهی به اشتراک گذاشته‌اید آنجا هم قطع می‌شود.
       *[other] { $count } حسابی که با گروه‌ها به اشتراک گذاشته‌اید آنجا هم قطع می‌شود.
    }
settings-deleted = همهٔ داده‌های این گفتگو پاک شد. برای شروع دوباره: /start.

## قطع اتصال
logout-which = اتصال کدام حساب را قطع کنم؟
logout-sure = اتصال <b>{ $name }</b> قطع شود؟ توکنش پاک می‌شود. پاک شدن یا ماندن تاریخچه‌اش با شماست.
logout-sure-all = اتصال هر { $count } حساب قطع شود؟ توکن‌هایشان پاک می‌شود. پاک شدن یا ماندن تاریخچه‌هایشان با شماست.
logout-shared = { $count ->
        [one] با یک گروه به اشتراک گذاشته شده و آنجا هم قطع می‌شود.
       *[other] در { $count } مورد با گروه‌ها به اشتراک گذاشته شده و آنجا هم قطع می‌شود.
    }
logout-done = اتصال <b>{ $name }</b> قطع شد. توکن و تاریخچه‌اش پاک شده است.
logout-done-kept = اتصال <b>{ $name }</b> قطع شد. توکنش پاک شده است؛ اگر دوباره با همین نام وصلش کنید، تاریخچه‌اش برمی‌گردد.
logout-done-all = اتصال هر { $count } حساب قطع شد. توکن‌ها و تاریخچه‌هایشان پاک شده است.
logout-done-all-kept = اتصال هر { $count } حساب قطع شد. توکن‌هایشان پاک شده است؛ اگر دوباره با همان نام‌ها وصلشان کنید، تاریخچه‌هایشان برمی‌گردد.
logout-done-already = این از قبل قطع شده است.
logout-cancelled = چیزی قطع نشد.

## مشکل سرویس
vendor-unreachable = فعلاً پاسخی از BytesFlows نمی‌رسد.
vendor-busy = سرویس BytesFlows می‌خواهد کمی صبر کنیم. لطفاً یک دقیقهٔ دیگر دوباره امتحان کنید.
vendor-busy-until = سرویس BytesFlows می‌خواهد کمی صبر کنیم. لطفاً { $wait } دیگر دوباره امتحان کنید.
vendor-broken = سرویس BytesFlows فعلاً خودش مشکل دارد.
vendor-refused = سرویس BytesFlows به این درخواست پاسخ نداد.
vendor-unreadable = پاسخی که از BytesFlows رسید برایم خوانا نیست. شاید گذرا باشد؛ لطفاً کمی بعد دوباره امتحان کنید.
token-refused = توکن <b>{ $name }</b> را BytesFlows دیگر قبول نمی‌کند: منقضی یا باطل شده است. لطفاً با توکن تازه دوباره وصل شوید.
last-good = آخرین آمار درست: باقی‌مانده <b>{ $available }</b> از { $total }، { $at }.

## تصویر /usage: کوتاه و بدون برچسب
chart-average = میانگین { $size }
chart-today = امروز تا این لحظه
chart-unknown = بدون داده
chart-size = { $size }
chart-day = { $day }

## دکمه‌ها و اعلان‌ها
button-connect = 🔑 وصل کردن حساب
button-connect-again = 🔑 اتصال دوباره
button-connect-privately = 🔒 اتصال در گفتگوی خصوصی
button-it-is-me = منم
button-open-private = 💬 باز کردن گفتگوی خصوصی
button-send-me = 📄 برایم بفرست
button-use-account = اشتراک‌گذاری { $name }
button-add-account = ➕ افزودن حساب
button-accounts = 👤 حساب‌ها
button-used = در گروه‌ها ({ $count })
button-make-default = پیش‌فرض شود
button-rename = تغییر نام
button-share = اشتراک‌گذاری با گروه
button-choose-group = انتخاب گروه
button-disconnect-account = قطع اتصال
button-revoke = { $title } · { $name }
button-revoke-yes = قطع در آنجا
button-back = ▶ بازگشت
button-language = 🌐 زبان
button-language-named = { $name }
button-language-auto = مثل تلگرام من
button-language-auto-group = مثل زمان اضافه شدنم
button-zone = 🕒 منطقهٔ زمانی
button-city = { $city }
button-quiet = 🌙 ساعت‌های سکوت
button-quiet-hours = { $begin } تا { $end }
button-quiet-off = بدون ساعت سکوت
button-money-show = 💰 نمایش مبلغ‌ها
button-money-hide = 💰 پنهان کردن مبلغ‌ها
button-history-keep = 🗂 اگر حذف شوم، تاریخچه بماند
button-history-delete = 🗂 اگر حذف شوم، تاریخچه پاک شود
button-delete-all = پاک کردن همه‌چیز
button-delete-all-yes = برای همیشه پاک شود
button-cancel = لغو
button-help = چه کارهایی بلدی؟
button-balance = 📊 ترافیک
button-records = 🧾 سوابق
button-usage = 📈 مصرف
button-days = { $days } روز
button-csv = CSV
button-daily = ⏰ خلاصهٔ روزانه
button-daily-at = { $time }
button-daily-off = خاموش کردن
button-daily-now = همین حالا نشان بده
button-picture-on = 🖼 با تصویر
button-picture-off = 🖼 بدون تصویر
button-alerts = 🔔 هشدارها
button-low-alert = 🪫 کم مانده
button-days-alert = ⏳ به‌زودی تمام می‌شود
button-spike-alert = 📈 جهش
button-expiry-alert = 📦 انقضا
button-balance-alert = 💰 موجودی
button-trouble-alert = ⚠️ مشکلات
button-alerts-on = 🔔 روشن کردن
button-alerts-off = 🔕 خاموش کردن همه
button-alerts-here = 📍 همین‌جا بگو
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = روشن
button-alerts-never = خاموش
button-snooze = 💤 ۲ ساعت
button-snooze-tomorrow = 💤 تا فردا
button-wake = 🔔 لغو تعویق
button-mine = 🙋 با من
button-refresh = 🔄 به‌روزرسانی
button-try-again = 🔄 تلاش دوباره
button-page = { $page } از { $pages }
button-page-only = { $page }
button-all = همه
button-order = خریدها
button-sign = پاداش‌ها
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = همهٔ حساب‌ها
button-disconnect = قطع و پاک کردن تاریخچه
button-disconnect-keep = قطع، تاریخچه بماند
notice-expired = این دکمه خیلی قدیمی است. لطفاً دستور را دوباره بفرستید.
notice-hasty = خیلی سریع بود. اگر منظورتان همین است، دوباره بزنید.
notice-admins-only = فقط مدیران این گروه می‌توانند این کار را بکنند.
notice-too-many = این‌همه یک‌جا زیاد است. لطفاً یک دقیقه به من فرصت بدهید.
