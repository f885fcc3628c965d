# العربية: يبدأ كل سطر بكلمة عربية قدر الإمكان، فبأول حرف فيه يتحدد اتجاهه.

language-name = العربية

## ما يُرى قبل أول رسالة: بلا وسوم
bot-description =
    كم تبقّى من حركة البيانات في حساب BytesFlows، وأين استُهلكت، وكم ستدوم: السؤال والجواب هنا في تيليجرام، في محادثة خاصة أو في مجموعة فريقك.

    يُشفَّر رمز API فور وصوله، ويُحذف من المحادثة، ولا يُعرض بعدها أبدًا.
bot-short-description = حركة بيانات فريقك على BytesFlows داخل تيليجرام: كم تبقّى، وكم ستدوم، وما الأقرب انتهاءً.

## الأحجام: 1 غيغابايت = 1024³ بايت
size-b = { $amount } بايت
size-kb = { $amount } كيلوبايت
size-mb = { $amount } ميغابايت
size-gb = { $amount } غيغابايت
size-tb = { $amount } تيرابايت
size-pb = { $amount } بيتابايت

## الترحيب والمساعدة
start =
    <b>حركة بياناتك على BytesFlows، هنا في تيليجرام.</b>
    أعرض لك ما تبقّى، وما اشتريته، وما اقترب انتهاؤه.
    يُشفَّر رمز API فور وصوله، ولا يُعرض بعدها أبدًا.
start-first = لنبدأ بربط حسابك، فالأمر لا يستغرق سوى دقيقة.
start-connected = حسابك مرتبط. ماذا أعرض لك؟
group-start =
    <b>حركة بيانات فريقكم على BytesFlows، هنا في المجموعة.</b>
    يمكن للجميع السؤال عمّا تبقّى، وما اشتُري، وما اقترب انتهاؤه.
    أما ربط الحسابات وتغيير الإعدادات فلمشرفي هذه المجموعة فقط.
group-start-first = يبدأ أحد المشرفين بربط الحساب. ولا يُرسَل الرمز إلا في محادثة خاصة معي، وليس هنا أبدًا.
group-start-connected = هنا حساب مرتبط. ماذا أعرض لكم؟
help = <b>ما يمكنني فعله</b>
help-group = <b>ما يمكنني فعله لكم هنا</b>
help-traffic = <b>حركة البيانات</b>
help-itself = <b>ما أقوله من تلقاء نفسي</b>
help-accounts = <b>الحسابات</b>
help-bot = <b>هذا البوت</b>
help-line = { "\u200F" }{ $command } – { $about }
help-group-roles = الاطّلاع متاح لكل من في المجموعة، أما التغيير فلمشرفيها فقط.
help-safety = أحذف فورًا كل رسالة فيها رمز، والأمر /logout يحذف الرمز المحفوظ أيضًا.
about-balance = المتبقي والأقرب انتهاءً
about-records = المشتريات ومكافآت الحضور
about-usage = الاستهلاك اليومي، وكم يكفي الباقي
about-export = الاستهلاك أو العمليات في ملف لجداول البيانات
about-daily = ملخص كل يوم في الوقت المختار
about-alerts = ما أنبّه إليه من تلقاء نفسي
about-pin = بطاقة مباشرة بما تبقّى، تتجدد هنا من تلقاء نفسها
about-accounts = الحسابات المرتبطة هنا
about-login = ربط حساب BytesFlows
about-logout = فصل حساب
about-settings = اللغة والمنطقة الزمنية وساعات الهدوء وغيرها
about-start = رسالة الترحيب
about-help = كل الأوامر
not-a-command = أفهم الأوامر فقط، مثل /balance. وهي كلها في /help.
unknown-command = لا أعرف الأمر <code>{ $command }</code>. ما يمكنني فعله تجده في /help.
misused = لا يمكنني استخدام «{ $argument }» هنا. مثال: <code>{ $example }</code>
misused-unnamed = لا يمكنني استخدام ذلك هنا. مثال: <code>{ $example }</code>
private-only = هذا أمر يخصّك وحدك، ومكانه محادثتك الخاصة معي.
group-only = يُختار ذلك في المجموعات، ولا شيء لاختياره في المحادثة الخاصة.
too-many-commands = هذا كثير دفعة واحدة. أحتاج إلى دقيقة، ولن أردّ هنا قبل انقضائها.
unwritable = لا يمكنني الرد حيث سألت في <b>{ $title }</b>: إما أن الموضوع مغلق، أو أن المجموعة لا تسمح لي بالكتابة. يمكن لأحد المشرفين تغيير ذلك.
answer-in-doubt = انقطع اتصالي أثناء الرد. إذا لم ترَ ردًا أعلاه، فاسأل مرة أخرى.
bug = عذرًا، حدث خطأ من جهتي وقد سُجّل. تُرجى المحاولة مجددًا بعد قليل.

