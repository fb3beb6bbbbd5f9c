import { useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../../../components/ui/button'
import { CARD } from '../../../components/ui/card'
import { ProblemNote } from '../../../components/ui/problem-note'
import { SegmentedChoice } from '../../../components/ui/segmented-choice'
import { numberWords } from '../../../components/words/number'
import type { ExportFormat } from '../../../lib/export/payments-file'
import type { HistoryFilter } from '../../../lib/payment/history/filter'
import { useExport } from './use-export'

interface Props {
  id: string
  filter: HistoryFilter
  /** Something narrows the history. */
  narrowed: boolean
}

/** Which payments go into a file, and what kind of file. */
export function ExportPanel({ id, filter, narrowed }: Props) {
  const [what, setWhat] = useState<'shown' | 'all'>('shown')
  const [format, setFormat] = useState<ExportFormat>('csv')
  const { progress, save, cancel } = useExport()
  const writing = progress?.state === 'writing'
  return (
    <section
      id={id}
      aria-label={i18n.t('export.title')}
      className={`${CARD} mb-4 flex flex-wrap items-end gap-x-6 gap-y-4 p-5`}
    >
      {narrowed && (
        <SegmentedChoice
          label={i18n.t('export.what')}
          value={what}
          choices={[
            { value: 'shown', name: i18n.t('export.shown') },
            { value: 'all', name: i18n.t('export.all') },
          ]}
          onChange={setWhat}
        />
      )}
      <SegmentedChoice
        label={i18n.t('export.format')}
        value={format}
        choices={[
          { value: 'csv', name: i18n.t('export.csv') },
          { value: 'json', name: i18n.t('export.json') },
        ]}
        onChange={setFormat}
      />
      <div className="flex gap-2">
        <Button
          look="primary"
          inert={writing}
          onClick={() => save(format, narrowed && what === 'shown' ? filter : {})}
        >
          {i18n.t('export.save')}
        </Button>
        {writing && <Button onClick={cancel}>{i18n.t('export.cancel')}</Button>}
      </div>
      <p className="basis-full text-sm text-muted">{i18n.t('export.note')}</p>
      <p role="status" className={progress ? 'basis-full text-sm' : 'sr-only'}>
        {progress?.state === 'saved' && words('export.done', progress.written)}
        {writing && words('export.written', progress.written)}
      </p>
      <ProblemNote problem={progress?.problem} />
    </section>
  )
}

function words(key: 'export.done' | 'export.written', count: number): string {
  return i18n.t(key, count, [numberWords(count)])
}
