import { useEffect, useState } from 'react'
import { EMPTY_STATEMENT, type Statement, withStatement } from '../../../../lib/export/statement'
import { readHistory } from '../../../../lib/store/history'

/** Real and test money apart. */
export interface Statements {
  real: Statement
  test: Statement
}

/** What was paid in a month, once all of it is read. */
export function useStatement(since: number, until: number) {
  const [reading, setReading] = useState<{ statements?: Statements; problem?: unknown }>({})
  useEffect(() => {
    let stopped = false
    setReading({})
    async function read(): Promise<void> {
      let real = EMPTY_STATEMENT
      let test = EMPTY_STATEMENT
      for await (const { payments } of readHistory({ since, until })) {
        if (stopped) return
        real = withStatement(
          real,
          payments.filter(({ terms }) => !terms.testnet),
        )
        test = withStatement(
          test,
          payments.filter(({ terms }) => terms.testnet),
        )
      }
      if (!stopped) setReading({ statements: { real, test } })
    }
    read().catch((problem) => {
      if (!stopped) setReading({ problem: problem ?? 'rejected' })
    })
    return () => {
      stopped = true
    }
  }, [since, until])
  return reading
}
