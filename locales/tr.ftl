# Türkçe

language-name = Türkçe

## İlk mesajdan önce görünenler: burada etiket yok
bot-description =
    BytesFlows trafiğinizden ne kadar kaldı, nereye gitti, daha ne kadar yeter? Doğrudan Telegram’da sorun; ister tek başınıza ister ekibinizin grubunda.

    Token’ınız gelir gelmez şifrelenir, sohbetten silinir ve bir daha gösterilmez.
bot-short-description = Ekibinizin BytesFlows trafiği Telegram’da: ne kadar kaldı, ne kadar yeter, sırada neyin süresi doluyor.

## Boyutlar: 1 GB = 1024³ bayt
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Karşılama ve yardım
start =
    <b>BytesFlows trafiğiniz, doğrudan Telegram’da.</b>
    Ne kadar kaldığını, neler aldığınızı ve sırada neyin süresinin dolacağını gösteririm.
    Token’ınız gelir gelmez şifrelenir ve bir daha gösterilmez.
start-first = Önce hesabınızı bağlayın. Bir dakika sürer.
start-connected = Hesabınız bağlı. Ne görmek istersiniz?
group-start =
    <b>Ekibinizin BytesFlows trafiği, doğrudan grupta.</b>
    Herkes ne kadar kaldığını, neler alındığını ve sırada neyin süresinin dolacağını sorabilir.
    Yalnızca bu grubun yöneticileri hesap bağlayabilir ve ayarları değiştirebilir.
group-start-first = Önce bir yönetici hesabı bağlar. Token burada değil, benimle özel sohbette verilir.
group-start-connected = Bir hesap bağlı. Ne görmek istersiniz?
help = <b>Neler yapabilirim?</b>
help-group = <b>Burada sizin için neler yapabilirim?</b>
help-traffic = <b>Trafik</b>
help-itself = <b>Kendiliğimden söylediklerim</b>
help-accounts = <b>Hesaplar</b>
help-bot = <b>Bu bot</b>
help-line = { $command } – { $about }
help-group-roles = Bu gruptaki herkes bakabilir; yalnızca yöneticiler değişiklik yapabilir.
help-safety = Token içeren mesajları hemen silerim; /logout kayıtlı token’ı da siler.
about-balance = kalan trafik ve süresi ilk dolacak paket
about-records = satın alımlar ve günlük ödüller
about-usage = günlük kullanım ve kalanın ne kadar yeteceği
about-export = tablo dosyası olarak kullanım veya kayıtlar
about-daily = seçtiğiniz saatte her gün bir özet
about-alerts = kendiliğimden neleri haber verdiğim
about-pin = kalanı gösteren, burada hep güncel kalan canlı kart
about-accounts = burada bağlı olan hesaplar
about-login = BytesFlows hesabı bağlama
about-logout = hesap bağlantısını kesme
about-settings = dil, saat dilimi, sessiz saatler ve daha fazlası
about-start = karşılama mesajı
about-help = tüm komutlar
not-a-command = Yalnızca komutlardan anlıyorum. /balance yazmayı deneyin; tüm komutlar için /help.
unknown-command = <code>{ $command }</code> komutunu bilmiyorum. Neler yapabildiğimi /help gösterir.
misused = “{ $argument }” burada kullanılamaz. Örneğin: <code>{ $example }</code>
misused-unnamed = Bu, burada kullanılamaz. Örneğin: <code>{ $example }</code>
private-only = Bu yalnızca sizi ilgilendiriyor. Lütfen benimle özel sohbetinizde yapın.
group-only = Bu, grupta seçilir; özel sohbette seçilecek bir şey yok.
too-many-commands = Bir anda çok fazla komut geldi. Bana bir dakika verin; o zamana kadar burada sessiz kalacağım.
unwritable = <b>{ $title }</b> grubunda sorduğunuz yere yazamıyorum: konu kapalı ya da grup mesaj göndermeme izin vermiyor. Bunu bir yönetici değiştirebilir.
answer-in-doubt = Yanıt verirken bağlantım koptu. Yukarıda yanıt görmüyorsanız lütfen yeniden sorun.
bug = Üzgünüm, bende bir şeyler ters gitti. Not edildi; lütfen birazdan yeniden deneyin.

