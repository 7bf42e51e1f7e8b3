import fs from 'node:fs'
import { expect, test } from 'vitest'
import { STEP_TEXTS, saidIn } from '../src/main/rules/said.ts'
import { workflowDefinition } from '../src/shared/workflow/model.ts'
import { fieldsOf, REGISTER_FIELDS } from '../src/shared/workflow/records.ts'

const entry = (kind: string, data: object) => ({ kind, data: JSON.stringify(data) })

test('people’s words are taken from notes, contacts and forms, a desk’s own fields among them, and no code or id', () => {
  expect(
    saidIn([
      entry('noted', { text: '行李舱进水', emits: [] }),
      entry('noted', { isReceipt: true }),
      entry('contacted', {
        ...{ direction: 'inbound', channel: 'phone', person: '柳秘书', text: '催问', templateId: 't1' },
        progress: { steps: '送修', expectedAt: 5, agentContact: '专线' },
      }),
      entry('step', {
        ...{ step: 'confirm', emits: ['confirmed'] },
        recorded: { confirmedFacts: '属实', contactChannel: 'phone', isSolved: true, 'own-m1': '柜台 A7', 'own-m2': 3 },
      }),
      entry('assigned', { from: 'u1', to: 'u2', reason: '换班' }),
      entry('amended', { before: { content: '旧' }, after: { content: '新' }, reason: '更正' }),
    ]),
  ).toEqual([
    { kind: 'noted', text: '行李舱进水' },
    { kind: 'contacted', text: '催问' },
    { kind: 'contacted', text: '柳秘书' },
    { kind: 'contacted', text: '送修' },
    { kind: 'contacted', text: '专线' },
    { kind: 'step', text: '属实' },
    { kind: 'step', text: '柜台 A7' },
  ])
})

test('every free text that a shipped workflow asks for is searched, in the log or as part of the case', () => {
  const shipped = ['complaint', 'simple'].flatMap((name) => {
    const read: unknown = JSON.parse(fs.readFileSync(`resources/policies/workflow-${name}.json`, 'utf8'))
    return (Array.isArray(read) ? read : [read]).flatMap((one) => fieldsOf(workflowDefinition.parse(one)))
  })
  const texts = shipped.filter(({ type }) => type === 'text').map(({ name }) => name)
  expect(texts.length).toBeGreaterThan(20)
  expect([...new Set(texts)].filter((name) => !STEP_TEXTS.includes(name) && !REGISTER_FIELDS.includes(name))).toEqual(
    [],
  )
})
