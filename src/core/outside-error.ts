// The one way in which failures of the world outside travel: mail, model, Slack, database, files.

/** The world outside failed. `retryable`: nothing was done, and trying again later may work. */
export class OutsideError extends Error {
  readonly service: 'model' | 'mail' | 'slack' | 'database' | 'file';
  readonly retryable: boolean;

  constructor(service: OutsideError['service'], message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'OutsideError';
    this.service = service;
    this.retryable = retryable;
  }
}
