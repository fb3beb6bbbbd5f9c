/**
 * At the end of a request's address it says that the request cannot be paid for (Firefox). It is a
 * fragment: no server sees it, and a page that sets it only renounces.
 */
export const KEEP_MARK = '#tuppence-keep'
