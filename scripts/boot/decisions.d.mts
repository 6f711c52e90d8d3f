export const LEAST_NODE_MAJOR: number;
export const OWN_NODE_MAJOR: number;
export const PNPM: string;
export const INSTALL_INPUTS: string[];
export function refusalOfNode(version: string): string | null;
export function fingerprint(files: { name: string; content: string | null }[]): string;
export function reasonToInstall(state: {
  installed: string | null;
  wanted: string;
  nodePresent: boolean;
}): 'none' | 'missing' | 'stale';
export function cleanEnvironment(environment: NodeJS.ProcessEnv, folders: string[], separator: string): NodeJS.ProcessEnv;
export function closingLines(log: string, count: number): string;
