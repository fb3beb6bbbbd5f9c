import { browser } from 'wxt/browser'

export type DashboardPage = '/welcome' | '/history' | '/limits' | '/wallet' | '/settings'

/** Address of one page of the dashboard. */
export function dashboardUrl(page: DashboardPage): string {
  return browser.runtime.getURL(`/dashboard.html#${page}`)
}
