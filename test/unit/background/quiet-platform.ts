import { vi } from 'vitest'

/** A platform on which nothing happens; pages wait and are made ready where a test says so. */
export const isWaiting = vi.fn()
export const repeat = vi.fn()
export const standBy = vi.fn()
export const keepOwn = () => Promise.resolve()
export const repeatUnpaid = () => Promise.resolve()
export const resetReplay = () => Promise.resolve()
