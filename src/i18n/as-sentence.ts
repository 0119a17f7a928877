/** A message of Tekton's or the API server's: they end without a full stop, and sentences of ours may follow. */
export const asSentence = (message: string): string => message.replace(/[^.!?]$/, '$&.');
