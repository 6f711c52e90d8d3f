export interface Unsettled {
  kind: 'browser' | 'heavy';
  file: string;
  why: string;
}
export declare const UNSETTLED: Unsettled[];
export declare const unsettledAreRun: boolean;
export declare const unsettledOf: (kind: string) => Unsettled[];
