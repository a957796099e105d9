import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

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

export type LayerCheck = { readonly modules: number; readonly violations: readonly string[] };

/** Looks at every import below the given folders. `modules` is how many files were seen: a check of none proves nothing. */
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
  return {
    modules: modules.filter(({ source }) => /^(shared|db|electron|renderer)\//.test(source)).length,
    violations: summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${commentOf(rule.name)}`),
  };
}

function commentOf(name: string): string {
  return rules.find((rule) => rule.name === name)?.comment ?? name;
}

function forbid(name: string, from: string, to: string, comment: string, more: object = {}): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to, ...more } };
}

if (import.meta.main) {
  const { modules, violations } = await checkLayers(['shared', 'db', 'electron', 'renderer'], process.cwd());
  if (modules === 0) {
    console.error('the layer check saw no modules: something is wrong with it, not with the layers');
    process.exitCode = 1;
  }
  for (const violation of violations) {
    console.error(violation);
    process.exitCode = 1;
  }
  console.log(`layers: ${modules} modules, ${violations.length} violations`);
}
