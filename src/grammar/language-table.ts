/** The commonest small words of languages in Latin letters, by ISO 639-1 code. Written for this project. */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: `the of and to in a is that for was on with as it be at by this from are his he not have has had but which or an they were their
    been will who one more would about there its when said after also into than other she we you all out up if no her what so can`,
  es: `de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy
    sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos fue ha son`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son ont aux été cette mais
    ses sa leur nous ou comme elle ces deux être fait je vous y était lui après entre dont même sans ils aussi tout`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito
    há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse`,
  it: `di che è e la il un a per in una mi sono ho ma l lo ha le si ti i con cosa se io come da ci no questo qui hai sei del bene tu
    della nel dei al gli alla delle anche più dal nella suo sua dalla stato era essere loro tra degli fra dopo`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird
    bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde`,
  nl: `de en van het een in is dat op te zijn met voor niet aan er om ook als door bij maar naar uit wordt nog over heeft worden deze
    ze tot dit hij meer die was of werd kan hebben had dan zou geen omdat onder tegen zich haar mensen wel moet`,
  sv: `och att det i en som på är av för den med till inte har de ett om han men var jag sig från vi så kan när hade där nu ska eller
    hans efter skulle sina vid mot då utan under över hon varit blev alla mycket också bara denna`,
  da: `og i at det er en til af den på for som med de har et ikke der var han fra men om sig eller blev kan vil så skal efter også nu
    hvor mod være hans havde når op over hun jeg blevet deres mellem ved siger år meget alle denne`,
  pl: `w i na z się do nie to że jest o jak po co za od dla przez przy ale tym tak przed jego oraz był był być który która które tylko
    jej ich może już było są ma ze ten czy także lub jako tego jednak bardzo nad pod kiedy roku też`,
  cs: `a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou které který jeho byl však až při mezi jen bude nebo aby
    ze pod také ještě bylo jak tak před už ke této když která není než jsem proti bez`,
  ro: `de și în la a cu că pe nu din o un pentru este mai care sunt fi se au ce prin dar după fost sau al ale am lui ca cum foarte cele
    acest această între era fără către doar toate despre ei lor unui unei`,
  tr: `ve bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne var ancak ise o her ama veya değil mi göre ben diye yeni
    iki tarafından bin bunu kendi olduğu önce ya ki şey hem zaman ilk biz olan etti`,
  id: `yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah
    atau saat oleh menjadi orang ia telah adalah seperti sebagai bahwa dapat para harus namun kita dua satu masih hari`,
  fi: `ja on ei että oli se hän mutta ovat kun myös joka mukaan kuin sen tai niin ole vuoden jos nyt hänen jo voi sekä vain olla mitä
    kanssa vielä ollut tämä ne siitä jälkeen jotka tämän ennen koko sitä he noin kaikki`,
  hu: `a az és hogy nem is egy ez volt meg csak de már mint még azt ezt el ha van vagy kell lesz aki után most minden majd sem mert
    lehet között pedig amely nagyon olyan mely kellett szerint illetve akik azonban`,
  sq: `e të në dhe për me një nga se që ka është u i më do është si kjo ky por nuk ishte pas edhe kanë janë duke kur sipas tij
    mund këtë kemi deri ndaj`,
  vi: `và của là có trong cho không được với một những các người đã khi ở này về để từ như đến cũng ra ông sẽ vào năm tại theo bị đó`,
}

/** Languages told by their letters. Of those that share a script, by letters that only one of them has; the last is the rest. */
export const SCRIPTS: readonly [letters: RegExp, languages: readonly (readonly [code: string, own?: RegExp])[]][] = [
  [
    /\p{Script=Cyrillic}/gu,
    [['uk', /[їєґі]/u], ['sr', /[ђјљњћџ]/u], ['be', /ў/u], ['ru', /[ыэё]/u], ['bg', /ъ/u], ['ru']],
  ],
  [/\p{Script=Arabic}/gu, [['ur', /[ٹڈےں]/u], ['fa', /[پچژگ]/u], ['ar']]],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, [['ja']]],
  [/\p{Script=Han}/gu, [['zh']]],
  [/\p{Script=Hangul}/gu, [['ko']]],
  [/\p{Script=Hebrew}/gu, [['he']]],
  [/\p{Script=Greek}/gu, [['el']]],
  [/\p{Script=Devanagari}/gu, [['hi']]],
  [/\p{Script=Bengali}/gu, [['bn']]],
  [/\p{Script=Thai}/gu, [['th']]],
  [/\p{Script=Armenian}/gu, [['hy']]],
  [/\p{Script=Georgian}/gu, [['ka']]],
]

/** English names by code. */
export const LANGUAGES: Readonly<Record<string, string>> = Object.fromEntries(
  `en English,es Spanish,fr French,pt Portuguese,it Italian,de German,nl Dutch,sv Swedish,da Danish or Norwegian,pl Polish,cs Czech,
   ro Romanian,tr Turkish,id Indonesian or Malay,fi Finnish,hu Hungarian,sq Albanian,vi Vietnamese,uk Ukrainian,sr Serbian,be Belarusian,
   ru Russian,bg Bulgarian,ur Urdu,fa Persian,ar Arabic,ja Japanese,zh Chinese,ko Korean,he Hebrew,el Greek,hi Hindi,bn Bengali,th Thai,
   hy Armenian,ka Georgian`
    .split(',')
    .map((pair) => pair.trim())
    .map((pair) => [pair.slice(0, 2), pair.slice(3)]),
)
