import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type UserManifest } from 'wxt'
import { bareScripts } from './build/bare-scripts'
import { zodWithoutEval } from './build/zod-without-eval'
import { checkLocales } from './locales/check'

const everyPage = {
  matches: ['http://*/*', 'https://*/*'],
  run_at: 'document_start' as const,
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
}

/** Public key that fixes the id of unpacked builds; a store replaces it with its own. */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAotVEj5VkgRmO63rfJ104FmfrEz4eldbaXQb9jyn0aA3WBzJJgXKe/fCtjAjfQiVmg4uDdenqYr/e7QMonyu+cB3pTN9Rv2FyxbRF/5q0yp22F5S+ikRtgeneI3qIFEtSKxLsLGFPo1wrxikIWSBH2Kz9e9rVa5D5Ves+tg9RMEGDDXkjBZ8VvEZjiTAayAm3bCEKCN6dB2/hlCHHqzDeiq76s113+UeFbxzaDckr6S3ABPf2kux2B+waS23nPiz4wfKy4+EAjRabWLG53oqldtUiJzmmGjpibPd9dtXtzFyLa7JZodzk1xXtzKgYoRbdgHy+a4k8ORphKZtUETJ6pwIDAQAB'

const markRule = 'rules/mark-402.json'

// docs/PERMISSIONS.md says why each permission is needed.
const permissions = ['webRequest', 'webNavigation', 'storage', 'alarms', 'scripting']

const chromium: UserManifest = {
  key,
  permissions: [...permissions, 'declarativeNetRequestWithHostAccess', 'idle'],
  minimum_chrome_version: '128',
  // By hand: the relay must be there before the page script, and both must stay tiny.
  content_scripts: [
    { ...everyPage, js: ['relay.js'] },
    { ...everyPage, js: ['page.js'], world: 'MAIN' },
  ],
  declarative_net_request: {
    rule_resources: [{ id: 'mark-402', enabled: true, path: markRule }],
  },
}

/** Holds the request itself: pages are asked nothing and told nothing. */
const firefox: UserManifest = {
  permissions: [...permissions, 'webRequestBlocking'],
  content_scripts: [{ ...everyPage, js: ['page-firefox.js'], world: 'MAIN' }],
  browser_specific_settings: {
    gecko: {
      id: 'tuppence@wallet',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
}

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [tailwindcss(), zodWithoutEval(), bareScripts()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    // Asked for by the switch that needs it.
    optional_permissions: ['notifications'],
    action: { default_title: 'Tuppence' },
    commands: {
      lock: {
        suggested_key: { default: 'Alt+Shift+L', mac: 'MacCtrl+Shift+L' },
        description: '__MSG_app_lockKey__',
      },
    },
    ...(browser === 'firefox' ? firefox : chromium),
  }),
  hooks: {
    'build:before': () => checkLocales('locales'),
    // What runs in pages and what marks their answers is Chromium's way only.
    'entrypoints:found': ({ config }, found) => {
      if (config.browser === 'firefox') dropWhere(found, ({ name }) => /^(page|relay)$/.test(name))
    },
    'build:publicAssets': ({ config }, files) => {
      // Better than English for Portugal, and browsers do not look there by themselves.
      const portuguese = files.find(({ relativeDest }) => /_locales.pt_BR/.test(relativeDest))
      if (portuguese) {
        const relativeDest = portuguese.relativeDest.replace('pt_BR', 'pt_PT')
        files.push({ ...portuguese, relativeDest })
      }
      if (config.browser === 'firefox') {
        dropWhere(files, ({ relativeDest }) => relativeDest === markRule)
      }
    },
  },
})

function dropWhere<T>(list: T[], match: (item: T) => boolean): void {
  list.splice(0, list.length, ...list.filter((item) => !match(item)))
}
