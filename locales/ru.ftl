# Русский

language-name = Русский

## До первого сообщения: здесь без тегов
bot-description =
    Сколько трафика BytesFlows осталось, на что он ушёл и надолго ли его хватит: спрашивайте прямо в Telegram, в личном чате или в группе вашей команды.

    Токен шифруется сразу при получении, удаляется из чата и больше нигде не показывается.
bot-short-description = Трафик BytesFlows вашей команды в Telegram: сколько осталось, надолго ли хватит, что истекает первым.

## Объём трафика: 1 ГБ = 1024³ байт
size-b = { $amount } Б
size-kb = { $amount } КБ
size-mb = { $amount } МБ
size-gb = { $amount } ГБ
size-tb = { $amount } ТБ
size-pb = { $amount } ПБ

## Приветствие и справка
start =
    <b>Ваш трафик BytesFlows прямо в Telegram.</b>
    Покажу, сколько осталось, что куплено и что истекает первым.
    Токен шифруется сразу при получении и больше нигде не показывается.
start-first = Сначала подключите аккаунт, это займёт минуту.
start-connected = Аккаунт подключён. Что показать?
group-start =
    <b>Трафик BytesFlows вашей команды прямо в группе.</b>
    Любой может узнать, сколько осталось, что куплено и что истекает первым.
    Подключать аккаунты и менять настройки могут только админы группы.
group-start-first = Сначала админ подключает аккаунт. Токен нужно отправить в личном чате со мной, а не здесь.
group-start-connected = Аккаунт подключён. Что показать?
help = <b>Что я умею</b>
help-group = <b>Чем я могу помочь здесь</b>
help-traffic = <b>Трафик</b>
help-itself = <b>Что я присылаю без запроса</b>
help-accounts = <b>Аккаунты</b>
help-bot = <b>Бот</b>
help-line = { $command } — { $about }
help-group-roles = Смотреть могут все в группе, менять — только админы.
help-safety = Сообщения с токеном я сразу удаляю; /logout удаляет и сохранённый токен.
about-balance = сколько осталось и что истекает первым
about-records = покупки и ежедневные бонусы
about-usage = расход по дням и насколько хватит остатка
about-export = расход или начисления файлом для таблиц
about-daily = сводка каждый день в удобное время
about-alerts = о чём я предупреждаю без запроса
about-pin = живая карточка с остатком, всегда свежая
about-accounts = подключённые здесь аккаунты
about-login = подключить аккаунт BytesFlows
about-logout = отключить аккаунт
about-settings = язык, часовой пояс, тихие часы и другое
about-start = приветствие
about-help = все команды
not-a-command = Я понимаю только команды. Попробуйте /balance или откройте весь список: /help.
unknown-command = Не знаю команды <code>{ $command }</code>. Что я умею, покажет /help.
misused = «{ $argument }» здесь не подходит. Например: <code>{ $example }</code>
misused-unnamed = Здесь это не подходит. Например: <code>{ $example }</code>
private-only = Это касается только вас. Пожалуйста, сделайте это в личном чате со мной.
group-only = Это настраивается в группе, в личном чате выбирать нечего.
too-many-commands = Слишком много команд сразу. Дайте мне минуту, а пока я здесь помолчу.
unwritable = Не могу ответить вам в группе <b>{ $title }</b>: тема закрыта или мне запрещено писать. Это может исправить админ.
answer-in-doubt = Связь прервалась, пока я отвечал. Если выше нет ответа, спросите ещё раз.
bug = Извините, у меня что-то сломалось. Ошибка записана, попробуйте ещё раз чуть позже.

