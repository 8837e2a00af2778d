export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'ekinerja.language';

export function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'id';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
