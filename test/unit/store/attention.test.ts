import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { getAttention, setAttention } from '../../../lib/store/attention'
import { freshStore } from './fresh-store'

beforeEach(freshStore)

describe('how the wallet calls the user', () => {
  it('is by the popup alone, until the user says otherwise', async () => {
    expect(await getAttention()).toEqual({ openPopup: true, notifyFrom: null })
  })

  it('is what the user set', async () => {
    await setAttention({ openPopup: false, notifyFrom: 250_000n })
    expect(await getAttention()).toEqual({ openPopup: false, notifyFrom: 250_000n })
  })
})