## Сводка
balance-title = <b>Трафик</b>
balance-title-named = <b>Трафик</b> · { $name }
balance-available = Доступно <b>{ $available }</b> из { $total }
balance-used = { $bar } израсходовано { $share } ({ $used })
balance-empty = На этом аккаунте пока нет трафика. Купите пакет или получите ежедневный бонус на bytesflows.com.
balance-contradiction = ⚠️ Доступно больше, чем есть всего. Так прислал BytesFlows, поэтому сколько израсходовано, сказать нельзя.
balance-available-only = Доступно <b>{ $size }</b>. Общий объём BytesFlows не сообщил.
balance-total-only = Всего <b>{ $size }</b>. Сколько из этого осталось, BytesFlows не сообщил.
balance-no-figures = ⚠️ BytesFlows не прислал внятных данных о трафике.
balance-money = 💰 Баланс: { $money }
lasts = ⏳ Хватит примерно до { $until }, это ещё <b>{ $left }</b> при { $speed } в день (темп за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    })
lasts-long = ⏳ Хватит больше чем на <b>{ $years } лет</b> при { $speed } в день (темп за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    })
lasts-unknown = ⏳ Надолго ли хватит, станет ясно примерно через день.
lasts-idle = ⏳ Надолго ли хватит, неясно: за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } расхода не видно.
lasts-nothing = ⛔ <b>Трафик закончился.</b> Докупить можно на bytesflows.com.
expires-next = 📦 Истекает первым: <b>{ $size }</b>, { $date } (ещё { $left })
expires-next-unknown = 📦 Следующий пакет истекает { $date } (ещё { $left })
expires-unseen = 📦 Что истекает первым: не удалось просмотреть все начисления.
as-of = <i>Обновлено { $at }</i>

## Usage and forecast
usage-title = <b>Расход трафика</b> · { $days } дн.
usage-title-named = <b>Расход трафика</b> · { $days } дн. · { $name }
usage-total = Всего <b>{ $total }</b>, в среднем { $average } в день
usage-sum = Всего <b>{ $total }</b>
usage-busiest = Больше всего { $date }: { $size }
usage-since = <i>Я наблюдаю с { $date }.</i>
usage-none = Я наблюдаю за аккаунтом слишком недолго, чтобы назвать расход. Я смотрю примерно раз в час; загляните часа через два.
lasts-expires = ⏳ При расходе { $speed } в день остаток не успеет закончиться: последнее сгорит { $date }
lasts-range = { $high ->
        [one] ⏳ Хватит примерно на <b>{ $low }–{ $high } день</b>, до { $begin } – { $end }
        [few] ⏳ Хватит примерно на <b>{ $low }–{ $high } дня</b>, до { $begin } – { $end }
        [many] ⏳ Хватит примерно на <b>{ $low }–{ $high } дней</b>, до { $begin } – { $end }
       *[other] ⏳ Хватит примерно на <b>{ $low }–{ $high } дня</b>, до { $begin } – { $end }
    }
loss = 📦 При таком расходе <b>{ $size }</b> сгорят неиспользованными { $date }.
loss-more = 📦 Позже сгорят ещё { $size }.
loss-saved = Чтобы израсходовать всё, нужно { $speed } в день.

## The daily summary
daily-on = ⏰ Ежедневная сводка: каждый день в <b>{ $time }</b> ({ $city })
daily-off = ⏰ Ежедневная сводка: <b>выключена</b>
daily-explained = В ней — сколько израсходовано с прошлой сводки, сколько осталось, на сколько хватит и что сгорает. Когда присылать? Выберите или отправьте своё время, например <code>{ $example }</code>
daily-which-zone = { $time } — по какому часовому поясу?
daily-title = <b>Сводка за день</b>
daily-used = За { $span } израсходовано <b>{ $size }</b>
daily-above = ▲ на { $share } больше обычных { $speed } в день
daily-below = ▼ на { $share } меньше обычных { $speed } в день
daily-usual = Примерно как обычно: { $speed } в день
daily-untold = Сколько израсходовано за { $span }, неизвестно.
daily-quiet = За { $span } ничего не израсходовано. Доступно <b>{ $available }</b> из { $total }.
daily-bought = 🛒 Куплено: { $size }
daily-checked-in = 🎁 За отметки: { $size }
daily-received = 📦 Получено: { $size }
daily-expired = ⌛ Сгорело: { $size }

