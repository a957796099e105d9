import { pair } from '../../../parts/pair.ts';

/** 用二维码交给组长: what the expert reads while the frames are shown. */
export const framesTexts = pair(
  {
    open: '用二维码交给组长',
    openHint: '不能用 U 盘时：屏幕连续播放二维码，组长用摄像头接收。照片、签名等附件不随二维码传送。',
    title: '用二维码交给组长',
    how: '请组长在“汇总”页面点“用摄像头接收”，把摄像头对准下面的二维码，收齐后组长的屏幕会提示。本机不知道对方收到多少。',
    following_other: '另有 {count} 个附件（照片、签名）没有传送，须另行用 U 盘或纸质材料补交。',
    frame: '第 {frame}/{count} 帧',
    size: '每帧数据',
    size_small: '少',
    size_medium: '中',
    size_large: '多',
    speed: '每秒帧数',
    pause: '暂停',
    play: '继续播放',
    keys: 'P：暂停或继续，Esc：关闭',
    facts: '第 {sequence} 版，{size}，至少 {fragments} 帧，播放一遍约 {time}',
    picture: '二维码，第 {frame} 帧，共 {count} 帧',
    slower: '组长收得慢时，把每帧数据调少或放慢播放。更改每帧数据后，对方须从头接收。',
  },
  {
    open: 'Hand over by QR codes',
    openHint:
      'Where no USB stick is allowed: this screen plays QR codes, the chair receives them by camera. Photos and signatures do not travel in them.',
    title: 'Hand over by QR codes',
    how: 'The chair selects “Receive by camera” on the Merge page and points the camera at the code below; the chair’s screen says when all of it has arrived. This machine cannot know how much was received.',
    following_one: '{count} attachment (photo, signature) was not sent; hand it in on a stick or on paper.',
    following_other: '{count} attachments (photos, signatures) were not sent; hand them in on a stick or on paper.',
    frame: 'Frame {frame} of {count}',
    size: 'Data in a frame',
    size_small: 'Little',
    size_medium: 'Medium',
    size_large: 'Much',
    speed: 'Frames a second',
    pause: 'Pause',
    play: 'Go on',
    keys: 'P: pause or go on, Esc: close',
    facts: 'Version {sequence}, {size}, at least {fragments} frames, once through takes about {time}',
    picture: 'QR code, frame {frame} of {count}',
    slower:
      'If little arrives, put less data in a frame or play more slowly. After a change of the data in a frame the chair receives from the beginning.',
  },
);
