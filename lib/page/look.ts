import { apply, cloneResponse, getter, promiseThen } from './natives'

/** A body of terms is smaller than that, and comes sooner. */
const MAX_BYTES = 256 * 1024
const MAX_MS = 2_000
const MARK = 'x402Version'

const bodyOf = getter(Response.prototype, 'body')
const { getReader } = ReadableStream.prototype
const { read, cancel } = ReadableStreamDefaultReader.prototype
const { decode } = TextDecoder.prototype
const NativeTextDecoder = TextDecoder
const { includes, slice } = String.prototype
const { setTimeout, clearTimeout } = window

/**
 * Whether the body of an answer mentions terms, by a look at a copy: the answer itself stays whole.
 * A body that is too slow for a look may; one that goes on and on does not.
 */
export async function bodyMentionsTerms(answer: Response): Promise<boolean> {
  const body = bodyOf(apply(cloneResponse, answer, []))
  if (!body) return false
  const reader = apply(getReader, body, []) as ReadableStreamDefaultReader<Uint8Array>
  const end = () => {
    const ended: Promise<void> = apply(cancel, reader, [])
    apply(promiseThen, ended, [nothing, nothing])
  }
  let late = false
  const timer = setTimeout(() => {
    late = true
    end()
  }, MAX_MS)
  const decoder = new NativeTextDecoder()
  let bytes = 0
  let text = ''
  try {
    while (bytes < MAX_BYTES) {
      const { done, value } = await (apply(read, reader, []) as ReturnType<typeof reader.read>)
      if (done) return late
      bytes += value.byteLength
      text = apply(slice, text, [-MARK.length]) + apply(decode, decoder, [value, { stream: true }])
      if (apply(includes, text, [MARK])) return true
    }
    return false
  } finally {
    clearTimeout(timer)
    end()
  }
}

function nothing(): void {}
