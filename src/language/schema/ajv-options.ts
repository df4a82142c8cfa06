/** How schemas of workflows are judged, at run time and when their validators are made beforehand: all errors, each with its value. */
export const AJV_OPTIONS = { allErrors: true, verbose: true, strict: false, allowUnionTypes: true } as const;
