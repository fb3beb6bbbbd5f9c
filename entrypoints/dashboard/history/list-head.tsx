import { i18n } from '#i18n'
import { COLUMNS, PLACE } from './columns'

const HEAD = 'text-start font-medium'

/** The names of the columns; on a narrow screen only for the ear. */
export function ListHead() {
  return (
    <thead className="block max-md:sr-only">
      <tr aria-rowindex={1} className={`${COLUMNS} border-b border-line py-2.5 text-sm text-muted`}>
        <th scope="col" className={HEAD}>
          {i18n.t('history.time')}
        </th>
        <th scope="col" className={HEAD}>
          {i18n.t('history.site')}
        </th>
        <th scope="col" className={`${PLACE.amount} font-medium`}>
          {i18n.t('history.amount')}
        </th>
        <th scope="col" className={HEAD}>
          {i18n.t('history.network')}
        </th>
        <th scope="col" className={HEAD}>
          {i18n.t('history.status')}
        </th>
        <th scope="col" className={HEAD}>
          {i18n.t('history.transaction')}
        </th>
        <th scope="col">
          <span className="sr-only">{i18n.t('history.more')}</span>
        </th>
      </tr>
    </thead>
  )
}
