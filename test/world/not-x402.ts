import type { Answer402 } from './terms'

/** 402s of other kinds, for which a wallet stays silent. */
export function notX402Answers(): (Answer402 & { name: string })[] {
  const html = { 'Content-Type': 'text/html; charset=utf-8' }
  const json = { 'Content-Type': 'application/json' }
  return [
    { name: 'empty 402', status: 402, headers: {}, body: '' },
    { name: 'HTML without terms', status: 402, headers: html, body: '<h1>Subscribe to read</h1>' },
    { name: 'JSON error', status: 402, headers: json, body: '{"error":"quota exceeded"}' },
    { name: 'JSON null body', status: 402, headers: json, body: 'null' },
    { name: 'JSON that is cut short', status: 402, headers: json, body: '{"error":' },
    {
      name: 'Lightning L402 challenge',
      status: 402,
      headers: { 'WWW-Authenticate': 'L402 macaroon="AGIAJEem", invoice="lnbc10n1p"' },
      body: 'Payment Required',
    },
    {
      name: 'Payment authentication challenge',
      status: 402,
      headers: { 'WWW-Authenticate': 'Payment id="a1", realm="a.localhost", method="tempo"' },
      body: 'Payment Required',
    },
  ]
}
