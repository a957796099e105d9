import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The floors of each tree, from below (design.md §5): a room imports from the floors below its own, never from its own floor or one above,
 * types included. A room is a folder, or a file that stands beside the folders, by its name without the extension; each of `screens/*` is one.
 * Rooms that are still to be built have their floor already.
 */
export const floors: Readonly<Record<string, readonly (readonly string[])[]>> = {
  shared: [
    ['messages'],
    ['domain', 'qr', 'refusals'],
    ['result', 'assignments', 'checks', 'election', 'forms', 'packages', 'roadshow'],
    ['numbers', 'points'],
    ['intake', 'rubric', 'scoring'],
    ['api', 'merge', 'visit'],
  ],
  db: [['folder'], ['keys', 'database'], ['migrations', 'evidence', 'stores'], ['open-databases'], ['workspace']],
  electron: [
    ['packages', 'forms', 'reading', 'frames', 'reports'],
    ['workspace', 'round-package', 'backup'],
    ['core'],
    ['findings', 'my-round', 'windows'],
    ['declarations'],
    ['merging'],
    ['results', 'returns', 'visit', 'filing'],
    ['review'],
    ['rounds', 'submission', 'roadshow'],
    ['arrivals', 'rubrics', 'archive', 'rollup'],
    ['intake', 'assignments'],
    ['rehearsal'],
    ['api'],
    ['hosts'],
  ],
  renderer: [['app'], ['parts'], ['screens/*'], ['shell']],
};