## Genel bakış
balance-title = <b>Trafik</b>
balance-title-named = <b>Trafik</b> · { $name }
balance-available = { $total } içinden <b>{ $available }</b> kullanılabilir
balance-used = { $bar } { $share } kullanıldı ({ $used })
balance-empty = Bu hesapta henüz trafik yok. bytesflows.com’dan paket satın alın ya da günlük ödülünüzü alın.
balance-contradiction = ⚠️ Kullanılabilir trafik toplamdan fazla görünüyor. BytesFlows böyle gönderiyor, bu yüzden ne kadar kullanıldığını söyleyemiyorum.
balance-available-only = <b>{ $size }</b> kullanılabilir. BytesFlows toplamı bildirmedi.
balance-total-only = Toplam <b>{ $size }</b>. BytesFlows ne kadar kaldığını bildirmedi.
balance-no-figures = ⚠️ BytesFlows anlamlı bir trafik verisi göndermedi.
balance-money = 💰 Bakiye: { $money }
lasts = ⏳ Günde { $speed } ile yaklaşık <b>{ $left }</b> yeter, { $until } tarihine kadar ({ $days ->
        [one] son bir günün hızıyla
       *[other] son { $days } günün hızıyla
    })
lasts-long = ⏳ Günde { $speed } ile <b>{ $years } yıldan</b> uzun süre yeter ({ $days ->
        [one] son bir günün hızıyla
       *[other] son { $days } günün hızıyla
    })
lasts-unknown = ⏳ Ne kadar yeteceği yaklaşık bir gün sonra belli olur.
lasts-idle = ⏳ Ne kadar yeteceği belli değil: { $days ->
        [one] son bir günde
       *[other] son { $days } günde
    } trafik kullanımı görmedim.
lasts-nothing = ⛔ <b>Trafik bitti.</b> bytesflows.com’dan yenisini alabilirsiniz.
expires-next = 📦 Süresi ilk dolacak: <b>{ $size }</b>, { $left } sonra ({ $date })
expires-next-unknown = 📦 Sıradaki paketin süresi { $left } sonra doluyor ({ $date })
expires-unseen = 📦 Süresi ilk dolacak paket belli değil: tüm kayıtlara bakamadım.
as-of = <i>Güncelleme: { $at }</i>

## Usage and forecast
usage-title = <b>Kullanılan trafik</b> · { $days } gün
usage-title-named = <b>Kullanılan trafik</b> · { $days } gün · { $name }
usage-total = Toplam <b>{ $total }</b>, günde ortalama { $average }
usage-sum = Toplam <b>{ $total }</b>
usage-busiest = En yoğun gün { $date }: { $size }
usage-since = <i>Şu tarihten beri izliyorum: { $date }.</i>
usage-none = Kullanımı söyleyecek kadar uzun süredir izlemiyorum. Yaklaşık saatte bir bakıyorum; iki saat sonra yeniden deneyin.
lasts-expires = ⏳ Günde { $speed } ile, sonuncusu { $date } tarihinde sona ermeden bitmez
lasts-range = { $high ->
        [one] ⏳ Yaklaşık <b>{ $low }–{ $high } gün</b> yeter; bitiş { $begin } ile { $end } arasında
       *[other] ⏳ Yaklaşık <b>{ $low }–{ $high } gün</b> yeter; bitiş { $begin } ile { $end } arasında
    }
loss = 📦 Bu hızla { $date } tarihinde <b>{ $size }</b> kullanılmadan sona erer.
loss-more = 📦 Sonra { $size } daha kullanılmadan sona erer.
loss-saved = Hepsini kullanmak için günde { $speed } gerekir.

## The daily summary
daily-on = ⏰ Günlük özet: her gün saat <b>{ $time }</b> ({ $city })
daily-off = ⏰ Günlük özet: <b>kapalı</b>
daily-explained = Bir öncekinden beri ne kullanıldığını, ne kaldığını, ne kadar yeteceğini ve neyin sona ereceğini söyler. Saat kaçta gelsin? Seçin ya da kendi saatinizi gönderin, örneğin <code>{ $example }</code>
daily-which-zone = { $time } hangi saat diliminde?
daily-title = <b>Günlük özet</b>
daily-used = Son { $span } içinde <b>{ $size }</b> kullanıldı
daily-above = ▲ günlük { $speed } ortalamasının { $share } üzerinde
daily-below = ▼ günlük { $speed } ortalamasının { $share } altında
daily-usual = Her zamanki gibi, günde { $speed } civarında
daily-untold = Son { $span } içinde ne kullanıldığı bilinmiyor.
daily-quiet = Son { $span } içinde hiç kullanılmadı. { $total } içinden <b>{ $available }</b> kullanılabilir.
daily-bought = 🛒 Satın alınan: { $size }
daily-checked-in = 🎁 Check-in: { $size }
daily-received = 📦 Alınan: { $size }
daily-expired = ⌛ Kullanılmadan sona eren: { $size }

