/** No history is that large; what claims to be would only fill the memory. Bytes. */
const MAX_UNPACKED = 2 ** 29

/** @throws {RangeError} what could not be unpacked again */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.length > MAX_UNPACKED) throw new RangeError('too large')
  return pipe(bytes, new CompressionStream('gzip'))
}

/** @throws {TypeError} what is not gzip, @throws {RangeError} what would unpack to far too much */
export function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return pipe(bytes, new DecompressionStream('gzip'))
}

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > MAX_UNPACKED) {
      await reader.cancel()
      throw new RangeError('too large')
    }
    parts.push(read.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
