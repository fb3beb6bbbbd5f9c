import { useEffect, useRef, useState } from 'react'
import { type ExportFormat, exportText, mediaTypeOf } from '../../../lib/export/payments-file'
import { isoLocal } from '../../../lib/export/time'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import type { Payment } from '../../../lib/payment/payment'
import { readHistory } from '../../../lib/store/history'
import { saveFile } from './save-file'

interface Progress {
  /** Payments written so far, or in the file once it is saved. */
  written: number
  state: 'writing' | 'saved' | 'failed'
  problem?: unknown
}

/** Writes payments to a file, piece by piece: the page stays alive meanwhile. */
export function useExport() {
  const [progress, setProgress] = useState<Progress>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function save(format: ExportFormat, filter: HistoryFilter): Promise<void> {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    let written = 0
    setProgress({ written, state: 'writing' })

    async function* pieces(): AsyncGenerator<Payment[]> {
      for await (const { payments } of readHistory(filter)) {
        signal.throwIfAborted()
        yield payments
        written += payments.length
        setProgress({ written, state: 'writing' })
      }
    }

    try {
      const now = Date.now()
      const type = mediaTypeOf(format)
      const file = await fileOf(exportText(format, pieces(), now), type)
      signal.throwIfAborted()
      saveFile(`tuppence-payments-${isoLocal(now).slice(0, 10)}.${format}`, file)
      setProgress({ written, state: 'saved' })
    } catch (problem) {
      if (!signal.aborted) setProgress({ written, state: 'failed', problem })
    }
  }

  function cancel(): void {
    running.current?.abort()
    setProgress(undefined)
  }

  return { progress, save, cancel }
}

/** Each piece goes to the browser at once, which may put it on the disk. */
async function fileOf(pieces: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = []
  for await (const piece of pieces) parts.push(new Blob([piece]))
  return new Blob(parts, { type })
}