## Uyarılar
alerts-title = 🔔 <b>Uyarılar</b>
alerts-explained = Yaklaşık saatte bir bakar, her birini bir kez söylerim; yalnızca belirgin biçimde kötüleşirse yeniden söylerim. Değiştirmek için birine dokunun.
alerts-off = 🔕 <b>Uyarılar kapalı.</b>
alerts-off-explained = Trafik azaldığında, kullanım birden arttığında ya da bir paket sona ereceğinde kendiliğimden yazmam.
alerts-low = 🪫 Az kaldı: <b>{ $least }</b> altı
alerts-low-off = 🪫 Az kaldı: kapalı
alerts-days = ⏳ Yakında biter: <b>{ $span }</b> içinde
alerts-days-off = ⏳ Yakında biter: kapalı
alerts-spike = 📈 Ani artış: bir saatte her zamankinin <b>{ $times }×</b> katı
alerts-spike-off = 📈 Ani artış: kapalı
alerts-expiry = 📦 Kullanılmadan sona erer: <b>{ $span }</b> kala
alerts-expiry-off = 📦 Kullanılmadan sona erer: kapalı
alerts-balance = 💰 Bakiye: <b>{ $least }</b> altı
alerts-balance-off = 💰 Bakiye: kapalı
alerts-trouble = ⚠️ Reddedilen token ya da tutmayan rakamlar: <b>açık</b>
alerts-trouble-off = ⚠️ Reddedilen token ya da tutmayan rakamlar: kapalı
alerts-choose = Seçin ya da kendi değerinizi gönderin, örneğin <code>{ $example }</code>
alerts-elsewhere = Bunlar bu grubun başka bir konusuna geliyor.
alert-low = 🪫 { $total } trafikten yalnızca <b>{ $available }</b> kaldı ({ $share })
alert-days = ⏳ Bu hızla yaklaşık <b>{ $left }</b> daha yeter (günde { $speed })
alert-spike = 📈 Son bir saatte <b>{ $used }</b> kullanıldı. Olağan: { $usual }.
alert-spike-first = 📈 Son bir saatte <b>{ $used }</b> kullanıldı. Genelde neredeyse hiç kullanılmaz.
alert-spike-left = Böyle giderse hepsi yaklaşık <b>{ $left }</b> içinde biter.
alert-last-day = 📦 <b>{ $size }</b> kullanılmadan sona ermek üzere: { $at }
alert-balance = 💰 Bakiye <b>{ $money }</b> düzeyine indi.
alert-refused = 🔑 <b>BytesFlows artık { $name } hesabının token’ını kabul etmiyor.</b> Yeniden bağlanana kadar ne kullanıldığını göremem.
alert-contradiction = ⚠️ BytesFlows tuhaf sayıyor: { $total } trafikten { $available } kullanılabilir deniyor. Bununla hesap yapmam.
alert-backwards = ⚠️ BytesFlows tuhaf sayıyor: hiçbir şey alınmadığı hâlde kullanılmış { $size } yeniden kullanılabilir oldu. Bunu saymam.
alert-snoozed = 💤 Ertelendi. Sonraki hatırlatma: { $at }
alert-snoozed-by = 💤 { $who } erteledi. Sonraki hatırlatma: { $at }
alert-taken = 🙋 { $who } ilgileniyor.
alert-taken-by-somebody = 🙋 Birisi ilgileniyor.
alert-given-back = Artık kimse ilgilenmiyor.
alert-awake = 🔔 Artık ertelenen bir şey yok.
alert-over = ✅ Bu geçti. Yapılacak bir şey kalmadı.
## Canlı kart
pin-updated = 📌 <i>Canlı · güncelleme: { $at }</i>
pin-expires = 📦 Süresi ilk dolacak: <b>{ $size }</b>, { $date }
pin-not-seen = Verilerini henüz görmedim.
pin-off = 📌 Canlı kart <b>kapalı</b>. /pin yeni bir tane oluşturur.
pin-none = 📌 Burada canlı kart yok. /pin bir tane oluşturur.
pin-lost = 📌 Buradaki canlı kartı kaybettim: silinmiş ya da artık düzenleyemiyorum. /pin yeni bir tane oluşturur.
pin-may-not = 📌 Burada mesaj sabitleme iznim yok. Bana bu izni verip yeniden /pin gönderin ya da kartı kendiniz sabitleyin.

