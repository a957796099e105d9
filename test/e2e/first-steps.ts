/** What came of a newcomer's first steps in a browser host. */
export interface FirstSteps {
  title: string | undefined;
  /** Media type of the page's own program. */
  program: string | null;
  /** The answer to making a workspace, for 王评审: its databases could be opened. */
  workspace: unknown;
}

/** Goes in by the address that a browser host printed, loads its page and makes a workspace; `ask` sends what more is to be asked. */
export async function takeFirstSteps(entryUrl: string): Promise<FirstSteps & { ask: (call: string) => Promise<string> }> {
  const entered = await fetch(entryUrl, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { origin } = new URL(entryUrl);
  const page = await (await fetch(origin, { headers: { cookie } })).text();
  const script = /<script[^>]*src="\.\/([^"]+)"/.exec(page)?.[1];
  const loaded = await fetch(`${origin}/${script}`, { headers: { cookie } });
  const created = await fetch(`${origin}/api/workspace/create`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ json: { passphrase: '一句足够长的口令', name: '王评审', organisation: '' } }),
  });
  return {
    title: /<title>([^<]*)/.exec(page)?.[1],
    program: loaded.headers.get('content-type'),
    workspace: await created.json(),
    ask: async (call) => (await fetch(`${origin}/api/${call}`, { method: 'POST', headers: { cookie } })).text(),
  };
}

/** What first steps come to where all is well. */
export const firstStepsTaken = {
  title: '遴评',
  program: 'text/javascript; charset=utf-8',
  workspace: { json: { state: 'open', person: { name: '王评审' } } },
};
