# Bahasa Indonesia

language-name = Bahasa Indonesia

## Yang terlihat sebelum pesan pertama: tanpa tag
bot-description =
    Sisa trafik BytesFlows, ke mana terpakai, dan cukup untuk berapa lama: tanya dan langsung dijawab di Telegram, di chat pribadi atau di grup timmu.

    Tokenmu dienkripsi begitu diterima, dihapus dari chat, dan tidak pernah ditampilkan lagi.
bot-short-description = Trafik BytesFlows timmu di Telegram: berapa sisanya, cukup berapa lama, dan mana yang kedaluwarsa lebih dulu.

## Satuan trafik: 1 GB = 1024³ byte
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Sambutan dan bantuan
start =
    <b>Trafik BytesFlows-mu, langsung di Telegram.</b>
    Lihat berapa sisanya, apa yang sudah dibeli, dan mana yang kedaluwarsa lebih dulu.
    Tokenmu dienkripsi begitu diterima dan tidak pernah ditampilkan lagi.
start-first = Hubungkan akunmu dulu, cukup satu menit.
start-connected = Akunmu terhubung. Mau lihat apa?
group-start =
    <b>Trafik BytesFlows tim kalian, langsung di grup ini.</b>
    Semua bisa bertanya: berapa sisanya, apa yang sudah dibeli, mana yang kedaluwarsa lebih dulu.
    Hanya admin grup ini yang bisa menghubungkan akun dan mengubah pengaturan.
group-start-first = Admin perlu menghubungkan akun dulu. Token hanya dikirim di chat pribadi dengan saya, jangan di sini.
group-start-connected = Akun sudah terhubung. Mau lihat apa?
help = <b>Yang bisa saya lakukan</b>
help-group = <b>Yang bisa saya bantu di sini</b>
help-traffic = <b>Trafik</b>
help-itself = <b>Yang saya kirim tanpa diminta</b>
help-accounts = <b>Akun</b>
help-bot = <b>Bot ini</b>
help-line = { $command } – { $about }
help-group-roles = Semua orang di grup ini bisa melihat; hanya admin yang bisa mengubah.
help-safety = Pesan berisi token langsung saya hapus; /logout juga menghapus token yang tersimpan.
about-balance = sisa trafik dan yang paling cepat kedaluwarsa
about-records = pembelian dan hadiah check-in
about-usage = pemakaian per hari, dan berapa lama sisanya cukup
about-export = pemakaian atau transaksi dalam file untuk spreadsheet
about-daily = ringkasan setiap hari pada jam pilihanmu
about-alerts = hal yang saya beri tahu tanpa diminta
about-pin = kartu langsung berisi sisa trafik, selalu terbaru di sini
about-accounts = akun yang terhubung di sini
about-login = hubungkan akun BytesFlows
about-logout = putuskan akun
about-settings = bahasa, zona waktu, jam tenang, dan lainnya
about-start = sambutan
about-help = semua perintah
not-a-command = Saya hanya mengerti perintah. Coba /balance, atau /help untuk melihat semuanya.
unknown-command = Saya tidak mengenal <code>{ $command }</code>. Lihat /help untuk tahu yang bisa saya lakukan.
misused = “{ $argument }” tidak bisa dipakai di situ. Contoh: <code>{ $example }</code>
misused-unnamed = Tidak bisa dipakai seperti itu. Contoh: <code>{ $example }</code>
private-only = Ini khusus untuk kamu sendiri, jadi lakukan di chat pribadi dengan saya, ya.
group-only = Itu dipilih di grup; di chat pribadi tidak ada yang perlu dipilih.
too-many-commands = Terlalu banyak sekaligus. Beri saya satu menit, ya; selama itu saya tidak membalas di sini.
unwritable = Saya tidak bisa membalasmu di <b>{ $title }</b>: topiknya sudah ditutup, atau grupnya tidak mengizinkan saya mengirim pesan. Admin bisa mengubahnya.
answer-in-doubt = Koneksi saya terputus saat menjawab. Jika tidak ada jawaban di atas, silakan tanya lagi.
bug = Maaf, ada masalah di sisi saya. Sudah dicatat; coba lagi nanti, ya.

