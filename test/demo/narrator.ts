import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const folder = join(import.meta.dirname, '../../.demo')

/** Prints each step with the time that it took, and keeps a picture of it. */
export async function narrator() {
  await mkdir(folder, { recursive: true })
  let last = performance.now()
  let count = 0
  return {
    folder,
    async step(text: string, page?: Page): Promise<void> {
      const seconds = ((performance.now() - last) / 1000).toFixed(1).padStart(5)
      const number = String(++count).padStart(2)
      console.log(`${number}. ${seconds} s  ${text}`)
      if (page) {
        const name = `${number.trim().padStart(2, '0')}-${slug(text)}.png`
        await page.screenshot({ path: join(folder, name) })
      }
      last = performance.now()
    },
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
}
