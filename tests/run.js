import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needBrowser } from './browser.js'

/**
 * Every check of the project, one after the other: types, lint, format, unit tests, build, and end-to-end tests in a real
 * browser. All run, also after one has failed, and the last line counts: each static check as one, each test as one.
 */
const counts = { passed: 0, failed: 0 }
const reports = mkdtempSync(join(tmpdir(), 'kizuna-'))

const run = (command, args, environment = {}) =>
  spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  }).status === 0

function check(title, command, args) {
  console.log(`\n== ${title}`)
  counts[run(command, args) ? 'passed' : 'failed']++
}

/** A run of vitest; one that crashes before it reports counts as a failure, and so does one without tests. */
function tests(project, environment) {
  console.log(`\n== ${project} tests`)
  const report = join(reports, `${project}.json`)
  const fine = run(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    environment,
  )
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += Math.max(numFailedTests, numTotalTests - numPassedTests, fine && numTotalTests > 0 ? 0 : 1)
  } catch {
    counts.failed++
  }
}

check('types', 'tsc', ['--noEmit'])
check('lint', 'oxlint', ['--deny-warnings', 'src', 'tests', 'bench', 'vite.config.ts'])
check('format', 'prettier', ['--check', '--log-level=warn', '.'])
tests('unit')
check('build', 'vite', ['build', '--logLevel', 'warn'])
try {
  tests('e2e', { KIZUNA_BROWSER: needBrowser() })
} catch (error) {
  console.error(error.message)
  counts.failed++
}
rmSync(reports, { recursive: true })
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1
