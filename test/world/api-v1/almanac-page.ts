/** The paid page at `/almanac`; the style is inline because this server serves nothing else. */
export const almanacPage = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Today’s page — The Pilot’s Almanac</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { margin: 12vh auto; max-width: 32rem; padding: 0 1.5rem;
  font: 1.125rem/1.6 'Iowan Old Style', Palatino, Charter, 'Liberation Serif', serif; }
h1 { font-weight: 500; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1.5rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-style: italic; padding-bottom: .5rem; }
th, td { text-align: left; font-weight: 400; padding: .4rem 0; border-top: 1px solid; }
td { text-align: right; }
</style>
</head>
<body>
<h1>The Pilot’s Almanac</h1>
<p>Sun rises 07:41, sets 16:02. The moon is two days past full, and tomorrow’s springs are the
highest of the month: shift your moorings tonight.</p>
<table>
<caption>Skerry Pier, metres above chart datum</caption>
<tr><th scope="row">High water, 04:12</th><td>5.6</td></tr>
<tr><th scope="row">Low water, 10:27</th><td>0.7</td></tr>
<tr><th scope="row">High water, 16:39</th><td>5.8</td></tr>
<tr><th scope="row">Low water, 22:55</th><td>0.5</td></tr>
</table>
<p>The Pilot’s Almanac has been printed on one sheet a day since 1871, and is sold by the sheet.</p>
</body>
</html>
`
