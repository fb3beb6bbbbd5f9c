interface Page {
  title: string
  /** Goes on `<body>`, for the style sheet. */
  kind: 'front' | 'article' | 'notice'
  main: string
  /** Path of a script to load. */
  script?: string
}

const styleSheets = ['gazette', 'front', 'article', 'notice', 'pictures']

/** The frame around every page of the paper. */
export function layout({ title, kind, main, script }: Page): string {
  const heading = kind === 'front' ? 'h1' : 'p'
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styleSheets.map((name) => `<link rel="stylesheet" href="/${name}.css">`).join('\n')}
${script ? `<script src="${script}" defer></script>` : ''}
</head>
<body class="${kind}">
<header class="masthead">
<${heading} class="title"><a href="/">The Harbour Gazette</a></${heading}>
<nav aria-label="Paper"><span>Skerry Sound</span><a href="/">Today’s paper</a><a href="/weather">Weather</a><span>Sold by the article</span></nav>
</header>
<main>
${main}
</main>
<footer>
<p>The Harbour Gazette is a demonstration newspaper. Its articles are sold for test USDC on a local
chain, which costs nothing and is worth nothing.</p>
</footer>
</body>
</html>
`
}
