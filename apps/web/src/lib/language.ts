export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Messages that every screen reads. */
export const COMMON_MESSAGES = ['shell', 'errors'] as const;

const STORED = 'ekinerja.language';

export function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'id';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
