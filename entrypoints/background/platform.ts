import * as firefox from './firefox/replay'
import * as chromium from './replay'

/**
 * How a request is repeated, by browser. Chromium: a session rule, then the page repeats its own
 * request. Firefox: the request itself is held and goes on. A constant decides at build time, so
 * that each build holds its own way only.
 */
export const { isWaiting, standBy, repeat, repeatUnpaid, keepOwn, resetReplay } = import.meta.env
  .FIREFOX
  ? firefox
  : chromium