## Предупреждения
alerts-title = 🔔 <b>Предупреждения</b>
alerts-explained = Я смотрю примерно раз в час и пишу о каждом один раз, а снова — только если стало заметно хуже. Нажмите, чтобы изменить.
alerts-off = 🔕 <b>Предупреждения выключены.</b>
alerts-off-explained = Я не пишу первым, когда трафик на исходе, расход подскочил или пакет вот-вот сгорит.
alerts-low = 🪫 Мало осталось: меньше <b>{ $least }</b>
alerts-low-off = 🪫 Мало осталось: выключено
alerts-days = ⏳ Хватит ненадолго: меньше чем на <b>{ $span }</b>
alerts-days-off = ⏳ Хватит ненадолго: выключено
alerts-spike = 📈 Всплеск: за час <b>{ $times }×</b> от обычного
alerts-spike-off = 📈 Всплеск: выключено
alerts-expiry = 📦 Сгорит неиспользованным: за <b>{ $span }</b>
alerts-expiry-off = 📦 Сгорит неиспользованным: выключено
alerts-balance = 💰 Баланс: меньше <b>{ $least }</b>
alerts-balance-off = 💰 Баланс: выключено
alerts-trouble = ⚠️ Токен отклонён или цифры не сходятся: <b>включено</b>
alerts-trouble-off = ⚠️ Токен отклонён или цифры не сходятся: выключено
alerts-choose = Выберите или отправьте своё значение, например <code>{ $example }</code>
alerts-elsewhere = Они приходят в другую тему этой группы.
alert-low = 🪫 Осталось всего <b>{ $available }</b> из { $total } ({ $share })
alert-days = ⏳ При таком расходе хватит примерно на <b>{ $left }</b> ({ $speed } в день)
alert-spike = 📈 За последний час израсходовано <b>{ $used }</b>. Обычно { $usual }.
alert-spike-first = 📈 За последний час израсходовано <b>{ $used }</b>. Обычно почти ничего.
alert-spike-left = Если так пойдёт дальше, всё закончится примерно через <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> вот-вот сгорят неиспользованными: { $at }
alert-balance = 💰 На балансе осталось <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows больше не принимает токен { $name }.</b> Пока аккаунт не подключён заново, расход мне не виден.
alert-contradiction = ⚠️ BytesFlows считает странно: доступно { $available } из { $total }. Такие цифры я не учитываю.
alert-backwards = ⚠️ BytesFlows считает странно: { $size } израсходованного снова доступны, хотя ничего не куплено. Я это не учитываю.
alert-snoozed = 💤 Отложено. Следующее напоминание: { $at }
alert-snoozed-by = 💤 Отложено: { $who }. Следующее напоминание: { $at }
alert-taken = 🙋 { $who } берёт это на себя.
alert-taken-by-somebody = 🙋 Этим уже занимаются.
alert-given-back = Теперь этим никто не занимается.
alert-awake = 🔔 Больше ничего не отложено.
alert-over = ✅ Это уже в прошлом, делать ничего не нужно.
## Живая карточка
pin-updated = 📌 <i>Живая карточка · обновлено { $at }</i>
pin-expires = 📦 Истекает первым: <b>{ $size }</b>, { $date }
pin-not-seen = Данных этого аккаунта я ещё не видел.
pin-off = 📌 Живая карточка <b>выключена</b>. Новую создаст /pin.
pin-none = 📌 Живой карточки здесь нет. Её создаст /pin.
pin-lost = 📌 Живая карточка потеряна: её удалили или я больше не могу её менять. Новую создаст /pin.
pin-may-not = 📌 Мне нельзя закреплять здесь сообщения. Дайте мне это право и отправьте /pin ещё раз или закрепите карточку сами.

