import type { FileRef } from '#shared/api/base.ts';
import type { FramesReceived } from '#shared/api/frames.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import type { Core } from './core.ts';
import { FrameAssembly } from '../frames/frame-assembly.ts';

/** The frames that a camera of this machine is reading; a new reception takes the place of one that was not ended. */
export class FrameReceptions {
  #current: { readonly id: string; readonly assembly: FrameAssembly; file: Promise<FileRef> | null } | null = null;

  /** Takes what the camera read since the last call. Once the bytes are whole they are a handed-over file, like an upload. */
  async receive(
    core: Pick<Core, 'registerFile'>,
    { reception, frames }: { reception: string; frames: readonly string[] },
  ): Promise<FramesReceived> {
    if (this.#current?.id !== reception) {
      this.#current = { id: reception, assembly: new FrameAssembly(), file: null };
    }
    const current = this.#current;
    for (const frame of frames) {
      current.assembly.add(frame);
    }
    const { bytes, ...state } = current.assembly.state();
    if (bytes !== null) {
      current.file ??= core.registerFile(uploadOf(bytes));
    }
    return { ...state, file: await current.file };
  }

  /** Forgets what was read; a file that came of it stays until it is released. */
  forget(reception: string): void {
    this.#current = this.#current?.id === reception ? null : this.#current;
  }
}

function uploadOf(bytes: Uint8Array) {
  const name = exportFileName({ ascii: 'score', chinese: '二维码接收', extension: 'lpscore' });
  return { kind: 'upload' as const, name, relativePath: name, content: once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
