import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import '../app/base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AnswersProvider } from '../app/answers/answers-context.tsx';
import { lastAppearance } from '../app/appearance.ts';
import { connectToCore } from '../app/core-link.ts';
import { isConnectionLost } from '../app/connection/connection-lost.ts';
import { coreOver, CoreProvider } from '../app/core.tsx';
import { createQueries, followConnection } from '../app/freshness.ts';
import { createAppRouter } from './routes.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { startTexts } from './all-texts.ts';
import { cssVariables, theme } from '../app/theme.ts';

const connection = connectToCore();
const root = createRoot(document.querySelector('#root') ?? document.body);
const { language, textSize } = lastAppearance();
document.documentElement.dataset['textSize'] = textSize;
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
const schemes = localStorageColorSchemeManager({ key: 'linping.colours' });

async function start(): Promise<void> {
  await startTexts(language);
  const core = await coreOver(await connection);
  const queries = createQueries();
  followConnection(core.connection, queries);
  const router = createAppRouter();
  root.render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemes} defaultColorScheme="auto">
        <CoreProvider value={core}>
          <QueryClientProvider client={queries}>
            <AnswersProvider>
              <ModalsProvider>
                <Notifications position="bottom-right" />
                <RouterProvider router={router} />
              </ModalsProvider>
            </AnswersProvider>
          </QueryClientProvider>
        </CoreProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

// The band says it; what was asked for is asked again, or shown as not done where it was asked.
window.addEventListener('unhandledrejection', (event) => {
  if (isConnectionLost(event.reason)) {
    event.preventDefault();
  }
});

start().catch((error: unknown) => {
  root.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables}>
      <ErrorScreen error={error} />
    </MantineProvider>,
  );
});
