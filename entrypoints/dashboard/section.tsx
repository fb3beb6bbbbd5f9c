import { type ReactNode, useId } from 'react'
import { Card } from '../../components/ui/card'

interface Props {
  title: string
  text?: string
  children: ReactNode
}

/** A titled card. */
export function Section({ title, text, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mb-6">
      <Card className="p-6">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {text && <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">{text}</p>}
        <div className="mt-4">{children}</div>
      </Card>
    </section>
  )
}
