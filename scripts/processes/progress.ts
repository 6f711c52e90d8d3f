/** One line when a step begins, a sign of life while it lasts, one line with its seconds when it is done. */
export interface Progress {
  /** Runs a step and tells of it; `say` within replaces what the sign of life tells. */
  step<T>(name: string, work: (say: (detail: string) => void) => Promise<T>): Promise<T>;
  line(text: string): void;
}

const HEARTBEAT_MS = 10_000;

const secondsSince = (moment: number) => ((performance.now() - moment) / 1000).toFixed(1);

/**
 * @param write where lines go; standard output by default
 */
export const openProgress = (write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)): Progress => {
  const begun = performance.now();
  return {
    line: write,
    async step(name, work) {
      const started = performance.now();
      let detail = '';
      write(`▸ ${name} …`);
      const heartbeat = setInterval(
        () => write(`  … ${name}${detail ? `：${detail}` : ''}，已 ${secondsSince(started)} 秒`),
        HEARTBEAT_MS,
      );
      try {
        const result = await work((text) => (detail = text));
        write(`✓ ${name}${detail ? `：${detail}` : ''}，${secondsSince(started)} 秒（共 ${secondsSince(begun)} 秒）`);
        return result;
      } catch (error) {
        write(`✗ ${name}，${secondsSince(started)} 秒后失败`);
        throw error;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
};
