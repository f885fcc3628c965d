# Português do Brasil, com você.

language-name = Português (Brasil)

## O que se vê antes da primeira mensagem: aqui não há tags
bot-description =
    Quanto tráfego da BytesFlows ainda resta, onde foi usado e quanto tempo vai durar: pergunte aqui mesmo no Telegram, no privado ou no grupo da sua equipe.

    Seu token é criptografado ao chegar, apagado do chat e nunca mais mostrado.
bot-short-description = O tráfego da BytesFlows da sua equipe no Telegram: quanto resta, quanto dura e o que vence primeiro.

## Tamanhos: 1 GB = 1024³ bytes
size-b = { $amount } B
size-kb = { $amount } KB
size-mb = { $amount } MB
size-gb = { $amount } GB
size-tb = { $amount } TB
size-pb = { $amount } PB

## Boas-vindas e ajuda
start =
    <b>Seu tráfego da BytesFlows, aqui mesmo no Telegram.</b>
    Eu mostro o que resta, o que você comprou e o que vence primeiro.
    Seu token é criptografado ao chegar e nunca mais é mostrado.
start-first = Primeiro, conecte sua conta. Leva um minuto.
start-connected = Tudo conectado. O que você quer ver?
group-start =
    <b>O tráfego da BytesFlows da sua equipe, aqui mesmo no grupo.</b>
    Todo mundo pode consultar o que resta, o que foi comprado e o que vence primeiro.
    Só os admins deste grupo podem conectar contas e mudar as configurações.
group-start-first = Primeiro, um admin conecta a conta. O token é enviado em um chat privado comigo, nunca aqui.
group-start-connected = Já há uma conta conectada. O que você quer ver?
help = <b>O que eu sei fazer</b>
help-group = <b>O que eu posso fazer por você aqui</b>
help-traffic = <b>Tráfego</b>
help-itself = <b>O que digo por conta própria</b>
help-accounts = <b>Contas</b>
help-bot = <b>Este bot</b>
help-line = { $command } – { $about }
help-group-roles = Todo mundo neste grupo pode consultar; só os admins podem mudar alguma coisa.
help-safety = Apago na hora as mensagens com token; /logout apaga também o token guardado.
about-balance = o que resta e o que vence primeiro
about-records = compras e recompensas de check-in
about-usage = o tráfego usado por dia e quanto dura o restante
about-export = o uso ou o extrato em um arquivo para planilhas
about-daily = um resumo todos os dias no horário que você escolher
about-alerts = do que eu aviso por conta própria
about-pin = um cartão ao vivo com o que resta, sempre atualizado aqui
about-accounts = as contas conectadas aqui
about-login = conectar uma conta da BytesFlows
about-logout = desconectar uma conta
about-settings = idioma, fuso, horário de silêncio e mais
about-start = as boas-vindas
about-help = todos os comandos
not-a-command = Só entendo comandos. Tente /balance, ou /help para ver todos.
unknown-command = Não conheço <code>{ $command }</code>. Em /help está tudo o que eu sei fazer.
misused = Não sei o que fazer com “{ $argument }” aí. Por exemplo: <code>{ $example }</code>
misused-unnamed = Não sei o que fazer com isso aí. Por exemplo: <code>{ $example }</code>
private-only = Isso só diz respeito a você. Continue no seu chat privado comigo, por favor.
group-only = Isso é definido em um grupo; em um chat privado não há o que escolher.
too-many-commands = É muita coisa de uma vez. Me dê um minuto, por favor; até lá, fico em silêncio aqui.
unwritable = Não consigo escrever onde você pediu em <b>{ $title }</b>: o tópico está fechado ou o grupo não me deixa enviar mensagens. Um admin pode mudar isso.
answer-in-doubt = Minha conexão caiu enquanto eu respondia. Se não houver resposta acima, pergunte de novo.
bug = Desculpe, algo deu errado do meu lado. Já está anotado; tente de novo daqui a pouco.