## النظرة العامة
balance-title = <b>حركة البيانات</b>
balance-title-named = <b>حركة البيانات</b> · { $name }
balance-available = المتبقي: <b>{ $available }</b> من { $total }
balance-used = { $bar } استُهلك { $share } ({ $used })
balance-empty = لا توجد حركة بيانات في هذا الحساب بعد. يمكن شراء باقة أو تسجيل الحضور على bytesflows.com.
balance-contradiction = ⚠️ المتبقي أكثر من الإجمالي. هكذا وصل من BytesFlows، لذلك لا يمكنني معرفة كم استُهلك.
balance-available-only = المتبقي: <b>{ $size }</b>. لم تذكر BytesFlows الإجمالي.
balance-total-only = الإجمالي: <b>{ $size }</b>. لم تذكر BytesFlows كم تبقّى منه.
balance-no-figures = ⚠️ لم تصل من BytesFlows أرقام معقولة عن حركة البيانات.
balance-money = 💰 الرصيد المالي: { $money }
lasts = ⏳ المدة المتوقعة: <b>{ $left }</b> تقريبًا، حتى { $until }، بمعدل { $speed } يوميًا ({ $days ->
        [zero] وفق آخر استهلاك
        [one] وفق آخر يوم
        [two] وفق آخر يومين
        [few] وفق آخر { $days } أيام
        [many] وفق آخر { $days } يومًا
       *[other] وفق آخر { $days } يوم
    })
lasts-long = ⏳ المدة المتوقعة: أكثر من <b>{ $years ->
        [zero] عام
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    }</b> بمعدل { $speed } يوميًا ({ $days ->
        [zero] وفق آخر استهلاك
        [one] وفق آخر يوم
        [two] وفق آخر يومين
        [few] وفق آخر { $days } أيام
        [many] وفق آخر { $days } يومًا
       *[other] وفق آخر { $days } يوم
    })
lasts-unknown = ⏳ المدة المتوقعة: تُعرف بعد يوم تقريبًا.
lasts-idle = ⏳ المدة المتوقعة: لم أرصد أي استهلاك في { $days ->
        [zero] الساعات الأخيرة
        [one] اليوم الأخير
        [two] اليومين الأخيرين
        [few] آخر { $days } أيام
        [many] آخر { $days } يومًا
       *[other] آخر { $days } يوم
    }.
lasts-nothing = ⛔ <b>نفدت حركة البيانات.</b> يمكن شراء المزيد على bytesflows.com.
expires-next = 📦 الأقرب انتهاءً: <b>{ $size }</b> في { $date } (المتبقي { $left })
expires-next-unknown = 📦 تنتهي الباقة التالية في { $date } (المتبقي { $left })
expires-unseen = 📦 الأقرب انتهاءً: لم أتمكن من الاطّلاع على كل عملياتك.
as-of = <i>آخر تحديث: { $at }</i>

## Usage and forecast
usage-title = <b>البيانات المستهلكة</b> · { $days } يومًا
usage-title-named = <b>البيانات المستهلكة</b> · { $days } يومًا · { $name }
usage-total = الإجمالي <b>{ $total }</b>، بمعدل { $average } في اليوم
usage-sum = الإجمالي <b>{ $total }</b>
usage-busiest = أكثر الأيام { $date }: { $size }
usage-since = <i>أتابع هذا الحساب منذ { $date }.</i>
usage-none = لم أتابع هذا الحساب مدة تكفي لمعرفة الاستهلاك. أنظر إليه مرة كل ساعة تقريبًا؛ يُرجى المحاولة بعد ساعتين.
lasts-expires = ⏳ بمعدل { $speed } في اليوم لا تُستهلك كلها قبل أن تنتهي صلاحية آخرها في { $date }
lasts-range = { $high ->
        [zero] ⏳ تكفي نحو <b>{ $low } إلى { $high } يوم</b>، حتى ما بين { $begin } و{ $end }
        [one] ⏳ تكفي نحو <b>{ $low } إلى { $high } يوم</b>، حتى ما بين { $begin } و{ $end }
        [two] ⏳ تكفي نحو <b>{ $low } إلى { $high } يوم</b>، حتى ما بين { $begin } و{ $end }
        [few] ⏳ تكفي نحو <b>{ $low } إلى { $high } أيام</b>، حتى ما بين { $begin } و{ $end }
        [many] ⏳ تكفي نحو <b>{ $low } إلى { $high } يومًا</b>، حتى ما بين { $begin } و{ $end }
       *[other] ⏳ تكفي نحو <b>{ $low } إلى { $high } يوم</b>، حتى ما بين { $begin } و{ $end }
    }
loss = 📦 بهذا المعدل تنتهي صلاحية <b>{ $size }</b> دون استخدام في { $date }.
loss-more = 📦 وبعد ذلك تنتهي صلاحية { $size } أخرى دون استخدام.
loss-saved = يتطلب استخدامها كلها { $speed } في اليوم.

