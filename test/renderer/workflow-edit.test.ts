import { expect, test } from 'vitest'
import { shippedWorkflow } from '../../src/main/rules/packs.ts'
import { checkWorkflow } from '../../src/main/rules/workflow-check.ts'
import {
  choicesFrom,
  choicesText,
  isFixedStage,
  knownFields,
  newStage,
  newStep,
  putStage,
  withoutStage,
} from '../../src/renderer/policies/workflow-edit.ts'

const complaints = shippedWorkflow('complaint')

test('a stage goes with the steps that lead to it, and steps from many stages lose only that one', () => {
  const left = withoutStage(complaints, 'waitingPartner')
  expect(left.states.map(({ id }) => id)).not.toContain('waitingPartner')
  expect(left.transitions.map(({ id }) => id)).not.toContain('waitPartner')
  expect(left.transitions.map(({ id }) => id)).not.toContain('partnerBack')
  expect(left.transitions.find(({ id }) => id === 'withdraw')?.from).toEqual(
    complaints.transitions.find(({ id }) => id === 'withdraw')?.from.filter((id) => id !== 'waitingPartner'),
  )
  expect(checkWorkflow({ ...complaints, ...left })).toEqual([])
})

test('the stages that registering needs stay, whatever the others are called', () => {
  const fixed = complaints.states.filter(({ id }) => isFixedStage(complaints, id)).map(({ id }) => id)
  expect(fixed).toEqual(['draft', 'registered'])
})

test('a new stage and a new step have ids that no version had before', () => {
  const stage = newStage(1_790_000_000_000)
  const step = newStep(complaints, 1_790_000_000_001, stage.id)
  expect([stage.id, step.id, step.from]).toEqual(['own-mubbs7i8', 'own-mubbs7i9', [stage.id]])
})

test('a new stage stands before the first end, a changed one where it was', () => {
  const stage = newStage(1)
  const added = putStage(complaints.states, stage).map(({ id }) => id)
  expect(added.slice(added.indexOf(stage.id), added.indexOf(stage.id) + 2)).toEqual([stage.id, 'closed'])
  const [first] = complaints.states
  expect(first && putStage(complaints.states, first)).toEqual(complaints.states)
})

test('fields of the form of registration are not offered for other steps', () => {
  const names = knownFields(complaints).map(({ name }) => name)
  expect(names).toContain('measures')
  expect(names).not.toContain('content')
})

test('choices are two lines or more, each once; without English the Chinese stands for both', () => {
  const given = choicesFrom('合格 / Good\n 待改进 \n')
  expect(given).toEqual({
    options: ['合格', '待改进'],
    optionNames: { 合格: { zh: '合格', en: 'Good' }, 待改进: { zh: '待改进', en: '待改进' } },
  })
  expect([choicesFrom('合格'), choicesFrom('合格\n合格 / Good')]).toEqual([undefined, undefined])
  const field = { name: 'own-a', type: 'choice', isRequired: true, label: { zh: '结论', en: 'Finding' } } as const
  expect(choicesText({ ...field, ...given })).toBe('合格 / Good\n待改进')
})
