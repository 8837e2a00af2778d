import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import {
  COMMON_MESSAGES,
  ERROR_MESSAGES,
  LANGUAGES,
  rememberLanguage,
  storedLanguage,
  type Language,
} from './language';
import { readMessages } from './message-files';

export type { Language };

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

export async function startI18n(namespaces: readonly string[] = []): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: storedLanguage(),
      // Both languages have every key (messages.spec.ts), so nobody loads two.
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: [...COMMON_MESSAGES, ...namespaces],
      defaultNS: 'shell',
      fallbackNS: 'shell',
      load: 'currentOnly',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  document.documentElement.lang = currentLanguage();
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'id');

/** Asked for as soon as the first page no longer waits for anything. */
export const loadErrorMessages = (): Promise<void> => loadMessages([ERROR_MESSAGES]);

export function loadMessages(namespaces: readonly string[]): Promise<void> {
  return i18next.loadNamespaces(namespaces);
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
