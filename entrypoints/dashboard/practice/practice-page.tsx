import { useState } from 'react'
import { useLocation } from 'wouter'
import { i18n } from '#i18n'
import { useSetUp } from '../../../components/hooks/use-set-up'
import { noteSetUp } from '../../../lib/store/set-up'
import { StepHeading } from '../welcome/step-heading'
import { PracticeArticle } from './practice-article'
import { PracticeCard } from './practice-card'

/** A paywall of our own to try a payment on. Nothing is signed, sent or written down. */
export function PracticePage() {
  const [paid, setPaid] = useState(false)
  const setUp = useSetUp()
  const [, navigate] = useLocation()

  async function finish() {
    if (setUp === 'practice') await noteSetUp('done')
    navigate('/welcome')
  }

  return (
    <main className="mx-auto max-w-5xl px-4 pt-8 pb-16 sm:px-6">
      <StepHeading title={i18n.t('practice.title')} />
      <p className="mt-2 mb-6 max-w-prose text-muted">{i18n.t('practice.text')}</p>
      <div className="flex flex-col items-start gap-6 lg:flex-row-reverse">
        <div className="w-full max-w-90 shrink-0">
          <PracticeCard paid={paid} onPay={() => setPaid(true)} onEnd={finish} />
        </div>
        <PracticeArticle open={paid} />
      </div>
    </main>
  )
}
