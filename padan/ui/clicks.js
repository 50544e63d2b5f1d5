// Reports a click on anything of ours that carries `data-choose`, or Enter or Space on it, to the session; and shows
// which view of the menu is open.
export default function ({ setTriggerValue }) {
  const report = (event) => {
    const place = event.target.closest?.("[data-choose]");
    const otherwise = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey; // a new tab, a new window
    if (!place || otherwise || (event.type === "keydown" && !["Enter", " "].includes(event.key))) return;
    if (event.type === "click" && !document.getSelection().isCollapsed) return; // the end of selecting text
    event.preventDefault();
    setTriggerValue("chosen", place.dataset.choose);
    const below = matchMedia("(max-width: 640px)").matches && place.dataset.choose.startsWith("statement:");
    if (below) document.querySelector(".st-key-match-units")?.scrollIntoView({ behavior: "smooth" });
  };
  const tab = document.querySelector('.st-key-view [aria-checked="true"]'); // the menu is wider than a telephone
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 40;
  const events = ["click", "keydown"];
  const page = document.documentElement; // page.css lets nothing be clicked until this listens
  events.forEach((name) => document.addEventListener(name, report));
  page.dataset.padanListens = "";
  return () => {
    events.forEach((name) => document.removeEventListener(name, report));
    delete page.dataset.padanListens;
  };
}
