import type { Workbench } from '../../world/workbench'

interface Script {
  chainId: number
  /** What this server takes for the newest block; time in seconds since 1970. */
  newest: { number: number; timestamp: number }
  /** Whether the authorization is used, as the node sees it that answers for this block. */
  usedAt(block: number | 'latest'): boolean
}

/** A JSON-RPC server that says what a test wants. Gives its address. */
export function scriptRpc(workbench: Workbench, script: Script): string {
  workbench.on('POST', '/rpc', ({ body }) => {
    const { id, method, params } = JSON.parse(body) as Call
    return {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id, result: answer(script, method, params) }),
    }
  })
  return `http://127.0.0.1:${workbench.port}/rpc`
}

interface Call {
  id: number
  method: string
  params: unknown[]
}

function answer(script: Script, method: string, params: unknown[]): unknown {
  const hex = (value: number) => `0x${value.toString(16)}`
  switch (method) {
    case 'eth_chainId':
      return hex(script.chainId)
    case 'eth_getBlockByNumber': {
      const { number, timestamp } = script.newest
      return { number: hex(number), timestamp: hex(timestamp), transactions: [] }
    }
    case 'eth_call': {
      const block = params[1] === 'latest' ? 'latest' : Number(params[1])
      return `0x${(script.usedAt(block) ? '1' : '0').padStart(64, '0')}`
    }
    default:
      return null
  }
}
