/** Path of a file inside the folder it was chosen or dropped with, its name alone when there is none. */
export function pathOf(file: File): string {
  const dropped = 'path' in file && typeof file.path === 'string' ? file.path : '';
  const path = file.webkitRelativePath === '' ? dropped : file.webkitRelativePath;
  return path.replace(/^\.?\//, '') || file.name;
}
