import type { Instant } from '../../shared/time.ts'

/** Something that happens in steps: each `yield` waits until a moment. */
export type Story = AsyncGenerator<Instant, void, void>

/** Stories that happen side by side; the earliest next step is always taken first. */
export type Timeline = {
  begin(at: Instant, story: Story): void
  /** Takes every step up to and including a moment; later ones never happen. */
  runUntil(end: Instant, clock: (at: Instant) => Promise<void>): Promise<void>
}

type Waiting = { at: Instant; order: number; story: Story }

/** A timeline on which nothing has happened yet. */
export function createTimeline(): Timeline {
  // The latest first, so that the next step is taken from the end.
  const waiting: Waiting[] = []
  let order = 0

  const wait = (at: Instant, story: Story) => {
    order += 1
    const entry = { at, order, story }
    let [low, high] = [0, waiting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isLater(waiting[middle], entry)) low = middle + 1
      else high = middle
    }
    waiting.splice(low, 0, entry)
  }

  return {
    begin: wait,
    runUntil: async (end, clock) => {
      let now = 0
      for (let next = waiting.pop(); next && next.at <= end; next = waiting.pop()) {
        now = Math.max(now, next.at)
        await clock(now)
        const step = await next.story.next()
        if (!step.done) wait(Math.max(Math.round(step.value), now), next.story)
      }
    },
  }
}

function isLater(a: Waiting | undefined, b: Waiting): boolean {
  return a !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order))
}
