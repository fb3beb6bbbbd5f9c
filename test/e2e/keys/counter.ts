import type { Locator } from '@playwright/test'

/** A person who counts what they have to press and to fill in. */
export class Counter {
  clicks = 0
  fields = 0

  async click(button: Locator): Promise<void> {
    await button.click()
    this.clicks++
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text)
    this.fields++
  }
}
