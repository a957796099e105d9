import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/api/contract.ts';

/** The API of a browser host as its page has it: comes in by the one-time address and keeps the cookie. */
export async function enterCore(entryUrl: string): Promise<ContractRouterClient<Contract>> {
  const entered = await fetch(entryUrl, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) {
    throw new Error(`the browser host let nobody in: ${entered.status}`);
  }
  return createORPCClient(new RPCLink({ url: new URL('/api', entryUrl).href, headers: { cookie } }));
}
