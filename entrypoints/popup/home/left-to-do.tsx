import { i18n } from '#i18n'
import { useSetUp } from '../../../components/hooks/use-set-up'
import { useWallet } from '../../../components/hooks/use-wallet'
import { LINK } from '../../../components/ui/link'
import { dashboardUrl } from '../dashboard-url'

/** What was put off: the words that are not written down yet, and the rest of setting up. */
export function LeftToDo() {
  const wallet = useWallet()
  const setUp = useSetUp()
  if (!wallet || setUp === undefined) return null
  const isSettingUp = setUp !== null && setUp !== 'done'
  if (wallet.backedUp && !isSettingUp) return null
  return (
    <div className="flex flex-col gap-1.5 rounded-2xl bg-wait-soft px-5 py-3.5 text-sm">
      {!wallet.backedUp && (
        <p>
          <span className="block font-medium text-wait">{i18n.t('unlock.keepTitle')}</span>
          {i18n.t('unlock.keepText')}{' '}
          <a href={dashboardUrl('/wallet')} target="_blank" rel="noreferrer" className={LINK}>
            {i18n.t('unlock.keepLink')}
          </a>
        </p>
      )}
      {isSettingUp && (
        <p>
          <a href={dashboardUrl('/welcome')} target="_blank" rel="noreferrer" className={LINK}>
            {i18n.t('welcome.goOn')}
          </a>
        </p>
      )}
    </div>
  )
}
