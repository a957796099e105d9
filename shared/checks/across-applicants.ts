import type { Application } from '../domain/application.ts';
import type { ApplicationFacts } from '../domain/facts.ts';
import type { Finding, Place } from '../domain/finding.ts';
import { assessorIdentity, personNumber } from './identity.ts';
import { nearPairs } from './near-photos.ts';
import type { Reason } from './sentences.ts';
import { plain } from './wording.ts';

/** An application and what was read from its attachments. */
export type ApplicationWithFacts = { readonly application: Application; readonly facts: ApplicationFacts };

/** A finding about two applicants: `application` is the one it is shown at, `other` the one it shares something with. */
export type SharedFinding = { readonly application: string; readonly other: string; readonly finding: Finding };

/** Something of an applicant that should be of no other. */
type Mark = { readonly key: string; readonly applicant: number; readonly place: Place };

type Kind = { readonly code: string; readonly reason: Reason; readonly unit: string };

const kinds = {
  person: { code: 'sharedPerson', reason: 'person-shared', unit: '人' },
  photo: { code: 'samePhoto', reason: 'photo-same', unit: '张' },
  address: { code: 'sameAddress', reason: 'address-shared', unit: '处' },
  phone: { code: 'samePhone', reason: 'phone-shared', unit: '部' },
  near: { code: 'nearPhoto', reason: 'photo-near', unit: '张' },
} as const satisfies Record<string, Kind>;

/**
 * What several applicants share: people (by ID number, or name and certificate), photos (the same bytes, or nearly the
 * same picture), addresses and telephones. Each pair is told at both applicants, in the order given; all of it 存疑,
 * shown to the panel and deciding nothing.
 */
export function checkAcross(applications: readonly ApplicationWithFacts[]): SharedFinding[] {
  const people = applications.flatMap(({ application }, applicant) => peopleOf(application).map((mark) => ({ ...mark, applicant })));
  const photos = applications.flatMap((one, applicant) => photosOf(one).map((mark) => ({ ...mark, applicant })));
  const addresses = applications.flatMap((one, applicant) => addressesOf(one).map((mark) => ({ ...mark, applicant })));
  const phones = applications.flatMap(({ application }, applicant) => phonesOf(application).map((mark) => ({ ...mark, applicant })));
  const hashes = applications.flatMap(({ application, facts }, applicant) =>
    facts.photos.flatMap(({ attachment, perceptualHash }) =>
      perceptualHash === null ? [] : [{ key: attachment, hash: perceptualHash, applicant, place: photoPlace(application, attachment) }],
    ),
  );
  const order = new Map(applications.map(({ application }, index) => [application.id, index]));
  return [
    ...shared(applications, kinds.person, samePairs(people)),
    ...shared(applications, kinds.photo, samePairs(photos)),
    ...shared(
      applications,
      kinds.near,
      nearPairs(hashes).filter(([one, other]) => one.key !== other.key && one.applicant !== other.applicant),
    ),
    ...shared(applications, kinds.address, samePairs(addresses)),
    ...shared(applications, kinds.phone, samePairs(phones)),
  ].toSorted((one, other) => (order.get(one.application) ?? 0) - (order.get(other.application) ?? 0));
}

/** Marks of different applicants with the same key, pair by pair. */
function samePairs(marks: readonly Mark[]): [Mark, Mark][] {
  const byKey = Map.groupBy(marks, ({ key }) => key);
  return [...byKey.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group.slice(index + 1).flatMap((other): [Mark, Mark][] => (one.applicant === other.applicant ? [] : [[one, other]])),
    ),
  );
}

/** One finding at each of two applicants for all that they share of a kind. */
function shared(
  applications: readonly ApplicationWithFacts[],
  { code, reason, unit }: Kind,
  pairs: readonly (readonly [Mark, Mark])[],
): SharedFinding[] {
  const both = pairs.flatMap(([one, other]) => [
    { at: one, of: other },
    { at: other, of: one },
  ]);
  const groups = Map.groupBy(both, ({ at, of }) => at.applicant * applications.length + of.applicant);
  return [...groups.values()].flatMap((group) => {
    const at = applications[group[0]?.at.applicant ?? -1]?.application;
    const of = applications[group[0]?.of.applicant ?? -1]?.application;
    if (at === undefined || of === undefined) {
      return [];
    }
    const keys = new Set(group.map((pair) => pair.at.key));
    const places = new Map(group.map((pair) => [pair.at.place.source, pair.at.place]));
    return [
      {
        application: at.id,
        other: of.id,
        finding: {
          code,
          item: 'G09',
          occupation: null,
          levelGroup: null,
          verdict: 'doubtful' as const,
          found: { number: keys.size, unit },
          required: { number: 0, unit },
          where: [...places.values()],
          clause: '附件4第2条',
          reason,
          details: { other: of.applicant.name },
          proposed: null,
        },
      },
    ];
  });
}

type OwnMark = Omit<Mark, 'applicant'>;

function peopleOf({ staff, experts, assessors, attachments }: Application): OwnMark[] {
  const form = attachments.find((attachment) => attachment.class === 'form')?.sha256 ?? null;
  const place = (table: string, index: number): Place => ({ source: `附件3 ${table} 第${index + 1}行`, attachment: form, page: null });
  return [
    ...staff.map((row, index) => ({ key: personNumber(row.idNumber), place: place('工作人员情况', index) })),
    ...experts.map((row, index) => ({ key: personNumber(row.idNumber), place: place('专家情况', index) })),
    ...assessors.map((row, index) => ({ key: assessorIdentity(row).number, place: place('考评人员情况', index) })),
  ].filter(({ key }) => key !== '');
}

function photosOf({ application }: ApplicationWithFacts): OwnMark[] {
  return application.attachments
    .filter((attachment) => attachment.class === 'photo' && attachment.bytes > 0)
    .map(({ sha256 }) => ({ key: sha256, place: photoPlace(application, sha256) }));
}

function photoPlace(application: Application, sha256: string): Place {
  const name = application.attachments.find((attachment) => attachment.sha256 === sha256)?.name ?? sha256;
  return { source: name, attachment: sha256, page: null };
}

/** The applicant's own address and those of its leases: where it will hold its examinations. */
function addressesOf({ application, facts }: ApplicationWithFacts): OwnMark[] {
  const own: OwnMark = {
    key: addressKey(application.applicant.address),
    place: { source: '附件3 申报单位地址', attachment: null, page: null },
  };
  const leased = facts.leases.map(({ address, attachment, page }) => ({
    key: addressKey(address ?? ''),
    place: { source: '租赁合同 坐落', attachment, page },
  }));
  return [own, ...leased].filter(({ key }) => key !== '');
}

/** An address without the words that some write and others leave out; too short a rest (a city, a street) is no place. */
function addressKey(written: string): string {
  const key = plain(written)
    .replaceAll(/[,，。、()\-—]/g, '')
    .replace(/^(中国)?(浙江省?)?(温州市?)?/, '');
  return /\d/.test(key) ? key : '';
}

function phonesOf({ applicant }: Application): OwnMark[] {
  return [
    { phone: applicant.head.phone, name: '负责人联系电话' },
    { phone: applicant.contact.phone, name: '联系人联系电话' },
  ].flatMap(({ phone, name }) =>
    plain(phone)
      .split(/[、,;；/]/)
      .map((one) => one.replace(/^\+?86-?(?=1)/, '').replaceAll(/\D/g, ''))
      .filter((digits) => digits.length >= 7)
      .map((key) => ({ key, place: { source: `附件3 ${name}`, attachment: null, page: null } })),
  );
}
