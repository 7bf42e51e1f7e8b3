import { useState } from 'react'
import type { GuideRules } from '../../shared/settings/personal.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

/** What the signed-in person has put away of the guide, and how more is put away: at once, and kept for the next time. */
export function useGuide() {
  const { data } = useQuery('settings.mine', {}, { topics: ['settings'] })
  const write = useCommand('settings.writeMine')
  // Who presses twice means two steps: the second builds on the first, kept already or not.
  const [own, setOwn] = useState<GuideRules | null>(null)
  const guide = own ?? data?.guide
  const change = (part: Partial<GuideRules>, isLast: boolean) => {
    if (!data || !guide) return
    const next = { ...guide, ...part }
    setOwn(next)
    // The line goes with its buttons: the focus must be somewhere.
    if (isLast) document.getElementById('content')?.focus()
    void write.run({ ...data, guide: next })
  }
  return { guide, change }
}
