import type { Records } from '../database/records.ts';
import { ApplicationsStore } from './applications.ts';
import { AuditStore } from './audit.ts';
import { BallotsStore } from './ballots.ts';
import { CardsStore } from './cards.ts';
import type { Clock } from './clock.ts';
import { DeclarationsStore } from './declarations.ts';
import { FactsStore } from './facts.ts';
import { IdentityStore } from './identity.ts';
import { IntakeStore } from './intake.ts';
import { NotedCodesStore } from './noted-codes.ts';
import { PackagesStore } from './packages.ts';
import { RechecksStore } from './rechecks.ts';
import { ResolutionsStore } from './resolutions.ts';
import { ReturnsStore } from './returns.ts';
import { RoundsStore } from './rounds.ts';
import { RoadshowStore } from './roadshow.ts';
import { SealsStore } from './seals.ts';
import { SettingsStore } from './settings.ts';
import { SheetsStore } from './sheets.ts';
import { VisitsStore } from './visits.ts';

/** The stores of a workspace, one per aggregate. */
export type Stores = ReturnType<typeof openStores>;

/** All stores over one database and one clock. */
export function openStores(records: Records, now: Clock) {
  const audit = new AuditStore(records, now);
  const sheets = new SheetsStore(records, audit, now);
  return {
    audit,
    identity: new IdentityStore(records, audit, now),
    cards: new CardsStore(records, audit, now),
    settings: new SettingsStore(records, now),
    rounds: new RoundsStore(records, audit, now),
    applications: new ApplicationsStore(records, audit, now),
    facts: new FactsStore(records, now),
    intake: new IntakeStore(records, audit, now),
    sheets,
    rechecks: new RechecksStore(records, audit),
    visits: new VisitsStore(records, audit, sheets),
    roadshow: new RoadshowStore({ records, audit, sheets }),
    seals: new SealsStore(records, audit, now),
    ballots: new BallotsStore(records, audit, now),
    declarations: new DeclarationsStore(records, audit, now),
    packages: new PackagesStore(records, audit, now),
    resolutions: new ResolutionsStore(records, audit, now),
    returns: new ReturnsStore(records, audit, now),
    notedCodes: new NotedCodesStore(records, audit, now),
  };
}
