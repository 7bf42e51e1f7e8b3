import type { NewCaseForm, SetForm } from '../new-case-form.ts'

/** What every part of the new-case form gets. */
export type FormPart = { form: NewCaseForm; set: SetForm; errors: Readonly<Record<string, string>> }
