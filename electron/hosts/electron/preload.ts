import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HostBridge } from '#shared/api/bridge.ts';
import { portMessage } from '#shared/api/bridge.ts';
import { channels } from './channels.ts';

/** The only script with a foot in both worlds: paths stay on this side of it, and the page gets functions, not Electron. */
const bridge: HostBridge<File> = {
  registerFiles(files, relativePaths) {
    const paths = files.map((file, index) => ({
      path: webUtils.getPathForFile(file),
      name: file.name,
      relativePath: relativePaths[index] ?? file.name,
    }));
    return ipcRenderer.invoke(channels.registerFiles, paths);
  },
  takeOpenedFiles: () => ipcRenderer.invoke(channels.takeOpenedFiles),
  onCoreGone(listener) {
    ipcRenderer.on(channels.coreGone, () => listener());
  },
  onOpenedFiles(listener) {
    ipcRenderer.on(channels.openedFiles, () => listener());
  },
};

contextBridge.exposeInMainWorld('linping', bridge);

ipcRenderer.on(channels.port, (event) => {
  window.postMessage(portMessage, window.location.origin, [...event.ports]);
});
// By then the page's module scripts have run and listen for the port.
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send(channels.connect));
