/** One piece in the paper. Texts are HTML without attributes; prices are in US dollars. */
export interface Article {
  slug: string
  section: string
  headline: string
  standfirst: string
  byline: string
  price: `$${number}.${number}`
  minutes: number
  /** Inline SVG, coloured by the style sheet. */
  illustration: string
  caption: string
  /** Paragraphs; the pull quote stands after the third. */
  paragraphs: readonly string[]
  pullQuote: string
}
