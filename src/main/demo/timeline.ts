import type { Instant } from '../../shared/time.ts'

/** Something that happens in steps: each `yield` waits until a moment. */
export type Story = AsyncGenerator<Instant, void, void>

/** Stories that happen side by side; the earliest next step is always taken first. */
export type Timeline = {
  begin(at: Instant, story: Story): void
  /** Something that happens in one step. */
  once(at: Instant, act: () => Promise<void>): void
  /** Takes every step up to and including a moment; later ones never happen. */
  runUntil(end: Instant, clock: (at: Instant) => Promise<void>): Promise<void>
}

/** Takes the next step and says when the one after it comes, if there is one. */
type Step = () => Promise<Instant | undefined>
type Waiting = { at: Instant; order: number; step: Step }

/** A timeline on which nothing has happened yet. */
export function createTimeline(): Timeline {
  // The latest first, so that the next step is taken from the end.
  const waiting: Waiting[] = []
  let order = 0

  const wait = (at: Instant, step: Step) => {
    order += 1
    const entry = { at, order, step }
    let [low, high] = [0, waiting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isLater(waiting[middle], entry)) low = middle + 1
      else high = middle
    }
    waiting.splice(low, 0, entry)
  }

  return {
    begin: (at, story) => {
      wait(at, async () => {
        const { done, value } = await story.next()
        return done ? undefined : value
      })
    },
    once: (at, act) => {
      wait(at, async () => {
        await act()
        return undefined
      })
    },
    runUntil: async (end, clock) => {
      let now = 0
      for (let next = waiting.pop(); next && next.at <= end; next = waiting.pop()) {
        now = Math.max(now, next.at)
        await clock(now)
        const then = await next.step()
        if (then !== undefined) wait(Math.max(Math.round(then), now), next.step)
      }
    },
  }
}

function isLater(a: Waiting | undefined, b: Waiting): boolean {
  return a !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order))
}