## Visão geral
balance-title = <b>Tráfego</b>
balance-title-named = <b>Tráfego</b> · { $name }
balance-available = Disponível: <b>{ $available }</b> de { $total }
balance-used = { $bar } { $share } usado ({ $used })
balance-empty = Esta conta ainda não tem tráfego. Compre um pacote ou faça check-in em bytesflows.com.
balance-contradiction = ⚠️ Há mais tráfego disponível do que no total. É assim que a BytesFlows envia, então não dá para dizer quanto foi usado.
balance-available-only = Disponível: <b>{ $size }</b>. A BytesFlows não informou de quanto.
balance-total-only = Total: <b>{ $size }</b>. A BytesFlows não informou quanto resta.
balance-no-figures = ⚠️ A BytesFlows não enviou números de tráfego que façam sentido.
balance-money = 💰 Saldo: { $money }
lasts = ⏳ Dura cerca de <b>{ $left }</b>, até { $until }, a { $speed } por dia ({ $days ->
        [one] ritmo do último dia
        [many] ritmo dos últimos { $days } de dias
       *[other] ritmo dos últimos { $days } dias
    })
lasts-long = ⏳ Dura mais de <b>{ $years } anos</b> a { $speed } por dia ({ $days ->
        [one] ritmo do último dia
        [many] ritmo dos últimos { $days } de dias
       *[other] ritmo dos últimos { $days } dias
    })
lasts-unknown = ⏳ Quanto dura: dá para saber daqui a um dia, mais ou menos.
lasts-idle = ⏳ Quanto dura: não vi nenhum uso de tráfego { $days ->
        [one] no último dia
        [many] nos últimos { $days } de dias
       *[other] nos últimos { $days } dias
    }.
lasts-nothing = ⛔ <b>O tráfego acabou.</b> Você pode comprar mais em bytesflows.com.
expires-next = 📦 Próximo vencimento: <b>{ $size }</b> em { $left } ({ $date })
expires-next-unknown = 📦 O próximo pacote vence em { $left } ({ $date })
expires-unseen = 📦 Próximo vencimento: não consegui olhar o extrato inteiro.
as-of = <i>Atualizado: { $at }</i>

## Usage and forecast
usage-title = <b>Tráfego usado</b> · { $days } dias
usage-title-named = <b>Tráfego usado</b> · { $days } dias · { $name }
usage-total = <b>{ $total }</b> no total, { $average } por dia em média
usage-sum = <b>{ $total }</b> no total
usage-busiest = Dia de maior uso, { $date }: { $size }
usage-since = <i>Acompanho esta conta desde { $date }.</i>
usage-none = Ainda não acompanhei esta conta por tempo suficiente para dizer quanto foi usado. Olho cerca de uma vez por hora; volte daqui a duas.
lasts-expires = ⏳ A { $speed } por dia, não acaba antes de o último vencer em { $date }
lasts-range = { $high ->
        [one] ⏳ Dura cerca de <b>{ $low } a { $high } dia</b>, até entre { $begin } e { $end }
        [many] ⏳ Dura cerca de <b>{ $low } a { $high } dias</b>, até entre { $begin } e { $end }
       *[other] ⏳ Dura cerca de <b>{ $low } a { $high } dias</b>, até entre { $begin } e { $end }
    }
loss = 📦 Neste ritmo, <b>{ $size }</b> vencem sem uso em { $date }.
loss-more = 📦 Depois, mais { $size } vencem sem uso.
loss-saved = Para usar tudo, são necessários { $speed } por dia.

## The daily summary
daily-on = ⏰ Resumo diário: todos os dias às <b>{ $time }</b> ({ $city })
daily-off = ⏰ Resumo diário: <b>desativado</b>
daily-explained = Ele mostra quanto foi usado desde o anterior, quanto resta, quanto dura e o que vence. A que horas devo enviar? Escolha ou envie o seu horário, por exemplo <code>{ $example }</code>
daily-which-zone = { $time } em qual fuso horário?
daily-title = <b>Resumo diário</b>
daily-used = <b>{ $size }</b> usados em { $span }
daily-above = ▲ { $share } acima do habitual ({ $speed } por dia)
daily-below = ▼ { $share } abaixo do habitual ({ $speed } por dia)
daily-usual = Perto do habitual: { $speed } por dia
daily-untold = Não dá para dizer quanto foi usado em { $span }.
daily-quiet = Nada usado em { $span }. <b>{ $available }</b> disponíveis de { $total }.
daily-bought = 🛒 Comprado: { $size }
daily-checked-in = 🎁 Por check-in: { $size }
daily-received = 📦 Recebido: { $size }
daily-expired = ⌛ Vencido sem uso: { $size }

