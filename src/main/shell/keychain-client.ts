import type { Keychain } from '../engine/keychain.ts'
import type { FromEngine, KeychainAnswer, KeychainQuestion, ToEngine } from './engine-messages.ts'

/** The keychain as the engine's thread reaches it: each question goes to the main process and comes back as a message. */
export function keychainClient(send: (message: FromEngine) => void) {
  const waiting = new Map<number, (answer: KeychainAnswer) => void>()
  let nextId = 1
  const ask = (question: KeychainQuestion) =>
    new Promise<KeychainAnswer>((resolve) => {
      const id = nextId++
      waiting.set(id, resolve)
      send({ kind: 'keychain', id, ...question })
    })
  const bytesOf = (answer: KeychainAnswer) => ('bytes' in answer ? answer.bytes : undefined)
  const keychain: Keychain = {
    backend: async () => {
      const answer = await ask({ ask: 'backend' })
      return 'backend' in answer ? answer.backend : null
    },
    seal: async (secret) => {
      const answer = await ask({ ask: 'seal', bytes: secret })
      const sealed = bytesOf(answer)
      if (!sealed) throw new Error('error' in answer ? answer.error : 'the keychain sealed nothing')
      return sealed
    },
    open: async (sealed) => bytesOf(await ask({ ask: 'open', bytes: sealed })),
  }
  return {
    keychain,
    hear({ id, ...answer }: Extract<ToEngine, { kind: 'keychain' }>): void {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    },
  }
}
