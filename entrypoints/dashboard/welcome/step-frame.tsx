import type { ReactNode } from 'react'
import { Card } from '../../../components/ui/card'
import { StepHeading } from './step-heading'

/** One step of setting up. */
export function StepFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-10 sm:px-6">
      <Card className="flex flex-col gap-5 p-6 sm:p-8">
        <StepHeading title={title} />
        {children}
      </Card>
    </main>
  )
}