## Начисления
records-title-all = <b>Покупки и бонусы</b>
records-title-all-named = <b>Покупки и бонусы</b> · { $name }
records-title-order = <b>Покупки</b>
records-title-order-named = <b>Покупки</b> · { $name }
records-title-sign = <b>Ежедневные бонусы</b>
records-title-sign-named = <b>Ежедневные бонусы</b> · { $name }
records-none = Начислений пока нет.
records-none-here = На этой странице ничего нет.
record-order = 🛒 <b>Покупка</b> · { $state }
record-sign = 🎁 <b>Ежедневный бонус</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = действует
record-expired = срок истёк
record-unknown = статус неизвестен
record-order-id = <code>{ $order }</code>
record-used-share = Израсходовано <b>{ $used }</b> из { $quota } ({ $share })
record-used = Израсходовано <b>{ $used }</b> из { $quota }. Эти числа не сходятся.
record-quota = { $quota }, расход не указан
record-no-figures = Данных об объёме нет.
record-created = Начислено { $date }
record-expires = Истекает { $date } (ещё { $left })
record-expired-on = Срок истёк { $date } (прошло: { $left })

## Файлы
export-title = <b>Файлы для таблиц</b> (CSV)
export-title-named = <b>Файлы для таблиц</b> (CSV) · { $name }
export-usage-about = 📈 <b>Расход</b>: сколько израсходовано, куплено и сгорело между моими проверками
export-records-about = 🧾 <b>Начисления</b>: все покупки и бонусы
export-privately = Суммы в этой группе скрыты, поэтому файл приходит в личный чат тому, кто его запросил.
export-usage = <b>Расход</b> · { $begin } – { $end }
export-usage-named = <b>Расход</b> · { $begin } – { $end } · { $name }
export-asked-in = По запросу из группы <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } строка
        [few] { $count } строки
        [many] { $count } строк
       *[other] { $count } строки
    }
export-notes = <i>Время в UTC, объёмы в байтах; неизвестное оставлено пустым.</i>
export-cut = ⚠️ Здесь только самые новые строки: больше в один файл не помещается.
export-incomplete = ⚠️ Здесь не всё: BytesFlows отдаёт не все начисления. Пожалуйста, запросите файл позже ещё раз.
export-no-records = Сохранять в файл пока нечего: на этом аккаунте нет ни покупок, ни бонусов. Купите пакет или получите ежедневный бонус на bytesflows.com.
export-sent = 📄 Файл отправлен в ваш личный чат со мной.
export-unheard = Суммы в этой группе скрыты, поэтому файлы приходят лично, но написать вам я пока не могу. Откройте личный чат со мной, запустите бота, затем вернитесь сюда и запросите файл ещё раз.
export-to-whom = Вы пишете от имени группы, и я не вижу, кому отправить файл. Нажмите кнопку: он придёт в ваш личный чат со мной, и больше никто не узнает, кто вы.
export-can-write = Теперь я могу писать вам здесь. Вернитесь в группу и запросите файл ещё раз.

