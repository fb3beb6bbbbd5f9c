import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useWallet } from '../../components/hooks/use-wallet'
import { Reading } from '../../components/ui/safety-net'
import { Header } from './header'
import { HistoryPage } from './history/history-page'
import { LimitsPage } from './limits/limits-page'
import { SettingsPage } from './settings/settings-page'
import { WalletPage } from './wallet/wallet-page'
import { Welcome } from './welcome/welcome'

export function App() {
  const wallet = useWallet()
  if (wallet === undefined) return <Reading />
  return (
    <Router hook={useHashLocation}>
      <Header hasWallet={wallet !== null} />
      <Switch>
        <Route path="/welcome">
          <Welcome hasWallet={wallet !== null} />
        </Route>
        <Route path="/history" component={HistoryPage} />
        <Route path="/limits" component={LimitsPage} />
        <Route path="/wallet">
          <WalletPage wallet={wallet} />
        </Route>
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Redirect to={wallet ? '/history' : '/welcome'} replace />
        </Route>
      </Switch>
    </Router>
  )
}