## Avisos
alerts-title = 🔔 <b>Avisos</b>
alerts-explained = Olho mais ou menos a cada hora e digo cada coisa uma vez, e de novo só se piorar claramente. Toque em uma para mudar.
alerts-off = 🔕 <b>Os avisos estão desativados.</b>
alerts-off-explained = Não escrevo por conta própria quando o tráfego está acabando, o uso dispara ou algo está para vencer.
alerts-low = 🪫 Resta pouco: menos de <b>{ $least }</b>
alerts-low-off = 🪫 Resta pouco: desativado
alerts-days = ⏳ Dura pouco: menos de <b>{ $span }</b>
alerts-days-off = ⏳ Dura pouco: desativado
alerts-spike = 📈 Pico: <b>{ $times }×</b> o normal em uma hora
alerts-spike-off = 📈 Pico: desativado
alerts-expiry = 📦 Vence sem uso: <b>{ $span }</b> antes
alerts-expiry-off = 📦 Vence sem uso: desativado
alerts-balance = 💰 Saldo: menos de <b>{ $least }</b>
alerts-balance-off = 💰 Saldo: desativado
alerts-trouble = ⚠️ Token recusado ou números impossíveis: <b>ativado</b>
alerts-trouble-off = ⚠️ Token recusado ou números impossíveis: desativado
alerts-choose = Escolha, ou envie o seu valor, por exemplo <code>{ $example }</code>
alerts-elsewhere = Eles chegam em outro tópico deste grupo.
alert-low = 🪫 Só restam <b>{ $available }</b> de { $total } ({ $share })
alert-days = ⏳ Neste ritmo, dura mais cerca de <b>{ $left }</b> ({ $speed } por dia)
alert-spike = 📈 <b>{ $used }</b> usados na última hora. O normal é { $usual }.
alert-spike-first = 📈 <b>{ $used }</b> usados na última hora. O normal é quase nada.
alert-spike-left = Se continuar assim, tudo acaba em cerca de <b>{ $left }</b>.
alert-last-day = 📦 <b>{ $size }</b> estão para vencer sem uso: { $at }
alert-balance = 💰 O saldo caiu para <b>{ $money }</b>.
alert-refused = 🔑 <b>A BytesFlows não aceita mais o token de { $name }.</b> Até conectar de novo, não vejo o que é usado.
alert-contradiction = ⚠️ A BytesFlows conta de um jeito estranho: diz que há { $available } disponíveis de { $total }. Não faço contas com isso.
alert-backwards = ⚠️ A BytesFlows conta de um jeito estranho: { $size } já usados voltaram a ficar disponíveis sem nenhuma compra. Não conto isso.
alert-snoozed = 💤 Adiado. Próximo lembrete: { $at }
alert-snoozed-by = 💤 Adiado por { $who }. Próximo lembrete: { $at }
alert-taken = 🙋 { $who } cuida disso.
alert-taken-by-somebody = 🙋 Alguém cuida disso.
alert-given-back = Ninguém mais cuida disso.
alert-awake = 🔔 Não há mais nada adiado.
alert-over = ✅ Isso já passou. Não há mais nada a fazer.
## O cartão vivo
pin-updated = 📌 <i>Ao vivo · atualizado: { $at }</i>
pin-expires = 📦 Próximo vencimento: <b>{ $size }</b> em { $date }
pin-not-seen = Ainda não vi os números dela.
pin-off = 📌 O cartão ao vivo está <b>desativado</b>. O /pin cria um novo.
pin-none = 📌 Não há cartão ao vivo aqui. O /pin cria um.
pin-lost = 📌 Perdi o cartão ao vivo: ele foi apagado ou não consigo mais editá-lo. O /pin cria um novo.
pin-may-not = 📌 Não posso fixar mensagens aqui. Dê-me essa permissão e envie /pin de novo, ou fixe o cartão você mesmo.

