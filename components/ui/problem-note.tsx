import { problemWords } from '../words/problem'

/** What went wrong and what to do, announced when it appears. Empty without a problem. */
export function ProblemNote({ problem }: { problem: unknown }) {
  const words = problem === undefined ? undefined : problemWords(problem)
  return (
    <div role="alert" className={words ? undefined : 'sr-only'}>
      {words && (
        <div className="rounded-xl bg-bad-soft px-3.5 py-2.5 text-sm">
          <p className="font-medium text-bad">{words.title}</p>
          <p className="mt-0.5 text-ink">{words.advice}</p>
        </div>
      )}
    </div>
  )
}
