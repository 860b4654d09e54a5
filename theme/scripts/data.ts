/** On the page of downloads, brought by main.ts: keeping the whole archive on this device. */
import { offlinePanel } from "./offline/panel.ts";

const place = document.querySelector(".data");
if (place !== null) void offlinePanel(place);
