import { spawnSync } from 'node:child_process'

/** Writes the summaries of all samples anew: `npm run samples`. */
process.exitCode = spawnSync('npx', ['--no-install', 'vitest', 'run', '--project', 'unit', 'tests/samples'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, KIZUNA_SAMPLES: 'write' },
}).status
