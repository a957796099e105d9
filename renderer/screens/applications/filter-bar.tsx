import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { RowFilter } from './filter-rows.ts';

type Props = { rows: readonly ApplicationRow[]; filter: RowFilter; onChange: (filter: RowFilter) => void };

const progresses = ['open', 'done', 'returned'] as const;
const findings = ['any', 'none'] as const;

/** 筛选: 类型, 职业, 进度, 问题; 搜索: 名称, 拼音. */
export function FilterBar({ rows, filter, onChange }: Props) {
  const { t } = useTranslation('applications');
  const types = [...new Set(rows.flatMap((row) => (row.applicant.type === null ? [] : [row.applicant.type])))];
  const occupations = [...new Set(rows.flatMap((row) => row.occupations.map((occupation) => occupation.name)))];
  return (
    <Group gap="sm" align="flex-end" role="search">
      <TextInput
        label={t('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.currentTarget.value })}
        w={240}
      />
      <Select
        label={t('type')}
        placeholder={t('all')}
        clearable
        data={types}
        value={filter.type}
        w={140}
        onChange={(type) => onChange({ ...filter, type })}
      />
      <Select
        label={t('occupation')}
        placeholder={t('all')}
        clearable
        searchable
        data={occupations}
        value={filter.occupation}
        w={200}
        onChange={(occupation) => onChange({ ...filter, occupation })}
      />
      <Select
        label={t('progress')}
        placeholder={t('all')}
        clearable
        data={progresses.map((value) => ({ value, label: t(`progress_${value}`) }))}
        value={filter.progress}
        w={130}
        onChange={(value) => onChange({ ...filter, progress: progresses.find((one) => one === value) ?? null })}
      />
      <Select
        label={t('findings')}
        placeholder={t('all')}
        clearable
        data={findings.map((value) => ({ value, label: t(`findings_${value}`) }))}
        value={filter.findings}
        w={130}
        onChange={(value) => onChange({ ...filter, findings: findings.find((one) => one === value) ?? null })}
      />
    </Group>
  );
}
