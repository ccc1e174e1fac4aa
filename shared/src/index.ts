export * from './api.ts';
export * from './exhaustive.ts';
export * from './handlingstyp.ts';
export * from './ids.ts';
export * from './protocol.ts';
export * from './ratt.ts';
