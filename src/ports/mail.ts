// What the flows need of the mail server.

export type Mail = {
  readonly from: { name: string; address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly language: string; // BCP 47
  readonly attachments: readonly MailFile[];
  /** Nobody approved it one by one, by the owner's opt-in. */
  readonly byItself: boolean;
  /** Where a letter asks for no payment, whoever gets it may say that they want none: RFC 2369. */
  readonly mayUnsubscribe: boolean;
};

export type MailFile = { readonly name: string; readonly contentType: string; readonly bytes: Uint8Array };

export type Mailer = {
  /** @throws OutsideError; `retryable` says whether the server certainly took nothing and later may work. */
  send(mail: Mail): Promise<void>;
};