## Extrato
records-title-all = <b>Compras e check-ins</b>
records-title-all-named = <b>Compras e check-ins</b> · { $name }
records-title-order = <b>Compras</b>
records-title-order-named = <b>Compras</b> · { $name }
records-title-sign = <b>Recompensas de check-in</b>
records-title-sign-named = <b>Recompensas de check-in</b> · { $name }
records-none = Ainda não há nada no extrato.
records-none-here = Não há nada nesta página.
record-order = 🛒 <b>Compra</b> · { $state }
record-sign = 🎁 <b>Recompensa de check-in</b> · { $state }
record-other = 📦 <b>{ $kind }</b> · { $state }
record-active = ativa
record-expired = vencida
record-unknown = status desconhecido
record-order-id = <code>{ $order }</code>
record-used-share = Usado: <b>{ $used }</b> de { $quota } ({ $share })
record-used = Usado: <b>{ $used }</b> de { $quota }. Esses dois números não batem.
record-quota = { $quota }; o uso não foi informado
record-no-figures = Nenhum número foi informado.
record-created = Criada em { $date }
record-expires = Vence em { $date }, daqui a { $left }
record-expired-on = Venceu em { $date }, há { $left }

## Arquivos
export-title = <b>Arquivos para planilhas</b> (CSV)
export-title-named = <b>Arquivos para planilhas</b> (CSV) · { $name }
export-usage-about = 📈 <b>Uso</b>: o que foi usado, comprado e o que venceu entre uma verificação minha e a seguinte
export-records-about = 🧾 <b>Extrato</b>: todas as compras e todos os check-ins
export-privately = Neste grupo os valores ficam ocultos, então o arquivo vai no privado para quem pedir.
export-usage = <b>Uso</b> · { $begin } – { $end }
export-usage-named = <b>Uso</b> · { $begin } – { $end } · { $name }
export-asked-in = Pedido em <b>{ $title }</b>
export-rows = { $count ->
        [one] { $count } linha
        [many] { $count } de linhas
       *[other] { $count } linhas
    }
export-notes = <i>Horários em UTC, quantidades em bytes; o que não se sabe fica vazio.</i>
export-cut = ⚠️ Só as linhas mais recentes: não cabem mais em um arquivo.
export-incomplete = ⚠️ Faltam alguns itens: a BytesFlows não me deu o extrato inteiro. Peça de novo mais tarde.
export-no-records = Ainda não há nada para colocar em um arquivo: esta conta não tem compras nem check-ins. Compre um pacote ou faça check-in em bytesflows.com.
export-sent = 📄 O arquivo está no seu chat privado comigo.
export-unheard = Neste grupo os valores ficam ocultos, então os arquivos vão no privado, mas ainda não posso escrever para você. Abra o chat privado comigo, toque em “Iniciar”, depois volte aqui e peça de novo.
export-to-whom = Você escreve em nome do grupo, então não vejo para quem enviar o arquivo. Toque no botão: ele chega ao seu chat privado comigo, e ninguém mais fica sabendo quem você é.
export-can-write = Agora já posso escrever para você aqui. Volte ao grupo e peça o arquivo de novo.

