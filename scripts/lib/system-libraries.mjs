import { run } from './run.mjs'
import { step } from './step.mjs'
import { installSystemPackages } from './system-packages.mjs'

/** What Debian calls the libraries Chromium loads. */
const PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1']

async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable])
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
}

/** Sees to it that the libraries Electron needs are on this Linux machine. */
export async function needLibraries(executable) {
  if (process.platform !== 'linux') return
  await step({
    title: 'Shared libraries of Electron 系统库',
    isDone: async () => (await missingLibraries(executable)).length === 0,
    work: async () => {
      const missing = await missingLibraries(executable)
      await installSystemPackages(PACKAGES, `Electron needs ${missing.join(', ')}`)
      const left = await missingLibraries(executable)
      return left.length === 0 ? 'installed' : `still missing: ${left.join(', ')}`
    },
  })
}
