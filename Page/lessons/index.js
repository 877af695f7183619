// The guided hearts, in the order in which they build on one another.

import { lesson as functional } from "./functional.js";
import { lesson as healthy } from "./healthy.js";
import { lesson as papillary } from "./papillary.js";
import { lesson as prolapse } from "./prolapse.js";
import { lesson as repair } from "./repair.js";
import { lesson as years } from "./years.js";

export const LESSONS = [healthy, prolapse, papillary, years, functional, repair];
