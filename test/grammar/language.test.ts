import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foreignLanguage, languageOf } from '../../src/grammar/language.ts'

const TABLE: [language: string, text: string][] = [
  ['en', 'The president visited Cuba on Monday and met his counterpart, who had been there before.'],
  ['en', 'Le Monde and Die Zeit said that the ministers of the two countries will meet in Rio de Janeiro.'],
  ['es', 'El presidente se reunió con su homólogo en Madrid el lunes, y los dos hablaron de la visita.'],
  ['fr', 'Le président a rencontré son homologue à Paris lundi, et les deux ont parlé de la visite qui est prévue.'],
  ['pt', 'O presidente reuniu-se com o seu homólogo em Lisboa, e os dois não falaram da visita que foi adiada.'],
  ['it', 'Il presidente ha incontrato il suo omologo a Roma, e i due hanno parlato della visita che è stata rinviata.'],
  ['de', 'Der Präsident traf am Montag seinen Amtskollegen in Berlin und sprach mit ihm über den Handel.'],
  ['nl', 'De president heeft zijn collega in Den Haag ontmoet en zij spraken over het bezoek dat niet doorging.'],
  ['sv', 'Presidenten mötte sin kollega i Stockholm och de talade om det besök som inte blev av.'],
  ['da', 'Præsidenten mødte sin kollega i København, og de talte om det besøg, som ikke blev til noget.'],
  ['pl', 'Prezydent spotkał się w Warszawie z prezydentem, a rozmowa była o tym, że wizyta nie doszła do skutku.'],
  ['cs', 'Prezident se v Praze setkal se svým protějškem a mluvili o tom, že návštěva nebyla možná.'],
  ['ro', 'Președintele s-a întâlnit cu omologul său și cei doi au vorbit despre vizita care nu a fost posibilă.'],
  ['tr', 'Cumhurbaşkanı bir toplantı için geldi ve ticaret ile ilgili olarak çok şey söyledi.'],
  ['id', 'Presiden bertemu dengan rekannya di Jakarta untuk membahas perdagangan yang lebih baik.'],
  ['fi', 'Presidentti tapasi kollegansa, ja he sanoivat, että vierailu ei ole vielä varma mutta se on hyvin lähellä.'],
  ['hu', 'Az elnök találkozott a kollégájával, és azt mondta, hogy a látogatás nem lesz meg, de az is lehet.'],
  ['ru', 'Президент встретился с коллегой в Москве; это был первый визит.'],
  ['uk', 'Президент зустрівся з колегою у Києві.'],
  ['sr', 'Председник се састао са колегом у Београду, а посета је била њихова прва.'],
  ['ar', 'الرئيس التقى نظيره في القاهرة'],
  ['fa', 'رئیس جمهور با همتای خود در تهران گفت‌وگو کرد و چند پیمان بست'],
  ['he', 'הנשיא נפגש עם עמיתו בירושלים'],
  ['el', 'Ο πρόεδρος συναντήθηκε με τον ομόλογό του στην Αθήνα'],
  ['zh', '总统在北京会见了他的同行。'],
  ['ja', '大統領は東京で会談した。'],
  ['ko', '대통령은 서울에서 회담했다.'],
  ['hi', 'राष्ट्रपति ने दिल्ली में अपने समकक्ष से मुलाकात की'],
  ['und', 'Dahl, Moss, Berg'],
  ['und', '1,2,3\n4,5,6'],
  ['und', ''],
]

test('languages by their small words and letters', () => {
  for (const [language, text] of TABLE) assert.equal(languageOf(text).language, language, text)
})

test('what is plainly not English is named; the rest is not', () => {
  assert.equal(foreignLanguage(TABLE.find(([code]) => code === 'de')![1]), 'German')
  assert.equal(foreignLanguage(TABLE.find(([code]) => code === 'ru')![1]), 'Russian')
  for (const [code, text] of TABLE)
    if (code === 'en' || code === 'und') assert.equal(foreignLanguage(text), undefined, text)
  assert.equal(foreignLanguage('const x = 5; function f(a, b) { return a }'), undefined)
})

test('any text has a language or none, with a score between 0 and 1', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { language, score } = languageOf(text)
      assert.ok(/^[a-z]{2,3}$/.test(language) && score >= 0 && score <= 1)
    }),
  ))
