import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readMessages } from './message-files';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
const STORED = 'ekinerja.language';

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    readMessages(language, namespace).then(
      (messages) => callback(null, messages),
      (error: unknown) => callback(error as Error, false),
    );
  },
};

function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'id';
}

export async function startI18n(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      fallbackLng: 'id',
      supportedLngs: LANGUAGES,
      ns: ['shell', 'errors'],
      defaultNS: 'shell',
      fallbackNS: 'shell',
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = currentLanguage();
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'id');

export function loadMessages(namespaces: readonly string[]): Promise<void> {
  return i18next.loadNamespaces(namespaces);
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
