import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceState } from '#shared/api/workspace.ts';
import { RefusalNote } from '../parts/refusal-note.tsx';
import { CreateWorkspace } from '../screens/unlock/create-workspace.tsx';
import { UnlockWorkspace } from '../screens/unlock/unlock-workspace.tsx';
import { useWorkspaceAppearance } from '../app/appearance.ts';
import { useCore } from '../app/core.tsx';
import { useAnswers } from '../app/answers/answers-context.tsx';
import { useOpenedFiles } from '../app/opened-files.ts';
import { useWindows } from './windows/use-windows.ts';
import { WindowsBand } from './windows/windows-band.tsx';
import { ConnectionBand } from './connection-band.tsx';
import { Header } from './header.tsx';
import styles from './shell.module.css';

/** The window: first the door (create or unlock), behind it the header and the screens. */
export function Shell() {
  const { api } = useCore();
  const workspace = useQuery(api.workspace.state.queryOptions());
  const isOpen = workspace.data?.state === 'open';
  // Inside, the band stands under the header.
  return (
    <>
      {!isOpen && <ConnectionBand />}
      <DoorOrWindow workspace={workspace} />
    </>
  );
}

type Workspace = { readonly data: WorkspaceState | undefined; readonly error: Error | null };

function DoorOrWindow({ workspace }: { workspace: Workspace }) {
  if (workspace.data === undefined) {
    return (
      <Center h="100dvh">
        {workspace.error === null ? <Loader role="status" aria-label="…" /> : <RefusalNote error={workspace.error} />}
      </Center>
    );
  }
  switch (workspace.data.state) {
    case 'none':
      return <CreateWorkspace folder={workspace.data.folder} />;
    case 'locked':
      return <UnlockWorkspace folder={workspace.data.folder} />;
    case 'open':
      return <OpenWorkspace name={workspace.data.person.name} />;
  }
}

function OpenWorkspace({ name }: { name: string }) {
  const answers = useAnswers();
  // What waited while the workspace was locked, here or in another window, goes now.
  useEffect(() => answers.resume(), [answers]);
  useWorkspaceAppearance();
  useOpenedFiles();
  // The clock on a second screen stands alone: nobody works in that window.
  return useLocation().pathname.startsWith('/clock/') ? <ClockWindow /> : <WorkWindow name={name} />;
}

function ClockWindow() {
  useWindows('clock');
  return (
    <>
      <ConnectionBand />
      <Outlet />
    </>
  );
}

function WorkWindow({ name }: { name: string }) {
  const { t } = useTranslation('shell');
  const windows = useWindows('work');
  return (
    <div className={styles['page']}>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {t('skip')}
      </a>
      <div>
        <Header name={name} />
        <WindowsBand count={windows} />
        <ConnectionBand />
      </div>
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </div>
  );
}

/** The address after `#` belongs to the router, so the link moves the focus itself. */
function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
