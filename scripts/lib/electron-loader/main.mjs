// What Electron's own default app does for `electron .`: this runtime comes without one.
// A module with a top-level await, because Electron holds back "ready" until such a file has settled:
// the app may then still do what must come before it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'
import './native.cjs'

const require = createRequire(import.meta.url)

const WITH_VALUE = ['-r', '--require']

function readArguments(args) {
  const required = []
  let folder
  for (let i = 0; i < args.length && folder === undefined; i++) {
    if (WITH_VALUE.includes(args[i])) required.push(args[++i])
    else if (!args[i].startsWith('-')) folder = resolve(args[i])
  }
  return { required, folder: folder ?? process.cwd() }
}

async function start() {
  const { required, folder } = readArguments(process.argv.slice(1))
  process.defaultApp = true
  for (const module of required) require(resolve(module))
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setName(about.productName ?? about.name)
  app.setVersion(about.version)
  app.setAppPath(folder)
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
}

await start().catch((error) => {
  console.error(error)
  app.exit(1)
})
