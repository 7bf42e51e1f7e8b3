/** The logins that a text names, `@li` for li, each once; a full stop after one ends the sentence, not the login. */
export function mentionedIn(text: string): string[] {
  const named = [...text.matchAll(/(?<![\w.])@([a-z][a-z0-9._-]*)/g)].map(([, login = '']) =>
    login.replace(/[._-]+$/, ''),
  )
  return [...new Set(named)].filter((login) => login.length >= 2 && login.length <= 32)
}
