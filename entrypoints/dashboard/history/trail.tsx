import { i18n } from '#i18n'
import { problemWords } from '../../../components/words/problem'
import { momentWords } from '../../../components/words/time'
import type { Payment } from '../../../lib/payment/payment'

/** What happened to a payment, step by step. */
export function Trail({ payment }: { payment: Payment }) {
  return (
    <div>
      <h2 className="mb-1.5 text-sm font-medium">{i18n.t('detail.trail')}</h2>
      <ol className="space-y-2 border-s-2 border-line ps-4 text-sm">
        {payment.trail.map(({ state, at, problem }) => (
          <li key={`${state} ${at}`}>
            <span className="flex justify-between gap-3">
              {i18n.t(`trail.${state}`)}
              <span className="whitespace-nowrap text-muted">{momentWords(at)}</span>
            </span>
            {problem && <span className="block text-muted">{problemWords(problem).title}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