## Подключение
login-ask = Отправьте токен BytesFlows следующим сообщением.
login-again = Отправьте токен BytesFlows для <b>{ $name }</b> следующим сообщением.
login-where = <b>Где его найти:</b> войдите на bytesflows.com и скопируйте API-токен из личного кабинета. Подойдёт и скопированный заголовок <code>Authorization</code>; с заголовком <code>Cookie</code> работает только /balance.
login-safety = Я сразу удалю ваше сообщение, проверю токен и сохраню его в зашифрованном виде. Время ожидания: { $wait }.
login-cancelled = Отменено.
login-nothing-to-cancel = Отменять нечего.
login-done = ✅ Подключено под именем <b>{ $name }</b>.
login-known = ✅ Этот токен здесь уже подключён под именем <b>{ $name }</b>.
login-speaks-up = Теперь я сам предупрежу здесь, если трафик на исходе, расход подскочил или пакет вот-вот сгорит. Изменить: { $command }
login-replaced = Раньше под именем { $name } был подключён другой токен; он больше не используется. Чтобы сохранить оба аккаунта, подключите этот ещё раз под другим именем.
login-cookie = С cookie работает только /balance. Для /records подключите аккаунт с помощью токена.
login-name-unusable = Такое имя не подходит, поэтому аккаунт называется { $name }. Имя — это одно слово: до 24 букв, цифр, точек, дефисов или подчёркиваний.
login-erased = <i>Ваше сообщение с токеном удалено.</i>
login-not-erased = ⚠️ <b>Мне не удалось удалить ваше сообщение с токеном. Пожалуйста, удалите его сейчас сами.</b>
login-refused = BytesFlows не принимает этот токен, поэтому я ничего не сохранил. Проверьте, что он скопирован целиком и не истёк, и отправьте его ещё раз.
login-not-proved = Проверить токен не получилось, поэтому я ничего не сохранил. Отправьте его ещё раз через минуту.
login-unexpected = Это было похоже на токен, поэтому я удалил сообщение и не использовал его. Чтобы подключить аккаунт, нажмите кнопку и отправьте токен снова.
login-unexpected-not-erased = ⚠️ <b>Это похоже на токен, а удалить его я не смог. Пожалуйста, удалите его сейчас сами.</b> Я его не использовал.
no-credential = Сообщение я на всякий случай удалил, но токена в нём не вижу. Отправьте только токен или строку вида <code>Authorization: Bearer …</code>.
no-credential-visible = В этом сообщении я не вижу токена. Отправьте только токен или строку вида <code>Authorization: Bearer …</code>.
too-many-accounts = Аккаунтов в этом чате уже { $most }, больше подключить нельзя. Отключите один командой /logout, затем подключите этот.
no-account = Здесь пока нет подключённых аккаунтов. Подключите аккаунт, чтобы видеть его трафик.
unknown-account = Аккаунта «{ $name }» здесь нет. Подключено: { $known }.
unknown-account-unnamed = Такого аккаунта здесь нет. Подключено: { $known }.
unknown-filter = Нет ни фильтра, ни аккаунта «{ $name }». Подключено: { $known }. Например: <code>{ $example }</code>
overview-only = <b>{ $name }</b> подключён через cookie, так работает только /balance. Чтобы увидеть это, подключите аккаунт с помощью токена.
accounts-locked = 🔒 Ключа, которым зашифрованы токены { $names }, здесь нет, и открыть их я не могу. Подключите эти аккаунты заново. Ничего не удалено.
account-locked = 🔒 Ключа, которым зашифрован токен <b>{ $name }</b>, здесь нет, и открыть его я не могу. Подключите аккаунт заново. Ничего не удалено.

## Группы: кому что можно
admins-only = Это могут делать только админы группы.
admins-only-named = Это могут делать только админы группы: { $names }.
admins-only-there = Это могут делать только админы группы <b>{ $title }</b>.
who-are-you = Вы пишете от имени группы, и я не вижу, кто вы. Нажмите кнопку: я проверю, что вы админ, и больше никто об этом не узнает.
rights-unknown = Не удалось узнать у Telegram, кто админы этой группы. Попробуйте через минуту; если не поможет, проверьте, что я всё ещё в группе.
addressed = { $person }:
secret-in-group = ⚠️ <b>Никогда не отправляйте токен в группу.</b> Я удалил сообщение и не использовал токен, но его могли увидеть. Сейчас же отзовите его на bytesflows.com, а новый подключите в личном чате со мной.
secret-in-group-visible = ⚠️ <b>Никогда не отправляйте токен в группу. Я не могу удалить ваше сообщение: пожалуйста, удалите его сейчас сами.</b> Я не использовал токен, но его могли увидеть. Отзовите его на bytesflows.com, а новый подключите в личном чате со мной.

