import { Center, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../parts/notice.tsx';
import styles from '../evidence.module.css';
import { Paper } from '../paper/paper.tsx';
import type { Turns } from '../paper/region.ts';
import { boxOf, turned } from '../paper/region.ts';
import type { Size } from '../paper/size.ts';
import { turnedSize } from '../paper/size.ts';
import { ScrollFrame } from '../paper/scroll-frame.tsx';
import { useCentredZoom } from '../paper/use-centred-zoom.ts';
import { useFrameSize } from '../paper/use-frame-size.ts';
import { usePointerZoom } from '../paper/use-pointer-zoom.ts';
import { useRegion } from '../paper/use-region.ts';
import { useZoom } from '../paper/use-zoom.ts';
import { useZoomTools } from '../paper/zoom-tools.ts';
import type { Tool } from '../toolbar.tsx';
import { Toolbar, toolKeys } from '../toolbar.tsx';
import type { ViewProps } from '../view-props.ts';
import { PhotoFacts } from './photo-facts.tsx';
import { useDragToPan } from './use-drag-to-pan.ts';

/** A picture: zoom, pan, rotate, fit, and what its camera wrote into it. */
export function ImageView({ url, attachment, shown, onChange, marks }: ViewProps) {
  const { t } = useTranslation('evidence');
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const frame = useFrameSize(scroller);
  const [natural, setNatural] = useState<Size | null>(null);
  const [turns, setTurns] = useState<Turns>(0);
  const [broken, setBroken] = useState(false);
  const [factsOpen, setFactsOpen] = useState(false);
  const content = natural ?? { width: 4, height: 3 };
  const zoom = useZoom({ frame, content: turnedSize(content, turns), margin: 16, first: 'page' });
  const region = useRegion({ shown, onChange, marks, onEnd: () => scroller?.focus({ preventScroll: true }) });
  const { selecting, ...marked } = region.on(null);
  usePointerZoom(scroller, zoom.zoomBy);
  useCentredZoom(scroller, zoom.scale);
  const pan = useDragToPan(scroller);
  const { target } = shown;
  const paper = useRef<HTMLDivElement>(null);
  const ready = natural !== null && frame.width > 0;
  useEffect(() => {
    if (ready && scroller !== null && paper.current !== null && target !== null && target.region !== null) {
      const { left, top } = turned(boxOf(target.region), turns);
      scroller.scrollTo({ left: left * paper.current.clientWidth - 40, top: top * paper.current.clientHeight - 40 });
    }
    // Once for every place asked for.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target, ready]);
  const size = turnedSize({ width: content.width * zoom.scale, height: content.height * zoom.scale }, turns);
  const tools: Tool[] = [
    ...useZoomTools({ zoom, turns, onTurns: setTurns }),
    region.tool,
    { label: t('photoFacts'), icon: IconInfoCircle, action: 'facts', on: factsOpen, act: () => setFactsOpen(!factsOpen) },
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['document']} onKeyDown={toolKeys(tools)}>
      <Toolbar label={attachment.name} tools={tools}>
        <Text size="sm" className="numbers" miw="3.2rem">
          {Math.round(zoom.scale * 100)}%
        </Text>
      </Toolbar>
      {region.hint !== null && <p className={styles['hint']}>{region.hint}</p>}
      <div className={styles['beside']}>
        <ScrollFrame ref={setScroller} label={attachment.name} data-pans="" {...(selecting === null ? pan : {})}>
          {broken ? (
            <Center p="xl">
              <Notice tone="bad" icon="problem" role="alert">
                {t('imageBroken')}
              </Notice>
            </Center>
          ) : (
            <div ref={paper} className={styles['pictureSpace']} style={{ visibility: ready ? 'visible' : 'hidden' }}>
              <Paper label={attachment.name} size={size} turns={turns} {...marked} selecting={selecting}>
                <img
                  src={url}
                  alt={attachment.name}
                  draggable={false}
                  className={styles['photo']}
                  style={{
                    width: content.width * zoom.scale,
                    height: content.height * zoom.scale,
                    transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
                  }}
                  onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
                  onError={() => setBroken(true)}
                />
              </Paper>
            </div>
          )}
        </ScrollFrame>
        {factsOpen && <PhotoFacts url={url} bytes={attachment.bytes} size={natural} />}
      </div>
    </div>
  );
}
