import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { FileRef } from '#shared/api/base.ts';
import type { FramesReceived } from '#shared/api/frames.ts';
import { longestFrame } from '#shared/qr/frames.ts';
import { useCore } from '../../../app/core.tsx';
import { readCode } from './read-code.ts';

/** Milliseconds between two pictures that are looked at; the quickest sender shows a frame for 60. */
const pause = 30;

/**
 * Reads frames from a running video and gives each new one to the core, until the package is whole. What was read stays while the camera
 * is changed; leaving forgets it.
 */
export function useReception(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  onFile: (file: FileRef) => void,
): { readonly state: FramesReceived | null; readonly failure: unknown } {
  const { client } = useCore();
  const [reception] = useState(() => crypto.randomUUID());
  const [state, setState] = useState<FramesReceived | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const seen = useRef(new Set<string>());
  const done = useRef(onFile);
  useEffect(() => {
    done.current = onFile;
  });
  useEffect(() => () => void client.frames.forget({ reception }).catch(() => undefined), [client, reception]);
  useEffect(() => {
    if (!running) {
      return undefined;
    }
    const canvas = document.createElement('canvas');
    const waiting: string[] = [];
    let wanted = true;
    let sending = false;
    const send = async () => {
      sending = true;
      try {
        while (waiting.length > 0 && wanted) {
          const received = await client.frames.receive({ reception, frames: waiting.splice(0, 100) });
          if (wanted) {
            setState(received);
          }
          if (wanted && received.file !== null) {
            wanted = false;
            done.current(received.file);
          }
        }
      } catch (error) {
        setFailure(error);
      } finally {
        sending = false;
      }
    };
    const look = () => {
      const text = video.current === null ? null : readCode(video.current, canvas);
      if (text !== null && text.length <= longestFrame && !seen.current.has(text)) {
        seen.current.add(text);
        waiting.push(text);
        if (!sending) {
          void send();
        }
      }
      timer = wanted ? setTimeout(look, pause) : timer;
    };
    let timer = setTimeout(look, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, reception, running, video]);
  return { state, failure };
}
