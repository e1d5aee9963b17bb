const t0=process.uptime()*1000;
const { openStore } = await import('../../src/store/store.ts');
const t1=process.uptime()*1000;
const { openDatabase } = await import('../../src/store/database.ts');
const dir=process.argv[2] as string;
const c0=process.cpuUsage();
const { openPGliteEngine } = await import('../../src/store/pglite-engine.ts');
if (process.argv[3]==='e') { const e=await openPGliteEngine(dir); const c=process.cpuUsage(c0); console.log('engine', process.uptime()*1000-t1, 'cpu', (c.user+c.system)/1000); process.exit(); }
if (process.argv[3]==='d') { const d=await openDatabase({dataDir:dir}); const c=process.cpuUsage(c0); console.log('database', process.uptime()*1000-t1, 'cpu', (c.user+c.system)/1000); process.exit(); }
const s=await openStore({dataDir:dir}); const c=process.cpuUsage(c0);
console.log('boot',t0|0,'imports',(t1-t0)|0,'open',(process.uptime()*1000-t1)|0, 'cpu', (c.user+c.system)/1000, Math.round(process.memoryUsage().rss/2**20)+'MB');
await s.close(); process.exit();
