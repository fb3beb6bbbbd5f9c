import type { Article } from './article'
import { lighthouseKeeper } from './articles/lighthouse-keeper'
import { theDeepSurvey } from './articles/the-deep-survey'
import { tideTables } from './articles/tide-tables'

/** The edition, lead story first. */
export const articles: readonly [Article, ...Article[]] = [
  lighthouseKeeper,
  tideTables,
  theDeepSurvey,
]

/** What the 402 calls the article, and what a wallet therefore shows. */
export function description(article: Article): string {
  return `${article.headline} — The Harbour Gazette`
}
