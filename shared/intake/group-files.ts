import { isNamedLikeForm, mayBeForm } from './form-names.ts';
import { isJunk } from './junk.ts';

/** A file the user handed over: `path` is its place inside what was chosen or dropped, with `/`. */
export type HandedFile = { readonly id: string; readonly path: string };

/** One applicant's files; their `path` is now the place inside the applicant's own folder. */
export type HandedFolder = { readonly name: string; readonly files: readonly HandedFile[] };

/** What was handed over, sorted out. Every file is in exactly one of the three, but for what computers leave behind. */
export type HandedGroups = {
  readonly bundles: readonly HandedFile[];
  readonly folders: readonly HandedFolder[];
  /** Files that stand beside applicants' folders and belong to none of them. */
  readonly loose: readonly HandedFile[];
};

type Folder = { readonly name: string; readonly files: HandedFile[]; readonly folders: Map<string, Folder> };

/** Folders that hold a kind of paper, not an applicant. */
const kindOfPaper =
  /申报表|申请表|附件|表格|证明|证件|证照|照片|图片|制度|台账|场地|设备|人员|名单|证书|合同|租赁|承诺|其他|其它|材料|扫描/u;

/**
 * Sorts handed-over files into bundles, applicants' folders and what belongs to nobody. A folder is an applicant's when a form
 * lies in it, or in one of the folders of papers in it; a folder of such folders is taken apart. A folder in which no file is
 * called like a form is kept as one applicant's all the same: its form may be found by its contents, and if not, that is said.
 */
export function groupFiles(handed: readonly HandedFile[]): HandedGroups {
  const files = handed
    .map(({ id, path }) => ({
      id,
      path: path
        .normalize('NFC')
        .replaceAll('\\', '/')
        .replace(/^(\.?\/)+/u, ''),
    }))
    .filter(({ path }) => !path.split('/').some(isJunk));
  const bundles = files.filter(({ path }) => isBundle(path));
  const root = treeOf(files.filter(({ path }) => !isBundle(path)));
  const apart = [...root.folders.values()].map((folder) => takeApart(folder));
  const single = looseFiles(root.files);
  return {
    bundles,
    folders: [...single.folders, ...apart.flatMap(({ folders }) => folders)].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    loose: [...single.loose, ...apart.flatMap(({ loose }) => loose)],
  };
}

function isBundle(path: string): boolean {
  return /\.lpapp$/iu.test(path);
}

function treeOf(files: readonly HandedFile[]): Folder {
  const root: Folder = { name: '', files: [], folders: new Map() };
  for (const file of files) {
    let folder = root;
    for (const segment of file.path.split('/').slice(0, -1)) {
      const inside: Folder = folder.folders.get(segment) ?? { name: segment, files: [], folders: new Map() };
      folder.folders.set(segment, inside);
      folder = inside;
    }
    folder.files.push(file);
  }
  return root;
}

function takeApart(folder: Folder): Omit<HandedGroups, 'bundles'> {
  const inside = [...folder.folders.values()];
  const withForm = inside.filter((each) => holds(each, isNamedLikeForm));
  const hasForm = folder.files.some(({ path }) => isNamedLikeForm(path));
  const isContainer = hasForm || withForm.length > 0 ? withForm.length >= 2 || wrapsOne() : wrapsUnnamed();
  if (!isContainer) {
    return { folders: [asHandedFolder(folder)], loose: [] };
  }
  const apart = inside.map((each) => takeApart(each));
  const single = looseFiles(folder.files);
  return {
    folders: [...single.folders, ...apart.flatMap(({ folders }) => folders)],
    loose: [...single.loose, ...apart.flatMap(({ loose }) => loose)],
  };

  /** One folder with a form in it and nothing loose: an applicant's among others, unless it is the applicant's folder for that paper. */
  function wrapsOne(): boolean {
    return !hasForm && folder.files.length === 0 && !inside.some(({ name }) => kindOfPaper.test(name));
  }

  /** No file is called like a form: several folders that each may hold one are several applicants'. */
  function wrapsUnnamed(): boolean {
    return (
      !folder.files.some(({ path }) => mayBeForm(path)) &&
      inside.filter((each) => !kindOfPaper.test(each.name) && holds(each, mayBeForm)).length >= 2
    );
  }
}

function holds(folder: Folder, wanted: (path: string) => boolean): boolean {
  return folder.files.some(({ path }) => wanted(nameOf(path))) || [...folder.folders.values()].some((inside) => holds(inside, wanted));
}

function asHandedFolder(folder: Folder): HandedFolder {
  const files: HandedFile[] = [];
  const walk = (part: Folder, inside: string): void => {
    files.push(...part.files.map(({ id, path }) => ({ id, path: `${inside}${nameOf(path)}` })));
    part.folders.forEach((each) => walk(each, `${inside}${each.name}/`));
  };
  walk(folder, '');
  return { name: folder.name, files };
}

/** Files outside any applicant's folder: one form takes the papers beside it along, several forms are an applicant each. */
function looseFiles(files: readonly HandedFile[]): Omit<HandedGroups, 'bundles'> {
  const named = files.filter(({ path }) => isNamedLikeForm(nameOf(path)));
  const forms = named.length > 0 ? named : files.filter(({ path }) => mayBeForm(nameOf(path)));
  const bare = (file: HandedFile): HandedFile => ({ id: file.id, path: nameOf(file.path) });
  const folderNamed = (form: HandedFile, all: readonly HandedFile[]): HandedFolder => ({
    name: nameOf(form.path).replace(/\.[^.]+$/u, ''),
    files: all.map(bare),
  });
  const [only] = forms;
  if (only !== undefined && forms.length === 1) {
    return { folders: [folderNamed(only, files)], loose: [] };
  }
  return { folders: forms.map((form) => folderNamed(form, [form])), loose: files.filter((file) => !forms.includes(file)) };
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}