## Группы: подключение
login-privately = Подключите аккаунт без посторонних глаз: нажмите кнопку, и продолжим в личном чате. Ссылка только для вас, сработает один раз, срок действия: { $wait }.
login-for-group = Отправьте токен BytesFlows для группы <b>{ $title }</b> следующим сообщением.
login-for-group-again = Отправьте токен BytesFlows для <b>{ $name }</b> в группе <b>{ $title }</b> следующим сообщением.
login-or-share = Или поделитесь аккаунтом, который уже подключён здесь: кнопки ниже.
login-done-there = ✅ <b>{ $name }</b> подключён в группе <b>{ $title }</b>. Группа узнает об этом, но токена не увидит.
login-renewed-in-groups = { $count ->
        [1] В группе, с которой вы поделились этим аккаунтом, токен тоже обновлён.
        [one] Токен обновлён и в { $count } группе, с которой вы поделились этим аккаунтом.
        [few] Токен обновлён и в { $count } группах, с которыми вы поделились этим аккаунтом.
        [many] Токен обновлён и в { $count } группах, с которыми вы поделились этим аккаунтом.
       *[other] Токен обновлён и в { $count } группах, с которыми вы поделились этим аккаунтом.
    }
share-revocable = Закрыть доступ можно в любой момент: /accounts.
not-shared = Поэтому доступ к <b>{ $name }</b> не открыт.
code-expired = Ссылка уже использована или устарела. Новую даст /login в группе или /accounts в личном чате со мной.
code-of-another = Эта ссылка создана для другого человека. Администратор группы получит свою, отправив там /login.
group-connected = ✅ Подключён аккаунт <b>{ $name }</b> (админ: { $who }). Теперь его трафик может посмотреть любой в группе.
group-connected-by-admin = ✅ Админ подключил аккаунт <b>{ $name }</b>. Теперь его трафик может посмотреть любой в группе.
group-disconnected = Аккаунт <b>{ $name }</b> отключил тот, кто его подключал. Токен и история здесь удалены.
group-disconnected-kept = Аккаунт <b>{ $name }</b> отключил тот, кто его подключил. Токен здесь удалён, история сохранена.
group-renewed = 🔄 Аккаунт <b>{ $name }</b> подключён заново с другим токеном.

## Аккаунты
accounts-title = <b>Аккаунты</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · основной
account-since = Подключён { $date }
account-refused = ⚠️ BytesFlows больше не принимает его токен. Подключите аккаунт заново.
account-is-locked = 🔒 Ключа, которым зашифрован его токен, нет. Подключите аккаунт заново.
account-by-cookie = Подключён через cookie: только /balance
account-shared-with = Общий доступ: { $groups }
and-more = { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
        [many] и ещё { $count }
       *[other] и ещё { $count }
    }
account-rename = Чтобы переименовать <b>{ $name }</b>, отправьте, например,
    <code>{ $example }</code>
account-share = Поделитесь аккаунтом <b>{ $name }</b> с группой: выберите ту, где вы админ. Если меня там ещё нет, я присоединюсь. Группа увидит трафик аккаунта, но не его токен. Ссылка сработает один раз, срок действия: { $wait }.
accounts-used-title = <b>Ваши аккаунты в группах</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Ваши аккаунты не подключены ни в одной группе.
account-revoke-sure = Отключить <b>{ $name }</b> в группе <b>{ $title }</b>? Токен и история там удалятся, группа об этом узнает.
account-revoked = <b>{ $name }</b> отключён в группе <b>{ $title }</b>.
name-taken = Имя «{ $name }» здесь занято, возможно, историей отключённого аккаунта. Выберите другое.
not-a-name = Имя — это одно слово: до 24 букв, цифр, точек, дефисов или подчёркиваний, но не просто число. Например: crawler

## Настройки
settings-title = <b>Настройки</b>
settings-title-group = <b>Настройки группы</b>
settings-language = 🌐 Язык: <b>{ $language }</b>
settings-zone = 🕒 Часовой пояс: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Часовой пояс: не выбран, поэтому UTC
settings-quiet = 🌙 Тихие часы: <b>с { $begin } до { $end }</b>
settings-quiet-off = 🌙 Тихие часы: выключены
settings-money-shown = 💰 Суммы: видны в этой группе
settings-money-hidden = 💰 Суммы: скрыты в этой группе
settings-history-kept = 🗂 Если меня удалят: токены удаляются, история остаётся
settings-history-deleted = 🗂 Если меня удалят: токены и история удаляются
settings-choose-language = На каком языке мне здесь говорить?
settings-choose-zone = В каком часовом поясе вы живёте? Сейчас: <b>{ $city }</b>. Если вашего нет ниже, отправьте свой город, например
    <code>{ $example }</code>
