import { testPostgres, type TestPostgres } from '@ekinerja/local-postgres/testing';

declare global {
  var ekinerjaTestPostgres: TestPostgres | undefined;
}

/** One throw-away server for the run (or the one named by EKINERJA_TEST_DATABASE_URL, to try another version). */
export default async function setUp(): Promise<void> {
  if (process.env.EKINERJA_TEST_DATABASE_URL) {
    process.env.EKINERJA_TEST_SERVER = process.env.EKINERJA_TEST_DATABASE_URL;
    return;
  }
  globalThis.ekinerjaTestPostgres = await testPostgres();
  process.env.EKINERJA_TEST_SERVER = globalThis.ekinerjaTestPostgres.url;
}
