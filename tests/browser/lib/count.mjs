// Counts checks; the last line is read by tests/stages/counting.sh.
let passed = 0;
let failed = 0;

export function check(name, holds, detail = '') {
  if (holds) {
    passed += 1;
    console.log(`ok   ${name}`);
  } else {
    failed += 1;
    console.log(`FAIL ${name}${detail ? `\n     ${String(detail).replaceAll('\n', '\n     ')}` : ''}`);
  }
}

export async function step(name, run) {
  const before = failed;
  try {
    const value = await run();
    if (failed === before) check(name, true);
    return value;
  } catch (error) {
    check(name, false, error.stack ?? error);
    return undefined;
  }
}

export function finish() {
  console.log(`passed ${passed} failed ${failed}`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
