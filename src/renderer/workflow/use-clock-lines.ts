import { CLOCK_KIND_NAMES } from '../../shared/targets/model.ts'
import type { StepClocks } from '../../shared/workflow/model.ts'
import { useT } from '../i18n/use-t.ts'
import { useNameOf } from './use-name-of.ts'

const EFFECTS = ['starts', 'stops', 'pauses', 'resumes', 'cancels'] as const

/** What a step does to the limits, a line for each kind of effect that it has. */
export function useClockLines(clocks: StepClocks | undefined): string[] {
  const t = useT('workflow')
  const nameOf = useNameOf()
  if (!clocks) return []
  const lines = EFFECTS.filter((effect) => clocks[effect].length > 0).map((effect) =>
    t(`state.${effect}`, { names: clocks[effect].map((kind) => nameOf(CLOCK_KIND_NAMES[kind])).join(' · ') }),
  )
  return clocks.endsAll ? [...lines, t('state.endsAll')] : lines
}
