import { alone } from './lock.mjs'
import { mention, say } from './say.mjs'

const HEARTBEAT_MS = 20_000

const seconds = (sinceMs) => `${Math.round((Date.now() - sinceMs) / 1000)} s`

async function timed(title, work) {
  const startedAt = Date.now()
  say(`  … ${title}`)
  const heartbeat = setInterval(() => say(`    still working, ${seconds(startedAt)} 仍在进行`), HEARTBEAT_MS)
  try {
    const made = await work()
    if (made?.without) say(`  – ${title} — ${made.without}`)
    else say(`  ✓ ${title} — ${made ? `${made}, ` : ''}${seconds(startedAt)}`)
  } finally {
    clearInterval(heartbeat)
  }
}

/**
 * Does one step of the set-up unless its result is there already; steps of two set-ups never run at the same time.
 * `isDone` answers whether the result is there; `work` may answer a short text about what it made,
 * or { without: reason } when the set-up goes on without it.
 */
export async function step({ title, isDone, work }) {
  const alreadyThere = () => mention(`  ✓ ${title} — already there 已就绪`)
  if (await isDone()) return alreadyThere()
  await alone(async () => {
    if (await isDone()) alreadyThere()
    else await timed(title, work)
  })
}
