import { Refusal } from '../../../shared/failure.ts'
import { command } from '../command.ts'

const count = (zh: string, en: string) => ({ kind: 'count', meaning: { zh, en } }) as const

/** A store of invented people. */
export const demo = [
  command({
    path: 'demo',
    call: null,
    summary: {
      zh: '生成演示数据库：内容均为虚构，密码公开',
      en: 'Make a demo store: everything invented, the passwords public',
    },
    needs: 'nothing',
    usualStore: 'demo.db',
    options: {
      members: count('会员数', 'Members'),
      calls: count('通话数', 'Calls'),
      cases: count('事项数', 'Cases'),
      seed: count('随机种子：相同则内容相同', 'Seed: the same one gives the same contents'),
    },
    run: async ({ store, signal, tell }, args) => {
      const { createDemoStore } = await import('../../demo/create.ts')
      const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
      let told = ''
      const made = await createDemoStore(store, { ...given, now: Date.now() }, (_share, text) => {
        if (signal.aborted) throw new Refusal({ code: 'CANCELLED' })
        if (text.en !== told) tell(text)
        told = text.en
      })
      return { json: made }
    },
  }),
]
