import { describe } from 'vitest'
import { fuzzAll } from '../../fuzz/suite'
import { bodyTargets } from '../../fuzz/targets/bodies'
import { headerTargets } from '../../fuzz/targets/headers'
import { wordTargets } from '../../fuzz/targets/words'

describe('what servers and people write', () => {
  fuzzAll([...headerTargets, ...bodyTargets, ...wordTargets])
})
