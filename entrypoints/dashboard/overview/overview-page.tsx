import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { i18n } from '#i18n'
import { useMinute } from '../../../components/hooks/use-minute'
import { Reading } from '../../../components/ui/safety-net'
import { BackupReminder } from '../../../components/wallet/backup-reminder'
import { startOfDay } from '../../../lib/payment/budget'
import { everSpent, type Kinds } from '../../../lib/store/overview'
import { Page } from '../page'
import { AttentionSection } from './attention-section'
import { DaySection } from './day-section'
import { MoneyChoice } from './money-choice'
import { Newcomer } from './newcomer'
import { PeriodCards } from './period-cards'
import { ShadowNote } from './shadow-note'
import { SiteSection } from './site-section'

/** Where the money went, and what needs a look. */
export function OverviewPage() {
  const kinds = useLiveQuery(everSpent, [])
  if (!kinds) return <Reading />
  return (
    <Page title={i18n.t('overview.title')}>
      <BackupReminder />
      <AttentionSection />
      {kinds.any ? <Spending kinds={kinds} /> : <Newcomer />}
      <ShadowNote />
    </Page>
  )
}

/** Real or test money, never both in one sum; real money first, where there is any. */
function Spending({ kinds }: { kinds: Kinds }) {
  const [chosen, setChosen] = useState<boolean>()
  const test = chosen ?? (kinds.test && !kinds.real)
  const day = startOfDay(useMinute())
  return (
    <>
      {kinds.test && <MoneyChoice test={test} onChange={setChosen} />}
      <PeriodCards key={`periods ${test}`} test={test} />
      <DaySection key={`days ${test}`} test={test} day={day} />
      <SiteSection key={`sites ${test}`} test={test} day={day} />
    </>
  )
}
