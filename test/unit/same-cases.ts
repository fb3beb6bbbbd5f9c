import fc from 'fast-check'

/** Property tests run the same cases each time: a failure is a change's own, and happens again. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 402) })