## Conectar
login-ask = Envie seu token da BytesFlows na próxima mensagem.
login-again = Envie o token da BytesFlows para <b>{ $name }</b> na próxima mensagem.
login-where = <b>Onde encontrar:</b> entre em bytesflows.com e copie o token de API do painel. Um cabeçalho <code>Authorization</code> copiado também serve; com um cabeçalho <code>Cookie</code>, só dá para ver /balance.
login-safety = Apago sua mensagem na hora, testo o token e guardo criptografado. Espero por { $wait }.
login-cancelled = Cancelado.
login-nothing-to-cancel = Não há nada para cancelar.
login-done = ✅ Conta conectada como <b>{ $name }</b>.
login-known = ✅ Este token já está conectado aqui como <b>{ $name }</b>.
login-speaks-up = A partir de agora aviso aqui quando o tráfego estiver acabando, o uso disparar ou algo estiver para vencer sem uso. Para mudar: { $command }
login-replaced = Até agora { $name } usava outro token; ele não é mais usado. Para manter as duas contas, conecte esta também com outro nome.
login-cookie = Com um cookie só dá para ver /balance. Para usar /records, conecte com um token.
login-name-unusable = Esse nome não pode ser usado, então coloquei { $name }. Um nome é uma só palavra de até 24 letras, dígitos, pontos, hifens ou sublinhados.
login-erased = <i>Apaguei sua mensagem com o token.</i>
login-not-erased = ⚠️ <b>Não consegui apagar sua mensagem com o token. Por favor, apague-a agora.</b>
login-refused = A BytesFlows não aceita este token, então não guardei nada. Confira se ele foi copiado inteiro e não expirou, e envie de novo.
login-not-proved = Não consegui testar seu token, então não guardei nada. Envie de novo daqui a um minuto.
login-unexpected = Isso parecia um token, então apaguei sua mensagem sem usá-lo. Para conectar uma conta, toque no botão e envie de novo.
login-unexpected-not-erased = ⚠️ <b>Isso parece um token, e não consegui apagá-lo. Por favor, apague-o agora.</b> Não usei o token.
no-credential = Apaguei essa mensagem por segurança, mas não vi nenhum token nela. Envie só o token, ou uma linha como <code>Authorization: Bearer …</code>.
no-credential-visible = Não vi nenhum token nessa mensagem. Envie só o token, ou uma linha como <code>Authorization: Bearer …</code>.
too-many-accounts = Este chat já tem { $most } contas, o limite. Desconecte uma com /logout e depois conecte esta.
no-account = Ainda não há nenhuma conta conectada aqui. Conecte uma para ver o tráfego dela.
unknown-account = Não há nenhuma conta “{ $name }” aqui. Conectadas: { $known }.
unknown-account-unnamed = Não há nenhuma conta assim aqui. Conectadas: { $known }.
unknown-filter = Não conheço nenhum filtro nem conta “{ $name }”. Conectadas: { $known }. Por exemplo: <code>{ $example }</code>
overview-only = <b>{ $name }</b> está conectada com um cookie, que só mostra /balance. Para ver isto, conecte com um token.
accounts-locked = 🔒 A chave que criptografou os tokens de { $names } não está aqui, então não consigo abri-los. Conecte essas contas de novo. Nada foi apagado.
account-locked = 🔒 A chave que criptografou o token de <b>{ $name }</b> não está aqui, então não consigo abri-lo. Conecte a conta de novo. Nada foi apagado.

## Grupos: quem pode o quê
admins-only = Só os admins deste grupo podem fazer isso.
admins-only-named = Só os admins deste grupo podem fazer isso: { $names }.
admins-only-there = Só os admins de <b>{ $title }</b> podem fazer isso.
who-are-you = Você escreve em nome do grupo, então não vejo quem é. Toque no botão: eu confiro se você é admin, e ninguém mais fica sabendo.
rights-unknown = Não consegui descobrir no Telegram quem são os admins desse grupo. Tente de novo daqui a um minuto; se continuar, confira se eu ainda estou no grupo.
addressed = { $person }:
secret-in-group = ⚠️ <b>Nunca cole um token em um grupo.</b> Apaguei a mensagem e não usei o token, mas outras pessoas podem ter visto. Revogue-o agora em bytesflows.com e depois conecte a conta com um novo em um chat privado comigo.
secret-in-group-visible = ⚠️ <b>Nunca cole um token em um grupo. Não consigo apagar sua mensagem: por favor, apague-a agora.</b> Não usei o token, mas outras pessoas podem ter visto. Revogue-o em bytesflows.com e depois conecte a conta com um novo em um chat privado comigo.

