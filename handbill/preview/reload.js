// Reloads the page when it changes, and shows what is wrong with the campaign. It stands in no
// page that is published: the preview's server adds it.
"use strict";
{
  const { address, mark } = document.currentScript.dataset;
  const events = new EventSource(`/.handbill/events?page=${encodeURIComponent(address)}`);
  let panel = null;

  const line = (tag, text, style) => {
    const element = document.createElement(tag);
    element.textContent = text;
    Object.assign(element.style, style);
    return element;
  };

  const tell = (problems) => {
    panel?.remove();
    panel = null;
    if (!problems.length) return;
    panel = document.createElement("div");
    panel.lang = "en";
    panel.dir = "ltr";
    panel.role = "alert";
    panel.id = "handbill-problems";
    Object.assign(panel.style, {
      position: "fixed", insetInline: "0", bottom: "0", zIndex: "2147483647",
      maxHeight: "60vh", overflow: "auto", padding: "1rem 1.2rem", textAlign: "left",
      font: "16px/1.5 system-ui, sans-serif", color: "#fff", background: "#7a1212",
      borderTop: "4px solid #ffc83d",
    });
    const count = problems.length === 1 ? "1 error" : `${problems.length} errors`;
    const about = `${count}. The page behind this is the last good one.`;
    panel.append(line("p", about, { margin: "0 0 .6rem", fontWeight: "700" }));
    for (const problem of problems) {
      const where = { margin: "0", fontFamily: "ui-monospace, monospace", overflowWrap: "anywhere" };
      panel.append(line("p", `${problem.place}: ${problem.message}`, where));
      panel.append(line("p", problem.hint, { margin: "0 0 .6rem 1.2rem" }));
    }
    document.body.append(panel);
  };

  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.mark && news.mark !== mark) {
      location.reload();
    } else {
      tell(news.problems);
    }
  };
}
