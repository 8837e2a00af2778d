// Imported first by the commands: whatever comes after may use syntax that an older Node does not even parse.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `E-Kinerja memerlukan Node.js 20.19 atau lebih baru; yang terpasang ${process.versions.node}.\n` +
      `E-Kinerja needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}
