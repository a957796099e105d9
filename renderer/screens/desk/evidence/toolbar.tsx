import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { keyName } from '../../../parts/keys/key-table.ts';
import styles from './evidence.module.css';

/** Something that can be done to what is shown, by a button or by its key while the evidence has the focus. */
export type Tool = {
  readonly label: string;
  readonly icon: Icon;
  readonly key: string;
  readonly act: () => void;
  /** Of a tool that is switched on and off. */
  readonly on?: boolean;
  readonly disabled?: boolean;
};

export function Toolbar({ label, tools, children }: { label: string; tools: readonly Tool[]; children?: ReactNode }) {
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={label}>
      {children}
      {tools.map(({ label: name, icon: Sign, key, act, on, disabled = false }) => (
        <Tooltip label={`${name} (${key})`} key={name} openDelay={400}>
          <ActionIcon
            variant={on === true ? 'light' : 'subtle'}
            size="lg"
            aria-label={name}
            aria-keyshortcuts={key}
            aria-pressed={on}
            disabled={disabled}
            onClick={act}
          >
            <Sign size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

/** The tools' keys, for whoever holds the focus inside. */
export function toolKeys(tools: readonly Tool[]) {
  return (event: React.KeyboardEvent) => {
    if (isTyping(event)) {
      return;
    }
    const name = keyName(event);
    const tool = tools.find(({ key, disabled }) => key === name && disabled !== true);
    if (tool !== undefined) {
      event.preventDefault();
      tool.act();
    }
  };
}

/** Whether a key is meant for a text field, or done with already. */
export function isTyping({ target, nativeEvent, defaultPrevented }: React.KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || nativeEvent.isComposing || defaultPrevented;
}