## Ringkasan
balance-title = <b>Trafik</b>
balance-title-named = <b>Trafik</b> · { $name }
balance-available = Tersedia <b>{ $available }</b> dari { $total }
balance-used = { $bar } terpakai { $share } ({ $used })
balance-empty = Belum ada trafik di akun ini. Beli paket atau check-in di bytesflows.com.
balance-contradiction = ⚠️ Yang tersedia lebih besar daripada totalnya. Begitulah data dari BytesFlows, jadi saya tidak tahu berapa yang terpakai.
balance-available-only = Tersedia <b>{ $size }</b>. BytesFlows tidak menyebutkan totalnya.
balance-total-only = Total <b>{ $size }</b>. BytesFlows tidak menyebutkan sisanya.
balance-no-figures = ⚠️ BytesFlows tidak mengirim angka trafik yang masuk akal.
balance-money = 💰 Saldo: { $money }
lasts = ⏳ Cukup untuk sekitar <b>{ $left }</b> lagi (sampai { $until }) jika terpakai { $speed } per hari seperti { $days ->
        [1] 24 jam terakhir
       *[other] { $days } hari terakhir
    }
lasts-long = ⏳ Cukup untuk lebih dari <b>{ $years } tahun</b> jika terpakai { $speed } per hari seperti { $days ->
        [1] 24 jam terakhir
       *[other] { $days } hari terakhir
    }
lasts-unknown = ⏳ Cukup untuk berapa lama: bisa diperkirakan setelah sekitar satu hari.
lasts-idle = ⏳ Cukup untuk berapa lama: belum diketahui, saya tidak melihat trafik terpakai dalam { $days ->
        [1] 24 jam terakhir
       *[other] { $days } hari terakhir
    }.
lasts-nothing = ⛔ <b>Trafik sudah habis.</b> Kamu bisa beli lagi di bytesflows.com.
expires-next = 📦 Paling cepat kedaluwarsa: <b>{ $size }</b> dalam { $left } ({ $date })
expires-next-unknown = 📦 Paket berikutnya kedaluwarsa dalam { $left } ({ $date })
expires-unseen = 📦 Paling cepat kedaluwarsa: belum diketahui, karena tidak semua transaksi bisa saya periksa.
as-of = <i>Diperbarui { $at }</i>

## Usage and forecast
usage-title = <b>Trafik terpakai</b> · { $days } hari
usage-title-named = <b>Trafik terpakai</b> · { $days } hari · { $name }
usage-total = Total <b>{ $total }</b>, rata-rata { $average } per hari
usage-sum = Total <b>{ $total }</b>
usage-busiest = Terbanyak pada { $date }: { $size }
usage-since = <i>Saya memantau sejak { $date }.</i>
usage-none = Saya belum cukup lama memantau akun ini untuk mengatakan pemakaiannya. Saya memeriksa sekitar sejam sekali; coba lagi dua jam lagi.
lasts-expires = ⏳ Dengan { $speed } per hari, tidak habis sebelum yang terakhir hangus pada { $date }
lasts-range = { $high ->
       *[other] ⏳ Cukup untuk sekitar <b>{ $low } sampai { $high } hari</b>, hingga antara { $begin } dan { $end }
    }
loss = 📦 Dengan laju ini, <b>{ $size }</b> hangus tak terpakai pada { $date }.
loss-more = 📦 Setelah itu { $size } lagi hangus tak terpakai.
loss-saved = Perlu { $speed } per hari agar semuanya terpakai.

## The daily summary
daily-on = ⏰ Ringkasan harian: setiap hari pukul <b>{ $time }</b> ({ $city })
daily-off = ⏰ Ringkasan harian: <b>nonaktif</b>
daily-explained = Isinya pemakaian sejak ringkasan sebelumnya, sisanya, cukup berapa lama, dan apa yang akan hangus. Pukul berapa dikirim? Pilih, atau kirim jam pilihanmu, misalnya <code>{ $example }</code>
daily-which-zone = { $time } di zona waktu mana?
daily-title = <b>Ringkasan harian</b>
daily-used = Terpakai <b>{ $size }</b> dalam { $span } terakhir
daily-above = ▲ { $share } di atas biasanya ({ $speed } per hari)
daily-below = ▼ { $share } di bawah biasanya ({ $speed } per hari)
daily-usual = Kira-kira seperti biasa: { $speed } per hari
daily-untold = Pemakaian dalam { $span } terakhir tidak dapat diketahui.
daily-quiet = Tidak ada pemakaian dalam { $span } terakhir. Tersedia <b>{ $available }</b> dari { $total }.
daily-bought = 🛒 Dibeli: { $size }
daily-checked-in = 🎁 Check-in: { $size }
daily-received = 📦 Diterima: { $size }
daily-expired = ⌛ Hangus tak terpakai: { $size }

