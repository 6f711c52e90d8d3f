export * from './codes.ts';
export * from './column.ts';
export * from './department.ts';
export * from './particulars.ts';
export * from './document.ts';
export * from './approved.ts';
export * from './change.ts';
