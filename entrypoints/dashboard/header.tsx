import { Lock } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { i18n } from '#i18n'
import { Coin } from '../../components/brand/coin'
import { useUnlocked } from '../../components/hooks/use-unlocked'
import { Badge } from '../../components/ui/badge'
import { IconButton } from '../../components/ui/icon-button'
import { sendCommand } from '../../lib/messages'
import { PAGES } from './pages'

/** Name, pages, and whether the wallet is locked. */
export function Header({ hasWallet }: { hasWallet: boolean }) {
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex min-h-16 max-w-5xl flex-wrap items-center justify-between gap-x-8 gap-y-1 px-6 py-3">
        <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <Coin className="size-7" />
          {i18n.t('app.name')}
        </span>
        {hasWallet && <Pages />}
        {hasWallet && <LockState />}
      </div>
    </header>
  )
}

function Pages() {
  const [location] = useLocation()
  return (
    <nav
      aria-label={i18n.t('nav.label')}
      className="flex flex-1 flex-wrap gap-1 max-sm:order-last max-sm:-mx-3 max-sm:basis-full"
    >
      {PAGES.map((page) => (
        <Link
          key={page}
          href={`/${page}`}
          aria-current={location === `/${page}` ? 'page' : undefined}
          className="rounded-lg px-3 py-1.5 text-[0.9375rem] font-medium text-muted transition-colors hover:bg-sunken hover:text-ink aria-[current]:bg-copper-soft aria-[current]:text-copper"
        >
          {i18n.t(`nav.${page}`)}
        </Link>
      ))}
    </nav>
  )
}

function LockState() {
  const unlocked = useUnlocked()
  if (unlocked === undefined) return null
  if (!unlocked) return <Badge tone="wait">{i18n.t('header.locked')}</Badge>
  return (
    <IconButton icon={Lock} label={i18n.t('header.lock')} onClick={() => sendCommand('lock')} />
  )
}
