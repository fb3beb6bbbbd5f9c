const ENTRY = /virtual:wxt-unlisted-script-entrypoint\?/
const IMPORT = /^import definition from (["'].+["']);$/m

/**
 * What runs in every page runs by itself: WXT would put a logger around each script, which only
 * speaks in development, and which every page would carry. Fails where WXT has changed.
 */
export function bareScripts() {
  return {
    name: 'bare-scripts',
    transform(code: string, id: string): string | undefined {
      if (!ENTRY.test(id)) return undefined
      const [, path] = IMPORT.exec(code) ?? []
      if (!path) throw new Error(`WXT has changed: ${id}`)
      return `import definition from ${path}\ndefinition.main()`
    },
  }
}