## The daily summary
daily-on = ⏰ الملخص اليومي: كل يوم عند <b>{ $time }</b> ({ $city })
daily-off = ⏰ الملخص اليومي: <b>متوقف</b>
daily-explained = يبيّن ما استُهلك منذ الملخص السابق، وما بقي، وكم يكفي، وما تنتهي صلاحيته. متى يصل؟ يمكن الاختيار أو إرسال وقت آخر، مثلًا <code>{ $example }</code>
daily-which-zone = { $time } حسب أي منطقة زمنية؟
daily-title = <b>الملخص اليومي</b>
daily-used = استُهلك <b>{ $size }</b> خلال آخر { $span }
daily-above = ▲ أعلى بنسبة { $share } من المعتاد { $speed } في اليوم
daily-below = ▼ أقل بنسبة { $share } من المعتاد { $speed } في اليوم
daily-usual = قريب من المعتاد: { $speed } في اليوم
daily-untold = تتعذر معرفة ما استُهلك خلال آخر { $span }.
daily-quiet = لم يُستهلك شيء خلال آخر { $span }. المتاح <b>{ $available }</b> من { $total }.
daily-bought = 🛒 مشتريات: { $size }
daily-checked-in = 🎁 تسجيل الحضور: { $size }
daily-received = 📦 وارد: { $size }
daily-expired = ⌛ انتهت دون استخدام: { $size }

## التنبيهات
alerts-title = 🔔 <b>التنبيهات</b>
alerts-explained = أتحقق مرة كل ساعة تقريبًا وأذكر كل أمر مرة واحدة، ثم مجددًا إذا ساء بوضوح فقط. يمكن الضغط على أحدها لتغييره.
alerts-off = 🔕 <b>التنبيهات متوقفة.</b>
alerts-off-explained = لا أبادر بالكلام عندما توشك حركة البيانات على النفاد أو يقفز الاستهلاك أو تقترب صلاحية من الانتهاء.
alerts-low = 🪫 المتبقي قليل: أقل من <b>{ $least }</b>
alerts-low-off = 🪫 المتبقي قليل: متوقف
alerts-days = ⏳ توشك على النفاد: أقل من <b>{ $span }</b>
alerts-days-off = ⏳ توشك على النفاد: متوقف
alerts-spike = 📈 قفزة: <b>{ $times }×</b> المعتاد في ساعة
alerts-spike-off = 📈 قفزة: متوقف
alerts-expiry = 📦 انتهاء دون استخدام: قبله بـ<b>{ $span }</b>
alerts-expiry-off = 📦 انتهاء دون استخدام: متوقف
alerts-balance = 💰 الرصيد المالي: أقل من <b>{ $least }</b>
alerts-balance-off = 💰 الرصيد المالي: متوقف
alerts-trouble = ⚠️ رمز مرفوض أو أرقام غير معقولة: <b>مفعّل</b>
alerts-trouble-off = ⚠️ رمز مرفوض أو أرقام غير معقولة: متوقف
alerts-choose = يمكن الاختيار أو إرسال قيمة أخرى، مثلًا <code>{ $example }</code>
alerts-elsewhere = تصل إلى موضوع آخر في هذه المجموعة.
alert-low = 🪫 لم يبقَ سوى <b>{ $available }</b> من { $total } ({ $share })
alert-days = ⏳ بهذا المعدل يكفي المتبقي نحو <b>{ $left }</b> ({ $speed } يوميًا)
alert-spike = 📈 استُهلك <b>{ $used }</b> في الساعة الأخيرة. المعتاد { $usual }.
alert-spike-first = 📈 استُهلك <b>{ $used }</b> في الساعة الأخيرة. المعتاد لا شيء تقريبًا.
alert-spike-left = إذا استمر ذلك فسينفد كل شيء خلال نحو <b>{ $left }</b>.
alert-last-day = 📦 توشك صلاحية <b>{ $size }</b> على الانتهاء دون استخدام: { $at }
alert-balance = 💰 انخفض الرصيد المالي إلى <b>{ $money }</b>.
alert-refused = 🔑 <b>لم تعد BytesFlows تقبل رمز { $name }.</b> لا يمكنني رؤية الاستهلاك حتى يُربط مجددًا.
alert-contradiction = ⚠️ حساب BytesFlows غريب: يُقال إن المتبقي { $available } من { $total }. لا أبني على ذلك أي أرقام.
alert-backwards = ⚠️ حساب BytesFlows غريب: عاد { $size } من المستهلك متاحًا دون شراء. لا أحتسب ذلك.
alert-snoozed = 💤 مؤجّل. التذكير التالي: { $at }
alert-snoozed-by = 💤 أجّله { $who }. التذكير التالي: { $at }
alert-taken = 🙋 { $who } يتولى الأمر.
alert-taken-by-somebody = 🙋 هناك من يتولى الأمر.
alert-given-back = لم يعد أحد يتولى الأمر.
alert-awake = 🔔 لم يعد هناك شيء مؤجّل.
alert-over = ✅ انتهى ذلك، ولم يبقَ ما يلزم فعله.
## البطاقة الحية
pin-updated = 📌 <i>مباشر · آخر تحديث: { $at }</i>
pin-expires = 📦 الأقرب انتهاءً: <b>{ $size }</b> في { $date }
pin-not-seen = لم أطّلع على أرقامه بعد.
pin-off = 📌 البطاقة المباشرة <b>متوقفة</b>. يمكن إنشاء بطاقة جديدة عبر /pin.
pin-none = 📌 لا توجد بطاقة مباشرة هنا. يمكن إنشاء واحدة عبر /pin.
pin-lost = 📌 فُقدت البطاقة المباشرة هنا: إما أنها حُذفت، أو لم يعد بإمكاني تعديلها. يمكن إنشاء بطاقة جديدة عبر /pin.
pin-may-not = 📌 لا يُسمح لي بتثبيت الرسائل هنا. يمكن منحي هذه الصلاحية ثم إرسال /pin مجددًا، أو تثبيت البطاقة يدويًا.

