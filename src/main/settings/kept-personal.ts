import { z } from 'zod'
import { personalSettings } from '../../shared/settings/personal.ts'

/** The kinds of notices there were while people chose what to be told of, instead of what not. */
const CHOSEN_AMONG = ['breach', 'warning', 'assigned', 'promise', 'todo']

const before = z.looseObject({ notices: z.looseObject({ kinds: z.array(z.string()) }) })

/** What is kept of a person, also as an earlier version wrote it: what was switched off then stays so, newer kinds are on. */
export const keptPersonal = z.preprocess((kept) => {
  const old = before.safeParse(kept)
  if (!old.success) return kept
  const { kinds, ...notices } = old.data.notices
  return { ...old.data, notices: { ...notices, muted: CHOSEN_AMONG.filter((kind) => !kinds.includes(kind)) } }
}, personalSettings)
