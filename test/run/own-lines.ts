/** How every line of a script begins that runs on the Node that npm installed. */
const ownNode = 'node --import ./electron/hosts/own-node.mjs ';

/** A program of ours, by what follows Node on its command line, and the script it stands in. */
export type OwnLine = { readonly script: string; readonly argv: readonly string[] };

/** The programs that a script of package.json runs, one after the other, those of the scripts it names among them. Throws at any other command. */
export function ownLines(scripts: Readonly<Record<string, string>>, script: string): OwnLine[] {
  const text = scripts[script];
  if (text === undefined) {
    throw new Error(`package.json has no script ${script}`);
  }
  return text.split(' && ').flatMap((line) => {
    const named = /^npm run ([\w:]+)$/u.exec(line)?.[1];
    if (named !== undefined) {
      return ownLines(scripts, named);
    }
    if (!line.startsWith(ownNode)) {
      throw new Error(`${script} runs something else than our own Node: ${line}`);
    }
    return [{ script, argv: line.slice(ownNode.length).split(' ') }];
  });
}
