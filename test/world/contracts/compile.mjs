// Writes TestUSDC.artifacts.json beside this file; with --check it only compares.
// Usage: node test/world/contracts/compile.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import solc from 'solc'

const require = createRequire(import.meta.url)
const artifactUrl = new URL('./TestUSDC.artifacts.json', import.meta.url)
const content = readFileSync(new URL('./TestUSDC.sol', import.meta.url), 'utf8')

const input = {
  language: 'Solidity',
  sources: { 'TestUSDC.sol': { content } },
  settings: {
    optimizer: { enabled: true, runs: 200 },
    evmVersion: 'cancun',
    // Without the metadata hash the bytecode depends on code and compiler alone.
    metadata: { appendCBOR: false, bytecodeHash: 'none' },
    outputSelection: { 'TestUSDC.sol': { TestUSDC: ['abi', 'evm.bytecode.object'] } },
  },
}
const readImport = (path) => ({ contents: readFileSync(require.resolve(path), 'utf8') })
const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }))

const errors = (output.errors ?? []).filter((error) => error.severity === 'error')
if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'))

const { abi, evm } = output.contracts['TestUSDC.sol'].TestUSDC
const bytecode = `0x${evm.bytecode.object}`
const artifact = `${JSON.stringify({ solc: solc.version(), abi, bytecode }, null, 2)}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(artifactUrl, artifact)
} else if (readFileSync(artifactUrl, 'utf8') !== artifact) {
  console.error('TestUSDC.artifacts.json is stale: run node test/world/contracts/compile.mjs')
  process.exitCode = 1
}
