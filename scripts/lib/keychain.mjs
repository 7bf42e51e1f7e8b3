import { mention } from './say.mjs'
import { step } from './step.mjs'
import { hasProgram, installSystemPackages } from './system-packages.mjs'

const PACKAGES = { 'dbus-daemon': 'dbus', 'gnome-keyring-daemon': 'gnome-keyring' }

async function missing() {
  const names = []
  for (const [program, name] of Object.entries(PACKAGES)) if (!(await hasProgram(program))) names.push(name)
  return names
}

/** Sees to a keychain that the window tests can start for themselves; without one, those that need it say that they skip. */
export async function needKeychain() {
  if (process.platform !== 'linux') return
  await step({
    title: 'A keychain for the tests that bind a store to its computer 系统密钥串',
    isDone: async () => (await missing()).length === 0,
    work: async () => {
      try {
        await installSystemPackages(await missing(), 'A keychain is missing')
        return 'installed'
      } catch (problem) {
        mention(`    ${problem.message}`)
        return { without: 'not installed, the tests that need it are skipped' }
      }
    },
  })
}
