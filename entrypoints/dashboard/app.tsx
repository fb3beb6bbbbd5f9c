import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useClipboard } from '../../components/hooks/use-clipboard'
import { useHashPath } from '../../components/hooks/use-hash-path'
import { useWallet } from '../../components/hooks/use-wallet'
import { Reading, SafetyNet } from '../../components/ui/safety-net'
import type { WalletRow } from '../../lib/store/db'
import { Header } from './header'
import { HistoryPage } from './history/history-page'
import { StatementPage } from './history/statement/statement-page'
import { LimitsPage } from './limits/limits-page'
import { OverviewPage } from './overview/overview-page'
import { PracticePage } from './practice/practice-page'
import { SecurityPage } from './security/security-page'
import { SettingsPage } from './settings/settings-page'
import { ShelfPage } from './shelf/shelf-page'
import { SitesPage } from './sites/sites-page'
import { WalletPage } from './wallet/wallet-page'
import { Welcome } from './welcome/welcome'

export function App() {
  useClipboard()
  const wallet = useWallet()
  if (wallet === undefined) return <Reading />
  return (
    <Router hook={useHashPath}>
      <Header hasWallet={wallet !== null} />
      <Page wallet={wallet} />
    </Router>
  )
}

/** A page whose records cannot be read leaves the way to the others open. */
function Page({ wallet }: { wallet: WalletRow | null }) {
  const [path] = useLocation()
  return (
    <SafetyNet key={path}>
      <Switch>
        <Route path="/welcome">
          <Welcome hasWallet={wallet !== null} />
        </Route>
        <Route path="/practice" component={PracticePage} />
        <Route path="/shelf" component={ShelfPage} />
        <Route path="/history" component={HistoryPage} />
        <Route path="/statement/:month">{({ month }) => <StatementPage month={month} />}</Route>
        <Route path="/overview" component={OverviewPage} />
        <Route path="/sites" component={SitesPage} />
        <Route path="/limits" component={LimitsPage} />
        <Route path="/wallet">
          <WalletPage wallet={wallet} />
        </Route>
        <Route path="/security">
          <SecurityPage hasWallet={wallet !== null} />
        </Route>
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Redirect to={wallet ? '/overview' : '/welcome'} replace />
        </Route>
      </Switch>
    </SafetyNet>
  )
}
