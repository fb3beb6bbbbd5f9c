import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BUILDS, type Build, manifestOf, ROOT, textsOf } from './built'

const SECTIONS: Record<Build, string[]> = {
  'chrome-mv3': ['In both browsers', 'In Chromium only'],
  'firefox-mv3': ['In both browsers', 'In Firefox only'],
}

/** The permissions that docs/PERMISSIONS.md gives reasons for, in its tables for this browser. */
function explained(build: Build): string[] {
  const page = readFileSync(join(ROOT, 'docs/PERMISSIONS.md'), 'utf8')
  return page
    .split(/^## /m)
    .filter((section) => SECTIONS[build].some((title) => section.startsWith(`${title}\n`)))
    .flatMap((section) => [...section.matchAll(/^\| (`[^|]+`) \|/gm)])
    .flatMap(([, names = '']) => names.split(', ').map((name) => name.replaceAll('`', '')))
}

/** A call in the worker that the browser refuses, or that is not there, without the permission. */
const USES: Record<string, string> = {
  webRequest: 'onHeadersReceived',
  webRequestBlocking: '`blocking`',
  webNavigation: 'webNavigation.getFrame(',
  declarativeNetRequestWithHostAccess: 'declarativeNetRequest.updateSessionRules(',
  storage: 'storage.session.set(',
  scripting: 'scripting.executeScript(',
  alarms: 'alarms.create(',
  idle: 'idle?.onStateChanged.addListener(',
  'http://*/*': '`http://*/*`',
  'https://*/*': '`https://*/*`',
}

describe.each(BUILDS)('the manifest of %s', (build) => {
  const manifest = manifestOf(build)
  const asked = [...manifest.permissions, ...manifest.host_permissions]

  it('asks for what PERMISSIONS.md explains, no more and no less', () => {
    expect(asked.toSorted()).toEqual(explained(build).toSorted())
  })

  it.each(asked)('asks for %s because the worker uses it', (permission) => {
    const [, worker = ''] = textsOf(build, 'js').find(([path]) => path === 'background.js') ?? []
    expect(worker.includes(USES[permission] ?? 'a use of it')).toBe(true)
  })

  it('opens no other door', () => {
    expect(Object.keys(manifest).toSorted()).toEqual(
      [
        ...['action', 'background', 'commands', 'content_scripts', 'content_security_policy'],
        ...['default_locale', 'description', 'host_permissions', 'icons', 'manifest_version'],
        ...['name', 'optional_permissions', 'permissions', 'version'],
        ...(build === 'chrome-mv3'
          ? ['declarative_net_request', 'key', 'minimum_chrome_version']
          : ['browser_specific_settings']),
      ].toSorted(),
    )
    expect(manifest.content_scripts.map(({ js, world }) => [...js, world])).toEqual(
      build === 'chrome-mv3'
        ? [
            ['relay.js', undefined],
            ['page.js', 'MAIN'],
          ]
        : [['page-firefox.js', 'MAIN']],
    )
  })

  it('lets its pages run their own scripts and nothing else', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    })
  })
})
