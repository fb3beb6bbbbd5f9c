import { expect, test } from '../e2e/fixtures'
import { fetched } from '../e2e/main/goods'
import { openStall, received } from './stage'

test.describe('Records of a later version', { tag: '@attack' }, () => {
  test('are left as they are: nothing is paid, and the popup says why', async ({
    tuppence,
    world,
    page,
  }) => {
    await openStall(tuppence, world, page)
    await tuppence.allow(1, 5)
    expect(await fetched(page, '/goods')).toBe('PAID /goods')
    await expect.poll(async () => (await tuppence.payments())[0]?.state).toBe('confirmed')
    const before = await tuppence.payments()
    // An extension that is put back to an earlier version finds what the later one has made.
    await tuppence.console.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const open = indexedDB.open('tuppence', 9_990)
          open.onupgradeneeded = () => void open.result.createObjectStore('of a later version')
          open.onsuccess = () => {
            open.result.close()
            resolve()
          }
          open.onerror = () => reject(open.error)
        }),
    )
    await tuppence.stopWorker()

    expect(await page.evaluate(async () => (await fetch('/goods?more')).status)).toBe(402)
    const popup = await tuppence.openPopup(page)
    await expect(
      popup.getByText('The records were made by a later version of Tuppence.'),
    ).toBeVisible()
    await expect(tuppence.command('setLimits', limits)).rejects.toMatchObject({
      code: 'storage_newer',
    })
    expect(received(world)).toHaveLength(1)
    expect(await tuppence.payments()).toEqual(before)
    const stores = await tuppence.console.evaluate(async () => await indexedDB.databases())
    expect(stores).toContainEqual({ name: 'tuppence', version: 9_990 })
  })
})

const limits = { autoApprove: false, perPayment: '0', perDay: '0' }
