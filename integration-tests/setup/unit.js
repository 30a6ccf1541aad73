/**
 * Runs before each unit spec file. Some speak to real servers over loopback or try thousands of
 * inputs: a busy machine may take its time, and a hang is still noticed.
 */
jest.setTimeout(60_000)
