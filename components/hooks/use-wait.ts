import { useEffect, useState } from 'react'
import { toProblemData } from '../../lib/problem'

/** Whole seconds until the wallet may be tried again, counting down; 0 when it may be now. */
export function useWait(problem: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const end = Date.now() + secondsOf(problem) * 1000
    const look = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
    }
    const timer = setInterval(look, 1000)
    look()
    return () => clearInterval(timer)
  }, [problem])
  return left
}

function secondsOf(problem: unknown): number {
  const { code, details } = toProblemData(problem, 'not_allowed')
  const seconds = Number(details?.seconds)
  return code === 'unlock_throttled' && seconds > 0 ? seconds : 0
}
