import { enableCompileCache } from 'node:module';

// Before anything else is loaded: a restart then reads the modules compiled, in half the time, and everybody who lost the
// server is back that much sooner.
enableCompileCache();
await import('./program.ts');