## Kayıtlar
records-title-all = <b>Satın alımlar ve ödüller</b>
records-title-all-named = <b>Satın alımlar ve ödüller</b> · { $name }
records-title-order = <b>Satın alımlar</b>
records-title-order-named = <b>Satın alımlar</b> · { $name }
records-title-sign = <b>Günlük ödüller</b>
records-title-sign-named = <b>Günlük ödüller</b> · { $name }
records-none = Henüz kayıt yok.
records-none-here = Bu sayfada bir şey yok.
record-order = 🛒 <b>Satın alım</b> · { $state }
record-sign = 🎁 <b>Günlük ödül</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = etkin
record-expired = süresi doldu
record-unknown = durumu bilinmiyor
record-order-id = <code>{ $order }</code>
record-used-share = { $quota } içinden <b>{ $used }</b> kullanıldı ({ $share })
record-used = { $quota } içinden <b>{ $used }</b> kullanıldı. Bu iki sayı birbirini tutmuyor.
record-quota = { $quota }; ne kadarının kullanıldığı bildirilmedi
record-no-figures = Sayısal veri gönderilmedi.
record-created = Eklenme: { $date }
record-expires = Bitiş: { $date }, { $left } sonra
record-expired-on = Süresi doldu: { $date }, { $left } önce

## Dosyalar
export-title = <b>Tablo dosyaları</b> (CSV)
export-title-named = <b>Tablo dosyaları</b> (CSV) · { $name }
export-usage-about = 📈 <b>Kullanım</b>: iki bakışım arasında kullanılan, satın alınan ve kullanılmadan sona eren trafik
export-records-about = 🧾 <b>Kayıtlar</b>: tüm satın alımlar ve ödüller
export-privately = Bu grupta tutarlar gizli olduğu için dosya, isteyen kişinin özel sohbetine gönderilir.
export-usage = <b>Kullanım</b> · { $begin } – { $end }
export-usage-named = <b>Kullanım</b> · { $begin } – { $end } · { $name }
export-asked-in = İstendiği grup: <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } satır
       *[other] { $count } satır
    }
export-notes = <i>Saatler UTC, miktarlar bayttır; bilinmeyen hücreler boş bırakılır.</i>
export-cut = ⚠️ Yalnızca en yeni satırlar: bir dosyaya daha fazlası sığmaz.
export-incomplete = ⚠️ Eksik: BytesFlows kayıtların tümünü vermedi. Lütfen daha sonra yeniden isteyin.
export-no-records = Dosyaya koyacak bir şey henüz yok: bu hesapta ne satın alım var ne de ödül. bytesflows.com’dan paket satın alın ya da günlük ödülünüzü alın.
export-sent = 📄 Dosya, benimle özel sohbetinizde.
export-unheard = Bu grupta tutarlar gizli olduğu için dosyalar özel sohbete gönderilir, ama size henüz yazamıyorum. Benimle özel sohbeti açın, “Başlat” düğmesine basın, sonra buraya dönüp dosyayı yeniden isteyin.
export-to-whom = Grup adına yazdığınız için dosyayı kime göndereceğimi göremiyorum. Düğmeye basın: dosya benimle özel sohbetinize gelir, kim olduğunuzu başka kimse öğrenmez.
export-can-write = Artık size burada yazabilirim. Gruba dönüp dosyayı yeniden isteyin.

