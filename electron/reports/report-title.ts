import type { Round } from '#shared/domain/round.ts';

/** What stands over a ranking; a practice round says so once, whether or not its title does. */
export function reportTitle({ title, practice }: Pick<Round, 'title' | 'practice'>): string {
  return `${title}　评审排名${practice && !title.includes('练习') ? '（练习）' : ''}`;
}