/** The arrows of design.md §5: renderer → shared ← db ← electron; `electron` itself only in the Electron host's own files. */
const rules: IForbiddenRuleType[] = [
  forbid('shared-is-pure', '^shared/', '^(db|electron|renderer|test)/', 'shared/ may import shared/ and pure libraries only'),
  forbid('shared-has-no-system', '^shared/', '^(node:|fs|path|crypto|os)', 'shared/ runs in a browser too: no Node modules'),
  forbid('db-knows-no-use-case', '^db/', '^(electron|renderer|test)/', 'db/ may import shared/ and database libraries only'),
  forbid(
    'renderer-knows-the-contract-only',
    '^renderer/',
    '^(db|electron|test)/',
    'renderer/ may import shared/ and browser libraries only',
  ),
  forbid('electron-knows-no-screen', '^electron/', '^(renderer|test)/', 'electron/ may import db/ and shared/ only'),
  forbid(
    'only-the-electron-host-imports-electron',
    '^(?!electron/hosts/electron/|test/)',
    '^(node_modules/)?electron(/|$)',
    "only electron/hosts/electron/ may import 'electron'",
    {
      dependencyTypesNot: ['local', 'localmodule'],
    },
  ),
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'two files that need each other are one thing, or three',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

/** `modules`: how many files were seen, for a check of none proves nothing. `arrows`: which file of the product imports which. */
export type LayerCheck = { readonly modules: number; readonly violations: readonly string[]; readonly arrows: readonly Arrow[] };

type Arrow = { readonly from: string; readonly to: string };

/** Looks at every import below the given folders. */
export async function checkLayers(folders: readonly string[], baseDir: string): Promise<LayerCheck> {
  const { output } = await cruise([...folders], {
    baseDir,
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  });
  if (typeof output === 'string') {
    throw new TypeError('dependency-cruiser gives text where it used to give a result');
  }
  return summaryOf(output);
}

function summaryOf({ modules, summary }: ICruiseResult): LayerCheck {
  const seen = modules.filter(({ source }) => roomOf(source) !== null);
  const arrows = seen.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => ({ from: source, to: resolved })));
  const broken = summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${commentOf(rule.name)}`);
  const wrong = arrows.flatMap((arrow) => wrongArrow(arrow) ?? []);
  return { modules: seen.length, violations: [...broken, ...wrong], arrows };
}

/** What is wrong with where an import points, and what its room may import; null where it points down or stays in its room. */
function wrongArrow({ from, to }: Arrow): string | null {
  const [room, imported] = [roomOf(from), roomOf(to)];
  if (room === null || imported === null || room.tree !== imported.tree || room.name === imported.name) {
    return null;
  }
  const [own, other] = [floorOf(room), floorOf(imported)];
  if (other !== -1 && other < own) {
    return null;
  }
  const below = floors[room.tree]?.slice(0, Math.max(own, 0)).toReversed().flat() ?? [];
  const where =
    own === -1
      ? 'its own has no floor'
      : other === -1
        ? 'that has no floor'
        : other === own
          ? 'that is on its own floor'
          : 'that is above it';
  return `${from} → ${to}: ${room.tree}/${room.name} may import ${below.join(', ') || 'no other room'}, and not ${imported.name}: ${where}`;
}

/**
 * A tree's rooms floor by floor, the highest first, each with the rooms it imports; last a circle among the rooms, found by following the
 * arrows and not by the floors, or that there is none.
 */
export function listRooms(tree: string, arrows: readonly Arrow[]): string[] {
  const imports = new Map<string, Set<string>>();
  const othersOf = (name: string) => imports.get(name) ?? imports.set(name, new Set()).get(name);
  for (const [room, imported] of arrows.map(({ from, to }) => [roomOf(from), roomOf(to)])) {
    if (room?.tree === tree && imported?.tree === tree && imported.name !== room.name) {
      othersOf(room.name)?.add(imported.name);
      othersOf(imported.name);
    }
  }
  const lines = (floors[tree] ?? []).map((_, floor) =>
    [...imports]
      .filter(([name]) => floorOf({ tree, name }) === floor)
      .map(([name, others]) => `  ${floor + 1}  ${name} → ${[...others].toSorted().join(', ') || 'no other'}`)
      .toSorted(),
  );
  return [`${tree}/`, ...lines.toReversed().flat(), `  ${circleIn(imports)}`];
}

/** What is left when rooms that import nothing that is left are taken away, one after the other, stands in a circle or above one. */
function circleIn(imports: ReadonlyMap<string, ReadonlySet<string>>): string {
  let left = new Map(imports);
  for (;;) {
    const next = new Map([...left].filter(([, others]) => [...others].some((other) => left.has(other))));
    if (next.size === left.size) {
      return next.size === 0 ? 'no circle' : `in a circle, or above one: ${[...next.keys()].toSorted().join(', ')}`;
    }
    left = next;
  }
}

type Room = { readonly tree: string; readonly name: string };

function roomOf(path: string): Room | null {
  const [tree = '', first = '', second] = path.split('/');
  if (floors[tree] === undefined) {
    return null;
  }
  return { tree, name: first === 'screens' && second !== undefined ? `screens/${second}` : first.replace(/\.\w+$/, '') };
}

/** From 0, the lowest; -1 for a room that is not in the table. */
function floorOf({ tree, name }: Room): number {
  return floors[tree]?.findIndex((rooms) => rooms.includes(name) || rooms.includes(name.replace(/\/.*/, '/*'))) ?? -1;
}

function commentOf(name: string): string {
  return rules.find((rule) => rule.name === name)?.comment ?? name;
}

function forbid(name: string, from: string, to: string, comment: string, more: object = {}): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to, ...more } };
}

if (import.meta.main) {
  const { modules, violations, arrows } = await checkLayers(Object.keys(floors), process.cwd());
  if (modules === 0) {
    console.error('the layer check saw no modules: something is wrong with it, not with the layers');
    process.exitCode = 1;
  }
  for (const violation of violations) {
    console.error(violation);
    process.exitCode = 1;
  }
  if (process.argv.includes('--rooms')) {
    console.log(
      Object.keys(floors)
        .flatMap((tree) => listRooms(tree, arrows))
        .join('\n'),
    );
  }
  console.log(`layers: ${modules} modules, ${violations.length} violations`);
}
