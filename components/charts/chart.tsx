import { useState } from 'react'
import { i18n } from '#i18n'
import { Button } from '../ui/button'
import type { Bar } from './bar'
import { BarTable } from './bar-table'
import { Columns } from './columns'
import { Lines } from './lines'

interface Props {
  label: string
  look: 'columns' | 'lines'
  bars: readonly Bar[]
  /** Headings of the table. */
  columns: readonly [name: string, amount: string]
  test?: boolean
}

/** Amounts as a drawing, or as a table for who likes to read them. */
export function Chart({ label, look, bars, columns, test = false }: Props) {
  const [asTable, setAsTable] = useState(false)
  const Drawing = look === 'columns' ? Columns : Lines
  return (
    <>
      {asTable ? (
        <BarTable label={label} columns={columns} bars={bars} />
      ) : (
        <Drawing label={label} bars={bars} test={test} />
      )}
      <Button
        size="small"
        look="quiet"
        className="mt-3 -ms-2.5"
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? i18n.t('overview.asChart') : i18n.t('overview.asTable')}
      </Button>
    </>
  )
}
