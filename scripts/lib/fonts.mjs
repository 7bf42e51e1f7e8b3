import { run } from './run.mjs'
import { mention } from './say.mjs'
import { step } from './step.mjs'
import { installSystemPackages } from './system-packages.mjs'

/** The app brings its own typeface; menus and dialogs of the system use the machine's. */
async function hasChineseFont() {
  const { code, stdout } = await run('fc-list', [':lang=zh', 'family'])
  return code === 0 && stdout.trim() !== ''
}

/** Sees to a font with Chinese characters; without one the desk still opens, so a failure is only mentioned. */
export async function needChineseFont() {
  if (process.platform !== 'linux') return
  await step({
    title: 'A font with Chinese characters 中文字体',
    isDone: hasChineseFont,
    work: async () => {
      try {
        await installSystemPackages(['fontconfig', 'fonts-noto-cjk'], 'System dialogs need a Chinese font')
        return 'installed'
      } catch (problem) {
        mention(`    ${problem.message}`)
        return { without: 'not installed, dialogs of the system may show boxes' }
      }
    },
  })
}
