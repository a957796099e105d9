// Loaded before the TypeScript sources, which older versions can't even read; and better-sqlite3 would crash in them.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 26) {
  console.error(`遴评需要 Node 26，现在是 ${process.version}。请在项目文件夹里运行 npm ci，再用 npm start 启动。
Linping needs Node 26, this is ${process.version}. Run npm ci in its folder (it brings its own Node), then npm start.`);
  process.exit(1);
}
