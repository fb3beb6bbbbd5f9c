import type { World } from '../world/index'

export const SUBRESOURCES = 200
export const FETCHES = 500

/**
 * Serves `/ordinary`, a page with pictures and fetches that says in `window.finished` when it has
 * them all (milliseconds from its start), and `/quiet`, which asks for nothing until
 * `window.draw()` is called. Nothing is cached.
 */
export function servePages({ workbench }: World): void {
  const page = { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' }
  workbench.on('GET', '/ordinary', ({ url }) => ({ headers: page, body: ordinary(url.slice(-8)) }))
  workbench.on('GET', '/quiet', () => ({ headers: page, body: QUIET }))
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
  workbench.on('GET', '/picture', () => ({
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' },
    body: picture,
  }))
  workbench.on('GET', '/data', () => ({
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: '{"data":1}',
  }))
}

function ordinary(tag: string): string {
  const pictures = Array.from({ length: SUBRESOURCES }, (_, n) => `<img src="/picture?${tag}${n}">`)
  return `<!doctype html><title>Ordinary</title><script>
  window.finished = new Promise((resolve) => addEventListener('load', async () => {
    await Promise.all(Array.from({ length: ${FETCHES} }, async (_, n) =>
      (await fetch('/data?' + n)).text()))
    resolve(performance.now())
  }))
</script>${pictures.join('')}`
}

const QUIET = `<!doctype html><title>Quiet</title><script>
  window.draw = () => Promise.all(Array.from({ length: ${SUBRESOURCES} }, (_, n) => {
    const picture = document.body.appendChild(new Image())
    picture.src = '/picture?' + Math.random()
    return picture.decode()
  }))
</script><body></body>`
