import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect } from 'vitest'
import { type App, openApp, PASSWORD } from './app.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../src/main/cli/index.ts')

export type Ended = { code: number | null; stdout: string; stderr: string }
type Options = {
  folder: string
  env?: NodeJS.ProcessEnv
  /** Called with every piece of standard error, for a test that answers with a signal. */
  onMessage?: (text: string, stop: (signal: NodeJS.Signals) => void) => void
}

/** Runs the real program as another system would: no keyboard, a password in the environment, its own user folder. */
export function runDesk(args: readonly string[], { folder, env, onMessage }: Options): Promise<Ended> {
  const surroundings = {
    PATH: process.env.PATH,
    HOME: folder,
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    LANG: 'en_US.UTF-8',
    DESK_PASSWORD: PASSWORD,
    ...env,
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
      cwd: folder,
      env: surroundings,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      onMessage?.(text, (signal) => child.kill(signal))
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** A desk on which commands are typed by one person after another. */
export type CommandLine = {
  folder: string
  store: string
  run(user: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended>
  /** Runs a command that must succeed and gives its JSON document. */
  // biome-ignore lint/suspicious/noExplicitAny: what a program printed has no type until it was compared
  json(user: string, ...args: string[]): Promise<any>
  /** Runs a command that must fail and gives its error, with the exit code. */
  fail(user: string, ...args: string[]): Promise<Record<string, unknown> & { exit: number | null }>
}

export function commandLine(store: string, folder: string): CommandLine {
  const run: CommandLine['run'] = (user, args, env) =>
    runDesk([...args, '--store', store, '--user', user], { folder, ...(env ? { env } : {}) })
  return {
    folder,
    store,
    run,
    json: async (user, ...args) => {
      const { code, stdout, stderr } = await run(user, [...args, '--json'])
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      return JSON.parse(stdout)
    },
    fail: async (user, ...args) => {
      const { code, stdout, stderr } = await run(user, [...args, '--json'])
      const { error } = JSON.parse(stdout)
      expect(stderr).toContain(error.message)
      return { exit: code, ...error }
    },
  }
}

/** A store with the people `boss` and `agent`, closed, for the program to open. */
export async function closedStore(engine: 'sqlite' | 'postgres'): Promise<App> {
  const app = await openApp(engine, Date.now())
  await app.call('session.create', { login: 'boss', name: '王经理', password: PASSWORD, language: 'zh-CN' })
  await app.as('agent')
  await app.engine.close()
  return app
}
