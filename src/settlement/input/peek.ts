export interface Peeked {
  head: Buffer
  /** Everything from the beginning, `head` included. */
  chunks: AsyncIterable<Buffer>
}

/** Looks at the first `bytes` of a stream without losing them. */
export async function peek(
  source: AsyncGenerator<Buffer, void, undefined>,
  bytes: number,
): Promise<Peeked> {
  const first: Buffer[] = []
  let length = 0
  while (length < bytes) {
    const next = await source.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  return { head: Buffer.concat(first).subarray(0, bytes), chunks: rejoin(first, source) }
}

async function* rejoin(
  first: Buffer[],
  rest: AsyncGenerator<Buffer, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
  for (let chunk = first.shift(); chunk !== undefined; chunk = first.shift()) yield chunk
  yield* rest
}
