import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayIn } from '../../src/intake/day.ts'
import { readHtml } from '../../src/intake/html.ts'
import { pageSource } from '../../src/intake/html-source.ts'
import { ARTICLE, FURNITURE, PAGES } from './articles.ts'

describe('a page', () => {
  for (const { name, html, about } of PAGES) {
    const { text, ...found } = readHtml(html, name)
    test(`${name}: its article, and nothing else`, () => {
      assert.equal(text, ARTICLE)
      assert.deepEqual(
        FURNITURE.filter((words) => text.includes(words)),
        [],
      )
    })
    test(`${name}: what it says of it`, () => {
      for (const [field, value] of Object.entries(about)) assert.equal(found[field as keyof typeof found], value, field)
    })
  }

  const SAYS: [string, string, RegExp | string][] = [
    ['a soft hyphen and zero widths go', '<p>gov&shy;ern&#8203;ment', 'government'],
    ['marks of notes go', '<p>It ended<sup><a href="#n">[3]</a></sup> in 1998, 10<sup>2</sup>', 'It ended in 1998, 10'],
    [
      'cells are apart',
      '<table><tr><td>Peru</td><td>14</td></tr><tr><td>Chile</td><td>9</td></tr></table>',
      /Peru 14\n\nChile 9/,
    ],
    [
      'a page that leaves the tag of its body out',
      '<html><title>T</title><article><p>Peru recognised it.</p></article></html>',
      'Peru recognised it.',
    ],
    [
      'the same with a head',
      '<html><head><title>T</title></head><p>Peru recognised it.</p></html>',
      'Peru recognised it.',
    ],
    ['one break parts lines', '<p>one<br>two<br> <br>three', 'one\ntwo\n\nthree'],
    [
      'what is hidden is not read',
      '<p>seen</p><p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no',
      'seen',
    ],
    [
      'words run on across marks',
      '<p>The <b>United</b>\n  <i>States</i> of&nbsp;America',
      'The United States of America',
    ],
    ['comments, scripts and styles are no text', '<p>a<!-- <p>b --><script>"</p>c"</script><style>d</style> e', 'a e'],
    ['what is not closed is no harm', '<p>a<div>b<p>c<ul><li>d<li>e', 'a\n\nb\n\nc\n\nd\n\ne'],
    [
      'a sentence may begin as a sign does',
      '<p>Related talks began on Monday.<p>Watch this space<p>Related: another',
      'Related talks began on Monday.',
    ],
    [
      'pleas and rights go',
      '<p>Words.<p>Sign up for more news.<p>© 2024 The Gazette. All rights reserved.<p>(Reporting by A. B. in Lima)',
      'Words.',
    ],
    [
      'a page within a form',
      '<form id="aspnetForm"><input><div><p>Words of a ministry.</p><button>Search</button></div></form>',
      'Words of a ministry.',
    ],
    [
      'the head goes, a dateline stays',
      '<h2>A heading</h2><p>By A Reporter<p>LIMA, March 12<p>Words of it.',
      'LIMA, March 12\n\nWords of it.',
    ],
    [
      'entities are characters',
      '<p>&quot;Curaçao&quot; &amp; S&atilde;o Tom&eacute; &#x2014; &lt;b&gt;',
      '"Curaçao" & São Tomé — <b>',
    ],
  ]
  for (const [name, html, expected] of SAYS)
    test(name, () => {
      const { text } = readHtml(html, name)
      if (typeof expected === 'string') assert.equal(text, expected)
      else assert.match(text, expected)
    })

  test('without words is refused', () => {
    for (const html of ['<html></html>', '<p> </p>', '<script>x</script>', '<!-- -->'])
      assert.throws(() => readHtml(html, 'x'), { code: 'unsupported', message: /no running text/ })
  })
})

describe('the source of a page', () => {
  const deep: [string, string, boolean][] = [
    ['as deep as no page', '<div>'.repeat(401), true],
    ['by turns', '<b><i></b>'.repeat(10) + '<span>'.repeat(401), true],
    ['with end tags of nothing', '<div></p></x>'.repeat(401), true],
    ['deep and closed', '<div>'.repeat(300) + '</div>'.repeat(300) + '<div>'.repeat(300), false],
    ['many paragraphs that end by themselves', '<p>x'.repeat(5000), false],
    ['many rows that end by themselves', `<table>${'<tr><td>x'.repeat(5000)}`, false],
    ['empty elements', '<br><img src=x><hr>'.repeat(5000), false],
    ['more tags than any page', '<br>'.repeat(80_001), true],
  ]
  for (const [name, html, refused] of deep)
    test(`${name} is ${refused ? 'refused' : 'taken'}`, () => {
      if (refused) assert.throws(() => pageSource(html, name), { code: 'incorrect' })
      else assert.ok(pageSource(html, name).html.length)
    })

  test('its data are apart, also within a comment, up to a length', () => {
    const of = (json: string) => pageSource(`<script type='application/ld+json'>${json}</script>x`, '')
    assert.deepEqual(of('{"a":1}'), { html: 'x', data: ['{"a":1}'] })
    assert.deepEqual(of(`"${'x'.repeat(300_000)}"`), { html: 'x', data: [] })
    assert.deepEqual(pageSource('<script>1</script><SVG><p></svg >y<style>', '').html, 'y')
  })
})

describe('a date', () => {
  const DAYS: [string, string | undefined][] = [
    ['2024-03-12', '2024-03-12'],
    ['2024-03-12T23:30:00+01:00', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['20240312T101500Z', '2024-03-12'],
    ['Tue, 12 Mar 2024 09:00:00 GMT', '2024-03-12'],
    ['March 12, 2024', '2024-03-12'],
    ['Published: 1st Sept. 2024', '2024-09-01'],
    ['12-Mar-2024', '2024-03-12'],
    ['3/4/2024', undefined],
    ['2024-02-30', undefined],
    ['2024', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ]
  for (const [text, day] of DAYS) test(`${text}: ${day}`, () => assert.equal(dayIn(text), day))
})