settings-which-zone = Какой вы имеете в виду?
settings-choose-quiet = В эти часы я не пишу первым, если это не срочно. Выберите вариант или отправьте свой, например
    <code>{ $example }</code>
unknown-zone = Не знаю такого города или часового пояса. Попробуйте ближайший крупный город или название вроде Europe/Berlin.
settings-delete = <b>Удалить все данные этого чата?</b> { $count ->
        [0] Его настройки исчезнут сразу и навсегда.
        [1] Его настройки и аккаунт вместе с токеном и историей исчезнут сразу и навсегда.
        [one] Его настройки и { $count } аккаунт вместе с токенами и историей исчезнут сразу и навсегда.
        [few] Его настройки и { $count } аккаунта вместе с токенами и историей исчезнут сразу и навсегда.
        [many] Его настройки и { $count } аккаунтов вместе с токенами и историей исчезнут сразу и навсегда.
       *[other] Его настройки и { $count } аккаунта вместе с токенами и историей исчезнут сразу и навсегда.
    }
settings-delete-group = <b>Удалить все данные этой группы?</b> { $count ->
        [0] Её настройки исчезнут сразу и навсегда.
        [1] Её настройки и аккаунт вместе с токеном и историей исчезнут сразу и навсегда.
        [one] Её настройки и { $count } аккаунт вместе с токенами и историей исчезнут сразу и навсегда.
        [few] Её настройки и { $count } аккаунта вместе с токенами и историей исчезнут сразу и навсегда.
        [many] Её настройки и { $count } аккаунтов вместе с токенами и историей исчезнут сразу и навсегда.
       *[other] Её настройки и { $count } аккаунта вместе с токенами и историей исчезнут сразу и навсегда.
    }
settings-delete-shared = { $count ->
        [1] Аккаунт, которым вы поделились с группой, отключится и там.
        [one] { $count } аккаунт, которым вы поделились с группами, отключится и там.
        [few] { $count } аккаунта, которыми вы поделились с группами, отключатся и там.
        [many] { $count } аккаунтов, которыми вы поделились с группами, отключатся и там.
       *[other] { $count } аккаунта, которыми вы поделились с группами, отключатся и там.
    }
settings-deleted = Все данные этого чата удалены. Начать заново: /start.

## Отключение
logout-which = Какой аккаунт отключить?
logout-sure = Отключить <b>{ $name }</b>? Токен будет удалён. Удалять ли историю, решать вам.
logout-sure-all = Отключить все аккаунты ({ $count })? Токены будут удалены. Удалять ли историю, решать вам.
logout-shared = { $count ->
        [1] Группа, с которой вы поделились, тоже потеряет доступ.
        [one] Заодно отключится { $count } подключение в группах.
        [few] Заодно отключатся { $count } подключения в группах.
        [many] Заодно отключится { $count } подключений в группах.
       *[other] Заодно отключится { $count } подключения в группах.
    }
logout-done = <b>{ $name }</b> отключён. Токен и история удалены.
logout-done-kept = <b>{ $name }</b> отключён. Токен удалён; история вернётся, если снова подключить аккаунт под этим именем.
logout-done-all = Все аккаунты ({ $count }) отключены. Токены и история удалены.
logout-done-all-kept = Все аккаунты ({ $count }) отключены. Токены удалены; история вернётся, если снова подключить аккаунты под теми же именами.
logout-done-already = Это уже отключено.
logout-cancelled = Ничего не отключено.

