import { useState } from 'react'
import { type PassphraseFault, passphraseFault } from '../wallet/passphrase-check'

export interface NewPassphrase {
  text: string
  again: string
  fault: PassphraseFault | undefined
  setText: (text: string) => void
  setAgain: (again: string) => void
  /** Whether it can be taken; what is wrong with it shows from now on. */
  check: () => boolean
}

/** A new passphrase as it is typed, twice. */
export function useNewPassphrase(): NewPassphrase {
  const [text, setText] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<PassphraseFault>()
  const typed = (set: (value: string) => void) => (value: string) => {
    setFault(undefined)
    set(value)
  }
  function check() {
    const found = passphraseFault(text, again)
    setFault(found)
    return found === undefined
  }
  return { text, again, fault, setText: typed(setText), setAgain: typed(setAgain), check }
}
