import { type ReactNode, useEffect, useRef } from 'react'
import { i18n } from '#i18n'
import { Card } from '../../../components/ui/card'

/** One step of setting up. The heading takes the focus, so that each new step is read out. */
export function StepFrame({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${i18n.t('app.name')}`
    heading.current?.focus()
  }, [title])
  return (
    <main className="mx-auto max-w-xl px-6 py-10">
      <Card className="flex flex-col gap-5 p-8">
        <h1
          ref={heading}
          tabIndex={-1}
          className="text-2xl font-semibold tracking-tight outline-none"
        >
          {title}
        </h1>
        {children}
      </Card>
    </main>
  )
}
