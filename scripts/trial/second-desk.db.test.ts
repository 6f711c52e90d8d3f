import { onDatabases } from './on-both-databases.ts';
import { secondDesk } from './shared-desk/second-desk.ts';

/** On PostgreSQL in `second-desk.heavy`. */
onDatabases(['sqlite'], 'another desk for many', secondDesk);
