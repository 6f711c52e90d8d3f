export type { Applied, SetAside } from './apply.ts';
export type { Card } from './card.ts';
export { SiteError, type SiteErrorCode } from './errors.ts';
export { ReplicaReader, type MonthCount, type RelationKind } from './reader.ts';
export { RoomsReader, type CatalogueCount } from './rooms-reader.ts';
export { openReplica, readReplica, Replica, type ReplicaOptions } from './replica.ts';
export type { Plan } from '../plan/index.ts';
