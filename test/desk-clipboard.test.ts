import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openClipboard, type SystemClipboard } from '../src/main/shell/clipboard.ts'

const TEXT = '王先生您好\n赔偿已批准'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A clipboard as a system has it; Windows gives ends of lines back in its own way. */
function systemClipboard(isWindows = false): SystemClipboard & { content: string } {
  const system = {
    content: '',
    readText: () => (isWindows ? system.content.replaceAll('\n', '\r\n') : system.content),
    writeText: async (text: string) => {
      system.content = text
    },
    clear: () => {
      system.content = ''
    },
  }
  return system
}

test.each([false, true])('what the desk copied lies there for a minute (Windows: %s)', async (isWindows) => {
  const system = systemClipboard(isWindows)
  expect(await openClipboard(system).copy({ text: TEXT })).toEqual({ copied: true })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(system.content).toBe(TEXT)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(system.content).toBe('')
})

test('a second copy has its own minute, and what another program copied since is left alone', async () => {
  const system = systemClipboard()
  const desk = openClipboard(system)
  await desk.copy({ text: 'first' })
  await vi.advanceTimersByTimeAsync(40_000)
  await desk.copy({ text: TEXT })
  await vi.advanceTimersByTimeAsync(40_000)
  expect(system.content).toBe(TEXT)
  system.content = 'of another program'
  await vi.advanceTimersByTimeAsync(40_000)
  await desk.forget()
  expect(system.content).toBe('of another program')
})

test('a system that takes nothing is told as such, and only a text of a fair length is copied', async () => {
  const system = { ...systemClipboard(), writeText: () => {} }
  expect(await openClipboard(system).copy({ text: TEXT })).toEqual({ copied: false })
  for (const input of [undefined, null, 'words', {}, { text: '' }, { text: 7 }, { text: 'x'.repeat(200_001) }])
    await expect(openClipboard(system).copy(input)).rejects.toThrow(TypeError)
})
