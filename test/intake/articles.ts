/** An article written for these tests, and pages that print it in the ways of newspapers. */
export const PARAGRAPHS = [
  'LIMA, March 12 — Peru and Ecuador agreed on Tuesday to reopen their embassies after a break of a year, officials of both governments said in a joint statement.',
  '“We are neighbours, and neighbours talk,” said the foreign minister of Peru, who will travel to Quito in April with a delegation of thirty business people.',
  'The two governments had recalled their ambassadors in February 2023 in a dispute about a border crossing. Since then, consuls had done the work of the missions, and trade between the two countries had fallen by a tenth.',
  'The agreement was signed in Lima. It is the fourth since 1998, when the two states ended a long dispute with a treaty that was signed in Brasília.',
  'Analysts in both capitals said that the step had been expected since the election in the autumn, but that it had come sooner than most of them had thought.',
]
export const TITLE = 'Peru and Ecuador to reopen embassies'
export const ARTICLE = PARAGRAPHS.join('\n\n')

const p = (paragraphs: readonly string[] = PARAGRAPHS) => paragraphs.map((text) => `<p>${text}</p>`).join('\n')

/** Words of the pages' own, none of which may be in the article. */
export const FURNITURE = [
  ...[
    'Accept all cookies',
    'Most popular',
    'Subscribe now',
    'All rights reserved',
    'Share this article',
    'Skip to content',
  ],
  ...['Photograph: an agency', 'Sign up for our newsletter', 'Markets rally again', 'Comments (12)', 'Advertisement'],
]

const nav = `<a href="#c">Skip to content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>`
const aside = `<aside class="sidebar"><h2>Most popular</h2><ul><li><a href="/1">Markets rally again</a></li><li><a href="/2">A cup match ends in rain</a></li></ul></aside>`
const foot = `<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><form><input name="e"><button>Subscribe now</button></form></div><footer>© 2024. All rights reserved.</footer>`
const cookies = `<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We and our partners use cookies.</p><button>Accept all cookies</button></div>`
const figure = `<figure><img src="/a.jpg"><figcaption>The minister. Photograph: an agency</figcaption></figure>`
const share = `<div class="social-share"><span>Share this article</span><a href="#">x</a></div>`
const comments = `<section id="comments" class="comments"><h2>Comments (12)</h2><p>First! I never liked any of them, and I say so here at length, whoever reads it.</p></section>`
const json = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

export interface PageCase {
  name: string
  html: string
  about: { title?: string; date?: string; outlet?: string; language?: string; source?: string }
}

const about = { title: TITLE, date: '2024-03-12', outlet: 'The Gazette', language: 'en' }

export const PAGES: readonly PageCase[] = [
  {
    name: 'JSON-LD and an article element',
    about,
    html: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${TITLE} | World | The Gazette</title>${json(
      {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: TITLE,
        datePublished: '2024-03-12T21:15:00-05:00',
        dateModified: '2024-03-14T00:00:00Z',
        publisher: { '@type': 'Organization', name: 'The Gazette' },
      },
    )}</head><body>${cookies}<header>${nav}</header><main><article><h1>${TITLE}</h1>${figure}${share}${p()}</article>${aside}</main>${comments}${foot}</body></html>`,
  },
  {
    name: 'a graph of several things',
    about,
    html: `<html lang="en"><head>${json({
      '@graph': [
        { '@type': 'WebSite', name: 'Site', datePublished: '1999-01-01' },
        {
          '@type': ['Thing', 'ReportageNewsArticle'],
          headline: TITLE,
          datePublished: '2024-03-12',
          publisher: [{ name: 'The Gazette' }],
        },
      ],
    })}</head><body>${nav}<div class="content"><div class="story-body">${figure}${p()}</div></div>${aside}${foot}</body></html>`,
  },
  {
    name: 'OpenGraph',
    about: { ...about, source: 'https://gazette.example/a' },
    html: `<html><head><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="The Gazette"><meta property="og:locale" content="en_US"><meta property="article:published_time" content="2024-03-12T08:00:00Z"><link rel="canonical" href="https://gazette.example/a"></head><body>${nav}<div id="main"><h1>Another heading</h1>${share}<div itemprop="articleBody">${p()}</div></div>${aside}${comments}${foot}</body></html>`,
  },
  {
    name: 'microdata and time',
    about: { ...about, outlet: undefined },
    html: `<html lang="en"><body>${nav}<article itemscope><h1>${TITLE}</h1><time itemprop="datePublished" datetime="2024-03-12">Tuesday</time><time datetime="2024-03-15">updated</time>${p()}</article>${aside}${foot}</body></html>`,
  },
  {
    name: 'a single time element and the title element',
    about: { ...about },
    html: `<html lang="en"><head><title>${TITLE} - The Gazette</title><meta name="application-name" content="The Gazette"></head><body>${nav}<div class="post"><p class="by">By a reporter <time datetime="2024-03-12T10:00">x</time></p>${p()}</div>${aside}${foot}</body></html>`,
  },
  {
    name: 'meta of a press office',
    about: { ...about, outlet: 'Ministry of Foreign Affairs' },
    html: `<html lang="en"><head><title>${TITLE}</title><meta name="DC.date.issued" content="2024-03-12"><meta name="DC.Publisher" content="Ministry of Foreign Affairs"></head><body><table><tr><td>${nav}</td></tr><tr><td><div>${p()}</div></td></tr></table>${foot}</body></html>`,
  },
  {
    name: 'a page of breaks and no paragraphs',
    about: { title: TITLE, language: 'en', date: undefined, outlet: undefined },
    html: `<html lang="en"><head><title>${TITLE}</title></head><body>${nav}<div id="text">${PARAGRAPHS.join('<br><br>\n')}</div>${foot}</body></html>`,
  },
  {
    name: 'divs, inline advertisements and links to other stories',
    about,
    html: `<html lang="en"><head><meta name="date" content="12 March 2024"><meta property="og:site_name" content="The Gazette"><meta property="og:title" content="${TITLE}"></head><body>${nav}<div class="article-content">${PARAGRAPHS.map(
      (text, i) =>
        `<p>${text}</p>${i === 1 ? '<div class="ad-slot">Advertisement</div><p><a href="/x">Markets rally again</a></p>' : ''}`,
    ).join('')}</div>${aside}${comments}${foot}</body></html>`,
  },
  {
    name: 'a page whose text stands in its data alone',
    about,
    html: `<html lang="en"><head>${json({
      '@type': 'NewsArticle',
      headline: TITLE,
      datePublished: '2024-03-12',
      publisher: { name: 'The Gazette' },
      articleBody: ARTICLE,
    })}</head><body><div id="root"></div></body></html>`,
  },
]
