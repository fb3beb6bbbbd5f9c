import { expect, test } from '../fixtures'
import { look } from '../look'
import { breakReading } from './broken'

const NEEDED = { Settings: 'settings', Limits: 'settings', Wallet: 'accounts', History: 'payments' }

test('a page whose records cannot be read says so, and leaves the way to the others open', {
  tag: '@face',
}, async ({ tuppence }) => {
  await tuppence.setUpWallet()
  const page = await tuppence.openDashboard('security')
  await expect(page.getByRole('heading', { name: 'Security', level: 1 })).toBeVisible()
  await breakReading(page, ...Object.values(NEEDED))
  const problem = page.getByText('Tuppence cannot reach its records.')
  for (const name of Object.keys(NEEDED)) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(problem.first()).toBeVisible()
    await look(page, `${name.toLowerCase()}-error`)
  }

  await page.getByRole('link', { name: 'Sites', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sites', level: 1 })).toBeVisible()
  await expect(problem).toBeHidden()
})
