export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Words that every screen reads from its first drawing. */
export const COMMON_MESSAGES = ['shell'] as const;
/** Words of refusals: every page has them, the first ones a moment after they are drawn. */
export const ERROR_MESSAGES = 'errors';

const STORED = 'ekinerja.language';

export function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'id';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