## Bağlama
login-ask = BytesFlows token’ınızı bir sonraki mesajınızda gönderin.
login-again = <b>{ $name }</b> hesabının BytesFlows token’ını bir sonraki mesajınızda gönderin.
login-where = <b>Nerede bulunur:</b> bytesflows.com’da oturum açın ve API token’ını kontrol panelinden kopyalayın. Kopyalanmış bir <code>Authorization</code> başlığı da olur; <code>Cookie</code> başlığı yalnızca /balance için yeterlidir.
login-safety = Mesajınızı hemen siler, token’ı dener ve şifreleyerek saklarım. Bekleme süresi: { $wait }.
login-cancelled = İptal edildi.
login-nothing-to-cancel = İptal edilecek bir şey yok.
login-done = ✅ <b>{ $name }</b> adıyla bağlandı.
login-known = ✅ Bu token burada zaten <b>{ $name }</b> adıyla bağlı.
login-speaks-up = Bundan sonra trafik azaldığında, kullanım birden arttığında ya da bir paket kullanılmadan sona ereceğinde burada haber veririm. Değiştirmek için: { $command }
login-replaced = Şimdiye kadar { $name } adıyla başka bir token bağlıydı; artık kullanılmıyor. İki hesabı da tutmak için bunu başka bir adla bir kez daha bağlayın.
login-cookie = Çerezle yalnızca /balance çalışır. /records için token ile bağlayın.
login-name-unusable = Bu ad kullanılamıyor, bu yüzden hesaba { $name } adını verdim. Ad, en fazla 24 karakterlik tek bir sözcük olmalı: harf, rakam, nokta, tire veya alt çizgi.
login-erased = <i>Token içeren mesajınızı sildim.</i>
login-not-erased = ⚠️ <b>Token içeren mesajınızı silemedim. Lütfen şimdi kendiniz silin.</b>
login-refused = BytesFlows bu token’ı kabul etmiyor, bu yüzden hiçbir şey saklamadım. Eksiksiz kopyalandığından ve süresinin dolmadığından emin olup yeniden gönderin.
login-not-proved = Token’ınızı deneyemedim, bu yüzden hiçbir şey saklamadım. Lütfen bir dakika sonra yeniden gönderin.
login-unexpected = Bu bir token’a benziyordu; mesajı sildim ve token’ı kullanmadım. Hesap bağlamak için düğmeye basın, sonra yeniden gönderin.
login-unexpected-not-erased = ⚠️ <b>Bu bir token’a benziyor ama silemedim. Lütfen şimdi kendiniz silin.</b> Token’ı kullanmadım.
no-credential = Ne olur ne olmaz diye mesajı sildim ama içinde token göremedim. Yalnızca token’ı ya da <code>Authorization: Bearer …</code> gibi bir satırı gönderin.
no-credential-visible = Bu mesajda token göremedim. Yalnızca token’ı ya da <code>Authorization: Bearer …</code> gibi bir satırı gönderin.
too-many-accounts = Bu sohbette zaten { $most } hesap var, en fazla bu kadar olabilir. /logout ile birinin bağlantısını kesin, sonra bunu bağlayın.
no-account = Burada henüz bağlı hesap yok. Trafiği görmek için bir hesap bağlayın.
unknown-account = Burada “{ $name }” adlı bir hesap yok. Bağlı olanlar: { $known }.
unknown-account-unnamed = Burada böyle bir hesap yok. Bağlı olanlar: { $known }.
unknown-filter = “{ $name }” adlı bir filtre ya da hesap yok. Bağlı olanlar: { $known }. Örneğin: <code>{ $example }</code>
overview-only = <b>{ $name }</b> çerezle bağlı; çerezle yalnızca /balance çalışır. Bunu görmek için hesabı token ile bağlayın.
accounts-locked = 🔒 Şu hesapların token’larını şifreleyen anahtar burada yok, bu yüzden açamıyorum: { $names }. Lütfen bu hesapları yeniden bağlayın. Hiçbir şey silinmedi.
account-locked = 🔒 <b>{ $name }</b> hesabının token’ını şifreleyen anahtar burada yok, bu yüzden açamıyorum. Lütfen hesabı yeniden bağlayın. Hiçbir şey silinmedi.

## Gruplar: kim ne yapabilir
admins-only = Bunu yalnızca bu grubun yöneticileri yapabilir.
admins-only-named = Bunu yalnızca bu grubun yöneticileri yapabilir: { $names }.
admins-only-there = Bunu yalnızca <b>{ $title }</b> grubunun yöneticileri yapabilir.
who-are-you = Grup adına yazdığınız için kim olduğunuzu göremiyorum. Düğmeye basın: yönetici olup olmadığınıza bakarım, başka kimse öğrenmez.
rights-unknown = O grubun yöneticilerinin kim olduğunu Telegram’dan öğrenemedim. Lütfen bir dakika sonra yeniden deneyin; sürerse hâlâ grupta olduğumu kontrol edin.
addressed = { $person }:
secret-in-group = ⚠️ <b>Bir gruba asla token yapıştırmayın.</b> Mesajı sildim ve token’ı kullanmadım ama başkaları görmüş olabilir. Token’ı şimdi bytesflows.com’da iptal edin, sonra benimle özel sohbette yenisiyle bağlayın.
secret-in-group-visible = ⚠️ <b>Bir gruba asla token yapıştırmayın. Mesajınızı silemiyorum: lütfen şimdi kendiniz silin.</b> Token’ı kullanmadım ama başkaları görmüş olabilir. Token’ı bytesflows.com’da iptal edin, sonra benimle özel sohbette yenisiyle bağlayın.

