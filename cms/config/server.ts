import { join } from 'node:path';
import { environment } from '../src/environment';

export default () => {
  const { host, port, appKeys, dataFolder } = environment();
  return {
    host,
    port,
    app: { keys: appKeys },
    dirs: { public: join(dataFolder, 'cms', 'public') },
    // Nothing leaves the machine: no telemetry, no look for updates, no transfer from outside, no built-in webhooks of ours.
    logger: { updates: { enabled: false }, startup: { enabled: false } },
    transfer: { remote: { enabled: false } },
    mcp: { enabled: false },
    cron: { enabled: false },
    webhooks: { populateRelations: false },
  };
};