## Peringatan
alerts-title = 🔔 <b>Peringatan</b>
alerts-explained = Saya memeriksa sekitar sekali sejam dan memberi tahu tiap hal satu kali, lalu lagi hanya jika jelas memburuk. Tekan salah satu untuk mengubahnya.
alerts-off = 🔕 <b>Peringatan nonaktif.</b>
alerts-off-explained = Saya tidak mengirim pesan tanpa diminta saat trafik menipis, melonjak, atau akan hangus.
alerts-low = 🪫 Hampir habis: di bawah <b>{ $least }</b>
alerts-low-off = 🪫 Hampir habis: nonaktif
alerts-days = ⏳ Segera habis: kurang dari <b>{ $span }</b>
alerts-days-off = ⏳ Segera habis: nonaktif
alerts-spike = 📈 Lonjakan: <b>{ $times }×</b> pemakaian biasa dalam satu jam
alerts-spike-off = 📈 Lonjakan: nonaktif
alerts-expiry = 📦 Hangus tak terpakai: <b>{ $span }</b> sebelumnya
alerts-expiry-off = 📦 Hangus tak terpakai: nonaktif
alerts-balance = 💰 Saldo: di bawah <b>{ $least }</b>
alerts-balance-off = 💰 Saldo: nonaktif
alerts-trouble = ⚠️ Token ditolak atau angka yang tidak masuk akal: <b>aktif</b>
alerts-trouble-off = ⚠️ Token ditolak atau angka yang tidak masuk akal: nonaktif
alerts-choose = Pilih, atau kirim nilaimu sendiri, misalnya <code>{ $example }</code>
alerts-elsewhere = Dikirim ke topik lain di grup ini.
alert-low = 🪫 Tinggal <b>{ $available }</b> dari { $total } ({ $share })
alert-days = ⏳ Dengan laju ini cukup sekitar <b>{ $left }</b> lagi ({ $speed } per hari)
alert-spike = 📈 <b>{ $used }</b> terpakai dalam satu jam terakhir. Biasanya { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> terpakai dalam satu jam terakhir. Biasanya hampir tidak ada.
alert-spike-left = Kalau terus begini, semuanya habis dalam sekitar <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> akan segera hangus tak terpakai: { $at }
alert-balance = 💰 Saldo tinggal <b>{ $money }</b>.
alert-refused = 🔑 <b>BytesFlows tidak lagi menerima token { $name }.</b> Sebelum dihubungkan lagi, saya tidak bisa melihat pemakaiannya.
alert-contradiction = ⚠️ Hitungan BytesFlows aneh: katanya tersedia { $available } dari { $total }. Saya tidak menghitung dengan angka itu.
alert-backwards = ⚠️ Hitungan BytesFlows aneh: { $size } yang sudah terpakai tersedia lagi padahal tidak ada pembelian. Itu tidak saya hitung.
alert-snoozed = 💤 Ditunda. Pengingat berikutnya: { $at }
alert-snoozed-by = 💤 Ditunda oleh { $who }. Pengingat berikutnya: { $at }
alert-taken = 🙋 { $who } yang menangani.
alert-taken-by-somebody = 🙋 Ada yang menangani.
alert-given-back = Sekarang tidak ada yang menangani.
alert-awake = 🔔 Tidak ada lagi yang ditunda.
alert-over = ✅ Itu sudah lewat. Tidak ada yang perlu dilakukan.
## Kartu langsung
pin-updated = 📌 <i>Langsung · diperbarui { $at }</i>
pin-expires = 📦 Paling cepat kedaluwarsa: <b>{ $size }</b> pada { $date }
pin-not-seen = Saya belum melihat angkanya.
pin-off = 📌 Kartu langsung <b>nonaktif</b>. /pin membuat yang baru.
pin-none = 📌 Tidak ada kartu langsung di sini. /pin membuatnya.
pin-lost = 📌 Kartu langsung di sini hilang: pesannya dihapus, atau saya tidak bisa mengubahnya lagi. /pin membuat yang baru.
pin-may-not = 📌 Saya tidak boleh menyematkan pesan di sini. Beri saya izin itu lalu kirim /pin lagi, atau sematkan sendiri kartunya.

## Transaksi
records-title-all = <b>Pembelian dan check-in</b>
records-title-all-named = <b>Pembelian dan check-in</b> · { $name }
records-title-order = <b>Pembelian</b>
records-title-order-named = <b>Pembelian</b> · { $name }
records-title-sign = <b>Hadiah check-in</b>
records-title-sign-named = <b>Hadiah check-in</b> · { $name }
records-none = Belum ada transaksi.
records-none-here = Halaman ini kosong.
record-order = 🛒 <b>Pembelian</b> · { $state }
record-sign = 🎁 <b>Hadiah check-in</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = aktif
record-expired = kedaluwarsa
record-unknown = status tidak diketahui
record-order-id = <code>{ $order }</code>
record-used-share = Terpakai <b>{ $used }</b> dari { $quota } ({ $share })
record-used = Terpakai <b>{ $used }</b> dari { $quota }. Kedua angka ini tidak cocok.
record-quota = { $quota }; pemakaiannya tidak disebutkan
record-no-figures = Tidak ada angka yang dikirim.
record-created = Dibuat { $date }
record-expires = Kedaluwarsa { $date }, { $left } lagi
record-expired-on = Sudah kedaluwarsa { $date }, { $left } lalu

## File
export-title = <b>File untuk spreadsheet</b> (CSV)
export-title-named = <b>File untuk spreadsheet</b> (CSV) · { $name }
export-usage-about = 📈 <b>Pemakaian</b>: yang terpakai, dibeli, dan hangus di antara dua pemeriksaan saya
export-records-about = 🧾 <b>Transaksi</b>: semua pembelian dan check-in
export-privately = Grup ini tidak menampilkan nominal uang, jadi filenya dikirim ke chat pribadi orang yang memintanya.
export-usage = <b>Pemakaian</b> · { $begin } – { $end }
export-usage-named = <b>Pemakaian</b> · { $begin } – { $end } · { $name }
export-asked-in = Diminta di <b>{ $title }</b>
export-rows = { $count } baris
export-notes = <i>Waktu dalam UTC, jumlah dalam byte; yang tidak diketahui dikosongkan.</i>
export-cut = ⚠️ Hanya baris terbaru: satu file tidak memuat lebih dari ini.
export-incomplete = ⚠️ Belum lengkap: BytesFlows tidak memberikan semua transaksi. Coba minta lagi nanti.
export-no-records = Belum ada yang bisa dijadikan file: akun ini belum punya pembelian atau check-in. Beli paket atau check-in di bytesflows.com.
export-sent = 📄 Filenya ada di chat pribadimu dengan saya.
export-unheard = Grup ini tidak menampilkan nominal uang, jadi file dikirim secara pribadi, tetapi saya belum bisa mengirim pesan kepadamu. Buka chat pribadi dengan saya, tekan “Mulai”, lalu kembali ke sini dan minta lagi.
export-to-whom = Kamu menulis atas nama grup, jadi saya tidak tahu filenya harus dikirim ke siapa. Tekan tombolnya: filenya masuk ke chat pribadimu dengan saya, dan tidak ada orang lain yang tahu siapa kamu.
export-can-write = Sekarang saya bisa mengirim pesan kepadamu di sini. Kembali ke grup dan minta filenya lagi, ya.

## Menghubungkan
login-ask = Kirim token BytesFlows-mu di pesan berikutnya.
login-again = Kirim token BytesFlows untuk <b>{ $name }</b> di pesan berikutnya.
login-where = <b>Cara mendapatkannya:</b> masuk ke bytesflows.com, lalu salin token API dari dasbor. Header <code>Authorization</code> yang disalin juga bisa; header <code>Cookie</code> hanya menampilkan /balance.
login-safety = Pesanmu langsung saya hapus, tokennya saya periksa, lalu saya simpan terenkripsi. Saya tunggu selama { $wait }.
login-cancelled = Dibatalkan.
login-nothing-to-cancel = Tidak ada yang perlu dibatalkan.
login-done = ✅ Terhubung dengan nama <b>{ $name }</b>.
login-known = ✅ Token ini sudah terhubung di sini sebagai <b>{ $name }</b>.
login-speaks-up = Mulai sekarang saya memberi tahu di sini saat trafik menipis, melonjak, atau akan hangus tak terpakai. Ubah dengan { $command }
login-replaced = Sebelumnya { $name } memakai token lain; token itu tidak dipakai lagi. Agar kedua akun tetap ada, hubungkan juga yang ini dengan nama lain.
login-cookie = Cookie hanya menampilkan /balance. Untuk /records, hubungkan dengan token.
login-name-unusable = Nama itu tidak bisa dipakai, jadi saya beri nama { $name }. Nama berupa satu kata, paling banyak 24 huruf, angka, titik, tanda hubung, atau garis bawah.
login-erased = <i>Pesanmu yang berisi token sudah saya hapus.</i>
login-not-erased = ⚠️ <b>Saya tidak bisa menghapus pesanmu yang berisi token. Hapus sendiri sekarang, ya.</b>
login-refused = BytesFlows tidak menerima token ini, jadi tidak ada yang saya simpan. Pastikan token tersalin utuh dan belum kedaluwarsa, lalu kirim lagi.
login-not-proved = Saya tidak bisa memeriksa tokenmu, jadi tidak ada yang saya simpan. Kirim lagi setelah satu menit, ya.
login-unexpected = Pesan itu tampak seperti token, jadi saya hapus dan tidak saya pakai. Untuk menghubungkan akun, tekan tombolnya, lalu kirim lagi.
login-unexpected-not-erased = ⚠️ <b>Pesan itu tampak seperti token, tetapi tidak bisa saya hapus. Hapus sendiri sekarang, ya.</b> Tokennya tidak saya pakai.
no-credential = Demi keamanan, pesan itu saya hapus, tetapi tidak ada token di dalamnya. Kirim tokennya saja, atau satu baris seperti <code>Authorization: Bearer …</code>.
no-credential-visible = Tidak ada token di pesan itu. Kirim tokennya saja, atau satu baris seperti <code>Authorization: Bearer …</code>.
too-many-accounts = Chat ini sudah punya { $most } akun, batas maksimalnya. Putuskan salah satu dengan /logout, lalu hubungkan akun ini.
no-account = Belum ada akun yang terhubung di sini. Hubungkan akun untuk melihat trafiknya.
unknown-account = Tidak ada akun “{ $name }” di sini. Terhubung: { $known }.
unknown-account-unnamed = Tidak ada akun seperti itu di sini. Terhubung: { $known }.
unknown-filter = Tidak ada filter atau akun “{ $name }”. Terhubung: { $known }. Contoh: <code>{ $example }</code>
overview-only = <b>{ $name }</b> terhubung dengan cookie, yang hanya menampilkan /balance. Hubungkan dengan token untuk melihat ini.
accounts-locked = 🔒 Kunci enkripsi untuk token { $names } tidak ada di sini, jadi tidak bisa saya buka. Hubungkan lagi akun-akun ini. Tidak ada yang dihapus.
account-locked = 🔒 Kunci enkripsi untuk token <b>{ $name }</b> tidak ada di sini, jadi tidak bisa saya buka. Hubungkan lagi akunnya. Tidak ada yang dihapus.

## Grup: siapa boleh apa
admins-only = Hanya admin grup ini yang bisa melakukannya.
admins-only-named = Hanya admin grup ini yang bisa melakukannya: { $names }.
admins-only-there = Hanya admin <b>{ $title }</b> yang bisa melakukannya.
who-are-you = Kamu menulis atas nama grup, jadi saya tidak tahu siapa kamu. Tekan tombolnya: saya hanya memeriksa apakah kamu admin, dan tidak ada orang lain yang tahu.
rights-unknown = Saya tidak berhasil menanyakan admin grup itu ke Telegram. Coba lagi setelah satu menit; kalau masih begitu, periksa apakah saya masih ada di grup.
addressed = { $person }:
secret-in-group = ⚠️ <b>Jangan pernah menempelkan token di grup.</b> Pesannya sudah saya hapus dan tokennya tidak saya pakai, tetapi mungkin sudah ada yang melihat. Cabut sekarang di bytesflows.com, lalu hubungkan dengan token baru di chat pribadi dengan saya.
secret-in-group-visible = ⚠️ <b>Jangan pernah menempelkan token di grup. Pesanmu tidak bisa saya hapus: hapus sendiri sekarang, ya.</b> Tokennya tidak saya pakai, tetapi mungkin sudah ada yang melihat. Cabut di bytesflows.com, lalu hubungkan dengan token baru di chat pribadi dengan saya.

## Grup: menghubungkan
login-privately = Hubungkan akun tanpa dilihat orang lain: tekan tombolnya, lalu kita lanjutkan di chat pribadi. Tautannya hanya untukmu dan berlaku satu kali dalam { $wait }.
login-for-group = Kirim token BytesFlows untuk grup <b>{ $title }</b> di pesan berikutnya.
login-for-group-again = Kirim token BytesFlows untuk <b>{ $name }</b> di grup <b>{ $title }</b> di pesan berikutnya.
login-or-share = Atau bagikan akun yang terhubung di sini dengan tombol di bawah.
login-done-there = ✅ <b>{ $name }</b> terhubung di <b>{ $title }</b>. Grup akan diberi tahu, tetapi tidak pernah melihat tokennya.
login-renewed-in-groups = Akun ini juga diperbarui di { $count } grup tempat kamu membagikannya.
share-revocable = Kamu bisa berhenti membagikannya kapan saja lewat /accounts.
not-shared = Jadi <b>{ $name }</b> tidak dibagikan.
code-expired = Tautan ini sudah dipakai atau kedaluwarsa. Minta yang baru dengan /login di grup, atau lewat /accounts di chat pribadi dengan saya.
code-of-another = Tautan ini dibuat untuk orang lain. Admin grup bisa mendapatkan tautannya sendiri dengan /login di sana.
group-connected = ✅ { $who } menghubungkan akun <b>{ $name }</b>. Sekarang semua di sini bisa melihatnya.
group-connected-by-admin = ✅ Admin menghubungkan akun <b>{ $name }</b>. Sekarang semua di sini bisa melihatnya.
group-disconnected = Akun <b>{ $name }</b> diputuskan oleh orang yang menghubungkannya. Token dan riwayatnya di sini sudah dihapus.
group-disconnected-kept = Akun <b>{ $name }</b> diputuskan oleh orang yang menghubungkannya. Tokennya dihapus di sini; riwayatnya disimpan.
group-renewed = 🔄 Akun <b>{ $name }</b> dihubungkan lagi dengan token lain.

## Akun
accounts-title = <b>Akun</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · utama
account-since = Terhubung sejak { $date }
account-refused = ⚠️ BytesFlows tidak lagi menerima tokennya. Hubungkan lagi.
account-is-locked = 🔒 Kunci enkripsi tokennya tidak ada. Hubungkan lagi.
account-by-cookie = Terhubung dengan cookie: hanya /balance
account-shared-with = Dibagikan ke { $groups }
and-more = { $count ->
       *[other] dan { $count } lagi
    }
account-rename = Untuk mengganti nama <b>{ $name }</b>, kirim misalnya
    <code>{ $example }</code>
account-share = Bagikan <b>{ $name }</b> ke grup: pilih grup tempat kamu menjadi admin. Kalau saya belum ada di sana, saya akan bergabung. Grup bisa melihat trafik akun ini, tetapi tidak pernah melihat tokennya. Tautannya berlaku satu kali dalam { $wait }.
accounts-used-title = <b>Akunmu di grup</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Belum ada akunmu yang terhubung di grup.
account-revoke-sure = Putuskan <b>{ $name }</b> di <b>{ $title }</b>? Token dan riwayatnya di sana akan dihapus, dan grup diberi tahu.
account-revoked = <b>{ $name }</b> sudah diputuskan di <b>{ $title }</b>.
name-taken = Nama “{ $name }” sudah dipakai di sini, mungkin oleh riwayat akun yang sudah diputuskan. Pilih nama lain, ya.
not-a-name = Nama berupa satu kata, paling banyak 24 huruf, angka, titik, tanda hubung, atau garis bawah, dan bukan angka saja. Contoh: crawler

## Pengaturan
settings-title = <b>Pengaturan</b>
settings-title-group = <b>Pengaturan grup ini</b>
settings-language = 🌐 Bahasa: <b>{ $language }</b>
settings-zone = 🕒 Zona waktu: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Zona waktu: belum dipilih, memakai UTC
settings-quiet = 🌙 Jam tenang: <b>{ $begin } sampai { $end }</b>
settings-quiet-off = 🌙 Jam tenang: nonaktif
settings-money-shown = 💰 Nominal uang: ditampilkan di grup ini
settings-money-hidden = 💰 Nominal uang: disembunyikan di grup ini
settings-history-kept = 🗂 Jika saya dikeluarkan: token dihapus, riwayat disimpan
settings-history-deleted = 🗂 Jika saya dikeluarkan: token dan riwayat dihapus
settings-choose-language = Saya sebaiknya pakai bahasa apa di sini?
settings-choose-zone = Kamu di zona waktu mana? Sekarang: <b>{ $city }</b>. Kalau tidak ada di bawah, kirim kotamu, misalnya
    <code>{ $example }</code>
settings-which-zone = Yang mana maksudmu?
settings-choose-quiet = Pada jam ini saya tidak mengirim pesan tanpa diminta, kecuali ada yang mendesak. Pilih, atau kirim jam pilihanmu, misalnya
    <code>{ $example }</code>
unknown-zone = Saya tidak mengenal kota atau zona waktu itu. Coba kota besar terdekat, atau nama seperti Europe/Berlin.
settings-delete = <b>Hapus semua data chat ini?</b> { $count ->
        [0] Pengaturannya langsung dihapus permanen.
       *[other] Pengaturan dan { $count } akun, beserta token dan riwayatnya, langsung dihapus permanen.
    }
settings-delete-group = <b>Hapus semua data grup ini?</b> { $count ->
        [0] Pengaturannya langsung dihapus permanen.
       *[other] Pengaturan dan { $count } akun, beserta token dan riwayatnya, langsung dihapus permanen.
    }
settings-delete-shared = { $count } akun yang kamu bagikan ke grup juga diputuskan di sana.
settings-deleted = Semua data chat ini sudah dihapus. Kirim /start untuk mulai dari awal.

## Memutuskan
logout-which = Akun mana yang mau diputuskan sambungannya?
logout-sure = Putuskan <b>{ $name }</b>? Tokennya akan dihapus. Kamu yang menentukan apakah riwayatnya ikut dihapus.
logout-sure-all = Putuskan semua akun ({ $count })? Tokennya akan dihapus. Kamu yang menentukan apakah riwayatnya ikut dihapus.
logout-shared = Akun yang dibagikan ke grup ({ $count }) juga diputuskan di sana.
logout-done = <b>{ $name }</b> sudah diputuskan. Token dan riwayatnya dihapus.
logout-done-kept = <b>{ $name }</b> sudah diputuskan. Tokennya dihapus; riwayatnya kembali kalau kamu menghubungkannya lagi dengan nama ini.
logout-done-all = Semua akun ({ $count }) sudah diputuskan. Token dan riwayatnya dihapus.
logout-done-all-kept = Semua akun ({ $count }) sudah diputuskan. Tokennya dihapus; riwayatnya kembali kalau kamu menghubungkannya lagi dengan nama yang sama.
logout-done-already = Sudah diputuskan sebelumnya.
logout-cancelled = Tidak ada akun yang diputuskan.

## Gangguan di penyedia
vendor-unreachable = BytesFlows sedang tidak merespons.
vendor-busy = BytesFlows minta jeda. Coba lagi setelah satu menit, ya.
vendor-busy-until = BytesFlows minta jeda. Coba lagi setelah { $wait }, ya.
vendor-broken = BytesFlows sedang mengalami gangguan.
vendor-refused = BytesFlows menolak menjawab ini.
vendor-unreadable = BytesFlows mengirim sesuatu yang tidak bisa saya baca. Mungkin hanya sementara; coba lagi nanti, ya.
token-refused = BytesFlows tidak lagi menerima token <b>{ $name }</b>. Token itu sudah kedaluwarsa atau dicabut. Hubungkan lagi dengan token baru.
last-good = Data valid terakhir ({ $at }): tersedia <b>{ $available }</b> dari { $total }.

## Gambar /usage: pendek, tanpa tag
chart-average = Rata-rata { $size }
chart-today = Hari ini sejauh ini
chart-unknown = Tidak ada data
chart-size = { $size }
chart-day = { $day }

## Tombol dan pemberitahuan
button-connect = 🔑 Hubungkan akun
button-connect-again = 🔑 Hubungkan lagi
button-connect-privately = 🔒 Lewat chat pribadi
button-it-is-me = Ini saya
button-open-private = 💬 Buka chat pribadi
button-send-me = 📄 Kirim ke saya
button-use-account = Bagikan { $name }
button-add-account = ➕ Tambah akun
button-accounts = 👤 Akun
button-used = Di grup ({ $count })
button-make-default = Jadikan utama
button-rename = Ganti nama
button-share = Bagikan ke grup
button-choose-group = Pilih grup
button-disconnect-account = Putuskan
button-revoke = { $title } · { $name }
button-revoke-yes = Putuskan di sana
button-back = ◀ Kembali
button-language = 🌐 Bahasa
button-language-named = { $name }
button-language-auto = Ikuti Telegram saya
button-language-auto-group = Bahasa saat bot ditambahkan
button-zone = 🕒 Zona waktu
button-city = { $city }
button-quiet = 🌙 Jam tenang
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Tanpa jam tenang
button-money-show = 💰 Tampilkan nominal
button-money-hide = 💰 Sembunyikan nominal
button-history-keep = 🗂 Simpan riwayat jika bot dikeluarkan
button-history-delete = 🗂 Hapus riwayat jika bot dikeluarkan
button-delete-all = Hapus semua data
button-delete-all-yes = Hapus permanen
button-cancel = Batal
button-help = Kamu bisa apa?
button-balance = 📊 Trafik
button-records = 🧾 Transaksi
button-usage = 📈 Pemakaian
button-days = { $days } hari
button-csv = CSV
button-daily = ⏰ Ringkasan harian
button-daily-at = { $time }
button-daily-off = Nonaktifkan
button-daily-now = Tampilkan sekarang
button-picture-on = 🖼 Dengan gambar
button-picture-off = 🖼 Tanpa gambar
button-alerts = 🔔 Peringatan
button-low-alert = 🪫 Hampir habis
button-days-alert = ⏳ Segera habis
button-spike-alert = 📈 Lonjakan
button-expiry-alert = 📦 Kedaluwarsa
button-balance-alert = 💰 Saldo
button-trouble-alert = ⚠️ Masalah
button-alerts-on = 🔔 Aktifkan
button-alerts-off = 🔕 Nonaktifkan semua
button-alerts-here = 📍 Kirim di sini
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Aktifkan
button-alerts-never = Nonaktifkan
button-snooze = 💤 2 jam
button-snooze-tomorrow = 💤 Sampai besok
button-wake = 🔔 Batal tunda
button-mine = 🙋 Saya tangani
button-refresh = 🔄 Perbarui
button-try-again = 🔄 Coba lagi
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Semua
button-order = Pembelian
button-sign = Check-in
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Semua akun
button-disconnect = Putuskan dan hapus riwayat
button-disconnect-keep = Putuskan, simpan riwayat
notice-expired = Tombol ini sudah kedaluwarsa. Kirim lagi perintahnya, ya.
notice-hasty = Terlalu cepat. Tekan lagi kalau memang yakin.
notice-admins-only = Hanya admin grup ini yang bisa melakukannya.
notice-too-many = Terlalu banyak sekaligus. Beri saya satu menit, ya.