## Grupos: conectar
login-privately = Conecte uma conta sem que mais ninguém veja: toque no botão e a gente continua no privado. O link é só para você, vale por { $wait } e funciona uma única vez.
login-for-group = Envie o token da BytesFlows para o grupo <b>{ $title }</b> na próxima mensagem.
login-for-group-again = Na próxima mensagem, envie o token da BytesFlows para <b>{ $name }</b> no grupo <b>{ $title }</b>.
login-or-share = Ou compartilhe uma conta já conectada aqui, com os botões abaixo.
login-done-there = ✅ <b>{ $name }</b> está conectada em <b>{ $title }</b>. O grupo fica sabendo, mas nunca vê o token.
login-renewed-in-groups = { $count ->
        [one] Ela também foi renovada no grupo com o qual você a compartilhou.
        [many] Ela também foi renovada em { $count } de grupos com os quais você a compartilhou.
       *[other] Ela também foi renovada nos { $count } grupos com os quais você a compartilhou.
    }
share-revocable = Você pode deixar de compartilhar quando quiser em /accounts.
not-shared = Por isso, <b>{ $name }</b> não foi compartilhada.
code-expired = Este link já foi usado ou expirou. Peça um novo com /login no grupo, ou com /accounts no seu chat privado comigo.
code-of-another = Este link foi criado para outra pessoa. Um administrador do grupo recebe o próprio link enviando /login lá.
group-connected = ✅ { $who } conectou a conta <b>{ $name }</b>. Agora todo mundo aqui pode consultar.
group-connected-by-admin = ✅ Um admin conectou a conta <b>{ $name }</b>. Agora todo mundo aqui pode consultar.
group-disconnected = A conta <b>{ $name }</b> foi desconectada por quem a tinha conectado. O token e o histórico dela foram apagados aqui.
group-disconnected-kept = A conta <b>{ $name }</b> foi desconectada por quem a conectou. O token foi apagado aqui; o histórico foi mantido.
group-renewed = 🔄 A conta <b>{ $name }</b> foi conectada de novo com outro token.

## Contas
accounts-title = <b>Contas</b>
account-line = <b>{ $name }</b>
account-line-default = <b>{ $name }</b> · padrão
account-since = Conectada em { $date }
account-refused = ⚠️ A BytesFlows não aceita mais o token dela. Conecte de novo.
account-is-locked = 🔒 Falta a chave que criptografou o token dela. Conecte de novo.
account-by-cookie = Conectada com um cookie: só /balance
account-shared-with = Compartilhada com { $groups }
and-more = { $count ->
        [one] e mais { $count }
        [many] e mais { $count }
       *[other] e mais { $count }
    }
account-rename = Para renomear <b>{ $name }</b>, envie por exemplo
    <code>{ $example }</code>
account-share = Compartilhe <b>{ $name }</b> com um grupo: escolha um em que você seja admin. Se eu ainda não estiver lá, eu entro. O grupo vê o tráfego da conta, nunca o token. O link vale por { $wait } e funciona uma única vez.
accounts-used-title = <b>Suas contas em grupos</b>
accounts-used-line = { $title } · <b>{ $name }</b>
accounts-used-nowhere = Nenhuma das suas contas está conectada em um grupo.
account-revoke-sure = Desconectar <b>{ $name }</b> em <b>{ $title }</b>? O token e o histórico são apagados lá, e o grupo é avisado.
account-revoked = <b>{ $name }</b> foi desconectada em <b>{ $title }</b>.
name-taken = O nome “{ $name }” já está em uso aqui, talvez pelo histórico de uma conta desconectada. Escolha outro, por favor.
not-a-name = Um nome é uma só palavra de até 24 letras, dígitos, pontos, hifens ou sublinhados, e não um número. Por exemplo: crawler

