import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { Miniflare } from 'miniflare'

/** A Cloudflare Worker with `@x402/hono`, on workerd itself. */
export async function startWorker(facilitatorUrl: string) {
  const miniflare = new Miniflare({
    modules: true,
    script: await bundle(),
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    bindings: { FACILITATOR: facilitatorUrl },
    host: '127.0.0.1',
    port: 0,
    cf: false,
  })
  const { port } = await miniflare.ready
  return {
    origin: (name: string) => `http://${name}.localhost:${port}`,
    stop: () => miniflare.dispose(),
  }
}

/** As wrangler would: one module, with the modules of Node left to the runtime. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    target: 'es2022',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire('/');",
    },
    plugins: [nodeModules],
  })
  return outputFiles[0]!.text
}

const nodeModules: Plugin = {
  name: 'node',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path }) => {
      const name = path.replace(/^node:/, '')
      return builtinModules.includes(name) ? { path: `node:${name}`, external: true } : undefined
    })
  },
}
