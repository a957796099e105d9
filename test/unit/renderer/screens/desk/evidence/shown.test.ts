import { expect, it } from 'vitest';
import type { Attachment } from '#shared/domain/application.ts';
import type { Panes } from '../../../../../../renderer/screens/desk/evidence/shown.ts';
import {
  citationOf,
  closePane,
  formShown,
  paneFor,
  putShown,
  showPlace,
  togglePanes,
} from '../../../../../../renderer/screens/desk/evidence/shown.ts';

const region = { left: '0.1', top: '0.2', width: '0.3', height: '0.4' };
const form: Attachment = { sha256: 'f', name: '附件3.docx', bytes: 1, class: 'form', problem: null };
const proof = { ...formShown, sha256: 'a' };
const two: Panes = { shown: [proof, formShown], active: 1 };

it('opens a file where it is shown already, else in the pane in use', () => {
  expect(paneFor(two, 'a')).toBe(0);
  expect(paneFor(two, null)).toBe(1);
  expect(paneFor(two, 'b')).toBe(1);
  expect(putShown(two, 0, formShown)).toEqual({ shown: [formShown, formShown], active: 0 });
});

it('puts a second pane beside the first and keeps the one in use when there is one again', () => {
  expect(togglePanes({ shown: [proof], active: 0 }, formShown)).toEqual(two);
  expect(togglePanes(two, proof)).toEqual({ shown: [formShown], active: 0 });
  expect(closePane(two, 1)).toEqual({ shown: [proof], active: 0 });
});

it('cites the region that is drawn, else the page in view, else the row marked, else the file', () => {
  expect(citationOf({ ...proof, page: 3, drawn: { page: 2, region } }, [])).toEqual({ sha256: 'a', page: 2, region, note: '' });
  expect(citationOf({ ...proof, page: 3 }, [])).toEqual({ sha256: 'a', page: 3, region: null, note: '' });
  expect(citationOf({ ...formShown, target: { page: null, region: null, row: '附件3 表3 第7行' } }, [form])).toEqual({
    sha256: 'f',
    page: null,
    region: null,
    note: '附件3 表3 第7行',
  });
  expect(citationOf(formShown, [])).toBeNull();
});

it('opens a citation at exactly what it cites', () => {
  expect(showPlace({ sha256: 'a', page: 2, region, note: '' })).toEqual({
    sha256: 'a',
    page: 2,
    target: { page: 2, region, row: null },
    drawn: null,
  });
  expect(showPlace({ sha256: 'f', page: null, region: null, note: '表3 第7行' }).target).toEqual({
    page: null,
    region: null,
    row: '表3 第7行',
  });
  expect(showPlace({ sha256: 'a', page: null }).target).toBeNull();
});
