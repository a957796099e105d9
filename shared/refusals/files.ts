/** Why a file that a user handed over, or was offered, can't be used. */
export const filesRefusals = {
  'files/released': {
    zh: '所选文件已不在手边。请重新选择。',
    en: 'The chosen file is no longer at hand. Choose it again.',
  },
  'files/no-dialogs': {
    zh: '本窗口在浏览器中运行，没有系统对话框。请用页面上的选择和下载按钮。',
    en: 'This window runs in a browser and has no system dialogs. Use the choose and download buttons of the page.',
  },
} as const;
