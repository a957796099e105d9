import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { ListSearch } from '../../parts/applications/list-search.ts';
import { progressFilters } from '../../parts/applications/list-search.ts';
import type { ProblemsByApplication } from '../../parts/applications/rows.ts';
import styles from './applications.module.css';

type Props = {
  rows: readonly ApplicationRow[];
  problems: ProblemsByApplication;
  search: ListSearch;
  searchField: RefObject<HTMLInputElement | null>;
  onChange: (change: Partial<ListSearch>) => void;
};

/** 筛选: 类型, 职业, 进度, 问题; 搜索: 名称, 拼音. */
export function FilterBar({ rows, problems, search, searchField, onChange }: Props) {
  const { t } = useTranslation('applications');
  const types = useMemo(() => unique(rows.flatMap((row) => (row.applicant.type === null ? [] : [row.applicant.type]))), [rows]);
  const occupations = useMemo(() => unique(rows.flatMap((row) => row.occupations.map((occupation) => occupation.name))), [rows]);
  const codes = useMemo(
    () => unique([...problems.values()].flatMap(({ notMet, doubtful }) => [...notMet, ...doubtful]).filter(isItem)).toSorted(),
    [problems],
  );
  return (
    <div className={styles['filters']} role="search">
      <TextInput
        ref={searchField}
        label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
        type="search"
      />
      <Select
        label={t('type')}
        placeholder={t('all')}
        clearable
        data={types}
        value={search.type ?? null}
        onChange={(type) => onChange({ type: type ?? undefined })}
      />
      <Select
        label={t('occupation')}
        placeholder={t('all')}
        clearable
        searchable
        data={occupations}
        value={search.occupation ?? null}
        onChange={(occupation) => onChange({ occupation: occupation ?? undefined })}
      />
      <Select
        label={t('progress')}
        placeholder={t('all')}
        clearable
        data={progressFilters.map((value) => ({ value, label: t(`progress_${value}`) }))}
        value={search.progress ?? null}
        onChange={(value) => onChange({ progress: progressFilters.find((one) => one === value) })}
      />
      <Select
        label={t('problems')}
        placeholder={t('all')}
        clearable
        searchable
        data={[
          { value: 'not-met', label: t('problem_notMet') },
          { value: 'doubtful', label: t('problem_doubtful') },
          { value: 'none', label: t('problem_none') },
          { group: t('problem_items'), items: codes },
        ]}
        value={search.problem ?? null}
        onChange={(problem) => onChange({ problem: problem ?? undefined })}
      />
    </div>
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** `A11`, as against a check's own name. */
function isItem(code: string): boolean {
  return /^[A-Z][0-9]{2,3}$/.test(code);
}
