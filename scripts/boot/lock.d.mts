export interface Lock {
  release(): void;
}
export function tryLock(file: string): Lock | { holder: number };
export function waitForLock(file: string, onWait: (holder: number) => void): Promise<Lock>;
