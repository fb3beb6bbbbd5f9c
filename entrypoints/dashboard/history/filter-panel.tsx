import { i18n } from '#i18n'
import { HISTORY_STATUSES } from '../../../components/payment/status'
import { CARD } from '../../../components/ui/card'
import { Field } from '../../../components/ui/field'
import { Select } from '../../../components/ui/select'
import { AmountFilter } from './amount-filter'
import { accountChoices, networkChoices, siteChoices } from './choices'
import type { Facets } from './facets'
import type { HistoryQuery } from './query'
import { useAccountNames } from './use-account-names'

interface Props {
  id: string
  query: HistoryQuery
  facets: Facets
  onChange: (change: Partial<HistoryQuery>) => void
}

/** Everything that narrows the history besides the search. */
export function FilterPanel({ id, query, facets, onChange }: Props) {
  const names = useAccountNames()
  return (
    <fieldset
      id={id}
      className={`${CARD} mb-4 grid gap-x-4 gap-y-3.5 p-5 sm:grid-cols-2 lg:grid-cols-3`}
    >
      <legend className="sr-only">{i18n.t('history.filters')}</legend>
      <Select
        label={i18n.t('history.site')}
        value={query.site}
        choices={siteChoices(facets.sites, query.site)}
        onChange={(site) => onChange({ site })}
      />
      <Select
        label={i18n.t('history.status')}
        value={query.status}
        choices={[
          { value: '', name: i18n.t('history.anyStatus') },
          ...HISTORY_STATUSES.map((value) => ({ value, name: i18n.t(`status.${value}`) })),
        ]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={i18n.t('history.network')}
        value={query.network}
        choices={networkChoices(facets.networks, query.network)}
        onChange={(network) => onChange({ network })}
      />
      <Select
        label={i18n.t('history.account')}
        value={query.account}
        choices={accountChoices(facets.payers, query.account, names)}
        onChange={(account) => onChange({ account })}
      />
      <Field
        label={i18n.t('history.from')}
        type="date"
        value={query.from}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <Field
        label={i18n.t('history.to')}
        type="date"
        value={query.to}
        onChange={(event) => onChange({ to: event.target.value })}
      />
      <AmountFilter
        label={i18n.t('history.least')}
        value={query.least}
        onChange={(least) => onChange({ least })}
      />
      <AmountFilter
        label={i18n.t('history.most')}
        value={query.most}
        onChange={(most) => onChange({ most })}
      />
      <Select
        label={i18n.t('history.money')}
        value={query.money}
        choices={[
          { value: '', name: i18n.t('history.anyMoney') },
          { value: 'real', name: i18n.t('history.realMoney') },
          { value: 'test', name: i18n.t('history.testMoney') },
        ]}
        onChange={(money) => onChange({ money })}
      />
    </fieldset>
  )
}