## Неполадки у поставщика
vendor-unreachable = BytesFlows сейчас не отвечает.
vendor-busy = BytesFlows просит паузу. Попробуйте ещё раз через минуту.
vendor-busy-until = BytesFlows просит паузу ({ $wait }). Попробуйте ещё раз после неё.
vendor-broken = У BytesFlows сейчас неполадки на своей стороне.
vendor-refused = BytesFlows отказался отвечать на этот запрос.
vendor-unreadable = BytesFlows прислал ответ, который я не могу разобрать. Возможно, это временно, попробуйте чуть позже.
token-refused = BytesFlows больше не принимает токен <b>{ $name }</b>: он истёк или отозван. Подключите аккаунт заново с новым токеном.
last-good = Последние верные данные: доступно <b>{ $available }</b> из { $total }, { $at }.

## Картинка к /usage: коротко, без тегов
chart-average = В среднем { $size }
chart-today = Сегодня (пока)
chart-unknown = Нет данных
chart-size = { $size }
chart-day = { $day }

## Кнопки и уведомления
button-connect = 🔑 Подключить аккаунт
button-connect-again = 🔑 Подключить заново
button-connect-privately = 🔒 Подключить в личном чате
button-it-is-me = Это я
button-open-private = 💬 Открыть личный чат
button-send-me = 📄 Отправить мне
button-use-account = Поделиться: { $name }
button-add-account = ➕ Добавить аккаунт
button-accounts = 👤 Аккаунты
button-used = В группах ({ $count })
button-make-default = Сделать основным
button-rename = Переименовать
button-share = Поделиться с группой
button-choose-group = Выбрать группу
button-disconnect-account = Отключить
button-revoke = { $title } · { $name }
button-revoke-yes = Отключить в группе
button-back = ◀ Назад
button-language = 🌐 Язык
button-language-named = { $name }
button-language-auto = Как в моём Telegram
button-language-auto-group = Как при добавлении бота
button-zone = 🕒 Часовой пояс
button-city = { $city }
button-quiet = 🌙 Тихие часы
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Без тихих часов
button-money-show = 💰 Показывать суммы
button-money-hide = 💰 Скрыть суммы
button-history-keep = 🗂 Хранить историю, если меня удалят
button-history-delete = 🗂 Удалить историю, если меня удалят
button-delete-all = Удалить всё
button-delete-all-yes = Удалить навсегда
button-cancel = Отмена
button-help = Что ты умеешь?
button-balance = 📊 Трафик
button-records = 🧾 Начисления
button-usage = 📈 Расход
button-days = { $days } дн.
button-csv = CSV
button-daily = ⏰ Ежедневная сводка
button-daily-at = { $time }
button-daily-off = Выключить
button-daily-now = Показать сейчас
button-picture-on = 🖼 С картинкой
button-picture-off = 🖼 Без картинки
button-alerts = 🔔 Предупреждения
button-low-alert = 🪫 Мало осталось
button-days-alert = ⏳ Хватит ненадолго
button-spike-alert = 📈 Всплеск
button-expiry-alert = 📦 Сгорит пакет
button-balance-alert = 💰 Баланс
button-trouble-alert = ⚠️ Неполадки
button-alerts-on = 🔔 Включить
button-alerts-off = 🔕 Выключить все
button-alerts-here = 📍 Присылать сюда
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Включить
button-alerts-never = Выключить
button-snooze = 💤 2 часа
button-snooze-tomorrow = 💤 До завтра
button-wake = 🔔 Больше не откладывать
button-mine = 🙋 Беру на себя
button-refresh = 🔄 Обновить
button-try-again = 🔄 Повторить
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Все
button-order = Покупки
button-sign = Бонусы
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Все аккаунты
button-disconnect = Отключить и удалить историю
button-disconnect-keep = Отключить, сохранить историю
notice-expired = Эта кнопка устарела. Отправьте команду ещё раз.
notice-hasty = Слишком быстро. Если вы уверены, нажмите ещё раз.
notice-admins-only = Это могут делать только админы группы.
notice-too-many = Слишком много команд сразу. Дайте мне минуту.
