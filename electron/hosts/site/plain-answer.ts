import { siteHeaders } from './headers.ts';

const sentences = {
  400: '请求有误。 The request is malformed.',
  401: '请用遴评窗口里显示的地址打开；地址只能用一次，按回车可取得新的。 Open Linping by the address it printed; an address works once, press Enter there for another.',
  403: '此请求不是遴评自己的页面发出的。 This request does not come from Linping’s own page.',
  404: '没有这个页面。 There is nothing here.',
  405: '此处不支持这种请求。 That cannot be done here.',
  500: '遴评内部出错，详情见启动窗口。 Something went wrong inside Linping; its terminal says more.',
} as const;

/** A short text for the eye of whoever opened the address by hand; says nothing of what is inside. */
export function plainAnswer(status: keyof typeof sentences): Response {
  return new Response(`${sentences[status]}\n`, { status, headers: { ...siteHeaders(), 'content-type': 'text/plain; charset=utf-8' } });
}
