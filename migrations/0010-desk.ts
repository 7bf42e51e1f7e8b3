import { flag, instant, integer, key, type Migration, oneOf, table, text } from '../src/main/store/schema.ts'

export const desk: Migration = {
  version: 10,
  name: 'desk',
  steps: [
    table('meta', { key: key(), value: text() }),
    table('settings', { key: key(), value: text() }),
    table('keyring', { id: integer({ primary: true }), body: text() }),
    table('users', {
      id: key(),
      login: text({ unique: true }),
      name: text(),
      role: oneOf(['agent', 'lead', 'manager', 'admin']),
      status: oneOf(['active', 'disabled']),
      leadId: text({ nullable: true, references: 'users' }),
      mustChangePassword: flag({ default: 0 }),
      createdAt: instant(),
      lastSignInAt: instant({ nullable: true }),
    }),
    table('numberSeries', { kind: text(), day: text(), last: integer({ min: 1 }) }, ['kind', 'day']),
  ],
}
