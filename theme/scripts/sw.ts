/** The service worker: keeps what was read and, when asked, the whole archive. The build puts `const VERSION = "…"` before it. */
import { serve } from "./offline/worker.ts";

serve();
