'use strict'
// This Electron's Node-API is older than the store's prebuilt binary asks for, so the one compiled here is loaded
// in its place: in this thread and, by requiring this file first, in every worker thread.
const { existsSync } = require('node:fs')
const Module = require('node:module')
const { join, sep } = require('node:path')
const threads = require('node:worker_threads')

const PREBUILT = join('better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`)
const COMPILED = join(__dirname, 'better-sqlite3.node')

const load = Module._extensions['.node']
Module._extensions['.node'] = (module, filename) =>
  load(module, filename.endsWith(sep + PREBUILT) && existsSync(COMPILED) ? COMPILED : filename)

const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: ['--require', __filename, ...(options.execArgv ?? [])] })
  }
}
Module.syncBuiltinESMExports()
