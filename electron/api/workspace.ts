import { settingsSchema, type Settings } from '#shared/api/workspace.ts';
import { canonicalBytes } from '../packages/canonical.ts';
import { RefusedError, valueOf } from '#shared/result.ts';
import { exportFileName } from '#shared/packages/file-names.ts';
import { saveExport } from '../core/save-export.ts';
import { api } from './base.ts';

const defaultSettings: Settings = { language: 'zh', textSize: 'standard', colours: 'system' };

/** What the host around the page can do. */
export const hostRouter = {
  capabilities: api.host.capabilities.handler(({ context: { core } }) => ({
    host: core.host.kind,
    version: core.version,
    fileDialogs: core.host.dialogs !== null,
  })),
};

/** Files in and out, where the host has dialogs. */
export const filesRouter = {
  choose: api.files.choose.handler(async ({ input, context: { core } }) => {
    if (core.host.dialogs === null) {
      throw new RefusedError('files/no-dialogs');
    }
    const chosen = await core.host.dialogs.chooseFiles(input);
    return Promise.all(chosen.map((source) => core.registerFile(source)));
  }),
  save: api.files.save.handler(async ({ input, context: { core } }) => {
    const dialogs = core.host.dialogs;
    if (dialogs === null) {
      throw new RefusedError('files/no-dialogs');
    }
    const waiting = core.opened().exports;
    const found = waiting.find(input.id);
    if (found === null) {
      throw new RefusedError('files/released');
    }
    const target = await dialogs.saveFile({ suggestedName: found.ref.name });
    return target === null ? null : valueOf(await saveExport({ chunks: found.chunks(), bytes: found.ref.bytes, target }));
  }),
  release: api.files.release.handler(async ({ input, context: { core } }) => {
    const { files, exports } = core.opened();
    await files.release(input.ids);
    await exports.release(input.ids);
  }),
};

/** The workspace: made, opened, locked; who I am; how it looks. */
export const workspaceRouter = {
  state: api.workspace.state.handler(({ context: { core } }) => core.state()),
  create: api.workspace.create.handler(async ({ input, context: { core } }) => {
    valueOf(await core.create(input));
    return core.state();
  }),
  unlock: api.workspace.unlock.handler(async ({ input, context: { core } }) => {
    valueOf(await core.unlock(input.passphrase));
    return core.state();
  }),
  lock: api.workspace.lock.handler(async ({ context: { core } }) => {
    await core.lock();
    return core.state();
  }),
  changePassphrase: api.workspace.changePassphrase.handler(async ({ input, context: { core } }) => {
    valueOf(await core.opened().workspace.changePassphrase(input));
  }),
  exportCard: api.workspace.exportCard.handler(({ context: { core } }) => {
    const { workspace, exports } = core.opened();
    const identity = workspace.stores.identity.current();
    if (identity === null) {
      throw new Error('an open workspace has an identity');
    }
    return exports.addBytes(exportFileName({ ascii: 'card', chinese: identity.name, extension: 'lpcard' }), canonicalBytes(identity.card));
  }),
  settings: api.workspace.settings.handler(
    ({ context: { core } }) => core.opened().workspace.stores.settings.get('appearance', settingsSchema) ?? defaultSettings,
  ),
  saveSettings: api.workspace.saveSettings.handler(({ input, context: { core } }) => {
    core.opened().workspace.stores.settings.set('appearance', input);
    return input;
  }),
};
