import type { RegistrationFact } from '../../domain/facts.ts';
import { readDates } from '../dates.ts';
import { closeUp, compactText, labelled, type PageText } from './text-lines.ts';

/** What a registration certificate says (法人登记证书, 营业执照, 办学许可证). */
export function readRegistration(pages: readonly PageText[]): Omit<RegistrationFact, 'attachment'> {
  const name = labelled(pages, /(?:单位|机构|法人)?名称/u);
  const address = labelled(pages, /住所|地址|营业场所|经营场所/u);
  const valid = labelled(pages, /有效期限?|营业期限|有效期间/u);
  const code = /(?:信用代码).{0,4}?([0-9A-HJ-NPQRTUWXY]{18})/u.exec(compactText(pages).toUpperCase());
  const dates = valid === null ? [] : readDates(valid.value);
  return {
    page: name?.page ?? address?.page ?? null,
    name: name === null ? null : closeUp(name.value).slice(0, 400),
    address: address === null ? null : closeUp(address.value).slice(0, 400),
    creditCode: code?.[1] ?? null,
    validFrom: dates[0] ?? null,
    validUntil: dates[1] ?? null,
  };
}
