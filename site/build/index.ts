export { copyBuilt } from './copy-built.ts';
export { buildEverything, type EverythingOptions, type EverythingResult } from './everything.ts';
export type { RenderFailure } from './plan-integration.ts';
export { armStandby, type BuildResult, type BuiltFolder, type Standby, type StandbyOptions } from './standby.ts';
