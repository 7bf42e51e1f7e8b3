import { spawn } from 'node:child_process'
import { stopProgram } from './run.mjs'
import { step } from './step.mjs'
import { Stop } from './stop.mjs'
import { hasProgram, installSystemPackages } from './system-packages.mjs'

const START_MS = 20_000

/** Whether windows have somewhere to appear. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Starts a virtual screen on a display number of its own choosing. */
function startScreen() {
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset']
  const screen = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Stop(`The virtual screen (Xvfb) did not start: ${why}`))
    const timer = setTimeout(() => fail('no answer'), START_MS)
    let answer = ''
    screen.stdio[3].on('data', (chunk) => {
      answer += chunk
      if (!answer.includes('\n')) return
      clearTimeout(timer)
      resolve({ number: answer.trim(), screen })
    })
    screen.on('error', (error) => fail(error.message))
    screen.on('exit', (code) => fail(`exit code ${code}`))
  })
}

/**
 * A display for the time of one program: { env, isVirtual, close }. `env` has what to add to its environment.
 * On a machine without a display that is a virtual screen, which `close` ends.
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, isVirtual: false, close: () => {} }
  await step({
    title: 'A virtual screen, this machine has none 虚拟显示器',
    isDone: () => hasProgram('Xvfb', ['-version']),
    work: async () => {
      await installSystemPackages(['xvfb'], 'There is no display here, and Xvfb is missing')
      return 'installed'
    },
  })
  const { number, screen } = await startScreen()
  const close = () => stopProgram(screen)
  process.once('exit', close)
  return { env: { DISPLAY: `:${number}`, VIPDESK_VIRTUAL_SCREEN: '1' }, isVirtual: true, close }
}
