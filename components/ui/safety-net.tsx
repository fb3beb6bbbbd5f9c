import { Component, type ReactNode, useEffect, useState } from 'react'
import { i18n } from '#i18n'
import { type ProblemCode, toProblemData } from '../../lib/problem'
import { mustReachRecords } from '../../lib/store/health'
import { Button } from './button'
import { ProblemNote } from './problem-note'

/** What a screen shows that cannot be drawn: in nearly every case the records cannot be read. */
export class SafetyNet extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Unavailable /> : this.props.children
  }
}

/** Reading takes milliseconds; what takes longer does not come. */
const PATIENCE_MS = 6_000

/** In place of a screen whose records are not read yet: nothing, and after a while the reason. */
export function Reading() {
  const [overdue, setOverdue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOverdue(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return overdue ? <Unavailable /> : null
}

function Unavailable() {
  const [code, setCode] = useState<ProblemCode>('storage_unavailable')
  useEffect(() => {
    mustReachRecords().catch((error) => setCode(toProblemData(error, 'storage_unavailable').code))
  }, [])
  return (
    <main className="mx-auto max-w-5xl space-y-3 p-4 sm:px-6 sm:pt-8">
      <h1 className="sr-only">{i18n.t('app.name')}</h1>
      <ProblemNote problem={{ code }} />
      <Button onClick={() => location.reload()}>{i18n.t('common.checkAgain')}</Button>
    </main>
  )
}