## Configurações
settings-title = <b>Configurações</b>
settings-title-group = <b>Configurações deste grupo</b>
settings-language = 🌐 Idioma: <b>{ $language }</b>
settings-zone = 🕒 Fuso horário: <b>{ $city }</b> · { $time }
settings-zone-unset = 🕒 Fuso horário: não escolhido, então UTC
settings-quiet = 🌙 Horário de silêncio: <b>das { $begin } às { $end }</b>
settings-quiet-off = 🌙 Horário de silêncio: desativado
settings-money-shown = 💰 Valores: visíveis neste grupo
settings-money-hidden = 💰 Valores: ocultos neste grupo
settings-history-kept = 🗂 Se me removerem: os tokens são apagados e o histórico fica
settings-history-deleted = 🗂 Se me removerem: os tokens e o histórico são apagados
settings-choose-language = Em que idioma devo falar aqui?
settings-choose-zone = Em que fuso horário você está? Agora: <b>{ $city }</b>. Se o seu não estiver abaixo, envie sua cidade, por exemplo
    <code>{ $example }</code>
settings-which-zone = Qual destes?
settings-choose-quiet = Nesse horário não escrevo por conta própria, a não ser que seja urgente. Escolha, ou envie o seu, por exemplo
    <code>{ $example }</code>
unknown-zone = Não conheço essa cidade nem esse fuso horário. Tente uma cidade maior por perto, ou um nome como Europe/Berlin.
settings-delete = <b>Apagar todos os dados deste chat?</b> { $count ->
        [0] As configurações somem na hora e para sempre.
        [one] As configurações e a conta, com token e histórico, somem na hora e para sempre.
        [many] As configurações e { $count } de contas, com tokens e históricos, somem na hora e para sempre.
       *[other] As configurações e as { $count } contas, com tokens e históricos, somem na hora e para sempre.
    }
settings-delete-group = <b>Apagar todos os dados deste grupo?</b> { $count ->
        [0] As configurações somem na hora e para sempre.
        [one] As configurações e a conta, com token e histórico, somem na hora e para sempre.
        [many] As configurações e { $count } de contas, com tokens e históricos, somem na hora e para sempre.
       *[other] As configurações e as { $count } contas, com tokens e históricos, somem na hora e para sempre.
    }
settings-delete-shared = { $count ->
        [one] A conta que você compartilhou com um grupo também é desconectada lá.
        [many] { $count } de contas que você compartilhou com grupos também são desconectadas lá.
       *[other] As { $count } contas que você compartilhou com grupos também são desconectadas lá.
    }
settings-deleted = Todos os dados deste chat foram apagados. Com /start, começa tudo de novo.

## Desconectar
logout-which = Qual conta devo desconectar?
logout-sure = Desconectar <b>{ $name }</b>? O token é apagado. Você escolhe se o histórico também vai.
logout-sure-all = Desconectar todas as { $count } contas? Os tokens são apagados. Você escolhe se os históricos também vão.
logout-shared = { $count ->
        [one] A conexão compartilhada com um grupo também é desfeita.
        [many] { $count } de conexões compartilhadas com grupos também são desfeitas.
       *[other] As { $count } conexões compartilhadas com grupos também são desfeitas.
    }
logout-done = <b>{ $name }</b> foi desconectada. O token e o histórico foram apagados.
logout-done-kept = <b>{ $name }</b> foi desconectada. O token foi apagado; o histórico volta quando você a conectar de novo com este nome.
logout-done-all = Todas as { $count } contas foram desconectadas. Os tokens e os históricos foram apagados.
logout-done-all-kept = Todas as { $count } contas foram desconectadas. Os tokens foram apagados; os históricos voltam quando você as conectar de novo com os mesmos nomes.
logout-done-already = Isso já está desconectado.
logout-cancelled = Nada foi desconectado.

