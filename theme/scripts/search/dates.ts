/** Days as people read them. */

const FORMAT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** `2 March 2022`; an empty day is “undated”. */
export function written(day: string): string {
  return day === "" ? "Undated" : FORMAT.format(new Date(`${day}T00:00:00Z`));
}
