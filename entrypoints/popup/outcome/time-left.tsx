import { i18n } from '#i18n'

/** Before this there is time enough: nothing counts on the screen. */
const COUNTED_SECONDS = 60

/** The last minute of what can still be tried; heard once, seen by the second. */
export function TimeLeft({ seconds }: { seconds: number }) {
  const isLast = seconds <= COUNTED_SECONDS
  return (
    <div className={isLast ? 'text-muted' : 'sr-only'}>
      <p role="status" className="sr-only">
        {isLast && i18n.t('popup.lastMinute')}
      </p>
      {isLast && (
        <p role="timer" aria-live="off">
          {i18n.t('popup.timeLeft', seconds)}
        </p>
      )}
    </div>
  )
}
