import { useEffect, useState } from 'react'
import { i18n } from '#i18n'
import { type Strength, strengthOf } from './strength'

const TONE = ['bg-bad', 'bg-bad', 'bg-wait', 'bg-good', 'bg-good'] as const
const BARS = [1, 2, 3, 4]

/** How hard a new passphrase is to guess, in words and bars. It advises and never refuses. */
export function StrengthMeter({ passphrase }: { passphrase: string }) {
  const strength = useStrength(passphrase)
  return (
    <div>
      <div aria-hidden className="flex gap-1.5">
        {BARS.map((bar) => (
          <span
            key={bar}
            className={`h-1.5 flex-1 rounded-full ${strength !== undefined && bar <= Math.max(1, strength) ? TONE[strength] : 'bg-line'}`}
          />
        ))}
      </div>
      <p role="status" className="mt-1.5 min-h-5 text-sm text-muted">
        {strength !== undefined && i18n.t(`unlock.strength${strength}`)}
      </p>
    </div>
  )
}

/** Nothing while there is none to look at, or while the lists are on their way. */
function useStrength(passphrase: string): Strength | undefined {
  const [found, setFound] = useState<Strength>()
  useEffect(() => {
    let isCurrent = true
    if (passphrase) {
      strengthOf(passphrase).then(
        (strength) => isCurrent && setFound(strength),
        () => undefined,
      )
    }
    return () => {
      isCurrent = false
    }
  }, [passphrase])
  return passphrase ? found : undefined
}