## Gruplar: bağlama
login-privately = Kimse görmeden hesap bağlamak için düğmeye basın; özel sohbette devam ederiz. Bağlantı yalnızca sizin içindir ve { $wait } içinde bir kez kullanılabilir.
login-for-group = <b>{ $title }</b> grubunun BytesFlows token’ını bir sonraki mesajınızda gönderin.
login-for-group-again = <b>{ $title }</b> grubundaki <b>{ $name }</b> hesabının BytesFlows token’ını bir sonraki mesajınızda gönderin.
login-or-share = Ya da aşağıdaki düğmelerle burada bağlı bir hesabı paylaşın.
login-done-there = ✅ <b>{ $name }</b>, <b>{ $title }</b> grubuna bağlandı. Gruba haber verilir ama token hiç gösterilmez.
login-renewed-in-groups = { $count ->
        [one] Token, bu hesabı paylaştığınız grupta da yenilendi.
       *[other] Token, bu hesabı paylaştığınız { $count } grupta da yenilendi.
    }
share-revocable = Bunu istediğiniz zaman /accounts altından geri alabilirsiniz.
not-shared = Bu yüzden <b>{ $name }</b> paylaşılmadı.
code-expired = Bu bağlantı kullanılmış ya da süresi dolmuş. Yenisini grupta /login ile ya da benimle özel sohbette /accounts altından alabilirsiniz.
code-of-another = Bu bağlantı başkası için oluşturuldu. Grubun bir yöneticisi orada /login göndererek kendi bağlantısını alabilir.
group-connected = ✅ { $who }, <b>{ $name }</b> hesabını bağladı. Artık buradaki herkes trafiğini sorabilir.
group-connected-by-admin = ✅ Bir yönetici <b>{ $name }</b> hesabını bağladı. Artık buradaki herkes trafiğini sorabilir.
group-disconnected = <b>{ $name }</b> hesabının bağlantısını, onu bağlayan kişi kesti. Token’ı ve geçmişi buradan silindi.
group-disconnected-kept = <b>{ $name }</b> hesabının bağlantısını, onu bağlayan kişi kesti. Token buradan silindi; geçmişi saklanıyor.
group-renewed = 🔄 <b>{ $name }</b> hesabı başka bir token ile yeniden bağlandı.

## Hesaplar
accounts-title = <b>Hesaplar</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · varsayılan
account-since = Bağlandığı tarih: { $date }
account-refused = ⚠️ BytesFlows artık bu hesabın token’ını kabul etmiyor. Yeniden bağlayın.
account-is-locked = 🔒 Token’ını şifreleyen anahtar yok. Yeniden bağlayın.
account-by-cookie = Çerezle bağlı: yalnızca /balance
account-shared-with = Paylaşıldığı gruplar: { $groups }
and-more = { $count ->
        [one] ve { $count } tane daha
       *[other] ve { $count } tane daha
    }
account-rename = <b>{ $name }</b> hesabını yeniden adlandırmak için örneğin şunu gönderin:
    <code>{ $example }</code>
account-share = <b>{ $name }</b> hesabını bir grupla paylaşın: yöneticisi olduğunuz bir grup seçin. Henüz orada değilsem katılırım. Grup hesabın trafiğini görür, token’ını asla. Bağlantı { $wait } içinde bir kez kullanılabilir.
accounts-used-title = <b>Gruplardaki hesaplarınız</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Hiçbir hesabınız bir grupta bağlı değil.
account-revoke-sure = <b>{ $name }</b> hesabının <b>{ $title }</b> grubundaki bağlantısı kesilsin mi? Token’ı ve geçmişi oradan silinir, gruba haber verilir.
account-revoked = <b>{ $name }</b> hesabının <b>{ $title }</b> grubundaki bağlantısı kesildi.
name-taken = “{ $name }” adı burada kullanılıyor, belki de bağlantısı kesilmiş bir hesabın geçmişine ait. Lütfen başka bir ad seçin.
not-a-name = Ad, en fazla 24 karakterlik tek bir sözcük olmalı: harf, rakam, nokta, tire veya alt çizgi; yalnızca sayı olamaz. Örneğin: crawler

