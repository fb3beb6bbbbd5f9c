import { post } from './post'

/** One JSON-RPC 2.0 call over HTTP; throws the node's error message. */
export async function rpcCall(
  url: string,
  method: string,
  params: unknown[] = [],
): Promise<unknown> {
  const answer: { result?: unknown; error?: { message: string } } = await post(url, {
    jsonrpc: '2.0',
    id: 1,
    method,
    params,
  })
  if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
  return answer.result
}
