import type { Page } from '@playwright/test'

/** Comes back when the picture is known to be missing. */
export function loadPicture(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const picture = new Image()
        picture.onerror = () => resolve()
        picture.src = `/picture?${Math.random()}`
      }),
  )
}
