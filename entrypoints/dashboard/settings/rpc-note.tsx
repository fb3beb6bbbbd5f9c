import { i18n } from '#i18n'
import type { RpcReport } from '../../../lib/messages'

/** That an endpoint is saved, and what it says of itself; announced when it appears. */
export function RpcNote({ saved, report }: { saved: boolean; report: RpcReport | null }) {
  return (
    <p role="status" className="text-sm font-medium">
      {saved && <span className="text-good">{i18n.t('common.saved')} </span>}
      {report?.reachable && (
        <span className="text-good">
          {i18n.t('settings.rpcAnswers', [report.chainId, report.latencyMs])}
        </span>
      )}
      {report?.reachable === false && (
        <span className="text-wait">{i18n.t('settings.rpcSilent')}</span>
      )}
    </p>
  )
}
