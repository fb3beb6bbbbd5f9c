import type { ReactNode } from 'react'
import { Coin } from '../../../components/brand/coin'
import { Card } from '../../../components/ui/card'

interface Props {
  title: string
  text: string
  children?: ReactNode
}

/** In place of a list that has nothing in it. */
export function Nothing({ title, text, children }: Props) {
  return (
    <Card className="flex flex-col items-center gap-2 px-6 py-14 text-center">
      <Coin className="size-12 opacity-80" />
      <p className="mt-2 text-lg font-semibold">{title}</p>
      <p className="max-w-sm text-muted">{text}</p>
      {children}
    </Card>
  )
}
