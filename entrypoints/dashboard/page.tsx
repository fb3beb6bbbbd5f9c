import { type ReactNode, useEffect } from 'react'
import { i18n } from '#i18n'

/** The frame of a page: its title, in the page and on the tab. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${i18n.t('app.name')}`
  }, [title])
  return (
    <main className="mx-auto max-w-5xl px-6 pt-8 pb-16">
      <h1 className="mb-6 text-3xl font-semibold tracking-tight">{title}</h1>
      {children}
    </main>
  )
}
