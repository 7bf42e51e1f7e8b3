import type { Bilingual } from '../../../shared/contract.ts'
import { command } from '../command.ts'

type Row = { code: string; name: Bilingual; isActive: boolean }

const LISTS = ['category', 'channel', 'department', 'service'] as const

/** The codes of the lists that a desk keeps itself. */
export const classes = [
  command({
    path: 'class list',
    call: 'classes.list',
    summary: {
      zh: '列出分类、渠道、部门与服务类型的编码',
      en: 'List the codes of categories, channels, departments and types of service',
    },
    needs: 'person',
    options: {
      of: { kind: 'choice', choices: LISTS, meaning: { zh: '只列这一种', en: 'Only this list' } },
      all: { kind: 'flag', meaning: { zh: '包括已停用的', en: 'Retired ones too' } },
    },
    run: async (context, { of, all }) => {
      const { categories, channels, desks, serviceTypes } = await context.ask('classes.list', {})
      const lists: Record<(typeof LISTS)[number], readonly Row[]> = {
        category: categories,
        channel: channels,
        department: desks,
        service: serviceTypes,
      }
      const rows = LISTS.filter((list) => of === undefined || of === list).flatMap((list) =>
        lists[list]
          .filter(({ isActive }) => all || isActive)
          .map(({ code, name, isActive }) => ({ list, code, name, isActive })),
      )
      return { json: rows }
    },
  }),
]
