const encoder = new TextEncoder();

/** How many bytes a text takes in the API: its limits count those, not characters. */
export const byteCount = (text: string): number => encoder.encode(text).length;
