import { onDatabases } from './on-both-databases.ts';
import { secondDesk } from './shared-desk/second-desk.ts';

/** On SQLite in `second-desk.db`. */
onDatabases(['postgres'], 'another desk for many', secondDesk);
