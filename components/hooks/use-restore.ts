import { useState } from 'react'
import { sendCommand } from '../../lib/messages'
import type { BackupReport, Credential } from '../../lib/vault-messages'
import { isAboutFile } from '../accounts/credential-words'

export interface Restore {
  file: File | undefined
  passphrase: string
  /** What is wrong with the file as it stands: there is none. */
  noFile: boolean
  /** What is wrong with its passphrase. */
  fault: 'missing' | 'wrong' | undefined
  setFile: (file: File | undefined) => void
  setPassphrase: (passphrase: string) => void
  /** Whether both are there; what is not is said from now on. */
  check: () => boolean
  /** Takes the file in; beside a wallet that is there with what opens that one. */
  run: (beside?: { credential: Credential; withRules: boolean }) => Promise<BackupReport>
}

/** A backup file and its passphrase, as they are chosen and typed. */
export function useRestore(): Restore {
  const [file, setFile] = useState<File>()
  const [passphrase, setPassphrase] = useState('')
  const [checked, setChecked] = useState(false)
  const [wrong, setWrong] = useState(false)

  async function run(beside?: { credential: Credential; withRules: boolean }) {
    try {
      const text = await (file as File).text()
      return await sendCommand('importBackup', { file: text, passphrase, ...beside })
    } catch (problem) {
      setWrong(isAboutFile(problem))
      throw problem
    }
  }

  const missing = checked && passphrase === '' ? 'missing' : undefined
  return {
    file,
    passphrase,
    noFile: checked && !file,
    fault: wrong ? 'wrong' : missing,
    setFile,
    setPassphrase(next) {
      setWrong(false)
      setPassphrase(next)
    },
    check() {
      setChecked(true)
      return file !== undefined && passphrase !== ''
    },
    run,
  }
}
