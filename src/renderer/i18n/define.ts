/** Sentences of one feature: nested groups of text, with `{{name}}` where a value goes. */
export type Texts = { readonly [key: string]: string | Texts }

/** The same groups and keys, any wording. */
export type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> }

/** Both languages of one feature. */
export type TextPair<T extends Texts = Texts> = { readonly zh: T; readonly en: SameShape<T> }

/** Pairs the Chinese texts with English ones; a key that is missing or too many in English does not compile. */
export function defineTexts<const T extends Texts>(zh: T, en: NoInfer<SameShape<T>>): TextPair<T> {
  return { zh, en }
}

/** `group.key` for every sentence of a feature. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`
}[keyof T & string]

/** The sentence behind a key, as its literal type. */
export type TextAt<T, K extends string> = K extends keyof T
  ? T[K]
  : K extends `${infer Group}.${infer Rest}`
    ? Group extends keyof T
      ? TextAt<T[Group], Rest>
      : never
    : never

/** Names of the values a sentence wants. */
export type ParamNames<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | ParamNames<Rest> : never
