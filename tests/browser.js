import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** How the browser is started: as root, in a closed network, without a graphics card. */
export const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
]

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
]
const usual = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
]

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser that tests drive: KIZUNA_BROWSER, else one of the known names on PATH, else one in its usual place. */
export function findBrowser(environment = process.env) {
  if (environment.KIZUNA_BROWSER) {
    if (runs(environment.KIZUNA_BROWSER)) return environment.KIZUNA_BROWSER
    throw new Error(`KIZUNA_BROWSER is ${environment.KIZUNA_BROWSER}, and no program can be run there.`)
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]))
  return [...onPath, ...usual, ...downloaded()].find(runs)
}

/** A browser that Playwright downloaded before. */
function downloaded() {
  try {
    const list = execFileSync('npx', ['--no-install', 'playwright-core', 'install', '--dry-run', 'chromium'], {
      encoding: 'utf8',
    })
    const folders = [...list.matchAll(/Install location:\s+(.+)/g)].map(([, folder]) => folder.trim())
    return folders.flatMap((folder) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe'].map((name) => join(folder, name)),
    )
  } catch {
    return []
  }
}

const onDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))

/** Finds a browser, or installs one; where neither can be, says in a sentence what to do. */
export function needBrowser() {
  const found = findBrowser()
  if (found) return found
  const say = { stdio: 'inherit' }
  try {
    if (process.getuid?.() === 0 && onDebian()) {
      execFileSync('apt-get', ['update', '-qq'], say)
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], say)
    } else execFileSync('npx', ['--no-install', 'playwright-core', 'install', 'chromium'], say)
  } catch {
    // What follows says what to do.
  }
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    `No browser was found for the tests: install Chromium, Chrome or Edge, or name one in KIZUNA_BROWSER.`,
  )
}
