/** The console's built-in models: none, because here every model comes from discovery. */
export {};
