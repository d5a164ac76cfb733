// Runs one piece of work at a time and, of what was asked meanwhile, only the latest.

export class Latest<Input> {
  private running = false;
  private waiting: { input: Input } | undefined;

  constructor(private readonly work: (input: Input, outdated: () => boolean) => Promise<void>) {}

  ask(input: Input): void {
    this.waiting = { input };
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting) {
      const { input } = this.waiting;
      this.waiting = undefined;
      try {
        await this.work(input, () => this.waiting !== undefined);
      } catch (fault) {
        console.warn("could not be answered:", fault);
      }
    }
    this.running = false;
  }
}
