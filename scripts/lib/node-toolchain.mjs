import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fillWhole, writeJson } from './files.mjs'
import { npm } from './npm.mjs'
import { inCache } from './paths.mjs'
import { runHere } from './run.mjs'
import { step } from './step.mjs'
import { Stop } from './stop.mjs'

/** Runs TypeScript as it is; and on a Node before 22.14 the store's native module does not refuse, it crashes. */
const OLDEST = [22, 18]
const OLDEST_FOR_SCRIPTS = 18
const FETCHED = 'node@24'

const folder = inCache('toolchain')
const binary = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

async function fetchNode() {
  await fillWhole(folder, async (half) => {
    writeJson(join(half, 'package.json'), { private: true })
    await npm(['install', '--ignore-scripts=false', FETCHED], { cwd: half, what: `Fetching ${FETCHED}` })
  })
  if (!existsSync(binary)) throw new Stop(`npm brought ${FETCHED}, but there is no ${binary}.`)
}

/** Returns when this Node is recent enough; otherwise fetches one, runs the same script with it and exits as it did. */
export async function needRecentNode() {
  const version = process.versions.node
  if (isRecent(version)) return
  if (Number(version.split('.')[0]) < OLDEST_FOR_SCRIPTS) {
    throw new Stop(`Node ${version} is too old: install Node ${OLDEST_FOR_SCRIPTS} or later. 请安装更新版本的 Node。`)
  }
  await step({
    title: `Node ${OLDEST.join('.')} or later (this machine has ${version}) 获取 Node`,
    isDone: () => existsSync(binary),
    work: fetchNode,
  })
  const env = { ...process.env, PATH: `${dirname(binary)}${delimiter}${process.env.PATH}` }
  process.exit(await runHere(binary, process.argv.slice(1), { env }))
}
