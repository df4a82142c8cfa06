/** The engine's version, in journals and in evidence; a test holds it to package.json. */
export const VERSION = "0.1.0";
