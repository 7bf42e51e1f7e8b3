/** Names of fields in both languages, by the field's name in a call. */
export type FieldNames = Readonly<Record<string, readonly [zh: string, en: string]>>
