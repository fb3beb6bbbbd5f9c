import type { Locator, Page } from '@playwright/test'
import { expect } from '../expect'

/** Goes on with Tab until this has the focus. */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 100 })
  }).toPass({ intervals: [0] })
}
