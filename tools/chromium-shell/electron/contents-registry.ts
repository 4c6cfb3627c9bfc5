/** Finds pages by the numbers and names under which others know them. */
export class ContentsRegistry<T> {
  private readonly byId = new Map<number, T>();
  private readonly byTarget = new Map<string, T>();
  private lastId = 0;

  /** @returns the number that it is known by from now on */
  add(contents: T): number {
    this.lastId += 1;
    this.byId.set(this.lastId, contents);
    return this.lastId;
  }

  setTarget(targetId: string, contents: T): void {
    this.byTarget.set(targetId, contents);
  }

  remove(id: number, targetId: string | undefined): void {
    this.byId.delete(id);
    if (targetId !== undefined) this.byTarget.delete(targetId);
  }

  all(): T[] {
    return [...this.byId.values()];
  }

  ofId(id: number): T | undefined {
    return this.byId.get(id);
  }

  ofTarget(targetId: string | undefined): T | undefined {
    return targetId === undefined ? undefined : this.byTarget.get(targetId);
  }
}