## العمليات
records-title-all = <b>المشتريات والحضور</b>
records-title-all-named = <b>المشتريات والحضور</b> · { $name }
records-title-order = <b>المشتريات</b>
records-title-order-named = <b>المشتريات</b> · { $name }
records-title-sign = <b>مكافآت الحضور</b>
records-title-sign-named = <b>مكافآت الحضور</b> · { $name }
records-none = لا توجد عمليات بعد.
records-none-here = لا يوجد شيء في هذه الصفحة.
record-order = 🛒 <b>شراء</b> · { $state }
record-sign = 🎁 <b>حضور</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = ساري المفعول
record-expired = منتهي الصلاحية
record-unknown = الحالة غير معروفة
record-order-id = <code>{ $order }</code>
record-used-share = استُهلك <b>{ $used }</b> من { $quota } ({ $share })
record-used = استُهلك <b>{ $used }</b> من { $quota }. هذان الرقمان لا يتوافقان.
record-quota = الحجم { $quota }، ولم يُذكر كم استُهلك منه
record-no-figures = لم تصل أي أرقام.
record-created = أُنشئ في { $date }
record-expires = ينتهي في { $date } (المتبقي { $left })
record-expired-on = انتهى في { $date } (مضى { $left })

## الملفات
export-title = <b>ملفات لجداول البيانات</b> (CSV)
export-title-named = <b>ملفات لجداول البيانات</b> (CSV) · { $name }
export-usage-about = 📈 <b>الاستهلاك</b>: ما استُهلك وما اشتُري وما انتهت صلاحيته بين كل مرتين أنظر فيهما إلى الحساب
export-records-about = 🧾 <b>العمليات</b>: جميع المشتريات ومكافآت الحضور
export-privately = المبالغ مخفية في هذه المجموعة، لذلك يصل الملف إلى من يطلبه في محادثته الخاصة معي.
export-usage = <b>الاستهلاك</b> · { $begin } – { $end }
export-usage-named = <b>الاستهلاك</b> · { $begin } – { $end } · { $name }
export-asked-in = طُلب في <b>{ $title }</b>
export-rows = { $count ->
        [zero] لا صفوف
        [one] صف واحد
        [two] صفّان
        [few] { $count } صفوف
        [many] { $count } صفًا
       *[other] { $count } صف
    }
export-notes = <i>الأوقات بتوقيت UTC والكميات بالبايت، وما لا يُعرف يُترك فارغًا.</i>
export-cut = ⚠️ أحدث الصفوف فقط: لا يتسع ملف واحد لأكثر منها.
export-incomplete = ⚠️ الملف غير مكتمل: لم تُرسل BytesFlows كل العمليات. يُرجى طلبه مرة أخرى لاحقًا.
export-no-records = لا يوجد ما يُحفظ في ملف بعد: ليس في هذا الحساب مشتريات ولا مكافآت حضور. يمكن شراء باقة أو تسجيل الحضور على bytesflows.com.
export-sent = 📄 الملف في محادثتك الخاصة معي.
export-unheard = المبالغ مخفية في هذه المجموعة، لذلك تصل الملفات في محادثة خاصة، لكن لا يمكنني مراسلتك بعد. يُرجى فتح المحادثة الخاصة معي والضغط على «بدء»، ثم العودة إلى هنا وطلب الملف مرة أخرى.
export-to-whom = رسالتك باسم المجموعة، فلا أرى إلى من أرسل الملف. يُرجى الضغط على الزر: يصل الملف إلى محادثتك الخاصة معي، ولا يعلم أحد غيري بذلك.
export-can-write = يمكنني الآن مراسلتك هنا. يُرجى العودة إلى المجموعة وطلب الملف مرة أخرى.

