import { spawn } from 'node:child_process'
import { Stop } from './stop.mjs'

const TAIL_LINES = 40

/** Stops a program we started, and after five seconds stops it for good. */
export function stopProgram(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
}

/** Runs a program quietly and answers { code, output, stdout }; code is null when it could not start or ran out of time. */
export function run(command, args, { cwd, env, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    const timer = timeoutMs ? setTimeout(() => stopProgram(child), timeoutMs) : undefined
    const finish = (code) => {
      clearTimeout(timer)
      resolve({ code, output, stdout })
    }
    child.on('error', (error) => {
      output += error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/** As `run`, but a failure stops the set-up with the end of what the program printed. */
export async function mustRun(command, args, options = {}) {
  const result = await run(command, args, options)
  if (result.code === 0) return result
  const tail = result.output.trim().split('\n').slice(-TAIL_LINES).join('\n')
  throw new Stop(`${options.what ?? `${command} ${args.join(' ')}`} failed (失败):\n${tail}`)
}

/** Runs a program on this terminal and answers its exit code; signals sent to us reach it too. */
export function runHere(command, args, { cwd, env, stdio = 'inherit', timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio })
    // A terminal sends Ctrl-C to the whole group, so passing it on would deliver it twice.
    const passOn = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    const timer = timeoutMs ? setTimeout(() => stopProgram(child), timeoutMs) : undefined
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      for (const name of signals) process.off(name, passOn)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}
