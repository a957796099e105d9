import { useNavigate } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useCore } from './core.tsx';

let arrivals = 0;
const listeners = new Set<() => void>();
let listening = false;

/** Goes to the rounds when the user opened a package file from the file manager; the rounds take it in. */
export function useOpenedFiles(): void {
  const { files } = useCore();
  const navigate = useNavigate();
  useEffect(() => {
    if (!listening) {
      listening = true;
      files.onOpened(() => {
        arrivals += 1;
        void navigate({ to: '/' });
        for (const listener of listeners) {
          listener();
        }
      });
    }
  }, [files, navigate]);
}

/** Grows whenever files were opened from the file manager. */
export function useArrivals(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => arrivals,
  );
}
