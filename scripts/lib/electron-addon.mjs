import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { FALLBACK_VERSION, loaderFolder } from './electron-fallback.mjs'
import { fillWhole, readJson, readText } from './files.mjs'
import { inCache, inRoot } from './paths.mjs'
import { mustRun } from './run.mjs'
import { step } from './step.mjs'
import { Stop } from './stop.mjs'
import { needCompiler } from './system-packages.mjs'

const source = inRoot('node_modules', 'better-sqlite3')
const compiled = join(loaderFolder, 'better-sqlite3.node')
const stampFile = join(loaderFolder, 'better-sqlite3.version')
const buildFolder = inCache('electron', 'better-sqlite3')

const wantedVersion = () => `${readJson(join(source, 'package.json'))?.version} for Electron ${FALLBACK_VERSION}`

/** The option naming a folder that has include/node/node_api.h; without one node-gyp downloads the headers. */
function headersOption() {
  const prefix = dirname(dirname(process.execPath))
  const name = `node-${process.platform}-${process.arch}`
  const folders = [prefix, join(prefix, 'node_modules', name), join(dirname(prefix), name), '/usr']
  const found = folders.find((folder) => existsSync(join(folder, 'include', 'node', 'node_api.h')))
  return found ? [`--nodedir=${found}`] : []
}

/** Only stable calls are used, but the newest of them are "experimental" in a Node-API as old as this Electron's. */
function loosenNodeApi(folder) {
  const file = join(folder, 'binding.gyp')
  const text = readFileSync(file, 'utf8')
  const loosened = text.replace("'NAPI_VERSION=10'", "'NAPI_VERSION=2147483647', 'NAPI_EXPERIMENTAL'")
  if (loosened === text) throw new Stop("better-sqlite3's binding.gyp is not the expected one.")
  writeFileSync(file, loosened)
}

async function compile() {
  await needCompiler()
  await fillWhole(buildFolder, async (folder) => {
    for (const part of ['package.json', 'binding.gyp', 'src', 'deps', 'lib']) {
      cpSync(join(source, part), join(folder, part), { recursive: true })
    }
    loosenNodeApi(folder)
    const gyp = inRoot('node_modules', 'node-gyp', 'bin', 'node-gyp.js')
    await mustRun(process.execPath, [gyp, 'rebuild', '--release', ...headersOption(), '--', '-Dforce_build=1'], {
      cwd: folder,
      what: 'Compiling better-sqlite3',
      env: {
        ...process.env,
        NODE_PATH: [inRoot('node_modules'), process.env.NODE_PATH].filter(Boolean).join(delimiter),
      },
    })
  })
  copyFileSync(join(buildFolder, 'build', 'Release', 'better_sqlite3.node'), `${compiled}.part`)
  renameSync(`${compiled}.part`, compiled)
  rmSync(buildFolder, { recursive: true, force: true })
  writeFileSync(stampFile, wantedVersion())
}

/** Compiles the store's native module for the fallback Electron, which is too old for the prebuilt one. */
export async function compileAddon() {
  await step({
    title: "The store's native module for that Electron, compiled here 编译数据库模块",
    isDone: () => existsSync(compiled) && readText(stampFile) === wantedVersion(),
    work: compile,
  })
}
