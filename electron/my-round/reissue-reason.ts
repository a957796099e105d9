/** The reason with which answers and sheets change because of a new version. */
export function reissueReason(issue: number): string {
  return `第 ${issue} 次签发有更改 / Changed by issue ${issue} of the round`;
}