## الربط
login-ask = يُرجى إرسال رمز API لحسابك على BytesFlows في رسالتك التالية.
login-again = يُرجى إرسال رمز API للحساب <b>{ $name }</b> على BytesFlows في رسالتك التالية.
login-where = <b>مكان الرمز:</b> لوحة التحكم بعد تسجيل الدخول إلى bytesflows.com، ومنها يُنسخ رمز API. تصلح أيضًا ترويسة <code>Authorization</code> منسوخة؛ أما ترويسة <code>Cookie</code> فلا تتيح سوى /balance.
login-safety = أحذف رسالتك فورًا، وأجرّب الرمز، وأحفظه مشفّرًا. المهلة: { $wait }.
login-cancelled = تم الإلغاء.
login-nothing-to-cancel = لا يوجد ما يُلغى.
login-done = ✅ تم الربط باسم <b>{ $name }</b>.
login-known = ✅ هذا الرمز متصل هنا بالفعل باسم <b>{ $name }</b>.
login-speaks-up = من الآن أنبّه هنا عندما توشك حركة البيانات على النفاد أو يقفز الاستهلاك أو تقترب صلاحية من الانتهاء دون استخدام. للتغيير: { $command }
login-replaced = كان { $name } متصلًا حتى الآن برمز آخر لم يعد مستخدمًا. للاحتفاظ بالحسابين، يمكن وصل هذا الحساب مرة أخرى باسم مختلف.
login-cookie = الربط عبر Cookie لا يتيح سوى /balance. ولاستخدام /records يلزم الربط برمز API.
login-name-unusable = هذا الاسم لا يصلح، لذلك سمّيت الحساب { $name }. الاسم كلمة واحدة لا تزيد على 24 خانة: حروف أو أرقام أو نقاط أو شرطات أو شرطات سفلية.
login-erased = <i>حذفتُ رسالتك التي فيها الرمز.</i>
login-not-erased = ⚠️ <b>لم أتمكن من حذف رسالتك التي فيها الرمز. يُرجى حذفها الآن من جهتك.</b>
login-refused = لا تقبل BytesFlows هذا الرمز، لذلك لم أحتفظ بشيء. يُرجى التأكد من أنه منسوخ كاملًا ولم تنتهِ صلاحيته، ثم إرساله مجددًا.
login-not-proved = لم أتمكن من تجربة الرمز، لذلك لم أحتفظ بشيء. يُرجى إرساله مجددًا بعد دقيقة.
login-unexpected = بدا ذلك رمزًا، فحذفتُ رسالتك ولم أستخدمه. لربط حساب، يُرجى الضغط على الزر ثم إرسال الرمز مجددًا.
login-unexpected-not-erased = ⚠️ <b>يبدو ذلك رمزًا، ولم أتمكن من حذفه. يُرجى حذفه الآن من جهتك.</b> لم أستخدمه.
no-credential = حذفتُ تلك الرسالة احتياطًا، لكنني لا أرى فيها رمزًا. يُرجى إرسال الرمز وحده، أو سطر مثل <code>Authorization: Bearer …</code>.
no-credential-visible = لا أرى رمزًا في تلك الرسالة. يُرجى إرسال الرمز وحده، أو سطر مثل <code>Authorization: Bearer …</code>.
too-many-accounts = بلغ عدد الحسابات في هذه المحادثة { $most }، وهو الحد الأقصى. يُرجى فصل أحدها عبر /logout، ثم ربط هذا الحساب.
no-account = لا يوجد حساب مرتبط هنا بعد. تظهر حركة البيانات بعد ربط حساب.
unknown-account = لا يوجد هنا حساب باسم «{ $name }». الحسابات المرتبطة: { $known }.
unknown-account-unnamed = لا يوجد هنا حساب كهذا. الحسابات المرتبطة: { $known }.
unknown-filter = لا أعرف عامل تصفية ولا حسابًا باسم «{ $name }». الحسابات المرتبطة: { $known }. مثال: <code>{ $example }</code>
overview-only = الحساب <b>{ $name }</b> مرتبط عبر Cookie، ولا يتيح ذلك سوى /balance. لرؤية هذا يلزم ربطه برمز API.
accounts-locked = 🔒 المفتاح الذي شُفّرت به رموز { $names } غير موجود هنا، لذلك لا يمكنني فتحها. يُرجى ربط هذه الحسابات مجددًا. لم يُحذف شيء.
account-locked = 🔒 المفتاح الذي شُفّر به رمز <b>{ $name }</b> غير موجود هنا، لذلك لا يمكنني فتحه. يُرجى ربط الحساب مجددًا. لم يُحذف شيء.

## المجموعات: من يمكنه ماذا
admins-only = هذا متاح لمشرفي هذه المجموعة فقط.
admins-only-named = هذا متاح لمشرفي هذه المجموعة فقط: { $names }.
admins-only-there = هذا متاح لمشرفي <b>{ $title }</b> فقط.
who-are-you = رسالتك باسم المجموعة، فلا أرى من كتبها. يُرجى الضغط على الزر: أتحقق من أنك من المشرفين، ولا يعلم أحد غيري بذلك.
rights-unknown = لم أتمكن من معرفة مشرفي تلك المجموعة من تيليجرام. تُرجى المحاولة مجددًا بعد دقيقة؛ وإن تكرر ذلك، يُرجى التأكد من أنني ما زلت في المجموعة.
addressed = { $person }:
secret-in-group = ⚠️ <b>لا مكان للرموز في المجموعات أبدًا.</b> حذفتُ الرسالة ولم أستخدم الرمز، لكن ربما رآه آخرون. يُرجى إبطاله الآن على bytesflows.com، ثم الربط برمز جديد في محادثة خاصة معي.
secret-in-group-visible = ⚠️ <b>لا مكان للرموز في المجموعات أبدًا. لا يمكنني حذف رسالتك: يُرجى حذفها الآن من جهتك.</b> لم أستخدم الرمز، لكن ربما رآه آخرون. يُرجى إبطاله على bytesflows.com، ثم الربط برمز جديد في محادثة خاصة معي.

