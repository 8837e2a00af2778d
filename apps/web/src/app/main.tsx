import './mantine-styles';
import './portal.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startI18n } from '../lib/i18n';
import { Providers } from './providers';
import { createPortalRouter } from './router';

const root = createRoot(document.getElementById('root')!);

void startI18n().then(() => {
  const router = createPortalRouter();
  root.render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
});
