import { placeFileName, travellingFolderName } from '../workspace-place.ts';
import type { Platform } from './platforms.ts';

/** 说明.txt of a portable copy, Chinese first. */
export function readme({ platform, version }: { platform: Platform; version: string }): string {
  const { zh, en } = howToStart(platform);
  return `遴评 ${version}（${platform.name}）

不需要安装，不需要联网，可以直接从 U 盘运行。
${zh}

第一次启动时会问工作区（加密保存的评审数据）放在哪里：
  本机：数据留在这台电脑上，程序在 U 盘上也是如此。
  本文件夹中的“${travellingFolderName}”：数据跟着 U 盘走。
  也可以指定其他文件夹。
选择记在“${placeFileName}”中，可以修改；删除它，下次启动时会再问。用 --workspace 文件夹 启动则只对这一次有效。

启动后，系统浏览器打开遴评的页面，只有这台电脑能访问。关闭启动时出现的窗口（或在其中按 Ctrl+C）就退出遴评。
拔出 U 盘之前请先退出遴评，再安全弹出。

--------

Linping ${version} (${platform.name})

Nothing is installed, no network is needed, and it runs from a stick.
${en}

The first start asks where the workspace (your data, encrypted) is to be kept:
  on this computer: the data stay here, also when the program is on a stick;
  in “${travellingFolderName}” in this folder: the data travel with the stick;
  or in another folder.
Your choice is kept in “${placeFileName}” and can be changed there; without that file the next start asks again. --workspace FOLDER counts for one start only.

The system’s browser opens Linping’s page, which only this computer can reach. Close the window that appeared at the start (or press Ctrl+C in it) to quit Linping.
Quit before you take the stick out, and eject it.
`;
}

function howToStart({ os }: Platform): { zh: string; en: string } {
  switch (os) {
    case 'win32':
      return {
        zh: '解压整个文件夹，双击“遴评.cmd”。如果系统提示“Windows 已保护你的电脑”，点“更多信息”，再点“仍要运行”。',
        en: 'Unpack the whole folder and double-click 遴评.cmd. If Windows says that it protected your PC, choose “More info”, then “Run anyway”.',
      };
    case 'darwin':
      return {
        zh: `解压后双击“遴评.command”。从网上下载的，系统会拦住它：先在“终端”里运行 xattr -dr com.apple.quarantine 加一个空格，再把本文件夹拖进去，按回车。
U 盘上的“遴评.command”双击打不开时，在“终端”里输入 sh 加一个空格，再把它拖进去，按回车。`,
        en: `Unpack and double-click 遴评.command. macOS blocks what was downloaded: first type xattr -dr com.apple.quarantine and a space in Terminal, drag this folder into it and press Enter.
If it does not open from a stick, type sh and a space in Terminal, drag 遴评.command into it and press Enter.`,
      };
    case 'linux':
      return {
        zh: `解压后右键点“遴评.sh”，选“在终端中运行”或“作为程序运行”；或者在终端里运行 sh 遴评.sh。
FAT32、exFAT 的 U 盘不保存“可执行”权限：用 sh 遴评.sh 启动，Node 会复制一份到本机的缓存文件夹（~/.cache/linping，约 150 MB）中运行。`,
        en: `Unpack, right-click 遴评.sh and choose “Run in terminal” or “Run as a program”, or run  sh 遴评.sh  in a terminal.
FAT32 and exFAT sticks keep no permission to run programs: start with  sh 遴评.sh ; a copy of Node then runs from this computer’s cache folder (~/.cache/linping, about 150 MB).`,
      };
  }
}
