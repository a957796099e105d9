// Nothing is imported before the version is known: on an older Node some of it would not load, and one part would crash it.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `遴评需要 Node.js 26 或更新版本，当前为 ${process.versions.node}。请在项目文件夹运行 npm ci，然后用 npm run -s linping -- 启动。\n` +
      `Linping needs Node.js 26 or later; this is ${process.versions.node}. Run npm ci in its folder, then start it with npm run -s linping --.\n`,
  );
  process.exitCode = 2;
} else {
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
