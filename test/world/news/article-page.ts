import type { Article } from './article'
import { description } from './articles'
import { layout } from './layout'

/** The article as the reader gets it after paying. */
export function articlePage(article: Article): string {
  const paragraphs = article.paragraphs.map((text) => `<p>${text}</p>`)
  paragraphs.splice(3, 0, `<blockquote><p>${article.pullQuote}</p></blockquote>`)
  return layout({
    title: description(article),
    kind: 'article',
    main: `<article>
${opening(article)}
<figure>${article.illustration}<figcaption>${article.caption}</figcaption></figure>
<div class="prose">${paragraphs.join('\n')}</div>
<p class="colophon">Paid for, and yours to read. <a href="/">Back to today’s paper</a></p>
</article>`,
  })
}

/** The 402 for browsers: what the article is, what it costs, and how to open it. */
export function paywallPage(article: Article): string {
  const [first = ''] = article.paragraphs
  return layout({
    title: description(article),
    kind: 'article',
    main: `<article class="locked">
${opening(article)}
<div class="prose preview" aria-hidden="true"><p>${first}</p></div>
<section class="ticket" aria-label="Price">
<p class="ticket-price">${article.price}</p>
<div>
<h2>This article costs ${article.price}</h2>
<p>No subscription, no account, no advertising. A browser with an x402 wallet opens it here, on
this page.</p>
</div>
</section>
</article>`,
  })
}

function opening(article: Article): string {
  return `<header class="opening">
<p class="section">${article.section}</p>
<h1>${article.headline}</h1>
<p class="standfirst">${article.standfirst}</p>
<p class="meta"><span class="byline">By ${article.byline}</span><span>${article.minutes} min</span></p>
</header>`
}
