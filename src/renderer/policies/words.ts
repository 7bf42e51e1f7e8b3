import type { Bilingual } from '../../shared/contract.ts'
import type { VersionState } from '../../shared/policies/model.ts'
import { currentLanguage } from '../i18n/use-t.ts'
import type { Tone } from '../ui/badges.tsx'

/** The side of a two-language text that is in use. */
export const side = (): keyof Bilingual => (currentLanguage() === 'en' ? 'en' : 'zh')

export const STATE_TONES: Record<VersionState, Tone> = {
  draft: 'neutral',
  submitted: 'warn',
  rejected: 'bad',
  scheduled: 'info',
  inForce: 'good',
  replaced: 'neutral',
  offered: 'neutral',
  withdrawn: 'neutral',
}

/** A table of codes and names as the options of a select. */
export function optionsOf(names: Readonly<Record<string, Bilingual>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, name]) => ({ value, label: name[side()] }))
}
