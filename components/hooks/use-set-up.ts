import { useEffect, useState } from 'react'
import { type SetUpStep, watchSetUp } from '../../lib/store/set-up'

/** Where setting up stands, `null` where it never began, nothing until it is known. */
export function useSetUp(): SetUpStep | null | undefined {
  const [step, setStep] = useState<SetUpStep | null>()
  useEffect(() => watchSetUp(setStep), [])
  return step
}