## Ayarlar
settings-title = <b>Ayarlar</b>
settings-title-group = <b>Bu grubun ayarları</b>
settings-language = 🌐 Dil: <b>{ $language }</b>
settings-zone = 🕒 Saat dilimi: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Saat dilimi: seçilmedi, bu yüzden UTC
settings-quiet = 🌙 Sessiz saatler: <b>{ $begin } – { $end }</b>
settings-quiet-off = 🌙 Sessiz saatler: kapalı
settings-money-shown = 💰 Tutarlar: bu grupta görünür
settings-money-hidden = 💰 Tutarlar: bu grupta gizli
settings-history-kept = 🗂 Çıkarılırsam: token’lar silinir, geçmiş kalır
settings-history-deleted = 🗂 Çıkarılırsam: token’lar ve geçmiş silinir
settings-choose-language = Burada hangi dili konuşayım?
settings-choose-zone = Hangi saat diliminde yaşıyorsunuz? Şu an: <b>{ $city }</b>. Sizinki aşağıda yoksa şehrinizi gönderin, örneğin
    <code>{ $example }</code>
settings-which-zone = Hangisini kastediyorsunuz?
settings-choose-quiet = Bu saatlerde acil olmadıkça kendiliğimden yazmam. Seçin ya da kendi saatlerinizi gönderin, örneğin
    <code>{ $example }</code>
unknown-zone = Böyle bir şehir ya da saat dilimi bilmiyorum. En yakın büyük şehri ya da Europe/Berlin gibi bir adı deneyin.
settings-delete = <b>Bu sohbetle ilgili her şey silinsin mi?</b> { $count ->
        [0] Ayarları hemen ve kalıcı olarak silinir.
        [one] Ayarları ve hesabı, token’ı ve geçmişiyle birlikte hemen ve kalıcı olarak silinir.
       *[other] Ayarları ve { $count } hesabı, token’ları ve geçmişleriyle birlikte hemen ve kalıcı olarak silinir.
    }
settings-delete-group = <b>Bu grupla ilgili her şey silinsin mi?</b> { $count ->
        [0] Ayarları hemen ve kalıcı olarak silinir.
        [one] Ayarları ve hesabı, token’ı ve geçmişiyle birlikte hemen ve kalıcı olarak silinir.
       *[other] Ayarları ve { $count } hesabı, token’ları ve geçmişleriyle birlikte hemen ve kalıcı olarak silinir.
    }
settings-delete-shared = { $count ->
        [one] Bir grupla paylaştığınız hesabın oradaki bağlantısı da kesilir.
       *[other] Gruplarla paylaştığınız { $count } hesabın oradaki bağlantısı da kesilir.
    }
settings-deleted = Bu sohbetle ilgili her şey silindi. Baştan başlamak için: /start

## Bağlantıyı kesme
logout-which = Hangi hesabın bağlantısını keseyim?
logout-sure = <b>{ $name }</b> hesabının bağlantısı kesilsin mi? Token’ı silinir. Geçmişinin de silinip silinmeyeceğini siz seçersiniz.
logout-sure-all = { $count } hesabın tümünün bağlantısı kesilsin mi? Token’ları silinir. Geçmişlerinin de silinip silinmeyeceğini siz seçersiniz.
logout-shared = { $count ->
        [one] Bir gruptaki bağlantısı da kesilir.
       *[other] Gruplardaki { $count } bağlantı da kesilir.
    }
logout-done = <b>{ $name }</b> hesabının bağlantısı kesildi. Token’ı ve geçmişi silindi.
logout-done-kept = <b>{ $name }</b> hesabının bağlantısı kesildi. Token’ı silindi; aynı adla yeniden bağladığınızda geçmişi geri gelir.
logout-done-all = { $count } hesabın tümünün bağlantısı kesildi. Token’ları ve geçmişleri silindi.
logout-done-all-kept = { $count } hesabın tümünün bağlantısı kesildi. Token’ları silindi; aynı adlarla yeniden bağladığınızda geçmişleri geri gelir.
logout-done-already = Bunun bağlantısı zaten kesilmiş.
logout-cancelled = Hiçbir bağlantı kesilmedi.

