import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export type CameraState = 'asking' | 'on' | 'denied' | 'none' | 'busy' | 'lost';

export type Camera = {
  /** For the element that shows it. */
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
  /** The cameras there are, once one of them may be used. */
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
  /** The one asked for; null: whichever the system gives. */
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly retry: () => void;
};

/** Shows a camera in a video element while the component is there: the first that turns away from the user, or the one chosen. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('asking');
  const [cameras, setCameras] = useState<Camera['cameras']>([]);
  /** Each a new object, so that the same camera can be asked for again. */
  const [request, setRequest] = useState<{ readonly wanted: string | null }>({ wanted: null });
  useEffect(() => {
    let wantedStill = true;
    let stream: MediaStream | null = null;
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: constraints(request.wanted) });
      } catch (error) {
        if (wantedStill) {
          setState(failureOf(error));
        }
        return;
      }
      if (!wantedStill || video.current === null) {
        stop(stream);
        return;
      }
      stream.getVideoTracks()[0]?.addEventListener('ended', () => setState('lost'));
      video.current.srcObject = stream;
      await video.current.play().catch(() => undefined);
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (wantedStill) {
        setCameras(devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }) => ({ id: deviceId, name: label })));
        setState('on');
      }
    };
    void open();
    return () => {
      wantedStill = false;
      stop(stream);
    };
  }, [request]);
  const ask = (wanted: string | null) => {
    setState('asking');
    setRequest({ wanted });
  };
  return { video, state, cameras, chosen: request.wanted, choose: ask, retry: () => ask(request.wanted) };
}

function constraints(wanted: string | null): MediaTrackConstraints {
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  return wanted === null ? { ...size, facingMode: { ideal: 'environment' } } : { ...size, deviceId: { exact: wanted } };
}

function stop(stream: MediaStream | null): void {
  stream?.getTracks().forEach((track) => track.stop());
}

function failureOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    default:
      return 'busy';
  }
}
