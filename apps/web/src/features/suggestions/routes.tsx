import { page } from '../../lib/page';

export const routes = [
  page({
    path: 'saran',
    permissions: ['suggestions.use'],
    messages: ['suggestions'],
    load: () => import('./SuggestionsPage'),
  }),
];