## المجموعات: الربط
login-privately = لربط حساب دون أن يطّلع أحد، يُرجى الضغط على الزر لنتابع في محادثتك الخاصة. الرابط لك وحدك ويعمل مرة واحدة، ومدة صلاحيته: { $wait }.
login-for-group = في رسالتك التالية، يُرجى إرسال رمز API من BytesFlows للمجموعة <b>{ $title }</b>.
login-for-group-again = في رسالتك التالية، يُرجى إرسال رمز API من BytesFlows للحساب <b>{ $name }</b> في المجموعة <b>{ $title }</b>.
login-or-share = أو يمكنك مشاركة حساب مرتبط هنا، بالأزرار أدناه.
login-done-there = ✅ الحساب <b>{ $name }</b> مرتبط الآن في <b>{ $title }</b>. تعلم المجموعة بذلك، لكنها لا ترى الرمز أبدًا.
login-renewed-in-groups = { $count ->
        [zero] ولا توجد مجموعات شاركته معها ليُجدَّد فيها.
        [one] وجُدّد أيضًا في المجموعة التي شاركته معها.
        [two] وجُدّد أيضًا في المجموعتين اللتين شاركته معهما.
        [few] وجُدّد أيضًا في { $count } مجموعات شاركته معها.
        [many] وجُدّد أيضًا في { $count } مجموعة شاركته معها.
       *[other] وجُدّد أيضًا في { $count } مجموعة شاركته معها.
    }
share-revocable = يمكنك التراجع عن المشاركة في أي وقت عبر /accounts.
not-shared = لذلك لم تتم مشاركة <b>{ $name }</b>.
code-expired = هذا الرابط استُخدم أو انتهت صلاحيته. يمكنك طلب رابط جديد عبر /login في المجموعة، أو عبر /accounts في محادثتك الخاصة معي.
code-of-another = أُنشئ هذا الرابط لشخص آخر. يحصل مشرف المجموعة على رابطه الخاص بإرسال /login فيها.
group-connected = ✅ تم ربط الحساب <b>{ $name }</b> بواسطة { $who }. يمكن للجميع هنا السؤال عنه الآن.
group-connected-by-admin = ✅ ربط أحد المشرفين الحساب <b>{ $name }</b>. يمكن للجميع هنا السؤال عنه الآن.
group-disconnected = تم فصل الحساب <b>{ $name }</b> بطلب ممن ربطه، وحُذف هنا رمزه وسجل استهلاكه.
group-disconnected-kept = فصل الحسابَ <b>{ $name }</b> من كان قد وصله. حُذف رمزه من هنا، وبقي سجله محفوظًا.
group-renewed = 🔄 أُعيد وصل الحساب <b>{ $name }</b> برمز آخر.

## الحسابات
accounts-title = <b>الحسابات</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · الافتراضي
account-since = مرتبط منذ { $date }
account-refused = ⚠️ لم تعد BytesFlows تقبل رمزه. يلزم ربطه مجددًا.
account-is-locked = 🔒 المفتاح الذي شُفّر به رمزه غير موجود. يلزم ربطه مجددًا.
account-by-cookie = مرتبط عبر Cookie، ولا يتيح ذلك سوى /balance
account-shared-with = مشارَك مع { $groups }
and-more = { $count ->
        [zero] و{ $count } أخرى
        [one] و{ $count } أخرى
        [two] و{ $count } أخرى
        [few] و{ $count } أخرى
        [many] و{ $count } أخرى
       *[other] و{ $count } أخرى
    }
account-rename = لتغيير اسم <b>{ $name }</b> يُرجى إرسال الأمر، مثلًا
    <code>{ $example }</code>
account-share = لمشاركة <b>{ $name }</b> مع مجموعة، يُرجى اختيار واحدة أنت من مشرفيها. وإن لم أكن فيها فسأنضم إليها. ترى المجموعة حركة بيانات الحساب، ولا ترى رمزه أبدًا. يعمل الرابط مرة واحدة، ومدة صلاحيته: { $wait }.
accounts-used-title = <b>حساباتك في المجموعات</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = لا يوجد حساب من حساباتك مرتبط في مجموعة.
account-revoke-sure = هل يُفصل <b>{ $name }</b> في <b>{ $title }</b>؟ سيُحذف هناك رمزه وسجل استهلاكه، وستُبلَّغ المجموعة بذلك.
account-revoked = تم فصل <b>{ $name }</b> في <b>{ $title }</b>.
name-taken = الاسم «{ $name }» مستخدم هنا، ربما لسجل حساب مفصول. يُرجى اختيار اسم آخر.
not-a-name = الاسم كلمة واحدة لا تزيد على 24 خانة: حروف أو أرقام أو نقاط أو شرطات أو شرطات سفلية، ولا يكون رقمًا فقط. مثال: crawler

