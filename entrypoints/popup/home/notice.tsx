import { useLiveQuery } from 'dexie-react-hooks'
import { i18n } from '#i18n'
import { problemWords } from '../../../components/words/problem'
import { db } from '../../../lib/store/db'

/** Why the 402 of this tab's page cannot be paid. */
export function Notice({ tabId }: { tabId: number | undefined }) {
  const notice = useLiveQuery(
    () => (tabId === undefined ? undefined : db.notices.get(tabId)),
    [tabId],
  )
  const words = notice && problemWords(notice.problem)
  return (
    <div role="status" className={words ? undefined : 'sr-only'}>
      {words && (
        <div className="rounded-2xl bg-wait-soft px-4 py-3 text-sm">
          <h2 className="font-semibold text-wait">{i18n.t('popup.cannotPay')}</h2>
          <p className="mt-1">
            {words.title} {words.advice}
          </p>
          {words.detail && <p className="code mt-1 text-xs text-muted">{words.detail}</p>}
        </div>
      )}
    </div>
  )
}
