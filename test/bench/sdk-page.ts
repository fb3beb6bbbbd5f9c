import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A page with `@x402/fetch` in it, which the baseline pays by. */
export async function sdkPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./sdk-client.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  })
  const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script')
  return `<!doctype html><meta charset="utf-8"><title>Shop</title><script>${script}</script>`
}
