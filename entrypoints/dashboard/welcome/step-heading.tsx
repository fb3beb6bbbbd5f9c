import { useEffect, useRef } from 'react'
import { i18n } from '#i18n'

/** The heading of a step, in the page and on the tab. It takes the focus, so that it is read out. */
export function StepHeading({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${i18n.t('app.name')}`
    heading.current?.focus()
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none">
      {title}
    </h1>
  )
}
