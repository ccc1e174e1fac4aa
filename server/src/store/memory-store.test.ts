import { runStoreContract } from './contract.ts';
import { createMemoryStore } from './memory-store.ts';

runStoreContract('the store in memory', async () => createMemoryStore());
