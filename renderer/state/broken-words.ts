/** What is said when something went wrong that nobody foresaw: what it means for the work, and what to do. */
export function brokenWords(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `没有做成：程序内部出了错（${detail}）。已保存的内容都在。请再试一次；还是不行，请退出工学课坊，重新打开。`;
}
