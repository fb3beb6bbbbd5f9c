import { layout } from './layout'

/** The weather page; its script fetches the priced forecast from `source`. */
export function weatherPage(source: string): string {
  return layout({
    title: 'Shipping forecast — The Harbour Gazette',
    kind: 'notice',
    script: '/weather.js',
    main: `<section class="forecast-page">
<p class="section">Weather</p>
<h1>Shipping forecast</h1>
<p class="standfirst">Wind, sea and visibility for the Sound, the Narrows and the Outer Banks.</p>
<p><button id="load" type="button" data-source="${source}">Load the forecast</button>
<span class="price">$0.02</span></p>
<p id="forecast-error" role="alert" hidden></p>
<div id="forecast" aria-live="polite" hidden></div>
</section>`,
  })
}

export function notFoundPage(): string {
  return layout({
    title: 'Not found — The Harbour Gazette',
    kind: 'notice',
    main: `<section>
<p class="section">404</p>
<h1>Lost at sea</h1>
<p class="standfirst">No page of ours answers to that address. It may have been mistyped, or it went
out with the tide.</p>
<p><a href="/">Back to today’s paper</a></p>
</section>`,
  })
}
