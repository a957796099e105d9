import { ActionIcon, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EvidenceAction } from './evidence-keys.ts';
import { evidenceKeyOf, printed } from './evidence-keys.ts';
import styles from './evidence.module.css';

/** Something that can be done to what is shown, by a button or by its key while the evidence has the focus. */
export type Tool = {
  readonly label: string;
  readonly icon: Icon;
  readonly action: EvidenceAction;
  /** Which of the action's keys: 0 where it has one. */
  readonly index?: number;
  readonly act: () => void;
  /** Of a tool that is switched on and off. */
  readonly on?: boolean;
  readonly disabled?: boolean;
};

export function Toolbar({ label, tools, children }: { label: string; tools: readonly Tool[]; children?: ReactNode }) {
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={label}>
      {children}
      {tools.map(({ label: name, icon: Sign, action, index = 0, act, on, disabled = false }) => {
        const shortcut = printed({ action, index });
        return (
          <Tooltip label={`${name} (${shortcut.label})`} key={name} openDelay={400}>
            <ActionIcon
              variant={on === true ? 'light' : 'subtle'}
              size="lg"
              aria-label={name}
              aria-keyshortcuts={shortcut.key}
              aria-pressed={on}
              disabled={disabled}
              onClick={act}
            >
              <Sign size={20} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </div>
  );
}

/** The tools' keys, for whoever holds the focus inside. */
export function toolKeys(tools: readonly Tool[]) {
  return (event: React.KeyboardEvent) => {
    const pressed = evidenceKeyOf(event);
    const tool = tools.find(
      ({ action, index = 0, disabled }) => pressed?.action === action && pressed.index === index && disabled !== true,
    );
    if (tool !== undefined) {
      event.preventDefault();
      tool.act();
    }
  };
}