## الإعدادات
settings-title = <b>الإعدادات</b>
settings-title-group = <b>إعدادات هذه المجموعة</b>
settings-language = 🌐 اللغة: <b>{ $language }</b>
settings-zone = 🕒 المنطقة الزمنية: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 المنطقة الزمنية: لم تُحدَّد، لذلك UTC
settings-quiet = 🌙 ساعات الهدوء: <b>من { $begin } إلى { $end }</b>
settings-quiet-off = 🌙 ساعات الهدوء: غير مفعّلة
settings-money-shown = 💰 المبالغ: ظاهرة في هذه المجموعة
settings-money-hidden = 💰 المبالغ: مخفية في هذه المجموعة
settings-history-kept = 🗂 عند إزالتي: تُحذف الرموز، ويبقى سجل الاستهلاك
settings-history-deleted = 🗂 عند إزالتي: تُحذف الرموز وسجل الاستهلاك
settings-choose-language = بأي لغة أتحدث هنا؟
settings-choose-zone = ما منطقتك الزمنية؟ الحالية: <b>{ $city }</b>. إن لم تكن بين الأزرار أدناه، يكفي إرسال اسم مدينتك، مثلًا
    <code>{ $example }</code>
settings-which-zone = أيها المقصود؟
settings-choose-quiet = في هذه الساعات لا أبادر بالكلام إلا لأمر عاجل. يمكنك الاختيار أدناه أو إرسال ساعات أخرى، مثلًا
    <code>{ $example }</code>
unknown-zone = لا أعرف مدينة أو منطقة زمنية بهذا الاسم. يمكنك تجربة أقرب مدينة كبيرة، أو اسم مثل Europe/Berlin.
settings-delete = <b>هل يُحذف كل ما يتعلق بهذه المحادثة؟</b> { $count ->
        [zero] ستُحذف إعداداتها فورًا ونهائيًا.
        [one] ستُحذف إعداداتها وحسابها، مع رمزه وسجل استهلاكه، فورًا ونهائيًا.
        [two] ستُحذف إعداداتها وحساباها، مع رمزيهما وسجلي استهلاكهما، فورًا ونهائيًا.
        [few] ستُحذف إعداداتها و{ $count } حسابات فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
        [many] ستُحذف إعداداتها و{ $count } حسابًا فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
       *[other] ستُحذف إعداداتها و{ $count } حساب فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
    }
settings-delete-group = <b>هل يُحذف كل ما يتعلق بهذه المجموعة؟</b> { $count ->
        [zero] ستُحذف إعداداتها فورًا ونهائيًا.
        [one] ستُحذف إعداداتها وحسابها، مع رمزه وسجل استهلاكه، فورًا ونهائيًا.
        [two] ستُحذف إعداداتها وحساباها، مع رمزيهما وسجلي استهلاكهما، فورًا ونهائيًا.
        [few] ستُحذف إعداداتها و{ $count } حسابات فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
        [many] ستُحذف إعداداتها و{ $count } حسابًا فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
       *[other] ستُحذف إعداداتها و{ $count } حساب فيها، مع رموزها وسجلات استهلاكها، فورًا ونهائيًا.
    }
settings-delete-shared = { $count ->
        [zero] لا توجد حسابات شاركتها مع مجموعات.
        [one] الحساب الذي شاركته مع مجموعة سيُفصل هناك أيضًا.
        [two] الحسابان اللذان شاركتهما مع مجموعات سيُفصلان هناك أيضًا.
        [few] وستُفصل أيضًا { $count } حسابات شاركتها مع مجموعات.
        [many] وسيُفصل أيضًا { $count } حسابًا شاركته مع مجموعات.
       *[other] وسيُفصل أيضًا { $count } حساب شاركته مع مجموعات.
    }
settings-deleted = حُذف كل ما يتعلق بهذه المحادثة. لبداية جديدة: /start.

## الفصل
logout-which = ما الحساب المطلوب فصله؟
logout-sure = هل يُفصل <b>{ $name }</b>؟ سيُحذف رمزه. أما سجل استهلاكه فلك أن يُحذف أو يبقى.
logout-sure-all = هل تُفصل كل الحسابات ({ $count })؟ ستُحذف رموزها. أما سجلات استهلاكها فلك أن تُحذف أو تبقى.
logout-shared = { $count ->
        [zero] لا توجد مشاركة مع أي مجموعة.
        [one] توجد مشاركة مع مجموعة، وسيتم الفصل هناك أيضًا.
        [two] توجد مشاركتان مع مجموعات، وسيتم الفصل هناك أيضًا.
        [few] توجد { $count } مشاركات مع مجموعات، وسيتم الفصل هناك أيضًا.
        [many] توجد { $count } مشاركة مع مجموعات، وسيتم الفصل هناك أيضًا.
       *[other] توجد { $count } مشاركة مع مجموعات، وسيتم الفصل هناك أيضًا.
    }
logout-done = تم فصل <b>{ $name }</b>، وحُذف رمزه وسجل استهلاكه.
logout-done-kept = تم فصل <b>{ $name }</b> وحُذف رمزه؛ ويعود سجل استهلاكه عند ربطه مجددًا بهذا الاسم.
logout-done-all = تم فصل كل الحسابات ({ $count })، وحُذفت رموزها وسجلات استهلاكها.
logout-done-all-kept = تم فصل كل الحسابات ({ $count }) وحُذفت رموزها؛ وتعود سجلات استهلاكها عند ربطها مجددًا بالأسماء نفسها.
logout-done-already = هذا مفصول من قبل.
logout-cancelled = لم يُفصل أي حساب.

