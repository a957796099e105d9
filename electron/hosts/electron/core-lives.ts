import type { CoreProcess } from './core-process.ts';

/** A core that ends this often within a minute would end again: it is not started any more. */
const mostEndings = 3;
const withinMilliseconds = 60_000;

type Settings = {
  readonly start: () => CoreProcess;
  readonly now: () => number;
  /** The core ended by itself. */
  readonly onGone: () => void;
  /** Another one was started, with its workspace locked. */
  readonly onBack: () => void;
  /** It ended too often. */
  readonly onGivenUp: (code: number) => void;
};

export type LivingCore = Pick<CoreProcess, 'openEvidence' | 'connectPage' | 'close'> & Pick<CoreProcess['ask'], 'registerFile'>;

/** Keeps a core process running: when it ends by itself another is started, so that what the page holds can still be kept. */
export function keepCoreRunning({ start, now, onGone, onBack, onGivenUp }: Settings): LivingCore {
  let current = start();
  let closing = false;
  let endings: number[] = [];

  async function watch(): Promise<void> {
    for (;;) {
      const code = await current.exited;
      if (closing) {
        return;
      }
      onGone();
      endings = [...endings.filter((at) => now() - at < withinMilliseconds), now()];
      if (endings.length > mostEndings) {
        onGivenUp(code);
        return;
      }
      current = start();
      onBack();
    }
  }
  void watch();

  return {
    registerFile: (file) => current.ask.registerFile(file),
    openEvidence: (sha256) => current.openEvidence(sha256),
    connectPage: () => current.connectPage(),
    async close() {
      closing = true;
      await current.close();
    },
  };
}
