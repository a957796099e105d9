import { pair } from '../../../parts/pair.ts';

/** 用摄像头接收: what the chair reads while the frames come in. */
export const receiveTexts = pair(
  {
    open: '用摄像头接收',
    title: '用摄像头接收',
    how: '请专家在“封存导出”页面打开“用二维码交给组长”，把摄像头对准其屏幕，让二维码占满取景框。顺序不限，漏掉的帧会自动补上。',
    asking: '正在打开摄像头，请在弹出的询问中选择允许……',
    waiting: '还没有读到二维码',
    progress: '已还原 {restored}/{needed} 块，读到 {received} 帧',
    bar: '接收进度',
    camera: '摄像头',
    preview: '摄像头画面',
    cancel: '取消接收',
    denied: '没有使用摄像头的许可。请在浏览器地址栏或系统设置中允许本页面使用摄像头，然后重试。',
    none: '没有找到摄像头。请接好摄像头后重试，或请专家改用文件交付。',
    busy: '摄像头打不开，可能正被其他程序使用。请关闭其他程序后重试。',
    lost: '摄像头断开了。请接好后重试，已收到的部分仍在。',
    retry: '重试',
  },
  {
    open: 'Receive by camera',
    title: 'Receive by camera',
    how: 'The expert opens “Hand over by QR codes” on the page Seal and export. Point the camera at that screen so that the code fills the picture. The order does not matter; what is missed comes again.',
    asking: 'Opening the camera; please allow it where you are asked …',
    waiting: 'No QR code read yet',
    progress: '{restored} of {needed} parts restored, {received} frames read',
    bar: 'Progress',
    camera: 'Camera',
    preview: 'What the camera sees',
    cancel: 'Cancel',
    denied: 'The camera is not allowed. Allow it for this page in the browser’s address bar or the system’s settings, then try again.',
    none: 'No camera was found. Connect one and try again, or ask the expert for the file instead.',
    busy: 'The camera does not open; another program may be using it. Close that program and try again.',
    lost: 'The camera was disconnected. Connect it and try again; what was received is still here.',
    retry: 'Try again',
  },
);
