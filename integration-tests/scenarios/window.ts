/** In seconds: longer than the time that a push may lie behind its event, so that no later event brings it. */
export const pastTheWindow = 130;
