import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/api/workspace.ts';
import { settingsSchema } from '#shared/api/workspace.ts';
import { useCore } from './core.tsx';

const storageKey = 'linping.appearance';
const initial: Settings = { language: 'zh', textSize: 'standard', colours: 'system' };

/** How this window last looked: kept in the browser as well, for the screens before the workspace is open. */
export function lastAppearance(): Settings {
  try {
    const kept = settingsSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? 'null'));
    return kept.success ? kept.data : initial;
  } catch {
    return initial;
  }
}

/** Applies settings to the page and remembers them for the next start. */
export function useApplyAppearance(): (settings: Settings) => void {
  const { i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  return (settings) => {
    localStorage.setItem(storageKey, JSON.stringify(settings));
    document.documentElement.dataset['textSize'] = settings.textSize;
    document.documentElement.lang = settings.language === 'zh' ? 'zh-CN' : 'en';
    setColorScheme(settings.colours === 'system' ? 'auto' : settings.colours);
    void i18n.changeLanguage(settings.language);
  };
}

/** The settings of the open workspace, applied whenever they change. */
export function useWorkspaceAppearance(): void {
  const { api } = useCore();
  const apply = useApplyAppearance();
  const settings = useQuery(api.workspace.settings.queryOptions()).data;
  useEffect(() => {
    if (settings !== undefined) {
      apply(settings);
    }
    // `apply` is made anew on every render; only a change of the settings matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settings]);
}
