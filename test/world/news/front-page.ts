import type { Article } from './article'
import { articles } from './articles'
import { layout } from './layout'

export function frontPage(): string {
  const [lead, ...others] = articles
  return layout({
    title: 'The Harbour Gazette',
    kind: 'front',
    main: `${leadStory(lead)}
<div class="others">
${others.map(story).join('\n')}
<aside class="story weather-teaser">
<p class="section">Weather</p>
<h2><a href="/weather">Shipping forecast</a></h2>
<p>The Sound, the Narrows and the Outer Banks, as issued this morning at twenty past five.</p>
<p class="meta"><span class="price">$0.02</span></p>
</aside>
</div>`,
  })
}

function leadStory(article: Article): string {
  return `<article class="lead">
<a class="figure" href="/articles/${article.slug}" tabindex="-1" aria-hidden="true">${article.illustration}</a>
<div>${words(article)}</div>
</article>`
}

function story(article: Article): string {
  return `<article class="story">
<a class="figure" href="/articles/${article.slug}" tabindex="-1" aria-hidden="true">${article.illustration}</a>
${words(article)}
</article>`
}

function words(article: Article): string {
  return `<p class="section">${article.section}</p>
<h2><a href="/articles/${article.slug}">${article.headline}</a></h2>
<p class="standfirst">${article.standfirst}</p>
<p class="meta"><span class="byline">By ${article.byline}</span><span>${article.minutes} min</span><span class="price">${article.price}</span></p>`
}