## Sağlayıcıdaki sorunlar
vendor-unreachable = BytesFlows şu anda yanıt vermiyor.
vendor-busy = BytesFlows biraz beklememizi istiyor. Lütfen bir dakika sonra yeniden deneyin.
vendor-busy-until = BytesFlows biraz beklememizi istiyor. Lütfen { $wait } sonra yeniden deneyin.
vendor-broken = BytesFlows tarafında şu anda bir sorun var.
vendor-refused = BytesFlows bu isteği yanıtlamayı reddetti.
vendor-unreadable = BytesFlows okuyamadığım bir yanıt gönderdi. Geçici olabilir; lütfen bir süre sonra yeniden deneyin.
token-refused = BytesFlows artık <b>{ $name }</b> hesabının token’ını kabul etmiyor. Süresi dolmuş ya da iptal edilmiş. Lütfen yeni bir token ile yeniden bağlayın.
last-good = Son geçerli veriler: { $total } içinden <b>{ $available }</b> kullanılabilir, { $at }.

## /usage resmi: kısa, etiketsiz
chart-average = Ortalama { $size }
chart-today = Bugün, şu ana dek
chart-unknown = Veri yok
chart-size = { $size }
chart-day = { $day }

## Düğmeler ve bildirimler
button-connect = 🔑 Hesap bağla
button-connect-again = 🔑 Yeniden bağla
button-connect-privately = 🔒 Özel sohbette bağla
button-it-is-me = Benim
button-open-private = 💬 Özel sohbeti aç
button-send-me = 📄 Bana gönder
button-use-account = Paylaş: { $name }
button-add-account = ➕ Hesap ekle
button-accounts = 👤 Hesaplar
button-used = Gruplarda ({ $count })
button-make-default = Varsayılan yap
button-rename = Yeniden adlandır
button-share = Bir grupla paylaş
button-choose-group = Grup seç
button-disconnect-account = Bağlantıyı kes
button-revoke = { $title } · { $name }
button-revoke-yes = Oradaki bağlantıyı kes
button-back = ◀ Geri
button-language = 🌐 Dil
button-language-named = { $name }
button-language-auto = Telegram’ımdaki gibi
button-language-auto-group = Eklendiğim andaki gibi
button-zone = 🕒 Saat dilimi
button-city = { $city }
button-quiet = 🌙 Sessiz saatler
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Sessiz saat olmasın
button-money-show = 💰 Tutarları göster
button-money-hide = 💰 Tutarları gizle
button-history-keep = 🗂 Çıkarılırsam geçmişi sakla
button-history-delete = 🗂 Çıkarılırsam geçmişi sil
button-delete-all = Her şeyi sil
button-delete-all-yes = Kalıcı olarak sil
button-cancel = İptal
button-help = Neler yapabilirsin?
button-balance = 📊 Trafik
button-records = 🧾 Kayıtlar
button-usage = 📈 Kullanım
button-days = { $days } gün
button-csv = CSV
button-daily = ⏰ Günlük özet
button-daily-at = { $time }
button-daily-off = Kapat
button-daily-now = Şimdi göster
button-picture-on = 🖼 Resimli
button-picture-off = 🖼 Resimsiz
button-alerts = 🔔 Uyarılar
button-low-alert = 🪫 Az kaldı
button-days-alert = ⏳ Yakında biter
button-spike-alert = 📈 Ani artış
button-expiry-alert = 📦 Sona erme
button-balance-alert = 💰 Bakiye
button-trouble-alert = ⚠️ Sorunlar
button-alerts-on = 🔔 Aç
button-alerts-off = 🔕 Hepsini kapat
button-alerts-here = 📍 Buraya gelsin
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Aç
button-alerts-never = Kapat
button-snooze = 💤 2 saat
button-snooze-tomorrow = 💤 Yarına kadar
button-wake = 🔔 Ertelemeyi bitir
button-mine = 🙋 Ben ilgileniyorum
button-refresh = 🔄 Yenile
button-try-again = 🔄 Yeniden dene
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Tümü
button-order = Alımlar
button-sign = Ödüller
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Tüm hesaplar
button-disconnect = Bağlantıyı kes ve geçmişi sil
button-disconnect-keep = Bağlantıyı kes, geçmişi sakla
notice-expired = Bu düğme çok eski. Lütfen komutu yeniden gönderin.
notice-hasty = Çok hızlı oldu. Eminseniz bir kez daha basın.
notice-admins-only = Bunu yalnızca bu grubun yöneticileri yapabilir.
notice-too-many = Bir anda çok fazla komut geldi. Lütfen bana bir dakika verin.