## Problemas com o fornecedor
vendor-unreachable = A BytesFlows não está respondendo agora.
vendor-busy = A BytesFlows está pedindo uma pausa. Tente de novo daqui a um minuto.
vendor-busy-until = A BytesFlows está pedindo uma pausa. Tente de novo daqui a { $wait }.
vendor-broken = A BytesFlows está com um problema do lado dela agora.
vendor-refused = A BytesFlows se recusou a responder a isso.
vendor-unreadable = A BytesFlows respondeu com algo que não consigo ler. Pode ser passageiro; tente de novo mais tarde.
token-refused = A BytesFlows não aceita mais o token de <b>{ $name }</b>. Ele expirou ou foi revogado. Conecte a conta de novo com outro.
last-good = Últimos números válidos ({ $at }): <b>{ $available }</b> de { $total } disponíveis.

## A imagem de /usage: curto e sem tags
chart-average = Média { $size }
chart-today = Hoje até agora
chart-unknown = Sem dados
chart-size = { $size }
chart-day = { $day }

## Botões e avisos
button-connect = 🔑 Conectar conta
button-connect-again = 🔑 Conectar de novo
button-connect-privately = 🔒 Conectar no privado
button-it-is-me = Sou eu
button-open-private = 💬 Abrir chat privado
button-send-me = 📄 Enviar para mim
button-use-account = Compartilhar { $name }
button-add-account = ➕ Adicionar conta
button-accounts = 👤 Contas
button-used = Em grupos ({ $count })
button-make-default = Tornar padrão
button-rename = Renomear
button-share = Compartilhar com um grupo
button-choose-group = Escolher um grupo
button-disconnect-account = Desconectar
button-revoke = { $title } · { $name }
button-revoke-yes = Desconectar lá
button-back = ◀ Voltar
button-language = 🌐 Idioma
button-language-named = { $name }
button-language-auto = Como no meu Telegram
button-language-auto-group = Como ao adicionar o bot
button-zone = 🕒 Fuso horário
button-city = { $city }
button-quiet = 🌙 Horário de silêncio
button-quiet-hours = { $begin } – { $end }
button-quiet-off = Sem horário de silêncio
button-money-show = 💰 Mostrar valores
button-money-hide = 💰 Ocultar valores
button-history-keep = 🗂 Manter histórico se me removerem
button-history-delete = 🗂 Apagar histórico se me removerem
button-delete-all = Apagar tudo
button-delete-all-yes = Apagar para sempre
button-cancel = Cancelar
button-help = O que você sabe fazer?
button-balance = 📊 Tráfego
button-records = 🧾 Extrato
button-usage = 📈 Uso
button-days = { $days } d
button-csv = CSV
button-daily = ⏰ Resumo diário
button-daily-at = { $time }
button-daily-off = Desativar
button-daily-now = Mostrar agora
button-picture-on = 🖼 Com imagem
button-picture-off = 🖼 Sem imagem
button-alerts = 🔔 Avisos
button-low-alert = 🪫 Resta pouco
button-days-alert = ⏳ Dura pouco
button-spike-alert = 📈 Pico
button-expiry-alert = 📦 Vencimento
button-balance-alert = 💰 Saldo
button-trouble-alert = ⚠️ Problemas
button-alerts-on = 🔔 Ativar
button-alerts-off = 🔕 Desativar todos
button-alerts-here = 📍 Avisar aqui
button-alerts-choice = { $choice }
button-alerts-times = { $times }×
button-alerts-tell = Ativar
button-alerts-never = Desativar
button-snooze = 💤 2 horas
button-snooze-tomorrow = 💤 Até amanhã
button-wake = 🔔 Não adiar mais
button-mine = 🙋 Eu cuido disso
button-refresh = 🔄 Atualizar
button-try-again = 🔄 Tentar de novo
button-page = { $page }/{ $pages }
button-page-only = { $page }
button-all = Tudo
button-order = Compras
button-sign = Check-in
button-chosen = • { $label } •
button-account = { $name }
button-all-accounts = Todas as contas
button-disconnect = Desconectar e apagar histórico
button-disconnect-keep = Desconectar, manter histórico
notice-expired = Este botão é antigo demais. Envie o comando de novo.
notice-hasty = Isso foi muito rápido. Se for isso mesmo, toque de novo.
notice-admins-only = Só os admins deste grupo podem fazer isso.
notice-too-many = É muita coisa de uma vez. Me dê um minuto, por favor.
