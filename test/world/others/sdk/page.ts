import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A page whose own script pays by `@x402/fetch`. */
export async function sdkPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./client.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  })
  const script = outputFiles[0]!.text.replaceAll('</script', '<\\/script')
  return `<!doctype html><meta charset="utf-8"><title>Shop</title><script>${script}</script>`
}
