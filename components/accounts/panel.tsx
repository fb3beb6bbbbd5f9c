import { type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * Something to do that opened in its place on the page. Its heading takes the focus, which goes back
 * to where it came from unless it was given to something else.
 */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    heading.current?.focus()
    return () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <section
      aria-labelledby={id}
      className="flex max-w-xl flex-col gap-4 rounded-2xl border border-line-strong/50 p-4 sm:p-5"
    >
      <h3 ref={heading} id={id} tabIndex={-1} className="font-semibold wrap-anywhere outline-none">
        {title}
      </h3>
      {children}
    </section>
  )
}