## مشكلات لدى المزوّد
vendor-unreachable = لا تستجيب BytesFlows حاليًا.
vendor-busy = تطلب BytesFlows التمهّل قليلًا. تُرجى المحاولة مجددًا بعد دقيقة.
vendor-busy-until = تطلب BytesFlows التمهّل قليلًا. مدة الانتظار قبل المحاولة مجددًا: { $wait }.
vendor-broken = هناك مشكلة لدى BytesFlows حاليًا.
vendor-refused = رفضت BytesFlows الإجابة عن هذا الطلب.
vendor-unreadable = أجابت BytesFlows بما لا يمكنني قراءته. قد يكون ذلك عابرًا؛ تُرجى المحاولة مجددًا لاحقًا.
token-refused = لم تعد BytesFlows تقبل رمز <b>{ $name }</b>، فقد انتهت صلاحيته أو أُبطل. يُرجى الربط مجددًا برمز جديد.
last-good = آخر أرقام صحيحة: المتبقي <b>{ $available }</b> من { $total }، { $at }.

## صورة /usage: قصيرة وبلا وسوم
chart-average = المتوسط { $size }
chart-today = اليوم حتى الآن
chart-unknown = لا بيانات
chart-size = { $size }
chart-day = { $day }

## الأزرار والتنبيهات
button-connect = 🔑 ربط حساب
button-connect-again = 🔑 إعادة الربط
button-connect-privately = 🔒 الربط في محادثة خاصة
button-it-is-me = هذا أنا
button-open-private = 💬 فتح المحادثة الخاصة
button-send-me = 📄 أرسله إليّ
button-use-account = مشاركة { $name }
button-add-account = ➕ إضافة حساب
button-accounts = 👤 الحسابات
button-used = في المجموعات ({ $count })
button-make-default = جعله الافتراضي
button-rename = تغيير الاسم
button-share = مشاركة مع مجموعة
button-choose-group = اختيار مجموعة
button-disconnect-account = فصل الحساب
button-revoke = { $title } · { $name }
button-revoke-yes = فصله هناك
button-back = ▶ رجوع
button-language = 🌐 اللغة
button-language-named = { $name }
button-language-auto = مثل لغة تيليجرام لديّ
button-language-auto-group = كما كانت عند إضافتي
button-zone = 🕒 المنطقة الزمنية
button-city = { $city }
button-quiet = 🌙 ساعات الهدوء
button-quiet-hours = من { $begin } إلى { $end }
button-quiet-off = بلا ساعات هدوء
button-money-show = 💰 إظهار المبالغ
button-money-hide = 💰 إخفاء المبالغ
button-history-keep = 🗂 إبقاء السجل عند إزالتي
button-history-delete = 🗂 حذف السجل عند إزالتي
button-delete-all = حذف كل شيء
button-delete-all-yes = حذف نهائي
button-cancel = إلغاء
button-help = ما الذي يمكنك فعله؟
button-balance = 📊 حركة البيانات
button-records = 🧾 العمليات
button-usage = 📈 الاستهلاك
button-days = { $days } ي
button-csv = CSV
button-daily = ⏰ الملخص اليومي
button-daily-at = { $time }
button-daily-off = إيقاف
button-daily-now = عرضه الآن
button-picture-on = 🖼 مع صورة
button-picture-off = 🖼 بلا صورة
button-alerts = 🔔 التنبيهات
button-low-alert = 🪫 المتبقي قليل
button-days-alert = ⏳ توشك على النفاد
button-spike-alert = 📈 قفزة
button-expiry-alert = 📦 انتهاء
button-balance-alert = 💰 الرصيد المالي
button-trouble-alert = ⚠️ مشكلات
button-alerts-on = 🔔 تشغيل
button-alerts-off = 🔕 إيقاف الكل
button-alerts-here = 📍 إرسالها هنا
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = تشغيل
button-alerts-never = إيقاف
button-snooze = 💤 ساعتان
button-snooze-tomorrow = 💤 حتى الغد
button-wake = 🔔 إلغاء التأجيل
button-mine = 🙋 أنا أتولى الأمر
button-refresh = 🔄 تحديث
button-try-again = 🔄 إعادة المحاولة
button-page = { $page } من { $pages }
button-page-only = { $page }
button-all = الكل
button-order = المشتريات
button-sign = الحضور
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = كل الحسابات
button-disconnect = فصل وحذف السجل
button-disconnect-keep = فصل مع إبقاء السجل
notice-expired = هذا الزر قديم جدًا. يُرجى إرسال الأمر مجددًا.
notice-hasty = كان ذلك سريعًا جدًا. إن كان مقصودًا، يُرجى الضغط مرة أخرى.
notice-admins-only = هذا متاح لمشرفي هذه المجموعة فقط.
notice-too-many = هذا كثير دفعة واحدة. أحتاج إلى دقيقة من فضلك.
