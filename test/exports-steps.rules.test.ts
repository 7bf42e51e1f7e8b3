import { expect, test } from 'vitest'
import { stepWords } from '../src/main/exports/step-words.ts'
import { shippedWorkflow } from '../src/main/rules/packs.ts'
import type { WorkflowDefinition } from '../src/shared/workflow/model.ts'

const shipped = shippedWorkflow('complaint')
const own: WorkflowDefinition = {
  ...shipped,
  transitions: shipped.transitions.map((step) =>
    step.id === 'finish'
      ? {
          ...step,
          fields: [
            {
              ...{ name: 'own-grade', type: 'choice', isRequired: true, label: { zh: '质检结论', en: 'Finding' } },
              ...{ options: ['合格'], optionNames: { 合格: { zh: '合格', en: 'Good' } } },
            },
          ],
        }
      : step,
  ),
}

const row = (data: unknown) => ({
  ...{ caseId: 'c', seq: 4, at: 1, recordedAt: 1, actorId: 'u', kind: 'step' as const },
  ...{ fromState: 'investigating', toState: 'replied', data: data as string },
})

test('a step on paper has the name of its stage and what the desk’s own fields recorded, in both languages', () => {
  const entry = row(JSON.stringify({ recorded: { 'own-grade': '合格', measures: '已致歉' } }))
  expect([stepWords(entry, own, 'zh-CN'), stepWords(entry, own, 'en')]).toEqual([
    'step → 已答复 · 质检结论：合格',
    'step → Answered · Finding: Good',
  ])
})

test('what a profile replaced, and a case whose workflow is not at hand, are printed as they are', () => {
  expect(stepWords(row(null), own, 'zh-CN')).toBe('step → 已答复')
  expect(stepWords(row('（已遮盖）'), undefined, 'zh-CN')).toBe('step → replied')
})
