import { command } from '../command.ts'

const EVERY_CHANGE = 1_000_000

/** Rating the members. */
export const tiers = [
  command({
    path: 'tier run',
    call: 'tiers.run',
    needs: 'person',
    options: {
      'dry-run': { kind: 'flag', meaning: { zh: '只显示变动，不保存', en: 'Show the changes and store nothing' } },
    },
    run: async (context, { 'dry-run': dryRun }) => {
      const { language } = context
      const { rated, changes } = await context.ask('tiers.run', { dryRun, language, limit: EVERY_CHANGE })
      const rows = changes.map(({ card, name, from, to, change, validUntil, reason }) => ({
        card,
        name,
        from,
        to,
        change,
        validUntil,
        reason,
      }))
      return { json: { rated, changes: rows } }
    },
  }),
]
