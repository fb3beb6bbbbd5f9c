/** How a document came, as its own navigation timing says. */
export interface DocumentSize {
  status: number
  /** Bytes of the body; absent where a service worker stood between. */
  bytes?: number
}

/**
 * Runs inside a paid document, in our own world, and only there: no other page has it. It stands
 * alone, as the browser carries over its text and nothing else.
 */
export function readDocumentSize(): DocumentSize | undefined {
  const [entry] = performance.getEntriesByType('navigation')
  if (!entry) return undefined
  const { responseStatus, workerStart, decodedBodySize } = entry as PerformanceNavigationTiming
  return workerStart > 0
    ? { status: responseStatus }
    : { status: responseStatus, bytes: decodedBodySize }
}
