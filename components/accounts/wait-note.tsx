import { i18n } from '#i18n'
import { problemWords } from '../words/problem'

/** Too many wrong tries: announced once, with the seconds counting down for the eye. */
export function WaitNote({ seconds }: { seconds: number }) {
  const { title } = problemWords({ code: 'unlock_throttled' })
  return (
    <div className="rounded-xl bg-bad-soft px-3.5 py-2.5 text-sm">
      <p role="alert" className="font-medium text-bad">
        {title}
      </p>
      <p role="timer" className="mt-0.5">
        {i18n.t('accounts.waitSeconds', seconds)}
      </p>
    </div>
  )
}
